package dev.jacobi.expr;

import java.math.BigDecimal;
import java.math.BigInteger;

/// An exact rational number in lowest terms, denominator positive.
public record Rational(BigInteger num, BigInteger den) implements Comparable<Rational> {
  public static final Rational ZERO = of(0);
  public static final Rational ONE = of(1);
  public static final Rational MINUS_ONE = of(-1);
  public static final Rational TWO = of(2);
  public static final Rational HALF = of(1, 2);

  /// In bits; longer powers stay powers.
  private static final int LONGEST_POWER = 4096;

  private static final int MOST_DIGITS = 10_000;

  public static Rational of(long value) {
    return new Rational(BigInteger.valueOf(value), BigInteger.ONE);
  }

  public static Rational of(long num, long den) {
    return reduced(BigInteger.valueOf(num), BigInteger.valueOf(den));
  }

  /// Reads decimal digits exactly: `0.5` is one half, `2e1` twenty.
  ///
  /// - error: [ArithmeticException] for more digits than anybody means
  public static Rational parse(String digits) {
    BigDecimal d = new BigDecimal(digits);
    if (Math.abs((long) d.scale()) + digits.length() > MOST_DIGITS)
      throw new ArithmeticException("a number of more than " + MOST_DIGITS + " digits");
    return d.scale() <= 0
        ? new Rational(d.toBigIntegerExact(), BigInteger.ONE)
        : reduced(d.unscaledValue(), BigInteger.TEN.pow(d.scale()));
  }

  private static Rational reduced(BigInteger num, BigInteger den) {
    if (den.signum() == 0) throw new ArithmeticException("division by zero");
    if (den.signum() < 0) {
      num = num.negate();
      den = den.negate();
    }
    BigInteger g = num.gcd(den);
    return g.equals(BigInteger.ONE)
        ? new Rational(num, den)
        : new Rational(num.divide(g), den.divide(g));
  }

  public Rational plus(Rational o) {
    if (isInteger() && o.isInteger()) return new Rational(num.add(o.num), BigInteger.ONE);
    return reduced(num.multiply(o.den).add(o.num.multiply(den)), den.multiply(o.den));
  }

  public Rational minus(Rational o) {
    return plus(o.negate());
  }

  public Rational times(Rational o) {
    if (isOne()) return o;
    if (o.isOne()) return this;
    if (isInteger() && o.isInteger()) return new Rational(num.multiply(o.num), BigInteger.ONE);
    return reduced(num.multiply(o.num), den.multiply(o.den));
  }

  public Rational over(Rational o) {
    if (o.isOne()) return this;
    if (o.signum() != 0 && equals(o)) return ONE;
    return reduced(num.multiply(o.den), den.multiply(o.num));
  }

  public Rational negate() {
    if (isOne()) return MINUS_ONE;
    return new Rational(num.negate(), den);
  }

  public Rational abs() {
    return signum() < 0 ? negate() : this;
  }

  public Rational inverse() {
    if (isOne()) return this;
    return reduced(den, num);
  }

  /// Whether a whole power has so few digits that it is written out.
  boolean isSmallPower(Rational e) {
    if (!e.isInteger() || e.num.bitLength() >= 32) return isOne();
    long longer = Math.max(num.bitLength(), den.bitLength());
    return isOne() || longer * Math.abs((long) e.intValue()) <= LONGEST_POWER;
  }

  /// A whole power; negative ones of zero throw.
  public Rational pow(int e) {
    return e < 0 ? inverse().pow(-e) : new Rational(num.pow(e), den.pow(e));
  }

  /// The largest rational that divides both with whole quotients; 0 is neutral.
  public Rational gcd(Rational o) {
    if (isInteger() && o.isInteger()) {
      if (num.equals(BigInteger.ONE) || o.num.equals(BigInteger.ONE)) return ONE;
      return num.signum() == 0 ? o.abs() : new Rational(num.gcd(o.num), BigInteger.ONE);
    }
    return reduced(num.multiply(o.den).gcd(o.num.multiply(den)), den.multiply(o.den));
  }

  public Rational floor() {
    BigInteger q = num.divide(den);
    boolean below = num.signum() < 0 && !isInteger();
    return new Rational(below ? q.subtract(BigInteger.ONE) : q, BigInteger.ONE);
  }

  public boolean isInteger() {
    return den.equals(BigInteger.ONE);
  }

  public boolean isZero() {
    return num.signum() == 0;
  }

  public boolean isOne() {
    return isInteger() && num.equals(BigInteger.ONE);
  }

  public int signum() {
    return num.signum();
  }

  /// Whole and small enough to be an exponent that is written out.
  public boolean isSmallInteger() {
    return isInteger() && num.bitLength() < 16;
  }

  public int intValue() {
    return num.intValueExact();
  }

  public double doubleValue() {
    if (num.bitLength() < 53 && den.bitLength() < 53) return num.doubleValue() / den.doubleValue();
    return new BigDecimal(num)
        .divide(new BigDecimal(den), java.math.MathContext.DECIMAL64)
        .doubleValue();
  }

  @Override
  public int compareTo(Rational o) {
    if (isInteger() && o.isInteger()) return num.compareTo(o.num);
    return num.multiply(o.den).compareTo(o.num.multiply(den));
  }

  @Override
  public String toString() {
    return isInteger() ? num.toString() : num + "/" + den;
  }
}
