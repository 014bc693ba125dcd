package dev.jacobi.elaborate;

import dev.jacobi.expr.At;
import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Extent;
import dev.jacobi.expr.Index;
import dev.jacobi.expr.Model;
import dev.jacobi.expr.Terms;
import dev.jacobi.expr.Variable;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `s[i] = sum[j] W[i,j] x[j] + b[i]`: a definition by entry. The letters of the left side run over
/// the declared shape, or over the axes they stand on in the body, or over every place where they
/// fit.
final class ByEntry {
  private final Elaborator elaborator;
  private final Model model;
  private final Terms t;

  ByEntry(Elaborator elaborator) {
    this.elaborator = elaborator;
    this.model = elaborator.model();
    this.t = model.t;
  }

  Value value(Syntax.Name n, Syntax.Entry left, Syntax body) {
    Scope scope = Scope.top();
    List<Scope.Letter> letters = new ArrayList<>();
    Variable declared = model.variables().get(Vocabulary.canonicalName(n.text()));
    List<Extent> shape = declared == null ? List.of() : declaredShape(declared, left);
    for (int q = 0; q < left.indices().size(); q++) {
      var name = (Syntax.Name) left.indices().get(q);
      String canonical = Vocabulary.canonicalName(name.text());
      var letter = new Scope.Letter(canonical);
      if (!shape.isEmpty()) letter.is(At.of(t.index(shape.get(q), name.text())));
      else
        model.integer(canonical).ifPresent(i -> letter.is(At.of(t.index(i.extent, name.text()))));
      scope.bind(letter);
      letters.add(letter);
    }
    elaborator.expressions().sums.learn(body, scope);
    for (Scope.Letter l : letters) if (!l.isKnown()) infer(l, body, scope);
    Value v = elaborator.expressions().value(body, scope);
    List<Index> axes = new ArrayList<>();
    for (int q = 0; q < letters.size(); q++) {
      if (!letters.get(q).isKnown()) throw unknown(left.indices().get(q), n);
      axes.add(letters.get(q).at().plain());
    }
    if (!v.isScalar())
      throw new ElaborationException(
          body.place(), "an entry of " + n.text() + " is a number; this has " + v.describe());
    Expr e = v.entry();
    for (Expr range : scope.takeRanges()) e = t.times(e, range);
    return withUnits(new Value(e, axes), declared);
  }

  private List<Extent> declaredShape(Variable declared, Syntax.Entry left) {
    List<Extent> shape = declared.shape();
    boolean row =
        shape.size() == 2 && shape.get(0).equals(Extent.ONE) && left.indices().size() == 1;
    if (row) return shape.subList(1, 2);
    if (shape.size() != left.indices().size())
      throw new ElaborationException(
          left.place(),
          declared.name()
              + " is declared with "
              + Value.describe(shape)
              + " and is given "
              + left.indices().size()
              + (left.indices().size() == 1 ? " index" : " indices"));
    return shape;
  }

  /// A row given by one index keeps its first axis.
  private Value withUnits(Value v, Variable declared) {
    if (declared == null || declared.shape().size() != 2 || v.order() != 1) return v;
    return new Value(v.entry(), List.of(t.index(Extent.ONE, ""), v.axes().get(0)));
  }

  private static ElaborationException unknown(Syntax letter, Syntax.Name n) {
    return new ElaborationException(
        letter.place(),
        "nothing says over what " + Spelled.of(letter) + " runs",
        "declare the shape: `" + n.text() + " in R[…]`");
  }

  /// A letter that stands only in sums of indices, `x[i + k]`: as far as these fit whatever the
  /// others are.
  private void infer(Scope.Letter letter, Syntax body, Scope outer) {
    Scope scope = outer.inner();
    Names.walk(
        body,
        s -> {
          if (s instanceof Syntax.Bound b)
            for (Syntax.Binder x : b.binders())
              scope.bind(new Scope.Letter(Vocabulary.canonicalName(x.index())));
        });
    elaborator.expressions().sums.learn(body, scope);
    Index probe = t.index(Extent.of(1_000_003), letter.name);
    letter.is(At.of(probe));
    List<Extent> ends = new ArrayList<>();
    Names.walk(
        body,
        s -> {
          if (s instanceof Syntax.Entry e) ends(e, probe, scope, ends);
        });
    letter.is(null);
    if (!ends.isEmpty()) letter.is(At.of(t.index(ends.get(0), letter.name)));
  }

  private void ends(Syntax.Entry e, Index probe, Scope scope, List<Extent> ends) {
    if (!(e.of() instanceof Syntax.Name array)) return;
    String name = Vocabulary.canonicalName(array.text());
    if (!model.knows(name) || model.shape(name).size() != e.indices().size()) return;
    for (int q = 0; q < e.indices().size(); q++) {
      Optional<At> at = new Entries(elaborator.expressions()).affine(e.indices().get(q), scope);
      if (at.isEmpty()) continue;
      int c = at.get().coefficient(probe);
      if (c <= 0) continue;
      At rest = at.get().plus(At.of(probe).times(-c));
      Extent room = model.shape(name).get(q).minus(rest.greatestValue());
      room.dividedBy(c).ifPresent(ends::add);
    }
  }
}
