package dev.jacobi.expr;

import dev.jacobi.expr.Factor.Apply;
import dev.jacobi.expr.Factor.Comparison;
import dev.jacobi.expr.Factor.Group;
import dev.jacobi.expr.Factor.Indicator;
import dev.jacobi.expr.Factor.Radical;
import dev.jacobi.expr.Factor.Relation;
import dev.jacobi.expr.Factor.Symbol;
import dev.jacobi.expr.Monomial.Power;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The table of one model's index notation: makes every node, keeps each once, and with it the
/// rules that hold always (like terms merge, `exp(a+b)` splits, a delta over a summed index is
/// eliminated).
///
/// Equality of nodes of one table is identity. Not safe for use by several threads.
public final class Terms {
  private Node[] table = new Node[1 << 12]; // by hash, each node in the next free place
  private long[] hashes =
      new long[table.length]; // beside the table, so that looking through it reads no node
  private int nodes = 0;
  private final Map<String, Function.Sign> signs = new HashMap<>();
  private final Map<Extent, List<Index>> canonical = new HashMap<>();
  private final Expr[] small = new Expr[32]; // the numbers from -16 to 15
  private final Work work = new Work(); // before the first node
  private int nextIndex = 1;
  private final Expr zero = intern(new Expr(new Monomial[0]));
  private final Expr one = number(Rational.ONE);

  @SuppressWarnings("unchecked")
  <N extends Node> N intern(N node) {
    work.spend(1);
    int q = place(node);
    if (table[q] != null) return (N) table[q];
    table[q] = node;
    hashes[q] = node.hash;
    if (2 * ++nodes > table.length) grow();
    return node;
  }

  /// Where the node is, or is to be.
  private int place(Node node) {
    int mask = table.length - 1;
    int q = start(node.hash);
    while (table[q] != null && !(hashes[q] == node.hash && table[q].sameAs(node)))
      q = (q + 1) & mask;
    return q;
  }

  private int start(long hash) {
    return (int) (hash ^ (hash >>> 32)) & (table.length - 1);
  }

  private void grow() {
    Node[] old = table;
    long[] oldHashes = hashes;
    table = new Node[2 * old.length];
    hashes = new long[table.length];
    for (int p = 0; p < old.length; p++) {
      if (old[p] == null) continue;
      int q = start(oldHashes[p]);
      while (table[q] != null) q = (q + 1) & (table.length - 1);
      table[q] = old[p];
      hashes[q] = oldHashes[p];
    }
  }

  /// What is done with this table, and how much may be.
  public Work work() {
    return work;
  }

  /// How many nodes it keeps.
  public int size() {
    return nodes;
  }

  // ---- indices and leaves

  /// A fresh index; the letter is the user's, or empty.
  public Index index(Extent extent, String letter) {
    return new Index(nextIndex++, extent, letter);
  }

  /// A fresh index like another.
  public Index fresh(Index like) {
    return index(like.extent, like.letter);
  }

  Index canonical(int number, Extent extent) {
    List<Index> known = canonical.computeIfAbsent(extent, _ -> new ArrayList<>());
    while (known.size() < number) known.add(new Index(-known.size() - 1, extent, ""));
    return known.get(number - 1);
  }

  public Expr zero() {
    return zero;
  }

  public Expr one() {
    return one;
  }

  public Expr number(long value) {
    return number(Rational.of(value));
  }

  public Expr number(Rational value) {
    if (value.isZero()) return zero;
    if (!value.isInteger() || value.num().bitLength() > 4) return numeral(value);
    int q = value.num().intValue() + 16;
    if (small[q] == null) small[q] = numeral(value);
    return small[q];
  }

  private Expr numeral(Rational value) {
    return of(intern(new Monomial(value, new Power[0], Node.NONE)));
  }

  /// An entry of a named array.
  public Expr symbol(String name, At... slots) {
    return of(symbolFactor(name, slots.clone()));
  }

  public Expr symbol(String name, List<Index> slots) {
    At[] at = new At[slots.size()];
    for (int q = 0; q < at.length; q++) at[q] = At.of(slots.get(q));
    return symbol(name, at);
  }

  /// An extent as a number in formulas: a polynomial in dimension symbols.
  public Expr extent(Extent e) {
    List<Expr> terms = new ArrayList<>();
    e.terms()
        .forEach((names, c) -> {
          Expr product = number(c);
          for (String name : names) product = times(product, symbol(name));
          terms.add(product);
        });
    return add(terms);
  }

  /// What is known of the sign of a name's values; used for `log(ab)`, `(ab)^½`.
  public void declareSign(String name, Function.Sign sign) {
    signs.put(name, sign);
  }

  public Function.Sign signOf(String name) {
    return signs.getOrDefault(name, Function.Sign.ANY);
  }

  /// A factor as a formula.
  public Expr of(Factor f) {
    if (f.alone == null) f.alone = of(f, one);
    return f.alone;
  }

  Expr of(Factor f, Expr exponent) {
    boolean plain =
        exponent.isOne()
            && switch (f) {
              case Symbol _, Indicator _ -> true;
              case Relation r -> !r.equality;
              case Apply a -> a.function != Function.EXP;
              case Group _, Radical _ -> false;
            };
    if (plain) return alone(f);
    var p = new Product(this);
    p.factor(f, exponent);
    return p.finish();
  }

  /// A factor that is canonical by itself.
  private Expr alone(Factor f) {
    Power[] powers = {new Power(f, one)};
    return of(intern(new Monomial(Rational.ONE, powers, Node.NONE)));
  }

  Symbol symbolFactor(String name, At[] slots) {
    for (int q = 0;
        q < slots.length;
        q++) // an axis of extent 1 has one place, whatever its index is called
    if (slots[q].isPlain() && slots[q].plain().extent.equals(Extent.ONE))
        slots[q] = At.of(Extent.ONE);
    return intern(new Symbol(name, slots));
  }

  // ---- sums

  public Expr plus(Expr a, Expr b) {
    return a.isZero() ? b : b.isZero() ? a : add(List.of(a, b));
  }

  public Expr minus(Expr a, Expr b) {
    return plus(a, negate(b));
  }

  public Expr negate(Expr e) {
    return scale(e, Rational.MINUS_ONE);
  }

  public Expr add(Collection<Expr> summands) {
    List<Monomial> all = new ArrayList<>();
    for (Expr e : summands) all.addAll(Arrays.asList(e.terms));
    return sumOf(all);
  }

  /// The sum of monomials: sorted, like ones merged.
  Expr sumOf(List<Monomial> all) {
    if (all.isEmpty()) return zero;
    Monomial[] sorted = all.toArray(new Monomial[0]);
    if (sorted.length > 1) Arrays.sort(sorted, Ties.TERMS);
    int n = 0;
    for (int q = 0; q < sorted.length; ) {
      Monomial m = sorted[q];
      Rational c = m.coefficient;
      int r = q + 1;
      while (r < sorted.length && sorted[r].sameBody(m)) c = c.plus(sorted[r++].coefficient);
      if (r > q + 1) m = withCoefficient(m, c);
      if (!c.isZero()) sorted[n++] = m;
      q = r;
    }
    return n == 0 ? zero : intern(new Expr(n == sorted.length ? sorted : Arrays.copyOf(sorted, n)));
  }

  Monomial withCoefficient(Monomial m, Rational c) {
    return c.isZero() ? m : intern(new Monomial(c, m.powers, m.summed));
  }

  /// One monomial as a formula.
  public Expr of(Monomial m) {
    if (m.alone == null) m.alone = intern(new Expr(new Monomial[] {m}));
    return m.alone;
  }

  public Expr scale(Expr e, Rational c) {
    if (c.isOne() || e.isZero()) return e;
    if (c.isZero()) return zero;
    Monomial[] terms = new Monomial[e.terms.length];
    for (int q = 0; q < terms.length; q++)
      terms[q] = withCoefficient(e.terms[q], e.terms[q].coefficient.times(c));
    return intern(new Expr(terms));
  }

  /// Σ over the indices, which must be free in e or nowhere in it; distributes over the terms.
  public Expr sum(Expr e, Index... over) {
    if (over.length == 0) return e;
    List<Expr> terms = new ArrayList<>(e.terms.length);
    for (Monomial m : e.terms) {
      var p = new Product(this);
      p.times(m, one);
      for (Index i : over) p.sumOver(i);
      terms.add(p.finish());
    }
    return terms.size() == 1 ? terms.get(0) : add(terms);
  }

  // ---- products

  /// The product; it never distributes over a sum.
  public Expr times(Expr... factors) {
    var p = new Product(this);
    for (Expr f : factors) p.times(f, one);
    return p.finish();
  }

  /// `Σ` over the indices of the product: in one go what [#times] and [#sum] do in two.
  public Expr summedProduct(Collection<Expr> factors, Collection<Index> over) {
    var p = new Product(this);
    for (Expr f : factors) p.times(f, one);
    for (Index i : over) p.sumOver(i);
    return p.finish();
  }

  public Expr over(Expr a, Expr b) {
    var p = new Product(this);
    p.times(a, one);
    p.times(b, number(-1));
    return p.finish();
  }

  public Expr reciprocal(Expr e) {
    return pow(e, -1);
  }

  public Expr pow(Expr e, int exponent) {
    return pow(e, number(exponent));
  }

  public Expr pow(Expr e, Rational exponent) {
    return pow(e, number(exponent));
  }

  public Expr pow(Expr e, Expr exponent) {
    if (exponent.isOne()) return e;
    if (exponent.isZero()) return one;
    var p = new Product(this);
    p.times(e, exponent);
    return p.finish();
  }

  /// The same sum with what all its terms share outside their own sums taken in front: one
  /// monomial, or e itself when they share nothing.
  public Expr factored(Expr e) {
    if (e.terms.length < 2 || Common.factors(e).isEmpty()) return e;
    return times(e);
  }

  // ---- factors with rules of their own

  /// Kronecker's `δ(a, b)`.
  public Expr delta(At a, At b) {
    return relation(a.minus(b), true);
  }

  public Expr delta(Index a, Index b) {
    if (!a.extent.equals(b.extent))
      throw new ShapeException(
          "δ joins an index of extent " + a.extent + " to one of extent " + b.extent);
    return delta(At.of(a), At.of(b));
  }

  /// `[at ≥ 0]`.
  public Expr atLeastZero(At at) {
    return relation(at, false);
  }

  /// `[1 ≤ at ≤ extent]`, 1 where that is sure.
  public Expr inRange(At at, Extent extent) {
    if (at.isPlain() && at.plain().extent.equals(extent)) return one;
    return times(atLeastZero(at.plus(-1)), atLeastZero(At.of(extent).minus(at)));
  }

  Expr relation(At at, boolean equality) {
    if (equality && at.indices.length > 0 && at.coefficients[0] < 0) at = at.times(-1);
    if (equality && isDifference(at)) return of(intern(new Relation(at, true)));
    if (at.indices.length == 0 && at.offset.isNumber()) {
      boolean holds = equality ? at.offset.number() == 0 : at.offset.number() >= 0;
      return holds ? one : zero;
    }
    if (equality && at.least().terms().isEmpty() && at.greatest().terms().isEmpty()) return one;
    if (!equality && at.least().neverNegative()) return one;
    if (at.greatest().plus(Extent.ONE).times(-1).neverNegative()) return zero;
    if (equality && at.least().minus(Extent.ONE).neverNegative()) return zero;
    return of(intern(new Relation(at, equality)));
  }

  /// `i − j`, which is 0 at some places and at others not: nothing is to be asked of its bounds.
  private static boolean isDifference(At at) {
    return at.indices.length == 2
        && at.coefficients[0] == 1
        && at.coefficients[1] == -1
        && at.offset.isZero()
        && at.indices[0].extent.equals(at.indices[1].extent)
        && !at.indices[0].extent.equals(Extent.ONE);
  }

  /// `1[e > 0]` and its kin; only the sign of e counts, so its positive content goes.
  public Expr indicator(Expr e, Comparison comparison) {
    if (e.isNumber()) return holds(e.number().signum(), comparison) ? one : zero;
    Rational content = content(e);
    Expr bare = scale(e, content.inverse());
    if (comparison == Comparison.ZERO && leading(bare).coefficient.signum() < 0)
      bare = negate(bare);
    return of(intern(new Indicator(bare, comparison)));
  }

  /// `1[e <= 0]` of `1[e > 0]`, and back.
  public Expr opposite(Indicator i) {
    if (i.comparison == Comparison.ZERO) return minus(one, of(i));
    boolean strict = i.comparison == Comparison.POSITIVE;
    return indicator(negate(i.of), strict ? Comparison.NOT_NEGATIVE : Comparison.POSITIVE);
  }

  private static boolean holds(int sign, Comparison comparison) {
    return switch (comparison) {
      case POSITIVE -> sign > 0;
      case NOT_NEGATIVE -> sign >= 0;
      case ZERO -> sign == 0;
    };
  }

  public Expr apply(Pointwise f, Expr... x) {
    return Applications.apply(this, f, x);
  }

  Expr applied(Pointwise f, Expr... x) {
    return of(intern(new Apply(f, x)));
  }

  Factor group(Expr e) {
    return intern(new Group(e));
  }

  /// A bracket exactly as it is given, sign and content inside: for those who write formulas down.
  /// It is never a part of a formula of this table.
  public Factor.Group bracket(Expr e) {
    return new Group(e);
  }

  Factor radical(Rational r) {
    return intern(new Radical(r));
  }

  // ---- content and sign

  /// The positive rational content of a sum: the greatest common divisor of its coefficients.
  public static Rational content(Expr e) {
    Rational g = Rational.ZERO;
    for (Monomial m : e.terms) g = g.gcd(m.coefficient);
    return g;
  }

  /// The content with the sign of the leading term: what is left is the same for e and −e.
  public Rational signedContent(Expr e) {
    Rational c = content(e);
    return leading(e).coefficient.signum() < 0 ? c.negate() : c;
  }

  /// The term whose sign counts as the sign of the sum: the same one however the indices are named.
  static Monomial leading(Expr e) {
    Monomial best = e.terms[0];
    for (Monomial m : e.terms) {
      long a = m.bodyPattern();
      long b = best.bodyPattern();
      if (a < b || (a == b && m.body < best.body)) best = m;
    }
    return best;
  }

  /// Whether e is surely positive, or surely not negative. Unknown is no.
  public boolean isPositive(Expr e) {
    return Signs.of(this, e) == Function.Sign.POSITIVE;
  }

  public boolean isNotNegative(Expr e) {
    return Signs.of(this, e) != Function.Sign.ANY;
  }

  // ---- renaming and rewriting

  /// The same formula with indices replaced; summed ones are never targets.
  public Expr substitute(Expr e, Map<Index, At> map) {
    return map.isEmpty() ? e : new Rewrite.Indices(this, map).apply(e);
  }

  public Expr substitute(Expr e, Index from, Index to) {
    return substitute(e, Map.of(from, At.of(to)));
  }

  public Expr substitute(Expr e, List<Index> from, List<Index> to) {
    Map<Index, At> map = new HashMap<>();
    for (int q = 0; q < from.size(); q++) map.put(from.get(q), At.of(to.get(q)));
    return substitute(e, map);
  }

  /// A monomial with its summed indices given fresh names.
  public record Open(Rational coefficient, List<Power> powers, List<Index> summed) {}

  public Open open(Monomial m) {
    if (m.summed.length == 0) return new Open(m.coefficient, Arrays.asList(m.powers), List.of());
    var p = new Product(this);
    p.times(m, one);
    return p.open();
  }

  Expr multiplied(Expr a, Expr b) {
    return a.isOne() ? b : b.isOne() ? a : times(a, b);
  }

  /// Closes what was opened, after a change.
  public Expr close(Open o) {
    var p = new Product(this);
    p.scale(o.coefficient);
    for (Power q : o.powers) p.factor(q.base(), q.exponent());
    for (Index i : o.summed) p.sumOver(i);
    return p.finish();
  }
}
