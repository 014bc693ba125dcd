package dev.jacobi.print.code;

import dev.jacobi.expr.Exponentials;
import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Factor;
import dev.jacobi.expr.Function;
import dev.jacobi.expr.Index;
import dev.jacobi.expr.Monomial;
import dev.jacobi.expr.Monomial.Power;
import dev.jacobi.expr.Opaque;
import dev.jacobi.expr.Rational;
import dev.jacobi.expr.Terms;
import dev.jacobi.print.code.Code.Kind;
import dev.jacobi.print.code.Code.Level;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Writes formulas as Java expressions of one entry, each closed sum as a loop before them. The
/// texts are [Code] without axes; of kind NUMBER when of type int.
final class Loops {
  private static final String LETTERS = "ijklmnopqrstuvwxyz";

  private final Scope scope;
  private final Terms t;
  private final Places places;

  Loops(Scope scope) {
    this.scope = scope;
    this.t = scope.model().t;
    this.places = new Places(scope);
  }

  /// Opens a loop over an index.
  Block open(Block around, Index i) {
    String letter = i.letter.length() == 1 ? i.letter : "";
    if (letter.isEmpty() || around.uses(letter) || scope.isTaken(letter)) {
      letter = "";
      for (int q = 0; q < LETTERS.length() && letter.isEmpty(); q++) {
        String l = LETTERS.substring(q, q + 1);
        if (!around.uses(l) && !scope.isTaken(l)) letter = l;
      }
    }
    if (letter.isEmpty()) letter = scope.fresh("i");
    return new Block(around, i, letter);
  }

  /// Closes it: the loop becomes lines of the block around.
  void close(Block body, Block around, Index i) {
    String v = body.variable(i).orElseThrow();
    String n = scope.size(i.extent).text();
    around.line("for (int " + v + " = 0; " + v + " < " + n + "; " + v + "++) {");
    around.lines(body.lines());
    around.line("}");
  }

  Code of(Expr e, Block b) {
    if (e.isZero()) return new Code(List.of(), "0.0", Level.ATOM, Kind.ARRAY);
    Rational content = Terms.content(e);
    if (e.size() > 1 && !content.isOne()) {
      Code rest = of(t.scale(e, content.inverse()), b);
      return joined(factors(List.of(), content, b, List.of(rest)), List.of(), b);
    }
    List<Monomial> terms = new ArrayList<>(e.terms());
    terms.sort(
        Comparator.comparing((Monomial m) -> m.coefficient.signum() < 0)
            .thenComparing(m -> !m.hasSums()));
    var s = new StringBuilder();
    boolean ints = true;
    Level level = terms.size() > 1 ? Level.SUM : Level.ATOM;
    for (Monomial m : terms) {
      boolean negative = m.coefficient.signum() < 0;
      Code c = of(m, m.coefficient.abs(), b);
      if (s.length() > 0) s.append(negative ? " - " : " + ");
      else if (negative) s.append('-');
      if (negative) level = Level.SUM;
      else if (terms.size() == 1) level = c.level();
      s.append(c.at(negative || terms.size() > 1 ? Level.PRODUCT : c.level()));
      ints &= c.kind() == Kind.NUMBER;
    }
    return new Code(List.of(), s.toString(), level, ints ? Kind.NUMBER : Kind.ARRAY);
  }

  /// A monomial with this positive coefficient for its own.
  private Code of(Monomial m, Rational coefficient, Block b) {
    if (!m.hasSums()) return product(m.powers(), coefficient, b);
    var open = t.open(m);
    List<Power> inside = new ArrayList<>();
    List<Power> outside = new ArrayList<>();
    for (Power p : open.powers())
      (open.summed().stream().anyMatch(i -> holds(p, i)) ? inside : outside).add(p);
    Rational sign = open.coefficient().over(m.coefficient); // may rest on what the sums are called
    Expr sum = t.close(new Terms.Open(sign, inside, open.summed()));
    Code total = sum(sum, b);
    if (outside.isEmpty() && coefficient.isOne()) return total;
    return joined(factors(outside, coefficient, b, new ArrayList<>(List.of(total))), outside, b);
  }

  private static boolean holds(Power p, Index i) {
    return p.base().contains(i) || p.exponent().contains(i);
  }

  /// A closed sum as a variable, computed in the outermost loop that knows all its indices.
  private Code sum(Expr e, Block b) {
    if (e.size() != 1 || !e.term(0).coefficient.isOne()) return of(e, b);
    Block home = b.home(e.free());
    Optional<String> known = b.sum(e);
    if (known.isPresent()) return Fraction.atom(known.get());
    String name = scope.fresh("sum");
    home.line("double " + name + " = 0;");
    var open = t.open(e.term(0));
    String by = open.coefficient().signum() < 0 ? " -= " : " += ";
    accumulate(open.summed(), open.powers(), name + by, home);
    home.keep(e, name);
    return Fraction.atom(name);
  }

  private void accumulate(List<Index> indices, List<Power> powers, String to, Block b) {
    if (indices.isEmpty()) {
      Fraction f = factors(powers, Rational.ONE, b, List.of());
      String condition = condition(powers, b);
      String add = to + f.quotient().text() + ";";
      b.line(condition.isEmpty() ? add : "if (" + condition + ") " + add);
      return;
    }
    Block body = open(b, indices.get(0));
    accumulate(indices.subList(1, indices.size()), powers, to, body);
    close(body, b, indices.get(0));
  }

  private Code product(List<Power> powers, Rational coefficient, Block b) {
    return joined(factors(powers, coefficient, b, new ArrayList<>()), powers, b);
  }

  private Fraction factors(List<Power> powers, Rational c, Block b, List<Code> more) {
    List<Power> left = new ArrayList<>(powers);
    List<Code> above = new ArrayList<>();
    List<Code> below = new ArrayList<>();
    Rational top = new Rational(c.num(), java.math.BigInteger.ONE);
    Rational bottom = new Rational(c.den(), java.math.BigInteger.ONE);
    if (!c.isInteger() && !Formulas.decimal(c).isEmpty() && c.den().bitLength() > 4) {
      above.add(Fraction.atom(Formulas.decimal(c)));
    } else {
      if (!top.isOne()) above.add(Fraction.literal(top));
      if (!bottom.isOne()) below.add(Fraction.literal(bottom));
    }
    for (var x : Exponentials.softmaxes(t, left)) above.add(softmax(x, b));
    List<Factor.Relation> conditions = conditions(left);
    for (Power p : left) {
      if (isCondition(p)) continue;
      boolean divides = p.exponent().isNumber() && p.exponent().number().signum() < 0;
      if (divides) below.add(power(p.base(), t.negate(p.exponent()), b, conditions));
      else above.add(power(p.base(), p.exponent(), b, conditions));
    }
    above.addAll(more);
    return new Fraction(above, below);
  }

  private static List<Factor.Relation> conditions(List<Power> powers) {
    List<Factor.Relation> r = new ArrayList<>();
    for (Power p : powers) if (p.base() instanceof Factor.Relation x) r.add(x);
    return r;
  }

  private static boolean isCondition(Power p) {
    return p.base() instanceof Factor.Relation || p.base() instanceof Factor.Indicator;
  }

  /// `condition ? a * b / c : 0`.
  private Code joined(Fraction f, List<Power> powers, Block b) {
    Code value = f.quotient();
    String condition = condition(powers, b);
    if (condition.isEmpty()) return value;
    String text = "(" + condition + " ? " + value.text() + " : 0)";
    return new Code(List.of(), text, Level.ATOM, value.kind());
  }

  private String condition(List<Power> powers, Block b) {
    List<String> conditions = new ArrayList<>();
    for (Power p : powers) if (isCondition(p)) conditions.add(condition(p.base(), b));
    return String.join(" && ", conditions);
  }

  private Code power(Factor base, Expr e, Block b, List<Factor.Relation> conditions) {
    Code c = factor(base, b, conditions);
    if (e.isOne()) return c;
    if (e.isNumber() && e.number().equals(Rational.HALF))
      return Fraction.atom("Math.sqrt(" + c.text() + ")");
    boolean simple = c.level() == Level.ATOM && c.text().indexOf('(') < 0;
    if (simple && e.isNumber() && e.number().equals(Rational.TWO))
      return new Code(List.of(), c.text() + " * " + c.text(), Level.PRODUCT, c.kind());
    return Fraction.atom("Math.pow(" + c.text() + ", " + of(e, b).text() + ")");
  }

  private Code factor(Factor f, Block b, List<Factor.Relation> conditions) {
    return switch (f) {
      case Factor.Symbol s -> places.entry(s, b, conditions);
      case Factor.Relation _, Factor.Indicator _ ->
          Fraction.number("(" + condition(f, b) + " ? 1 : 0)");
      case Factor.Apply a -> apply(a, b);
      case Factor.Group g -> of(g.of, b);
      case Factor.Radical r ->
          r.of.isInteger()
              ? Fraction.literal(r.of)
              : new Code(List.of(), r.of.num() + ".0 / " + r.of.den(), Level.PRODUCT, Kind.ARRAY);
    };
  }

  private Code apply(Factor.Apply a, Block b) {
    if (a.function == Function.LOG) {
      var total = Exponentials.total(t, a.argument(0));
      if (total.isPresent()) return logSumExp(total.get(), b);
    }
    List<String> x = new ArrayList<>();
    for (Expr e : a.arguments()) x.add(real(of(e, b)));
    return Fraction.atom(
        switch (a.function) {
          case Function f -> JavaFunctions.call(f, String.join(", ", x), scope);
          case Opaque f -> scope.function(f) + ".applyAsDouble(" + x.getFirst() + ")";
        });
  }

  private static String real(Code c) {
    return c.kind() == Kind.NUMBER ? "(double) " + c.at(Level.ATOM) : c.text();
  }

  private Code softmax(Exponentials.Softmax x, Block b) {
    Code total = logSumExp(x.total(), b);
    return Fraction.atom("Math.exp(" + of(x.argument(), b).text() + " - " + total.text() + ")");
  }

  /// `log Σ exp(z)`, the greatest z taken out so that nothing overflows.
  private Code logSumExp(Exponentials.Total x, Block b) {
    Block home = b.home(x.whole().free());
    Expr key = t.apply(Function.LOG, x.whole());
    Optional<String> known = b.sum(key);
    if (known.isPresent()) return Fraction.atom(known.get());
    String top = scope.fresh("top");
    home.line("double " + top + " = Double.NEGATIVE_INFINITY;");
    Block first = open(home, x.over());
    first.line(top + " = Math.max(" + top + ", " + of(x.argument(), first).text() + ");");
    close(first, home, x.over());
    String sum = scope.fresh("sum");
    home.line("double " + sum + " = 0;");
    Block second = open(home, x.over());
    second.line(
        sum + " += Math.exp(" + of(x.argument(), second).at(Level.PRODUCT) + " - " + top + ");");
    close(second, home, x.over());
    String name = scope.fresh("logSum");
    home.line("double " + name + " = " + top + " + Math.log(" + sum + ");");
    home.keep(key, name);
    return Fraction.atom(name);
  }

  private String condition(Factor f, Block b) {
    return switch (f) {
      case Factor.Relation r -> places.relation(r, b);
      case Factor.Indicator i -> {
        Code c = of(i.of, b);
        yield switch (i.comparison) {
          case POSITIVE -> c.text() + " > 0";
          case NOT_NEGATIVE -> c.text() + " >= 0";
          case ZERO -> "Math.abs(" + c.text() + ") < 1e-12";
        };
      }
      case Factor.Symbol _, Factor.Apply _, Factor.Group _, Factor.Radical _ ->
          throw new IllegalArgumentException("no condition");
    };
  }
}
