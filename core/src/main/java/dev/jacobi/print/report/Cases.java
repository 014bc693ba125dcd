package dev.jacobi.print.report;

import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Factor;
import dev.jacobi.expr.Index;
import dev.jacobi.expr.Monomial;
import dev.jacobi.expr.Node;
import dev.jacobi.expr.Result;
import dev.jacobi.expr.Rewrite;
import dev.jacobi.expr.Terms;
import dev.jacobi.notation.Place;
import dev.jacobi.notation.Syntax;
import dev.jacobi.print.Printer;
import dev.jacobi.print.report.Report.Case;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// An entry with Kronecker deltas of its own axes, told case by case: `i = j`, `i != j`.
final class Cases {
  private static final int MOST_PAIRS = 2;

  private final Terms t;
  private final Printer printer;
  private final Result result;
  private final List<Pair> pairs = new ArrayList<>();
  private final Map<Index, String> letters = new HashMap<>();

  /// Two axes that a delta joins.
  private record Pair(Index a, Index b) {}

  private Cases(Terms t, Printer printer, Result result) {
    this.t = t;
    this.printer = printer;
    this.result = result;
  }

  /// The cases of a result; none when no delta joins two of its axes.
  static List<Case> of(Terms t, Printer printer, Result result) {
    return new Cases(t, printer, result).all();
  }

  private List<Case> all() {
    List<Index> axes = result.axes();
    find(result.entry(), axes);
    if (pairs.isEmpty() || pairs.size() > MOST_PAIRS) return List.of();
    var letters = new ArrayList<>(entry(result.entry()).outer());
    letters.addAll(entry(result.entry()).inner());
    for (int q = 0; q < axes.size(); q++) this.letters.put(axes.get(q), letters.get(q));
    List<Case> cases = new ArrayList<>();
    int zeros = 0;
    for (int equal = (1 << pairs.size()) - 1; equal >= 0; equal--) {
      Expr e = result.entry();
      for (int q = 0; q < pairs.size(); q++) e = decided(e, pairs.get(q), (equal >> q & 1) == 1);
      if (e.isZero()) zeros++;
      else cases.add(new Case(conditions(equal), entry(e).syntax()));
      if (equal == 0 && zeros > 0) cases.add(zero(zeros));
    }
    return cases;
  }

  private Case zero(int zeros) {
    boolean all = zeros > 1 || pairs.size() > 1;
    return new Case(all ? List.of() : conditions(0), new Syntax.Num("0", Place.NONE));
  }

  private Printer.ByEntry entry(Expr e) {
    return printer.entry(e, result.outer(), result.inner());
  }

  private List<Syntax.Compare> conditions(int equal) {
    List<Syntax.Compare> all = new ArrayList<>();
    for (int q = 0; q < pairs.size(); q++) {
      boolean same = (equal >> q & 1) == 1;
      Pair p = pairs.get(q);
      all.add(
          new Syntax.Compare(
              same ? Syntax.Relation.EQUAL : Syntax.Relation.DIFFERENT,
              new Syntax.Name(letters.get(p.a), Place.NONE),
              new Syntax.Name(letters.get(p.b), Place.NONE),
              Place.NONE));
    }
    return all;
  }

  private Expr decided(Expr e, Pair p, boolean equal) {
    return equal ? t.substitute(e, p.b, p.a) : new Apart(t, p).apply(e);
  }

  /// `δ_ij → 0`.
  private static final class Apart extends Rewrite {
    private final Pair pair;

    Apart(Terms t, Pair pair) {
      super(t);
      this.pair = pair;
    }

    @Override
    protected boolean touches(Node node) {
      return node.contains(pair.a) && node.contains(pair.b);
    }

    @Override
    protected Expr relation(Factor.Relation r) {
      return r.isDelta() && touches(r) ? t.zero() : t.of(r);
    }
  }

  private void find(Expr e, List<Index> axes) {
    for (Monomial m : e.terms()) for (Monomial.Power p : m.powers()) find(p.base(), axes);
  }

  private void find(Factor f, List<Index> axes) {
    switch (f) {
      case Factor.Relation r -> {
        if (r.isDelta()) add(r, axes);
      }
      case Factor.Apply a -> a.arguments().forEach(x -> find(x, axes));
      case Factor.Indicator i -> find(i.of, axes);
      case Factor.Group g -> find(g.of, axes);
      case Factor.Symbol _, Factor.Radical _ -> {}
    }
  }

  private void add(Factor.Relation r, List<Index> axes) {
    int a = axes.indexOf(r.at.indices[0]);
    int b = axes.indexOf(r.at.indices[1]);
    if (a < 0 || b < 0) return;
    var p = new Pair(axes.get(Math.min(a, b)), axes.get(Math.max(a, b)));
    if (!pairs.contains(p)) pairs.add(p);
  }
}
