package dev.jacobi.check;

import dev.jacobi.elaborate.Claims;
import dev.jacobi.elaborate.Manner;
import dev.jacobi.eval.Evaluator;
import dev.jacobi.eval.Point;
import dev.jacobi.expr.At;
import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Extent;
import dev.jacobi.expr.Factor;
import dev.jacobi.expr.Index;
import dev.jacobi.expr.Rewrite;
import dev.jacobi.expr.Terms;
import dev.jacobi.expr.Variable;
import dev.jacobi.notation.Problem;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.Trees;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Whether two formulas of one setting are equal: at points, and then for all by rewriting. Unknown
/// is never yes.
final class Comparison {
  /// Of work, to read one part of a formula, beside what its terms take.
  private static final int STEPS = 50;

  private static final double LOOSE = 1e-6; // for what a search found

  private static final int MOST_KNOWN = 64; // formulas

  private final Setting setting;
  private final Terms t;
  private final Claims.Letters letters;
  private final List<Syntax.Compare> cases;
  private final Manner.Layout layout;
  private final Reading reading;
  private final IdentityHashMap<Syntax, Known> known = new IdentityHashMap<>();

  /// The letter that is the place of the one, where it is taken so.
  private Optional<String> oneAt = Optional.empty();

  Comparison(
      Setting setting,
      Claims.Letters letters,
      List<Syntax.Compare> cases,
      Manner.Layout layout,
      Reading reading) {
    this.reading = reading;
    this.setting = setting;
    this.t = setting.model.t;
    this.letters = letters;
    this.cases = cases;
    this.layout = layout;
  }

  /// How formulas are read: as a `.jacobi` text, as on paper, or as NumPy would.
  enum Reading {
    STRICT,
    PAPER,
    CODE
  }

  /// How it came out.
  enum Kind {
    EQUAL,
    DIFFERENT,
    /// One of them does not fit as it is written, or their shapes differ.
    SHAPES,
    /// One of them speaks of what nothing declares, or could not be computed.
    UNKNOWN
  }

  /// - `tier`: how it was proved; empty where it only agrees
  /// - `turned`: one is a row, the other a column
  /// - `hot`: a letter was taken for the place of the one
  /// - `witness`: the number of the point where they differ most
  record Outcome(
      Kind kind,
      Optional<String> tier,
      int points,
      double error,
      Set<String> uses,
      Set<String> defects,
      boolean turned,
      Optional<String> hot,
      Optional<Problem> problem,
      int witness) {
    boolean isEqual() {
      return kind == Kind.EQUAL;
    }

    /// The same, a row and a column not told apart.
    Outcome straight() {
      return new Outcome(kind, tier, points, error, uses, defects, false, hot, problem, witness);
    }

    /// Not proved, but equal at so many points.
    static Outcome agrees(int points) {
      return new Outcome(
          Kind.EQUAL,
          Optional.empty(),
          points,
          0,
          Set.of(),
          Set.of(),
          false,
          Optional.empty(),
          Optional.empty(),
          0);
    }

    static Outcome of(Kind kind, Problem problem) {
      return new Outcome(
          kind,
          Optional.empty(),
          0,
          0,
          Set.of(),
          Set.of(),
          false,
          Optional.empty(),
          Optional.of(problem),
          0);
    }
  }

  /// A formula as it was read once: with how many letters known, what it took, and on which facts
  /// its derivatives rest.
  private record Known(Claims.Meaning meaning, int letters, long work, Set<String> facts) {}

  /// The same formula has one meaning, as long as no more is known of its letters.
  Claims.Meaning meaning(Syntax s) {
    Known k = known.get(s);
    if (k != null && k.letters == letters.known()) {
      t.work().spend(k.work);
      setting.slopes.use(k.facts);
      return k.meaning;
    }
    Set<String> before = setting.slopes.takeUses();
    long done = t.work().done();
    Claims.Meaning m = read(s);
    Set<String> facts = setting.slopes.takeUses();
    if (known.size() > MOST_KNOWN) known.clear();
    known.put(s, new Known(m, letters.known(), t.work().done() - done, facts));
    setting.slopes.use(before);
    setting.slopes.use(facts);
    return m;
  }

  /// To be called for a formula that need not be read any more: how deep a search goes does not
  /// rest on how cheaply a guess is ruled out.
  void countAsRead(Syntax s) {
    t.work().spend((long) STEPS * Trees.size(s));
  }

  private Claims.Meaning read(Syntax s) {
    Manner manner =
        switch (reading) {
          case STRICT -> Manner.strict();
          case PAPER -> Manner.paper(layout);
          case CODE -> Manner.code();
        };
    countAsRead(s);
    return setting.formulas.read(s, letters, manner);
  }

  Outcome compare(Syntax a, Syntax b) {
    setting.slopes.takeUses();
    Claims.Meaning left = meaning(a);
    Claims.Meaning right = meaning(b);
    if (left.problem().isPresent()) left = meaning(a); // its letters may be known by now
    for (Claims.Meaning m : List.of(left, right))
      if (m.problem().isPresent())
        return Outcome.of(m.unknown() ? Kind.UNKNOWN : Kind.SHAPES, m.problem().get());
    return compare(left, right, b);
  }

  private Outcome compare(Claims.Meaning left, Claims.Meaning right, Syntax b) {
    List<Index> own = longer(left.axes());
    List<Index> other = longer(right.axes());
    boolean zero = right.axes().isEmpty() && right.entry().isZero();
    if (zero) other = own;
    if (!extents(own).equals(extents(other)))
      return Outcome.of(
          Kind.SHAPES,
          new Problem(
              b.place(), "the left side has " + left.shape() + " and this " + right.shape(), ""));
    boolean turned = !zero && own.size() == 1 && left.axes().size() != right.axes().size();
    turned |=
        own.size() == 1
            && left.axes().size() == 2
            && right.axes().size() == 2
            && left.axes().indexOf(own.get(0)) != right.axes().indexOf(other.get(0));
    turned &= reading != Reading.CODE;
    Expr x = withoutUnits(left.entry(), left.axes(), own);
    Expr y = t.substitute(withoutUnits(right.entry(), right.axes(), other), other, own);
    Set<String> defects = new LinkedHashSet<>(left.defects());
    defects.addAll(right.defects());
    var decision = new Decision(setting, isStrict());
    if (!decision.happens(underAll(t.one())))
      return Outcome.of(
          Kind.UNKNOWN, new Problem(b.place(), "its case holds at no point that was tried", ""));
    Optional<String> hot = hotLetter();
    if (hot.isEmpty()) return decision.of(underAll(x), underAll(y), own, defects, turned, hot);
    if (oneAt.isEmpty()) { // it may hold without
      Set<String> facts = setting.slopes.takeUses();
      Outcome o = decision.of(underAll(x), underAll(y), own, defects, turned, Optional.empty());
      if (o.isEqual()) return o;
      setting.slopes.use(facts);
    }
    x = underAll(hot(x, hot.get()));
    y = underAll(hot(y, hot.get()));
    return decision.of(x, y, own, defects, turned, hot);
  }

  private Expr underAll(Expr e) {
    Expr under = e;
    for (Syntax.Compare c : cases) under = under(c, under);
    return under;
  }

  private static List<Index> longer(List<Index> axes) {
    return axes.stream().filter(i -> !i.extent.equals(Extent.ONE)).toList();
  }

  private static List<Extent> extents(List<Index> axes) {
    return axes.stream().map(i -> i.extent).toList();
  }

  private Expr withoutUnits(Expr e, List<Index> axes, List<Index> kept) {
    Map<Index, At> map = new HashMap<>();
    for (Index i : axes) if (!kept.contains(i)) map.put(i, At.of(Extent.ONE));
    return map.isEmpty() ? e : t.substitute(e, map);
  }

  // ---- cases

  /// `i = j` puts one letter for the other; `i ≠ j` leaves out the places where they are equal.
  private Expr under(Syntax.Compare c, Expr e) {
    Optional<Index> l = letter(c.left());
    Optional<Index> r = letter(c.right());
    boolean alike = l.isPresent() && r.isPresent() && l.get().extent.equals(r.get().extent);
    if (!alike) return where(c, e);
    if (c.relation() == Syntax.Relation.EQUAL)
      return l.get().equals(r.get()) ? e : t.substitute(e, r.get(), l.get());
    if (c.relation() != Syntax.Relation.DIFFERENT) return where(c, e);
    List<Expr> terms = new ArrayList<>();
    Expr delta = t.delta(l.get(), r.get());
    for (var m : e.terms()) {
      terms.add(t.of(m));
      terms.add(t.negate(t.times(t.of(m), delta)));
    }
    return t.add(terms);
  }

  /// Any other condition: what it leaves out counts nothing.
  private Expr where(Syntax.Compare c, Expr e) {
    Claims.Meaning m = meaning(new Syntax.Indicator(c, c.place()));
    if (m.problem().isPresent() || !m.axes().isEmpty()) return e;
    List<Expr> terms = new ArrayList<>();
    for (var x : e.terms()) for (var y : m.entry().terms()) terms.add(t.times(t.of(x), t.of(y)));
    return t.add(terms);
  }

  private Optional<Index> letter(Syntax s) {
    return s instanceof Syntax.Name n ? letters.index(n.text()) : Optional.empty();
  }

  /// The same for a look at parts of formulas, in which bound letters stand free.
  Comparison inside(Syntax... formulas) {
    Set<String> names = new LinkedHashSet<>();
    for (Syntax f : formulas)
      Trees.walk(
          f,
          x -> {
            if (x instanceof Syntax.Entry e)
              for (Syntax i : e.indices()) names.addAll(Interpreter.names(i));
          });
    return with(new Claims.Letters(List.copyOf(names)));
  }

  /// The same, for formulas with letters of their own.
  Comparison with(Claims.Letters other) {
    return new Comparison(setting, other, cases, layout, reading);
  }

  /// The same where a letter is the place of the one.
  Comparison oneAt(String letter) {
    var other = new Comparison(setting, letters, cases, layout, reading);
    other.oneAt = Optional.of(letter);
    return other;
  }

  /// A letter of the cases that stands on no axis is the place of the one, where exactly one name
  /// is one-hot: "y is one at index k".
  private Optional<String> hotLetter() {
    Optional<Variable> v = setting.oneHot();
    if (v.isEmpty()) return Optional.empty();
    if (oneAt.isPresent()) return place(v.get(), oneAt.get());
    for (Syntax.Compare c : cases)
      for (Syntax s : List.of(c.left(), c.right()))
        if (s instanceof Syntax.Name n
            && letters.names().contains(n.text())
            && (letters.index(n.text()).isEmpty()
                || setting.isHot(letters.index(n.text()).get()))) {
          if (letters.index(n.text()).isEmpty()) {
            Index k = t.index(v.get().shape().getLast(), n.text());
            setting.hot(k);
            letters.run(n.text(), k);
          }
          return Optional.of(n.text());
        }
    return Optional.empty();
  }

  /// The letter itself, if it may be a place on the axis.
  private Optional<String> place(Variable v, String letter) {
    Extent axis = v.shape().getLast();
    if (letters.index(letter).isEmpty()) letters.run(letter, t.index(axis, letter));
    boolean fits = letters.index(letter).get().extent.equals(axis);
    return fits ? Optional.of(letter) : Optional.empty();
  }

  private Expr hot(Expr e, String letter) {
    Variable v = setting.oneHot().orElseThrow();
    Index k = letters.index(letter).orElseThrow();
    Expr all = setting.slopes.inlined(e);
    return new Rewrite.Symbols(t) {
      @Override
      protected boolean replaces(String name) {
        return name.equals(v.name());
      }

      @Override
      protected Expr replacement(Factor.Symbol s) {
        return t.delta(s.slot(s.arity() - 1), At.of(k));
      }
    }.apply(all);
  }

  // ---- for those who look for a mistake

  boolean isStrict() {
    return reading == Reading.STRICT;
  }

  boolean isCode() {
    return reading == Reading.CODE;
  }

  Optional<Index> index(String letter) {
    return letters.index(letter);
  }

  List<String> letters() {
    return letters.names();
  }

  boolean isFree(String letter) {
    return letters.names().contains(letter);
  }

  /// The same under other cases.
  Comparison under(List<Syntax.Compare> other) {
    return new Comparison(setting, letters, other, layout, reading);
  }

  /// Whether two formulas differ at a point.
  boolean differAt(Syntax a, Syntax b, Point p) {
    Optional<Decision.Difference> v = values(a, b, new Evaluator(setting.model, p.copy()));
    return v.isPresent() && v.get().relative() > Decision.TOLERANCE;
  }

  /// Whether nothing at a point speaks against two formulas being equal: shapes that differ do.
  boolean mayAgreeAt(Syntax a, Syntax b, Point p) {
    Optional<Decision.Difference> v = values(a, b, new Evaluator(setting.model, p.copy()));
    return v.isPresent() && !(v.get().relative() > Decision.TOLERANCE);
  }

  /// Whether two formulas are equal at a point that was found by a search, within its rounding;
  /// empty where they have no value there, or are zero by chance, which tells nothing.
  Optional<Boolean> agreesAt(Syntax a, Syntax b, boolean zero, Point p) {
    return agrees(values(a, b, new Evaluator(setting.model, p.copy())), zero);
  }

  /// Whether two formulas both have a value at one of the points of the setting.
  boolean haveValues(Syntax a, Syntax b, int point) {
    return agrees(values(a, b, setting.at(point)), true).isPresent();
  }

  private static Optional<Boolean> agrees(Optional<Decision.Difference> of, boolean zero) {
    Optional<Decision.Difference> v = of.filter(x -> Double.isFinite(x.relative()));
    if (v.isEmpty() || !zero && v.get().scale() < 100 * LOOSE) return Optional.empty();
    double error = v.get().relative();
    return Optional.of((zero ? error * v.get().scale() : error) < LOOSE);
  }

  private Optional<Decision.Difference> values(Syntax a, Syntax b, Evaluator at) {
    Claims.Meaning left = meaning(a);
    Claims.Meaning right = meaning(b);
    if (left.problem().isPresent() || right.problem().isPresent()) return Optional.empty();
    List<Index> own = longer(left.axes());
    List<Index> other = longer(right.axes());
    boolean zero = right.axes().isEmpty() && right.entry().isZero();
    if (zero) other = own;
    if (!extents(own).equals(extents(other))) return Optional.empty();
    Expr x = withoutUnits(left.entry(), left.axes(), own);
    Expr y = t.substitute(withoutUnits(right.entry(), right.axes(), other), other, own);
    var decision = new Decision(setting, isStrict());
    return Optional.of(decision.difference(x, y, decision.axes(own, x, y), at));
  }

  /// The terms of the true sum, as formulas.
  List<Syntax> termsOf(Syntax truth) {
    Claims.Meaning m = meaning(truth);
    if (m.problem().isPresent() || m.entry().size() < 2) return List.of();
    List<Syntax> all = new ArrayList<>();
    var printer = new dev.jacobi.print.Printer(setting.model, new dev.jacobi.print.Spellings());
    for (var term : m.entry().terms())
      printer
          .matrix(t.of(term), List.of(), m.axes(), dev.jacobi.print.Printer.Layout.ML)
          .ifPresent(all::add);
    return all;
  }
}
