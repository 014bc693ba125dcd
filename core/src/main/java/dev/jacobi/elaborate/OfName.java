package dev.jacobi.elaborate;

import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Extent;
import dev.jacobi.expr.Model;
import dev.jacobi.expr.Rational;
import dev.jacobi.expr.Terms;
import dev.jacobi.notation.Place;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Derivatives of a name by a name, or of their entries: `dC/dW1`, `dy[i]/dx[j]`, `hess(C, w)`.
final class OfName {
  private final Elaborator elaborator;
  private final Expressions expressions;
  private final Model model;

  OfName(Elaborator elaborator) {
    this.elaborator = elaborator;
    this.expressions = elaborator.expressions();
    this.model = elaborator.model();
  }

  Value derivative(Syntax.Derivative d, Scope scope) {
    boolean loose = expressions.manner().isLoose();
    if (loose && !isEntryOrName(d.wrt())) {
      Optional<Syntax.Derivative> named = new OfFormula(elaborator).byName(d, scope);
      if (named.isEmpty()) return byPower(d, scope);
      d = named.get();
    }
    if (loose && !isEntryOrName(d.of())) return new OfFormula(elaborator).derivative(d, scope);
    List<Syntax> indices = new ArrayList<>();
    List<Syntax> after = new ArrayList<>();
    String of = split(d.of(), indices);
    String wrt = split(d.wrt(), after);
    if (loose) {
      if (model.knows(of) && model.shape(of).isEmpty()) indices.clear();
      if (!after.isEmpty() && model.knows(wrt) && model.shape(wrt).isEmpty()) {
        expressions.manner().defect(wrt + " is a number: its subscript says nothing");
        after.clear();
      }
      wrt = new OfFormula(elaborator).ownArgument(of, wrt);
    }
    Value v = derivative(of, List.of(wrt), d.place());
    int outside = v.order() - (model.knows(wrt) ? model.shape(wrt).size() : 0);
    if (indices.isEmpty() && after.isEmpty()) return loose ? differential(v, of, wrt, outside) : v;
    if (loose && indices.isEmpty() != after.isEmpty()) { // the other end is laid out still
      List<Syntax> given = indices.isEmpty() ? after : indices;
      withUnit(given, model.shape(indices.isEmpty() ? wrt : of), d);
      List<Syntax> all = new ArrayList<>();
      int before = indices.isEmpty() ? outside : 0;
      for (int q = 0; q < before; q++) all.add(new Syntax.Colon(d.place()));
      all.addAll(given);
      while (all.size() < v.order()) all.add(new Syntax.Colon(d.place()));
      Value part = new Entries(expressions).entry(v, all, scope);
      boolean whole = given.stream().noneMatch(Syntax.Colon.class::isInstance);
      return whole ? differential(part, "", "", before) : part;
    }
    int outer = model.shape(of).size();
    if (!indices.isEmpty()) withUnit(indices, model.shape(of), d);
    if (!after.isEmpty()) withUnit(after, model.shape(wrt), d);
    while (indices.size() < outer) indices.add(new Syntax.Colon(d.place()));
    while (indices.size() + after.size() < v.order()) after.add(new Syntax.Colon(d.place()));
    indices.addAll(after);
    return new Entries(expressions).entry(v, indices, scope);
  }

  /// `∂ℓ/∂σ²` of a number σ: what it is by σ, over 2σ.
  private Value byPower(Syntax.Derivative d, Scope scope) {
    if (d.wrt() instanceof Syntax.Binary b
        && b.op() == Syntax.Op.POWER
        && isEntryOrName(b.left())
        && b.right() instanceof Syntax.Num p) {
      Value base = expressions.value(b.left(), scope);
      Rational exponent = Expressions.number(p);
      if (base.isScalar() && !exponent.isZero()) {
        Value v = derivative(new Syntax.Derivative(d.of(), b.left(), d.place()), scope);
        Terms t = expressions.t;
        Expr inner = t.pow(base.entry(), exponent.minus(Rational.ONE));
        Expr over = t.pow(t.times(t.number(exponent), inner), -1);
        return new Value(t.times(v.entry(), over), v.axes(), v.differential());
      }
    }
    throw new ElaborationException.Unknown(
        d.wrt().place(), "no name stands for what this derivative is by", "");
  }

  private static boolean isEntryOrName(Syntax s) {
    return s instanceof Syntax.Name || s instanceof Syntax.Entry e && e.of() instanceof Syntax.Name;
  }

  private static Value differential(Value v, String of, String by, int outer) {
    return new Value(v.entry(), v.axes(), Optional.of(new Manner.Differential(of, by, outer)));
  }

  /// A row `R[1, n]` takes one index or two.
  static void withUnit(List<Syntax> indices, List<Extent> shape, Syntax.Derivative d) {
    if (indices.size() == 1 && shape.size() == 2 && shape.get(0).equals(Extent.ONE))
      indices.addFirst(new Syntax.Num("1", d.place()));
  }

  static String split(Syntax s, List<Syntax> indices) {
    if (s instanceof Syntax.Entry e) {
      indices.addAll(e.indices());
      return split(e.of(), new ArrayList<>());
    }
    if (s instanceof Syntax.Name n) return Vocabulary.canonicalName(n.text());
    throw new ElaborationException.Unknown(s.place(), "a derivative is of a name, by a name", "");
  }

  Value call(Syntax.Call c, Scope scope) {
    boolean plain =
        c.arguments().size() > 1 && c.arguments().stream().allMatch(OfName::isEntryOrName);
    if (expressions.manner().isLoose() && !plain) return new OfFormula(elaborator).call(c, scope);
    for (Syntax a : c.arguments())
      if (!isEntryOrName(a))
        throw new ElaborationException(a.place(), "a derivative is of a name, by a name");
    List<String> names = new ArrayList<>();
    for (Syntax s : c.arguments()) names.add(split(s, new ArrayList<>()));
    int most = c.function().equals("hess") ? 3 : 2;
    if (names.size() < 2 || names.size() > most)
      throw new ElaborationException(
          c.place(), c.function() + " takes what is differentiated, then the names");
    List<String> wrt = new ArrayList<>(names.subList(1, names.size()));
    if (c.function().equals("hess") && wrt.size() == 1) wrt.add(wrt.get(0));
    return derivative(names.get(0), wrt, c.place());
  }

  private Value derivative(String of, List<String> wrt, Place place) {
    try {
      var v = elaborator.derivatives().of(of, wrt);
      return expressions.arithmetic.refreshed(new Value(v.entry(), v.axes()));
    } catch (IllegalArgumentException e) {
      throw new ElaborationException.Unknown(place, e.getMessage(), "");
    }
  }
}
