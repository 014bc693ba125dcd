package dev.jacobi;

import dev.jacobi.expr.Definition;
import dev.jacobi.expr.Extent;
import dev.jacobi.expr.Variable;
import dev.jacobi.notation.Parser;
import dev.jacobi.notation.Place;
import dev.jacobi.notation.Problem;
import dev.jacobi.notation.Statement;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.TextSpelling;
import dev.jacobi.notation.Vocabulary;
import dev.jacobi.print.Printer;
import dev.jacobi.print.report.Report;
import dev.jacobi.print.report.Report.Declared;
import dev.jacobi.print.report.Report.Defined;
import dev.jacobi.print.report.Report.Status;
import dev.jacobi.print.report.Reporter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Derives everything a model asks and puts it into a report. What cannot be derived is a problem
/// in the report, and costs its own request only.
public final class Reports {
  private final Model model;
  private final List<Problem> problems;
  private final List<Statement> statements;
  private Status status = Status.FINE;

  /// What is asked beside the file: the layout; other names to differentiate and by which, in place
  /// of the file's own requests.
  public record Ask(Printer.Layout layout, Optional<String> of, List<String> wrt) {
    public Ask {
      wrt = List.copyOf(wrt);
    }

    /// What the file asks.
    public static Ask plain() {
      return new Ask(Printer.Layout.ML, Optional.empty(), List.of());
    }
  }

  private Reports(Model model) {
    this.model = model;
    this.problems = new ArrayList<>(model.problems());
    this.statements = Parser.parse(model.text()).statements(); // elaboration keeps no left sides
  }

  /// Everything the model asks, answered.
  public static Report of(Model model, Ask ask) {
    return new Reports(model).report(ask);
  }

  /// The report of a file that could not be opened or read at all.
  public static Report unreadable(String file, String message) {
    var problem = new Problem(Place.NONE, message, "");
    return new Report(
        file,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(problem),
        Status.BAD_INPUT);
  }

  /// What the model says, without the answers to what it asks.
  static Report said(Model model) {
    var r = new Reports(model);
    return new Report(
        model.file(),
        r.declared(),
        r.defined(),
        r.facts(),
        List.of(),
        model.notes(),
        r.problems,
        r.status);
  }

  private Report report(Ask ask) {
    List<Report.Answer> answers = new ArrayList<>();
    if (problems.isEmpty()) {
      var reporter =
          new Reporter(model.read().model(), model.printer(), model.spellings(), ask.layout());
      for (Statement.Request r : requests(ask)) answer(r, reporter).ifPresent(answers::add);
    } else {
      status = Status.BAD_INPUT;
    }
    return new Report(
        model.file(), declared(), defined(), facts(), answers, model.notes(), problems, status);
  }

  // ---- what is asked

  private List<Statement.Request> requests(Ask ask) {
    List<Statement.Request> own = model.read().requests();
    if (ask.of().isEmpty() && ask.wrt().isEmpty()) return own.stream().map(this::complete).toList();
    Set<String> of = new LinkedHashSet<>();
    ask.of().ifPresent(of::add);
    if (of.isEmpty()) for (Statement.Request r : own) of.add(text(r.of()));
    List<Statement.Request> asked = new ArrayList<>();
    for (String name : of) {
      List<String> wrt = ask.wrt().isEmpty() ? parameters(name) : ask.wrt();
      asked.add(
          new Statement.Request(
              kind(name), name(name), names(wrt), false, Optional.empty(), Place.NONE));
    }
    return asked;
  }

  /// `derive C` alone is by the parameters.
  private Statement.Request complete(Statement.Request r) {
    if (!r.wrt().isEmpty()) return r;
    List<Syntax> wrt = names(parameters(text(r.of())));
    return new Statement.Request(r.kind(), r.of(), wrt, r.mixed(), r.with(), r.place());
  }

  private String kind(String of) {
    String name = Vocabulary.canonicalName(of);
    boolean scalar = !model.read().model().knows(name) || isNumber(name);
    return scalar ? "derive" : "jacobian";
  }

  private boolean isNumber(String name) {
    return model.read().model().shape(name).stream().allMatch(e -> e.equals(Extent.ONE));
  }

  /// The parameters the file names; else the names its requests are by; else all it declares.
  private List<String> parameters(String of) {
    Set<String> names = new LinkedHashSet<>();
    for (Statement.Role r : model.read().roles())
      if (r.role().equals("parameter")) for (Syntax n : r.names()) names.add(text(n));
    if (names.isEmpty())
      for (Statement.Request r : model.read().requests())
        for (Syntax w : r.wrt()) names.add(text(w));
    if (names.isEmpty()) names.addAll(model.read().model().variables().keySet());
    names.remove(of);
    return List.copyOf(names);
  }

  static String text(Syntax s) {
    return s instanceof Syntax.Entry e ? text(e.of()) : ((Syntax.Name) s).text();
  }

  private static Syntax name(String s) {
    return new Syntax.Name(s, Place.NONE);
  }

  private static List<Syntax> names(List<String> names) {
    return names.stream().map(Reports::name).toList();
  }

  // ---- answers

  private Optional<Report.Answer> answer(Statement.Request r, Reporter reporter) {
    int before = problems.size();
    check(r);
    if (problems.size() > before) return Optional.empty();
    List<Reporter.Checked> results = new ArrayList<>();
    try {
      derive(r, results);
      return results.isEmpty() ? Optional.empty() : Optional.of(reporter.answer(r, results));
    } catch (StackOverflowError e) {
      problem(Status.BAD_INPUT, r.place(), "the formulas are nested too deeply");
    } catch (RuntimeException e) {
      if (Boolean.getBoolean("jacobi.debug")) throw e;
      problem(Status.FAULT, r.place(), "a fault of Jacobi itself: " + e);
    }
    return Optional.empty();
  }

  /// Names that nothing declares, and gradients of what is no number.
  private void check(Statement.Request r) {
    List<Syntax> names = new ArrayList<>(List.of(r.of()));
    names.addAll(r.wrt());
    r.with().ifPresent(names::add);
    for (Syntax s : names)
      if (!(s instanceof Syntax.Name) && !(s instanceof Syntax.Entry))
        problem(Status.BAD_INPUT, s.place(), "a request speaks of names: give this formula one");
      else if (!model.read().model().knows(Vocabulary.canonicalName(text(s))))
        problem(Status.BAD_INPUT, s.place(), "no name `" + text(s) + "` is declared or defined");
  }

  /// All results together, so that they share one backward pass; one by one when one of them fails.
  private void derive(Statement.Request r, List<Reporter.Checked> results) {
    try {
      add(model.derive(r), results);
    } catch (DerivationException e) {
      if (r.wrt().size() == 1 || r.kind().equals("hessian")) {
        failed(r, e);
        return;
      }
      for (Syntax w : r.wrt()) derive(alone(r, w), results);
    }
  }

  private static Statement.Request alone(Statement.Request r, Syntax wrt) {
    return new Statement.Request(r.kind(), r.of(), List.of(wrt), r.mixed(), r.with(), r.place());
  }

  private static void add(List<Model.Derived> derived, List<Reporter.Checked> results) {
    for (var d : derived)
      results.add(
          new Reporter.Checked(d.result(), d.points(), d.maxRelativeError(), d.shortened()));
  }

  private void failed(Statement.Request r, DerivationException e) {
    String of = Vocabulary.canonicalName(text(r.of()));
    boolean asked = r.kind().equals("jacobian") || isNumber(of) || r.kind().endsWith("p");
    problem(asked ? Status.UNCHECKED : Status.BAD_INPUT, r.place(), e.getMessage());
  }

  private void problem(Status s, Place place, String message) {
    status = status.worse(s);
    problems.add(new Problem(place, message, ""));
  }

  // ---- what the file says

  private List<Declared> declared() {
    List<Declared> all = new ArrayList<>();
    for (Variable v : model.read().model().variables().values())
      all.add(new Declared(model.printer().name(v.name()), v.set(), v.shape(), v.low(), v.high()));
    return all;
  }

  private List<String> facts() {
    List<String> all = new ArrayList<>();
    for (Statement s : statements)
      if (s instanceof Statement.Fact f)
        all.add(TextSpelling.PLAIN.chain(List.of(f.left(), f.right())));
    return all;
  }

  /// The definitions, each after what it uses, as they are written.
  private List<Defined> defined() {
    Map<String, Syntax> lefts = new LinkedHashMap<>();
    List<Defined> all = new ArrayList<>();
    for (Statement s : statements) {
      if (s instanceof Statement.UnknownFunction u) all.add(unknown(u));
      if (s instanceof Statement.Equation q && !model.read().claims().contains(q))
        left(q, lefts, all);
    }
    for (Definition d : model.read().model().definitions().values()) {
      Syntax body = model.read().written().get(d.name());
      if (!d.isNamed() || body == null) continue;
      Syntax left = lefts.getOrDefault(d.name(), model.printer().name(d.name()));
      all.add(new Defined(d.name(), left, Optional.of(body), Optional.of(d.shape())));
    }
    return all;
  }

  private void left(Statement.Equation q, Map<String, Syntax> lefts, List<Defined> functions) {
    Syntax left = q.sides().get(0);
    switch (left) {
      case Syntax.Entry e -> lefts.putIfAbsent(Vocabulary.canonicalName(text(e)), e);
      case Syntax.Name n -> lefts.putIfAbsent(Vocabulary.canonicalName(n.text()), n);
      case Syntax.Call c -> {
        String name = Vocabulary.canonicalName(c.function());
        boolean value = model.read().written().containsKey(name);
        if (value) lefts.putIfAbsent(name, c);
        else functions.add(new Defined(name, c, Optional.of(q.sides().get(1)), Optional.empty()));
      }
      default -> {}
    }
  }

  private Defined unknown(Statement.UnknownFunction u) {
    String name = Vocabulary.canonicalName(u.name().text());
    Syntax left = new Syntax.Call(u.name().text(), List.copyOf(u.arguments()), Place.NONE);
    boolean known = model.read().model().knows(name);
    List<Extent> shape = known ? model.read().model().shape(name) : List.of();
    return new Defined(name, left, Optional.empty(), Optional.of(shape));
  }
}
