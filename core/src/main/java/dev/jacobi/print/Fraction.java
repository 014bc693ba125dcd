package dev.jacobi.print;

import dev.jacobi.expr.Rational;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.Syntax.Op;
import java.util.ArrayList;
import java.util.List;

/// A signed term in the making: a coefficient, factors above the line, factors below.
final class Fraction {
  private final Rational coefficient;
  private final List<Syntax> above = new ArrayList<>();
  private final List<Syntax> below = new ArrayList<>();

  Fraction(Rational coefficient) {
    this.coefficient = coefficient;
  }

  void times(Syntax s) {
    if (!Build.isOne(s)) above.add(s);
  }

  void over(Syntax s) {
    if (!Build.isOne(s)) below.add(s);
  }

  /// `-6 a b / n`; the sign stands in front of the whole.
  Syntax syntax() {
    Rational c = coefficient.abs();
    List<Syntax> top = new ArrayList<>();
    List<Syntax> bottom = new ArrayList<>();
    String decimal = Build.decimal(c);
    if (!decimal.isEmpty()) {
      top.add(Build.number(c));
    } else {
      if (!c.num().equals(java.math.BigInteger.ONE)) top.add(Build.number(c.num()));
      if (!c.isInteger()) bottom.add(Build.number(c.den()));
    }
    top.addAll(above);
    bottom.addAll(below);
    Syntax s = Build.product(top);
    if (!bottom.isEmpty()) s = Build.binary(Op.QUOTIENT, s, Build.product(bottom));
    return coefficient.signum() < 0 ? Build.negate(s) : s;
  }
}
