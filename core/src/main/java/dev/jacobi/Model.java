package dev.jacobi;

import dev.jacobi.Checker.Check;
import dev.jacobi.Checker.Subject;
import dev.jacobi.elaborate.Elaborated;
import dev.jacobi.elaborate.Elaborator;
import dev.jacobi.elaborate.Notes;
import dev.jacobi.expr.Adjoint;
import dev.jacobi.expr.Extent;
import dev.jacobi.expr.Result;
import dev.jacobi.notation.Parser;
import dev.jacobi.notation.Problem;
import dev.jacobi.notation.Statement;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.TextSpelling;
import dev.jacobi.notation.Vocabulary;
import dev.jacobi.print.Printer;
import dev.jacobi.print.Spellings;
import dev.jacobi.simplify.Simplifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// A model that was read: what it declares and defines, and what can be derived from it.
///
/// Ask [#problems] first: a model that has some derives nothing that can be relied on. For one
/// derivative by name, [Derivation] is shorter; for everything a text asks, laid out for people,
/// [Reports].
///
/// A model keeps what it derived, so that asking again is cheap. Not safe for use by several
/// threads; two models share nothing.
public final class Model {
  private static final long SEED = 20_250_601;

  private final String file;
  private final String text;
  private final List<Problem> notes;
  private final Elaborated read;
  private final Deriver deriver;
  private final Printer printer;
  private final Spellings spellings = new Spellings();
  private Optional<Rereading> rereading = Optional.empty();

  Model(String file, String text) {
    this.file = file;
    this.text = text;
    var parsed = Parser.parse(text);
    this.notes = Notes.of(parsed);
    this.read = Elaborator.elaborate(parsed, new Calculus());
    this.deriver = new Deriver(read.model());
    read.spellings().forEach(spellings::name);
    read.displays()
        .forEach((name, d) -> {
          if (d.isEntry()) spellings.entry(name, d.syntax(), d.letters());
          else spellings.array(name, d.syntax());
        });
    this.printer = new Printer(read.model(), spellings);
    read.written().values().forEach(printer::wrote);
  }

  /// How messages call the text it was read from.
  public String file() {
    return file;
  }

  /// The text it was read from.
  public String text() {
    return text;
  }

  /// What is right in the text but may not be what was meant, in the order of the file.
  public List<Problem> notes() {
    return notes;
  }

  /// What is wrong with the text, in the order of its places; empty when all is well.
  /// `Problems.render` writes them for people.
  public List<Problem> problems() {
    return read.problems();
  }

  /// What the text means: names, definitions, requests and claims in index notation.
  public Elaborated read() {
    return read;
  }

  /// Writes index notation of this model as formulas, in the user's spelling.
  public Printer printer() {
    return printer;
  }

  /// How names are written; what is added here shows in all that is printed from now on.
  Spellings spellings() {
    return spellings;
  }

  /// Tells of each rule that fires from now on, in order.
  void listen(Consumer<Simplifier.Fired> listener) {
    deriver.simplifier().listen(listener);
  }

  /// A derivative, and how it was checked: in how many random directions, and the greatest relative
  /// error (no unit) against differences of the forward formulas; in `shortened` the extents, given
  /// as large numbers, that stood for less meanwhile (8 for 784, say).
  public record Derived(
      Result result, int points, double maxRelativeError, Map<Long, Integer> shortened) {}

  /// Everything the file asks for, in order.
  ///
  /// @throws DerivationException when something asked cannot be derived, or fails its check
  public List<Derived> deriveRequests() {
    List<Derived> all = new ArrayList<>();
    for (Statement.Request r : read.requests()) all.addAll(derive(r));
    return all;
  }

  /// The results of one request: one for each name (for a Hessian, each pair of names) it is by.
  ///
  /// @throws DerivationException when it cannot be derived, or fails its check
  public List<Derived> derive(Statement.Request r) {
    List<Subject> subjects = subjects(r);
    subjects.forEach(s -> rereading().know(s.result().layers()));
    var checker = new Checker(read.model(), SEED);
    List<Subject> together =
        new ArrayList<>(); // inputs may all move at once, what rests on them may not
    List<Subject> alone = new ArrayList<>();
    for (Subject s : subjects) {
      boolean input = !read.model().definitions().containsKey(s.by());
      boolean twice = together.stream().anyMatch(t -> t.by().equals(s.by()));
      boolean same = s.result().order() == 1 && s.with().isEmpty();
      (input && same && !twice ? together : alone).add(s);
    }
    IdentityHashMap<Result, Check> checks = new IdentityHashMap<>();
    if (!together.isEmpty()) {
      Check c = checker.check(together);
      together.forEach(s -> checks.put(s.result(), c));
    }
    for (Subject s : alone) checks.put(s.result(), checker.check(List.of(s)));
    List<Derived> results = new ArrayList<>();
    List<List<Syntax>> targets = Entry.targets(r);
    for (int q = 0; q < subjects.size(); q++) {
      Result whole = subjects.get(q).result();
      Check c = checks.get(whole);
      Result shown = inUsersWords(new Entry(read.model()).of(whole, r.of(), targets.get(q)));
      results.add(new Derived(shown, c.points(), c.worst(), c.shortened()));
    }
    return results;
  }

  /// Facts about definitions without a name are told with the formula in its place.
  private Result inUsersWords(Result r) {
    Set<String> uses = new LinkedHashSet<>();
    for (String fact : r.uses()) {
      String text = fact;
      for (String name : read.displays().keySet())
        if (text.contains(name + ")"))
          text = text.replace(name + ")", TextSpelling.PLAIN.spell(printer.name(name)) + ")");
      uses.add(text);
    }
    return new Result(
        r.kind(),
        r.of(),
        r.wrt(),
        r.outer(),
        r.inner(),
        r.entry(),
        r.named(),
        r.layers(),
        uses,
        r.steps(),
        r.part());
  }

  /// Made when it is first needed; matrix forms are read again from then on.
  private Rereading rereading() {
    if (rereading.isEmpty()) {
      var r = new Rereading(read.model(), read.formulas(), SEED);
      printer.verifyWith(r);
      rereading = Optional.of(r);
    }
    return rereading.get();
  }

  /// The results of one request without their check: for those who check by themselves.
  public List<Result> deriveUnchecked(Statement.Request r) {
    return subjects(r).stream().map(Subject::result).toList();
  }

  private List<Subject> subjects(Statement.Request r) {
    String of = name(r.of());
    List<String> wrt = new ArrayList<>();
    for (Syntax s : r.wrt()) wrt.add(name(s));
    require(of);
    wrt.forEach(this::require);
    Optional<String> with = r.with().map(Model::name);
    List<Subject> subjects =
        switch (r.kind()) {
          case "derive" -> first(of, wrt, Result.Kind.GRADIENT);
          case "jacobian" -> first(of, wrt, Result.Kind.JACOBIAN);
          case "hessian" -> hessians(of, wrt, r.mixed());
          case "vjp" ->
              wrt.stream()
                  .map(w -> subject(deriver.vjp(of, w, with.orElseThrow()), of, w, with))
                  .toList();
          case "jvp" ->
              wrt.stream()
                  .map(w ->
                      subject(
                          deriver.jvp(of, w, with.orElseThrow(), Result.Kind.JVP, of, List.of(w)),
                          of,
                          w,
                          with))
                  .toList();
          case "hvp" -> wrt.stream().map(w -> hvp(of, w, with)).toList();
          default -> throw new DerivationException("nothing is known of `" + r.kind() + "`");
        };
    Set<Adjoint> layers = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Subject s : subjects) layers.addAll(s.result().layers());
    layers.forEach(printer::adjoint);
    return subjects;
  }

  private List<Subject> first(String of, List<String> wrt, Result.Kind kind) {
    boolean number = read.model().shape(of).stream().allMatch(e -> e.equals(Extent.ONE));
    if (kind == Result.Kind.GRADIENT && !number)
      throw new DerivationException(
          of
              + " is no scalar: a gradient is of a scalar; write `jacobian "
              + of
              + " wrt "
              + wrt.get(0)
              + "`");
    deriver.prepare(of, new LinkedHashSet<>(wrt));
    List<Subject> all = new ArrayList<>();
    for (String w : wrt) all.add(subject(deriver.first(of, w, kind), of, w, Optional.empty()));
    return all;
  }

  /// A Hessian is held against differences of the gradient, so the gradient is checked first.
  private List<Subject> hessians(String of, List<String> wrt, boolean mixed) {
    List<Subject> all = new ArrayList<>();
    for (int p = 0; p < wrt.size(); p++)
      for (int q = 0; q < wrt.size(); q++) {
        if (mixed && (p != 0 || q != 1)) continue;
        checkGradient(of, wrt.get(p));
        Result r = deriver.hessian(of, wrt.get(p), wrt.get(q));
        all.add(
            subject(r, deriver.gradient(of, wrt.get(p), wrt.get(q)), wrt.get(q), Optional.empty()));
      }
    return all;
  }

  private Subject hvp(String of, String wrt, Optional<String> with) {
    checkGradient(of, wrt);
    Result r = deriver.hvp(of, wrt, with.orElseThrow());
    return subject(r, deriver.gradient(of, wrt, wrt), wrt, with);
  }

  private void checkGradient(String of, String wrt) {
    Result g = deriver.first(of, wrt, Result.Kind.GRADIENT);
    new Checker(read.model(), SEED).check(List.of(subject(g, of, wrt, Optional.empty())));
  }

  private static Subject subject(Result r, String of, String by, Optional<String> with) {
    return new Subject(r, of, by, with.orElse(""));
  }

  private void require(String name) {
    if (!read.model().knows(name))
      throw new DerivationException("no name `" + name + "` is declared or defined");
  }

  private static String name(Syntax s) {
    return switch (s) {
      case Syntax.Name n -> Vocabulary.canonicalName(n.text());
      case Syntax.Entry e -> name(e.of());
      default -> throw new DerivationException("a name is expected");
    };
  }
}
