package dev.jacobi.calculus;

import dev.jacobi.expr.At;
import dev.jacobi.expr.Definition;
import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Factor;
import dev.jacobi.expr.Index;
import dev.jacobi.expr.Model;
import dev.jacobi.expr.Rational;
import dev.jacobi.expr.Terms;
import java.util.ArrayList;
import java.util.List;

/// The local derivative of one definition by one name it uses directly: `∂v[i]/∂u[j]`, in the value
/// v itself where that is shorter. Sources for the matrix primitives: Petersen and Pedersen, "The
/// Matrix Cookbook", section 2 (∂ inv(X), ∂ det X).
public final class Local {
  private final Model model;
  private final Terms t;

  public Local(Model model) {
    this.model = model;
    this.t = model.t;
  }

  /// With `i` the definition's own parameters and `j` fresh indices over the axes of `u`.
  public Expr derivative(Definition v, String u, List<Index> j) {
    return switch (v.body()) {
      case Definition.Formula f -> by(u, j, f.expr());
      case Definition.Inverse inv -> inverse(v, inv, u, j);
      case Definition.Determinant d -> determinant(v, d, u, j);
      case Definition.Extreme e -> extreme(v, e, u, j);
      case Definition.ProductOver p ->
          t.sum(distribute(t.over(value(v), p.expr()), by(u, j, p.expr())), p.over());
      case Definition.ArgMax _ -> t.zero();
      case Definition.Unknown f -> unknown(v, f, u, j);
    };
  }

  private Expr by(String u, List<Index> j, Expr e) {
    return new Derivative(t, u, j).of(e);
  }

  private Expr value(Definition v) {
    return t.symbol(v.name(), v.parameters());
  }

  private Expr distribute(Expr factor, Expr sum) {
    List<Expr> terms = new ArrayList<>();
    for (var m : sum.terms()) terms.add(t.times(factor, t.of(m)));
    return t.add(terms);
  }

  /// ∂V_ab/∂X_kl = −V_ak V_lb.
  private Expr inverse(Definition v, Definition.Inverse inv, String u, List<Index> j) {
    if (!inv.of().equals(u)) return t.zero();
    At a = At.of(v.parameters().get(0));
    At b = At.of(v.parameters().get(1));
    Expr left = t.symbol(v.name(), a, At.of(j.get(0)));
    Expr right = t.symbol(v.name(), At.of(j.get(1)), b);
    return t.scale(t.times(left, right), Rational.MINUS_ONE);
  }

  /// ∂ log|det X|/∂X_kl = inv(X)_lk, and det X times that.
  private Expr determinant(Definition v, Definition.Determinant d, String u, List<Index> j) {
    if (!d.of().equals(u)) return t.zero();
    Expr inverse = t.symbol(model.inverseOf(u).name(), At.of(j.get(1)), At.of(j.get(0)));
    return d.logarithm() ? inverse : t.times(value(v), inverse);
  }

  /// The derivative of the entry that is the greatest.
  private Expr extreme(Definition v, Definition.Extreme e, String u, List<Index> j) {
    Expr at = t.indicator(t.minus(e.expr(), value(v)), Factor.Comparison.ZERO);
    return t.sum(distribute(at, by(u, j, e.expr())), e.over());
  }

  /// ∂L/∂y stays a given: itself an unknown function of the same names.
  private Expr unknown(Definition v, Definition.Unknown f, String u, List<Index> j) {
    if (!f.arguments().contains(u)) return t.zero();
    String name = partialName(v.name(), f, u);
    if (!model.knows(name)) {
      List<Index> all = new ArrayList<>();
      v.parameters().forEach(i -> all.add(t.fresh(i)));
      all.addAll(model.indices(u));
      model.define(new Definition(name, all, f.by(u), Definition.Visibility.NAMED));
    }
    List<Index> slots = new ArrayList<>(v.parameters());
    slots.addAll(j);
    return t.symbol(name, slots);
  }

  /// `dL/dy` is the whole derivative too, unless another argument is made of y: then the partial
  /// one has a name of its own, `L_y`, and so have its own derivatives.
  private String partialName(String of, Definition.Unknown f, String u) {
    boolean other = f.arguments().stream().anyMatch(a -> !a.equals(u) && model.rests(a, u));
    boolean whole = f.by().isEmpty() || of.contains("/d");
    if (!other && whole) return derivativeName(of, u);
    List<String> by = f.by(u).by();
    boolean letters = by.stream().allMatch(x -> x.length() == 1);
    var name = new StringBuilder(f.of() + "_" + String.join(letters ? "" : "_", by));
    while (isTaken(name.toString(), f.by(u))) name.append('_');
    return name.toString();
  }

  private boolean isTaken(String name, Definition.Unknown as) {
    if (!model.knows(name)) return false;
    Definition d = model.definitions().get(name);
    return d == null || !d.body().equals(as);
  }

  /// The derivative of a formula by a name that stands in it as a number.
  public static Expr slope(Terms t, Expr e, String name) {
    return new Derivative(t, name, List.of()).of(e);
  }

  /// The name of the given derivative of an unknown function: `dL/dy`.
  public static String derivativeName(String of, String wrt) {
    return "d" + of + "/d" + wrt;
  }
}
