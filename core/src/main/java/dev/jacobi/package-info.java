/// The way in: read a model, derive, look at the answers.
///
/// ```java
/// Model model = Jacobi.read("form.jacobi", "A in sym[n]\nx in R[n]\nf = x' A x");
/// Derivation d = Derivation.gradient(model, "f", "x");
/// System.out.println(d); // df/dx = 2 A x
/// ```
///
/// - [Jacobi] reads text, [Model] is what it says. A text with mistakes still gives a model; its
///   [Model#problems] say what is wrong and where.
/// - [Derivation] is one derivative, as text, LaTeX, by entry, by layers, or as NumPy.
/// - [Reports] answers everything a text asks in one report, which the classes of `print.report`
///   write.
///
/// Nothing is handed out unchecked: each result is compared with differences of the forward
/// formulas, in random directions at random points, and one that disagrees is a
/// [DerivationException]. [Model#deriveUnchecked] is for those who check by themselves.
///
/// This package sees all others, and brings together those that do not see each other: it gives
/// calculus its simplifier and elaboration its slopes. `docs/api.md` is its guide,
/// `docs/architecture.md` the map.
package dev.jacobi;
