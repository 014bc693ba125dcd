package dev.jacobi.elaborate;

import dev.jacobi.expr.Definition;
import dev.jacobi.expr.Model;
import dev.jacobi.expr.Terms;
import dev.jacobi.notation.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Derivatives as people write them: of a whole formula, `∂/∂x_i [exp(β x_j) / …]`, and of a
/// function by an argument that is called otherwise where it is defined.
final class OfFormula {
  private final Elaborator elaborator;
  private final Expressions expressions;
  private final Model model;

  OfFormula(Elaborator elaborator) {
    this.elaborator = elaborator;
    this.expressions = elaborator.expressions();
    this.model = elaborator.model();
  }

  Value derivative(Syntax.Derivative d, Scope scope) {
    Value of = expressions.value(d.of(), scope);
    List<Syntax> after = new ArrayList<>();
    String by = OfName.split(d.wrt(), after);
    try {
      var v = elaborator.derivatives().of(of.entry(), of.axes(), by);
      Value whole = new Value(v.entry(), v.axes());
      if (after.isEmpty()) {
        var tag = new Manner.Differential("", by, of.order());
        return new Value(whole.entry(), whole.axes(), Optional.of(tag));
      }
      OfName.withUnit(after, model.shape(by), d);
      List<Syntax> indices = new ArrayList<>();
      for (int q = 0; q < of.order(); q++) indices.add(new Syntax.Colon(d.place()));
      indices.addAll(after);
      while (indices.size() < whole.order()) indices.add(new Syntax.Colon(d.place()));
      return new Entries(expressions).entry(whole, indices, scope);
    } catch (IllegalArgumentException e) {
      throw new ElaborationException(d.place(), e.getMessage());
    }
  }

  /// `∂/∂(W x)` where `z = W x` is known: the derivative by z.
  Optional<Syntax.Derivative> byName(Syntax.Derivative d, Scope scope) {
    Value by = expressions.value(d.wrt(), scope);
    for (Definition x : model.definitions().values()) {
      boolean alike = x.isNamed() && x.shape().equals(by.shape());
      if (!alike || !(x.body() instanceof Definition.Formula f)) continue;
      Terms t = expressions.t;
      if (t.substitute(f.expr(), x.parameters(), by.axes()) == by.entry())
        return Optional.of(
            new Syntax.Derivative(d.of(), new Syntax.Name(x.name(), d.place()), d.place()));
    }
    return Optional.empty();
  }

  /// `grad(x' A x, x)`, and `grad(f)` of what rests on one name only.
  Value call(Syntax.Call c, Scope scope) {
    List<Syntax> by = new ArrayList<>(c.arguments());
    Syntax of = by.removeFirst();
    if (by.isEmpty()) by.add(new Syntax.Name(onlyName(of), of.place()));
    if (c.function().equals("hess") && by.size() == 1) by.add(by.getFirst());
    Syntax.Derivative d = new Syntax.Derivative(of, by.removeFirst(), c.place());
    for (Syntax next : by) d = new Syntax.Derivative(d, next, c.place());
    Value v = elaborator.derivative(d, scope);
    return new Value(v.entry(), v.axes());
  }

  private String onlyName(Syntax of) {
    String name = OfName.split(of, new ArrayList<>());
    List<String> below =
        model.variables().keySet().stream().filter(v -> model.rests(name, v)).toList();
    if (below.size() != 1)
      throw new ElaborationException.Unknown(
          of.place(), "by which name this is differentiated is not said", "");
    return below.getFirst();
  }

  /// `∂g/∂x` where g was defined as g(u) and does not rest on x: the derivative by u is meant.
  String ownArgument(String of, String by) {
    var f = elaborator.function(of);
    if (f.isEmpty() || f.get().parameters().size() != 1 || !model.knows(of)) return by;
    String own = f.get().parameters().get(0);
    if (own.equals(by) || !model.knows(own) || model.rests(of, by)) return by;
    expressions
        .manner()
        .defect("∂" + of + "/∂" + by + " is read by the argument of " + of + ", " + own);
    return own;
  }
}
