package dev.jacobi.check;

import dev.jacobi.check.Comparison.Kind;
import dev.jacobi.check.Comparison.Outcome;
import dev.jacobi.elaborate.Manner.Layout;
import dev.jacobi.expr.Work;
import dev.jacobi.notation.Place;
import dev.jacobi.notation.Problem;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.Trees;
import dev.jacobi.notation.Vocabulary;
import dev.jacobi.notation.Written;
import dev.jacobi.notation.Written.Sign;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// Judges the relations of one chain: each against the truth, which is the head of the chain, and
/// against the side before it.
final class Judge {
  /// Steps of work for one relation, and for reading a chain: about ten seconds.
  static final long MOST_WORK = 50_000_000;

  static final String GIVEN_UP =
      "it was given up after " + MOST_WORK / 1_000_000 + " million steps, about ten seconds";

  private final Run run;
  private final Setting setting;
  private final Sides sides;
  private final Equality equality;
  private final boolean strict;

  /// What went wrong with the chain as a whole; a fault of ours, which costs this chain only.
  private Optional<String> fault = Optional.empty();

  private final Set<Integer> undefined = new LinkedHashSet<>();

  Judge(Run run) {
    this.run = run;
    this.setting = run.setting;
    this.strict = run.spelling.equals("text");
    this.sides = new Sides(run);
    this.equality = new Equality(run, sides);
  }

  /// Brings the sides into the names of the setting. To be called in the order of the document,
  /// since a chain may give a name to what later ones speak of.
  void read() {
    try {
      within(
          setting,
          () -> {
            sides.read();
            return sides;
          });
    } catch (Work.OutOfWork e) {
      fault = Optional.of(GIVEN_UP);
    } catch (RuntimeException | StackOverflowError e) {
      fault = Optional.of("it could not be read: " + e.getClass().getSimpleName());
    }
  }

  // ---- layouts

  boolean layoutMatters() {
    return fault.isEmpty() && sides.layoutMatters() && !strict;
  }

  /// The sides that are held against the head.
  List<Integer> judged() {
    return IntStream.range(1, sides.size()).filter(this::isJudged).boxed().toList();
  }

  /// Whether a side is equal to the head in this layout.
  boolean isRightIn(Layout layout, int q) {
    Outcome o = equality.outcome(layout, q);
    return o.isEqual() && !o.turned();
  }

  /// Whether a side is right in one layout and not in another.
  boolean isRightOnlyIn(Layout layout, Layout other) {
    return judged().stream().anyMatch(q -> isRightIn(layout, q) && !isRightIn(other, q));
  }

  /// How many axes what is differentiated has, and what it is by: where a layout shows. Empty where
  /// the chain does not begin with a derivative, or entries tell.
  List<Integer> kind() {
    return layoutMatters() ? equality.kind() : List.of();
  }

  void excuses(LayoutHabits habits) {
    equality.excuses(used -> habits.of(this, used));
  }

  private boolean isJudged(int q) {
    Sign sign = run.sides.get(q).sign();
    boolean equality = sign == Sign.EQUALS || sign == Sign.DEFINES;
    return equality && sides.head().isPresent() && sides.get(q).isPresent();
  }

  // ---- verdicts

  /// Whether it says what δ is: Kronecker's is not meant then, anywhere in the document.
  boolean namesDelta() {
    return sides.namesDelta();
  }

  /// To be called once the document is known not to mean Kronecker's δ.
  void withoutKronecker() {
    for (int q = 0; q < sides.size(); q++) {
      boolean[] delta = {false};
      sides.get(q).ifPresent(s -> Trees.walk(s, x -> delta[0] |= Sides.isDelta(x)));
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
    for (int q = 1 + run.told; q < run.sides.size(); q++)
      all.add(builder(q).unread(new Problem(Place.NONE, fault.orElseThrow(), "")).build());
    return all;
  }

  private List<Relation> judged(Layout document) {
    Layout layout = run.code ? Layout.ML : document;
    List<Relation> all = new ArrayList<>();
    int wrong = -1; // the first side of the chain that does not follow
    for (int q = 1 + run.told; q < sides.size(); q++) {
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
      return within(setting, judging);
    } catch (Work.OutOfWork e) {
      return builder(q).unread(new Problem(run.sides.get(q).place(), GIVEN_UP, "")).build();
    }
  }

  static <R> R within(Setting setting, Supplier<R> computation) {
    return setting.model.t.work().within(MOST_WORK, computation);
  }

  /// Without a key, what differs from an earlier equation for a name says anew what it is; and of
  /// names that the document defines twice nothing is refuted.
  private Relation tempered(Relation r, int q) {
    if (run.ambiguous.isEmpty() || !r.verdict().isWrong() || sides.head().isEmpty()) return r;
    Syntax head = sides.head().get();
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
    if (run.code || strict || sides.head().isEmpty()) return b.verdict(Verdict.DEFINITION).build();
    return new Alone(setting, sides.letters(), layout, equality.reading())
        .judge(sides.head().get(), b);
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
    if (side.sign() == Sign.IN && side.side() instanceof Written.Side.Unread && sides.isLetter(0))
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
      return new Shapes(setting, sides.letters(), layout).judge(sides.head(), shape, b);
    if (sides.head().isEmpty()) return b.verdict(Verdict.DEFINITION).build();
    if (run.stated) return hypothesis(sides.head().get(), sides.get(q), b);
    if (sides.isCase(q)) return b.verdict(Verdict.DEFINITION).message("a case").build();
    if (q == 1 && !strict && sides.saysLength(q))
      return b.verdict(Verdict.DEFINITION).message("it says how long an axis is").build();
    if (new Spelled(run).writesOut(q))
      return b.verdict(Verdict.NOTATION)
          .message("it writes the entries of the left side out")
          .build();
    if (side.sign() != Sign.EQUALS && side.sign() != Sign.DEFINES)
      return new Inequalities(setting, sides.letters(), run.cases)
          .judge(sides.head().get(), side.sign(), sides.get(q).get(), b);
    if (q == 1 && run.first)
      return b.verdict(Verdict.DEFINITION).message("it defines the left side").build();
    if (q == 1 && run.defines) return defined(b);
    if (q == 1 && run.steps)
      return b.verdict(Verdict.DEFINITION).message("a step: what the name becomes").build();
    Optional<Relation> introduced = introduced(q, b);
    if (introduced.isPresent()) return introduced.get();
    Relation r = equality.judge(layout, q, wrong, b);
    boolean anew = q == 1 && r.verdict().isWrong() && sides.isOwnStep();
    return anew
        ? builder(q).verdict(Verdict.DEFINITION).message("it says anew what the step is").build()
        : r;
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

  private Optional<Relation> introduced(int q, RelationBuilder b) {
    if (!(run.sides.get(q).side() instanceof Written.Side.Formula f)) return Optional.empty();
    if (!run.introduces.contains(f.syntax().place())) return Optional.empty();
    if (f.syntax() instanceof Syntax.Name n)
      return Optional.of(
          b.verdict(Verdict.DEFINITION).message(n.text() + " is a name for the left side").build());
    if (!(f.syntax() instanceof Syntax.Call c)) return Optional.empty();
    boolean entries = c.arguments().stream().anyMatch(a -> a instanceof Syntax.Entry);
    b.verdict(entries ? Verdict.NOTATION : Verdict.DEFINITION);
    String name = c.function() + " is a name for the left side";
    return Optional.of(
        b.message(entries ? name + ", which rests on more than the entries written" : name)
            .build());
  }

  private Relation defined(RelationBuilder b) {
    Syntax right = sides.get(1).orElseThrow();
    if (right instanceof Syntax.Name n && Vocabulary.isFunction(n.text()))
      return b.verdict(Verdict.DEFINITION).message("it names a function").build();
    Outcome o = equality.safely(Layout.ML, right, right);
    if (o.kind() == Kind.UNKNOWN && o.problem().isPresent())
      return b.unread(o.problem().get()).build();
    return b.verdict(Verdict.DEFINITION).message("it names the right side").build();
  }
}
