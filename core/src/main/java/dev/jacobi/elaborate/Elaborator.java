package dev.jacobi.elaborate;

import dev.jacobi.expr.Definition;
import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Extent;
import dev.jacobi.expr.Fact;
import dev.jacobi.expr.Index;
import dev.jacobi.expr.Model;
import dev.jacobi.expr.Terms;
import dev.jacobi.expr.ValueSet;
import dev.jacobi.expr.Variable;
import dev.jacobi.notation.Parsed;
import dev.jacobi.notation.Place;
import dev.jacobi.notation.Problem;
import dev.jacobi.notation.Statement;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.Vocabulary;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Gives a file its meaning: names get shapes, definitions an order in which each uses only earlier
/// ones, formulas their index notation. What has no meaning is a [Problem] with its place, and
/// costs that statement only.
public final class Elaborator implements Expressions.Context {
  private final Terms t = new Terms();
  private final Model model = new Model(t);
  private final Expressions expressions = new Expressions(model, this);
  private final Map<String, Expressions.UserFunction> functions = new LinkedHashMap<>();
  private final Map<String, Display> displays = new LinkedHashMap<>();
  private final Map<String, Syntax> written = new LinkedHashMap<>();
  private final Map<String, String> spellings = new LinkedHashMap<>();
  private final Map<String, Place> places = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();
  private final List<Statement> claims = new ArrayList<>();
  private final Set<String> opaque = new HashSet<>();
  private final Map<String, Syntax> aliases = new LinkedHashMap<>();
  private final Set<String> known = new LinkedHashSet<>();
  private final Set<String> lost = new HashSet<>(); // to statements that were not understood
  private Claims.Derivatives derivatives = this::standIn;

  private final Slope slope;

  /// The derivative of a formula by a name that stands in it as a number; `f'(u)` needs it. Given
  /// from outside, since elaboration knows no calculus.
  public interface Slope {
    Expr of(Terms t, Expr e, String name);

    /// The derivatives that definitions may speak of: those of what the model defines so far.
    Claims.Derivatives in(Model model);
  }

  private Elaborator(Slope slope) {
    this.slope = slope;
  }

  /// Elaborates what was parsed; the parser's problems come first.
  public static Elaborated elaborate(Parsed parsed, Slope slope) {
    return new Elaborator(slope).run(parsed, true);
  }

  /// The same without a look at the claims: for those who judge them, and for whom a claim that
  /// does not fit is no problem of the file.
  public static Elaborated elaborateUnjudged(Parsed parsed, Slope slope) {
    return new Elaborator(slope).run(parsed, false);
  }

  private Elaborated run(Parsed parsed, boolean lookAtClaims) {
    problems.addAll(parsed.problems());
    lost.addAll(parsed.lost());
    List<Statement> statements = parsed.statements();
    List<Statement.Request> requests = new ArrayList<>();
    List<Statement.Role> roles = new ArrayList<>();
    List<Statement.Fact> facts = new ArrayList<>();
    List<Statement.UnknownFunction> unknown = new ArrayList<>();
    List<Statement.Equation> equations = new ArrayList<>();
    for (Statement s : statements) {
      switch (s) {
        case Statement.Declaration d -> declare(d);
        case Statement.UnknownFunction u -> unknown.add(u);
        case Statement.Equation q -> equations.add(q);
        case Statement.ShapeClaim c -> claims.add(c);
        case Statement.Fact f -> facts.add(f);
        case Statement.Alias a -> aliases.put(a.name(), a.formula());
        case Statement.Role r -> roles.add(r);
        case Statement.Request r -> requests.add(r);
      }
    }
    derivatives = slope.in(model);
    new Ordering(this).define(equations, unknown);
    derivatives = this::standIn;
    facts.forEach(f -> guarded(() -> fact(f)));
    roles.forEach(r -> r.names().forEach(n -> guarded(() -> require(n))));
    if (statements.isEmpty() && problems.isEmpty())
      problem(new Place(1, 1, 1), "the file is empty: nothing is declared", "x in R[n]");
    if (problems.isEmpty()) {
      var look = new Requests(this);
      requests.forEach(r -> guarded(() -> look.check(r)));
      for (Statement s : claims)
        if (lookAtClaims && s instanceof Statement.Equation q) guarded(() -> look.check(q));
    }
    problems.sort(
        java.util.Comparator.comparingInt((Problem p) -> p.place().line())
            .thenComparingInt(p -> p.place().column()));
    return new Elaborated(
        model,
        written,
        displays,
        spellings,
        requests,
        claims,
        roles,
        aliases,
        problems,
        new Claims(this));
  }

  private void declare(Statement.Declaration d) {
    if (guarded(() -> new Declarations(this).declare(d))) return;
    for (Syntax.Name n : d.names()) lost.add(Vocabulary.canonicalName(n.text()));
  }

  /// Runs it, and tells whether nothing was wrong.
  boolean guarded(Runnable r) {
    try {
      r.run();
      return true;
    } catch (ElaborationException.Lost e) {
      return false;
    } catch (ElaborationException e) {
      problems.add(e.problem());
    } catch (StackOverflowError e) {
      problem(START, "a formula nests too deeply", "give its parts names");
    } catch (ArithmeticException e) {
      problem(
          START, "a number is too large, or something is divided by zero: " + e.getMessage(), "");
    }
    return false;
  }

  private static final Place START = new Place(1, 1, 1);

  void problem(Place place, String message, String hint) {
    problems.add(new Problem(place, message, hint));
  }

  @Override
  public boolean isLost(String name) {
    return lost.contains(Vocabulary.canonicalName(name));
  }

  private void require(Syntax.Name n) {
    expressions.value(n, Scope.top());
  }

  Expressions expressions() {
    return expressions;
  }

  Model model() {
    return model;
  }

  /// The canonical form of a name, whose first spelling is remembered.
  String name(Syntax.Name n) {
    String name = Vocabulary.canonicalName(n.text());
    spellings.putIfAbsent(name, n.text());
    known.add(name);
    return name;
  }

  void declared(String name, Place place) {
    places.put(name, place);
  }

  int lineOf(String name) {
    return places.getOrDefault(name, Place.NONE).line();
  }

  void claim(Statement s) {
    claims.add(s);
  }

  void written(String name, Syntax body) {
    written.put(name, body);
  }

  void function(Expressions.UserFunction f) {
    functions.put(f.name(), f);
  }

  void derivatives(Claims.Derivatives source) {
    this.derivatives = source;
  }

  /// Until derivatives are known, one stands in that has their axes and no value.
  private Claims.Derivatives.Value standIn(String of, List<String> wrt) {
    List<Index> axes = new ArrayList<>();
    for (String name : wrt.size() == 2 ? wrt : List.of(of, wrt.get(0))) {
      if (!model.knows(name))
        throw new IllegalArgumentException("no name `" + name + "` is declared or defined");
      axes.addAll(model.indices(name));
    }
    return new Claims.Derivatives.Value(
        t.symbol("d" + of + "/d" + String.join(" d", wrt), axes), axes);
  }

  // ---- facts

  private void fact(Statement.Fact f) {
    Value l = expressions.value(f.left(), Scope.top());
    Value r = expressions.value(f.right(), Scope.top());
    var who = new Arithmetic.Operands(f.left(), f.right(), "=", f.place());
    Value right = expressions.arithmetic.entrywise(l, r, (_, y) -> y, who);
    Value left = expressions.arithmetic.entrywise(r, l, (_, x) -> x, who);
    if (l.isScalar() && r.isScalar() || left.axes().equals(right.axes())) {
      String text = Spelled.of(f.left()) + " = " + Spelled.of(f.right());
      model.assume(new Fact(right.axes(), left.entry(), right.entry(), text));
    } else {
      Expr e = t.substitute(left.entry(), left.axes(), right.axes());
      model.assume(
          new Fact(
              right.axes(),
              e,
              right.entry(),
              Spelled.of(f.left()) + " = " + Spelled.of(f.right())));
    }
  }

  // ---- what formulas need

  @Override
  public Optional<Expressions.UserFunction> function(String name) {
    return Optional.ofNullable(functions.get(name));
  }

  @Override
  public boolean isOpaque(String name) {
    return opaque.contains(name);
  }

  void opaque(String name) {
    opaque.add(name);
  }

  @Override
  public Expr slope(Expr e, String name) {
    return slope.of(t, e, name);
  }

  @Override
  public void spell(String name, Display display) {
    displays.putIfAbsent(name, display);
  }

  @Override
  public void respell(String name, Display display) {
    displays.put(name, display);
  }

  @Override
  public Set<String> knownNames() {
    return known;
  }

  @Override
  public Value derivative(Syntax.Derivative d, Scope scope) {
    return new OfName(this).derivative(d, scope);
  }

  @Override
  public Value derivativeCall(Syntax.Call c, Scope scope) {
    return new OfName(this).call(c, scope);
  }

  Claims.Derivatives derivatives() {
    return derivatives;
  }

  // ---- declared names

  void declare(String name, List<Extent> shape, ValueSet set) {
    model.declare(new Variable(name, shape, set));
  }

  /// Adds `name[axes] = e`, and checks it against a declared shape.
  void define(Syntax.Name n, Value v, Syntax body) {
    String name = name(n);
    Variable declared = model.variables().get(name);
    if (declared != null) {
      v = agreeing(n, v, declared);
      model.variables().remove(name);
    }
    written(name, body);
    model.define(new Definition(name, v.axes(), body(v), Definition.Visibility.NAMED));
  }

  /// `y = softmax(x)` names what would have had no name.
  private Definition.Body body(Value v) {
    Optional<Definition> whole = model.anonymous(v.entry(), v.axes());
    if (whole.isEmpty() || model.isUsed(whole.get().name()))
      return new Definition.Formula(v.entry());
    Definition d = whole.get();
    model.forget(d.name());
    displays.remove(d.name());
    return d.body().renamed(t, d.parameters(), v.axes());
  }

  private Value agreeing(Syntax.Name n, Value v, Variable declared) {
    if (v.shape().equals(declared.shape())) return v;
    if (v.isScalar()) { // a constant fills an array
      List<Index> axes = new ArrayList<>();
      declared.shape().forEach(e -> axes.add(t.index(e, "")));
      return new Value(v.entry(), axes);
    }
    throw new ElaborationException(
        n.place(),
        n.text()
            + " is declared with "
            + Value.describe(declared.shape())
            + " and defined with "
            + v.describe());
  }
}
