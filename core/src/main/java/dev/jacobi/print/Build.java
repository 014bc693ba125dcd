package dev.jacobi.print;

import dev.jacobi.expr.Extent;
import dev.jacobi.expr.Function;
import dev.jacobi.expr.Opaque;
import dev.jacobi.expr.Pointwise;
import dev.jacobi.expr.Rational;
import dev.jacobi.notation.Place;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.Syntax.Op;
import java.util.ArrayList;
import java.util.List;

/// Syntax as a careful writer puts it together: no factor 1, no double minus, no double transpose,
/// quotients for negative powers.
final class Build {
  static final Syntax ONE = number(1);

  /// Where a matrix stands that is its own transpose. What Jacobi writes stands nowhere, so the
  /// place is free to say so.
  static final Place SYMMETRIC = new Place(0, 0, 1);

  /// Where a product stands that is one factor of what is around it.
  private static final Place WHOLE = new Place(0, 0, 2);

  private Build() {}

  static Syntax number(long n) {
    return n < 0
        ? new Syntax.Negate(new Syntax.Num(Long.toString(-n), Place.NONE), Place.NONE)
        : new Syntax.Num(Long.toString(n), Place.NONE);
  }

  static Syntax number(java.math.BigInteger n) {
    Syntax s = new Syntax.Num(n.abs().toString(), Place.NONE);
    return n.signum() < 0 ? negate(s) : s;
  }

  /// A rational as a number of its own: `3`, `1/2`; exact decimals stay decimals where they are
  /// shorter.
  static Syntax number(Rational r) {
    if (r.isInteger()) return number(r.num());
    String decimal = decimal(r.abs());
    Syntax s =
        decimal.isEmpty()
            ? binary(Op.QUOTIENT, number(r.abs().num()), number(r.den()))
            : new Syntax.Num(decimal, Place.NONE);
    return r.signum() < 0 ? negate(s) : s;
  }

  /// The digits of a rational whose denominator is a large power of 2 and 5, empty for others.
  static String decimal(Rational r) {
    if (r.den().bitLength() < 7) return "";
    try {
      String s =
          new java.math.BigDecimal(r.num()).divide(new java.math.BigDecimal(r.den())).toString();
      return s.length() <= 40 ? s : "";
    } catch (ArithmeticException e) {
      return "";
    }
  }

  static Syntax name(String s) {
    return new Syntax.Name(s, Place.NONE);
  }

  /// `f(x)`, and `f'(x)` of a function of which only the name is known.
  static Syntax applied(Pointwise f, List<Syntax> x) {
    return switch (f) {
      case Function g -> new Syntax.Call(g.text, x, Place.NONE);
      case Opaque g when g.order() > 0 ->
          new Syntax.Prime(g.name() + "'".repeat(g.order() - 1), x.getFirst(), Place.NONE);
      case Opaque g -> new Syntax.Call(g.name(), x, Place.NONE);
    };
  }

  static Syntax call(String f, Syntax... x) {
    return new Syntax.Call(f, List.of(x), Place.NONE);
  }

  /// A call, or a name, that is a symmetric matrix.
  static Syntax symmetric(Syntax s) {
    return switch (s) {
      case Syntax.Call c -> new Syntax.Call(c.function(), c.arguments(), SYMMETRIC);
      case Syntax.Name n -> new Syntax.Name(n.text(), SYMMETRIC);
      default -> s;
    };
  }

  /// A formula that stands for a name. In `p' q x` the first two are a number: such a product can
  /// neither be turned over factor by factor nor run into its neighbours.
  static Syntax whole(Syntax s) {
    boolean product = s instanceof Syntax.Binary b && b.op() == Op.TIMES;
    if (!product || chain(s).size() < 3 || !isRow(chain(s).getFirst())) return s;
    var b = (Syntax.Binary) s;
    return new Syntax.Binary(b.op(), b.left(), b.right(), WHOLE);
  }

  static Syntax binary(Op op, Syntax l, Syntax r) {
    return new Syntax.Binary(op, l, r, Place.NONE);
  }

  static Syntax negate(Syntax s) {
    return s instanceof Syntax.Negate n ? n.of() : new Syntax.Negate(s, Place.NONE);
  }

  static boolean isOne(Syntax s) {
    return s instanceof Syntax.Num n && n.digits().equals("1");
  }

  static Syntax times(Syntax l, Syntax r) {
    if (l instanceof Syntax.Negate n) return negate(times(n.of(), r));
    if (r instanceof Syntax.Negate n) return negate(times(l, n.of()));
    if (isOne(l)) return r;
    if (isOne(r)) return l;
    if (r instanceof Syntax.Binary b && isProduct(b)) return times(times(l, b.left()), b.right());
    return binary(Op.TIMES, l, r);
  }

  /// A product of several, left to right; 1 when there is none.
  static Syntax product(List<Syntax> factors) {
    Syntax p = ONE;
    for (Syntax f : factors) p = times(p, f);
    return p;
  }

  static Syntax over(Syntax l, Syntax r) {
    return isOne(r) ? l : binary(Op.QUOTIENT, l, r);
  }

  static Syntax power(Syntax base, Syntax exponent, boolean entrywise) {
    return isOne(exponent) ? base : binary(entrywise ? Op.ENTRY_POWER : Op.POWER, base, exponent);
  }

  /// The transpose, moved into a product of two names: `(A B)'` is `B' A'`.
  static Syntax transpose(Syntax s) {
    return switch (s) {
      case Syntax.Transpose p -> p.of();
      case Syntax.Call c when c.place().equals(SYMMETRIC) -> c;
      case Syntax.Name n when n.place().equals(SYMMETRIC) -> n;
      case Syntax.Negate n -> negate(transpose(n.of()));
      case Syntax.Binary b when isProduct(b) -> transposeProduct(b);
      default -> new Syntax.Transpose(s, Place.NONE);
    };
  }

  private static Syntax transposeProduct(Syntax.Binary b) {
    List<Syntax> factors = chain(b);
    List<Syntax> reversed = new ArrayList<>(factors.size());
    int brackets = 0;
    int marks = 0;
    for (int q = factors.size() - 1; q >= 0; q--) {
      Syntax f = factors.get(q);
      if (!isSimple(f) && (!isBracket(f) || ++brackets > 1))
        return new Syntax.Transpose(b, Place.NONE);
      Syntax turned = transpose(f);
      if (turned instanceof Syntax.Transpose) marks++;
      reversed.add(turned);
    }
    return brackets > 0 && marks > 2 ? new Syntax.Transpose(b, Place.NONE) : product(reversed);
  }

  private static boolean isSimple(Syntax f) {
    return f instanceof Syntax.Name
        || f instanceof Syntax.Transpose
        || f instanceof Syntax.Call
        || f instanceof Syntax.Derivative;
  }

  /// An array in brackets, which can be transposed where it stands.
  private static boolean isBracket(Syntax f) {
    return f instanceof Syntax.Binary b
        && switch (b.op()) {
          case PLUS, MINUS, HADAMARD, ENTRY_QUOTIENT -> true;
          case TIMES, QUOTIENT, POWER, ENTRY_POWER -> false;
        };
  }

  /// The factors of a matrix product.
  static List<Syntax> chain(Syntax s) {
    if (!isProduct(s)) return List.of(s);
    List<Syntax> all = new ArrayList<>();
    chain(s, all);
    return all;
  }

  /// One that may run into its neighbours.
  private static boolean isProduct(Syntax s) {
    return s instanceof Syntax.Binary b && b.op() == Op.TIMES && !b.place().equals(WHOLE);
  }

  private static void chain(Syntax s, List<Syntax> into) {
    if (isProduct(s)) {
      chain(((Syntax.Binary) s).left(), into);
      chain(((Syntax.Binary) s).right(), into);
    } else {
      into.add(s);
    }
  }

  /// A number inside a longer product: `dot(x, A y)` instead of `x' A y`, which would run into what
  /// follows it.
  static Syntax asDot(Syntax s) {
    List<Syntax> chain = chain(s);
    if (chain.size() < 2 || !isRow(chain.get(0))) return s;
    return call("dot", transpose(chain.get(0)), product(chain.subList(1, chain.size())));
  }

  private static boolean isRow(Syntax factor) {
    return switch (factor) {
      case Syntax.Transpose _ -> true;
      case Syntax.Call c -> c.function().equals("colsum");
      case Syntax.Binary b -> b.op() == Op.HADAMARD && b.left() instanceof Syntax.Transpose;
      case Syntax.Name _, Syntax.Num _, Syntax.Negate _, Syntax.Prime _, Syntax.Entry _ -> false;
      case Syntax.Colon _, Syntax.Bound _, Syntax.Norm _, Syntax.Indicator _ -> false;
      case Syntax.Compare _, Syntax.Block _, Syntax.Derivative _ -> false;
    };
  }

  static Syntax entry(Syntax array, Syntax... indices) {
    return new Syntax.Entry(array, List.of(indices), Place.NONE);
  }

  static Syntax extent(Extent e) {
    Syntax sum = null;
    for (var term : e.terms().entrySet()) {
      Syntax product = number(Math.abs(term.getValue()));
      for (String n : term.getKey()) product = times(product, name(n));
      if (sum == null) sum = term.getValue() < 0 ? negate(product) : product;
      else sum = binary(term.getValue() < 0 ? Op.MINUS : Op.PLUS, sum, product);
    }
    return sum == null ? number(0) : sum;
  }

  /// A sum of signed terms, in the order given.
  static Syntax sum(List<Syntax> terms) {
    Syntax sum = terms.get(0);
    for (Syntax s : terms.subList(1, terms.size()))
      sum = s instanceof Syntax.Negate n ? binary(Op.MINUS, sum, n.of()) : binary(Op.PLUS, sum, s);
    return sum;
  }
}
