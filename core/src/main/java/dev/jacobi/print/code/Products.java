package dev.jacobi.print.code;

import dev.jacobi.expr.Exponentials;
import dev.jacobi.expr.Factor;
import dev.jacobi.expr.Index;
import dev.jacobi.expr.Monomial.Power;
import dev.jacobi.expr.Rational;
import dev.jacobi.expr.Terms;
import dev.jacobi.print.code.Code.Kind;
import dev.jacobi.print.code.Code.Level;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Writes a monomial: its factors as operands, its sums as contractions, what divides it below a
/// bar.
final class Products {
  private final Formulas formulas;
  private final ArrayLanguage language;

  Products(Formulas formulas) {
    this.formulas = formulas;
    this.language = formulas.language;
  }

  /// What is multiplied, and what divides.
  private record Parts(List<Code> above, List<Code> below) {}

  /// The monomial without its sign.
  Code of(Terms.Open open, List<Index> want) {
    Set<Index> summed = new LinkedHashSet<>(open.summed());
    Parts parts = parts(open.powers(), summed, want);
    List<Code> above = Contraction.of(formulas, parts.above, summed, want);
    Set<Index> unused = new LinkedHashSet<>(open.summed());
    for (Power p : open.powers()) unused.removeAll(free(p));
    for (Index i : unused) above.add(formulas.scope.size(i.extent));
    Rational size = open.coefficient().abs();
    return assembled(coefficient(size, above, parts.below), parts.below, want);
  }

  /// A positive number times an array.
  Code scaled(Rational c, Code array, List<Index> want) {
    List<Code> below = new ArrayList<>();
    List<Code> above = coefficient(c, List.of(array), below);
    return assembled(above, below, want);
  }

  /// Puts the coefficient where it reads best, and says what is above the bar.
  private static List<Code> coefficient(Rational c, List<Code> above, List<Code> below) {
    if (c.isOne()) return above;
    boolean decimal = c.den().bitLength() > 4 && !Formulas.decimal(c).isEmpty();
    List<Code> all = new ArrayList<>();
    if (decimal || c.isInteger() || c.den().bitLength() > 53) {
      all.add(Formulas.rational(c));
    } else {
      Rational top = Rational.of(1).times(new Rational(c.num(), java.math.BigInteger.ONE));
      if (!top.isOne()) all.add(Formulas.rational(top));
      below.addFirst(Formulas.rational(new Rational(c.den(), java.math.BigInteger.ONE)));
    }
    all.addAll(above);
    return all;
  }

  private static List<Index> free(Power p) {
    List<Index> free = new ArrayList<>(List.of(p.base().free()));
    free.addAll(List.of(p.exponent().free()));
    return free;
  }

  private Parts parts(List<Power> powers, Set<Index> summed, List<Index> want) {
    List<Power> left = new ArrayList<>(powers);
    List<Code> above = new ArrayList<>();
    for (var x : Exponentials.softmaxes(formulas.scope.model().t, left))
      above.add(StableSums.array(formulas, x, want));
    List<Code> below = new ArrayList<>();
    dropImplied(left);
    List<Factor.Relation> conditions = new ArrayList<>();
    for (Power p : left) if (p.base() instanceof Factor.Relation r) conditions.add(r);
    var guard = new Guard(formulas);
    above.addAll(counted(left, summed));
    for (Power p : left) {
      boolean inside = free(p).stream().anyMatch(summed::contains);
      boolean divides = p.exponent().isNumber() && p.exponent().number().signum() < 0;
      if (guard.needed(left, p)) guard.add(power(p, want, conditions));
      else if (Guard.isCondition(p)) guard.condition(power(p, want, conditions));
      else if (divides && !inside)
        below.add(power(p.base(), p.exponent().number().abs(), want, conditions));
      else above.add(power(p, want, conditions));
    }
    above.addAll(guard.operands(want));
    return new Parts(above, below);
  }

  /// Relations that say no more than that an entry lies inside its array: outside it the entry is
  /// 0.
  private void dropImplied(List<Power> left) {
    if (left.stream().anyMatch(Guard::isRisky)) return;
    for (Power p : List.copyOf(left))
      if (p.base() instanceof Factor.Symbol s)
        left.removeIf(
            q -> q.base() instanceof Factor.Relation r && formulas.entries.isImplied(s, r));
  }

  /// Takes out each `Σ_k [i ≥ k]`, which is i.
  private List<Code> counted(List<Power> left, Set<Index> summed) {
    List<Code> found = new ArrayList<>();
    for (Index k : List.copyOf(summed)) {
      List<Power> holders = left.stream().filter(p -> free(p).contains(k)).toList();
      if (holders.size() != 1 || !(holders.get(0).base() instanceof Factor.Relation r)) continue;
      Optional<Code> count = formulas.entries.count(r, k);
      if (count.isEmpty()) continue;
      found.add(count.get());
      left.remove(holders.get(0));
      summed.remove(k);
    }
    return found;
  }

  private Code power(Power p, List<Index> want, List<Factor.Relation> conditions) {
    if (!p.exponent().isNumber()) return symbolic(p, want, conditions);
    Rational e = p.exponent().number();
    Code c = power(p.base(), e.abs(), want, conditions);
    if (e.signum() > 0) return c;
    return formulas.number(c).with("1 / " + formulas.number(c).at(Level.POWER), Level.PRODUCT);
  }

  private Code power(Factor base, Rational e, List<Index> want, List<Factor.Relation> conditions) {
    Code c = formulas.of(base, want, conditions);
    if (e.isOne()) return c;
    c = formulas.number(c);
    if (e.equals(Rational.HALF)) return c.with(language.squareRoot(c), Level.ATOM);
    return c.with(c.at(Level.ATOM) + " ** " + Formulas.rational(e).at(Level.ATOM), Level.POWER);
  }

  private Code symbolic(Power p, List<Index> want, List<Factor.Relation> conditions) {
    Code base = formulas.number(formulas.of(p.base(), want, conditions));
    Code exponent = formulas.number(formulas.of(p.exponent(), want));
    List<Index> axes = union(List.of(base, exponent), want);
    String text =
        base.spread(axes, language).at(Level.ATOM)
            + " ** "
            + exponent.spread(axes, language).at(Level.ATOM);
    boolean numbers = base.kind() == Kind.NUMBER && exponent.kind() == Kind.NUMBER;
    return new Code(axes, text, Level.POWER, numbers ? Kind.NUMBER : Kind.ARRAY);
  }

  static List<Index> union(List<Code> codes, List<Index> want) {
    Set<Index> axes = new LinkedHashSet<>();
    for (Code c : codes) axes.addAll(c.axes());
    return Formulas.ordered(axes, want);
  }

  private Code assembled(List<Code> above, List<Code> below, List<Index> want) {
    Code top = above.isEmpty() ? Code.number("1") : multiplied(formulas, above, want);
    if (below.isEmpty()) return top;
    below.replaceAll(formulas::number);
    Code bottom = multiplied(formulas, below, want);
    top = formulas.number(top);
    List<Index> axes = union(List.of(top, bottom), want);
    String text =
        top.spread(axes, language).at(Level.MATRIX_PRODUCT)
            + " / "
            + bottom.spread(axes, language).at(Level.POWER);
    boolean numbers = top.kind() == Kind.NUMBER && bottom.kind() == Kind.NUMBER;
    return new Code(axes, text, Level.PRODUCT, numbers ? Kind.NUMBER : Kind.ARRAY);
  }

  /// The product of operands over the union of their axes: entry by entry where axes agree, an
  /// outer product or a diagonal matrix where that says it, else spread.
  static Code multiplied(Formulas f, List<Code> operands, List<Index> want) {
    List<Code> sorted = new ArrayList<>(operands);
    sorted.sort((a, b) -> {
      int byKind = Boolean.compare(a.isMask(), b.isMask());
      return byKind != 0 ? byKind : Boolean.compare(!a.isScalar(), !b.isScalar());
    });
    List<Code> scalars = sorted.stream().filter(Code::isScalar).toList();
    List<Code> arrays = sorted.stream().filter(c -> !c.isScalar()).toList();
    List<Index> axes = union(arrays, want);
    List<Code> all = new ArrayList<>(scalars);
    all.addAll(special(f, arrays, axes));
    if (all.size() == 1) return all.get(0);
    return spread(f, all, axes);
  }

  /// Entry by entry, all spread over these axes.
  static Code spread(Formulas f, List<Code> all, List<Index> axes) {
    if (all.size() == 1) return all.get(0).spread(axes, f.language);
    var s = new StringBuilder();
    boolean mask = true;
    boolean numbers = true;
    for (Code c : all) {
      Code x = c.spread(axes, f.language);
      if (s.length() == 0) s.append(x.at(Level.PRODUCT));
      else s.append(" * ").append(x.at(Level.POWER));
      mask &= c.isMask();
      numbers &= c.kind() == Kind.NUMBER;
    }
    Kind kind = mask ? Kind.MASK : numbers ? Kind.NUMBER : Kind.ARRAY;
    return new Code(axes, s.toString(), Level.PRODUCT, kind);
  }

  private static List<Code> special(Formulas f, List<Code> arrays, List<Index> axes) {
    if (axes.size() != 2 || arrays.size() < 2) return arrays;
    List<Code> rows = arrays.stream().filter(c -> c.axes().equals(axes.subList(0, 1))).toList();
    List<Code> columns = arrays.stream().filter(c -> c.axes().equals(axes.subList(1, 2))).toList();
    List<Code> matrices = arrays.stream().filter(c -> c.order() == 2).toList();
    if (matrices.isEmpty() && !rows.isEmpty() && !columns.isEmpty()) {
      Code r = spread(f, rows, axes.subList(0, 1));
      Code c = spread(f, columns, axes.subList(1, 2));
      if (!r.isMask() && !c.isMask())
        return List.of(Code.array(axes, f.language.outer(r.text(), c.text())));
    }
    boolean identity = matrices.size() == 1 && matrices.get(0).kind() == Kind.IDENTITY;
    if (identity && (rows.isEmpty() != columns.isEmpty())) {
      List<Code> vectors = rows.isEmpty() ? columns : rows;
      Code v = f.number(spread(f, vectors, vectors.get(0).axes()));
      return List.of(Code.array(axes, f.language.diagonalMatrix(v.text())));
    }
    return arrays;
  }
}
