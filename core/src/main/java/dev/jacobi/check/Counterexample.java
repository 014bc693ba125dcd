package dev.jacobi.check;

import dev.jacobi.eval.Point;
import dev.jacobi.expr.Definition;
import dev.jacobi.expr.Extent;
import dev.jacobi.expr.ValueSet;
import dev.jacobi.expr.Variable;
import dev.jacobi.notation.Syntax;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Numbers at which two formulas differ: of the declared names that they rest on, short where short
/// numbers do.
final class Counterexample {
  private static final int MOST_ENTRIES = 40;

  private final Setting setting;
  private final Comparison comparison;

  Counterexample(Setting setting, Comparison comparison) {
    this.setting = setting;
    this.comparison = comparison;
  }

  Map<String, Object> of(Syntax left, Syntax right, int witness) {
    Set<String> names = inputs(left);
    names.addAll(inputs(right));
    Point exact = setting.point(witness);
    Point round = exact.copy();
    for (String name : names) {
      Variable v = setting.model.variables().get(name);
      boolean free =
          v.set() == ValueSet.REAL
              || v.set() == ValueSet.POSITIVE
              || v.set() == ValueSet.OPEN_UNIT
              || v.set() == ValueSet.UNIT;
      if (free) round.put(name, rounded(exact.array(name), 10));
    }
    Point shown = comparison.differAt(left, right, round) ? round : exact;
    Map<String, Object> values = new LinkedHashMap<>();
    int entries = 0;
    for (String name : names) {
      Variable v = setting.model.variables().get(name);
      double[] x = rounded(shown.array(name), 1000);
      entries += x.length;
      if (entries <= MOST_ENTRIES) values.put(name, nested(x, v.shape(), 0, new int[1], shown));
    }
    return values;
  }

  private static double[] rounded(double[] x, int digits) {
    double[] r = new double[x.length];
    for (int q = 0; q < r.length; q++) {
      r[q] = Math.round(x[q] * digits) / (double) digits;
      if (r[q] == 0 && x[q] != 0) r[q] = Math.signum(x[q]) / digits;
    }
    return r;
  }

  private static Object nested(double[] x, List<Extent> shape, int axis, int[] at, Point p) {
    if (axis == shape.size()) return x[at[0]++];
    List<Object> list = new ArrayList<>();
    for (int q = 0; q < p.size(shape.get(axis)); q++) list.add(nested(x, shape, axis + 1, at, p));
    return list;
  }

  /// The declared names that a formula rests on.
  private Set<String> inputs(Syntax s) {
    Deque<String> open = new ArrayDeque<>(Interpreter.names(s));
    Set<String> seen = new LinkedHashSet<>(open);
    Set<String> inputs = new LinkedHashSet<>();
    while (!open.isEmpty()) {
      String name = open.pop();
      Variable v = setting.model.variables().get(name);
      if (v != null && v.set() != ValueSet.INTEGERS) inputs.add(name);
      Definition d = setting.model.definitions().get(name);
      if (d == null) continue;
      for (String u : d.uses()) if (seen.add(u)) open.add(u);
    }
    return inputs;
  }
}
