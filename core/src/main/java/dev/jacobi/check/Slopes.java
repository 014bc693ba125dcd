package dev.jacobi.check;

import dev.jacobi.calculus.Reverse;
import dev.jacobi.elaborate.Claims;
import dev.jacobi.expr.Adjoint;
import dev.jacobi.expr.Definition;
import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Index;
import dev.jacobi.expr.Model;
import dev.jacobi.expr.Rewrite;
import dev.jacobi.expr.Terms;
import dev.jacobi.simplify.Cost;
import dev.jacobi.simplify.Simplifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The true derivatives that a document's formulas are held against, derived when they are first
/// needed.
final class Slopes implements Claims.Derivatives {
  /// A closed form longer than this is kept as names of its layers, so that deep models stay small.
  private static final double LONG = 200;

  /// Of work, to derive a formula, beside what its terms take.
  private static final int STEPS = 2_000;

  private final Model model;
  private final Terms t;
  private final Simplifier simplifier;
  private final Map<String, Reverse> runs = new HashMap<>();
  private final Map<List<String>, Value> known = new HashMap<>();
  private final Map<Expr, String> formulas = new HashMap<>();
  private final Map<List<String>, Set<String>> factsOf = new HashMap<>();
  private Set<String> uses = new LinkedHashSet<>();
  private Slopes identities;

  Slopes(Model model, Simplifier simplifier) {
    this.model = model;
    this.t = model.t;
    this.simplifier = simplifier;
  }

  @Override
  public Value of(String of, List<String> wrt) {
    require(of);
    wrt.forEach(this::require);
    List<String> key = new ArrayList<>(List.of(of));
    key.addAll(wrt);
    Value v = known.get(key);
    if (v == null) {
      v = wrt.size() == 1 ? first(of, wrt.get(0)) : second(of, wrt.get(0), wrt.get(1));
      known.put(key, v);
      Reverse run = runs.get(of);
      if (wrt.size() == 1 && run != null) factsOf.put(key, Set.copyOf(run.uses(wrt.get(0))));
    }
    uses.addAll(factsOf.getOrDefault(key, Set.of()));
    return v;
  }

  /// The facts that the derivatives asked for since the last call rest on.
  Set<String> takeUses() {
    Set<String> taken = uses;
    uses = new LinkedHashSet<>();
    return taken;
  }

  /// Gives back what was taken.
  void use(Set<String> facts) {
    uses.addAll(facts);
  }

  private void require(String name) {
    if (!model.knows(name))
      throw new IllegalArgumentException("no name `" + name + "` is declared or defined");
  }

  private Value first(String of, String wrt) {
    Reverse run = runs.get(of);
    if (run == null || !run.knows(wrt)) {
      Set<String> names = new HashSet<>(Set.of(wrt));
      boolean isFormula = model.definitions().containsKey(of) && isAnonymous(of);
      // One pass mostly serves all; a formula is mostly derived by one name alone.
      if (run == null && !isFormula) names.addAll(model.variables().keySet());
      run = Reverse.of(model, simplifier, of, names);
      runs.put(of, run);
    }
    Adjoint a = run.by(wrt);
    Optional<Expr> closed = run.closed(wrt, LONG);
    if (closed.isEmpty()) run.layers(wrt).forEach(this::define);
    List<Index> axes = new ArrayList<>(a.outer());
    axes.addAll(a.entry());
    return new Value(closed.orElse(a.named()), axes);
  }

  private boolean isAnonymous(String name) {
    return model.definitions().get(name).visibility() == Definition.Visibility.ANONYMOUS;
  }

  private void define(Adjoint a) {
    if (model.knows(a.symbol())) return;
    List<Index> axes = new ArrayList<>(a.outer());
    axes.addAll(a.entry());
    var body = new Definition.Formula(a.named());
    model.define(new Definition(a.symbol(), axes, body, Definition.Visibility.ANONYMOUS));
  }

  /// Gradients that rest on nothing but what holds of all values.
  private Slopes byIdentities() {
    if (identities == null) identities = new Slopes(model, Simplifier.ofIdentities(model));
    return identities;
  }

  private Value second(String of, String first, String second) {
    Value gradient = (model.isRestricted(second) ? byIdentities() : this).of(of, List.of(first));
    return of(gradient.entry(), gradient.axes(), second);
  }

  /// A formula becomes a definition whose axes are its own, after the letters that are free in it.
  @Override
  public Value of(Expr entry, List<Index> axes, String wrt) {
    require(wrt);
    t.work().spend(STEPS);
    List<Index> all = new ArrayList<>();
    for (Index i : entry.free()) if (!axes.contains(i) && !model.isInteger(i)) all.add(i);
    int letters = all.size();
    all.addAll(axes);
    List<Index> own = all.stream().map(t::fresh).toList();
    Expr body = t.substitute(entry, all, own);
    String name =
        formulas.computeIfAbsent(
            entry,
            _ -> {
              String n = model.anonymousName();
              var formula = new Definition.Formula(body);
              model.define(new Definition(n, own, formula, Definition.Visibility.ANONYMOUS));
              return n;
            });
    Value v = of(name, List.of(wrt));
    List<Index> result = new ArrayList<>(axes);
    result.addAll(v.axes().subList(all.size(), v.axes().size()));
    Expr e = t.substitute(v.entry(), v.axes().subList(0, letters), all.subList(0, letters));
    e = t.substitute(e, v.axes().subList(letters, all.size()), axes);
    return new Value(e, result);
  }

  /// A formula with the definitions put in, down to what is declared.
  Expr inlined(Expr e) {
    Expr now = e;
    for (int round = 0; round < 50; round++) {
      Expr next = inlineOnce(now);
      if (next == now || Cost.of(next) > 5 * LONG) return now;
      now = next;
    }
    return now;
  }

  private Expr inlineOnce(Expr e) {
    return new Rewrite.Symbols(t) {
      @Override
      protected boolean replaces(String name) {
        Definition d = model.definitions().get(name);
        return d != null && d.body() instanceof Definition.Formula;
      }

      @Override
      protected Expr replacement(dev.jacobi.expr.Factor.Symbol s) {
        Definition d = model.definitions().get(s.name);
        Map<Index, dev.jacobi.expr.At> map = new HashMap<>();
        for (int q = 0; q < s.arity(); q++) map.put(d.parameters().get(q), s.slot(q));
        return t.substitute(((Definition.Formula) d.body()).expr(), map);
      }
    }.apply(e);
  }
}
