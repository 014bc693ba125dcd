package dev.jacobi.engine;

import dev.jacobi.DerivationException;
import dev.jacobi.Model;
import dev.jacobi.expr.Result;
import dev.jacobi.expr.Schedule;
import dev.jacobi.notation.Place;
import dev.jacobi.notation.Statement;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a compiled function gives back: values of names, and derivatives.
///
/// `Outputs.of("C").gradients("W1", "b1")` is C with two of its gradients; they go by the names
/// `C`, `dC/dW1`, `dC/db1`. A Jacobian is `dp/dz`, a Hessian `hess(C, w)` (or `hess(C, u, v)`), and
/// products are `vjp(p, z, g)`, `jvp(p, z, v)`, `hvp(C, w, v)`.
public final class Outputs {
  private final List<String> values;
  private final List<Statement.Request> requests;
  private final List<Descent> descents;
  private final String last;

  /// `parameter ← parameter − rate · d of/d parameter`, when all else is computed. All parameters
  /// are one request: a deep net is then gone through once.
  record Descent(String of, String rate, List<String> parameters) {
    Statement.Request request() {
      List<Syntax> by = new ArrayList<>();
      for (String p : parameters) by.add(name(p));
      return new Statement.Request("derive", name(of), by, false, Optional.empty(), Place.NONE);
    }
  }

  private Outputs(
      List<String> values, List<Statement.Request> requests, List<Descent> descents, String last) {
    this.values = List.copyOf(values);
    this.requests = List.copyOf(requests);
    this.descents = List.copyOf(descents);
    this.last = last;
  }

  /// The value of a name; gradients that follow are of it.
  public static Outputs of(String name) {
    return new Outputs(List.of(name), List.of(), List.of(), name);
  }

  /// No value, only what is added; gradients that follow are of this name.
  public static Outputs derivativesOf(String name) {
    return new Outputs(List.of(), List.of(), List.of(), name);
  }

  /// What the requests of a file ask for, and the values of what they differentiate; an unknown
  /// function has none.
  public static Outputs requestedBy(Model model) {
    List<String> values = new ArrayList<>();
    for (Statement.Request r : model.read().requests())
      if (r.of() instanceof Syntax.Name n && !values.contains(n.text()) && !isUnknown(model, n))
        values.add(n.text());
    String last = values.isEmpty() ? "" : values.getLast();
    return new Outputs(values, model.read().requests(), List.of(), last);
  }

  private static boolean isUnknown(Model model, Syntax.Name n) {
    return Schedule.isGiven(model.read().model(), Vocabulary.canonicalName(n.text()));
  }

  /// The value of another name; gradients that follow are of it.
  public Outputs and(String name) {
    List<String> all = new ArrayList<>(values);
    if (!all.contains(name)) all.add(name);
    return new Outputs(all, requests, descents, name);
  }

  /// Gradients of the name given last. Each has the shape of what it is by.
  public Outputs gradients(String... wrt) {
    return with("derive", last, false, Optional.empty(), wrt);
  }

  /// The derivative of anything by anything: the axes of `of`, then those of `wrt`.
  public Outputs jacobian(String of, String wrt) {
    return with("jacobian", of, false, Optional.empty(), wrt);
  }

  /// The second derivatives of the number given last: the axes of `wrt` twice.
  public Outputs hessian(String wrt) {
    return with("hessian", last, false, Optional.empty(), wrt);
  }

  /// Mixed second derivatives of the number given last.
  public Outputs hessian(String first, String second) {
    return with("hessian", last, true, Optional.empty(), first, second);
  }

  /// The Hessian of the number given last times the value of a declared name.
  public Outputs hessianVector(String wrt, String vector) {
    return with("hvp", last, false, Optional.of(vector), wrt);
  }

  /// The Jacobian of `of` by `wrt`, times the value of a declared name from the left.
  public Outputs vectorJacobian(String of, String wrt, String vector) {
    return with("vjp", of, false, Optional.of(vector), wrt);
  }

  /// The Jacobian of `of` by `wrt`, times the value of a declared name from the right.
  public Outputs jacobianVector(String of, String wrt, String vector) {
    return with("jvp", of, false, Optional.of(vector), wrt);
  }

  /// One step of gradient descent: at the end of each run, and in the caller's own arrays, every
  /// one of these declared names loses the rate (a declared number) times the gradient of the name
  /// given last.
  public Outputs descend(String rate, String... parameters) {
    List<Descent> all = new ArrayList<>(descents);
    all.add(new Descent(last, rate, List.of(parameters)));
    return new Outputs(values, requests, all, last);
  }

  private Outputs with(
      String kind, String of, boolean mixed, Optional<String> vector, String... wrt) {
    List<Statement.Request> all = new ArrayList<>(requests);
    List<Syntax> by = new ArrayList<>();
    for (String w : wrt) by.add(name(w));
    all.add(
        new Statement.Request(kind, name(of), by, mixed, vector.map(Outputs::name), Place.NONE));
    return new Outputs(values, all, descents, last);
  }

  /// The names that numbers must be given for, so that these outputs can be computed: declared
  /// ones, and derivatives of unknown functions, in the order of the model.
  ///
  /// @throws EngineException when something asked cannot be derived
  public List<String> inputs(Model model) {
    var names = model.read().model();
    List<Result> results = new ArrayList<>();
    List<String> symbols = new ArrayList<>();
    try {
      for (Statement.Request r : requests) results.addAll(model.deriveUnchecked(r));
    } catch (DerivationException e) {
      throw new EngineException(e.getMessage());
    }
    for (String v : values) {
      symbols.add(Vocabulary.canonicalName(v));
      if (!names.knows(symbols.getLast()))
        throw new EngineException("no name `" + v + "` is declared or defined");
    }
    return List.copyOf(Schedule.of(names, results, symbols).givens());
  }

  private static Syntax name(String s) {
    return new Syntax.Name(s, Place.NONE);
  }

  List<String> values() {
    return values;
  }

  List<Descent> descents() {
    return descents;
  }

  List<Statement.Request> requests() {
    return requests;
  }
}
