package dev.jacobi.check;

import dev.jacobi.elaborate.Claims;
import dev.jacobi.eval.Evaluator;
import dev.jacobi.eval.Point;
import dev.jacobi.expr.Extent;
import dev.jacobi.expr.Index;
import dev.jacobi.expr.ValueSet;
import dev.jacobi.expr.Variable;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.TextSpelling;
import dev.jacobi.notation.Trees;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/// Numbers at which two formulas differ: of the names and derivatives that stand in them, at the
/// smallest sizes that do, of one decimal where they are declared.
final class Counterexample {
  private static final int MOST_ENTRIES = 40;
  private static final int TRIALS = 3;
  private static final Set<ValueSet> FREE =
      EnumSet.of(
          ValueSet.REAL,
          ValueSet.POSITIVE,
          ValueSet.OPEN_UNIT,
          ValueSet.UNIT,
          ValueSet.BINARY,
          ValueSet.SIGNS);

  private final Setting setting;
  private final Comparison comparison;

  Counterexample(Setting setting, Comparison comparison) {
    this.setting = setting;
    this.comparison = comparison;
  }

  /// - `truth`, `written`: what differs; `witness`: the number of a point where it does
  /// - `correct`: what should stand there, whose names count too
  Map<String, Object> of(Syntax truth, Syntax written, Optional<Syntax> correct, int witness) {
    Point p = small(truth, written).orElseGet(() -> rounded(truth, written, witness));
    Map<String, Syntax> shown = new LinkedHashMap<>();
    values(written, shown);
    correct.ifPresentOrElse(s -> values(s, shown), () -> values(truth, shown));
    Map<String, Object> all = new LinkedHashMap<>();
    int entries = 0;
    for (var e : shown.entrySet()) {
      Claims.Meaning m = comparison.meaning(e.getValue());
      if (m.problem().isPresent()) continue;
      double[] x = new Evaluator(setting.model, p).array(m.entry(), m.axes());
      entries += x.length;
      List<Extent> shape = m.axes().stream().map((Index i) -> i.extent).toList();
      if (entries <= MOST_ENTRIES)
        all.put(e.getKey(), nested(rounded(x, 1000), shape, 0, new int[1], p));
    }
    return all;
  }

  /// Names and derivatives, as they are spelled.
  private void values(Syntax s, Map<String, Syntax> into) {
    boolean value = s instanceof Syntax.Name n && setting.model.knows(n.text());
    if (value || s instanceof Syntax.Derivative && isOfNames(s)) {
      into.putIfAbsent(TextSpelling.PLAIN.spell(s), s);
      return;
    }
    if (!(s instanceof Syntax.Derivative)) Trees.parts(s).forEach(x -> values(x, into));
  }

  private static boolean isOfNames(Syntax s) {
    return Trees.parts(s).stream().allMatch(x -> x instanceof Syntax.Name);
  }

  // ---- points

  /// A point of size 1, else 2, where nothing but the shapes binds the values.
  private Optional<Point> small(Syntax truth, Syntax written) {
    for (Variable v : setting.model.variables().values())
      if (!FREE.contains(v.set())) return Optional.empty();
    if (!setting.model.facts().isEmpty()) return Optional.empty();
    for (int size = 1; size <= 2; size++)
      for (int trial = 0; trial < TRIALS; trial++) {
        Point p = drawn(size, new Random(31L * size + trial));
        if (differ(truth, written, p)) return Optional.of(p);
      }
    return Optional.empty();
  }

  private Point drawn(int size, Random random) {
    Map<String, Integer> sizes = new HashMap<>();
    for (String d : setting.model.dimensions()) sizes.put(d, size);
    var p = new Point(sizes, 1);
    for (Variable v : setting.model.variables().values()) {
      int length = 1;
      for (Extent e : v.shape()) length *= Math.max(0, p.size(e));
      double[] x = new double[length];
      for (int q = 0; q < length; q++) x[q] = one(v.set(), random);
      p.put(v.name(), x);
    }
    return p;
  }

  private static double one(ValueSet set, Random random) {
    double tenth = (1 + random.nextInt(9)) / 10.0;
    return switch (set) {
      case BINARY -> random.nextInt(2);
      case SIGNS -> random.nextBoolean() ? 1 : -1;
      case POSITIVE, OPEN_UNIT, UNIT -> tenth;
      default -> random.nextBoolean() ? tenth : -tenth;
    };
  }

  private boolean differ(Syntax truth, Syntax written, Point p) {
    try {
      return comparison.differAt(truth, written, p);
    } catch (RuntimeException | StackOverflowError e) {
      return false; // these sizes do not serve
    }
  }

  /// The point where they were seen to differ, with short numbers where these do.
  private Point rounded(Syntax truth, Syntax written, int witness) {
    Point exact = setting.point(witness);
    Point round = exact.copy();
    for (Variable v : setting.model.variables().values())
      if (FREE.contains(v.set())) round.put(v.name(), rounded(exact.array(v.name()), 10));
    return differ(truth, written, round) ? round : exact;
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
}
