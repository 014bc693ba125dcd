package dev.jacobi;

import dev.jacobi.elaborate.Claims;
import dev.jacobi.eval.Evaluator;
import dev.jacobi.eval.Point;
import dev.jacobi.eval.Sampler;
import dev.jacobi.expr.Adjoint;
import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Extent;
import dev.jacobi.expr.Index;
import dev.jacobi.expr.Result;
import dev.jacobi.expr.Rewrite;
import dev.jacobi.notation.Place;
import dev.jacobi.notation.Statement;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.TextSpelling;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Holds the claims of a model against numbers: both sides are evaluated at random points and
/// compared entry by entry. Derivatives in a claim are derived by the model itself.
final class Judge {
  private static final int POINTS = 4;
  private static final double TOLERANCE = 1e-8;
  private static final long SEED = Long.getLong("jacobi.seed", 7L);

  private final Model model;
  private final dev.jacobi.expr.Model core;
  private final Claims formulas;
  private final Map<List<String>, Claims.Derivatives.Value> derived = new HashMap<>();
  private final Map<String, Adjoint> layers = new LinkedHashMap<>();

  Judge(Model model) {
    this.model = model;
    this.core = model.read().model();
    this.formulas = model.read().formulas();
    formulas.derivatives(this::derivative);
  }

  /// Why a claim does not hold; empty when it holds.
  Optional<String> failure(Statement claim) {
    try {
      return switch (claim) {
        case Statement.Equation e -> equation(e);
        case Statement.ShapeClaim s -> shape(s);
        default -> Optional.of("no claim: " + claim);
      };
    } catch (DerivationException e) {
      return Optional.of("not derived: " + e.getMessage());
    } catch (RuntimeException | StackOverflowError e) {
      return Optional.of("thrown: " + trace(e));
    }
  }

  /// What was thrown, and where.
  static String trace(Throwable e) {
    var trace = new java.io.StringWriter();
    e.printStackTrace(new java.io.PrintWriter(trace));
    return String.join("\n", trace.toString().lines().limit(9).toList());
  }

  private Claims.Derivatives.Value derivative(String of, List<String> wrt) {
    List<String> key = new ArrayList<>(List.of(of));
    key.addAll(wrt);
    Claims.Derivatives.Value known = derived.get(key);
    if (known == null) {
      Result r = model.derive(request(of, wrt)).getLast().result();
      known = new Claims.Derivatives.Value(r.entry(), r.axes());
      r.layers().forEach(a -> layers.putIfAbsent(a.symbol(), a));
      derived.put(key, known);
    }
    return known;
  }

  private Statement.Request request(String of, List<String> wrt) {
    boolean scalar = core.shape(of).stream().allMatch(Extent.ONE::equals);
    boolean mixed = wrt.size() == 2 && !wrt.get(0).equals(wrt.get(1));
    String kind = wrt.size() == 2 ? "hessian" : scalar ? "derive" : "jacobian";
    List<Syntax> names = new ArrayList<>();
    for (String w : mixed ? wrt : wrt.subList(0, 1)) names.add(new Syntax.Name(w, Place.NONE));
    Syntax what = new Syntax.Name(of, Place.NONE);
    return new Statement.Request(kind, what, names, mixed, Optional.empty(), Place.NONE);
  }

  private Optional<String> equation(Statement.Equation e) {
    Map<String, Extent> letters = new ClaimLetters(core).of(e.sides());
    List<Index> axes = new ArrayList<>();
    letters.forEach((letter, extent) -> axes.add(core.t.index(extent, letter)));
    List<String> names = List.copyOf(letters.keySet());
    List<Claims.Read> sides = new ArrayList<>();
    for (Syntax s : e.sides()) {
      Claims.Read read = formulas.entry(s, names, axes);
      if (read.problem().isPresent()) return Optional.of("unread: " + read.problem().get());
      sides.add(read);
    }
    Optional<Claims.Read> mask =
        e.condition().map(c -> formulas.entry(new Syntax.Indicator(c, c.place()), names, axes));
    for (int q = 1; q < sides.size(); q++) {
      Optional<String> f = differ(sides.get(0), sides.get(q), axes, mask);
      if (f.isPresent()) return f.map((TextSpelling.PLAIN.spell(e.sides().get(q)) + ": ")::concat);
    }
    return Optional.empty();
  }

  private Optional<String> differ(
      Claims.Read left, Claims.Read right, List<Index> letters, Optional<Claims.Read> mask) {
    List<Index> l = all(letters, left);
    List<Index> r = all(letters, right);
    if (right.entry().isNumber() && right.axes().isEmpty()) r = l;
    if (!extents(l).equals(extents(r)))
      return Optional.of("shapes differ: " + extents(l) + " and " + extents(r));
    int finite = 0;
    for (int n = 0; n < 2 * POINTS && finite < POINTS; n++) {
      Point p = new Sampler(core, SEED).point(n);
      double[] a = value(left.entry(), l, p);
      double[] b = value(right.entry(), r, p);
      double[] where =
          mask.isEmpty() ? null : new Evaluator(core, p).array(mask.get().entry(), letters);
      if (!Distance.areFinite(a) || !Distance.areFinite(b)) continue;
      finite++;
      double worst = Distance.of(a, b, where);
      if (worst > TOLERANCE) return Optional.of(shown(worst, p, a, b));
    }
    return finite == 0 ? Optional.of("nowhere finite") : Optional.empty();
  }

  /// A long derivative speaks in adjoints nearer to the output: these are computed first.
  private double[] value(Expr e, List<Index> axes, Point p) {
    Set<String> names = new HashSet<>();
    Rewrite.names(e, names);
    if (layers.keySet().stream().anyMatch(names::contains)) {
      for (Adjoint a : layers.values()) {
        List<Index> all = new ArrayList<>(a.outer());
        all.addAll(a.entry());
        p.put(a.symbol(), all, new Evaluator(core, p).array(a.named(), all));
      }
    }
    return new Evaluator(core, p).array(e, axes);
  }

  private static String shown(double worst, Point p, double[] a, double[] b) {
    String left = java.util.Arrays.toString(java.util.Arrays.copyOf(a, Math.min(8, a.length)));
    String right = java.util.Arrays.toString(java.util.Arrays.copyOf(b, Math.min(8, b.length)));
    return "differ by %.1e at %s: derived %s, claimed %s"
        .formatted(worst, p.dimensions(), left, right);
  }

  private static List<Index> all(List<Index> letters, Claims.Read side) {
    List<Index> all = new ArrayList<>(letters);
    all.addAll(side.axes());
    return all;
  }

  /// A row, a column and what is one entry wide compare by their entries.
  private static List<Extent> extents(List<Index> axes) {
    List<Extent> extents = new ArrayList<>();
    for (Index i : axes) if (!i.extent.equals(Extent.ONE)) extents.add(i.extent);
    return extents;
  }

  private Optional<String> shape(Statement.ShapeClaim s) {
    Claims.Read read = formulas.value(s.of());
    if (read.problem().isPresent()) return Optional.of("unread: " + read.problem().get());
    List<Extent> found = read.axes().stream().map(i -> i.extent).toList();
    List<String> claimed = s.extents().stream().map(TextSpelling.PLAIN::spell).toList();
    boolean same = found.stream().map(Object::toString).toList().equals(claimed);
    return same ? Optional.empty() : Optional.of("shape " + found + ", claimed " + claimed);
  }
}
