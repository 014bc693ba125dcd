package dev.jacobi.check;

import dev.jacobi.Jacobi;
import dev.jacobi.Model;
import dev.jacobi.elaborate.Claims;
import dev.jacobi.elaborate.Manner;
import dev.jacobi.eval.Evaluator;
import dev.jacobi.eval.Point;
import dev.jacobi.eval.Sampler;
import dev.jacobi.expr.Adjoint;
import dev.jacobi.expr.Extent;
import dev.jacobi.expr.Index;
import dev.jacobi.expr.Result;
import dev.jacobi.notation.Place;
import dev.jacobi.notation.Statement;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.Trees;
import dev.jacobi.notation.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The numbers that formulas of a model come to, with derivatives derived by the model itself. It
/// shares nothing with the judge of claims, which the study holds against it.
final class Values {
  private static final int POINTS = 4;
  private static final double TOLERANCE = 1e-7;
  private static final long SEED = 11;

  private final Model model;
  private final Map<List<String>, Claims.Derivatives.Value> derived = new HashMap<>();
  private final List<List<Adjoint>> layers = new ArrayList<>();
  private final List<Point> points = new ArrayList<>();

  Values(String file, String text) {
    model = Jacobi.read(file, text);
    model.read().formulas().derivatives(this::derivative);
    var sampler = new Sampler(model.read().model(), SEED);
    for (int n = 0; n < POINTS; n++) points.add(sampler.point(n));
  }

  Model model() {
    return model;
  }

  /// A formula in numbers: its shape without axes of one entry, and its entries at each point; none
  /// where it does not fit as it is written.
  record Value(List<String> shape, List<double[]> at) {
    boolean isFinite() {
      return at.stream().anyMatch(Values::isFinite);
    }

    boolean sameShape(Value o) {
      return shape.equals(o.shape);
    }

    /// Equal wherever both are finite, and finite together somewhere.
    boolean equalTo(Value o) {
      boolean met = false;
      for (int q = 0; q < at.size(); q++) {
        if (!Values.isFinite(at.get(q)) || !Values.isFinite(o.at.get(q))) continue;
        met = true;
        if (at.get(q).length != o.at.get(q).length) return false;
        if (distance(at.get(q), o.at.get(q)) > TOLERANCE) return false;
      }
      return met;
    }
  }

  /// The value of a formula beside a right one, whose letters come first.
  Optional<Value> of(Syntax s, Syntax head, Syntax beside, Optional<Syntax> condition) {
    Set<String> names = new LinkedHashSet<>();
    for (Syntax x : List.of(head, beside, s)) free(x, Set.of(), names);
    var letters = new Claims.Letters(names);
    read(head, letters);
    read(beside, letters);
    Claims.Meaning m = read(s, letters);
    if (m.problem().isPresent()) m = read(s, letters);
    if (m.problem().isPresent()) return Optional.empty();
    List<Index> axes = new ArrayList<>();
    List<String> shape = new ArrayList<>();
    for (String n : names) letters.index(n).ifPresent(axes::add);
    for (Index i : m.axes()) if (!i.extent.equals(Extent.ONE)) shape.add(i.extent.toString());
    if (m.axes().isEmpty() && m.entry().isZero()) shape = shape(read(beside, letters));
    for (Index i : m.axes()) axes.add(i);
    for (Index i : m.entry().free())
      if (!axes.contains(i) && !model.read().model().isInteger(i)) axes.add(i);
    Optional<Claims.Meaning> mask =
        condition.map(c -> read(new Syntax.Indicator(c, Place.NONE), letters));
    List<double[]> at = new ArrayList<>();
    for (Point p : points) at.add(masked(m, axes, mask, p.copy()));
    return Optional.of(new Value(shape, at));
  }

  private static List<String> shape(Claims.Meaning m) {
    return m.axes().stream()
        .map(i -> i.extent)
        .filter(e -> !e.equals(Extent.ONE))
        .map(Extent::toString)
        .toList();
  }

  private Claims.Meaning read(Syntax s, Claims.Letters letters) {
    return model.read().formulas().read(s, letters, Manner.strict());
  }

  private double[] masked(
      Claims.Meaning m, List<Index> axes, Optional<Claims.Meaning> mask, Point p) {
    double[] x = value(m.entry(), axes, p);
    if (mask.isEmpty()) return x;
    double[] where = value(mask.get().entry(), axes, p);
    for (int q = 0; q < x.length; q++) if (where[q] == 0) x[q] = 0;
    return x;
  }

  /// A long derivative speaks in adjoints nearer to the output: these are computed first.
  private double[] value(dev.jacobi.expr.Expr e, List<Index> axes, Point p) {
    var core = model.read().model();
    for (List<Adjoint> l : layers) new Evaluator(core, p).layers(l);
    return new Evaluator(core, p).array(e, axes).clone();
  }

  private Claims.Derivatives.Value derivative(String of, List<String> wrt) {
    List<String> key = new ArrayList<>(List.of(of));
    key.addAll(wrt);
    Claims.Derivatives.Value known = derived.get(key);
    if (known != null) return known;
    Result r;
    try {
      r = model.deriveUnchecked(request(of, wrt)).getLast();
    } catch (dev.jacobi.DerivationException e) {
      throw new IllegalArgumentException(e.getMessage());
    }
    layers.add(r.layers());
    known = new Claims.Derivatives.Value(r.entry(), r.axes());
    derived.put(key, known);
    return known;
  }

  private Statement.Request request(String of, List<String> wrt) {
    boolean scalar = model.read().model().shape(of).stream().allMatch(Extent.ONE::equals);
    boolean mixed = wrt.size() == 2 && !wrt.get(0).equals(wrt.get(1));
    String kind = wrt.size() == 2 ? "hessian" : scalar ? "derive" : "jacobian";
    List<Syntax> names = new ArrayList<>();
    for (String w : mixed ? wrt : wrt.subList(0, 1)) names.add(new Syntax.Name(w, Place.NONE));
    Syntax what = new Syntax.Name(of, Place.NONE);
    return new Statement.Request(kind, what, names, mixed, Optional.empty(), Place.NONE);
  }

  /// The letters that stand in places of entries and that nothing declares or binds.
  void free(Syntax s, Set<String> bound, Set<String> into) {
    Set<String> inner = bound;
    if (s instanceof Syntax.Bound b) {
      inner = new HashSet<>(bound);
      for (Syntax.Binder x : b.binders()) inner.add(x.index());
    }
    List<Syntax> parts = Trees.parts(s);
    for (int q = 0; q < parts.size(); q++) {
      if (s instanceof Syntax.Entry && q > 0) letters(parts.get(q), inner, into);
      else free(parts.get(q), inner, into);
    }
  }

  private void letters(Syntax s, Set<String> bound, Set<String> into) {
    Trees.walk(
        s,
        x -> {
          if (!(x instanceof Syntax.Name n)) return;
          var core = model.read().model();
          String name = Vocabulary.canonicalName(n.text());
          boolean declared = core.knows(name) || core.integer(name).isPresent();
          if (!bound.contains(name) && !declared && !core.dimensions().contains(name))
            into.add(name);
        });
  }

  private static boolean isFinite(double[] x) {
    for (double d : x) if (!Double.isFinite(d)) return false;
    return true;
  }

  private static double distance(double[] a, double[] b) {
    double scale = 1e-6;
    double worst = 0;
    for (int q = 0; q < a.length; q++) {
      scale = Math.max(scale, Math.max(Math.abs(a[q]), Math.abs(b[q])));
      worst = Math.max(worst, Math.abs(a[q] - b[q]));
    }
    return worst / scale;
  }
}
