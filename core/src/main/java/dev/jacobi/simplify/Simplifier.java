package dev.jacobi.simplify;

import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Fact;
import dev.jacobi.expr.Factor;
import dev.jacobi.expr.Index;
import dev.jacobi.expr.Model;
import dev.jacobi.expr.Monomial;
import dev.jacobi.expr.Monomial.Power;
import dev.jacobi.expr.Rational;
import dev.jacobi.expr.Shortener;
import dev.jacobi.expr.Terms;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Writes a formula in forward names and in its shortest reading: folds definitions back into their
/// names, uses facts, picks between factored and expanded. Every rule keeps the value and the free
/// indices; the driver asserts the second.
public final class Simplifier implements Shortener {
  /// A rule that changed a formula.
  public record Fired(String rule, Expr before, Expr after) {}

  private final Terms t;
  private final Rules rules = new Rules();
  private final Readings readings;
  private final Homogeneous homogeneous;
  private final Digits digits;
  private final Optional<Symmetry> symmetry;
  private final Set<String> idempotent = new LinkedHashSet<>();
  private Set<String> uses = new LinkedHashSet<>();
  private final Map<Expr, Done> folded = new HashMap<>();
  private final Map<Expr, Done> simplified = new HashMap<>();
  private Consumer<Fired> listener = _ -> {};

  /// A result, and the facts it rests on.
  private record Done(Expr expr, Set<String> uses) {}

  public Simplifier(Model model) {
    this(model, true);
  }

  private Simplifier(Model model, boolean given) {
    this.t = model.t;
    this.readings = new Readings(t);
    this.homogeneous = new Homogeneous(t, this::fold);
    this.digits = new Digits(t);
    this.symmetry = given ? Optional.of(new Symmetry(model)) : Optional.empty();
    new RuleBook(model, this).fill(given);
  }

  /// Without what holds only on the sets and by the facts that were given: for a formula that is
  /// differentiated once more by a name they speak of. `sum(t) = 1` would make `d sum(t)/dt` zero.
  public static Simplifier ofIdentities(Model model) {
    return new Simplifier(model, false);
  }

  /// Told of each rule that fires, in order.
  public void listen(Consumer<Fired> listener) {
    this.listener = listener;
  }

  /// The facts used since the last call, in the user's words.
  @Override
  public Set<String> takeUses() {
    Set<String> result = new LinkedHashSet<>(uses);
    uses.clear();
    return result;
  }

  void add(Rule r) {
    rules.add(r);
    folded.clear();
    simplified.clear();
  }

  void idempotent(String name) {
    idempotent.add(name);
  }

  /// Makes a fact known.
  void add(Fact f) {
    add(new Rule("", f.parameters(), f.pattern(), f.replacement(), f.text(), true));
  }

  /// Whether a fact speaks of this factor.
  boolean knowsFactOf(Factor f) {
    for (Rule r : rules.startingWith(f)) if (r.fact()) return true;
    return false;
  }

  /// The shortest reading found. Facts used are remembered for [#takeUses].
  @Override
  public Expr simplify(Expr e) {
    Done done = simplified.get(e);
    if (done == null) {
      Set<String> outer = uses;
      uses = new LinkedHashSet<>();
      Expr r = shortest(e);
      done = new Done(r, uses);
      uses = outer;
      simplified.put(e, done);
    }
    uses.addAll(done.uses);
    return done.expr;
  }

  private Expr shortest(Expr e) {
    Expr start = fold(symmetry.map(s -> s.apply(e)).orElse(e));
    Set<String> shared = uses;
    Expr best = null;
    Set<String> bestUses = shared;
    double bestCost = 0;
    for (Expr reading : readings.of(start, rules)) {
      uses = new LinkedHashSet<>(shared);
      Expr x = fold(reading);
      double c = Cost.of(x);
      if (best == null || c < bestCost - 0.05) {
        best = x;
        bestCost = c;
        bestUses = uses;
      }
    }
    uses = bestUses;
    assertFree(e, best);
    return best != e && bestCost < Cost.of(e) ? simplify(best) : best;
  }

  @Override
  public double cost(Expr e) {
    return Cost.of(e);
  }

  @Override
  public boolean mayMeet(Expr a, Expr b) {
    Supply x = Supply.of(a);
    Supply y = Supply.of(b);
    if (x.holdsRelation() || x.meets(y)) return true;
    x.add(y);
    return rules.mayFit(x);
  }

  private static void assertFree(Expr before, Expr after) {
    for (Index i : after.free())
      if (!before.contains(i))
        throw new IllegalStateException("a rule made the index " + i + " free");
  }

  /// Bottom-up: every rule that shortens, until none does.
  public Expr fold(Expr e) {
    if (rules.isEmpty()) return e;
    Done done = folded.get(e);
    if (done == null) {
      Set<String> outer = uses;
      uses = new LinkedHashSet<>();
      List<Expr> terms = new ArrayList<>(e.size());
      for (Monomial m : e.terms()) terms.add(fold(m));
      Expr sum = wholeSum(t.add(terms));
      done = new Done(sum == e ? e : fold(sum), uses);
      uses = outer;
      folded.put(e, done);
    }
    uses.addAll(done.uses);
    return done.expr;
  }

  private Expr fold(Monomial m) {
    Expr inner = foldInside(m);
    if (inner.size() != 1 || inner.term(0) != m) return fold(inner);
    Expr me = t.of(m);
    Optional<Expr> always = homogeneous.apply(m).or(() -> digits.apply(m));
    if (always.isPresent()) return fold(always.get());
    for (Power p : m.powers()) {
      if (idempotent(p)) return fold(withoutPowers(m));
      for (Rule r : rules.startingWith(p.base())) {
        Optional<Expr> x = Division.apply(t, r, m);
        if (x.isEmpty() || !accept(r, me, x.get()) || turnsBack(r, me, x.get())) continue;
        if (r.fact()) uses.add(r.text());
        listener.accept(new Fired(r.text(), me, x.get()));
        return fold(x.get());
      }
    }
    return me;
  }

  private static boolean accept(Rule r, Expr before, Expr after) {
    return r.fact() || Cost.of(after) < Cost.of(before) - 1e-9;
  }

  /// Of a fact that may be used for ever, `F = F'`, only one side is kept.
  private boolean turnsBack(Rule r, Expr before, Expr after) {
    if (!r.fact() || after.size() != 1) return false;
    boolean back = Division.apply(t, r, after.term(0)).filter(x -> x == before).isPresent();
    return back && after.toString().compareTo(before.toString()) > 0;
  }

  private boolean idempotent(Power p) {
    return p.base() instanceof Factor.Symbol s
        && idempotent.contains(s.name)
        && p.exponent().isWhole()
        && p.exponent().number().compareTo(Rational.ONE) > 0;
  }

  private Expr withoutPowers(Monomial m) {
    var open = t.open(m);
    List<Power> powers = new ArrayList<>();
    for (Power q : open.powers()) {
      boolean reduce = idempotent(q);
      powers.add(reduce ? new Power(q.base(), t.one()) : q);
    }
    return t.close(new Terms.Open(open.coefficient(), powers, open.summed()));
  }

  /// Folds inside brackets, functions and indicators.
  private Expr foldInside(Monomial m) {
    boolean any = false;
    for (Power p : m.powers()) any |= inner(p.base()) || !p.exponent().isNumber();
    if (!any || !foldsInside(m)) return t.of(m);
    var open = t.open(m);
    List<Expr> factors = new ArrayList<>();
    boolean changed = false;
    for (Power p : open.powers()) {
      Expr base = foldFactor(p.base());
      Expr exponent = p.exponent().isNumber() ? p.exponent() : fold(p.exponent());
      Expr before = p.base() instanceof Factor.Group g ? g.of : t.of(p.base());
      if (base.isZero() && exponent.isNumber() && exponent.number().signum() < 0)
        base = before; // a division by 0, which the check of the result tells of
      changed |= exponent != p.exponent() || base != before;
      factors.add(t.pow(base, exponent));
    }
    if (!changed) return t.of(m);
    factors.add(t.number(open.coefficient()));
    return t.sum(t.times(factors.toArray(new Expr[0])), open.summed().toArray(new Index[0]));
  }

  /// Whether something inside would change: asked under the canonical names, where the answer is
  /// mostly known from before, and nothing of it is used.
  private boolean foldsInside(Monomial m) {
    if (!m.hasSums()) return true;
    Consumer<Fired> told = listener;
    Set<String> used = uses;
    listener = _ -> {};
    uses = new LinkedHashSet<>();
    boolean changes = false;
    for (Power p : m.powers()) {
      Expr before = p.base() instanceof Factor.Group g ? g.of : t.of(p.base());
      changes |= inner(p.base()) && foldFactor(p.base()) != before;
      changes |= !p.exponent().isNumber() && fold(p.exponent()) != p.exponent();
    }
    listener = told;
    uses = used;
    return changes;
  }

  private static boolean inner(Factor f) {
    return f instanceof Factor.Group || f instanceof Factor.Apply || f instanceof Factor.Indicator;
  }

  private Expr foldFactor(Factor f) {
    return switch (f) {
      case Factor.Group g -> fold(g.of);
      case Factor.Apply a -> {
        Expr[] x = new Expr[a.arguments().size()];
        for (int q = 0; q < x.length; q++) x[q] = fold(a.argument(q));
        yield t.apply(a.function, x);
      }
      case Factor.Indicator i -> t.indicator(readings.open(fold(i.of)), i.comparison);
      case Factor other -> t.of(other);
    };
  }

  /// A sum that is a definition's body times a number.
  private Expr wholeSum(Expr e) {
    if (e.size() < 2) return e;
    Rational c = t.signedContent(e);
    Expr bare = t.scale(e, c.inverse());
    for (Rule r : rules.sums(bare)) {
      var match = new Match(t, r.variables());
      if (!match.expr(r.pattern(), bare)) continue;
      if (!match.bindings().keySet().containsAll(r.variables())) continue;
      Expr x = t.scale(t.substitute(r.replacement(), match.bindings()), c);
      if (!accept(r, e, x)) continue;
      if (r.fact()) uses.add(r.text());
      listener.accept(new Fired(r.text(), e, x));
      return x;
    }
    return e;
  }
}
