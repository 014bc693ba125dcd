package dev.jacobi;

import dev.jacobi.calculus.Local;
import dev.jacobi.elaborate.Claims;
import dev.jacobi.eval.Evaluator;
import dev.jacobi.eval.Point;
import dev.jacobi.eval.Sampler;
import dev.jacobi.expr.Adjoint;
import dev.jacobi.expr.Definition;
import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Extent;
import dev.jacobi.expr.Index;
import dev.jacobi.expr.Result;
import dev.jacobi.notation.NotationException;
import dev.jacobi.notation.Parser;
import dev.jacobi.notation.Problem;
import dev.jacobi.notation.Statement;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.TextSpelling;
import dev.jacobi.print.Printer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// What must hold of every model: it reads, what it asks for derives and agrees with differences,
/// every adjoint on the way agrees with differences, and every form of every result reads back as
/// its value.
final class ModelProperties {
  private static final int POINTS = 2;
  private static final double TOLERANCE = 1e-7;
  private static final double DIFFERENCES = 2e-5;

  private final Model model;
  private final dev.jacobi.expr.Model core;
  private final Map<List<String>, Adjoint> adjoints = new LinkedHashMap<>();
  private final List<Point> points = new ArrayList<>();
  private final List<Point> declared =
      new ArrayList<>(); // the same with no definition computed yet
  private String broken = "";

  private ModelProperties(String text) {
    this.model = Jacobi.read("random", text);
    this.core = model.read().model();
    model.read().formulas().derivatives(this::adjoint);
  }

  /// What does not hold; empty when all does.
  static Optional<String> failure(String text) {
    try {
      var m = new ModelProperties(text);
      m.check();
      return m.broken.isEmpty() ? Optional.empty() : Optional.of(m.broken);
    } catch (DerivationException.Unchecked kinkEverywhere) {
      return Optional.empty();
    } catch (DerivationException e) {
      return Optional.of("refused: " + e.getMessage());
    } catch (RuntimeException | StackOverflowError e) {
      return Optional.of("thrown: " + Judge.trace(e));
    }
  }

  private void check() {
    for (Problem p : model.problems()) broken("read: " + p.message() + " at " + p.place());
    if (!broken.isEmpty()) return;
    for (int n = 0; n < POINTS; n++) {
      points.add(new Sampler(core, 5).point(n));
      declared.add(points.get(n).copy());
    }
    for (Definition d : List.copyOf(core.definitions().values()))
      if (d.body() instanceof Definition.Formula f && d.isNamed())
        printed(d.name(), f.expr(), List.of(), d.parameters());
    for (Statement.Request r : model.read().requests())
      for (Model.Derived d : model.derive(r)) result(d.result());
  }

  private void result(Result r) {
    String name = "d" + r.of() + "/d" + String.join(" d", r.wrt());
    adjoints.clear();
    for (Adjoint a : r.layers()) adjoints.put(List.of(a.of(), a.wrt()), a);
    for (Point p : points) compute(r.layers(), p);
    for (Adjoint a : r.layers()) {
      if (core.knows(a.of())) agreesWithDifferences(a);
      printed(a.symbol(), a.named(), a.outer(), a.entry());
    }
    printed(name, r.entry(), r.outer(), r.inner());
  }

  /// A derivative inside a printed formula is one of the named adjoints.
  private Claims.Derivatives.Value adjoint(String of, List<String> wrt) {
    String second = Local.derivativeName(Local.derivativeName(of, wrt.getFirst()), wrt.getLast());
    if (wrt.size() > 1 && core.knows(second)) {
      List<Index> axes = core.indices(second);
      return new Claims.Derivatives.Value(core.t.symbol(second, axes), axes);
    }
    Adjoint a = adjoints.get(List.of(of, wrt.getFirst()));
    if (a == null) throw new IllegalArgumentException("no adjoint d" + of + "/d" + wrt);
    List<Index> axes = axes(a);
    return new Claims.Derivatives.Value(core.t.symbol(a.symbol(), axes), axes);
  }

  private static List<Index> axes(Adjoint a) {
    List<Index> axes = new ArrayList<>(a.outer());
    axes.addAll(a.entry());
    return axes;
  }

  private void compute(List<Adjoint> layers, Point p) {
    for (Adjoint a : layers)
      p.put(a.symbol(), axes(a), new Evaluator(core, p).array(a.named(), axes(a)));
  }

  // ---- adjoint against tangent

  private void agreesWithDifferences(Adjoint a) {
    for (Point p : points) {
      double[] x = new Evaluator(core, p.copy()).array(a.wrt());
      double[] direction = new Random(a.wrt().hashCode()).doubles(x.length, -1, 1).toArray();
      double[] tangent = tangent(a, p, x, direction, 1e-4);
      double[] again = tangent(a, p, x, direction, 3e-5);
      double[] all = p.array(a.symbol());
      double[] found = new double[all.length / Math.max(1, x.length)];
      for (int q = 0; q < all.length; q++) found[q / x.length] += all[q] * direction[q % x.length];
      boolean sure = // else a kink, or too steep
          Distance.of(tangent, again) < DIFFERENCES / 10 && isSmooth(a, p, x, direction);
      if (sure && Distance.areFinite(found) && Distance.of(found, again) > DIFFERENCES)
        broken("adjoint %s: %s, by differences %s".formatted(a.symbol(), found[0], tangent[0]));
    }
  }

  /// The same slope on both sides, and more than rounding; no extreme at several places.
  private boolean isSmooth(Adjoint a, Point p, double[] x, double[] direction) {
    if (Checker.isTied(core, p)) return false;
    double h = 3e-5;
    double[] up = at(a, p, x, direction, h);
    double[] middle = at(a, p, x, direction, 0);
    double[] down = at(a, p, x, direction, -h);
    for (int q = 0; q < up.length; q++) {
      double slope = Math.max(1e-3 * 2 * h, Math.abs(up[q] - down[q]));
      boolean bends = Math.abs(up[q] + down[q] - 2 * middle[q]) > 0.1 * slope;
      if (bends || Math.ulp(middle[q]) > 1e-6 * slope) return false;
    }
    return true;
  }

  /// Central differences, extrapolated once.
  private double[] tangent(Adjoint a, Point p, double[] x, double[] direction, double h) {
    double[] near = central(a, p, x, direction, h);
    double[] far = central(a, p, x, direction, 2 * h);
    for (int q = 0; q < near.length; q++) near[q] = (4 * near[q] - far[q]) / 3;
    return near;
  }

  private double[] central(Adjoint a, Point p, double[] x, double[] direction, double h) {
    double[] up = at(a, p, x, direction, h);
    double[] down = at(a, p, x, direction, -h);
    double[] d = new double[up.length];
    for (int q = 0; q < d.length; q++) d[q] = (up[q] - down[q]) / (2 * h);
    return d;
  }

  private double[] at(Adjoint a, Point p, double[] x, double[] direction, double h) {
    Point moved = declared.get(points.indexOf(p)).copy();
    double[] y = x.clone();
    for (int q = 0; q < y.length; q++) y[q] += h * direction[q];
    moved.put(a.wrt(), y);
    return new Evaluator(core, moved).array(a.of());
  }

  // ---- printed forms

  private void printed(String name, Expr e, List<Index> outer, List<Index> inner) {
    if (!broken.isEmpty()) return;
    List<Index> axes = new ArrayList<>(outer);
    axes.addAll(inner);
    Printer.ByEntry byEntry = model.printer().entry(e, outer, inner);
    List<String> letters = new ArrayList<>(byEntry.outer());
    letters.addAll(byEntry.inner());
    read(name + " by entry", byEntry.syntax(), letters, e, axes);
    for (Printer.Layout layout : Printer.Layout.values()) {
      List<Index> order = model.printer().laidOut(outer, inner, layout);
      model
          .printer()
          .matrix(e, outer, inner, layout)
          .ifPresent(s -> read(name + " " + layout.text, s, List.of(), e, order));
    }
  }

  private void read(String what, Syntax s, List<String> letters, Expr e, List<Index> axes) {
    String text = TextSpelling.PLAIN.spell(s);
    if (!broken.isEmpty() || text.contains("·")) return; // a name of ours stands in it
    try {
      boolean entry = !letters.isEmpty();
      Claims.Read read =
          model.read().formulas().entry(Parser.formula(text), letters, entry ? axes : List.of());
      read.problem().ifPresent(p -> broken(what + ": " + text + ": " + p.message()));
      List<Index> order = entry || read.axes().isEmpty() ? axes : read.axes();
      if (!extents(order).equals(extents(axes)))
        broken(what + ": " + text + " has shape " + extents(order) + ", not " + extents(axes));
      if (broken.isEmpty()) compare(what + ": " + text, read.entry(), order, e, axes);
    } catch (NotationException unread) {
      broken(what + ": " + text + " is not read: " + unread.getMessage());
    }
  }

  private void compare(String what, Expr read, List<Index> order, Expr e, List<Index> axes) {
    for (Point p : points) {
      double[] value = new Evaluator(core, p).array(e, axes);
      var overflow = new Overflow();
      double[] again = new Evaluator(core, p.copy(), overflow).array(read, order);
      boolean finite = !overflow.happened && Distance.areFinite(value) && Distance.areFinite(again);
      if (finite && Distance.of(value, again) > TOLERANCE)
        broken(what + " reads as " + again[0] + " …, is " + value[0] + " …");
    }
  }

  /// `exp(x) / sum(exp(x))`, as it is written, has no value at 800.
  private static final class Overflow implements Evaluator.Trial {
    private boolean happened;

    @Override
    public double computed(double x) {
      happened |= !Double.isFinite(x);
      return x;
    }
  }

  private static List<Extent> extents(List<Index> axes) {
    return axes.stream().map(i -> i.extent).filter(e -> !e.equals(Extent.ONE)).toList();
  }

  private void broken(String what) {
    if (broken.isEmpty()) broken = what;
  }
}
