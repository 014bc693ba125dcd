package dev.jacobi.print.code;

import dev.jacobi.expr.Exponentials;
import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Factor;
import dev.jacobi.expr.Function;
import dev.jacobi.expr.Index;
import dev.jacobi.expr.Monomial;
import dev.jacobi.expr.Opaque;
import dev.jacobi.expr.Rational;
import dev.jacobi.expr.Terms;
import dev.jacobi.print.code.Code.Kind;
import dev.jacobi.print.code.Code.Level;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Writes formulas as operations on whole arrays.
final class Formulas {
  final Scope scope;
  final ArrayLanguage language;
  final Entries entries;
  private final Products products;

  Formulas(Scope scope, ArrayLanguage language) {
    this.scope = scope;
    this.language = language;
    this.entries = new Entries(scope, language);
    this.products = new Products(this);
  }

  /// The axes, those of `want` first and in its order.
  static List<Index> ordered(java.util.Collection<Index> axes, List<Index> want) {
    List<Index> r = new ArrayList<>(want);
    r.retainAll(axes);
    for (Index i : axes) if (!r.contains(i)) r.add(i);
    return r;
  }

  /// The array of a formula; its axes are the free indices, in the order of `want` where that is
  /// free.
  Code of(Expr e, List<Index> want) {
    if (e.isZero()) return Code.number("0");
    if (e.size() > 1 && !Terms.content(e).isOne()) return scaled(e, want);
    List<Terms.Open> terms = new ArrayList<>(); // its sign may rest on what its sums are called
    for (Monomial m : e.terms()) terms.add(scope.model().t.open(m));
    terms.sort(
        Comparator.comparing((Terms.Open m) -> m.coefficient().signum() < 0)
            .thenComparing(m -> m.summed().isEmpty()));
    if (terms.size() == 1) return single(terms.get(0), want);
    Set<Index> axes = new LinkedHashSet<>();
    List<Code> codes = new ArrayList<>();
    for (Terms.Open m : terms) {
      Code c = number(products.of(m, want));
      codes.add(c);
      axes.addAll(c.axes());
    }
    List<Index> order = order(codes, axes, want);
    var s = new StringBuilder();
    boolean numbers = true;
    for (int q = 0; q < codes.size(); q++) {
      boolean negative = terms.get(q).coefficient().signum() < 0;
      if (q > 0) s.append(negative ? " - " : " + ");
      else if (negative) s.append('-');
      Code c = codes.get(q).spread(order, language);
      s.append(c.at(negative ? Level.MATRIX_PRODUCT : Level.SUM));
      numbers &= c.kind() == Kind.NUMBER;
    }
    return new Code(order, s.toString(), Level.SUM, numbers ? Kind.NUMBER : Kind.ARRAY);
  }

  /// The order wanted; where summed indices stand too, that of the first term with all axes.
  private static List<Index> order(List<Code> codes, Set<Index> axes, List<Index> want) {
    if (!want.containsAll(axes)) for (Code c : codes) if (c.order() == axes.size()) return c.axes();
    return ordered(axes, want);
  }

  /// A sum whose coefficients have a common content: that times the rest.
  private Code scaled(Expr e, List<Index> want) {
    Rational content = Terms.content(e);
    Code rest = of(scope.model().t.scale(e, content.inverse()), want);
    return products.scaled(content, rest, want);
  }

  private Code single(Terms.Open m, List<Index> want) {
    Code c = products.of(m, want);
    if (m.coefficient().signum() > 0) return c;
    c = number(c);
    return new Code(c.axes(), "-" + c.at(Level.PRODUCT), Level.SUM, c.kind());
  }

  /// Masks count as 0 and 1 only once they are numbers.
  Code number(Code c) {
    if (!c.isMask()) return c;
    return Code.array(c.axes(), language.numbers(c.at(Level.ATOM), scope));
  }

  /// One factor to the first power.
  Code of(Factor f, List<Index> want, List<Factor.Relation> conditions) {
    return switch (f) {
      case Factor.Symbol s -> entries.of(s, conditions);
      case Factor.Relation r -> entries.of(r, want);
      case Factor.Apply a -> apply(a, want);
      case Factor.Indicator i -> indicator(i, want);
      case Factor.Group g -> number(of(g.of, want));
      case Factor.Radical r -> rational(r.of);
    };
  }

  private Code apply(Factor.Apply a, List<Index> want) {
    if (a.function == Function.LOG) {
      var total = Exponentials.total(scope.model().t, a.argument(0));
      if (total.isPresent()) return StableSums.array(this, total.get(), want);
    }
    Set<Index> axes = new LinkedHashSet<>();
    List<Code> x = new ArrayList<>();
    for (Expr e : a.arguments()) {
      Code c = number(of(e, want));
      x.add(c);
      axes.addAll(c.axes());
    }
    List<Index> order = ordered(axes, want);
    x.replaceAll(c -> c.spread(order, language));
    String call =
        switch (a.function) {
          case Function f -> language.apply(f, x, scope);
          case Opaque f -> scope.function(f) + "(" + x.getFirst().text() + ")";
        };
    return Code.array(order, call);
  }

  private Code indicator(Factor.Indicator i, List<Index> want) {
    if (i.comparison == Factor.Comparison.ZERO) {
      Code c = number(of(i.of, want));
      return new Code(c.axes(), language.isZero(c), Level.COMPARISON, Kind.MASK);
    }
    boolean strict = i.comparison == Factor.Comparison.POSITIVE;
    List<Expr> positive = new ArrayList<>();
    List<Expr> negative = new ArrayList<>();
    var t = scope.model().t;
    for (Monomial m : i.of.terms())
      if (m.coefficient.signum() > 0) positive.add(t.of(m));
      else negative.add(t.negate(t.of(m)));
    Code left = number(of(t.add(positive), want));
    Code right = number(of(t.add(negative), want));
    Set<Index> axes = new LinkedHashSet<>(left.axes());
    axes.addAll(right.axes());
    List<Index> order = ordered(axes, want);
    Code a = left.spread(order, language);
    Code b = right.spread(order, language);
    boolean flip = positive.isEmpty();
    String text =
        flip
            ? b.text() + (strict ? " < " : " <= ") + a.text()
            : a.text() + (strict ? " > " : " >= ") + b.text();
    return new Code(order, text, Level.COMPARISON, Kind.MASK);
  }

  /// A rational number: digits where they are exact and few, else a quotient.
  static Code rational(Rational r) {
    if (r.signum() < 0) {
      Code c = rational(r.negate());
      return new Code(List.of(), "-" + c.at(Level.PRODUCT), Level.SUM, Kind.NUMBER);
    }
    if (r.isInteger())
      return Code.number(
          r.num().bitLength() <= 53 ? r.num().toString() : Double.toString(r.doubleValue()));
    String decimal = decimal(r);
    if (!decimal.isEmpty()) return Code.number(decimal);
    String quotient = r.num() + " / " + r.den();
    return new Code(List.of(), quotient, Level.PRODUCT, Kind.NUMBER);
  }

  /// The decimal digits of a number that has finitely many; empty for others.
  static String decimal(Rational r) {
    var rest = r.den();
    for (int p : new int[] {2, 5}) {
      var prime = java.math.BigInteger.valueOf(p);
      while (rest.mod(prime).signum() == 0) rest = rest.divide(prime);
    }
    if (!rest.equals(java.math.BigInteger.ONE))
      return r.den().bitLength() > 53 ? Double.toString(r.doubleValue()) : "";
    var exact = new java.math.BigDecimal(r.num()).divide(new java.math.BigDecimal(r.den()));
    String plain = exact.toPlainString();
    if (plain.length() < 8) return plain;
    String shortest = Double.toString(r.doubleValue()).replace(".0E", "e").replace("E", "e");
    return shortest;
  }
}
