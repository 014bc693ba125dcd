package dev.jacobi.expr;

import java.util.Arrays;
import java.util.List;

/// What a monomial multiplies: an entry of a named array, a relation between indices, a function of
/// formulas, an indicator, a bracketed sum, or an irrational number.
public abstract sealed class Factor extends Node {
  Expr alone; // itself as a formula; null until somebody asks

  Factor(long hash, long pattern, Index[] free, int height, long names) {
    super(hash, pattern, free, height, names);
  }

  /// Whether its negative would be written as itself times −1, so that which sign is left in it
  /// rests on names: brackets and odd functions.
  boolean givesItsSign() {
    return false;
  }

  /// `W[i,j]`: an entry of a named array; a scalar and a dimension have no slots.
  public static final class Symbol extends Factor {
    public final String name;
    private final At[] slots;

    Symbol(String name, At[] slots) {
      super(
          hash(name, slots, Colours.IDENTITY),
          hash(name, slots, Colours.FORGETFUL),
          freeOf(slots),
          0,
          bit(name));
      this.name = name;
      this.slots = slots;
    }

    public int arity() {
      return slots.length;
    }

    public At slot(int q) {
      return slots[q];
    }

    public List<At> slots() {
      return List.of(slots);
    }

    private static long hash(String name, At[] slots, Colours c) {
      long h = mix(name.hashCode(), 1);
      for (At at : slots) h = mix(h, hash(at, c));
      return h;
    }

    private static Index[] freeOf(At[] slots) {
      Index[] free = NONE;
      for (At at : slots) free = union(free, at.indices);
      return free;
    }

    @Override
    long colour(Colours c) {
      return c.touches(this) ? hash(name, slots, c) : hash;
    }

    @Override
    boolean sameAs(Node o) {
      return o instanceof Symbol s && s.name.equals(name) && Arrays.equals(s.slots, slots);
    }
  }

  /// `[at = 0]` or `[at ≥ 0]`: 1 where the relation between indices holds, else 0. A Kronecker
  /// delta is `[i - j = 0]`.
  public static final class Relation extends Factor {
    public final At at;
    public final boolean equality;

    Relation(At at, boolean equality) {
      super(
          hash(at, equality, Colours.IDENTITY),
          hash(at, equality, Colours.FORGETFUL),
          at.indices,
          0,
          0);
      this.at = at;
      this.equality = equality;
    }

    /// An equality is the same on both sides: which index is taken away from which does not count.
    private static long hash(At at, boolean equality, Colours c) {
      long h = Factor.hash(at, c);
      return equality ? mix(mix(h) + mix(Factor.hash(at.times(-1), c)), 2) : mix(h, 3);
    }

    /// Whether one of two inequalities fails wherever the other holds: `i <= m` and `i > m`.
    boolean excludes(Relation r) {
      if (equality || r.equality) return false;
      Extent most = at.plus(r.at).greatest();
      return most.plus(Extent.ONE).times(-1).neverNegative();
    }

    /// The index that is at least as far along as another of its extent, and that other: i and j of
    /// `j <= i`; none where it says something else.
    public List<Index> order() {
      boolean orders =
          !equality
              && at.indices.length == 2
              && at.offset.isZero()
              && at.coefficients[0] == -at.coefficients[1]
              && Math.abs(at.coefficients[0]) == 1
              && at.indices[0].extent.equals(at.indices[1].extent);
      if (!orders) return List.of();
      int far = at.coefficients[0] > 0 ? 0 : 1;
      return List.of(at.indices[far], at.indices[1 - far]);
    }

    /// `δ_ij` of two plain indices.
    public boolean isDelta() {
      return equality
          && at.indices.length == 2
          && at.offset.terms().isEmpty()
          && at.coefficients[0] == -at.coefficients[1]
          && Math.abs(at.coefficients[0]) == 1;
    }

    @Override
    long colour(Colours c) {
      return c.touches(this) ? hash(at, equality, c) : hash;
    }

    @Override
    boolean sameAs(Node o) {
      return o instanceof Relation r && r.equality == equality && r.at.equals(at);
    }
  }

  /// `tanh(e)`: a function of numbers applied to formulas.
  public static final class Apply extends Factor {
    public final Pointwise function;
    private final Expr[] arguments;

    Apply(Pointwise function, Expr[] arguments) {
      super(
          hash(function, arguments, Colours.IDENTITY),
          patternOf(function, arguments),
          freeOf(arguments),
          heightOf(arguments),
          namesOf(arguments));
      this.function = function;
      this.arguments = arguments;
    }

    public Expr argument(int q) {
      return arguments[q];
    }

    public List<Expr> arguments() {
      return List.of(arguments);
    }

    private static long hash(Pointwise f, Expr[] arguments, Colours c) {
      long h = mix(f.identity().hashCode(), 4);
      boolean signless = f.parity() != Function.Parity.NONE;
      for (Expr e : arguments) h = mix(h, signless ? e.signlessColour(c) : e.colour(c));
      return h;
    }

    private static long patternOf(Pointwise f, Expr[] arguments) {
      long h = mix(f.identity().hashCode(), 4);
      for (Expr e : arguments) h = mix(h, e.pattern);
      return h;
    }

    private static Index[] freeOf(Expr[] arguments) {
      Index[] free = NONE;
      for (Expr e : arguments) free = union(free, e.free);
      return free;
    }

    private static int heightOf(Expr[] arguments) {
      int h = 0;
      for (Expr e : arguments) h = Math.max(h, e.height);
      return h;
    }

    private static long namesOf(Expr[] arguments) {
      long names = 0;
      for (Expr e : arguments) names |= e.names;
      return names;
    }

    @Override
    boolean givesItsSign() {
      return function.parity() == Function.Parity.ODD;
    }

    @Override
    long colour(Colours c) {
      return c.touches(this) ? hash(function, arguments, c) : hash;
    }

    @Override
    boolean sameAs(Node o) {
      return o instanceof Apply a
          && a.function.equals(function)
          && Arrays.equals(a.arguments, arguments);
    }
  }

  /// `1[e > 0]`, `1[e ≥ 0]` or `1[e = 0]`.
  public static final class Indicator extends Factor {
    public final Expr of;
    public final Comparison comparison;

    Indicator(Expr of, Comparison comparison) {
      super(
          mix(of.hash, 5 + comparison.ordinal()),
          mix(of.pattern, 5 + comparison.ordinal()),
          of.free,
          of.height,
          of.names);
      this.of = of;
      this.comparison = comparison;
    }

    @Override
    long colour(Colours c) {
      return c.touches(this) ? mix(of.colour(c), 5 + comparison.ordinal()) : hash;
    }

    @Override
    boolean sameAs(Node o) {
      return o instanceof Indicator i && i.of == of && i.comparison == comparison;
    }
  }

  /// `(e)`: a bracketed sum, without its content, sign and common monomial when its power is whole;
  /// or a closed sum (`Σ_k …`) under a power.
  public static final class Group extends Factor {
    public final Expr of;

    Group(Expr of) {
      super(mix(of.hash, 9), mix(of.pattern, 9), of.free, of.height, of.names);
      this.of = of;
    }

    @Override
    long colour(Colours c) {
      return c.touches(this) ? mix(of.signlessColour(c), 9) : hash;
    }

    @Override
    boolean givesItsSign() {
      return true;
    }

    @Override
    boolean sameAs(Node o) {
      return o instanceof Group g && g.of == of;
    }
  }

  /// A positive rational that stands under a power that is not whole: the 2 of `2^(1/2)`.
  public static final class Radical extends Factor {
    public final Rational of;

    Radical(Rational of) {
      super(mix(of.hashCode(), 10), mix(of.hashCode(), 10), NONE, 0, 0);
      this.of = of;
    }

    @Override
    long colour(Colours c) {
      return hash;
    }

    @Override
    boolean sameAs(Node o) {
      return o instanceof Radical r && r.of.equals(of);
    }
  }

  /// What an indicator compares its formula with zero by.
  public enum Comparison {
    POSITIVE,
    NOT_NEGATIVE,
    ZERO
  }

  static long hash(At at, Colours c) {
    long h = at.offset.hashCode();
    for (int q = 0; q < at.indices.length; q++) h += mix(c.of(at.indices[q]), at.coefficients[q]);
    return mix(h, at.indices.length);
  }
}
