package dev.jacobi;

import dev.jacobi.eval.Evaluator;
import dev.jacobi.eval.Point;
import dev.jacobi.expr.Extent;
import dev.jacobi.expr.Function;
import dev.jacobi.expr.Model;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The value of a tree by the book: nested loops over its letters, nothing rewritten. It shares
/// nothing with the canonical form but the table of functions.
final class TreeValue {
  private static final double HUGE = 1e4;
  private static final double TINY = 1e-3;
  private static final double KINK = 1e-7;
  private static final Set<Function> KINKED =
      EnumSet.of(Function.ABS, Function.SIGN, Function.RELU, Function.FLOOR);

  private final Model model;
  private final Point point;
  private final Map<Tree.Letter, Integer> at = new HashMap<>();
  private double greatest = 1;
  private boolean decent = true;

  TreeValue(Model model, Point point) {
    this.model = model;
    this.point = point;
  }

  /// Its entries over the given letters, the last fastest.
  double[] array(Tree tree, List<Tree.Letter> letters) {
    List<Double> entries = new ArrayList<>();
    fill(tree, letters, 0, entries);
    return entries.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /// Whether numbers can be compared here: nothing huge, no division by nearly nothing, no kink.
  boolean isDecent() {
    return decent && greatest < HUGE;
  }

  /// The greatest number met on the way, by which differences are measured.
  double greatest() {
    return greatest;
  }

  private void fill(Tree tree, List<Tree.Letter> letters, int q, List<Double> entries) {
    if (q == letters.size()) {
      entries.add(value(tree));
      return;
    }
    for (int n = 1; n <= size(letters.get(q)); n++) {
      at.put(letters.get(q), n);
      fill(tree, letters, q + 1, entries);
    }
  }

  private int size(Tree.Letter l) {
    return point.size(Extent.of(l.dimension()));
  }

  private double value(Tree tree) {
    double v =
        switch (tree) {
          case Tree.Num n -> (double) n.num() / n.den();
          case Tree.Sym s -> symbol(s);
          case Tree.Delta d -> at.get(d.a()).equals(at.get(d.b())) ? 1 : 0;
          case Tree.AtMost m -> at.get(m.a()) <= at.get(m.b()) ? 1 : 0;
          case Tree.Add a -> a.terms().stream().mapToDouble(this::value).sum();
          case Tree.Mul m ->
              m.factors().stream().mapToDouble(this::value).reduce(1, (x, y) -> x * y);
          case Tree.Pow p -> power(value(p.base()), value(p.exponent()));
          case Tree.Apply a -> apply(a);
          case Tree.Step s -> step(s);
          case Tree.Sum s -> sum(s);
        };
    greatest = Math.max(greatest, Math.abs(v));
    decent &= Double.isFinite(v);
    return v;
  }

  private double symbol(Tree.Sym s) {
    if (model.dimensions().contains(s.name())) return point.size(Extent.of(s.name()));
    double[] array = new Evaluator(model, point).array(s.name());
    int offset = 0;
    for (Tree.Letter l : s.at()) offset = offset * size(l) + at.get(l) - 1;
    return array[offset];
  }

  private double power(double base, double exponent) {
    decent &= exponent >= 0 || Math.abs(base) > TINY;
    decent &= exponent >= 1 || exponent <= 0 || Math.abs(base) > TINY;
    if (base == 0 && exponent == 0) decent = false;
    return Math.pow(base, exponent);
  }

  private double apply(Tree.Apply a) {
    double x = value(a.arguments().get(0));
    double z = a.function().arity == 1 ? 0 : value(a.arguments().get(1));
    boolean kinked = KINKED.contains(a.function()) || a.function().arity == 2;
    double d = a.function() == Function.FLOOR ? x - Math.rint(x) : x - z;
    decent &= !kinked || Math.abs(d) > KINK;
    decent &= a.function() != Function.LOG || x > TINY;
    return a.function().value(x, z);
  }

  private double step(Tree.Step s) {
    double x = value(s.of());
    decent &= Math.abs(x) > KINK;
    return switch (s.comparison()) {
      case POSITIVE -> x > 0 ? 1 : 0;
      case NOT_NEGATIVE -> x >= 0 ? 1 : 0;
      case ZERO -> x == 0 ? 1 : 0;
    };
  }

  private double sum(Tree.Sum s) {
    double sum = 0;
    Integer before = at.get(s.over());
    for (int n = 1; n <= size(s.over()); n++) {
      at.put(s.over(), n);
      sum += value(s.of());
    }
    if (before == null) at.remove(s.over());
    else at.put(s.over(), before);
    return sum;
  }
}
