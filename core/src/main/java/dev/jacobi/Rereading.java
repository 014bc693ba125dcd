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
import java.util.ArrayList;
import java.util.List;

/// Reads a matrix form again, as a user would, before it is shown: it must mean the entry it was
/// made from. One that does not is not shown; the form by entry stands.
final class Rereading {
  private static final double TOLERANCE = 1e-8;

  private final Model model;
  private final Claims claims;
  private final Point point;

  Rereading(Model model, Claims claims, long seed) {
    this.model = model;
    this.claims = claims;
    this.point = new Sampler(model, seed).point(0);
    claims.derivatives(this::derivative);
  }

  /// Adjoints that formulas may be written in from now on.
  void know(List<Adjoint> layers) {
    new Evaluator(model, point).layers(layers);
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
  boolean holds(Syntax s, Expr entry, List<Index> axes) {
    Claims.Read read = claims.value(s);
    if (read.problem().isPresent()) return false;
    List<Index> own = longer(read.axes());
    List<Index> wanted = longer(axes);
    if (!extents(own).equals(extents(wanted))) return false;
    Expr again = model.t.substitute(read.entry(), own, wanted);
    return again == entry || agrees(again, entry, wanted);
  }

  private boolean agrees(Expr a, Expr b, List<Index> axes) {
    var evaluator = new Evaluator(model, point);
    double[] x = evaluator.array(a, axes);
    double[] y = evaluator.array(b, axes);
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
