/// Index notation, and what always holds of it.
///
/// An [Expr] is a sum of [Monomial]s. A monomial is a rational number times [Factor]s with powers,
/// and the indices it sums over: `2 x_j Σ_k W_ki (s_k − y_k)`. There is no transpose, no layout and
/// one product; a vector is a [Factor.Symbol] with one index term, a matrix one with two.
///
/// **Making formulas.** [Terms] makes every node and keeps each once; equality is identity. Its
/// operations bring what they make into canonical form: like terms merge, powers of one base merge,
/// `exp(a + b)` splits into factors, a delta over a summed index is eliminated. `times` never
/// distributes; [Expand] does.
///
/// ```java
/// var t = new Terms();
/// Index i = t.index(Extent.of("n"), "i");
/// Expr square = t.pow(t.symbol("x", At.of(i)), 2);
/// Expr norm = t.sum(square, i); // Σ_i x_i²
/// ```
///
/// **Indices.** An [Index] has an identity, an [Extent] and perhaps a letter. Free ones have
/// positive ids. Summed ones have canonical numbers, which start above those of nested sums ([Node]
/// calls that the height), so that equal sums are one object and nothing is captured. An index
/// term, [At], is affine: `i + k − 1`.
///
/// **Looking inside.** A monomial that sums is opened first ([Terms#open]), which gives its summed
/// indices fresh names, and closed after a change ([Terms#close]). [Rewrite] does this for whoever
/// replaces symbols or indices.
///
/// **How a product comes to canonical form.** `Product` collects factors and merges their powers;
/// it eliminates deltas, splits the rest into components that share summed indices (`Component`),
/// orders these indices by colour refinement (`Canonical`), numbers them and sorts (`Closing`).
///
/// **What a file is about.** [Model] has the declared [Variable]s, the [Definition]s, each after
/// what it uses, the [Fact]s, and its table of terms. [Function] is the table of primitive
/// functions, one row each. [Adjoint] and [Result] are what calculus found, kept here so that
/// printers need not see calculus.
///
/// Sees no other package. To add an elementwise function: one row of [Function].
package dev.jacobi.expr;
