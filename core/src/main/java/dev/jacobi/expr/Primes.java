package dev.jacobi.expr;

import java.math.BigInteger;
import java.util.Map;
import java.util.TreeMap;

/// The small primes of a positive rational: `8/3 = 2³ 3⁻¹`.
final class Primes {
  private static final int LIMIT = 1000;

  private Primes() {}

  static Map<Long, Long> of(Rational r) {
    Map<Long, Long> primes = new TreeMap<>();
    split(r.num(), 1, primes);
    split(r.den(), -1, primes);
    primes.values().removeIf(e -> e == 0);
    return primes;
  }

  /// What is left when all small primes are taken out.
  static Rational leftOver(Rational r) {
    return new Rational(split(r.num(), 1, new TreeMap<>()), split(r.den(), -1, new TreeMap<>()));
  }

  private static BigInteger split(BigInteger n, long sign, Map<Long, Long> primes) {
    for (long p = 2; p < LIMIT && !n.equals(BigInteger.ONE); p++) {
      BigInteger[] qr = n.divideAndRemainder(BigInteger.valueOf(p));
      while (qr[1].signum() == 0) {
        primes.merge(p, sign, Long::sum);
        n = qr[0];
        qr = n.divideAndRemainder(BigInteger.valueOf(p));
      }
    }
    return n;
  }
}
