package dev.jacobi.expr;

import dev.jacobi.expr.Factor.Apply;
import dev.jacobi.expr.Factor.Group;
import dev.jacobi.expr.Factor.Indicator;
import dev.jacobi.expr.Factor.Radical;
import dev.jacobi.expr.Factor.Relation;
import dev.jacobi.expr.Factor.Symbol;
import dev.jacobi.expr.Monomial.Power;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The short way to replace indices, where each becomes another of the same extent and no two
/// become one: nothing merges, cancels or splits then, and only the order of factors and terms is
/// to be found again. Null wherever that is not sure; the long way by [Product] is always right.
final class Renaming {
  private final Terms t;
  private final Map<Index, At> map;
  private final Renaming less; // the same without indices that become new ones, or null

  /// What became of formulas that hold sums: those that come up again and again in a large formula
  /// are done once.
  private final Map<Expr, Optional<Expr>> done = new HashMap<>(4);

  private Optional<Boolean> oneToOne = Optional.empty(); // until somebody asks

  Renaming(Terms t, Map<Index, At> map) {
    this(t, map, null);
  }

  private Renaming(Terms t, Map<Index, At> map, Renaming less) {
    this.t = t;
    this.map = map;
    this.less = less;
  }

  /// The same and more: each index that is added becomes one that is met nowhere else.
  Renaming with(Map<Index, At> all) {
    return new Renaming(t, all, this);
  }

  private boolean isOneToOne() {
    if (less != null) return less.isOneToOne();
    if (oneToOne.isEmpty()) oneToOne = Optional.of(isOneToOne(map));
    return oneToOne.get();
  }

  private static boolean isOneToOne(Map<Index, At> map) {
    Index[] images = new Index[map.size()]; // a few at most
    int n = 0;
    for (var e : map.entrySet()) {
      At to = e.getValue();
      if (!to.isPlain() || !to.plain().extent.equals(e.getKey().extent)) return false;
      for (int q = 0; q < n; q++) if (images[q].equals(to.plain())) return false;
      images[n++] = to.plain();
    }
    return true;
  }

  /// An index that stays must not be one that others become.
  private boolean fits(Node node) {
    if (!isOneToOne()) return false;
    for (Index i : node.free) {
      if (map.containsKey(i)) continue;
      for (At to : map.values()) if (to.indices[0].equals(i)) return false;
    }
    return true;
  }

  private boolean touches(Node node) {
    for (Index i : node.free) if (map.containsKey(i)) return true;
    return false;
  }

  Expr of(Expr e) {
    return fits(e) ? renamed(e) : null;
  }

  Factor of(Factor f) {
    return fits(f) ? renamed(f) : null;
  }

  private Expr renamed(Expr e) {
    if (!touches(e)) return e;
    if (e.height == 0) return each(e);
    Optional<Expr> before = done.get(e);
    if (before == null) {
      before = Optional.ofNullable(each(e));
      done.put(e, before);
    }
    return before.orElse(null);
  }

  private Expr each(Expr e) {
    Monomial[] terms = new Monomial[e.terms.length];
    for (int q = 0; q < terms.length; q++) {
      terms[q] = renamed(e.terms[q]);
      if (terms[q] == null) return null;
    }
    return terms.length == 1 ? t.of(terms[0]) : t.sumOf(List.of(terms));
  }

  private Monomial renamed(Monomial m) {
    if (!touches(m)) return m;
    if (!keepsNumbers(m)) return null;
    Power[] powers = new Power[m.powers.length];
    for (int q = 0; q < powers.length; q++) {
      Factor f = renamed(m.powers[q].base());
      Expr exponent = renamed(m.powers[q].exponent());
      if (f == null || exponent == null) return null;
      powers[q] = new Power(f, exponent);
    }
    if (powers.length > 1) Arrays.sort(powers, Ties.POWERS);
    return t.intern(new Monomial(m.coefficient, powers, m.summed));
  }

  /// The canonical order of sums over one extent may rest on the names around them; one sum, or
  /// several over extents of their own, have the same numbers whatever stands around.
  private boolean keepsNumbers(Monomial m) {
    for (int q = 0; q < m.summed.length; q++) {
      int extent = m.summed[q].extent.hashCode(); // what their order rests on
      for (int r = 0; r < q; r++) if (m.summed[r].extent.hashCode() == extent) return false;
      for (At to : map.values()) if (to.indices[0].equals(m.summed[q])) return false;
    }
    return true;
  }

  private Factor renamed(Factor f) {
    if (!touches(f)) return f;
    return switch (f) {
      case Symbol s -> {
        At[] slots = new At[s.arity()];
        for (int q = 0; q < slots.length; q++) slots[q] = s.slot(q).substitute(map);
        yield t.intern(new Symbol(s.name, slots));
      }
      case Apply a -> {
        Expr[] x = new Expr[a.arguments().size()];
        for (int q = 0; q < x.length; q++) {
          x[q] = renamed(a.argument(q));
          if (x[q] == null || !keepsSign(a.argument(q), x[q])) yield null;
        }
        yield t.intern(new Apply(a.function, x));
      }
      case Indicator i -> {
        Expr x = renamed(i.of);
        yield x == null || !keepsSign(i.of, x) ? null : t.intern(new Indicator(x, i.comparison));
      }
      case Group g -> {
        boolean power = g.of.terms.length == 1 && !g.of.terms[0].hasSums();
        Expr x = power ? null : renamed(g.of);
        yield x == null || !keepsSign(g.of, x) ? null : t.group(x);
      }
      case Relation _ -> null;
      case Radical r -> r;
    };
  }

  /// Which term leads may rest on the names; its sign stands outside of brackets and odd functions.
  private static boolean keepsSign(Expr before, Expr after) {
    return before.isZero()
        || Terms.leading(before).coefficient.signum() == Terms.leading(after).coefficient.signum();
  }
}
