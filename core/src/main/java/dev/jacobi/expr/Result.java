package dev.jacobi.expr;

import java.util.List;
import java.util.Set;

/// A derived array: its entry, in forward names, over the axes of what is differentiated (`outer`)
/// and of what by (`inner`).
///
/// - `of`, `wrt`: the names; a Hessian has two in `wrt`, a gradient's `outer` is empty
/// - `named`: the same entry in terms of the adjoints nearer to `of`; `layers` are these, in order
/// - `uses`: the facts it rests on, in the user's words
/// - `steps`: what was done, rule by rule
public record Result(
    Kind kind,
    String of,
    List<String> wrt,
    List<Index> outer,
    List<Index> inner,
    Expr entry,
    Expr named,
    List<Adjoint> layers,
    Set<String> uses,
    List<Step> steps) {
  public Result {
    wrt = List.copyOf(wrt);
    outer = List.copyOf(outer);
    inner = List.copyOf(inner);
    layers = List.copyOf(layers);
    steps = List.copyOf(steps);
  }

  /// What was asked for.
  public enum Kind {
    GRADIENT,
    JACOBIAN,
    HESSIAN,
    VJP,
    JVP,
    HVP
  }

  /// One step: what was done to which quantity (`dC/ds1`, or a local derivative `da1/ds1`), and the
  /// entry that came out. `rule` is in words; `before` is absent where the step introduces
  /// something.
  public record Step(
      String rule,
      String of,
      String wrt,
      List<Index> outer,
      List<Index> inner,
      java.util.Optional<Expr> before,
      Expr after) {}

  /// How often it differentiates.
  public int order() {
    return kind == Kind.HESSIAN || kind == Kind.HVP ? 2 : 1;
  }

  /// All axes, in `ml` layout: those of what is differentiated, then those of what by.
  public List<Index> axes() {
    List<Index> all = new java.util.ArrayList<>(outer);
    all.addAll(inner);
    return all;
  }
}
