package dev.jacobi;

import dev.jacobi.calculus.Local;
import dev.jacobi.elaborate.Claims;
import dev.jacobi.eval.Evaluator;
import dev.jacobi.eval.Point;
import dev.jacobi.eval.Sampler;
import dev.jacobi.expr.Adjoint;
import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Extent;
import dev.jacobi.expr.Index;
import dev.jacobi.expr.Model;
import dev.jacobi.notation.Syntax;
import dev.jacobi.print.Printer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Reads a matrix form again, as a user would, before it is shown: it must mean the entry it was
/// made from. One that does not is not shown; the form by entry stands.
final class Rereading implements Printer.Verifier {
  private static final double TOLERANCE = 1e-8;
  private static final int POINTS = 4; // at some a matrix may have no inverse

  private final Model model;
  private final Claims claims;
  private final List<Points> points = new ArrayList<>(); // short ones first, where there are some
  private final List<List<Adjoint>> known = new ArrayList<>();

  Rereading(Model model, Claims claims, long seed) {
    this.model = model;
    this.claims = claims;
    var sampler = new Sampler(model, seed);
    sampler.shortened().ifPresent(s -> points.add(new Points(s)));
    points.add(new Points(sampler));
    claims.derivatives(this::derivative);
  }

  /// Adjoints that formulas may be written in from now on.
  void know(List<Adjoint> layers) {
    known.add(List.copyOf(layers));
  }

  private Claims.Derivatives.Value derivative(String of, List<String> wrt) {
    if (!model.knows(of) || !wrt.stream().allMatch(model::knows))
      throw new IllegalArgumentException("no such derivative");
    List<Index> axes = new ArrayList<>(model.indices(of));
    String name = of;
    for (String w : wrt) {
      axes.addAll(model.indices(w));
      name = Local.derivativeName(name, w);
    }
    return new Claims.Derivatives.Value(model.t.symbol(name, axes), axes);
  }

  /// Whether the formula reads as the entry over the axes; an axis of extent 1 may be left out.
  @Override
  public boolean holds(Syntax s, Expr entry, List<Index> axes) {
    Claims.Read read = claims.value(s);
    if (read.problem().isPresent()) return false;
    List<Index> own = longer(read.axes());
    List<Index> wanted = longer(axes);
    if (!extents(own).equals(extents(wanted))) return false;
    Expr again = model.t.substitute(read.entry(), own, wanted);
    return again == entry || agrees(again, entry, wanted);
  }

  @Override
  public boolean holds(Syntax s, Expr entry, List<Index> rows, List<Index> columns) {
    Claims.Read read = claims.value(s);
    if (read.problem().isPresent() || read.axes().size() != 2) return false;
    List<Index> axes = new ArrayList<>(rows.reversed()); // the first is the fast one
    axes.addAll(columns.reversed());
    for (Points p : points)
      if (agrees(p.array(read.entry(), read.axes(), 0), p.array(entry, axes, 0))) return true;
    return false;
  }

  private boolean agrees(Expr a, Expr b, List<Index> axes) {
    for (Points p : points) if (p.agree(a, b, axes)) return true;
    return false;
  }

  /// Points of one choice of sizes.
  private final class Points {
    private final Sampler sampler;
    private final List<Point> points = new ArrayList<>(); // drawn when they are looked at
    private final int[] told = new int[POINTS]; // by point: how many adjoints it has values of

    Points(Sampler sampler) {
      this.sampler = sampler;
    }

    private Point point(int n) {
      while (points.size() <= n) points.add(sampler.point(points.size()));
      return points.get(n);
    }

    boolean agree(Expr a, Expr b, List<Index> axes) {
      boolean undefined = false;
      for (int n = 0; n < POINTS; n++) {
        double[] y = array(b, axes, n);
        if (Arrays.stream(y).anyMatch(Double::isNaN)) {
          undefined = true;
          continue;
        }
        return Rereading.agrees(array(a, axes, n), y);
      }
      return undefined && Rereading.agrees(array(a, axes, 0), array(b, axes, 0));
    }

    double[] array(Expr e, List<Index> axes, int n) {
      for (; told[n] < known.size(); told[n]++)
        new Evaluator(model, point(n)).layers(known.get(told[n]));
      return new Evaluator(model, point(n)).array(e, axes);
    }
  }

  private static boolean agrees(double[] x, double[] y) {
    if (x.length != y.length) return false;
    double scale = 1e-6;
    for (double v : y) scale = Math.max(scale, Math.abs(v));
    for (int q = 0; q < x.length; q++) {
      boolean neither = Double.isNaN(x[q]) && Double.isNaN(y[q]);
      if (!neither && !(Math.abs(x[q] - y[q]) <= TOLERANCE * scale) && x[q] != y[q]) return false;
    }
    return true;
  }

  private static List<Index> longer(List<Index> axes) {
    return axes.stream().filter(i -> !i.extent.equals(Extent.ONE)).toList();
  }

  private static List<Extent> extents(List<Index> axes) {
    return axes.stream().map(i -> i.extent).toList();
  }
}
