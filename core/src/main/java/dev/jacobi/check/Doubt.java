package dev.jacobi.check;

import dev.jacobi.eval.Evaluator;
import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Index;
import dev.jacobi.expr.ValueSet;
import dev.jacobi.expr.Variable;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Two formulas that are equal at a few points and are not proved so: tried at other sizes, since a
/// factor n may be 3 at all the few; at more points where they are made of pieces, at each side of
/// every kink, and where only one of them has a value.
final class Doubt {
  private static final int MOST = 24;
  private static final double APART = 1e-6;
  private static final Set<ValueSet> NEVER_ZERO =
      EnumSet.of(
          ValueSet.REAL, ValueSet.POSITIVE, ValueSet.OPEN_UNIT, ValueSet.UNIT, ValueSet.SIMPLEX);

  private final Setting setting;
  private final Expr x;
  private final Expr y;
  private final List<Index> axes;
  private int points;

  Doubt(Setting setting, Expr x, Expr y, List<Index> axes) {
    this.setting = setting;
    this.x = x;
    this.y = y;
    this.axes = axes;
  }

  /// At how many points both were compared.
  int points() {
    return points;
  }

  /// The number of a point where they differ.
  OptionalInt apart() {
    if (!setting.model.dimensions().isEmpty())
      for (int n = Setting.WIDE; n < Setting.WIDE + Setting.WIDE_MANY; n++)
        if (differAt(n)) return OptionalInt.of(n);
    var pieces = new Pieces(setting.model).add(x).add(y);
    if (!pieces.any() && !hasFewValues()) return OptionalInt.empty();
    for (int n = 0; n < MOST; n++) if (differAt(n)) return OptionalInt.of(n);
    if (!pieces.any()) return OptionalInt.empty();
    if (!setting.model.facts().isEmpty()) return OptionalInt.empty();
    for (double d : pieces.distances())
      for (double scale : new double[] {0.4 * d, d, 4 * d}) {
        int first = setting.far(scale);
        for (int n = first; n < first + Setting.FAR_EACH; n++)
          if (differAt(n)) return OptionalInt.of(n);
      }
    return OptionalInt.empty();
  }

  /// Whether something declared has few values: a few points may hit one only.
  private boolean hasFewValues() {
    return setting.model.variables().values().stream().anyMatch(v -> v.set().hasFewValues());
  }

  private boolean differAt(int n) {
    Evaluator at = setting.at(n);
    double[] a = at.array(x, axes);
    double[] b = at.array(y, axes);
    double scale = APART;
    double most = 0;
    for (int q = 0; q < a.length; q++) {
      boolean one = Double.isFinite(a[q]) || Double.isFinite(b[q]);
      if (one && hasFewValues() && (Double.isInfinite(a[q]) || Double.isInfinite(b[q])))
        return true;
      if (!Double.isFinite(a[q]) || !Double.isFinite(b[q])) return false;
      scale = Math.max(scale, Math.max(Math.abs(a[q]), Math.abs(b[q])));
      most = Math.max(most, Math.abs(a[q] - b[q]));
    }
    points++;
    return most > APART * scale;
  }

  /// The number of a point of the declared sets where one has a value and the other has none.
  OptionalInt undefined() {
    for (Variable v : setting.model.variables().values())
      if (!NEVER_ZERO.contains(v.set())) return OptionalInt.empty(); // 0 log 0
    if (new Pieces(setting.model).add(x).add(y).any()) return OptionalInt.empty();
    for (int n = 0; n < MOST; n++) {
      Evaluator at = setting.at(n);
      Optional<Boolean> a = hasValue(at.array(x, axes));
      Optional<Boolean> b = hasValue(at.array(y, axes));
      if (a.isPresent() && b.isPresent() && !a.equals(b)) return OptionalInt.of(n);
    }
    return OptionalInt.empty();
  }

  /// Whether all are finite, or one is no number; empty where one is infinite, which may be said of
  /// a number too large.
  private static Optional<Boolean> hasValue(double[] x) {
    boolean all = true;
    for (double d : x) {
      if (Double.isInfinite(d)) return Optional.empty();
      all &= !Double.isNaN(d);
    }
    return Optional.of(all);
  }
}
