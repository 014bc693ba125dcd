package dev.jacobi.elaborate;

import dev.jacobi.expr.At;
import dev.jacobi.expr.Definition;
import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Extent;
import dev.jacobi.expr.Function;
import dev.jacobi.expr.Index;
import dev.jacobi.expr.Terms;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.Vocabulary;
import java.util.ArrayList;
import java.util.List;

/// Operators that bind indices: `sum[i] …`, `max[k] …`, `softmax[s] …`.
final class Sums {
  private final Expressions expressions;
  private final Terms t;

  Sums(Expressions expressions) {
    this.expressions = expressions;
    this.t = expressions.t;
  }

  Value bound(Syntax.Bound b, Scope outer) {
    if (b.operator().equals("softmax")) return softmax(b, outer);
    Scope scope = outer.inner();
    List<Scope.Letter> letters = new ArrayList<>();
    for (Syntax.Binder binder : b.binders()) letters.add(bind(binder, scope, b));
    learn(b, scope);
    Value body = expressions.value(b.body(), scope);
    List<Index> over = new ArrayList<>();
    for (int q = 0; q < letters.size(); q++) {
      Scope.Letter l = letters.get(q);
      if (!l.isKnown()) throw unranged(b, l);
      if (isOpen(b.binders().get(q), outer)) noteOpen(b.binders().get(q), l);
      for (Index i : l.at().indices) over.add(i);
      over.addAll(l.companions());
    }
    Expr condition = conditioned(t.one(), b.conditions(), scope);
    for (Expr range : scope.takeRanges()) condition = distribute(condition, range);
    Expr e = distribute(body.entry(), condition);
    if (b.operator().equals("prod") && !condition.isOne())
      e = t.plus(e, t.minus(t.one(), condition)); // what is left out counts 1
    return body.withEntry(reduce(b, e, over));
  }

  private void noteOpen(Syntax.Binder binder, Scope.Letter l) {
    String end = ((Syntax.Name) binder.range().get(1)).text();
    Extent axis = l.at().plain().extent;
    expressions
        .manner()
        .defect("`%s` is not declared: %s runs up to %s".formatted(end, l.name, axis));
  }

  private static ElaborationException unranged(Syntax.Bound b, Scope.Letter l) {
    return new ElaborationException(
        b.place(),
        "nothing says over what " + l.name + " runs: no axis gives it an extent",
        "give its range: `" + b.operator() + "[" + l.name + "=1..n] …`");
  }

  private Scope.Letter bind(Syntax.Binder binder, Scope scope, Syntax.Bound b) {
    String name = Vocabulary.canonicalName(binder.index());
    if (scope.letter(name).isPresent())
      throw new ElaborationException(
          binder.place().line() > 0 ? binder.place() : b.place(),
          "the index " + binder.index() + " is bound already outside this " + b.operator(),
          "use another letter for the inner one");
    var letter = new Scope.Letter(name);
    if (!binder.range().isEmpty() && !isOpen(binder, scope)) {
      Extent low = new Entries(expressions).extent(binder.range().get(0), scope);
      Extent high = new Entries(expressions).extent(binder.range().get(1), scope);
      Extent size = high.minus(low).plus(Extent.ONE);
      if (isBackwards(size)) throw backwards(binder, b);
      At at = At.of(t.index(size, binder.index()));
      letter.is(low.equals(Extent.ONE) ? at : at.plus(At.of(low)).plus(-1));
    }
    scope.bind(letter);
    return letter;
  }

  /// Whether there is no place in the range once its dimensions are 2 or more.
  private static boolean isBackwards(Extent size) {
    for (var term : size.terms().entrySet())
      if (!term.getKey().isEmpty() && term.getValue() > 0) return false;
    return size.value(_ -> 2) < 1;
  }

  private static ElaborationException backwards(Syntax.Binder binder, Syntax.Bound b) {
    String low = Spelled.of(binder.range().get(0));
    String high = Spelled.of(binder.range().get(1));
    return new ElaborationException(
        binder.place().line() > 0 ? binder.place() : b.place(),
        "the range " + low + ".." + high + " of " + binder.index() + " runs backwards",
        "from the lesser to the greater: `"
            + b.operator()
            + "["
            + binder.index()
            + "="
            + high
            + ".."
            + low
            + "] …`");
  }

  /// On paper, `Σ_{i=1}^n` with an n that nothing declares: i runs over the axis that it stands on.
  private boolean isOpen(Syntax.Binder binder, Scope scope) {
    boolean paper = expressions.manner().isLoose() && !expressions.manner().isCode();
    if (!paper || binder.range().isEmpty()) return false;
    if (!(binder.range().get(1) instanceof Syntax.Name n)) return false;
    boolean whole = binder.range().get(0) instanceof Syntax.Num one && one.digits().equals("1");
    String name = Vocabulary.canonicalName(n.text());
    return whole && !isKnown(name, scope);
  }

  private boolean isKnown(String name, Scope scope) {
    return scope.letter(name).isPresent()
        || scope.value(name).isPresent()
        || expressions.model.knows(name)
        || expressions.model.dimensions().contains(name);
  }

  /// A letter's extent is that of an axis it stands on alone, wherever in the body that is.
  void learn(Syntax body, Scope scope) {
    Names.walk(
        body,
        s -> {
          if (s instanceof Syntax.Entry e) learn(e, scope);
        });
  }

  private void learn(Syntax.Entry e, Scope scope) {
    for (int q = 0; q < e.indices().size(); q++) {
      if (!(e.indices().get(q) instanceof Syntax.Name n)) continue;
      var letter = scope.letter(Vocabulary.canonicalName(n.text()));
      if (letter.isEmpty() || letter.get().isKnown()) continue;
      if (!(e.of() instanceof Syntax.Name array)) continue;
      List<Extent> shape = shape(Vocabulary.canonicalName(array.text()), scope);
      if (scope.value("\u00b7all").isPresent() && shape.size() > 1) continue;
      if (shape.size() == 2 && e.indices().size() == 1 && shape.get(0).equals(Extent.ONE))
        shape = shape.subList(1, 2);
      if (q < shape.size() && shape.size() == e.indices().size())
        letter.get().is(At.of(t.index(shape.get(q), n.text())));
    }
  }

  private List<Extent> shape(String name, Scope scope) {
    var v = scope.value(name);
    if (v.isPresent()) return v.get().shape();
    return expressions.model.knows(name) ? expressions.model.shape(name) : List.of();
  }

  private Expr conditioned(Expr e, List<Syntax> conditions, Scope scope) {
    for (Syntax c : conditions) {
      Value v = expressions.compare((Syntax.Compare) c, scope);
      if (!v.isScalar())
        throw new ElaborationException(c.place(), "a condition on indices is expected");
      e = distribute(e, v.entry());
    }
    return e;
  }

  /// Multiplies by a condition such as `1 − δ`, term by term, so that its deltas can contract.
  private Expr distribute(Expr e, Expr condition) {
    List<Expr> terms = new ArrayList<>();
    for (var m : condition.terms()) terms.add(t.times(e, t.of(m)));
    return t.add(terms);
  }

  private Expr reduce(Syntax.Bound b, Expr e, List<Index> over) {
    Index[] all = over.toArray(new Index[0]);
    return switch (b.operator()) {
      case "sum" -> t.sum(e, all);
      case "mean" -> {
        Expr count = t.one();
        for (Index i : over) count = t.times(count, t.extent(i.extent));
        yield t.over(t.sum(e, all), count);
      }
      case "logsumexp" -> t.apply(Function.LOG, t.sum(t.apply(Function.EXP, e), all));
      case "prod", "max", "min" -> {
        if (!b.conditions().isEmpty() && !b.operator().equals("prod"))
          throw new ElaborationException(b.place(), b.operator() + " takes no condition", "");
        Expr r = e;
        for (Index i : over) r = reduce(b, r, i);
        yield r;
      }
      default -> throw new ElaborationException(b.place(), "`" + b.operator() + "` binds no index");
    };
  }

  /// A definition of its own, with the free indices of the formula as its axes.
  private Expr reduce(Syntax.Bound b, Expr e, Index over) {
    List<Index> axes = new ArrayList<>();
    List<String> letters = new ArrayList<>();
    for (Index i : e.free()) {
      if (i.equals(over) || expressions.model.isInteger(i)) continue;
      axes.add(i);
      letters.add(i.letter.isEmpty() ? "?" : i.letter);
    }
    Definition.Body body =
        b.operator().equals("prod")
            ? new Definition.ProductOver(e, over)
            : new Definition.Extreme(e, over, b.operator().equals("max"));
    String name = expressions.model.anonymousName();
    expressions.model.define(new Definition(name, axes, body, Definition.Visibility.ANONYMOUS));
    expressions.context().spell(name, new Display(b, letters));
    return t.symbol(name, axes);
  }

  /// `softmax[s] S[h,s]`: its s is the entry's own, and in the denominator a bound one.
  private Value softmax(Syntax.Bound b, Scope scope) {
    List<Index> own = new ArrayList<>();
    learn(b, scope);
    Value body = expressions.value(b.body(), scope);
    for (Syntax.Binder binder : b.binders()) {
      var letter = scope.letter(Vocabulary.canonicalName(binder.index()));
      if (letter.isEmpty() || !letter.get().isKnown())
        throw new ElaborationException(
            b.place(),
            "softmax["
                + binder.index()
                + "] is an entry: the left side must name "
                + binder.index(),
            "`P["
                + binder.index()
                + "] = softmax["
                + binder.index()
                + "] …`, or softmax(…) of an array");
      own.add(letter.get().at().plain());
    }
    List<Index> fresh = expressions.fresh(own);
    Expr top = t.apply(Function.EXP, body.entry());
    Expr bottom = t.sum(t.substitute(top, own, fresh), fresh.toArray(new Index[0]));
    return body.withEntry(t.over(top, bottom));
  }
}
