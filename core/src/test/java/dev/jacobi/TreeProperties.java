package dev.jacobi;

import dev.jacobi.elaborate.Claims;
import dev.jacobi.eval.Evaluator;
import dev.jacobi.eval.Point;
import dev.jacobi.eval.Sampler;
import dev.jacobi.expr.Expand;
import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Extent;
import dev.jacobi.expr.Index;
import dev.jacobi.notation.NotationException;
import dev.jacobi.notation.Parser;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.TextSpelling;
import dev.jacobi.print.Printer;
import dev.jacobi.simplify.Simplifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// What must hold of every tree, whatever it is: canonical form keeps its value and does not see
/// how it was written, every rewriting keeps value and free indices, and what is printed reads back
/// as it was.
final class TreeProperties {
  private static final int POINTS = 2;
  private static final int WRITINGS = 2;
  private static final double TOLERANCE = 1e-9;

  private final Model model = Jacobi.read("trees", TreeSource.MODEL);
  private final dev.jacobi.expr.Model core = model.read().model();
  private final Simplifier simplifier = new Simplifier(core);
  private final List<Simplifier.Fired> fired = new ArrayList<>();
  private final List<Point> points = new ArrayList<>();

  // of the tree under test
  private Map<Tree.Letter, Index> indices = Map.of();
  private List<Index> axes = List.of();
  private double scale;
  private String broken = "";

  TreeProperties() {
    simplifier.listen(fired::add);
    for (int n = 0; n < POINTS; n++) points.add(new Sampler(core, 31).point(n));
  }

  /// What does not hold of a tree; empty when all does. `free` are its letters, as axes.
  Optional<String> failure(Tree tree, List<Tree.Letter> free, long seed) {
    broken = "";
    fired.clear();
    try {
      indices = new LinkedHashMap<>();
      for (Tree.Letter l : free) indices.put(l, core.t.index(Extent.of(l.dimension()), ""));
      axes = List.copyOf(indices.values());
      check(tree, free, new Random(seed));
    } catch (ArithmeticException undefined) { // 1/0 has no key
      return Optional.empty();
    } catch (RuntimeException | StackOverflowError e) {
      broken = "thrown: " + Judge.trace(e);
    }
    return broken.isEmpty() ? Optional.empty() : Optional.of(broken);
  }

  private void check(Tree tree, List<Tree.Letter> free, Random random) {
    Expr e = new TreeBuild(core.t, indices, null).of(tree);
    Expr again = e;
    for (int q = 0; q < WRITINGS && again == e; q++)
      again = new TreeBuild(core.t, indices, random).of(tree);
    if (e != again) broken = "two keys: " + shown(e) + " and " + shown(again);
    freeWithin("building", tree.free().stream().map(indices::get).toList(), e);
    for (Point p : points) {
      if (!broken.isEmpty()) return;
      var book = new TreeValue(core, p);
      double[] value = book.array(tree, free);
      if (!book.isDecent()) continue;
      scale = book.greatest();
      same("building", value, e, p);
      same("reordering", value, again, p);
      substituted(tree, free, e, p, random);
      rewritten(value, e, p);
      printed(value, e, p);
    }
  }

  // ---- rewriting

  private void substituted(Tree tree, List<Tree.Letter> free, Expr e, Point p, Random random) {
    if (free.size() < 2) return;
    Tree.Letter from = free.get(random.nextInt(free.size()));
    Tree.Letter to = free.get(random.nextInt(free.size()));
    if (from.equals(to) || !from.dimension().equals(to.dimension())) return;
    Expr x = core.t.substitute(e, indices.get(from), indices.get(to));
    same("substituting", new TreeValue(core, p).array(tree.with(from, to), free), x, p);
  }

  private void rewritten(double[] value, Expr e, Point p) {
    rewritten("expanding", value, e, new Expand(core.t, 60).apply(e), p);
    rewritten("factoring", value, e, core.t.factored(e), p);
    fired.clear();
    Expr folded = simplifier.fold(e);
    rewritten("folding", value, e, folded, p);
    firings(p);
    fired.clear();
    rewritten("simplifying", value, e, simplifier.simplify(e), p);
    firings(p);
    if (simplifier.fold(folded) != folded) broken("folding twice is not folding once", folded);
  }

  private void rewritten(String rule, double[] value, Expr before, Expr after, Point p) {
    same(rule, value, after, p);
    freeWithin(rule, List.of(before.free()), after);
  }

  /// Each single firing of a rule keeps the value too.
  private void firings(Point p) {
    for (Simplifier.Fired f : fired) {
      List<Index> free = List.of(f.before().free());
      freeWithin(f.rule(), free, f.after());
      if (!broken.isEmpty()) return;
      double[] before = new Evaluator(core, p).array(f.before(), free);
      double[] after = new Evaluator(core, p).array(f.after(), free);
      boolean finite = Distance.areFinite(before) && Distance.areFinite(after);
      if (finite && Distance.of(before, after) > 1e-6 && large(before, after))
        broken(f.rule() + " changed " + shown(f.before()) + " to", f.after());
    }
  }

  private boolean large(double[] a, double[] b) {
    double d = 0;
    for (int q = 0; q < a.length; q++) d = Math.max(d, Math.abs(a[q] - b[q]));
    return d > 1e-7 * scale;
  }

  private void freeWithin(String rule, List<Index> allowed, Expr after) {
    for (Index i : after.free())
      if (!allowed.contains(i)) broken(rule + " made " + i + " free", after);
  }

  private void same(String what, double[] value, Expr e, Point p) {
    if (!broken.isEmpty()) return;
    double[] x = new Evaluator(core, p).array(e, axes);
    for (int q = 0; q < x.length; q++)
      if (!(Math.abs(x[q] - value[q]) <= TOLERANCE * scale * scale)) {
        broken("%s: %s is not %s in".formatted(what, x[q], value[q]), e);
        return;
      }
  }

  private void broken(String what, Expr e) {
    if (broken.isEmpty()) broken = what + " " + shown(e);
  }

  // ---- printing

  private void printed(double[] value, Expr e, Point p) {
    if (!broken.isEmpty()) return;
    Printer.ByEntry byEntry = model.printer().entry(e, List.of(), axes);
    List<String> letters = byEntry.inner();
    read("index form", byEntry.syntax(), letters, value, p);
    if (axes.size() > 2) return;
    model
        .printer()
        .matrix(e, List.of(), axes, Printer.Layout.ML)
        .ifPresent(s -> read("matrix form", s, List.of(), value, p));
  }

  private void read(String form, Syntax s, List<String> letters, double[] value, Point p) {
    if (!broken.isEmpty()) return;
    String text = TextSpelling.PLAIN.spell(s);
    try {
      Syntax again = Parser.formula(text);
      Claims.Read read =
          model.read().formulas().entry(again, letters, letters.isEmpty() ? List.of() : axes);
      List<Index> order = letters.isEmpty() ? read.axes() : axes;
      if (read.problem().isPresent()) broken = form + " " + text + ": " + read.problem().get();
      else if (order.isEmpty() && !axes.isEmpty()) order = axes; // a number fills an array
      else if (!extents(order).equals(extents(axes)))
        broken = form + " " + text + ": shape " + extents(order);
      if (!broken.isEmpty()) return;
      double[] x = new Evaluator(core, p).array(read.entry(), order);
      for (int q = 0; q < x.length; q++)
        if (!(Math.abs(x[q] - value[q]) <= TOLERANCE * scale * scale))
          broken = form + " " + text + " reads as " + x[q] + ", is " + value[q];
    } catch (NotationException unread) {
      broken = form + " " + text + " is not read: " + unread.getMessage();
    }
  }

  private static List<Extent> extents(List<Index> axes) {
    return axes.stream().map(i -> i.extent).toList();
  }

  private String shown(Expr e) {
    return TextSpelling.PLAIN.spell(model.printer().entry(e, List.of(), List.of()).syntax());
  }
}
