package dev.jacobi.check;

import dev.jacobi.check.Comparison.Kind;
import dev.jacobi.check.Comparison.Outcome;
import dev.jacobi.eval.Evaluator;
import dev.jacobi.expr.Expand;
import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Index;
import dev.jacobi.expr.Terms;
import dev.jacobi.notation.Place;
import dev.jacobi.notation.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Decides whether two expressions over the same axes are equal: by numbers first, which can only
/// refute, then by proof, tier by tier. What neither refutes nor proves only agrees.
final class Decision {
  private static final int POINTS = 4;
  static final double TOLERANCE = 1e-8;
  private static final double SMALL = 1e-6; // what differs by less of it is rounding
  private static final int MOST_TERMS = 500;

  private final Setting setting;
  private final Terms t;
  private final boolean strict;

  /// - `strict`: they are equal only if both have a value at the same places
  Decision(Setting setting, boolean strict) {
    this.setting = setting;
    this.t = setting.model.t;
    this.strict = strict;
  }

  /// Whether a condition, 1 where it holds and 0 elsewhere, holds anywhere: where it never does,
  /// everything would be equal under it.
  boolean happens(Expr condition) {
    if (condition.isOne()) return true;
    List<Index> all =
        Arrays.stream(condition.free()).filter(i -> !setting.model.isInteger(i)).toList();
    for (int n = 0; n < 3 * POINTS; n++)
      for (double x : setting.at(n).array(condition, all)) if (x != 0) return true;
    return false;
  }

  Outcome of(
      Expr x, Expr y, List<Index> axes, Set<String> defects, boolean turned, Optional<String> hot) {
    Set<String> facts = setting.slopes.takeUses();
    if (x == y) return proved("canonical", facts, defects, turned, hot);
    List<Index> all = axes(axes, x, y);
    double worst = 0;
    int points = 0;
    int witness = 0;
    for (int n = 0; n < 3 * POINTS && points < POINTS; n++) {
      double d = difference(x, y, all, setting.at(n)).relative();
      if (Double.isNaN(d)) continue;
      points++;
      if (d > worst) {
        worst = d;
        witness = n;
      }
      if (d > TOLERANCE) break;
    }
    if (points == 0)
      return Outcome.of(
          Kind.UNKNOWN,
          new Problem(Place.NONE, "no point was found where both sides are finite", ""));
    if (worst > TOLERANCE)
      return new Outcome(
          Kind.DIFFERENT,
          Optional.empty(),
          points,
          worst,
          Set.of(),
          defects,
          turned,
          hot,
          Optional.empty(),
          witness);
    setting.simplifier.takeUses();
    Optional<String> tier = tier(x, y);
    Set<String> uses = new LinkedHashSet<>(facts);
    if (tier.isPresent()) uses.addAll(setting.simplifier.takeUses());
    var doubt = new Doubt(setting, x, y, all);
    if (tier.isEmpty()) {
      OptionalInt apart = doubt.apart();
      if (apart.isPresent()) return different(points + doubt.points(), apart.getAsInt(), defects);
      OptionalInt none = strict ? doubt.undefined() : OptionalInt.empty();
      if (none.isPresent()) return undefined(points, none.getAsInt(), defects);
      points = Math.max(points, doubt.points());
    }
    return new Outcome(
        Kind.EQUAL, tier, points, worst, uses, defects, turned, hot, Optional.empty(), 0);
  }

  private static Outcome different(int points, int witness, Set<String> defects) {
    return new Outcome(
        Kind.DIFFERENT,
        Optional.empty(),
        points,
        1,
        Set.of(),
        defects,
        false,
        Optional.empty(),
        Optional.empty(),
        witness);
  }

  private static Outcome undefined(int points, int witness, Set<String> defects) {
    Outcome o = different(points, witness, defects);
    var problem =
        new Problem(
            Place.NONE,
            "they are equal where both have a value, but one has none where the other does",
            "");
    return new Outcome(
        o.kind(),
        o.tier(),
        points,
        1,
        o.uses(),
        defects,
        false,
        o.hot(),
        Optional.of(problem),
        witness);
  }

  private static Outcome proved(
      String tier, Set<String> uses, Set<String> defects, boolean turned, Optional<String> hot) {
    return new Outcome(
        Kind.EQUAL, Optional.of(tier), 0, 0, uses, defects, turned, hot, Optional.empty(), 0);
  }

  /// For all values: by simplifying the difference, then with every definition put in.
  private Optional<String> tier(Expr x, Expr y) {
    try {
      if (setting.simplifier.simplify(x) == setting.simplifier.simplify(y))
        return Optional.of("simplified");
      if (isZero(t.minus(x, y))) return Optional.of("difference");
      Expr a = setting.slopes.inlined(x);
      Expr b = setting.slopes.inlined(y);
      if (a == b) return Optional.of("definitions");
      if (isZero(t.minus(a, b))) return Optional.of("definitions");
      Expr kinks = new Kinks(t).apply(t.minus(a, b));
      if (new Pieces(setting.model).add(a).add(b).any()
          && isZero(new Expand(t, MOST_TERMS).apply(kinks))) return Optional.of("pieces");
      var elementary = new Elementary(setting.model);
      Expr difference = elementary.apply(t.minus(a, b));
      if (Quotient.isZero(t, difference)) return Optional.of("functions");
      return Optional.empty();
    } catch (ArithmeticException | StackOverflowError e) {
      return Optional.empty(); // too large to rewrite: it agrees, and no more is said
    }
  }

  private boolean isZero(Expr e) {
    return e.isZero() || setting.simplifier.simplify(e).isZero();
  }

  /// The axes, then the letters that are free in either.
  List<Index> axes(List<Index> own, Expr x, Expr y) {
    List<Index> all = new ArrayList<>(own);
    for (Expr e : List.of(x, y))
      for (Index i : e.free()) if (!all.contains(i) && !setting.model.isInteger(i)) all.add(i);
    return all;
  }

  /// - `relative`: the greatest difference, by the scale; NaN where either is not finite
  /// - `scale`: the greatest entry of both, and a little where there is none
  record Difference(double relative, double scale) {}

  Difference difference(Expr x, Expr y, List<Index> axes, Evaluator at) {
    double[] a = at.array(x, axes);
    double[] b = at.array(y, axes);
    double scale = Math.max(greatest(a), greatest(b));
    double worst = 0;
    for (int q = 0; q < a.length; q++) {
      if (!Double.isFinite(a[q]) || !Double.isFinite(b[q]))
        return new Difference(Double.NaN, scale);
      worst = Math.max(worst, Math.abs(a[q] - b[q]));
    }
    return new Difference(worst / scale, scale);
  }

  private static double greatest(double[] x) {
    double g = SMALL;
    for (double v : x) g = Math.max(g, Math.abs(v));
    return g;
  }
}
