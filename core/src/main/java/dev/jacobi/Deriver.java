package dev.jacobi;

import dev.jacobi.calculus.Reverse;
import dev.jacobi.elaborate.Claims;
import dev.jacobi.expr.Adjoint;
import dev.jacobi.expr.At;
import dev.jacobi.expr.Definition;
import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Factor;
import dev.jacobi.expr.Index;
import dev.jacobi.expr.Model;
import dev.jacobi.expr.Result;
import dev.jacobi.expr.Rewrite;
import dev.jacobi.expr.Terms;
import dev.jacobi.simplify.Cost;
import dev.jacobi.simplify.Simplifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Derives what is asked of one model: brings calculus and simplification together.
final class Deriver {
  /// Closed forms longer than this are shown in terms of the adjoint before.
  private static final double LONGEST = 30;

  /// Those that an adjoint is made of may be a little longer, since something may cancel.
  private static final double ON_THE_WAY = LONGEST + 10;

  private final Model model;
  private final Terms t;
  private final Simplifier simplifier;
  private final Map<String, Reverse> runs = new HashMap<>();
  private final Map<String, String> gradients = new LinkedHashMap<>();

  Deriver(Model model) {
    this.model = model;
    this.t = model.t;
    this.simplifier = new Simplifier(model);
  }

  Simplifier simplifier() {
    return simplifier;
  }

  /// The names that a request's results will be by, prepared together so that one backward pass
  /// serves them all.
  void prepare(String of, Set<String> wrt) {
    runs.put(of, Reverse.of(model, simplifier, of, wrt));
  }

  private Reverse run(String of, String wrt) {
    Reverse r = runs.get(of);
    if (r == null || !r.knows(wrt)) {
      r = Reverse.of(model, simplifier, of, Set.of(wrt));
      runs.put(of, r);
    }
    return r;
  }

  Result first(String of, String wrt, Result.Kind kind) {
    Reverse r = run(of, wrt);
    Adjoint a = r.by(wrt);
    Expr closed =
        gradients.containsValue(of)
            ? r.closed(wrt)
            : r.closed(wrt, ON_THE_WAY).filter(e -> Cost.of(e) <= LONGEST).orElse(a.named());
    return new Result(
        kind,
        of,
        List.of(wrt),
        a.outer(),
        a.entry(),
        closed,
        a.named(),
        r.layers(wrt),
        r.uses(wrt),
        List.of());
  }

  /// The Hessian: the gradient, as a definition of its own, differentiated once more.
  Result hessian(String of, String first, String second) {
    Result r = first(gradient(of, first, second), second, Result.Kind.HESSIAN);
    Set<String> uses = new LinkedHashSet<>(r.uses());
    if (!model.isRestricted(second)) uses.addAll(run(of, first).uses(first));
    return new Result(
        Result.Kind.HESSIAN,
        of,
        List.of(first, second),
        r.outer(),
        r.inner(),
        r.entry(),
        r.entry(),
        List.of(),
        uses,
        r.steps());
  }

  /// The name of the gradient's closed form, as a definition that is made once, to be
  /// differentiated by `next`: facts that may speak of `next` come after that.
  String gradient(String of, String wrt, String next) {
    boolean identities = model.isRestricted(next);
    return gradients.computeIfAbsent(
        of + " " + wrt + (identities ? " by identities" : ""),
        _ -> {
          Reverse r = identities ? byIdentities(of, wrt) : run(of, wrt);
          Adjoint a = r.by(wrt);
          String name = model.anonymousName();
          model.define(
              new Definition(
                  name,
                  a.entry(),
                  new Definition.Formula(r.closed(wrt)),
                  Definition.Visibility.NAMED));
          return name;
        });
  }

  private Reverse byIdentities(String of, String wrt) {
    return Reverse.of(model, Simplifier.ofIdentities(model), of, Set.of(wrt));
  }

  /// The derivative of one name by another, or the second by two, as a formula of names: what a
  /// definition that speaks of it is made of. It may be differentiated by anything.
  Claims.Derivatives.Value inFormula(String of, List<String> wrt) {
    for (String name : List.of(of, wrt.getFirst(), wrt.getLast()))
      if (!model.knows(name))
        throw new IllegalArgumentException("no name `" + name + "` is declared or defined");
    String last = wrt.getLast();
    String from = wrt.size() == 1 ? of : gradient(of, wrt.getFirst(), last);
    boolean given = model.variables().keySet().stream().anyMatch(model::isRestricted);
    Reverse r = given ? byIdentities(from, last) : run(from, last);
    List<Index> axes = new ArrayList<>(r.by(last).outer());
    axes.addAll(r.by(last).entry());
    return new Claims.Derivatives.Value(r.closed(last), axes);
  }

  /// `Σ_o g_o ∂y_o/∂x`: the gradient of a number made for it.
  Result vjp(String of, String wrt, String with) {
    List<Index> axes = model.indices(of);
    Expr number =
        t.sum(t.times(t.symbol(with, axes), t.symbol(of, axes)), axes.toArray(new Index[0]));
    String name = model.anonymousName();
    model.define(
        new Definition(
            name, List.of(), new Definition.Formula(number), Definition.Visibility.NAMED));
    gradients.put("\u00b7vjp " + of + " " + wrt, name);
    Result r = first(name, wrt, Result.Kind.VJP);
    return new Result(
        Result.Kind.VJP,
        of,
        List.of(wrt),
        List.of(),
        r.inner(),
        r.entry(),
        r.entry(),
        List.of(),
        r.uses(),
        r.steps());
  }

  /// `Σ_j ∂y/∂x_j v_j`.
  Result jvp(
      String of, String wrt, String with, Result.Kind kind, String shownOf, List<String> shownWrt) {
    Result j = first(of, wrt, Result.Kind.JACOBIAN);
    List<Expr> terms = new ArrayList<>();
    for (var m : j.entry().terms())
      terms.add(
          t.sum(t.times(t.of(m), t.symbol(with, j.inner())), j.inner().toArray(new Index[0])));
    Expr sum = simplifier.simplify(t.add(terms));
    return new Result(
        kind, shownOf, shownWrt, j.outer(), List.of(), sum, sum, List.of(), j.uses(), List.of());
  }

  Result hvp(String of, String wrt, String with) {
    return jvp(gradient(of, wrt, wrt), wrt, with, Result.Kind.HVP, of, List.of(wrt));
  }

  /// A formula with every definition put in, for what must rest on declared names alone.
  Expr inlined(Expr e) {
    Expr now = e;
    for (int round = 0; round < 1000; round++) {
      Expr next = inlineOnce(now);
      if (next == now) return now;
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
      protected Expr replacement(Factor.Symbol s) {
        Definition d = model.definitions().get(s.name);
        Map<Index, At> map = new HashMap<>();
        for (int q = 0; q < s.arity(); q++) map.put(d.parameters().get(q), s.slot(q));
        return t.substitute(((Definition.Formula) d.body()).expr(), map);
      }
    }.apply(e);
  }

  Set<String> names(Expr e) {
    Set<String> names = new LinkedHashSet<>();
    Rewrite.names(e, names);
    return names;
  }
}
