package dev.jacobi;

import dev.jacobi.GoldenText.Form;
import dev.jacobi.GoldenText.Printed;
import dev.jacobi.calculus.Local;
import dev.jacobi.elaborate.Claims;
import dev.jacobi.eval.Evaluator;
import dev.jacobi.eval.Point;
import dev.jacobi.eval.Sampler;
import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Extent;
import dev.jacobi.expr.Index;
import dev.jacobi.expr.Result;
import dev.jacobi.notation.Parser;
import dev.jacobi.notation.Place;
import dev.jacobi.notation.Statement;
import dev.jacobi.notation.Syntax;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Reads what was printed again, as text below its own file, and holds it against the entry that it
/// was printed from: the same formula, or else the same numbers at two points.
final class GoldenMeaning {
  private static final int POINTS = 2;
  private static final double TOLERANCE = 1e-8;
  private static final long SEED = Long.getLong("jacobi.seed", 11L);

  private final Model model;
  private final dev.jacobi.expr.Model core;
  private final Claims formulas;
  private final List<Point> points = new ArrayList<>();

  GoldenMeaning(Model model, List<Result> results) {
    this.model = model;
    this.core = model.read().model();
    this.formulas = model.read().formulas();
    formulas.derivatives(this::derivative);
    for (int n = 0; n < 4 * POINTS && points.size() < POINTS; n++) {
      Point p = new Sampler(core, SEED).point(n);
      if (isFinite(p, results)) points.add(p);
    }
  }

  /// What does not mean what it should; empty when all holds.
  List<String> failures(List<Result> results, List<Printed> printed) {
    List<String> failures = new ArrayList<>();
    if (points.size() < POINTS) failures.add("the results are finite nowhere");
    for (Result r : results)
      differ(r.named(), r.entry(), r.axes(), r.axes(), Optional.empty())
          .ifPresent(f -> failures.add("the layers of d" + r.of() + "/d" + r.wrt() + ": " + f));
    List<Syntax> read = reread(printed);
    for (int q = 0; q < printed.size(); q++) {
      Printed p = printed.get(q);
      failure(p, read.get(q))
          .ifPresent(f -> failures.add(p.left() + " = " + p.right() + "\n    " + f));
    }
    return failures;
  }

  /// Puts the results' adjoints to the values of the point; whether all results are finite there.
  private boolean isFinite(Point p, List<Result> results) {
    var evaluator = new Evaluator(core, p);
    boolean finite = true;
    for (Result r : results) {
      evaluator.layers(r.layers());
      finite &= Distance.areFinite(evaluator.array(r.entry(), r.axes()));
    }
    return finite;
  }

  private Claims.Derivatives.Value derivative(String of, List<String> wrt) {
    List<Index> axes = new ArrayList<>(core.indices(of));
    axes.addAll(core.indices(wrt.get(0)));
    String name = Local.derivativeName(of, wrt.get(0));
    return new Claims.Derivatives.Value(core.t.symbol(name, axes), axes);
  }

  // ---- reading

  /// The right sides as a file reads them that ends with these lines.
  private List<Syntax> reread(List<Printed> printed) {
    var text = new StringBuilder(model.text()).append('\n');
    for (Printed p : printed) text.append(p.left()).append(" = ").append(p.right()).append('\n');
    List<Statement> all = Parser.parse(text.toString()).statements();
    List<Syntax> right = new ArrayList<>();
    for (Statement s : all.subList(all.size() - printed.size(), all.size()))
      right.add(((Statement.Equation) s).sides().getLast());
    return right;
  }

  private Optional<String> failure(Printed p, Syntax again) {
    List<String> letters = new ArrayList<>(p.letters());
    letters.removeIf("1"::equals);
    List<Index> wanted = longer(p.axes());
    boolean byEntry = p.form() == Form.ENTRY;
    Claims.Read read = formulas.entry(again, letters, byEntry ? wanted : List.of());
    if (read.problem().isPresent()) return Optional.of("unread: " + read.problem().get());
    List<Index> own = new ArrayList<>(byEntry ? wanted : List.of());
    own.addAll(longer(read.axes()));
    if (p.form() == Form.COLUMN_MAJOR)
      return differ(read.entry(), p.entry(), own, wanted, Optional.empty());
    if (!extents(own).equals(extents(wanted)))
      return Optional.of("read with axes " + extents(own) + " in place of " + extents(wanted));
    Expr renamed = core.t.substitute(read.entry(), own, wanted);
    return differ(renamed, p.entry(), wanted, wanted, Optional.of(p));
  }

  private static List<Index> longer(List<Index> axes) {
    return axes.stream().filter(i -> !i.extent.equals(Extent.ONE)).toList();
  }

  private static List<Extent> extents(List<Index> axes) {
    return axes.stream().map(i -> i.extent).toList();
  }

  // ---- numbers

  private Optional<String> differ(
      Expr a, Expr b, List<Index> axesOfA, List<Index> axesOfB, Optional<Printed> masked) {
    if (a == b) return Optional.empty();
    for (Point p : points) {
      var evaluator = new Evaluator(core, p);
      double[] x = evaluator.array(a, axesOfA);
      double[] y = evaluator.array(b, axesOfB);
      double[] mask = masked.map(m -> mask(m, axesOfB, evaluator)).orElse(null);
      double worst = Distance.of(x, y, mask);
      if (worst <= TOLERANCE) continue;
      String numbers = shown(x) + " in place of " + shown(y);
      return Optional.of("read as %s at %s".formatted(numbers, p.dimensions()));
    }
    return Optional.empty();
  }

  private static String shown(double[] x) {
    return Arrays.toString(Arrays.copyOf(x, Math.min(6, x.length)));
  }

  /// 1 for each entry that a formula speaks of, else 0.
  private double[] mask(Printed p, List<Index> axes, Evaluator evaluator) {
    double[] mask = new double[evaluator.array(p.entry(), axes).length];
    Arrays.fill(mask, 1);
    for (Syntax.Compare c : p.when().all()) {
      double[] holds = holds(c, p, axes, evaluator);
      for (int q = 0; q < mask.length; q++) mask[q] *= holds[q];
    }
    for (List<Syntax.Compare> other : p.when().others()) {
      double[] all = new double[mask.length];
      Arrays.fill(all, 1);
      for (Syntax.Compare c : other) {
        double[] holds = holds(c, p, axes, evaluator);
        for (int q = 0; q < all.length; q++) all[q] *= holds[q];
      }
      for (int q = 0; q < mask.length; q++) mask[q] *= 1 - all[q];
    }
    return mask;
  }

  private double[] holds(Syntax.Compare c, Printed p, List<Index> axes, Evaluator evaluator) {
    List<String> letters = new ArrayList<>(p.letters());
    letters.removeIf("1"::equals);
    Claims.Read read = formulas.entry(new Syntax.Indicator(c, Place.NONE), letters, axes);
    return evaluator.array(read.entry(), axes);
  }
}
