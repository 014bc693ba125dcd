package dev.jacobi.check;

import dev.jacobi.check.Comparison.Kind;
import dev.jacobi.check.Comparison.Outcome;
import dev.jacobi.check.Comparison.Reading;
import dev.jacobi.elaborate.Claims;
import dev.jacobi.elaborate.Manner.Layout;
import dev.jacobi.expr.Work;
import dev.jacobi.notation.Place;
import dev.jacobi.notation.Problem;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.TextSpelling;
import dev.jacobi.notation.Trees;
import dev.jacobi.notation.Vocabulary;
import dev.jacobi.notation.Written;
import dev.jacobi.notation.Written.Sign;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Judges the relations of one chain: each against the truth, which is the head of the chain, and
/// against the side before it.
final class Judge {
  /// Steps of work for one relation, and for reading a chain: about ten seconds.
  static final long MOST_WORK = 50_000_000;

  private static final String GIVEN_UP =
      "it was given up after " + MOST_WORK / 1_000_000 + " million steps, about ten seconds";

  private final Run run;
  private final Setting setting;
  private final Interpreter interpreter;
  private final List<Optional<Syntax>> sides = new ArrayList<>(); // in the names of the setting
  private final List<Set<String>> defects = new ArrayList<>();
  private final boolean strict;
  private final Reading reading;
  private final Map<Layout, Comparison> comparisons = new EnumMap<>(Layout.class);
  private final Map<Layout, Map<Integer, Outcome>> outcomes = new EnumMap<>(Layout.class);
  private Claims.Letters letters = new Claims.Letters(List.of());
  private boolean layoutMatters;

  /// What went wrong with the chain as a whole; a fault of ours, which costs this chain only.
  private Optional<String> fault = Optional.empty();

  private final Set<Integer> undefined = new LinkedHashSet<>();

  Judge(Run run) {
    this.run = run;
    this.setting = run.setting;
    this.strict = run.spelling.equals("text");
    this.reading = run.code ? Reading.CODE : strict ? Reading.STRICT : Reading.PAPER;
    this.interpreter = new Interpreter(setting);
  }

  /// Brings the sides into the names of the setting. To be called in the order of the document,
  /// since a chain may give a name to what later ones speak of.
  void read() {
    try {
      within(() -> {
        readSides();
        return sides;
      });
    } catch (Work.OutOfWork e) {
      fault = Optional.of(GIVEN_UP);
    } catch (RuntimeException | StackOverflowError e) {
      fault = Optional.of("it could not be read: " + e.getClass().getSimpleName());
    }
  }

  private void readSides() {
    List<Syntax> formulas = new ArrayList<>();
    for (Run.Side s : run.sides)
      if (s.side() instanceof Written.Side.Formula f) formulas.add(interpreter.named(f.syntax()));
    introduce(formulas);
    var free = interpreter.letters(formulas);
    for (Run.Side s : run.sides) {
      Optional<Syntax> read = Optional.empty();
      if (s.side() instanceof Written.Side.Formula f)
        read =
            Optional.of(
                sides.isEmpty() && namesEntry(f.syntax())
                    ? f.syntax()
                    : interpreter.apply(f.syntax(), free));
      sides.add(read);
      defects.add(interpreter.takeDefects());
    }
    bullet();
    primes();
    if (hasRows(0)) for (int q = 0; q < sides.size(); q++) sides.set(q, rows(q));
    formulas = new ArrayList<>();
    for (Optional<Syntax> s : sides) s.ifPresent(formulas::add);
    formulas.addAll(run.cases);
    letters = new Claims.Letters(interpreter.letters(formulas));
    for (Syntax s : formulas) Trees.walk(s, x -> layoutMatters |= x instanceof Syntax.Derivative);
    if (isNew()) define();
  }

  /// `x_i = g(y_j)`: a function that nothing declares stands for what it is set equal to.
  private void introduce(List<Syntax> formulas) {
    if (run.code) return;
    for (int q = 1; q < formulas.size(); q++)
      if (formulas.get(q) instanceof Syntax.Call c
          && !Vocabulary.isFunction(c.function())
          && unknown(c.function()).isPresent()) {
        setting.alias(Vocabulary.canonicalName(c.function()), formulas.get(0));
        run.introduces.add(formulas.get(q).place());
      }
  }

  /// A minus before a name that begins a display is the bullet of a list: `- dW1 = …`.
  private void bullet() {
    if (sides.isEmpty() || sides.get(0).isEmpty()) return;
    if (!(sides.get(0).get() instanceof Syntax.Negate n)) return;
    Syntax written = ((Written.Side.Formula) run.sides.get(0).side()).syntax();
    boolean name = written instanceof Syntax.Negate w && isDifferential(w.of());
    if (!name || sides.size() < 2) return;
    sides.set(0, Optional.of(n.of()));
    Set<String> more = new LinkedHashSet<>(defects.get(0));
    more.add("the `-` at the beginning is read as the bullet of a list");
    defects.set(0, more);
  }

  /// A side with matrices of one index read as their rows.
  private Optional<Syntax> rows(int q) {
    return sides.get(q).map(s -> new Rows(setting).named(s));
  }

  private boolean hasRows(int q) {
    return !sides.isEmpty() && !strict && !run.code && !rows(q).equals(sides.get(q));
  }

  /// `f'(x) = (x^2 + 1)' = …`: a formula with a prime is the derivative by x, as its head is.
  private void primes() {
    if (sides.isEmpty() || !(sides.get(0).orElse(null) instanceof Syntax.Prime p)) return;
    if (!(p.at() instanceof Syntax.Name x) || setting.model.knows(x.text()) && !isNumber(x)) return;
    for (int q = 1; q < sides.size(); q++)
      sides.set(
          q,
          sides
              .get(q)
              .map(s ->
                  Trees.map(
                      s,
                      y ->
                          y instanceof Syntax.Transpose t && !(t.of() instanceof Syntax.Name)
                              ? new Syntax.Derivative(t.of(), x, t.place())
                              : y)));
  }

  private boolean isNumber(Syntax.Name n) {
    return setting.model.shape(n.text()).isEmpty();
  }

  /// `dW1`, `dh_1`.
  private static boolean isDifferential(Syntax s) {
    Syntax array = s instanceof Syntax.Entry e ? e.of() : s;
    return array instanceof Syntax.Name n && n.text().startsWith("d") && n.text().length() > 1;
  }

  // ---- definitions

  /// Whether the first side is a name, or a function, that nothing declares.
  private boolean isNew() {
    if (sides.size() < 2 || sides.get(0).isEmpty() || sides.get(1).isEmpty()) return false;
    Sign sign = run.sides.get(1).sign();
    if (sign != Sign.EQUALS && sign != Sign.DEFINES || isCase(1)) return false;
    return newName().isPresent();
  }

  private Optional<String> newName() {
    return switch (sides.get(0).get()) {
      case Syntax.Entry e when e.of() instanceof Syntax.Name n && lettersOnly(e) ->
          n.text().equals("delta") ? Optional.of("delta") : unknown(n.text());
      case Syntax.Name n -> unknown(n.text());
      case Syntax.Call c ->
          Vocabulary.isFunction(c.function()) ? Optional.empty() : unknown(c.function());
      default -> Optional.empty();
    };
  }

  private static boolean lettersOnly(Syntax.Entry e) {
    return e.indices().stream().allMatch(i -> i instanceof Syntax.Name n && n.text().length() == 1);
  }

  private Optional<String> unknown(String text) {
    String name = Vocabulary.canonicalName(text);
    boolean known = setting.knows(name) || setting.isFunction(name) || setting.isExtent(name);
    return known || letters.names().contains(name) ? Optional.empty() : Optional.of(name);
  }

  /// `δ_k = …` where no such entry is known yet, whatever else is called δ.
  private boolean namesEntry(Syntax s) {
    return s instanceof Syntax.Entry e
        && e.of() instanceof Syntax.Name n
        && lettersOnly(e)
        && run.sides.size() > 1
        && (n.text().equals("delta") || unknown(n.text()).isPresent())
        && !setting.hasEntry(e);
  }

  private void define() {
    if (sides.get(1).get() instanceof Syntax.Name n && Vocabulary.isFunction(n.text())) {
      run.defines = true;
      return;
    }
    run.defines = true;
    if (sides.get(0).get() instanceof Syntax.Entry e) {
      setting.entry(e, sides.get(1).get());
      return;
    }
    setting.alias(newName().orElseThrow(), sides.get(1).orElseThrow());
  }

  // ---- layouts

  boolean layoutMatters() {
    return fault.isEmpty() && layoutMatters && !strict;
  }

  /// In how many relations of the chain both sides are equal in this layout.
  int rightIn(Layout layout) {
    int n = 0;
    for (int q = 1; q < sides.size(); q++)
      if (isJudged(q) && outcome(layout, q).isEqual() && !outcome(layout, q).turned()) n++;
    return n;
  }

  private boolean isJudged(int q) {
    Sign sign = run.sides.get(q).sign();
    boolean equality = sign == Sign.EQUALS || sign == Sign.DEFINES;
    return equality && sides.get(0).isPresent() && sides.get(q).isPresent();
  }

  private Comparison comparison(Layout layout) {
    return comparisons.computeIfAbsent(
        layout, l -> new Comparison(setting, letters, run.cases, l, reading));
  }

  private Outcome outcome(Layout layout, int q) {
    return outcomes
        .computeIfAbsent(layout, _ -> new java.util.HashMap<>())
        .computeIfAbsent(q, k -> safely(layout, sides.get(0).get(), sides.get(k).get()));
  }

  private Outcome safely(Layout layout, Syntax a, Syntax b) {
    try {
      return within(() -> comparison(layout).compare(a, b));
    } catch (Work.OutOfWork e) {
      return Outcome.of(Kind.UNKNOWN, new Problem(b.place(), GIVEN_UP, ""));
    } catch (StackOverflowError | ArithmeticException | IllegalArgumentException e) {
      return Outcome.of(
          Kind.UNKNOWN, new Problem(b.place(), "it could not be computed: " + e.getMessage(), ""));
    }
  }

  // ---- verdicts

  /// Whether it says what δ is: Kronecker's is not meant then, anywhere in the document.
  boolean namesDelta() {
    return run.defines
        && sides.get(0).isPresent()
        && sides.get(0).get() instanceof Syntax.Entry e
        && isDelta(e);
  }

  private static boolean isDelta(Syntax s) {
    return s instanceof Syntax.Entry e
        && e.of() instanceof Syntax.Name n
        && Vocabulary.canonicalName(n.text()).equals("delta");
  }

  /// To be called once the document is known not to mean Kronecker's δ.
  void withoutKronecker() {
    for (int q = 0; q < sides.size(); q++) {
      boolean[] delta = {false};
      sides.get(q).ifPresent(s -> Trees.walk(s, x -> delta[0] |= isDelta(x)));
      if (delta[0] && !(q == 0 && run.defines)) undefined.add(q);
    }
  }

  List<Relation> relations(Layout document) {
    if (fault.isPresent()) return faulty();
    try {
      return judged(document);
    } catch (RuntimeException | StackOverflowError e) {
      fault = Optional.of("it could not be judged: " + e.getClass().getSimpleName());
      return faulty();
    }
  }

  private List<Relation> faulty() {
    List<Relation> all = new ArrayList<>();
    for (int q = 1; q < run.sides.size(); q++)
      all.add(builder(q).unread(new Problem(Place.NONE, fault.orElseThrow(), "")).build());
    return all;
  }

  private List<Relation> judged(Layout document) {
    Layout layout = run.code ? Layout.ML : document;
    List<Relation> all = new ArrayList<>();
    int wrong = -1; // the first side of the chain that does not follow
    for (int q = 1; q < sides.size(); q++) {
      int k = q;
      int follows = wrong;
      Relation r = tempered(bounded(q, () -> relation(layout, k, follows)), q);
      if (r.verdict().isWrong() && r.step() != Relation.Step.HOLDS && wrong < 0) wrong = q;
      all.add(r);
    }
    if (run.sides.size() == 1) all.add(bounded(0, () -> alone(layout)));
    return all;
  }

  private Relation bounded(int q, Supplier<Relation> judging) {
    try {
      return within(judging);
    } catch (Work.OutOfWork e) {
      return builder(q).unread(new Problem(run.sides.get(q).place(), GIVEN_UP, "")).build();
    }
  }

  private <R> R within(Supplier<R> computation) {
    return setting.model.t.work().within(MOST_WORK, computation);
  }

  /// Without a key, what differs from an earlier equation for a name says anew what it is; and of
  /// names that the document defines twice nothing is refuted.
  private Relation tempered(Relation r, int q) {
    if (run.ambiguous.isEmpty() || !r.verdict().isWrong() || sides.get(0).isEmpty()) return r;
    Syntax head = sides.get(0).get();
    Syntax written = run.sides.get(0).side() instanceof Written.Side.Formula f ? f.syntax() : head;
    Syntax array = written instanceof Syntax.Entry e ? e.of() : written;
    if (q == 1 && (array instanceof Syntax.Name || array instanceof Syntax.Call))
      return builder(q).verdict(Verdict.DEFINITION).message("it says anew what this is").build();
    if (saysNew(head, sides.get(q)))
      return builder(q)
          .unread(new Problem(r.place(), "what it is of is not said here", ""))
          .build();
    Set<String> names = new LinkedHashSet<>();
    for (int k : List.of(0, q)) sides.get(k).ifPresent(s -> names.addAll(Interpreter.names(s)));
    for (String a : run.ambiguous.get())
      for (String n : names)
        if (setting.restsOn(n, a))
          return builder(q)
              .unread(
                  new Problem(
                      r.place(), "`" + a + "` is more than one thing here: a key has to say", ""))
              .build();
    return r;
  }

  /// A derivative of what is taken for an unknown function, in terms that have none of it: it tells
  /// of the function what nothing else does.
  private boolean saysNew(Syntax head, Optional<Syntax> side) {
    Set<String> of = new LinkedHashSet<>();
    Set<String> again = new LinkedHashSet<>();
    derived(head, of);
    side.ifPresent(s -> derived(s, again));
    of.removeAll(again);
    return of.stream().anyMatch(run.assumed::contains);
  }

  private static void derived(Syntax s, Set<String> names) {
    Trees.walk(
        s,
        x -> {
          if (x instanceof Syntax.Derivative d) names.addAll(Interpreter.names(d.of()));
        });
  }

  private Relation alone(Layout layout) {
    var b = builder(0);
    if (run.sides.get(0).side() instanceof Written.Side.Unread u)
      return b.unread(u.problem()).build();
    if (run.code || strict || sides.isEmpty() || sides.get(0).isEmpty())
      return b.verdict(Verdict.DEFINITION).build();
    return new Alone(setting, letters, layout, reading).judge(sides.get(0).get(), b);
  }

  private RelationBuilder builder(int q) {
    Run.Side s = run.sides.get(q);
    boolean first = q == 1;
    Place place = first ? run.sides.get(0).place().to(s.place()) : s.place();
    String written = first ? run.sides.get(0).written() + " " + s.written() : s.written();
    return new RelationBuilder(place, run.spelling, written.strip(), run.section);
  }

  private Relation relation(Layout layout, int q, int wrong) {
    var b = builder(q);
    Run.Side side = run.sides.get(q);
    if (side.sign() == Sign.IN && side.side() instanceof Written.Side.Unread && isLetter(0))
      return b.verdict(Verdict.DEFINITION).message("it says where a letter runs").build();
    for (Run.Side s : List.of(run.sides.get(0), side))
      if (s.side() instanceof Written.Side.Unread u) return b.unread(u.problem()).build();
    if (undefined.contains(0) || undefined.contains(q))
      return b.unread(
              new Problem(
                  side.place(), "δ is a name of the document's own, and is not defined here", ""))
          .build();
    if (side.sign() == Sign.OTHER) return b.verdict(Verdict.DEFINITION).build();
    if (side.side() instanceof Written.Side.Shape shape)
      return new Shapes(setting, letters, layout).judge(sides.get(0), shape, b);
    if (sides.get(0).isEmpty()) return b.verdict(Verdict.DEFINITION).build();
    if (run.stated) return hypothesis(sides.get(0).get(), sides.get(q), b);
    if (isCase(q)) return b.verdict(Verdict.DEFINITION).message("a case").build();
    if (q == 1 && !strict && saysLength(q))
      return b.verdict(Verdict.DEFINITION).message("it says how long an axis is").build();
    if (new Spelled(run).writesOut(q))
      return b.verdict(Verdict.NOTATION)
          .message("it writes the entries of the left side out")
          .build();
    if (side.sign() != Sign.EQUALS && side.sign() != Sign.DEFINES)
      return new Inequalities(setting, letters, run.cases)
          .judge(sides.get(0).get(), side.sign(), sides.get(q).get(), b);
    if (q == 1 && run.first)
      return b.verdict(Verdict.DEFINITION).message("it defines the left side").build();
    if (q == 1 && run.defines) return defined(b);
    Optional<String> told = new Spelled(run).casesByValue(sides.get(q).get());
    if (told.isPresent()) {
      String why =
          "its cases are told apart by the value of `" + told.get() + "`, which may be any";
      return b.unread(new Problem(side.place(), why, "")).build();
    }
    Optional<Relation> introduced = introduced(q, b);
    if (introduced.isPresent()) return introduced.get();
    return equality(layout, q, wrong, b);
  }

  /// "If W1 = W2,": taken as given; where their shapes differ, it makes extents equal.
  private Relation hypothesis(Syntax left, Optional<Syntax> right, RelationBuilder b) {
    b.verdict(Verdict.DEFINITION).message("a hypothesis");
    if (left instanceof Syntax.Name l && right.isPresent() && right.get() instanceof Syntax.Name r)
      new Extents(run.sectionSetting.model)
          .forced(l.text(), r.text())
          .ifPresent(equal -> b.verdict(Verdict.CONDITIONAL).condition(equal));
    return b.build();
  }

  /// Two letters, or a letter and a number: `i ≠ j`, `t = 1`.
  private boolean isCase(int q) {
    return sides.get(0).get() instanceof Syntax.Name a
        && sides.get(q).isPresent()
        && isLetter(a)
        && (sides.get(q).get() instanceof Syntax.Name c && isLetter(c)
            || sides.get(q).get() instanceof Syntax.Num
            || isRange(sides.get(q).get()));
  }

  /// `n_h = 128`: an extent, and no array on the other side.
  private boolean saysLength(int q) {
    return sides.get(0).get() instanceof Syntax.Name n
        && setting.isExtent(Vocabulary.canonicalName(n.text()))
        && sides.get(q).isPresent()
        && Interpreter.names(sides.get(q).get()).stream().noneMatch(setting.model::knows);
  }

  private boolean isLetter(int q) {
    return sides.get(q).isPresent() && sides.get(q).get() instanceof Syntax.Name n && isLetter(n);
  }

  /// `1, …, n`, `1 ⋯ a`: places, no value.
  private static boolean isRange(Syntax s) {
    boolean[] dots = {false};
    Trees.walk(s, x -> dots[0] |= x instanceof Syntax.Name n && Ellipsis.isDots(n));
    return dots[0];
  }

  private boolean isLetter(Syntax.Name n) {
    boolean small = n.text().length() == 1 && Character.isLowerCase(n.text().charAt(0));
    return small && !setting.knows(n.text());
  }

  private Optional<Relation> introduced(int q, RelationBuilder b) {
    if (!(run.sides.get(q).side() instanceof Written.Side.Formula f)) return Optional.empty();
    if (!(f.syntax() instanceof Syntax.Call c) || !run.introduces.contains(c.place()))
      return Optional.empty();
    boolean entries = c.arguments().stream().anyMatch(a -> a instanceof Syntax.Entry);
    b.verdict(entries ? Verdict.NOTATION : Verdict.DEFINITION);
    return Optional.of(
        b.message(
                entries
                    ? c.function()
                        + " is a name for the left side, which rests on more than the entries written"
                    : c.function() + " is a name for the left side")
            .build());
  }

  private Relation defined(RelationBuilder b) {
    Syntax right = sides.get(1).orElseThrow();
    if (right instanceof Syntax.Name n && Vocabulary.isFunction(n.text()))
      return b.verdict(Verdict.DEFINITION).message("it names a function").build();
    Outcome o = safely(Layout.ML, right, right);
    if (o.kind() == Kind.UNKNOWN && o.problem().isPresent())
      return b.unread(o.problem().get()).build();
    return b.verdict(Verdict.DEFINITION).message("it names the right side").build();
  }

  private Relation equality(Layout layout, int q, int wrong, RelationBuilder b) {
    List<Layout> layouts = new ArrayList<>(List.of(layout));
    if (layoutMatters()) for (Layout l : Layout.values()) if (l != layout) layouts.add(l);
    Optional<Layout> turned = Optional.empty();
    for (Layout l : layouts) {
      Outcome o = outcome(l, q);
      if (o.isEqual() && !o.turned()) return right(l, layout, o, q, b);
      if (o.isEqual() && turned.isEmpty()) turned = Optional.of(l);
    }
    if (turned.isPresent()) return right(turned.get(), layout, outcome(turned.get(), q), q, b);
    if (hasRows(q))
      for (Layout l : layouts) {
        Outcome o = safely(l, sides.get(0).get(), rows(q).get());
        if (o.isEqual() && !o.turned()) return right(l, layout, o, q, b);
      }
    Optional<Relation> one = oneAt(layouts, q, b);
    if (one.isPresent()) return one.get();
    Optional<Relation> summed = summed(layout, q, b);
    if (summed.isPresent()) return summed.get();
    Optional<Relation> lasting = lasting(layouts, q, b);
    if (lasting.isPresent()) return lasting.get();
    Layout own = best(layouts, q);
    if (isGiven(q)) return b.verdict(Verdict.DEFINITION).message("taken as given").build();
    Optional<Relation> saved =
        new Saved(run, layout, reading)
            .relation(sides.get(0).get(), sides.get(q).get(), comparison(own), outcome(own, q), b);
    if (saved.isPresent()) return saved.get();
    return new Wrong(
            run, setting, sides, comparison(best(layouts, q)), outcome(best(layouts, q), q))
        .relation(q, step(best(layouts, q), q), wrong, b);
  }

  /// `y_k = 1`: a number for what is declared and rests on nothing.
  private boolean isGiven(int q) {
    Syntax head = sides.get(0).get();
    Syntax array = head instanceof Syntax.Entry e ? e.of() : head;
    boolean declared =
        array instanceof Syntax.Name n
            && setting.model.variables().containsKey(Vocabulary.canonicalName(n.text()));
    Syntax side = sides.get(q).get();
    return declared
        && !strict
        && !run.code
        && (side instanceof Syntax.Num
            || side instanceof Syntax.Negate n && n.of() instanceof Syntax.Num);
  }

  private Optional<Relation> oneAt(List<Layout> layouts, int q, RelationBuilder b) {
    if (strict || run.code) return Optional.empty();
    for (Layout l : layouts) {
      Optional<Outcome> o =
          new OneAt(run, interpreter)
              .outcome(sides.get(0).get(), sides.get(q).get(), comparison(l));
      if (o.isPresent()) return Optional.of(right(l, layouts.get(0), o.get(), q, b));
    }
    return Optional.empty();
  }

  /// What holds in the case that the text stated last: "For the case $i = j$ …", some lines above.
  private Optional<Relation> lasting(List<Layout> layouts, int q, RelationBuilder b) {
    if (!run.cases.isEmpty() || strict || run.code) return Optional.empty();
    List<Syntax.Compare> speaking = run.lasting.stream().filter(this::speaks).toList();
    if (speaking.isEmpty()) return Optional.empty();
    for (Layout l : layouts) {
      Outcome o =
          new Comparison(setting, letters, speaking, l, reading)
              .compare(sides.get(0).get(), sides.get(q).get());
      if (!o.isEqual() || o.turned()) continue;
      String said = TextSpelling.PLAIN.spell(speaking.getFirst()) + ", as line " + run.lastingLine;
      b.agreement(o).step(step(l, q)).condition(said + " says");
      if (l != layouts.get(0)) b.layout(l.word()).condition(l.word() + " layout");
      return Optional.of(b.build());
    }
    return Optional.empty();
  }

  /// Whether both its letters stand in the chain.
  private boolean speaks(Syntax.Compare c) {
    return Interpreter.names(c.left()).stream().allMatch(letters.names()::contains)
        && Interpreter.names(c.right()).stream().allMatch(letters.names()::contains);
  }

  /// The layout in which most can be said: where the shapes fit at least.
  private Layout best(List<Layout> layouts, int q) {
    for (Kind k : List.of(Kind.DIFFERENT, Kind.SHAPES))
      for (Layout l : layouts) if (outcome(l, q).kind() == k) return l;
    return layouts.get(0);
  }

  private Relation right(Layout used, Layout layout, Outcome o, int q, RelationBuilder b) {
    b.agreement(o).step(o.hot().isPresent() ? Relation.Step.NONE : step(used, q));
    if (run.code) return b.build();
    Set<String> notes = new LinkedHashSet<>(o.defects());
    notes.addAll(defects.get(0));
    notes.addAll(defects.get(q));
    if (used != layout) b.layout(used.word()).condition(used.word() + " layout");
    if (o.turned()) b.condition("a row where the other side is a column");
    o.hot().ifPresent(k -> b.condition(setting.oneHot().get().name() + " is one at " + k));
    notes.forEach(b::note);
    return b.build();
  }

  private Relation.Step step(Layout l, int q) {
    if (q < 2 || sides.get(q - 1).isEmpty()) return Relation.Step.NONE;
    Outcome o = safely(l, sides.get(q - 1).get(), sides.get(q).get());
    return switch (o.kind()) {
      case EQUAL -> Relation.Step.HOLDS;
      case DIFFERENT -> Relation.Step.FAILS;
      case SHAPES, UNKNOWN -> Relation.Step.NONE;
    };
  }

  /// "(summed over the first dimension)": the sum that the words tell of.
  private Optional<Relation> summed(Layout layout, int q, RelationBuilder b) {
    String words = run.words.toString();
    if (!words.contains("sum over") && !words.contains("summed") && !words.contains("summing"))
      return Optional.empty();
    for (String f : List.of("colsum", "rowsum", "sum")) {
      Syntax s = new Syntax.Call(f, List.of(sides.get(q).get()), sides.get(q).get().place());
      Outcome o = safely(layout, sides.get(0).get(), s);
      if (!o.isEqual()) continue;
      b.agreement(o).step(step(layout, q)).condition("summed as the words say: " + f);
      return Optional.of(b.build());
    }
    return Optional.empty();
  }
}
