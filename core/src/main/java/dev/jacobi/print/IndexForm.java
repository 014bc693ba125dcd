package dev.jacobi.print;

import dev.jacobi.expr.At;
import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Extent;
import dev.jacobi.expr.Factor;
import dev.jacobi.expr.Index;
import dev.jacobi.expr.Monomial;
import dev.jacobi.expr.Monomial.Power;
import dev.jacobi.expr.Rational;
import dev.jacobi.expr.Terms;
import dev.jacobi.notation.Place;
import dev.jacobi.notation.Syntax;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/// Index notation as one writes it: `6 1[s1[j] > 0] x[l] (sum[k] (s2[k] - y[k]) W2[k,j])`.
final class IndexForm {
  private final Terms t;
  private final Spellings spellings;
  private final Signs signs;
  private final Cuts cuts;
  private final ToIntFunction<String> outerAxes;
  private final Function<String, List<Extent>> shapes;

  /// What the letters of a sum that was printed run over.
  private final IdentityHashMap<Syntax, List<Extent>> axes = new IdentityHashMap<>();

  /// `outerAxes` tells how many axes of a derivative's symbol belong to what is differentiated.
  IndexForm(
      Terms t,
      Spellings spellings,
      Signs signs,
      ToIntFunction<String> outerAxes,
      Function<String, List<Extent>> shapes) {
    this.t = t;
    this.shapes = shapes;
    this.signs = signs;
    this.spellings = spellings;
    this.cuts = new Cuts(t);
    this.outerAxes = outerAxes;
  }

  Syntax of(Expr whole, Letters letters) {
    Expr e = cuts.apply(whole);
    if (e.isZero()) return Build.number(0);
    if (e.size() == 1) return of(e.term(0), letters);
    Rational content = t.signedContent(e);
    boolean allNegative = true;
    for (Monomial m : e.terms()) allNegative &= m.coefficient.signum() < 0;
    Rational c = allNegative ? Terms.content(e).negate() : Terms.content(e);
    boolean pull = !c.abs().isOne() && content.isInteger() || allNegative;
    if (!pull) return sum(e, letters);
    var f = new Fraction(c);
    f.times(sum(t.scale(e, c.inverse()), letters));
    return f.syntax();
  }

  private Syntax sum(Expr e, Letters letters) {
    List<Syntax> terms = new ArrayList<>();
    for (Monomial m : Order.terms(e)) terms.add(of(m, letters.inner()));
    terms.sort(Order.TERMS);
    return Build.sum(joined(terms));
  }

  /// `Σ_j P_ji − Σ_j T_ji → Σ_j (P_ji − T_ji)`: sums of single entries over the same axes.
  private List<Syntax> joined(List<Syntax> terms) {
    List<Syntax> left = new ArrayList<>(terms);
    for (int p = 0; p < left.size(); p++)
      for (int q = left.size() - 1; q > p; q--) {
        Syntax.Bound a = ofEntry(left.get(p));
        Syntax.Bound b = ofEntry(left.get(q));
        if (a == null || b == null || !a.binders().equals(b.binders())) continue;
        if (!axes.get(a).equals(axes.get(b))) continue;
        boolean minus = left.get(p) instanceof Syntax.Negate;
        boolean other = left.get(q) instanceof Syntax.Negate != minus;
        Syntax body = Build.sum(List.of(a.body(), other ? Build.negate(b.body()) : b.body()));
        var sum = new Syntax.Bound("sum", a.binders(), List.of(), body, Place.NONE);
        axes.put(sum, axes.get(a));
        left.set(p, minus ? Build.negate(sum) : sum);
        left.remove(q);
      }
    return left;
  }

  /// The sum that a term is, if it is one of entries and their sums; else null.
  private Syntax.Bound ofEntry(Syntax term) {
    Syntax s = term instanceof Syntax.Negate n ? n.of() : term;
    if (!(s instanceof Syntax.Bound b) || !axes.containsKey(b) || !b.conditions().isEmpty())
      return null;
    boolean entry = b.body() instanceof Syntax.Entry || b.body() instanceof Syntax.Derivative;
    return entry || b.body() instanceof Syntax.Binary x && x.op() != Syntax.Op.TIMES ? b : null;
  }

  private Syntax of(Monomial m, Letters outer) {
    Letters letters = outer.inner();
    var open = signs.settled(t.open(m));
    var f = new Fraction(open.coefficient());
    List<Power> inside = new ArrayList<>();
    List<Power> outside = new ArrayList<>();
    for (Power p : open.powers()) (holdsAny(p, open.summed()) ? inside : outside).add(p);
    if (outside.size() > 1) outside.sort(order(letters));
    for (Power p : outside) put(f, p, letters);
    for (var part : parts(inside, open.summed())) f.times(summed(part, letters.inner()));
    return f.syntax();
  }

  private static boolean holdsAny(Power p, List<Index> indices) {
    for (Index i : indices) if (p.base().contains(i) || p.exponent().contains(i)) return true;
    return false;
  }

  /// By kind, then by the first letter that is known already, then by name.
  private static Comparator<Power> order(Letters letters) {
    return Comparator.comparingInt((Power p) -> Order.rank(p))
        .thenComparing(p -> letters.first(p.base().free()))
        .thenComparing(p -> p.base() instanceof Factor.Symbol s ? s.name : "")
        .thenComparingLong(p -> p.base().pattern());
  }

  private record Part(List<Power> powers, List<Index> summed) {}

  /// Factors joined by summed indices, each group under a sum of its own.
  private static List<Part> parts(List<Power> powers, List<Index> summed) {
    List<Part> parts = new ArrayList<>();
    List<Index> left = new ArrayList<>(summed);
    while (!left.isEmpty()) {
      List<Index> mine = new ArrayList<>(List.of(left.removeFirst()));
      List<Power> members = new ArrayList<>();
      for (int q = 0; q < mine.size(); q++) {
        for (Power p : powers) {
          if (members.contains(p) || !holdsAny(p, List.of(mine.get(q)))) continue;
          members.add(p);
          for (Index i : List.copyOf(left))
            if (holdsAny(p, List.of(i))) {
              left.remove(i);
              mine.add(i);
            }
        }
      }
      parts.add(new Part(members, mine));
    }
    return parts;
  }

  private Syntax summed(Part part, Letters letters) {
    Optional<Index> place = place(part);
    if (place.isPresent()) return Build.name(letters.of(place.get()));
    List<Syntax.Binder> binders = new ArrayList<>();
    List<Power> powers = new ArrayList<>(part.powers);
    if (powers.size() > 1) powers.sort(order(letters));
    List<Index> over = new ArrayList<>(part.summed);
    if (over.size() > 1) over.sort(Comparator.comparingInt(i -> firstPlace(i, powers)));
    for (Index i : over)
      binders.add(new Syntax.Binder(letters.bind(i), range(i, powers), Place.NONE));
    var f = new Fraction(Rational.ONE);
    List<Syntax> conditions = new ArrayList<>();
    for (Power p : powers) {
      if (!(p.base() instanceof Factor.Relation r) || r.equality) put(f, p, letters);
      else if (!isImplied(p.base(), powers)) conditions.add(condition(r, letters));
    }
    var sum = new Syntax.Bound("sum", binders, conditions, f.syntax(), Place.NONE);
    axes.put(sum, over.stream().map(i -> i.extent).toList());
    return sum;
  }

  /// `Σ_k [k ≤ i]` is i, the place as a number.
  private static Optional<Index> place(Part part) {
    boolean one = part.summed.size() == 1 && part.powers.size() == 1;
    if (!one || !(part.powers.getFirst().base() instanceof Factor.Relation r))
      return Optional.empty();
    List<Index> order = r.order();
    return order.size() == 2 && order.get(1).equals(part.summed.getFirst())
        ? Optional.of(order.get(0))
        : Optional.empty();
  }

  /// An index ranges over every place where it fits: that `x[i + k]` lies in x need not be said.
  private boolean isImplied(Factor relation, List<Power> powers) {
    for (Power p : powers) {
      if (!(p.base() instanceof Factor.Symbol s)) continue;
      for (int q = 0; q < s.arity(); q++) {
        if (s.slot(q).isPlain() || s.slot(q).indices.length == 0) continue;
        Expr range = t.inRange(s.slot(q), shapes.apply(s.name).get(q));
        for (Monomial m : range.terms())
          for (Power r : m.powers()) if (r.base() == relation) return true;
      }
    }
    return false;
  }

  private static int firstPlace(Index i, List<Power> powers) {
    for (int q = 0; q < powers.size(); q++) if (powers.get(q).base().contains(i)) return q;
    return powers.size();
  }

  /// A range is written where the body does not show it: on axes of arrays with a name, all as long
  /// as the range.
  private List<Syntax> range(Index i, List<Power> powers) {
    Set<Extent> places = new LinkedHashSet<>();
    for (Power p : powers) places(i, p.base(), places);
    if (places.equals(Set.of(i.extent))) return List.of();
    return List.of(Build.ONE, Build.extent(i.extent));
  }

  /// The lengths of the axes that the index stands on, alone.
  private void places(Index i, Factor f, Set<Extent> found) {
    switch (f) {
      case Factor.Symbol s -> {
        if (!spellings.isName(s.name)) return;
        for (int q = 0; q < s.arity(); q++)
          if (s.slot(q).isPlain() && s.slot(q).plain().equals(i))
            found.add(shapes.apply(s.name).get(q));
      }
      case Factor.Apply a -> a.arguments().forEach(x -> places(i, x, found));
      case Factor.Indicator x -> places(i, x.of, found);
      case Factor.Group g -> places(i, g.of, found);
      case Factor.Relation _, Factor.Radical _ -> {}
    }
  }

  private void places(Index i, Expr e, Set<Extent> found) {
    for (Monomial m : e.terms()) for (Power p : m.powers()) places(i, p.base(), found);
  }

  private void put(Fraction f, Power p, Letters letters) {
    Expr e = p.exponent();
    boolean below = e.isNumber() && e.number().signum() < 0;
    Syntax base = of(p.base(), letters);
    Expr size = below ? t.negate(e) : e;
    Syntax s =
        size.isNumber() && size.number().equals(Rational.HALF)
            ? root(p.base(), base, letters)
            : Build.power(base, of(size, letters), false);
    if (below) f.over(s);
    else f.times(s);
  }

  private Syntax root(Factor f, Syntax base, Letters letters) {
    return Build.call("sqrt", f instanceof Factor.Group g ? of(g.of, letters) : base);
  }

  private Syntax of(Factor f, Letters letters) {
    return switch (f) {
      case Factor.Symbol s -> {
        List<Syntax> indices = new ArrayList<>();
        for (At at : s.slots()) indices.add(letters.at(at));
        yield spellings.entry(s.name, indices, outerAxes.applyAsInt(s.name), letters);
      }
      case Factor.Relation r ->
          r.isDelta() || isFixed(r)
              ? delta(r, letters)
              : new Syntax.Indicator(condition(r, letters), Place.NONE);
      case Factor.Apply a -> {
        List<Syntax> x = new ArrayList<>();
        for (Expr e : a.arguments()) x.add(of(e, letters.inner()));
        yield Build.applied(a.function, x);
      }
      case Factor.Indicator i ->
          new Syntax.Indicator(Comparisons.of(t, i, e -> of(e, letters.inner())), Place.NONE);
      case Factor.Group g -> of(g.of, letters.inner());
      case Factor.Radical r -> Build.number(r.of);
    };
  }

  /// `[i = 1]`.
  private static boolean isFixed(Factor.Relation r) {
    return r.equality && r.at.indices.length == 1 && r.at.coefficients[0] == 1;
  }

  /// `delta[i,j]`, or `1[i == j]` where the model has another delta.
  private Syntax delta(Factor.Relation r, Letters letters) {
    boolean hidden = letters.isName("delta");
    if (isFixed(r) && hidden) return new Syntax.Indicator(condition(r, letters), Place.NONE);
    if (isFixed(r))
      return Build.entry(
          Build.name("delta"),
          Build.name(letters.of(r.at.indices[0])),
          Build.extent(r.at.offset.times(-1)));
    String a = letters.of(r.at.indices[0]);
    String b = letters.of(r.at.indices[1]);
    boolean inOrder = a.compareTo(b) <= 0;
    Syntax first = Build.name(inOrder ? a : b);
    Syntax second = Build.name(inOrder ? b : a);
    if (!hidden) return Build.entry(Build.name("delta"), first, second);
    var equal = new Syntax.Compare(Syntax.Relation.EQUAL, first, second, Place.NONE);
    return new Syntax.Indicator(equal, Place.NONE);
  }

  /// `i <= j`, `k = i + 1`: what is added on one side, what is taken away on the other.
  private Syntax condition(Factor.Relation r, Letters letters) {
    At left = At.of(dev.jacobi.expr.Extent.ZERO);
    At right = left;
    for (int q = 0; q < r.at.indices.length; q++) {
      At term = At.of(r.at.indices[q]).times(Math.abs(r.at.coefficients[q]));
      if (r.at.coefficients[q] > 0) left = left.plus(term);
      else right = right.plus(term);
    }
    for (var e : r.at.offset.terms().entrySet()) {
      var term = new dev.jacobi.expr.Extent(java.util.Map.of(e.getKey(), Math.abs(e.getValue())));
      if (e.getValue() > 0) left = left.plus(At.of(term));
      else right = right.plus(At.of(term));
    }
    var relation = r.equality ? Syntax.Relation.EQUAL : Syntax.Relation.AT_MOST;
    if (!r.equality && left.isPlain() && right.plus(-1).isPlain()) { // i + 1 <= j
      right = right.plus(-1);
      relation = Syntax.Relation.LESS;
    }
    return new Syntax.Compare(relation, letters.at(right), letters.at(left), Place.NONE);
  }
}
