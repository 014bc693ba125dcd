package dev.jacobi.expr;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/// The table of primitive functions: one row each, with its derivative written in its argument `x`
/// and its own value `y`, so that results speak in forward names (`1 − y²`, not `1 − tanh²x`).
///
/// Composite functions are no rows: they stand in `library.jacobi`, in the language. Values at a
/// kink are PyTorch's.
public enum Function implements Pointwise {
  EXP(
      "exp",
      Math::exp,
      (t, x, y) -> y,
      Sign.POSITIVE,
      Parity.NONE,
      "(0, inf)",
      "(0, inf)",
      "R",
      ""),
  EXPM1(
      "expm1",
      Math::expm1,
      (t, x, y) -> t.plus(y, t.one()),
      Sign.ANY,
      Parity.NONE,
      "(-1, inf)",
      "(0, inf)",
      "R",
      ""),
  LOG(
      "log",
      Math::log,
      (t, x, y) -> t.reciprocal(x),
      Sign.ANY,
      Parity.NONE,
      "R",
      "(0, inf)",
      "x > 0",
      ""),
  LOG1P(
      "log1p",
      Math::log1p,
      (t, x, y) -> t.reciprocal(t.plus(t.one(), x)),
      Sign.ANY,
      Parity.NONE,
      "R",
      "(0, inf)",
      "x > -1",
      ""),
  ABS(
      "abs",
      Math::abs,
      (t, x, y) -> t.apply(row("sign"), x),
      Sign.NOT_NEGATIVE,
      Parity.EVEN,
      "[0, inf)",
      "{-1, 0, 1}",
      "R",
      "0"),
  SIGN(
      "sign",
      Math::signum,
      (t, x, y) -> t.zero(),
      Sign.ANY,
      Parity.ODD,
      "{-1, 0, 1}",
      "{0}",
      "R",
      "0"),
  FLOOR(
      "floor",
      Math::floor,
      (t, x, y) -> t.zero(),
      Sign.ANY,
      Parity.NONE,
      "whole numbers",
      "{0}",
      "R",
      "whole numbers"),
  SIN(
      "sin",
      Math::sin,
      (t, x, y) -> t.apply(row("cos"), x),
      Sign.ANY,
      Parity.ODD,
      "[-1, 1]",
      "[-1, 1]",
      "R",
      ""),
  COS(
      "cos",
      Math::cos,
      (t, x, y) -> t.negate(t.apply(row("sin"), x)),
      Sign.ANY,
      Parity.EVEN,
      "[-1, 1]",
      "[-1, 1]",
      "R",
      ""),
  TAN(
      "tan",
      Math::tan,
      (t, x, y) -> t.plus(t.one(), t.pow(y, 2)),
      Sign.ANY,
      Parity.ODD,
      "R",
      "[1, inf)",
      "x != pi/2 + k pi",
      ""),
  ASIN(
      "asin",
      Math::asin,
      (t, x, y) -> t.pow(t.minus(t.one(), t.pow(x, 2)), Rational.of(-1, 2)),
      Sign.ANY,
      Parity.ODD,
      "[-pi/2, pi/2]",
      "[1, inf)",
      "[-1, 1]",
      ""),
  ACOS(
      "acos",
      Math::acos,
      (t, x, y) -> t.negate(t.pow(t.minus(t.one(), t.pow(x, 2)), Rational.of(-1, 2))),
      Sign.NOT_NEGATIVE,
      Parity.NONE,
      "[0, pi]",
      "(-inf, -1]",
      "[-1, 1]",
      ""),
  ATAN(
      "atan",
      Math::atan,
      (t, x, y) -> t.reciprocal(t.plus(t.one(), t.pow(x, 2))),
      Sign.ANY,
      Parity.ODD,
      "(-pi/2, pi/2)",
      "(0, 1]",
      "R",
      ""),
  SINH(
      "sinh",
      Math::sinh,
      (t, x, y) -> t.apply(row("cosh"), x),
      Sign.ANY,
      Parity.ODD,
      "R",
      "[1, inf)",
      "R",
      ""),
  COSH(
      "cosh",
      Math::cosh,
      (t, x, y) -> t.apply(row("sinh"), x),
      Sign.POSITIVE,
      Parity.EVEN,
      "[1, inf)",
      "R",
      "R",
      ""),
  TANH(
      "tanh",
      Math::tanh,
      (t, x, y) -> t.minus(t.one(), t.pow(y, 2)),
      Sign.ANY,
      Parity.ODD,
      "(-1, 1)",
      "(0, 1]",
      "R",
      ""),
  ASINH(
      "asinh",
      Numbers::asinh,
      (t, x, y) -> t.pow(t.plus(t.one(), t.pow(x, 2)), Rational.of(-1, 2)),
      Sign.ANY,
      Parity.ODD,
      "R",
      "(0, 1]",
      "R",
      ""),
  ACOSH(
      "acosh",
      Numbers::acosh,
      (t, x, y) -> t.pow(t.minus(t.pow(x, 2), t.one()), Rational.of(-1, 2)),
      Sign.NOT_NEGATIVE,
      Parity.NONE,
      "[0, inf)",
      "(0, inf)",
      "x > 1",
      ""),
  ATANH(
      "atanh",
      Numbers::atanh,
      (t, x, y) -> t.reciprocal(t.minus(t.one(), t.pow(x, 2))),
      Sign.ANY,
      Parity.ODD,
      "R",
      "[1, inf)",
      "(-1, 1)",
      ""),
  ERF(
      "erf",
      Numbers::erf,
      (t, x, y) ->
          t.times(
              t.number(2),
              t.pow(t.symbol("pi"), Rational.of(-1, 2)),
              t.apply(row("exp"), t.negate(t.pow(x, 2)))),
      Sign.ANY,
      Parity.ODD,
      "(-1, 1)",
      "(0, 2/sqrt(pi)]",
      "R",
      ""),
  SIGMOID(
      "sigmoid",
      Numbers::sigmoid,
      (t, x, y) -> t.times(y, t.minus(t.one(), y)),
      Sign.POSITIVE,
      Parity.NONE,
      "(0, 1)",
      "(0, 1/4]",
      "R",
      ""),
  RELU(
      "relu",
      x -> Math.max(x, 0),
      (t, x, y) -> t.indicator(x, Factor.Comparison.POSITIVE),
      Sign.NOT_NEGATIVE,
      Parity.NONE,
      "[0, inf)",
      "{0, 1}",
      "R",
      "0"),
  SOFTPLUS(
      "softplus",
      Numbers::softplus,
      (t, x, y) -> t.apply(row("sigmoid"), x),
      Sign.POSITIVE,
      Parity.NONE,
      "(0, inf)",
      "(0, 1)",
      "R",
      ""),
  /// At a tie the slope is the second argument's, unless the first is a number: the two make 1
  /// together wherever they are equal, even on a whole region, as `min(r, clip(r, 0, 1))` has one.
  MAX("max", Math::max, (t, x, z, y, q) -> greater(t, x, z, q)),
  MIN("min", Math::min, (t, x, z, y, q) -> greater(t, t.negate(x), t.negate(z), q));

  private static Expr greater(Terms t, Expr x, Expr z, int q) {
    if (q == 0) return t.indicator(t.minus(x, z), Factor.Comparison.POSITIVE);
    boolean strict = x.isNumber();
    return t.indicator(
        t.minus(z, x), strict ? Factor.Comparison.POSITIVE : Factor.Comparison.NOT_NEGATIVE);
  }

  /// What is known of the sign of the values.
  public enum Sign {
    POSITIVE,
    NOT_NEGATIVE,
    ANY
  }

  /// f(−x) = f(x), f(−x) = −f(x), or neither.
  public enum Parity {
    EVEN,
    ODD,
    NONE
  }

  /// The derivative of one argument's function, in its argument x and its value y.
  public interface Rule {
    Expr of(Terms t, Expr x, Expr y);
  }

  /// The derivative by the q-th of two arguments, x and z.
  public interface Rule2 {
    Expr of(Terms t, Expr x, Expr z, Expr y, int q);
  }

  public final String text;
  public final int arity;
  public final Sign sign;
  public final Parity parity;

  /// The sets of values of the function and of its derivative, its domain, and the points where it
  /// has no derivative (empty: none), in words for people.
  public final String range;

  public final String slopeRange;
  public final String domain;
  public final String kinks;

  private final DoubleBinaryOperator value;
  private final Rule2 rule;

  Function(
      String text,
      DoubleUnaryOperator value,
      Rule rule,
      Sign sign,
      Parity parity,
      String range,
      String slopeRange,
      String domain,
      String kinks) {
    this.text = text;
    this.arity = 1;
    this.value = (x, _) -> value.applyAsDouble(x);
    this.rule = (t, x, _, y, _) -> rule.of(t, x, y);
    this.sign = sign;
    this.parity = parity;
    this.range = range;
    this.slopeRange = slopeRange;
    this.domain = domain;
    this.kinks = kinks;
  }

  Function(String text, DoubleBinaryOperator value, Rule2 rule) {
    this.text = text;
    this.arity = 2;
    this.value = value;
    this.rule = rule;
    this.sign = Sign.ANY;
    this.parity = Parity.NONE;
    this.range = "R";
    this.slopeRange = "{0, 1}";
    this.domain = "R";
    this.kinks = "equal arguments";
  }

  /// Whether `f(x) = x f'(x)`: linear on either side of 0.
  public boolean isHomogeneous() {
    return this == ABS || this == RELU;
  }

  /// The row of a name; rows that mention later rows find them so.
  public static Function row(String text) {
    return named(text).orElseThrow(() -> new IllegalArgumentException("no function " + text));
  }

  /// The row of a name, if it has one.
  public static Optional<Function> named(String text) {
    return Optional.ofNullable(Rows.BY_NAME.get(text));
  }

  /// Made once all rows are there.
  private static final class Rows {
    static final Map<String, Function> BY_NAME = new HashMap<>();

    static {
      for (Function f : values()) BY_NAME.put(f.text, f);
    }
  }

  @Override
  public int arity() {
    return arity;
  }

  @Override
  public Sign sign() {
    return sign;
  }

  @Override
  public Parity parity() {
    return parity;
  }

  @Override
  public String identity() {
    return name();
  }

  public double value(double x, double z) {
    return value.applyAsDouble(x, z);
  }

  @Override
  public Expr derivative(Terms t, java.util.List<Expr> x, Expr y, int q) {
    return rule.of(t, x.get(0), x.get(arity - 1), y, q);
  }
}
