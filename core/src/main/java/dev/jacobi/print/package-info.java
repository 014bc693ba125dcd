/// Index notation written as formulas: by entry, or in matrix notation and a layout.
///
/// [Printer] is the way in. It gives back `Syntax`, which any spelling can write; text and LaTeX
/// are not decided here.
///
/// **By entry.** `IndexForm` writes sums, deltas and conditions; `Cuts` takes sums over stacks
/// block by block; `Letters` chooses letters, the user's own where there are some; `Order` puts
/// factors and terms into the order of a careful hand; `Signs` gives brackets the sign that the
/// user wrote, and `Roots` puts numbers back under their roots.
///
/// **Matrix notation.** `MatrixForm` takes an entry with at most two free indices. For each term it
/// has `FactorForm` write the factors (`NamedArrays` those that are names) and asks `Subsets`:
/// dynamic programming over the subsets of the factors, where a state is what is left (at most two
/// indices, and which runs down) and a step is a matrix product, an entrywise product, an outer
/// product, a scaling by a diagonal, a sum of rows or columns, a trace. The cheapest way wins.
/// `Factoring` takes common factors out on the left or right. What has no matrix form is shown by
/// entry.
///
/// **Layout** is decided here and nowhere else: `ml` (of what, then by what: a gradient has the
/// shape of its variable), `numerator` (of what, then by what reversed) and `denominator` (by what,
/// then of what).
///
/// **Names.** [Spellings] knows how each name is written: as the user spelled it, an adjoint as
/// `dC/ds2`, a definition without a name as its formula.
///
/// What is written here is for reading. It is never fed back into rewriting.
///
/// Sees `notation` and `expr`. Formats are in `print.report` and `print.code`.
package dev.jacobi.print;
