package dev.jacobi.elaborate;

import dev.jacobi.expr.Definition;
import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Factor;
import dev.jacobi.expr.Function;
import dev.jacobi.expr.Model;
import dev.jacobi.expr.Opaque;
import dev.jacobi.expr.Terms;
import dev.jacobi.notation.Nearest;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.Vocabulary;
import java.util.List;
import java.util.Optional;

/// Calls: a user's function, a row of the function table, an operation on arrays as a whole, or a
/// composite function of the library.
final class Functions {
  private final Expressions expressions;
  private final Expressions.Context context;
  private final Model model;
  private final Terms t;
  private final Bodies bodies;
  final ArrayFunctions arrays;

  Functions(Expressions expressions, Expressions.Context context) {
    this.expressions = expressions;
    this.context = context;
    this.model = expressions.model;
    this.t = expressions.t;
    this.bodies = new Bodies(expressions);
    this.arrays = new ArrayFunctions(expressions, context);
  }

  Value call(Syntax.Call c, Scope scope) {
    String name = Vocabulary.canonicalName(c.function());
    Optional<Expressions.UserFunction> user = context.function(name);
    if (user.isPresent()) return bodies.call(user.get(), c, scope);
    if (context.isOpaque(name)) return opaque(name, c, scope);
    name = Vocabulary.ALIASES.getOrDefault(name, name);
    Optional<Function> row = row(name);
    if (row.isPresent() && row.get().arity == c.arguments().size())
      return apply(row.get(), c, scope);
    Optional<Value> structural = arrays.call(name, c, scope);
    if (structural.isPresent()) return structural.get();
    Optional<Expressions.UserFunction> library = Library.find(name);
    if (library.isPresent()) return bodies.call(library.get(), c, scope);
    if (row.isPresent()) throw count(c, row.get().arity);
    Definition d = model.definitions().get(name);
    if (d != null && d.body() instanceof Definition.Unknown u) return valueOf(d, u, c, scope);
    if (model.knows(name) || scope.value(name).isPresent()) // a value beside a bracket: a product
    return product(c, scope);
    if (context.isLost(c.function())) throw new ElaborationException.Lost(c.place(), c.function());
    throw new ElaborationException.Unknown(
        c.place(),
        "no function `" + c.function() + "`",
        Nearest.to(c.function(), Vocabulary.FUNCTIONS)
            .map(x -> "did you mean `" + x + "`?")
            .orElse(""));
  }

  /// Whether a name of the language means here what it does everywhere.
  boolean isBuiltIn(String name) {
    return context.function(name).isEmpty() && !context.isOpaque(name) && !model.knows(name);
  }

  /// `L(y)`, where L is known as a value made of y: that value.
  private Value valueOf(Definition d, Definition.Unknown u, Syntax.Call c, Scope scope) {
    boolean own = c.arguments().size() == u.arguments().size();
    for (int q = 0; own && q < u.arguments().size(); q++) {
      Syntax y = new Syntax.Name(u.arguments().get(q), c.place());
      own = isSame(expressions.value(c.arguments().get(q), scope), expressions.value(y, scope));
    }
    if (own) return expressions.value(new Syntax.Name(d.name(), c.place()), scope);
    String of = String.join(", ", u.arguments());
    throw new ElaborationException.Unknown(
        c.place(),
        c.function() + " is known as a value made of " + of + ", not of anything else",
        "a function of numbers has a letter that is no name: `" + c.function() + "(t) in R`");
  }

  private boolean isSame(Value a, Value b) {
    return a.shape().equals(b.shape()) && t.substitute(a.entry(), a.axes(), b.axes()) == b.entry();
  }

  private Value opaque(String name, Syntax.Call c, Scope scope) {
    if (c.arguments().size() != 1) throw count(c, 1);
    return expressions.apply(
        new Opaque(name, 0), expressions.value(c.arguments().getFirst(), scope));
  }

  private Value product(Syntax.Call c, Scope scope) {
    Syntax name = new Syntax.Name(c.function(), c.place());
    Value v = expressions.value(name, scope);
    for (Syntax a : c.arguments())
      v =
          expressions.arithmetic.multiply(
              v, expressions.value(a, scope), new Arithmetic.Operands(name, a, "*", c.place()));
    return v;
  }

  static Optional<Function> row(String name) {
    return Function.named(name);
  }

  static ElaborationException count(Syntax.Call c, int expected) {
    return new ElaborationException.Unknown(
        c.place(),
        c.function()
            + " takes "
            + expected
            + (expected == 1 ? " argument" : " arguments")
            + " and is given "
            + c.arguments().size(),
        "");
  }

  private Value apply(Function f, Syntax.Call c, Scope scope) {
    Value x = expressions.value(c.arguments().get(0), scope);
    if (f.arity == 1) return expressions.apply(f, x);
    Value y = expressions.value(c.arguments().get(1), scope);
    return expressions.arithmetic.entrywise(x, y, (a, b) -> binary(f, a, b), operands(c, 0, 1));
  }

  /// max(a, 0) of what is never negative is a itself.
  private Expr binary(Function f, Expr a, Expr b) {
    if (f == Function.MAX && b.isZero() && t.isNotNegative(a)) return a;
    return t.apply(f, a, b);
  }

  static Arithmetic.Operands operands(Syntax.Call c, int a, int b) {
    return new Arithmetic.Operands(
        c.arguments().get(a), c.arguments().get(b), c.function(), c.place());
  }

  /// `f'(u)`: the derivative of a function of numbers, entry by entry.
  Value prime(Syntax.Prime p, Scope scope) {
    Value at = expressions.value(p.at(), scope);
    String x = "\u00b7x";
    Scope inner = scope.inner();
    inner.bind(x, Value.scalar(t.symbol(x)));
    Syntax name = new Syntax.Name(x, p.place());
    boolean again = p.function().endsWith("'");
    Syntax body =
        again
            ? new Syntax.Prime(
                p.function().substring(0, p.function().length() - 1), name, p.place())
            : new Syntax.Call(p.function(), List.of(name), p.place());
    Expr f = expressions.value(body, inner).entry();
    Expr slope = context.slope(f, x);
    return at.withEntry(replaced(slope, x, at.entry()));
  }

  private Expr replaced(Expr e, String name, Expr by) {
    return new dev.jacobi.expr.Rewrite.Symbols(t) {
      @Override
      protected boolean replaces(String n) {
        return n.equals(name);
      }

      @Override
      protected Expr replacement(Factor.Symbol s) {
        return by;
      }
    }.apply(e);
  }

  Value norm(Syntax.Norm n, Scope scope) {
    String function =
        switch (n.kind()) {
          case "abs" -> "abs";
          case "1" -> "norm1";
          case "inf" -> "norminf";
          default -> "norm2";
        };
    Value v = expressions.value(n.of(), scope);
    if (n.kind().equals("abs") && v.order() == 2 && v.extent(0).equals(v.extent(1)))
      throw new ElaborationException(
          n.place(),
          "|·| of a matrix is ambiguous",
          "det(" + Spelled.of(n.of()) + ") or abs(" + Spelled.of(n.of()) + ")");
    return call(new Syntax.Call(function, List.of(n.of()), n.place()), scope);
  }
}
