/// The shortest reading of a formula, in the names of its model.
///
/// [Simplifier] does it:
///
/// 1. `Symmetry` writes the entries of symmetric matrices in one order.
/// 2. *Fold*: bottom-up, each definition is read backwards (`exp(x_i) / Σ_k exp(x_k) → y_i`) and
///    each fact used (`Σ_i t_i → 1`), until nothing fits any more.
/// 3. `Readings` writes the result in other ways: multiplied out, with what all terms share in
///    front, over one denominator, with like sums brought together (`Gathering`), with conditions
///    and their opposites joined (`Complements`). Each is folded again, and the cheapest wins.
///    `Brackets` tells where multiplying out cannot help, from what a product could hold
///    (`Supply`).
///
/// [Cost] says how long a formula reads. A fold is taken only if the cost falls, so rewriting ends;
/// a fact is taken wherever it fits. Facts used are remembered and cited.
///
/// The rules are data: a `Rule` is a pattern, its variable indices and a replacement. `RuleBook`
/// makes them from the model: each definition backwards, each fact declared, each fact found by
/// summing a definition over its axes (so it finds that a softmax sums to 1), `inv(X) X = I`.
/// `Rules` finds those that may fit by what they begin with; `Division` applies a one-term pattern
/// to a product that it divides; `Match` unifies indices modulo the order of factors and terms.
///
/// Every rewriting keeps the value and the free indices. No rule names a function. Facts are used
/// after differentiation, never before: `sum(t) = 1` would make the derivative of `sum(t)` zero.
///
/// Sees `expr` alone. To add a fact about a kind of definition: `RuleBook`. To add a way of
/// writing: `Readings`.
package dev.jacobi.simplify;
