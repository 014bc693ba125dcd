package dev.jacobi.expr;

import dev.jacobi.expr.Factor.Apply;
import dev.jacobi.expr.Factor.Group;
import dev.jacobi.expr.Factor.Indicator;
import dev.jacobi.expr.Factor.Radical;
import dev.jacobi.expr.Factor.Relation;
import dev.jacobi.expr.Factor.Symbol;
import dev.jacobi.expr.Monomial.Power;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Rebuilds a formula with some of its leaves replaced. What holds nothing to replace is kept as it
/// is.
public abstract class Rewrite {
  protected final Terms t;

  protected Rewrite(Terms t) {
    this.t = t;
  }

  /// Whether a node may hold something to replace.
  protected abstract boolean touches(Node node);

  protected Expr symbol(Symbol s) {
    return t.of(s);
  }

  protected Expr relation(Relation r) {
    return t.of(r);
  }

  /// A function of arguments that were rewritten.
  protected Expr applied(Pointwise f, Expr[] x) {
    return t.apply(f, x);
  }

  public Expr apply(Expr e) {
    if (!touches(e)) return e;
    List<Expr> terms = new ArrayList<>(e.terms.length);
    for (Monomial m : e.terms) {
      if (!touches(m)) {
        terms.add(t.of(m));
        continue;
      }
      var p = new Product(t);
      p.scale(m.coefficient);
      into(p, m);
      terms.add(p.finish());
    }
    return terms.size() == 1 ? terms.get(0) : t.add(terms);
  }

  /// Multiplies p by the factors of m, rewritten; the summed indices get fresh names.
  void into(Product p, Monomial m) {
    var open = t.open(m);
    p.scale(open.coefficient().over(m.coefficient));
    for (Power q : open.powers()) into(p, q.base(), q.exponent());
    for (Index i : open.summed()) p.sumOver(i);
  }

  /// Multiplies p by `f ^ exponent`, rewritten.
  void into(Product p, Factor f, Expr exponent) {
    Expr power = exponent.isOne() ? exponent : apply(exponent);
    if (!touches(f)) {
      p.factor(f, power);
      return;
    }
    switch (f) {
      case Symbol s -> p.times(symbol(s), power);
      case Relation r -> p.times(relation(r), power);
      case Apply a -> {
        Expr[] x = new Expr[a.arguments().size()];
        for (int q = 0; q < x.length; q++) x[q] = apply(a.argument(q));
        p.times(applied(a.function, x), power);
      }
      case Indicator i -> p.times(t.indicator(apply(i.of), i.comparison), power);
      case Group g -> p.times(apply(g.of), power);
      case Radical r -> p.factor(r, power);
    }
  }

  /// Replaces indices.
  static final class Indices extends Rewrite {
    private final Map<Index, At> map;
    private final Renaming renaming;
    private final Indices around; // the same outside of the sum that is being opened, or null
    private final Index[] opened; // what that sum runs over

    /// Formulas that hold sums, and what became of them: parts that come up again and again in a
    /// large formula are done once.
    private final Map<Expr, Expr> done = new HashMap<>(4);

    Indices(Terms t, Map<Index, At> map) {
      this(t, map, new Renaming(t, map), null, Node.NONE);
    }

    private Indices(
        Terms t, Map<Index, At> map, Renaming renaming, Indices around, Index[] opened) {
      super(t);
      this.map = map;
      this.renaming = renaming;
      this.around = around;
      this.opened = opened;
    }

    @Override
    public Expr apply(Expr e) {
      if (!touches(e)) return e;
      if (around != null && !holdsOpened(e)) return around.apply(e);
      if (e.height == 0) return renamed(e);
      Expr before = done.get(e);
      if (before != null) return before;
      Expr r = renamed(e);
      done.put(e, r);
      return r;
    }

    private boolean holdsOpened(Node node) {
      for (Index i : opened) if (node.contains(i)) return true;
      return false;
    }

    private Expr renamed(Expr e) {
      Expr renamed = renaming.of(e);
      return renamed != null ? renamed : super.apply(e);
    }

    @Override
    protected boolean touches(Node node) {
      for (Index i : node.free) if (map.containsKey(i)) return true;
      return false;
    }

    @Override
    void into(Product p, Monomial m) {
      if (m.summed.length == 0) {
        for (Power q : m.powers) into(p, q.base(), q.exponent());
        return;
      }
      Map<Index, At> all = new HashMap<>(map); // opening and renaming in one pass
      for (Index i : m.summed) {
        Index f = t.fresh(i);
        all.put(i, At.of(f));
        p.sumOver(f);
      }
      var rename = new Indices(t, all, renaming.with(all), this, m.summed);
      for (Power q : m.powers) rename.into(p, q.base(), q.exponent());
    }

    /// A symbol stays one symbol: no formula of its own is made for it.
    @Override
    void into(Product p, Factor f, Expr exponent) {
      if (f instanceof Symbol s && touches(s)) {
        At[] slots = new At[s.arity()];
        for (int q = 0; q < slots.length; q++) slots[q] = s.slot(q).substitute(map);
        p.factor(t.symbolFactor(s.name, slots), exponent.isOne() ? exponent : apply(exponent));
      } else {
        Factor renamed = touches(f) ? renaming.of(f) : null;
        if (renamed == null) super.into(p, f, exponent);
        else p.factor(renamed, exponent.isOne() ? exponent : apply(exponent));
      }
    }

    @Override
    protected Expr relation(Relation r) {
      return t.relation(r.at.substitute(map), r.equality);
    }
  }

  /// Replaces entries of named arrays by formulas.
  public abstract static class Symbols extends Rewrite {
    private final Map<Expr, Expr> done = new HashMap<>();
    private final Map<Node, Boolean> found = new HashMap<>();

    protected Symbols(Terms t) {
      super(t);
    }

    /// Whether entries of this name are to be replaced.
    protected abstract boolean replaces(String name);

    /// What stands for an entry of such a name.
    protected abstract Expr replacement(Symbol s);

    @Override
    public final Expr apply(Expr e) {
      Expr r = done.get(e);
      if (r == null) {
        r = super.apply(e);
        done.put(e, r);
      }
      return r;
    }

    @Override
    protected final Expr symbol(Symbol s) {
      return replaces(s.name) ? replacement(s) : t.of(s);
    }

    @Override
    protected final boolean touches(Node node) {
      if (node instanceof Symbol s) return replaces(s.name);
      Boolean b = found.get(node);
      if (b == null) {
        b = search(node);
        found.put(node, b);
      }
      return b;
    }

    private boolean search(Node node) {
      return switch (node) {
        case Expr e -> {
          for (Monomial m : e.terms) if (touches(m)) yield true;
          yield false;
        }
        case Monomial m -> {
          for (Power p : m.powers)
            if (touches(p.base()) || (!p.isPlain() && touches(p.exponent()))) yield true;
          yield false;
        }
        case Apply a -> {
          for (Expr x : a.arguments()) if (touches(x)) yield true;
          yield false;
        }
        case Indicator i -> touches(i.of);
        case Group g -> touches(g.of);
        case Symbol s -> replaces(s.name);
        case Relation _, Radical _ -> false;
      };
    }
  }

  /// Replaces entries of named arrays by what defines them.
  public abstract static class Bodies extends Symbols {
    /// A formula, and what its indices are to be.
    public record Body(Expr expr, Map<Index, At> indices) {}

    protected Bodies(Terms t) {
      super(t);
    }

    protected abstract Body body(Symbol s);

    @Override
    protected final Expr replacement(Symbol s) {
      Body b = body(s);
      return t.substitute(b.expr, b.indices);
    }

    /// A single term is multiplied in as it is renamed, without a canonical form of its own on the
    /// way.
    @Override
    void into(Product p, Factor f, Expr exponent) {
      boolean replaced = f instanceof Symbol s && replaces(s.name) && exponent.isOne();
      Body b = replaced ? body((Symbol) f) : null;
      if (b == null || b.expr.terms.length != 1) {
        super.into(p, f, exponent);
        return;
      }
      p.scale(b.expr.terms[0].coefficient);
      new Indices(t, b.indices).into(p, b.expr.terms[0]);
    }
  }

  /// The names of arrays and dimensions that occur in a formula.
  public static void names(Expr e, Set<String> into) {
    for (Monomial m : e.terms) {
      for (Power p : m.powers) {
        names(p.base(), into);
        if (!p.isPlain()) names(p.exponent(), into);
      }
    }
  }

  /// The functions of which only the name is known that occur in a formula.
  static void opaque(Expr e, List<Opaque> into) {
    for (Monomial m : e.terms)
      for (Power p : m.powers) {
        opaque(p.exponent(), into);
        switch (p.base()) {
          case Apply a -> {
            if (a.function instanceof Opaque f) into.add(f);
            a.arguments().forEach(x -> opaque(x, into));
          }
          case Indicator i -> opaque(i.of, into);
          case Group g -> opaque(g.of, into);
          case Symbol _, Relation _, Radical _ -> {}
        }
      }
  }

  private static void names(Factor f, Set<String> into) {
    switch (f) {
      case Symbol s -> into.add(s.name);
      case Apply a -> a.arguments().forEach(x -> names(x, into));
      case Indicator i -> names(i.of, into);
      case Group g -> names(g.of, into);
      case Relation _, Radical _ -> {}
    }
  }
}
