package dev.jacobi.expr;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A derived array: its entry, in forward names, over the axes of what is differentiated (`outer`)
/// and of what by (`inner`).
///
/// - `of`, `wrt`: the names; a Hessian has two in `wrt`, a gradient's `outer` is empty
/// - `named`: the same entry in terms of the adjoints nearer to `of`; `layers` are these, in order
/// - `uses`: the facts it rests on, in the user's words
/// - `steps`: what was done, rule by rule
/// - `part`: where only a part of the array was asked for, which
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
    List<Step> steps,
    Optional<Part> part) {
  public Result {
    wrt = List.copyOf(wrt);
    outer = List.copyOf(outer);
    inner = List.copyOf(inner);
    layers = List.copyOf(layers);
    steps = List.copyOf(steps);
  }

  /// The whole array.
  public Result(
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
    this(kind, of, wrt, outer, inner, entry, named, layers, uses, steps, Optional.empty());
  }

  /// All axes of the array, and the places at which some of them are held.
  public record Part(List<Index> outer, List<Index> inner, Map<Index, At> held) {
    public Part {
      outer = List.copyOf(outer);
      inner = List.copyOf(inner);
      held = Map.copyOf(held);
    }

    /// The place on each axis, those of `outer` first.
    public List<At> places() {
      List<At> all = new ArrayList<>();
      for (Index i : outer) all.add(held.getOrDefault(i, At.of(i)));
      for (Index i : inner) all.add(held.getOrDefault(i, At.of(i)));
      return all;
    }
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
      Optional<Expr> before,
      Expr after) {}

  /// How often it differentiates.
  public int order() {
    return kind == Kind.HESSIAN || kind == Kind.HVP ? 2 : 1;
  }

  /// All axes, in `ml` layout: those of what is differentiated, then those of what by.
  public List<Index> axes() {
    List<Index> all = new ArrayList<>(outer);
    all.addAll(inner);
    return all;
  }
}
