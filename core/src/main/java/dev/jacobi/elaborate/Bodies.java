package dev.jacobi.elaborate;

import dev.jacobi.expr.At;
import dev.jacobi.expr.Definition;
import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Extent;
import dev.jacobi.expr.Factor;
import dev.jacobi.expr.Index;
import dev.jacobi.expr.Model;
import dev.jacobi.expr.Monomial;
import dev.jacobi.expr.Terms;
import dev.jacobi.notation.Syntax;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Calls of functions that have a body in the language: the user's own and the library's.
final class Bodies {
  private final Expressions expressions;
  private final Model model;
  private final Terms t;
  private boolean looking = false; // companions have no companions

  Bodies(Expressions expressions) {
    this.expressions = expressions;
    this.model = expressions.model;
    this.t = expressions.t;
  }

  Value call(Expressions.UserFunction f, Syntax.Call c, Scope scope) {
    List<Value> arguments = new ArrayList<>();
    int least = f.parameters().size() - f.defaults().size();
    if (c.arguments().size() > f.parameters().size() || c.arguments().size() < least)
      throw new ElaborationException.Unknown(
          c.place(),
          f.name() + " takes " + takes(f, least) + " and is given " + c.arguments().size(),
          "");
    for (Syntax s : c.arguments()) arguments.add(expressions.value(s, scope));
    for (int q = arguments.size(); q < f.parameters().size(); q++)
      arguments.add(expressions.value(f.defaults().get(q - least), Scope.top()));
    if (f.axes().equals("arrays")) return onArrays(f, arguments, c, scope);
    if (f.ofScalars() && new Whole(expressions).takes(f))
      return onArrays(f.ofArrays(), arguments, c, scope);
    if (f.ofScalars()) return onEntries(f, arguments, c, scope);
    try {
      return onArrays(f, arguments, c, scope);
    } catch (ElaborationException e) { // the place is the library's; the user's is the call
      throw new ElaborationException(
          c.place(),
          f.name() + " does not take these arguments: " + e.getMessage(),
          e.problem().hint());
    }
  }

  private static String takes(Expressions.UserFunction f, int least) {
    int most = f.parameters().size();
    String number = least == most ? "" + most : least + " to " + most;
    return number + (most == 1 ? " argument" : " arguments");
  }

  /// A function of numbers on arrays of one shape: its body on their entries.
  private Value onEntries(
      Expressions.UserFunction f, List<Value> arguments, Syntax.Call c, Scope scope) {
    Value shaped = arguments.get(0);
    Scope inner = Scope.top();
    for (int q = 0; q < arguments.size(); q++) {
      Value v = arguments.get(q);
      if (shaped.isScalar() && !v.isScalar()) shaped = v;
      else if (!v.isScalar() && v != shaped)
        v =
            expressions.arithmetic.entrywise(
                shaped,
                v,
                (_, y) -> y,
                new Arithmetic.Operands(
                    c.arguments().get(0), c.arguments().get(q), f.name(), c.place()));
      inner.bind(f.parameters().get(q), Value.scalar(v.entry()));
    }
    Expr e = expressions.scalar(f.body(), inner, f.name() + " of a number");
    Value v = shaped.withEntry(e);
    return pieces(e) > 1 ? ownName(v, c, scope) : v;
  }

  /// A function of arrays. One of rows sees only the last axis of a matrix; the others stay beside.
  private Value onArrays(
      Expressions.UserFunction f, List<Value> arguments, Syntax.Call c, Scope scope) {
    boolean rows = f.axes().equals("rows");
    Scope inner = Scope.top();
    if (f.axes().equals("all entries")) inner.bind("\u00b7all", Value.scalar(t.one()));
    int numbers = numbers(f, arguments);
    List<Index> batch = new ArrayList<>();
    for (int q = 0; q < arguments.size(); q++) {
      Value v = arguments.get(q);
      if (rows && v.order() > 1) {
        if (batch.isEmpty()) batch.addAll(v.axes().subList(0, v.order() - 1));
        Expr e = t.substitute(v.entry(), v.axes().subList(0, v.order() - 1), batch);
        v = new Value(e, List.of(v.axes().getLast()));
      }
      v = settled(v, c, q, batch, scope);
      if (q < numbers) v = new Value(v.entry(), List.of(t.index(Extent.ONE, "")));
      inner.bind(f.parameters().get(q), v);
      if (q < c.arguments().size())
        inner.write(f.parameters().get(q), scope.inUsersWords(c.arguments().get(q)));
      Library.extents(f, q, v, inner);
    }
    inner.beside(batch);
    Value result = entries(f, inner);
    if (f.axes().equals("rows") && f.mean() && !batch.isEmpty()) {
      Expr count = t.one();
      for (Index i : batch) count = t.times(count, t.extent(i.extent));
      return result.withEntry(t.over(t.sum(result.entry(), batch.toArray(new Index[0])), count));
    }
    List<Index> beside = rows && batch.isEmpty() ? beside(result, scope) : batch;
    List<Index> axes = new ArrayList<>(beside);
    axes.addAll(result.axes());
    Value whole = new Value(result.entry(), axes);
    boolean keeps = holdsSumInFunction(whole.entry()) || f.body() instanceof Syntax.Block;
    Value named = keeps ? ownName(whole, c, scope) : whole;
    Value v = new Value(named.entry(), batch.isEmpty() ? result.axes() : axes);
    model
        .anonymous(v.entry(), v.axes())
        .filter(d -> v.isScalar() && !f.axes().equals("arrays"))
        .ifPresent(
            d -> expressions.context().respell(d.name(), Display.array(scope.inUsersWords(c))));
    if (arguments.size() == 1)
      companions(logarithmsOfSums(result.entry()), inner, f, c, beside, scope);
    return v;
  }

  /// How many arguments are numbers in place of arrays of one entry: a loss may be of a single
  /// prediction and its target.
  private static int numbers(Expressions.UserFunction f, List<Value> arguments) {
    int given = f.parameters().size() - f.defaults().size();
    boolean all = arguments.subList(0, given).stream().allMatch(Value::isScalar);
    return f.axes().equals("all entries") && given > 1 && all ? given : 0;
  }

  /// A function of a row within another: what it gives has a name for all the rows at once.
  private static List<Index> beside(Value row, Scope scope) {
    List<Index> beside = scope.beside();
    return List.of(row.entry().free()).containsAll(beside) ? beside : List.of();
  }

  /// A function whose value holds `log(Σ …)` has a derivative that holds `… / Σ …`: the functions
  /// of rows of the library that divide by that very sum get a name here, for the derivative to be
  /// written in. So the gradient of logsumexp is a softmax.
  private void companions(
      Set<Expr> sums,
      Scope inner,
      Expressions.UserFunction f,
      Syntax.Call c,
      List<Index> batch,
      Scope scope) {
    if (sums.isEmpty() || looking) return;
    looking = true;
    try {
      lookForCompanions(sums, inner, f, c, batch, scope);
    } finally {
      looking = false;
    }
  }

  private void lookForCompanions(
      Set<Expr> sums,
      Scope inner,
      Expressions.UserFunction f,
      Syntax.Call c,
      List<Index> batch,
      Scope scope) {
    Value argument = inner.value(f.parameters().get(0)).orElseThrow();
    if (argument.order() != 1) return;
    for (Expressions.UserFunction g : Library.ofRows()) {
      Scope own = Scope.top();
      own.bind(g.parameters().get(0), argument);
      own.write(g.parameters().get(0), scope.inUsersWords(c.arguments().get(0)));
      Library.extents(g, 0, argument, own);
      Value v = entries(g, own);
      if (!dividesBy(sums, v.entry())) continue;
      List<Index> axes = new ArrayList<>(batch);
      axes.addAll(v.axes());
      var call = new Syntax.Call(g.name(), c.arguments().subList(0, 1), c.place());
      Value w = new Value(v.entry(), axes);
      if (holdsSumInFunction(w.entry())) ownName(w, call, scope);
    }
  }

  private static Set<Expr> logarithmsOfSums(Expr e) {
    Set<Expr> sums = new HashSet<>();
    for (Monomial m : e.terms())
      for (var p : m.powers())
        if (p.base() instanceof Factor.Apply a
            && a.function == dev.jacobi.expr.Function.LOG
            && hasSum(a.argument(0))) sums.add(a.argument(0));
    return sums;
  }

  private static boolean dividesBy(Set<Expr> sums, Expr e) {
    for (Monomial m : e.terms())
      for (var p : m.powers())
        if (p.base() instanceof Factor.Group g && sums.contains(g.of)) return true;
    return false;
  }

  /// An argument that is not a bare name gets a definition that is inlined in what is shown, so
  /// that the chain rule goes through it in one step.
  private Value settled(Value v, Syntax.Call c, int q, List<Index> batch, Scope scope) {
    if (v.isScalar() || q >= c.arguments().size() || isPlain(v.entry())) return v;
    List<Index> axes = new ArrayList<>(batch);
    axes.addAll(v.axes());
    Set<Index> free = new HashSet<>(List.of(v.entry().free()));
    axes.forEach(free::remove);
    if (!free.isEmpty()) return v;
    String name = model.anonymousName();
    model.define(
        new Definition(
            name, axes, new Definition.Formula(v.entry()), Definition.Visibility.TRANSPARENT));
    expressions.context().spell(name, Display.array(scope.inUsersWords(c.arguments().get(q))));
    return v.withEntry(t.symbol(name, axes));
  }

  private static boolean isPlain(Expr e) {
    return e.size() == 1
        && e.term(0).powers().size() == 1
        && e.term(0).powers().get(0).base() instanceof Factor.Symbol;
  }

  private Value entries(Expressions.UserFunction f, Scope inner) {
    if (f.letters().isEmpty()) return expressions.value(f.body(), inner);
    List<Scope.Letter> letters = new ArrayList<>();
    for (String l : f.letters()) {
      var letter = new Scope.Letter(l);
      Library.range(l)
          .ifPresent(r -> letter.is(At.of(t.index(new Entries(expressions).extent(r, inner), l))));
      inner.bind(letter);
      letters.add(letter);
    }
    expressions.sums.learn(f.body(), inner);
    Value body = expressions.value(f.body(), inner);
    List<Index> axes = new ArrayList<>();
    for (Scope.Letter l : letters) axes.add(l.at().plain());
    return new Value(body.entry(), axes);
  }

  /// What is not a plain sum of products, such as a softmax, or is written out, such as a matrix of
  /// rotation, gets a definition of its own: its derivative then speaks in its value.
  private Value ownName(Value v, Syntax.Call c, Scope scope) {
    Set<Index> free = new HashSet<>(List.of(v.entry().free()));
    v.axes().forEach(free::remove);
    if (!free.isEmpty()) return v;
    for (Definition d : model.definitions().values())
      if (d.visibility() != Definition.Visibility.TRANSPARENT
          && d.parameters().size() == v.order()
          && d.body() instanceof Definition.Formula f
          && f.expr().pattern() == v.entry().pattern() // or they differ in more than their indices
          && d.shape().equals(v.shape())
          && t.substitute(f.expr(), d.parameters(), v.axes()) == v.entry())
        return v.withEntry(t.symbol(d.name(), v.axes()));
    String name = model.anonymousName();
    model.define(
        new Definition(
            name, v.axes(), new Definition.Formula(v.entry()), Definition.Visibility.ANONYMOUS));
    expressions.context().spell(name, Display.array(scope.inUsersWords(c)));
    return v.withEntry(t.symbol(name, v.axes()));
  }

  private static boolean holdsSumInFunction(Expr e) {
    boolean function = false;
    boolean sum = false;
    for (Monomial m : e.terms())
      for (var p : m.powers()) {
        switch (p.base()) {
          case Factor.Apply a -> {
            function = true;
            for (Expr x : a.arguments()) sum |= hasSum(x);
          }
          case Factor.Group g -> {
            boolean whole = p.exponent().isWhole() && p.exponent().number().signum() > 0;
            function |= !whole && !e.isNumber() && e.free().length > 0;
            sum |= hasSum(g.of);
          }
          case Factor.Symbol _, Factor.Indicator _, Factor.Relation _, Factor.Radical _ -> {}
        }
      }
    return function && sum;
  }

  /// How many places it changes its form at: what is put together of several pieces is named, so
  /// that `min(r, clip(r, 0, 1))` compares two things and not all their pieces.
  private static int pieces(Expr e) {
    Set<Factor> found = new HashSet<>();
    pieces(e, found);
    return found.size();
  }

  private static void pieces(Expr e, Set<Factor> found) {
    for (Monomial m : e.terms())
      for (var p : m.powers()) {
        if (p.base() instanceof Factor.Indicator) found.add(p.base());
        if (p.base() instanceof Factor.Group g) pieces(g.of, found);
      }
  }

  private static boolean hasSum(Expr e) {
    for (Monomial m : e.terms()) {
      if (m.hasSums()) return true;
      for (var p : m.powers()) if (p.base() instanceof Factor.Group g && hasSum(g.of)) return true;
    }
    return false;
  }
}
