package dev.jacobi.check;

import dev.jacobi.elaborate.Claims;
import dev.jacobi.eval.Evaluator;
import dev.jacobi.eval.Point;
import dev.jacobi.expr.Index;
import dev.jacobi.expr.ValueSet;
import dev.jacobi.expr.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Points at which conditions `E = 0` hold, whatever they are solved for: declared names are moved
/// to where each E is zero by Newton's method (the shortest step where there are many), all others
/// stay as they were drawn. One condition is solved by one name.
final class ZeroSet {
  private static final int WANTED = 6;
  private static final int TRIED = 12;
  private static final int MOST_UNKNOWNS = 24;
  private static final int MOST_STEPS = 60;
  private static final double STEP = 1e-6; // of the differences
  private static final double ZERO = 1e-10;

  private final Setting setting;
  private final List<Claims.Meaning> conditions;
  private final List<List<Index>> axes = new ArrayList<>();

  private ZeroSet(Setting setting, List<Claims.Meaning> conditions) {
    this.setting = setting;
    this.conditions = conditions;
    for (Claims.Meaning m : conditions)
      axes.add(Arrays.stream(m.entry().free()).filter(i -> !setting.model.isInteger(i)).toList());
  }

  /// Some of its points, found by one of the names given; none where it has none that can be found.
  static List<Point> of(Setting setting, Claims.Meaning condition, Iterable<String> names) {
    if (condition.problem().isPresent()) return List.of();
    var zeros = new ZeroSet(setting, List.of(condition));
    List<Point> found = new ArrayList<>();
    for (String name : names) {
      Variable v = setting.model.variables().get(name);
      if (v == null) continue;
      if (setting.isOfFewValues(name)) zeros.tried(v, found);
      zeros.search(List.of(v), found);
      if (found.size() == WANTED) break;
    }
    return found;
  }

  /// Some points at which all of them hold, found by moving these names together.
  static List<Point> ofAll(
      Setting setting, List<Claims.Meaning> conditions, Collection<String> names) {
    if (conditions.stream().anyMatch(m -> m.problem().isPresent())) return List.of();
    List<Variable> moved = new ArrayList<>();
    for (String n : names) moved.add(setting.model.variables().get(n));
    List<Point> found = new ArrayList<>();
    new ZeroSet(setting, conditions).search(moved, found);
    return found;
  }

  private void search(List<Variable> moved, List<Point> found) {
    if (!moved.stream().allMatch(v -> isOpen(v.set()))) return;
    for (int n = 0; n < TRIED && found.size() < WANTED; n++)
      solved(moved, setting.point(n)).ifPresent(found::add);
  }

  /// Of a number of two values, the points at which it has the right one.
  private void tried(Variable v, List<Point> found) {
    double least = v.set() == ValueSet.SIGNS ? -1 : 0;
    for (int n = 0; n < TRIED && found.size() < WANTED; n++)
      for (double x : new double[] {least, 1}) {
        Point p = setting.point(n);
        p.put(v.name(), new double[] {x});
        if (isSmall(residual(List.of(v), new double[] {x}, p))) found.add(p);
      }
  }

  static boolean isOpen(ValueSet set) {
    return set == ValueSet.REAL
        || set == ValueSet.POSITIVE
        || set == ValueSet.UNIT
        || set == ValueSet.OPEN_UNIT;
  }

  private static boolean holds(ValueSet set, double x) {
    return switch (set) {
      case POSITIVE -> x > 0;
      case UNIT, OPEN_UNIT -> x > 0 && x < 1;
      default -> true;
    };
  }

  private Optional<Point> solved(List<Variable> moved, Point start) {
    double[] u = values(moved, start);
    if (u.length == 0 || u.length > MOST_UNKNOWNS) return Optional.empty();
    double[] r = residual(moved, u, start);
    if (r.length > MOST_UNKNOWNS) return Optional.empty();
    double damping = 1e-10;
    for (int k = 0; k < MOST_STEPS && !isSmall(r); k++) {
      double[] next = moved(u, step(jacobian(moved, u, start), r, damping));
      double[] there = residual(moved, next, start);
      if (norm(there) < norm(r)) {
        u = next;
        r = there;
        damping = Math.max(damping / 10, 1e-14);
      } else {
        damping = Math.max(damping * 10, 1e-6);
        if (damping > 1e8) return Optional.empty();
      }
    }
    if (!isSmall(r)) return Optional.empty();
    int at = 0;
    for (Variable v : moved) // where all is zero everything seems equal
    for (int q = start.array(v.name()).length; q > 0; q--, at++)
        if (!holds(v.set(), u[at]) || Math.abs(u[at]) < 1e-4) return Optional.empty();
    return Optional.of(put(moved, u, start));
  }

  /// All their entries, one after the other; none where one has none.
  private static double[] values(List<Variable> moved, Point p) {
    double[] all = {};
    for (Variable v : moved) {
      double[] own = p.array(v.name());
      if (own == null) return new double[0];
      all = joined(all, own);
    }
    return all;
  }

  private static double[] joined(double[] a, double[] b) {
    double[] all = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, all, a.length, b.length);
    return all;
  }

  private static Point put(List<Variable> moved, double[] u, Point start) {
    Point p = start.copy();
    int at = 0;
    for (Variable v : moved) {
      int n = start.array(v.name()).length;
      p.put(v.name(), Arrays.copyOfRange(u, at, at + n));
      at += n;
    }
    return p;
  }

  private double[] residual(List<Variable> moved, double[] u, Point start) {
    var evaluator = new Evaluator(setting.model, put(moved, u, start));
    double[] all = {};
    for (int q = 0; q < conditions.size(); q++)
      all = joined(all, evaluator.array(conditions.get(q).entry(), axes.get(q)));
    return all;
  }

  /// By central differences: one row for each unknown.
  private double[][] jacobian(List<Variable> of, double[] u, Point start) {
    double[][] j = new double[u.length][];
    for (int q = 0; q < u.length; q++) {
      double[] more = u.clone();
      double[] less = u.clone();
      more[q] += STEP;
      less[q] -= STEP;
      double[] a = residual(of, more, start);
      double[] b = residual(of, less, start);
      for (int e = 0; e < a.length; e++) a[e] = (a[e] - b[e]) / (2 * STEP);
      j[q] = a;
    }
    return j;
  }

  /// `−Jᵀ(J Jᵀ + damping)⁻¹ r`, the shortest of the steps that would do.
  private static double[] step(double[][] j, double[] r, double damping) {
    int n = r.length;
    double[][] a = new double[n][n + 1];
    double trace = 0;
    for (int x = 0; x < n; x++)
      for (int y = 0; y < n; y++) {
        for (double[] row : j) a[x][y] += row[x] * row[y];
        if (x == y) trace += a[x][y];
      }
    for (int x = 0; x < n; x++) {
      a[x][x] += damping * (trace / n + 1e-12);
      a[x][n] = -r[x];
    }
    double[] y = eliminated(a);
    double[] step = new double[j.length];
    for (int q = 0; q < j.length; q++) for (int x = 0; x < n; x++) step[q] += j[q][x] * y[x];
    return step;
  }

  private static double[] eliminated(double[][] a) {
    int n = a.length;
    for (int c = 0; c < n; c++) {
      int best = c;
      for (int x = c + 1; x < n; x++) if (Math.abs(a[x][c]) > Math.abs(a[best][c])) best = x;
      double[] pivot = a[best];
      a[best] = a[c];
      a[c] = pivot;
      for (int x = 0; x < n; x++) {
        if (x == c) continue;
        double f = a[x][c] / pivot[c];
        for (int y = c; y <= n; y++) a[x][y] -= f * pivot[y];
      }
    }
    double[] y = new double[n];
    for (int c = 0; c < n; c++) y[c] = a[c][n] / a[c][c];
    return y;
  }

  private static double[] moved(double[] u, double[] step) {
    double[] next = u.clone();
    for (int q = 0; q < u.length; q++) next[q] += step[q];
    return next;
  }

  private static boolean isSmall(double[] r) {
    return norm(r) < ZERO;
  }

  /// Infinite where it is not finite.
  private static double norm(double[] r) {
    double sum = 0;
    for (double x : r) sum += x * x;
    return Double.isFinite(sum) ? Math.sqrt(sum) : Double.POSITIVE_INFINITY;
  }
}
