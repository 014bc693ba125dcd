package dev.jacobi.elaborate;

import dev.jacobi.expr.At;
import dev.jacobi.expr.Definition;
import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Extent;
import dev.jacobi.expr.Factor;
import dev.jacobi.expr.Function;
import dev.jacobi.expr.Index;
import dev.jacobi.expr.Model;
import dev.jacobi.expr.Monomial;
import dev.jacobi.expr.Rational;
import dev.jacobi.expr.Terms;
import dev.jacobi.notation.Place;
import dev.jacobi.notation.Renaming;
import dev.jacobi.notation.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Operations on arrays as a whole: sums, extremes, traces, diagonals, inverses, determinants, and
/// what is made to a size.
final class ArrayFunctions {
  private final Expressions expressions;
  private final Expressions.Context context;
  private final Model model;
  private final Terms t;

  ArrayFunctions(Expressions expressions, Expressions.Context context) {
    this.expressions = expressions;
    this.context = context;
    this.model = expressions.model;
    this.t = expressions.t;
  }

  /// `byplace(rows, columns, entry)`: a matrix whose entry is written in the letters `row` and
  /// `column`; what a matrix with dots is read as.
  private Value byPlace(Syntax.Call c, Scope scope) {
    var entries = new Entries(expressions);
    Index row = t.index(entries.extent(c.arguments().get(0), scope), "row");
    Index column = t.index(entries.extent(c.arguments().get(1), scope), "column");
    Scope inner = scope.inner();
    inner.bind(new Scope.Letter("row", At.of(row)));
    inner.bind(new Scope.Letter("column", At.of(column)));
    Expr e = expressions.scalar(c.arguments().get(2), inner, "an entry of a matrix");
    boolean vector = column.extent.equals(Extent.ONE);
    return new Value(e, vector ? List.of(row) : List.of(row, column));
  }

  Optional<Value> call(String name, Syntax.Call c, Scope scope) {
    int n = c.arguments().size();
    return switch (name) {
      case "sqrt" -> one(c, v -> v.withEntry(t.pow(v.entry(), Rational.HALF)), scope);
      case "pow" -> n == 2 ? Optional.of(pow(c, scope)) : wrong(c, 2);
      case "where" -> n == 3 ? Optional.of(where(c, scope)) : wrong(c, 3);
      case "step" ->
          one(c, v -> v.withEntry(t.indicator(v.entry(), Factor.Comparison.POSITIVE)), scope);
      case "sum" -> one(c, this::sum, scope);
      case "prod", "max", "min" -> n == 1 ? Optional.of(extreme(name, c, scope)) : wrong(c, 1);
      case "transpose" ->
          one(
              c,
              v -> expressions.arithmetic.transpose(v, Spelled.of(c.arguments().get(0)), c.place()),
              scope);
      case "tr" -> one(c, v -> trace(v, c), scope);
      case "diag" -> one(c, v -> diag(v, c), scope);
      case "inv" -> one(c, v -> inverse(v, c.arguments().get(0), c.place(), scope), scope);
      case "det", "logdet" -> one(c, v -> determinant(v, name, c, scope), scope);
      case "I" -> n == 1 ? Optional.of(identity(c, scope)) : wrong(c, 1);
      case "ones", "zeros" -> Optional.of(constant(name.equals("ones"), c, scope));
      case "vector", "matrix" -> one(c, v -> v, scope);
      case "delta" -> Optional.of(new Entries(expressions).delta(c.arguments(), scope, c));
      case "e" -> Optional.of(new Entries(expressions).oneHot(c.arguments(), scope, c));
      case "size" -> Optional.of(size(c, scope));
      case "byplace" -> n == 3 ? Optional.of(byPlace(c, scope)) : wrong(c, 3);
      case "argmax" -> Optional.empty();
      case "grad", "jac", "hess" -> Optional.of(context.derivativeCall(c, scope));
      default -> Optional.empty();
    };
  }

  private static Optional<Value> wrong(Syntax.Call c, int expected) {
    throw Functions.count(c, expected);
  }

  private Optional<Value> one(
      Syntax.Call c, java.util.function.UnaryOperator<Value> f, Scope scope) {
    if (c.arguments().size() != 1) throw Functions.count(c, 1);
    return Optional.of(f.apply(expressions.value(c.arguments().get(0), scope)));
  }

  private Value pow(Syntax.Call c, Scope scope) {
    Value a = expressions.value(c.arguments().get(0), scope);
    Value b = expressions.value(c.arguments().get(1), scope);
    return expressions.arithmetic.power(a, b, Functions.operands(c, 0, 1));
  }

  /// `where(c, a, b) = c a + (1 − c) b`.
  private Value where(Syntax.Call c, Scope scope) {
    Value p = expressions.value(c.arguments().get(0), scope);
    Value a = expressions.value(c.arguments().get(1), scope);
    Value b = expressions.value(c.arguments().get(2), scope);
    var arithmetic = expressions.arithmetic;
    Value yes = arithmetic.hadamard(p, a, Functions.operands(c, 0, 1));
    Optional<Expr> opposite = mayBeHuge(b.entry()) ? opposite(p.entry()) : Optional.empty();
    Value no =
        arithmetic.hadamard(opposite.map(p::withEntry).orElse(p), b, Functions.operands(c, 0, 2));
    if (opposite.isPresent()) return arithmetic.add(no, yes, Functions.operands(c, 1, 2));
    Value sum =
        arithmetic.subtract(
            b.isScalar() && !p.isScalar() ? spread(b, p) : b, no, Functions.operands(c, 2, 0));
    return arithmetic.add(sum, yes, Functions.operands(c, 1, 2));
  }

  /// Whether a value may be huge, or none, where it does not count: `b − c b` would be lost then.
  private static boolean mayBeHuge(Expr b) {
    for (Monomial m : b.terms())
      for (Monomial.Power q : m.powers()) {
        boolean function = q.base() instanceof Factor.Apply x && x.function != Function.ABS;
        boolean bracket = q.base() instanceof Factor.Group g && mayBeHuge(g.of);
        if (function || bracket || !isNatural(q.exponent())) return true;
      }
    return false;
  }

  private static boolean isNatural(Expr exponent) {
    return exponent.isWhole() && exponent.number().signum() > 0;
  }

  /// Of a single comparison.
  private Optional<Expr> opposite(Expr condition) {
    if (condition.size() != 1) return Optional.empty();
    Monomial m = condition.term(0);
    boolean alone = m.powers().size() == 1 && m.coefficient.isOne() && !m.hasSums();
    return alone && m.powers().get(0).base() instanceof Factor.Indicator i
        ? Optional.of(t.opposite(i))
        : Optional.empty();
  }

  private static Value spread(Value scalar, Value like) {
    return like.withEntry(scalar.entry());
  }

  private Value sum(Value v) {
    return Value.scalar(t.sum(v.entry(), v.axes().toArray(new Index[0])));
  }

  private Value extreme(String name, Syntax.Call c, Scope scope) {
    Value v = expressions.value(c.arguments().get(0), scope);
    Expr e = v.entry();
    for (Index over : v.axes().reversed()) {
      List<Index> left = new ArrayList<>();
      for (Index i : e.free()) if (!i.equals(over)) left.add(i);
      Definition.Body body =
          name.equals("prod")
              ? new Definition.ProductOver(e, over)
              : new Definition.Extreme(e, over, name.equals("max"));
      String made = model.anonymousName();
      model.define(new Definition(made, left, body, Definition.Visibility.ANONYMOUS));
      context.spell(made, extreme((Syntax.Call) scope.inUsersWords(c), v, over, left));
      e = t.symbol(made, left);
    }
    return Value.scalar(e);
  }

  /// Whether the argument is one row of a matrix that a function of rows was given whole.
  private static boolean isRow(Syntax.Call c, Value v, List<Index> left) {
    if (v.order() != 1 || left.size() != 1) return false;
    List<String> letter = List.of(left.getFirst().letter);
    return Renaming.of(c, letter, List.of(new Syntax.Colon(Place.NONE))).equals(c);
  }

  private static Display ofRow(Syntax.Call c) {
    List<Syntax> slots =
        List.of(new Syntax.Name("i", Place.NONE), new Syntax.Name("k", Place.NONE));
    return new Display(
        new Syntax.Bound(
            c.function(),
            List.of(new Syntax.Binder("k", List.of(), Place.NONE)),
            List.of(),
            new Syntax.Entry(c.arguments().get(0), slots, Place.NONE),
            Place.NONE),
        List.of("i"));
  }

  /// The greatest of some of the axes only, on the way to that of all: `max[j] A[i,j]`.
  private static Display extreme(Syntax.Call c, Value v, Index over, List<Index> left) {
    int from = v.axes().indexOf(over);
    if (from == 0 && isRow(c, v, left)) return ofRow(c);
    if (from == 0) return new Display(c, left.stream().map(i -> i.letter).toList());
    List<String> around = left.stream().map(i -> i.letter).toList();
    List<String> letters =
        Stream.of("i", "j", "k", "l", "p", "q", "r", "s").filter(x -> !around.contains(x)).toList();
    List<Syntax.Binder> binders = new ArrayList<>();
    for (String x : letters.subList(from, v.order()))
      binders.add(new Syntax.Binder(x, List.of(), Place.NONE));
    List<Syntax> slots = new ArrayList<>();
    for (String x : letters.subList(0, v.order())) slots.add(new Syntax.Name(x, Place.NONE));
    Syntax entry = new Syntax.Entry(c.arguments().get(0), slots, Place.NONE);
    List<String> own = new ArrayList<>();
    for (Index i : left)
      own.add(v.axes().contains(i) ? letters.get(v.axes().indexOf(i)) : i.letter);
    return new Display(new Syntax.Bound(c.function(), binders, List.of(), entry, Place.NONE), own);
  }

  private void square(Value v, Syntax.Call c) {
    if (v.order() != 2 || !v.extent(0).equals(v.extent(1)))
      throw new ElaborationException(
          c.place(),
          c.function()
              + " takes a square matrix; "
              + Spelled.of(c.arguments().get(0))
              + " has "
              + v.describe());
  }

  private Value trace(Value v, Syntax.Call c) {
    if (v.isScalar()) return v;
    square(v, c);
    Index i = v.axes().get(0);
    return Value.scalar(t.sum(t.substitute(v.entry(), v.axes().get(1), i), i));
  }

  private Value diag(Value v, Syntax.Call c) {
    if (v.isRow()) v = new Value(v.entry(), List.of(v.axes().get(1)));
    if (v.order() == 1) {
      Index i = v.axes().get(0);
      Index j = t.fresh(i);
      return new Value(t.times(t.delta(i, j), v.entry()), List.of(i, j));
    }
    square(v, c);
    Index i = v.axes().get(0);
    return new Value(t.substitute(v.entry(), v.axes().get(1), i), List.of(i));
  }

  /// The inverse of what was written as s: made of those of its factors, or with a definition of
  /// its own.
  Value inverse(Value v, Syntax s, Place place, Scope scope) {
    Optional<Value> made =
        v.order() == 2 ? new SquareFactors(expressions).inverse(s, scope) : Optional.empty();
    return made.orElseGet(() -> inverse(v, s, place));
  }

  /// The inverse as a definition of its own; s is how its argument was written.
  Value inverse(Value v, Syntax s, Place place) {
    if (v.isScalar()) return v.withEntry(t.reciprocal(v.entry()));
    if (v.order() != 2 || !v.extent(0).equals(v.extent(1)))
      throw new ElaborationException(place, "inv takes a square matrix; this has " + v.describe());
    String matrix = named(v, s, place);
    Definition d = model.inverseOf(matrix);
    context.spell(d.name(), Display.array(new Syntax.Call("inv", List.of(s), Place.NONE)));
    List<Index> axes = expressions.fresh(v.axes());
    return new Value(t.symbol(d.name(), axes), axes);
  }

  private Value determinant(Value v, String name, Syntax.Call c, Scope scope) {
    if (v.isScalar()) return name.equals("det") ? v : expressions.apply(Function.LOG, v);
    square(v, c);
    boolean logarithm = name.equals("logdet");
    Syntax of = c.arguments().get(0);
    Optional<Expr> made = new SquareFactors(expressions).determinant(of, logarithm, scope);
    return Value.scalar(made.orElseGet(() -> determinantOf(v, of, logarithm, scope)));
  }

  /// The determinant as a definition of its own.
  Expr determinantOf(Value v, Syntax of, boolean logarithm, Scope scope) {
    var body = new Definition.Determinant(named(v, of, of.place()), logarithm);
    for (Definition d : model.definitions().values())
      if (d.body().equals(body) && d.parameters().isEmpty()) return t.symbol(d.name());
    String made = model.anonymousName();
    model.define(new Definition(made, List.of(), body, Definition.Visibility.ANONYMOUS));
    var call = new Syntax.Call(logarithm ? "logdet" : "det", List.of(of), of.place());
    context.spell(made, Display.array(scope.inUsersWords(call)));
    return t.symbol(made);
  }

  /// The name of a matrix; one that has none gets a definition of its own.
  private String named(Value v, Syntax s, Place place) {
    Expr e = v.entry();
    if (e.size() == 1
        && e.term(0).powers().size() == 1
        && e.term(0).coefficient.isOne()
        && e.term(0).powers().get(0).exponent().isOne()
        && e.term(0).powers().get(0).base() instanceof Factor.Symbol x
        && x.slots().equals(v.axes().stream().map(At::of).toList())) return x.name;
    for (Index i : e.free())
      if (!v.axes().contains(i))
        throw new ElaborationException(
            place, "a matrix inside a sum must have a name of its own here");
    for (Definition d : model.definitions().values())
      if (d.body() instanceof Definition.Formula f
          && d.parameters().size() == 2
          && t.substitute(f.expr(), d.parameters(), v.axes()) == e) return d.name();
    String name = model.anonymousName();
    model.define(
        new Definition(name, v.axes(), new Definition.Formula(e), Definition.Visibility.ANONYMOUS));
    context.spell(name, Display.array(s));
    return name;
  }

  /// `size(x, 1)`: the extent of an axis; `size(x)`: how many entries there are.
  private Value size(Syntax.Call c, Scope scope) {
    if (c.arguments().isEmpty() || c.arguments().size() > 2) throw Functions.count(c, 2);
    Value v = expressions.value(c.arguments().get(0), scope);
    if (c.arguments().size() == 1) {
      Expr all = t.one();
      for (Index i : v.axes()) all = t.times(all, t.extent(i.extent));
      return Value.scalar(all);
    }
    boolean first = c.arguments().get(1) instanceof Syntax.Num n && n.digits().equals("1");
    int axis = first ? 0 : 1;
    if (axis >= v.order())
      throw new ElaborationException(c.place(), "there is no such axis: it has " + v.describe());
    return Value.scalar(t.extent(v.extent(axis)));
  }

  private Value identity(Syntax.Call c, Scope scope) {
    Extent n = new Entries(expressions).extent(c.arguments().get(0), scope);
    Index i = t.index(n, "");
    Index j = t.index(n, "");
    return new Value(t.delta(i, j), List.of(i, j));
  }

  private Value constant(boolean ones, Syntax.Call c, Scope scope) {
    List<Index> axes = new ArrayList<>();
    for (Syntax s : c.arguments()) axes.add(t.index(new Entries(expressions).extent(s, scope), ""));
    return new Value(ones ? t.one() : t.zero(), axes);
  }
}
