/// What formulas mean: `Syntax` becomes a model in index notation.
///
/// [Elaborator] goes through the statements of a file:
///
/// 1. `Declarations` gives names their shapes and value sets.
/// 2. `Ordering` tells definitions from claims, and elaborates definitions so that each comes after
///    what it uses, whatever their order in the file.
/// 3. `Expressions` gives a formula its `Value`: an entry, and the index of each axis, free in that
///    entry. `Arithmetic` has the rules of shape for sums and products, `Entries` those for `x[i +
///    1]`, `Sums` the operators that bind indices, `Blocks` literals and stacks, `ByEntry`
///    definitions by entry.
/// 4. `Functions` calls. A row of the function table is applied to each entry; an operation such as
///    `inv` becomes a definition of its own; a composite function has its body in `library.jacobi`,
///    and `Bodies` puts its arguments in.
///
/// A value that a call made and the user did not name becomes an *anonymous* definition, printed as
/// it was written ([Display]). An argument without a name becomes a *transparent* one, which is put
/// back in before anything is shown. Names that begin with `·` are these.
///
/// What has no meaning is a problem with its place, and costs that statement only; what rests on it
/// is not reported again.
///
/// [Claims] reads further formulas among the names of a model: claims, and formulas that were
/// printed.
///
/// Sees `notation` and `expr`. It knows no calculus: `f'(u)` gets its slope from outside
/// ([Elaborator.Slope]). To add a composite function: one definition in `library.jacobi`.
package dev.jacobi.elaborate;
