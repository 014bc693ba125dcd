package dev.jacobi.elaborate;

import dev.jacobi.expr.At;
import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Extent;
import dev.jacobi.expr.Factor.Comparison;
import dev.jacobi.expr.Index;
import dev.jacobi.expr.Model;
import dev.jacobi.expr.Pointwise;
import dev.jacobi.expr.Rational;
import dev.jacobi.expr.Terms;
import dev.jacobi.notation.Nearest;
import dev.jacobi.notation.Place;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a formula means: its entry in index notation, and its axes.
final class Expressions {
  final Model model;
  final Terms t;
  final Arithmetic arithmetic;
  final Functions functions;
  final Sums sums;
  private final Context context;
  private Manner manner = Manner.strict();

  /// What the statements around a formula provide.
  interface Context {
    /// A function that the file defines, `f(u) = …`.
    Optional<UserFunction> function(String name);

    /// Whether it is a function of numbers of which only the name is known.
    boolean isOpaque(String name);

    /// The value of a derivative met inside a formula.
    Value derivative(Syntax.Derivative d, Scope scope);

    /// The value of `grad(C, W)`, `jac(y, x)`, `hess(C, w)`.
    Value derivativeCall(Syntax.Call c, Scope scope);

    /// Remembers how a definition without a name is written.
    void spell(String name, Display display);

    /// The same, in place of what was remembered before.
    void respell(String name, Display display);

    /// The derivative of a formula by a number that occurs in it.
    Expr slope(Expr e, String name);

    Set<String> knownNames();

    /// Whether a statement that was not understood would have given the name.
    boolean isLost(String name);
  }

  /// `name(parameters) = body`, with the letters of its entries when it is given by entry.
  record UserFunction(
      String name,
      List<String> parameters,
      List<Syntax> defaults,
      List<String> letters,
      Syntax body,
      boolean ofScalars,
      String axes,
      boolean mean) {

    /// The same, given its arguments as they are.
    UserFunction ofArrays() {
      return new UserFunction(name, parameters, defaults, letters, body, false, "arrays", mean);
    }
  }

  Expressions(Model model, Context context) {
    this.model = model;
    this.t = model.t;
    this.context = context;
    this.arithmetic = new Arithmetic(t);
    this.sums = new Sums(this);
    this.functions = new Functions(this, context);
  }

  Context context() {
    return context;
  }

  Manner manner() {
    return manner;
  }

  /// Reads what follows in this manner.
  void manner(Manner other) {
    this.manner = other;
  }

  Value value(Syntax s, Scope scope) {
    return manner.settled(unsettled(s, scope), t);
  }

  /// The same, with a derivative not yet laid out.
  private Value unsettled(Syntax s, Scope scope) {
    return switch (s) {
      case Syntax.Name n -> name(n, scope);
      case Syntax.Num n -> Value.scalar(t.number(number(n)));
      case Syntax.Negate n -> arithmetic.negate(value(n.of(), scope));
      case Syntax.Binary b -> binary(b, scope);
      case Syntax.Transpose p ->
          arithmetic.transpose(value(p.of(), scope), Spelled.of(p.of()), p.place());
      case Syntax.Call c -> functions.call(c, scope);
      case Syntax.Prime p -> functions.prime(p, scope);
      case Syntax.Entry e -> new Entries(this).entry(e, scope);
      case Syntax.Bound b -> sums.bound(b, scope);
      case Syntax.Norm n -> functions.norm(n, scope);
      case Syntax.Indicator i -> compare((Syntax.Compare) i.condition(), scope);
      case Syntax.Compare c -> compare(c, scope);
      case Syntax.Block b -> new Blocks(this).block(b, scope);
      case Syntax.Derivative d -> context.derivative(d, scope);
      case Syntax.Colon c ->
          throw new ElaborationException(c.place(), "`:` stands for an axis, inside an index only");
    };
  }

  Expr scalar(Syntax s, Scope scope, String what) {
    Value v = value(s, scope);
    if (!v.isScalar())
      throw new ElaborationException(
          s.place(), what + " must be a number; this has " + v.describe());
    return v.entry();
  }

  static Rational number(Syntax.Num n) {
    try {
      return Rational.parse(n.digits());
    } catch (ArithmeticException | NumberFormatException e) {
      throw new ElaborationException(n.place(), "the number " + n.digits() + " is too large");
    }
  }

  // ---- names

  private Value name(Syntax.Name n, Scope scope) {
    String name = Vocabulary.canonicalName(n.text());
    Optional<Value> given = scope.value(name);
    Optional<Scope.Letter> letter = scope.letter(name);
    if (letter.isPresent()) return Value.scalar(ordinal(letter.get(), n.place()));
    if (given.isPresent()) return arithmetic.refreshed(given.get());
    if (model.variables().containsKey(name)
        && model.variables().get(name).set() == dev.jacobi.expr.ValueSet.INTEGERS)
      return Value.scalar(t.symbol(name));
    if (model.knows(name)) {
      List<Index> axes = model.indices(name);
      return new Value(t.symbol(name, axes), axes);
    }
    Optional<Extent> extent = scope.extent(name);
    if (extent.isPresent()) return Value.scalar(t.extent(extent.get()));
    if (model.dimensions().contains(name)) return Value.scalar(t.symbol(name));
    if (name.equals("pi") || name.equals("inf")) return Value.scalar(t.symbol(name));
    throw unknown(n);
  }

  /// An index as a number: how many places there are up to it.
  private Expr ordinal(Scope.Letter letter, Place place) {
    if (!letter.isKnown())
      throw new ElaborationException.Unknown(
          place,
          "the range of " + letter.name + " is not known here",
          "give it: `sum[" + letter.name + "=1..n] …`");
    At at = letter.at();
    Expr sum = t.extent(at.offset);
    for (int q = 0; q < at.indices.length; q++) {
      Index below = t.fresh(at.indices[q]);
      Expr count = t.sum(t.atLeastZero(At.of(at.indices[q]).minus(At.of(below))), below);
      sum = t.plus(sum, t.scale(count, Rational.of(at.coefficients[q])));
    }
    return sum;
  }

  private ElaborationException unknown(Syntax.Name n) {
    if (context.isLost(n.text())) return new ElaborationException.Lost(n.place(), n.text());
    if (context.isOpaque(Vocabulary.canonicalName(n.text())))
      return new ElaborationException.Unknown(
          n.place(),
          "`" + n.text() + "` is a function of a number and stands here without one",
          "`" + n.text() + "(x)`");
    Set<String> names = new LinkedHashSet<>(context.knownNames());
    names.addAll(model.variables().keySet());
    names.addAll(model.definitions().keySet());
    names.removeIf(x -> x.startsWith("\u00b7"));
    String hint =
        Vocabulary.isFunction(Vocabulary.canonicalName(n.text()))
            ? "a function is called with brackets: `" + n.text() + "(…)`"
            : Nearest.to(n.text(), names)
                .map(x -> "did you mean `" + x + "`?")
                .orElse("declare it: `" + n.text() + " in R[…]`");
    return new ElaborationException.Unknown(
        n.place(), "no name `" + n.text() + "` is declared or defined", hint);
  }

  // ---- operators

  private Value binary(Syntax.Binary b, Scope scope) {
    boolean paper = manner.isLoose() && !manner.isCode();
    Optional<List<Value>> sized = paper ? new Unsized(this).operands(b, scope) : Optional.empty();
    Value l = sized.isPresent() ? sized.get().getFirst() : unsettled(b.left(), scope);
    Value r = sized.isPresent() ? sized.get().getLast() : unsettled(b.right(), scope);
    if (paper && isSquaredLength(b, l)) return value(length(b), scope);
    if (b.op() == Syntax.Op.TIMES) {
      Optional<Value> chain = manner.chain(l, r, arithmetic);
      if (chain.isPresent()) return chain.get();
    }
    if (b.op() == Syntax.Op.HADAMARD && manner.isLoose()) {
      Value left = l;
      l = manner.slopes(l, r, t);
      r = manner.slopes(r, left, t);
    }
    l = manner.settled(l, t);
    r = manner.settled(r, t);
    var who = operands(b);
    if (b.op() == Syntax.Op.TIMES && manner.isLoose()) {
      Optional<Value> tensors = manner.contraction(l, r, t);
      if (tensors.isPresent()) return tensors.get();
    }
    return switch (b.op()) {
      case PLUS -> sum(arithmetic.add(l, r, who));
      case MINUS -> sum(arithmetic.subtract(l, r, who));
      case TIMES -> arithmetic.multiply(manner.isCode() ? arithmetic.lying(l, r) : l, r, who);
      case HADAMARD -> arithmetic.hadamard(l, r, who);
      case QUOTIENT, ENTRY_QUOTIENT -> quotient(b.op(), l, r, who);
      case POWER -> power(b, l, r, who, scope);
      case ENTRY_POWER -> arithmetic.power(l, r, who);
    };
  }

  private Value sum(Value v) {
    model.sum(v.entry());
    return v;
  }

  /// `|x|^2` of a vector.
  private static boolean isSquaredLength(Syntax.Binary b, Value base) {
    return b.op() == Syntax.Op.POWER
        && base.order() == 1
        && b.left() instanceof Syntax.Norm n
        && n.kind().equals("abs")
        && b.right() instanceof Syntax.Num two
        && two.digits().equals("2");
  }

  private static Syntax length(Syntax.Binary b) {
    Syntax.Norm n = (Syntax.Norm) b.left();
    return new Syntax.Binary(b.op(), new Syntax.Norm(n.of(), "2", n.place()), b.right(), b.place());
  }

  private Value quotient(Syntax.Op op, Value l, Value r, Arithmetic.Operands who) {
    if (op == Syntax.Op.QUOTIENT && !r.isScalar() && manner.isLoose())
      manner.defect("`/` between arrays is read entry by entry");
    else if (op == Syntax.Op.QUOTIENT && !r.isScalar())
      throw new ElaborationException(
          who.place(),
          who.right() + " has " + r.describe() + ": `/` divides by a number",
          "entry by entry: `" + who.leftFactor() + " ./ " + who.rightFactor() + "`");
    if (r.entry().isZero()) throw new ElaborationException(who.place(), "division by zero");
    return arithmetic.divide(l, r, who);
  }

  static Arithmetic.Operands operands(Syntax.Binary b) {
    return new Arithmetic.Operands(b.left(), b.right(), b.op().name(), Spelled.span(b));
  }

  private Value power(
      Syntax.Binary b, Value base, Value exponent, Arithmetic.Operands who, Scope scope) {
    if (base.isScalar() && exponent.isScalar()) {
      if (base.entry().isZero()
          && exponent.entry().isNumber()
          && exponent.entry().number().signum() < 0)
        throw new ElaborationException(who.place(), "division by zero");
      return Value.scalar(t.pow(base.entry(), exponent.entry()));
    }
    boolean square = base.order() == 2 && base.extent(0).equals(base.extent(1));
    if (square && exponent.isScalar() && exponent.entry().isNumber()) {
      Rational p = exponent.entry().number();
      if (p.signum() >= 0) return arithmetic.matrixPower(base, p, who);
      Value inverse = functions.arrays.inverse(base, b.left(), who.place(), scope);
      return arithmetic.matrixPower(inverse, p.negate(), who);
    }
    if (manner.isLoose()) {
      if (!(b.left() instanceof Syntax.Call)) // tanh²(z) is written so
      manner.defect("a power of an array is read entry by entry");
      return arithmetic.power(base, exponent, who);
    }
    throw new ElaborationException(
        who.place(),
        who.left()
            + " has "
            + base.describe()
            + ": `^` is a power of a number or of a square matrix",
        "of each entry: `" + Spelled.factor(b.left()) + ".^" + Spelled.factor(b.right()) + "`");
  }

  // ---- comparisons

  Value compare(Syntax.Compare c, Scope scope) {
    alike(c.left(), c.right(), scope);
    alike(c.right(), c.left(), scope);
    Optional<At> l = new Entries(this).affine(c.left(), scope);
    Optional<At> r = new Entries(this).affine(c.right(), scope);
    boolean indices =
        l.isPresent() && r.isPresent() && l.get().indices.length + r.get().indices.length > 0;
    if (indices) return Value.scalar(relation(c.relation(), l.get().minus(r.get())));
    Value left = value(c.left(), scope);
    Value right = value(c.right(), scope);
    var who = new Arithmetic.Operands(c.left(), c.right(), c.relation().text, c.place());
    Value difference = arithmetic.subtract(left, right, who);
    return difference.withEntry(indicator(c.relation(), difference.entry()));
  }

  /// On paper, a letter that is compared with another runs where that does.
  private void alike(Syntax known, Syntax letter, Scope scope) {
    if (!manner().isLoose() || !(letter instanceof Syntax.Name n)) return;
    Optional<Scope.Letter> open = scope.letter(Vocabulary.canonicalName(n.text()));
    if (open.isEmpty() || open.get().isKnown()) return;
    new Entries(this)
        .affine(known, scope)
        .filter(At::isPlain)
        .ifPresent(at -> open.get().is(At.of(t.index(at.plain().extent, n.text()))));
  }

  private Expr indicator(Syntax.Relation r, Expr e) {
    return switch (r) {
      case MORE -> t.indicator(e, Comparison.POSITIVE);
      case AT_LEAST -> t.indicator(e, Comparison.NOT_NEGATIVE);
      case LESS -> t.indicator(t.negate(e), Comparison.POSITIVE);
      case AT_MOST -> t.indicator(t.negate(e), Comparison.NOT_NEGATIVE);
      case EQUAL -> t.indicator(e, Comparison.ZERO);
      case DIFFERENT -> t.minus(t.one(), t.indicator(e, Comparison.ZERO));
    };
  }

  /// A relation between indices.
  Expr relation(Syntax.Relation r, At at) {
    return switch (r) {
      case EQUAL -> t.delta(at, At.of(Extent.ZERO));
      case DIFFERENT -> t.minus(t.one(), t.delta(at, At.of(Extent.ZERO)));
      case AT_LEAST -> t.atLeastZero(at);
      case MORE -> t.atLeastZero(at.plus(-1));
      case AT_MOST -> t.atLeastZero(at.times(-1));
      case LESS -> t.atLeastZero(at.times(-1).plus(-1));
    };
  }

  /// An entrywise function of values of one shape.
  Value apply(Pointwise f, Value x) {
    return x.withEntry(t.apply(f, x.entry()));
  }

  List<Index> fresh(List<Index> axes) {
    List<Index> r = new ArrayList<>();
    for (Index i : axes) r.add(t.fresh(i));
    return r;
  }
}
