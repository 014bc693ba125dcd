package dev.jacobi.expr;

import java.util.Arrays;
import java.util.List;

/// A rational coefficient times powers, summed over its own indices: `6 Σ_k [s_i > 0] x_j W_ki`.
///
/// Its summed indices carry canonical numbers, above those of the sums nested in its factors.
/// Nobody looks inside without [Terms#open], which gives them fresh names.
public final class Monomial extends Node {
  public final Rational coefficient;
  final Power[] powers; // sorted by hash
  final Index[] summed; // canonical
  Expr alone; // itself as a formula; null until somebody asks
  private List<Power> list; // of the powers; null until somebody asks

  /// The hash without the coefficient: monomials of equal body merge.
  final long body;

  private final long bodyPattern;

  Monomial(Rational coefficient, Power[] powers, Index[] summed) {
    this(coefficient, powers, summed, bodyHash(powers, summed), patternOf(powers, summed));
  }

  private Monomial(
      Rational coefficient, Power[] powers, Index[] summed, long body, long bodyPattern) {
    super(
        mix(body, coefficient.hashCode()),
        mix(bodyPattern, coefficient.hashCode()),
        without(freeOf(powers), summed),
        heightOf(powers) + summed.length,
        namesOf(powers));
    this.coefficient = coefficient;
    this.powers = powers;
    this.summed = summed;
    this.body = body;
    this.bodyPattern = bodyPattern;
  }

  /// A factor and its exponent.
  public record Power(Factor base, Expr exponent) {
    boolean isPlain() {
      return exponent.isOne();
    }

    long colour(Node.Colours c) {
      return mix(base.colour(c), exponent.isOne() ? 1 : exponent.colour(c));
    }

    long hash() {
      return mix(base.hash, exponent.isOne() ? 1 : exponent.hash);
    }
  }

  public List<Power> powers() {
    if (list == null) list = List.of(powers);
    return list;
  }

  /// The indices it sums over, under their canonical numbers.
  public List<Index> summed() {
    return List.of(summed);
  }

  public int summedCount() {
    return summed.length;
  }

  public boolean hasSums() {
    return summed.length > 0;
  }

  boolean sameBody(Monomial o) {
    return body == o.body && Arrays.equals(powers, o.powers) && Arrays.equals(summed, o.summed);
  }

  /// The pattern of the body, without the coefficient.
  public long bodyPattern() {
    return bodyPattern;
  }

  private static long bodyHash(Power[] powers, Index[] summed) {
    long h = summed.length;
    for (Power p : powers) h = mix(h, p.hash());
    return mix(h, 20);
  }

  private static long patternOf(Power[] powers, Index[] summed) {
    long h = 0;
    for (Power p : powers) h += mix(p.base.pattern, p.exponent.pattern);
    for (Index i : summed) h += mix(i.extent.hashCode(), 21);
    return mix(h, 22);
  }

  private static Index[] freeOf(Power[] powers) {
    Index[] free = NONE;
    for (Power p : powers) {
      free = union(free, p.base.free);
      free = union(free, p.exponent.free);
    }
    return free;
  }

  private static long namesOf(Power[] powers) {
    long names = 0;
    for (Power p : powers) names |= p.base.names | p.exponent.names;
    return names;
  }

  private static int heightOf(Power[] powers) {
    int h = 0;
    for (Power p : powers) h = Math.max(h, Math.max(p.base.height, p.exponent.height));
    return h;
  }

  @Override
  long colour(Colours c) {
    return c.touches(this) ? colour(c, coefficient) : hash;
  }

  /// As if it had another coefficient.
  long colour(Colours c, Rational number) {
    long h = 0; // the order of the factors must not show: it rests on the names
    Colours inside = EqualIndices.in(powers, c);
    boolean signed = true;
    for (Power p : powers) {
      h += mix(p.colour(inside));
      signed &= !(p.base.givesItsSign() && c.touches(p.base));
    }
    for (Index i : summed) h += mix(i.extent.hashCode(), 23);
    return mix(h, (signed ? number : number.abs()).hashCode());
  }

  @Override
  boolean sameAs(Node o) {
    return o instanceof Monomial m && coefficient.equals(m.coefficient) && sameBody(m);
  }
}
