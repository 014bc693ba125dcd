package dev.jacobi.print;

import dev.jacobi.expr.Expand;
import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Extent;
import dev.jacobi.expr.Factor;
import dev.jacobi.expr.Index;
import dev.jacobi.expr.Monomial;
import dev.jacobi.expr.Monomial.Power;
import dev.jacobi.expr.Rational;
import dev.jacobi.expr.Terms;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.Syntax.Op;
import dev.jacobi.notation.Trees;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Index notation turned back into matrix notation, where it has one: a formula with at most two
/// free indices, read as a number, a column, a row or a matrix.
final class MatrixForm {
  private final Terms t;
  private final NamedArrays names;
  private final FactorForm factors;
  private final Signs signs;
  private final WrittenSums written;
  private final Levels levels;
  private final InnerDeltas innerDeltas;
  private final Set<Monomial> levelled = new HashSet<>(); // those at work
  private final Map<Key, Optional<Piece>> done = new HashMap<>();
  private final IdentityHashMap<Syntax, List<Extent>> reductions =
      new IdentityHashMap<>(); // sums over axes, and which
  private final Set<Syntax> numbers =
      Collections.newSetFromMap(new IdentityHashMap<>()); // what was written and is a number

  private record Key(Expr e, Index row, Index column) {}

  MatrixForm(Terms t, NamedArrays names, Signs signs, WrittenSums written) {
    this.t = t;
    this.signs = signs;
    this.written = written;
    this.names = names;
    this.levels = new Levels(t);
    this.innerDeltas = new InnerDeltas(t);
    this.factors = new FactorForm(t, names, signs, written, this);
  }

  /// The formula with `row` running down and `column` across; either may be null. Empty when it has
  /// no matrix form.
  Optional<Syntax> of(Expr e, Index row, Index column) {
    return sum(e, row, column).map(p -> filled(p, row, column).written());
  }

  /// Ones along an axis that the formula lacks altogether.
  static Piece filled(Piece p, Index row, Index column) {
    if (row != null && p.row() == null && column != null && p.column() == null)
      return Piece.of(
          scaledOnes(p, Build.call("ones", Build.extent(row.extent), Build.extent(column.extent))),
          row,
          column,
          p.cost() + 1);
    if (row != null && p.row() == null) {
      Syntax ones = Build.call("ones", Build.extent(row.extent));
      Syntax s = column == null ? scaledOnes(p, ones) : outer(ones, p.written());
      return Piece.of(s, row, p.column(), p.cost() + 1);
    }
    if (column != null && p.column() == null) {
      Syntax ones = Build.transpose(Build.call("ones", Build.extent(column.extent)));
      Syntax s = row == null ? scaledOnes(p, ones) : outer(p.written(), ones);
      return Piece.of(s, p.row(), column, p.cost() + 1);
    }
    return p;
  }

  /// The product; a number stands in front, and what a row or a column is divided by below the
  /// whole.
  private static Syntax outer(Syntax left, Syntax right) {
    List<Syntax> factors = Build.chain(right);
    if (factors.size() > 1 && factors.getFirst() instanceof Syntax.Num n)
      return Build.times(n, outer(left, Build.product(factors.subList(1, factors.size()))));
    if (right instanceof Syntax.Binary q && q.op() == Op.QUOTIENT)
      return Build.binary(Op.QUOTIENT, outer(left, q.left()), q.right());
    if (left instanceof Syntax.Binary q && q.op() == Op.QUOTIENT)
      return Build.binary(Op.QUOTIENT, Build.times(q.left(), right), q.right());
    return Build.times(left, right);
  }

  private static Syntax scaledOnes(Piece scalar, Syntax ones) {
    Syntax s = scalar.written();
    return s instanceof Syntax.Num n && n.digits().equals("0")
        ? Build.call("zeros", ((Syntax.Call) untransposed(ones)).arguments().toArray(new Syntax[0]))
        : Build.times(s, ones);
  }

  private static Syntax untransposed(Syntax s) {
    return s instanceof Syntax.Transpose p ? p.of() : s;
  }

  // ---- sums

  Optional<Piece> sum(Expr e, Index row, Index column) {
    var key = new Key(e, row, column);
    Optional<Piece> p = done.get(key);
    if (p == null) {
      p = computeSum(e, row, column).or(() -> multipliedOut(e, row, column));
      done.put(key, p);
    }
    return p;
  }

  private Optional<Piece> computeSum(Expr e, Index row, Index column) {
    if (e.isZero()) return Optional.of(Piece.of(Build.number(0), null, null, 0));
    Index r = row != null && e.contains(row) ? row : null;
    Index c = column != null && e.contains(column) ? column : null;
    int free = 0;
    for (Index i : e.free()) if (!names.isFixed(i)) free++;
    if (free != (r == null ? 0 : 1) + (c == null ? 0 : 1)) return Optional.empty();
    Expr open = innerDeltas.out(e);
    if (open != e) return behindNumbers(e, open, row, column, innerDeltas::out);
    if (e.size() == 1) return term(e.term(0), r, c, Rational.ONE);
    boolean negative = true;
    boolean inBrackets = false; // where a minus could go
    for (Monomial m : e.terms()) {
      negative &= m.coefficient.signum() < 0;
      inBrackets |= signs.canTurn(m);
    }
    negative &= !inBrackets;
    Rational content = Terms.content(e);
    Rational pull = negative ? content.negate() : content;
    boolean pulled =
        negative
            || e.terms().stream().noneMatch(m -> Roots.closes(t, t.open(m)))
                && ((!content.isOne() && content.isInteger())
                    || content.num().equals(java.math.BigInteger.ONE)
                        && !content.isOne()
                        && Build.decimal(content).isEmpty()
                        && !isMostlyWhole(e));
    List<Syntax> terms = new ArrayList<>();
    double cost = 0;
    for (Monomial m : Order.terms(e)) {
      Optional<Piece> p = term(m, r, c, pulled ? pull.inverse() : Rational.ONE);
      if (p.isEmpty()) return p;
      Piece q = p.get();
      boolean sideways = r != null && c != null && q.isVector();
      if (sideways) q = filled(q, r, c);
      if (q.isScalar()) numbers.add(q.written());
      if (q.isScalar() && (r != null || c != null))
        q = Piece.of(signedDot(q.written()), null, null, q.cost());
      terms.add(q.written());
      cost += q.cost() + 0.4;
    }
    boolean turned = false; // the user wrote its negative
    Optional<List<Syntax>> ordered = written.order(terms);
    if (ordered.isEmpty() && terms.size() > 2) {
      ordered = written.order(terms.stream().map(Build::negate).toList());
      turned = ordered.isPresent();
    }
    if (ordered.isEmpty()) {
      terms = Factoring.shared(terms, numbers::contains, reductions);
      ordered = written.order(terms);
    }
    if (ordered.isPresent()) {
      terms = ordered.get();
      cost -= WrittenSums.LIKED;
    } else {
      terms.sort(Order.TERMS);
    }
    Syntax s = Build.sum(terms);
    if (turned) s = Build.negate(s);
    if (pulled) {
      Rational n = Factoring.numberOf(s);
      var f = new Fraction(pull.times(n));
      f.times(n.isOne() ? s : Factoring.withoutNumber(s));
      s = f.syntax();
    }
    return Optional.of(Piece.of(s, r, c, cost));
  }

  /// `v + 1/1000` stays so, and `A - B/2`.
  private static boolean isMostlyWhole(Expr e) {
    int whole = 0;
    for (Monomial m : e.terms())
      if (!m.powers().isEmpty()) whole += m.coefficient.isInteger() ? 1 : -1;
    return whole >= 0;
  }

  /// A bracket that is more than a matrix may have none where its terms have one each.
  private Optional<Piece> multipliedOut(Expr e, Index row, Index column) {
    boolean wide = false;
    for (Monomial m : e.terms())
      for (Power p : m.powers())
        wide |= p.base() instanceof Factor.Group g && g.of.free().length > 2;
    var expand = new Expand(t, 24);
    return wide ? behindNumbers(e, expand.apply(e), row, column, expand::apply) : Optional.empty();
  }

  /// A formula that `way` opens to `opened`: the numbers that one term begins with stay in front of
  /// all that it becomes, `c (X - Y) / n` and not `c X / n - c Y / n`.
  private Optional<Piece> behindNumbers(
      Expr e, Expr opened, Index row, Index column, UnaryOperator<Expr> way) {
    if (e.size() > 1) return computeSum(opened, row, column);
    var open = t.open(e.term(0));
    List<Power> numbers = new ArrayList<>();
    List<Power> rest = new ArrayList<>();
    for (Power p : open.powers())
      (held(p, row, column, open.summed()).isEmpty() ? numbers : rest).add(p);
    var front = new Terms.Open(open.coefficient(), numbers, List.of());
    if (numbers.stream().anyMatch(p -> p.base() instanceof Factor.Radical)
        && !Roots.closes(t, front)) { // it belongs to a root of the rest, and the coefficient too
      numbers.stream().filter(p -> p.base() instanceof Factor.Radical).forEach(rest::add);
      numbers.removeIf(p -> p.base() instanceof Factor.Radical);
      front = new Terms.Open(Rational.ONE, numbers, List.of());
    }
    if (numbers.isEmpty()) return computeSum(opened, row, column);
    Rational left = open.coefficient().over(front.coefficient().abs());
    front = signs.settled(new Terms.Open(front.coefficient().abs(), numbers, List.of()));
    var f = new Fraction(front.coefficient().abs());
    if (front.coefficient().signum() < 0) left = left.negate();
    Expr behind = way.apply(t.close(new Terms.Open(left, rest, open.summed())));
    Optional<Double> cost = inFront(f, new ArrayList<>(front.powers()));
    Optional<Piece> p = cost.isPresent() ? sum(behind, row, column) : Optional.empty();
    if (p.isEmpty()) return p;
    Syntax s = p.get().isScalar() ? signedDot(p.get().written()) : p.get().written();
    if (s instanceof Syntax.Binary q && q.op() == Op.QUOTIENT) {
      f.times(q.left());
      f.over(q.right());
    } else {
      f.times(s);
    }
    return Optional.of(
        Piece.of(f.syntax(), p.get().row(), p.get().column(), p.get().cost() + cost.get()));
  }

  private static Set<Index> held(Power p, Index row, Index column, List<Index> summed) {
    Set<Index> own = new LinkedHashSet<>(4);
    for (Index[] free : new Index[][] {p.base().free(), p.exponent().free()})
      for (Index i : free) if (i.equals(row) || i.equals(column) || summed.contains(i)) own.add(i);
    return own;
  }

  /// Writes numbers into the fraction and tells what they cost; empty where one cannot be written.
  private Optional<Double> inFront(Fraction f, List<Power> scalars) {
    scalars.sort(Order.NUMBERS);
    double cost = 0;
    for (Power p : scalars) {
      Optional<Piece> s = factors.scalar(p);
      if (s.isEmpty()) return Optional.empty();
      cost += s.get().cost();
      numbers.add(s.get().syntax());
      if (s.get().reciprocal()) f.over(s.get().syntax());
      else f.times(s.get().syntax());
    }
    return Optional.of(cost);
  }

  // ---- terms

  /// The term as it is, or with a bracket levelled where that takes fewer ones. Those in a sum that
  /// the user wrote stay.
  private Optional<Piece> term(Monomial m, Index row, Index column, Rational scale) {
    Optional<Piece> plain = plainTerm(m, row, column, scale);
    Optional<Expr> level = plain.isEmpty() ? Optional.empty() : levels.of(m);
    if (level.isEmpty() || !levelled.add(m)) return plain; // a level form may be uneven again
    Optional<Piece> other = sum(t.scale(level.get(), scale), row, column);
    levelled.remove(m);
    int ones = ones(plain.get().written());
    return other.filter(p -> ones(p.written()) < ones).or(() -> plain);
  }

  private int ones(Syntax s) {
    if (written.holds(s)) return 0;
    int n = s instanceof Syntax.Call c && c.function().equals("ones") ? 1 : 0;
    for (Syntax p : Trees.parts(s)) n += ones(p);
    return n;
  }

  private Optional<Piece> plainTerm(Monomial m, Index row, Index column, Rational scale) {
    var open = signs.settled(Bundles.bundled(t, scaled(t.open(m), scale)));
    List<Power> powers = new ArrayList<>(open.powers());
    var f = new Fraction(open.coefficient());
    double cost = 0;
    Index r = row != null && m.contains(row) ? row : null;
    Index c = column != null && m.contains(column) ? column : null;
    Power delta = null;
    for (Power p : powers)
      if (delta == null && p.base() instanceof Factor.Relation d && d.equality) delta = p;
    boolean diagonal = delta != null;
    if (diagonal) {
      if (r == null || c == null || !isDelta(delta, r, c)) return Optional.empty();
      powers.remove(delta);
    }
    List<Power> scalars = new ArrayList<>();
    List<List<Piece>> leaves = new ArrayList<>();
    List<Set<Index>> indices = new ArrayList<>();
    for (Power p : powers) {
      Set<Index> own = held(p, row, column, open.summed());
      if (own.isEmpty()) {
        scalars.add(p);
        continue;
      }
      List<Piece> ways = factors.leaf(p);
      if (ways.isEmpty()) return Optional.empty();
      leaves.add(ways);
      indices.add(own);
    }
    Optional<Double> inFront = inFront(f, scalars);
    if (inFront.isEmpty()) return Optional.empty();
    cost += inFront.get();
    return combined(f, cost, leaves, indices, r, c, diagonal);
  }

  private static Terms.Open scaled(Terms.Open o, Rational by) {
    return new Terms.Open(o.coefficient().times(by), o.powers(), o.summed());
  }

  private static boolean isDelta(Power p, Index r, Index c) {
    return p.base() instanceof Factor.Relation d && d.isDelta() && d.contains(r) && d.contains(c);
  }

  /// Splits the factors into parts that share no index: those that keep none are numbers.
  private Optional<Piece> combined(
      Fraction f,
      double cost,
      List<List<Piece>> leaves,
      List<Set<Index>> indices,
      Index r,
      Index c,
      boolean diagonal) {
    List<List<Piece>> kept = new ArrayList<>();
    List<Set<Index>> keptIndices = new ArrayList<>();
    Set<Index> wanted = new HashSet<>();
    if (r != null) wanted.add(r);
    if (c != null) wanted.add(c);
    List<Piece> scalars = new ArrayList<>();
    for (List<Integer> part : parts(indices)) {
      boolean isNumber = true;
      List<List<Piece>> partLeaves = new ArrayList<>();
      List<Set<Index>> partIndices = new ArrayList<>();
      for (int q : part) {
        isNumber &= !indices.get(q).contains(r) && !indices.get(q).contains(c);
        partLeaves.add(leaves.get(q));
        partIndices.add(indices.get(q));
      }
      if (!isNumber) {
        kept.addAll(partLeaves);
        keptIndices.addAll(partIndices);
        continue;
      }
      List<Piece> way = Subsets.product(partLeaves, partIndices, Set.of(), reductions);
      if (way.isEmpty()) return Optional.empty();
      scalars.add(way.get(0));
    }
    boolean number = kept.isEmpty() && !diagonal;
    boolean single = scalars.size() == 1 && cost == 0;
    scalars.sort(Comparator.comparingDouble(Piece::cost));
    for (Piece p : scalars) {
      Syntax s = p.written(); // `c x' A x`, where nothing follows
      boolean last = number && p == scalars.getLast() && (single || Build.chain(s).size() > 2);
      if (!last || startsWithCondition(s)) s = Build.asDot(s);
      numbers.add(s);
      f.times(s);
      cost += p.cost();
    }
    if (kept.isEmpty())
      return diagonal
          ? Optional.of(
              Piece.of(
                  times(f, Build.symmetric(Build.call("I", Build.extent(r.extent)))),
                  r,
                  c,
                  cost + 1))
          : Optional.of(Piece.of(f.syntax(), null, null, cost + 0.2));
    if (diagonal) return diagonal(f, cost, kept, keptIndices, r, c);
    for (Piece p : Subsets.product(kept, keptIndices, wanted, reductions)) {
      if (!Subsets.sameIndex(p.row(), r) || !Subsets.sameIndex(p.column(), c)) continue;
      return Optional.of(finished(f, p, cost));
    }
    return Optional.empty();
  }

  /// `1[s > 0]' y` would read as a one and a bracket.
  private static boolean startsWithCondition(Syntax s) {
    return Build.chain(s).get(0) instanceof Syntax.Transpose t
        && t.of() instanceof Syntax.Indicator;
  }

  private static Syntax times(Fraction f, Syntax s) {
    f.times(s);
    return f.syntax();
  }

  private static Piece finished(Fraction f, Piece p, double cost) {
    if (p.reciprocal()) {
      Syntax top = f.syntax();
      boolean minus = top instanceof Syntax.Negate;
      Syntax s = Build.binary(Op.ENTRY_QUOTIENT, minus ? Build.negate(top) : top, p.syntax());
      return Piece.of(minus ? Build.negate(s) : s, p.row(), p.column(), p.cost() + cost);
    }
    return Piece.of(times(f, p.syntax()), p.row(), p.column(), p.cost() + cost);
  }

  /// `δ_ij v_i` is `diag(v)`. Which of the two indices the rest is written with does not matter.
  private Optional<Piece> diagonal(
      Fraction f, double cost, List<List<Piece>> kept, List<Set<Index>> indices, Index r, Index c) {
    Index i = indices.stream().anyMatch(s -> s.contains(r)) ? r : c;
    Index other = i.equals(r) ? c : r;
    if (indices.stream().anyMatch(s -> s.contains(other))) return Optional.empty();
    for (Piece p : Subsets.product(kept, indices, Set.of(i), reductions)) {
      if (p.row() == null) continue;
      Syntax d = Build.symmetric(Build.call("diag", p.written()));
      return Optional.of(Piece.of(times(f, d), r, c, p.cost() + cost + 1));
    }
    return Optional.empty();
  }

  private static Syntax signedDot(Syntax s) {
    return s instanceof Syntax.Negate n ? Build.negate(Build.asDot(n.of())) : Build.asDot(s);
  }

  private static List<List<Integer>> parts(List<Set<Index>> indices) {
    List<List<Integer>> parts = new ArrayList<>();
    List<Set<Index>> held = new ArrayList<>();
    for (int q = 0; q < indices.size(); q++) {
      List<Integer> mine = new ArrayList<>(List.of(q));
      Set<Index> all = new HashSet<>(indices.get(q));
      for (int k = parts.size() - 1; k >= 0; k--) {
        if (java.util.Collections.disjoint(held.get(k), all)) continue;
        mine.addAll(0, parts.remove(k));
        all.addAll(held.remove(k));
      }
      parts.add(mine);
      held.add(all);
    }
    return parts;
  }
}
