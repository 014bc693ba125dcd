package dev.jacobi.calculus;

import dev.jacobi.expr.Adjoint;
import dev.jacobi.expr.At;
import dev.jacobi.expr.Definition;
import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Factor;
import dev.jacobi.expr.Index;
import dev.jacobi.expr.Model;
import dev.jacobi.expr.Monomial;
import dev.jacobi.expr.Rewrite;
import dev.jacobi.expr.Shortener;
import dev.jacobi.expr.Terms;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reverse accumulation over the named definitions: the adjoint of a name is the sum, over the
/// definitions that use it, of their adjoint times their local derivative. An output with axes is
/// seeded with deltas, which makes its Jacobian.
///
/// Source: Griewank and Walther, "Evaluating Derivatives", chapter 3, with arrays for variables.
public final class Reverse {
  /// Where a good part of two factors cancels, what is left may be a little longer than their
  /// names: the `(p − t)/K` of a sigmoid under cross entropy.
  private static final double CANCELLED = 2;

  private static final double SLACK = 0.3;

  private final Model model;
  private final Terms t;
  private final Shortener shorten;
  private final Local local;
  private final Dependencies dependencies;
  private final String of;
  private final List<Index> outer;
  private final Map<String, Adjoint> adjoints = new LinkedHashMap<>();
  private final Map<String, Expr> closed = new HashMap<>();
  private final Map<String, Set<String>> closedUses = new HashMap<>();
  private final List<Set<String>> allUses =
      new ArrayList<>(); // by place, of what it is written in too
  private final Map<String, Adjoint> bySymbol = new HashMap<>();
  private final List<Adjoint> inOrder = new ArrayList<>();
  private final Map<String, Integer> places = new HashMap<>(); // in that order
  private final List<int[]> directPlaces =
      new ArrayList<>(); // by place: the adjoints it is written in
  private final BitSet isLine = new BitSet(); // neither the seed nor given
  private final BitSet tooLong = new BitSet(); // by place
  private int closedShort = 0; // up to which place

  private Reverse(Model model, Shortener shorten, String of) {
    this.model = model;
    this.t = model.t;
    this.shorten = shorten;
    this.local = new Local(model);
    this.dependencies = new Dependencies(model);
    this.of = of;
    this.outer = model.indices(of);
  }

  /// The adjoints of all names between `of` and the names in `wrt`.
  public static Reverse of(Model model, Shortener shorten, String of, Set<String> wrt) {
    var r = new Reverse(model, shorten, of);
    r.run(wrt);
    return r;
  }

  /// From `of` backwards.
  public List<Adjoint> adjoints() {
    return List.copyOf(adjoints.values());
  }

  /// Whether the adjoint of this name was among those asked for.
  public boolean knows(String wrt) {
    return adjoints.containsKey(wrt);
  }

  /// The adjoint of a name; all zero when `of` does not depend on it.
  public Adjoint by(String wrt) {
    Adjoint a = adjoints.get(wrt);
    return a != null
        ? a
        : new Adjoint(of, wrt, outer, model.indices(wrt), t.zero(), List.of(), Set.of());
  }

  private void run(Set<String> wrt) {
    List<String> order = dependencies.downstreamFirst(of);
    Set<String> active = dependencies.active(order, wrt);
    Map<String, List<String>> users = new HashMap<>();
    for (String name : order) {
      if (!active.contains(name)) continue;
      put(adjoint(name, users.getOrDefault(name, List.of())));
      for (String u : dependencies.uses(name))
        if (active.contains(u)) users.computeIfAbsent(u, _ -> new ArrayList<>()).add(name);
    }
  }

  private void put(Adjoint a) {
    Set<String> names = new LinkedHashSet<>();
    Rewrite.names(a.named(), names);
    names.retainAll(bySymbol.keySet());
    directPlaces.add(names.stream().mapToInt(n -> places.get(bySymbol.get(n).wrt())).toArray());
    isLine.set(inOrder.size(), !a.wrt().equals(of) && !isGiven(a));
    places.put(a.wrt(), inOrder.size());
    inOrder.add(a);
    adjoints.put(a.wrt(), a);
    bySymbol.put(a.symbol(), a);
  }

  private Adjoint adjoint(String name, List<String> users) {
    List<Index> entry = model.indices(name);
    if (name.equals(of)) {
      Expr seed = t.one();
      for (int q = 0; q < entry.size(); q++)
        seed = t.times(seed, t.delta(outer.get(q), entry.get(q)));
      return new Adjoint(of, name, outer, entry, seed, List.of(), Set.of());
    }
    shorten.takeUses();
    List<Adjoint.Path> paths = new ArrayList<>();
    List<Expr> sum = new ArrayList<>();
    for (String user : users) {
      Adjoint.Path p = path(user, name, entry);
      paths.add(p);
      sum.add(p.contribution());
    }
    Expr total = t.add(sum);
    Expr named = paths.size() == 1 ? total : shorten.simplify(total);
    Expr shown = shorten.simplify(transparent(named));
    return new Adjoint(of, name, outer, entry, shown, paths, shorten.takeUses());
  }

  /// What comes through one user: written with the user's adjoint by name or by value, whichever is
  /// shorter.
  private Adjoint.Path path(String user, String name, List<Index> entry) {
    Definition d = model.definitions().get(user);
    Expr raw = local.derivative(d, name, entry);
    Expr folded = shorten.simplify(transparent(shorten.simplify(raw)));
    Adjoint a = adjoints.get(user);
    return new Adjoint.Path(user, d.parameters(), raw, folded, shorter(d, a, folded));
  }

  private Expr shorter(Definition user, Adjoint a, Expr folded) {
    double cost = shorten.cost(a.named());
    if (!user.isNamed() || user.name().equals(of) || cost <= 1.0) return byValue(user, a, folded);
    List<Index> slots = new ArrayList<>(outer);
    slots.addAll(user.parameters());
    Expr byName = combine(user, t.symbol(a.symbol(), slots), folded);
    if (cost > 1.0 + SLACK && folded.size() == 1 && !shorten.mayMeet(a.named(), folded))
      return byName;
    Expr byValue = byValue(user, a, folded);
    double value = shorten.cost(byValue);
    boolean cancels = value < cost + shorten.cost(folded) - CANCELLED;
    return shorten.cost(byName) <= value + (cancels ? -SLACK : 1e-9) ? byName : byValue;
  }

  private Expr byValue(Definition user, Adjoint a, Expr folded) {
    return combine(user, t.substitute(a.named(), a.entry(), user.parameters()), folded);
  }

  /// Σ over the user's entries of adjoint times local derivative.
  private Expr combine(Definition d, Expr adjoint, Expr localDerivative) {
    List<Expr> terms = new ArrayList<>();
    for (Monomial m : localDerivative.terms()) {
      terms.add(t.summedProduct(List.of(adjoint, t.of(m)), d.parameters()));
    }
    return shorten.simplify(t.add(terms));
  }

  /// The adjoint of a name in forward names alone; computed once.
  public Expr closed(String wrt) {
    int last = places.getOrDefault(wrt, -1);
    for (Adjoint a : inOrder.subList(0, last + 1)) if (!closed.containsKey(a.wrt())) putClosed(a);
    return closed.getOrDefault(wrt, t.zero());
  }

  /// The same where neither it nor one it is made of costs more than `most`: the work for each name
  /// is bounded then, however deep the model.
  public Optional<Expr> closed(String wrt, double most) {
    int last = places.getOrDefault(wrt, -1);
    for (; closedShort <= last; closedShort++) {
      Adjoint a = inOrder.get(closedShort);
      boolean onLong = false;
      for (int p : directPlaces.get(closedShort)) onLong |= tooLong.get(p);
      if (onLong || shorten.cost(putClosed(a)) > most) tooLong.set(closedShort);
    }
    if (last >= 0 && tooLong.get(last)) return Optional.empty();
    return Optional.of(closed.getOrDefault(wrt, t.zero()));
  }

  private Expr putClosed(Adjoint a) {
    shorten.takeUses();
    Expr e = close(a);
    closed.put(a.wrt(), e);
    closedUses.put(a.wrt(), shorten.takeUses());
    return e;
  }

  /// The facts that an adjoint and all it is written in rest on. To be asked after the closed form.
  public Set<String> uses(String wrt) {
    int last = places.getOrDefault(wrt, -1);
    for (int q = allUses.size(); q <= last; q++) {
      Adjoint a = inOrder.get(q);
      Set<String> uses = new LinkedHashSet<>();
      for (int p : directPlaces.get(q)) uses.addAll(allUses.get(p));
      if (isLine.get(q)) {
        uses.addAll(a.uses());
        uses.addAll(closedUses.getOrDefault(a.wrt(), Set.of()));
      }
      allUses.add(uses);
    }
    return last < 0 ? Set.of() : allUses.get(last);
  }

  private Expr close(Adjoint a) {
    Expr e =
        new Rewrite.Bodies(t) {
          @Override
          protected boolean replaces(String name) {
            Adjoint b = bySymbol.get(name);
            return b != null && closed.containsKey(b.wrt()) && !isGiven(b);
          }

          @Override
          protected Body body(Factor.Symbol s) {
            Adjoint b = bySymbol.get(s.name);
            return new Body(closed.get(b.wrt()), slots(b, s));
          }
        }.apply(a.named());
    return e == a.named() || isAlias(a.named()) ? e : shorten.simplify(e);
  }

  /// Another adjoint as it is: what stands for it is short already.
  private static boolean isAlias(Expr e) {
    if (e.size() != 1 || e.term(0).hasSums() || e.term(0).powers().size() != 1) return false;
    Monomial.Power p = e.term(0).powers().get(0);
    return e.term(0).coefficient.isOne()
        && p.exponent().isOne()
        && p.base() instanceof Factor.Symbol;
  }

  private static Map<Index, At> slots(Adjoint b, Factor.Symbol s) {
    Map<Index, At> map = new HashMap<>();
    int q = 0;
    for (Index i : b.outer()) map.put(i, s.slot(q++));
    for (Index i : b.entry()) map.put(i, s.slot(q++));
    return map;
  }

  /// The derivative of an unknown function is a value of its own.
  private boolean isGiven(Adjoint a) {
    return model.definitions().containsKey(a.symbol());
  }

  /// What the user wrote without a name goes back to where it stood.
  private Expr transparent(Expr e) {
    if (!model.mayHoldTransparent(e)) return e;
    return new Rewrite.Symbols(t) {
      @Override
      protected boolean replaces(String name) {
        Definition d = model.definitions().get(name);
        return d != null && d.visibility() == Definition.Visibility.TRANSPARENT;
      }

      @Override
      protected Expr replacement(Factor.Symbol s) {
        Definition d = model.definitions().get(s.name);
        Map<Index, At> map = new HashMap<>();
        for (int q = 0; q < s.arity(); q++) map.put(d.parameters().get(q), s.slot(q));
        return transparent(t.substitute(((Definition.Formula) d.body()).expr(), map));
      }
    }.apply(e);
  }

  /// The names whose adjoints a name's adjoint is written in, itself last: the lines of a backward
  /// pass.
  public List<Adjoint> layers(String wrt) {
    Adjoint last = adjoints.get(wrt);
    if (last == null) return List.of();
    BitSet needed = new BitSet();
    needed.set(places.get(wrt));
    for (int q = places.get(wrt); q >= 0; q = needed.previousSetBit(q - 1))
      for (int p : directPlaces.get(q)) needed.set(p);
    List<Adjoint> result = new ArrayList<>(needed.cardinality());
    for (int q = needed.nextSetBit(0); q >= 0; q = needed.nextSetBit(q + 1))
      if (isLine.get(q)) result.add(inOrder.get(q));
    return result;
  }
}
