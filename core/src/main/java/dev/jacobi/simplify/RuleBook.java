package dev.jacobi.simplify;

import dev.jacobi.expr.At;
import dev.jacobi.expr.Definition;
import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Fact;
import dev.jacobi.expr.Factor;
import dev.jacobi.expr.Index;
import dev.jacobi.expr.Model;
import dev.jacobi.expr.Monomial;
import dev.jacobi.expr.Rational;
import dev.jacobi.expr.Rewrite;
import dev.jacobi.expr.Terms;
import dev.jacobi.expr.ValueSet;
import dev.jacobi.expr.Variable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The rules a model brings: each definition read backwards, each fact declared, and each fact
/// found by summing a definition over its axes.
final class RuleBook {
  private final Model model;
  private final Terms t;
  private final Simplifier simplifier;
  private boolean given;

  RuleBook(Model model, Simplifier simplifier) {
    this.model = model;
    this.t = model.t;
    this.simplifier = simplifier;
  }

  /// With the facts of the value sets and those assumed where `given`, else with identities alone.
  void fill(boolean given) {
    this.given = given;
    if (given) fillGiven();
    for (Definition d : List.copyOf(model.definitions().values())) add(d);
  }

  private void fillGiven() {
    for (Variable v : model.variables().values()) {
      if (v.set().sumsToOne()) simplifier.add(rowsSumToOne(v));
      if (v.set().isIdempotent()) simplifier.idempotent(v.name());
      if (v.set() == ValueSet.SIGNS) simplifier.add(squaresAreOne(v));
    }
    model.facts().forEach(simplifier::add);
  }

  /// `y_i² → 1` for y in {-1, 1}.
  private Fact squaresAreOne(Variable v) {
    List<Index> i = model.indices(v.name());
    return new Fact(i, t.pow(t.symbol(v.name(), i), 2), t.one(), v.name() + ".^2 = 1");
  }

  private Fact rowsSumToOne(Variable v) {
    List<Index> all = model.indices(v.name());
    Index last = all.removeLast();
    List<Index> slots = new ArrayList<>(all);
    slots.add(last);
    String text = all.isEmpty() ? "sum(" + v.name() + ") = 1" : "rowsum(" + v.name() + ") = 1";
    return new Fact(all, t.sum(t.symbol(v.name(), slots), last), t.one(), text);
  }

  private void add(Definition d) {
    switch (d.body()) {
      case Definition.Formula f -> {
        findFacts(d, f.expr()); // before its own fold hides what it is made of
        if (d.visibility() != Definition.Visibility.TRANSPARENT) addFold(d, f.expr());
      }
      case Definition.Inverse inv -> addInverse(d, inv.of());
      case Definition.Determinant _, Definition.Extreme _, Definition.ProductOver _ -> {}
      case Definition.ArgMax _, Definition.Unknown _ -> {}
    }
  }

  /// `v[i] = body` read backwards.
  private void addFold(Definition d, Expr body) {
    if (body.isZero() || body.isNumber()) return;
    Set<Index> free = new HashSet<>(List.of(body.free()));
    if (!free.containsAll(d.parameters())) return;
    Expr value = t.symbol(d.name(), d.parameters());
    String text = "the definition of " + d.name();
    if (body.size() > 1) {
      Rational c = t.signedContent(body);
      simplifier.add(
          new Rule(
              d.name(),
              d.parameters(),
              t.scale(body, c.inverse()),
              t.scale(value, c.inverse()),
              text,
              false));
      return;
    }
    Monomial m = body.term(0);
    boolean alias =
        m.powers().size() == 1
            && m.powers().get(0).base() instanceof Factor.Symbol
            && m.powers().get(0).exponent().isOne();
    if (alias) return;
    Expr main = mainFactor(m);
    Expr rest = t.over(value, t.over(body, main));
    simplifier.add(new Rule(d.name(), d.parameters(), main, rest, text, false));
    if (m.powers().size() == 1 && m.powers().get(0).base() instanceof Factor.Group g)
      isolate(d, m, g, value, text);
  }

  /// The body without its number and its dimensions, which may be met in other company: what is
  /// left of `√n / ||c||` is the norm.
  private Expr mainFactor(Monomial m) {
    if (m.hasSums()) return t.scale(t.of(m), m.coefficient.inverse());
    Expr main = t.one();
    for (var p : m.powers()) {
      boolean aside =
          p.base() instanceof Factor.Radical
              || (p.base() instanceof Factor.Symbol s
                  && model.dimensions().contains(s.name)
                  && !model.knows(s.name));
      if (!aside) main = t.times(main, t.pow(t.of(p.base()), p.exponent()));
    }
    return main.isOne() ? t.of(m) : main;
  }

  /// `v = c (1 + E)^p` gives `E = (v/c)^(1/p) − 1`: how the derivative of `1/(1 + exp(−x))` comes
  /// to speak in its own value.
  private void isolate(Definition d, Monomial m, Factor.Group g, Expr value, String text) {
    Expr p = m.powers().get(0).exponent();
    if (!p.isWhole() || !p.number().abs().isOne() || m.hasSums()) return;
    Expr sum = t.pow(t.scale(value, m.coefficient.inverse()), p);
    for (Monomial term : g.of.terms()) {
      boolean function =
          term.powers().size() == 1 && term.powers().get(0).base() instanceof Factor.Apply;
      if (!function || !Set.of(term.free()).containsAll(d.parameters())) continue;
      Expr rest = t.minus(sum, t.minus(g.of, t.of(term)));
      simplifier.add(
          new Rule(
              d.name(),
              d.parameters(),
              t.scale(t.of(term), term.coefficient.inverse()),
              t.scale(rest, term.coefficient.inverse()),
              text,
              false));
    }
  }

  private void addInverse(Definition d, String matrix) {
    Index a = t.fresh(d.parameters().get(0));
    Index b = t.fresh(d.parameters().get(1));
    Index k = t.fresh(a);
    List<Expr> products = new ArrayList<>();
    products.add(t.times(entry(matrix, a, k), entry(d.name(), k, b)));
    products.add(t.times(entry(d.name(), a, k), entry(matrix, k, b)));
    Variable v = model.variables().get(matrix);
    if (given && v != null && v.set().isSymmetric()) { // each may be turned
      products.add(t.times(entry(matrix, k, a), entry(d.name(), k, b)));
      products.add(t.times(entry(matrix, a, k), entry(d.name(), b, k)));
    }
    Expr identity = t.delta(a, b);
    for (Expr e : products)
      simplifier.add(new Rule("", List.of(a, b), t.sum(e, k), identity, "inv(X) X = I", true));
  }

  private Expr entry(String name, Index i, Index j) {
    return t.symbol(name, At.of(i), At.of(j));
  }

  /// Sums a definition over each of its axes; where that is a number it is a fact.
  private void findFacts(Definition d, Expr body) {
    if (d.parameters().isEmpty() || !mayCancel(body, true)) return;
    for (Index i : d.parameters()) {
      Expr s = simplifier.fold(t.sum(body, i));
      if (!s.isNumber()) s = simplifier.fold(inlined(s));
      if (!s.isNumber()) continue;
      List<Index> others = new ArrayList<>(d.parameters());
      others.remove(i);
      String what = others.isEmpty() ? "sum" : i == d.parameters().getLast() ? "rowsum" : "colsum";
      simplifier.add(
          new Fact(
              others,
              t.sum(t.symbol(d.name(), d.parameters()), i),
              s,
              what + "(" + d.name() + ") = " + s.number()));
    }
  }

  /// Whether a sum of this could be a number, told in passing: something must be taken away or
  /// divided by, be one at one place, or have a known sum itself, here or one definition further.
  private boolean mayCancel(Expr e, boolean further) {
    for (Monomial m : e.terms()) {
      if (m.coefficient.signum() < 0) return true;
      for (Monomial.Power p : m.powers())
        if (!p.exponent().isWhole() || p.exponent().number().signum() < 0) return true;
        else if (mayCancel(p.base(), further)) return true;
    }
    return false;
  }

  private boolean mayCancel(Factor f, boolean further) {
    return switch (f) {
      case Factor.Group g -> mayCancel(g.of, further);
      case Factor.Symbol s -> {
        Definition d = model.definitions().get(s.name);
        boolean formula = d != null && d.body() instanceof Definition.Formula;
        yield simplifier.knowsFactOf(f)
            || further && formula && mayCancel(((Definition.Formula) d.body()).expr(), false);
      }
      case Factor.Relation _, Factor.Indicator _ -> true;
      case Factor.Apply _, Factor.Radical _ -> false;
    };
  }

  /// The formula with the definitions it uses put in, one level deep.
  private Expr inlined(Expr e) {
    return new Rewrite.Symbols(t) {
      @Override
      protected boolean replaces(String name) {
        Definition d = model.definitions().get(name);
        return d != null && d.body() instanceof Definition.Formula;
      }

      @Override
      protected Expr replacement(Factor.Symbol s) {
        Definition d = model.definitions().get(s.name);
        Map<Index, At> map = new java.util.HashMap<>();
        for (int q = 0; q < s.arity(); q++) map.put(d.parameters().get(q), s.slot(q));
        return t.substitute(((Definition.Formula) d.body()).expr(), map);
      }
    }.apply(e);
  }
}
