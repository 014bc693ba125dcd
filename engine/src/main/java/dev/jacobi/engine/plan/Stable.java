package dev.jacobi.engine.plan;

import dev.jacobi.engine.plan.Step.RowFunction;
import dev.jacobi.expr.At;
import dev.jacobi.expr.Definition;
import dev.jacobi.expr.Exponentials;
import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Factor;
import dev.jacobi.expr.Function;
import dev.jacobi.expr.Index;
import dev.jacobi.expr.Monomial;
import dev.jacobi.expr.Monomial.Power;
import dev.jacobi.expr.Rational;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Formulas that overflow or cancel as they stand, found by their structure and computed otherwise:
/// `exp(z_i) / Σ exp(z_k)`, `log Σ exp(z_k)`, the logarithm of either or of a sigmoid, and products
/// of exponentials.
final class Stable {
  private final Lowering lowering;

  Stable(Lowering lowering) {
    this.lowering = lowering;
  }

  /// Takes each softmax out of a product, as what reads its result.
  List<Scalar> softmaxes(List<Power> powers) {
    List<Scalar> found = new ArrayList<>();
    for (var s : Exponentials.softmaxes(lowering.t, powers)) {
      Var axis = lowering.shop.var(s.axis());
      found.add(rows(RowFunction.SOFTMAX, s.argument(), axis, true));
    }
    return found;
  }

  private Scalar rows(RowFunction f, Expr argument, Var axis, boolean keepsAxis) {
    return rows(f, lowering.of(argument), axis, keepsAxis);
  }

  private Scalar rows(RowFunction f, Scalar z, Var axis, boolean keepsAxis) {
    List<Var> axes = new ArrayList<>(lowering.shop.ordered(z.vars));
    axes.remove(axis);
    List<Var> left = List.copyOf(axes);
    axes.add(axis);
    Buffer in = lowering.shop.keep(z, axes);
    int n = axis.extent();
    List<Var> shape = keepsAxis ? axes : left;
    Buffer out =
        lowering.shop.once(
            f + " " + in.id + " " + n,
            shape,
            b -> new Step.Rows(b, f, in, n == 0 ? 0 : in.size / n, n));
    return lowering.shop.load(out, shape);
  }

  /// `exp(a) exp(b)^c …` is one exponential, of the sum. Takes them out of the powers.
  Optional<Scalar> exponential(List<Power> powers) {
    List<Power> all = new ArrayList<>();
    for (Power p : powers)
      if (p.base() instanceof Factor.Apply a
          && a.function == Function.EXP
          && p.exponent().isNumber()) all.add(p);
    boolean plain = all.size() < 2 && all.stream().allMatch(p -> p.exponent().isOne());
    if (plain) return Optional.empty();
    powers.removeAll(all);
    List<Expr> sum = new ArrayList<>();
    for (Power p : all)
      sum.add(lowering.t.scale(((Factor.Apply) p.base()).argument(0), p.exponent().number()));
    return Optional.of(lowering.scalars.call(Function.EXP, lowering.of(lowering.t.add(sum))));
  }

  /// `√Σ x²`, of `Σ x²`: the largest entry is taken out where squares would overflow or vanish.
  Optional<Scalar> norm(Expr e) {
    if (e.size() != 1 || e.term(0).summedCount() != 1 || !e.term(0).coefficient.isOne())
      return Optional.empty();
    var open = lowering.t.open(e.term(0));
    if (open.powers().size() != 1 || lowering.bounds.mayMiss(open.powers()))
      return Optional.empty();
    Power square = open.powers().get(0);
    boolean two = square.exponent().isNumber() && square.exponent().number().equals(Rational.TWO);
    if (!two || square.base() instanceof Factor.Relation) return Optional.empty();
    Scalar x = lowering.factor(square.base());
    Var axis = lowering.shop.var(open.summed().get(0));
    if (!x.vars.contains(axis) || x.vars.stream().anyMatch(v -> !v.isLoop()))
      return Optional.empty();
    return Optional.of(rows(RowFunction.NORM, x, axis, false));
  }

  /// The logarithm of a formula that may round to 0.
  Optional<Scalar> logarithm(Expr e) {
    Optional<Scalar> total = logOfTotal(e);
    if (total.isPresent()) return total;
    Expr inside = inlined(e);
    if (inside.size() == 1 && !inside.term(0).hasSums() && inside.term(0).coefficient.isOne())
      return logOfProduct(inside.term(0).powers());
    return logOfComplement(e);
  }

  private Optional<Scalar> logOfTotal(Expr e) {
    return Exponentials.total(lowering.t, e)
        .map(x -> rows(RowFunction.LOG_SUM_EXP, x.argument(), lowering.shop.var(x.over()), false));
  }

  private Optional<Scalar> logOfProduct(List<Power> powers) {
    List<Power> left = new ArrayList<>(powers);
    var found = Exponentials.softmaxes(lowering.t, left);
    if (found.size() == 1 && left.isEmpty()) {
      var s = found.get(0);
      Scalar total =
          rows(
              RowFunction.LOG_SUM_EXP,
              s.total().argument(),
              lowering.shop.var(s.total().over()),
              false);
      return Optional.of(lowering.scalars.sub(lowering.of(s.argument()), total));
    }
    return sigmoid(powers).map(z -> logOfSigmoid(lowering.scalars.negate(lowering.of(z))));
  }

  /// `log(1 − σ(z))`.
  private Optional<Scalar> logOfComplement(Expr e) {
    Expr rest = inlined(lowering.t.minus(lowering.t.one(), e));
    if (rest.size() != 1 || rest.term(0).hasSums() || !rest.term(0).coefficient.isOne())
      return Optional.empty();
    return sigmoid(rest.term(0).powers()).map(z -> logOfSigmoid(lowering.of(z)));
  }

  private static Optional<Expr> sigmoid(List<Power> powers) {
    if (powers.size() != 1 || !powers.get(0).exponent().isOne()) return Optional.empty();
    return powers.get(0).base() instanceof Factor.Apply a && a.function == Function.SIGMOID
        ? Optional.of(a.argument(0))
        : Optional.empty();
  }

  /// `log σ(−z) = −softplus(z)`.
  private Scalar logOfSigmoid(Scalar z) {
    return lowering.scalars.negate(lowering.scalars.call(Function.SOFTPLUS, z));
  }

  /// An entry of a definition replaced by its formula, when it stands alone.
  private Expr inlined(Expr e) {
    if (e.size() != 1 || e.term(0).hasSums() || e.term(0).powers().size() != 1) return e;
    Monomial m = e.term(0);
    Power p = m.powers().get(0);
    boolean plain = m.coefficient.equals(Rational.ONE) && p.exponent().isOne();
    if (!plain || !(p.base() instanceof Factor.Symbol s)) return e;
    Definition d = lowering.shop.model.definitions().get(s.name);
    if (d == null || !(d.body() instanceof Definition.Formula f)) return e;
    Map<Index, At> slots = new HashMap<>();
    for (int q = 0; q < s.arity(); q++) slots.put(d.parameters().get(q), s.slot(q));
    return lowering.t.substitute(f.expr(), slots);
  }

  /// Whether it may be infinite where a weight before it is 0: `t log(t / p)`.
  static boolean isLogarithm(Power p) {
    if (!p.exponent().isOne()) return false;
    return switch (p.base()) {
      case Factor.Apply a -> a.function == Function.LOG || a.function == Function.LOG1P;
      case Factor.Group g ->
          g.of.terms().stream().anyMatch(m -> m.powers().stream().anyMatch(Stable::isLogarithm));
      case Factor.Symbol _, Factor.Relation _, Factor.Indicator _, Factor.Radical _ -> false;
    };
  }
}
