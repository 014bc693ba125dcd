package dev.jacobi.check;

import dev.jacobi.check.Comparison.Kind;
import dev.jacobi.check.Comparison.Outcome;
import dev.jacobi.check.Comparison.Reading;
import dev.jacobi.elaborate.Manner.Layout;
import dev.jacobi.expr.Work;
import dev.jacobi.notation.Problem;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.TextSpelling;
import dev.jacobi.notation.Written;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Judges whether a side of a chain equals its head: in the layouts that a writer may mean, by
/// rows, where a letter is the place of the one, under what the text has said.
final class Equality {
  private final Run run;
  private final Setting setting;
  private final Sides sides;
  private final boolean strict;
  private final Reading reading;
  private Function<Layout, LayoutHabits.Excuse> excuse = _ -> LayoutHabits.Excuse.LAYOUT;
  private final Map<Layout, Comparison> comparisons = new EnumMap<>(Layout.class);
  private final Map<Layout, Map<Integer, Outcome>> outcomes = new EnumMap<>(Layout.class);

  Equality(Run run, Sides sides) {
    this.run = run;
    this.setting = run.setting;
    this.sides = sides;
    this.strict = run.spelling.equals("text");
    this.reading = run.code ? Reading.CODE : strict ? Reading.STRICT : Reading.PAPER;
  }

  /// What is to be said of a relation that is right in another layout than the document's.
  void excuses(Function<Layout, LayoutHabits.Excuse> by) {
    excuse = by;
  }

  /// The number of axes of what the head differentiates, and by what.
  List<Integer> kind() {
    Syntax head = sides.head().orElse(null);
    List<Syntax> parts =
        switch (head) {
          case Syntax.Derivative d -> List.of(d.of(), d.wrt());
          case Syntax.Call c when c.function().equals("grad") && c.arguments().size() == 2 ->
              c.arguments();
          case null, default -> List.of();
        };
    List<Integer> orders = new ArrayList<>();
    for (Syntax s : parts) {
      var m = comparison(Layout.ML).meaning(s);
      if (m.problem().isPresent() || s instanceof Syntax.Entry) return List.of();
      orders.add(m.axes().size());
    }
    return orders;
  }

  Reading reading() {
    return reading;
  }

  /// As it is written; then in each other way that people mean it, then under what the text says;
  /// what holds in none of them is wrong.
  Relation judge(Layout layout, int q, int wrong, RelationBuilder b) {
    List<Layout> layouts = new ArrayList<>(List.of(layout));
    if (!strict && sides.layoutMatters())
      for (Layout l : Layout.values()) if (l != layout) layouts.add(l);
    return asWritten(layouts, q, b)
        .or(() -> byRows(layouts, q, b))
        .or(() -> otherwise(layouts, q, b))
        .or(() -> ofProduct(layouts, q, b))
        .or(() -> share(layouts, q, b))
        .or(() -> differential(layout, q, b))
        .or(() -> oneAt(layouts, q, b))
        .or(() -> summed(layout, q, b))
        .or(() -> lasting(layouts, q, b))
        .or(() -> symmetric(layouts, q, b))
        .or(() -> told(layouts, q, b))
        .orElseGet(() -> wrong(layouts, q, wrong, b));
  }

  private Optional<Relation> asWritten(List<Layout> layouts, int q, RelationBuilder b) {
    Optional<Layout> turned = Optional.empty();
    for (Layout l : layouts) {
      Outcome o = outcome(l, q);
      if (o.isEqual() && !o.turned()) return Optional.of(right(l, layouts.getFirst(), o, q, b));
      if (o.isEqual() && turned.isEmpty()) turned = Optional.of(l);
    }
    return turned.map(l -> right(l, layouts.getFirst(), outcome(l, q), q, b));
  }

  /// A matrix with one index as its row. What is wrong with a formula that fits so is said of it in
  /// this reading.
  private Optional<Relation> byRows(List<Layout> layouts, int q, RelationBuilder b) {
    if (!sides.hasRows(q)) return Optional.empty();
    boolean fits = false;
    for (Layout l : layouts) {
      Outcome o = safely(l, sides.head().get(), sides.rows(q).get());
      if (o.isEqual()) // a row of a matrix is either
      return Optional.of(right(l, layouts.getFirst(), o.straight(), q, b));
      fits |= o.kind() == Kind.DIFFERENT;
    }
    if (fits) {
      sides.readRows(q);
      outcomes.values().forEach(of -> of.remove(q));
    }
    return Optional.empty();
  }

  /// "If $A$ is symmetric".
  private Optional<Relation> symmetric(List<Layout> layouts, int q, RelationBuilder b) {
    boolean said = run.symmetric || Symmetry.isSaid(run.words.toString());
    if (strict || run.code || !said) return Optional.empty();
    Syntax head = sides.head().get();
    Syntax side = sides.get(q).get();
    for (String a : Symmetry.candidates(setting, List.of(head, side)))
      for (Layout l : layouts) {
        Outcome o = safely(l, Symmetry.of(head, a), Symmetry.of(side, a));
        if (!o.isEqual() || o.turned()) continue;
        right(l, layouts.getFirst(), o, q, b);
        return Optional.of(b.condition(a + " = " + a + "', as the words say").build());
      }
    return Optional.empty();
  }

  /// What the text supposes, sets or lets hold, where the sides are not equal by themselves.
  private Optional<Relation> told(List<Layout> layouts, int q, RelationBuilder b) {
    Layout own = best(layouts, q);
    Kind kind = outcome(own, q).kind();
    if (strict || run.code || kind == Kind.UNKNOWN) return Optional.empty();
    Syntax head = sides.head().get();
    Syntax side = sides.get(q).get();
    Optional<Relation> supposed = supposed(own, q, b);
    if (supposed.isPresent() || kind != Kind.DIFFERENT) return supposed;
    return new ValueCases(setting)
        .of(side)
        .map(name -> "its cases are told apart by the value of `" + name + "`, which may be any")
        .map(why -> b.unread(new Problem(side.place(), why, "")).build())
        .or(() -> new Edges(run, own, reading).relation(head, side, b))
        .or(() -> new Zeros(run, setting, comparison(own)).relation(head, side, b));
  }

  private Relation wrong(List<Layout> layouts, int q, int wrong, RelationBuilder b) {
    Layout own = best(layouts, q);
    Comparison comparison = comparison(own);
    return new Saved(run, layouts.getFirst(), reading)
        .relation(sides.head().get(), sides.get(q).get(), comparison, outcome(own, q), b)
        .orElseGet(() ->
            new Wrong(run, setting, sides.all(), comparison, outcome(own, q))
                .relation(q, step(own, q), wrong, b));
  }

  /// `L_i`, one example's share of the sum L.
  private Optional<Relation> share(List<Layout> layouts, int q, RelationBuilder b) {
    if (strict || run.code) return Optional.empty();
    List<Syntax> both = List.of(sides.head().get(), sides.get(q).get());
    for (List<Syntax> read : new Shares(setting).readings(both))
      for (Layout l : layouts) {
        Outcome o = safely(l, read.getFirst(), read.getLast());
        if (!o.isEqual() || o.turned()) continue;
        b.note("a number with an index is read as one example's share of its sum");
        return Optional.of(right(l, layouts.getFirst(), o, q, b));
      }
    return Optional.empty();
  }

  /// In the readings of [Otherwise], each on top of those that fitted before.
  private Optional<Relation> otherwise(List<Layout> layouts, int q, RelationBuilder b) {
    if (strict || run.code) return Optional.empty();
    String written = run.sides.get(0).written() + run.sides.get(q).written();
    for (Otherwise o : Otherwise.values()) {
      Kind kind = outcome(layouts.getFirst(), q).kind();
      if (!o.concerns(kind, setting, written) || !fits(o, layouts, q)) continue;
      if (!o.loose) b.note(o.sentence);
      Optional<Relation> right = asWritten(layouts, q, b);
      if (right.isPresent()) return right;
    }
    return Optional.empty();
  }

  /// Whether the relation has a sense in a reading that changes it, which it is read in from then
  /// on.
  private boolean fits(Otherwise o, List<Layout> layouts, int q) {
    Syntax head = sides.head().get();
    Syntax side = sides.get(q).get();
    for (Layout l : layouts) {
      var reading = o.reading(comparison(l).inside(head, side), setting);
      Syntax h = reading.apply(head);
      Syntax s = reading.apply(side);
      if (h == head && s == side) continue;
      Kind kind = safely(l, h, s).kind();
      if (kind != Kind.EQUAL && kind != Kind.DIFFERENT) continue;
      sides.read(0, h);
      sides.read(q, s);
      if (o.loose) sides.defects(q).add(o.sentence);
      outcomes.clear();
      return true;
    }
    return false;
  }

  /// A derivative of a formula that is meant of the product it begins.
  private Optional<Relation> ofProduct(List<Layout> layouts, int q, RelationBuilder b) {
    if (strict || run.code) return Optional.empty();
    Syntax head = Reach.derivatives(sides.head().get());
    Syntax side = Reach.derivatives(sides.get(q).get());
    if (head == sides.head().get() && side == sides.get(q).get()) return Optional.empty();
    for (Layout l : layouts) {
      Outcome o = safely(l, head, side);
      if (!o.isEqual() || o.turned()) continue;
      right(l, layouts.getFirst(), o, q, b);
      return Optional.of(b.note(Reach.DERIVED).build());
    }
    return Optional.empty();
  }

  /// `dE = X dW`.
  private Optional<Relation> differential(Layout layout, int q, RelationBuilder b) {
    if (strict || run.code) return Optional.empty();
    List<Syntax> written = new ArrayList<>();
    for (int k : List.of(0, q))
      if (run.sides.get(k).side() instanceof Written.Side.Formula f) written.add(f.syntax());
    if (written.size() < 2) return Optional.empty();
    Optional<List<Syntax>> read = new Differentials(setting, comparison(layout)).read(written);
    if (read.isEmpty()) return Optional.empty();
    List<Optional<Syntax>> both = new ArrayList<>();
    for (Syntax s : read.get())
      both.add(Optional.of(sides.interpreter().apply(s, sides.letters().names())));
    Outcome o = safely(layout, both.getFirst().get(), both.getLast().get());
    if (o.isEqual() && !o.turned()) return Optional.of(right(layout, layout, o, q, b));
    return Optional.of(
        new Wrong(run, setting, both, comparison(layout), o).relation(1, Relation.Step.NONE, 0, b));
  }

  /// No claim; but of the numbers of an example, one side has to give the next, to the digits that
  /// are written.
  private Optional<Relation> supposed(Layout layout, int q, RelationBuilder b) {
    Syntax side = sides.get(q).get();
    Optional<Syntax> numbers = numbersBefore(q);
    if (numbers.isPresent() && Supposed.isOfNumbers(side)) {
      Outcome o = safely(layout, numbers.get(), side);
      if (o.isEqual()) return Optional.of(b.agreement(o).build());
      if (new Rounding(comparison(layout), setting).agree(numbers.get(), side))
        return Optional.of(
            b.agreement(Outcome.agrees(1)).note("to the digits that are written").build());
      return Optional.of(
          new Wrong(run, setting, List.of(numbers, Optional.of(side)), comparison(layout), o)
              .relation(1, Relation.Step.NONE, 0, b));
    }
    return new Supposed(run, comparison(layout)).relation(sides.head().get(), side, b);
  }

  /// The side before, when the chain has come to the numbers of an example.
  private Optional<Syntax> numbersBefore(int q) {
    for (int k = 1; k < q; k++)
      if (sides.get(k).filter(Supposed::isExample).isPresent())
        return sides.get(q - 1).filter(Supposed::isOfNumbers);
    return Optional.empty();
  }

  private Optional<Relation> oneAt(List<Layout> layouts, int q, RelationBuilder b) {
    if (strict || run.code) return Optional.empty();
    for (Layout l : layouts) {
      Optional<Outcome> o =
          new OneAt(run, sides.interpreter())
              .outcome(sides.head().get(), sides.get(q).get(), comparison(l));
      if (o.isPresent()) return Optional.of(right(l, layouts.get(0), o.get(), q, b));
    }
    return Optional.empty();
  }

  /// What holds in the case that the text stated last: "For the case $i = j$ …", some lines above.
  private Optional<Relation> lasting(List<Layout> layouts, int q, RelationBuilder b) {
    if (!run.cases.isEmpty() || strict || run.code) return Optional.empty();
    Optional<Syntax.Compare> last =
        run.lasting.flatMap(c -> c.of(sides.letters().names())).filter(this::speaks);
    if (last.isEmpty()) return Optional.empty();
    Syntax.Compare says = last.get();
    for (Layout l : layouts) {
      Outcome o =
          safely(comparison(l).under(List.of(says)), sides.head().get(), sides.get(q).get());
      if (!o.isEqual() || o.turned()) continue;
      String said =
          TextSpelling.PLAIN.spell(says) + ", as line " + run.lasting.get().line() + " says";
      b.agreement(o).step(step(l, q)).condition(said);
      if (l != layouts.get(0)) b.layout(l.word()).condition(l.word() + " layout");
      return Optional.of(b.build());
    }
    return Optional.empty();
  }

  /// Whether both its letters stand in the chain.
  private boolean speaks(Syntax.Compare c) {
    return Interpreter.names(c.left()).stream().allMatch(sides.letters().names()::contains)
        && Interpreter.names(c.right()).stream().allMatch(sides.letters().names()::contains);
  }

  /// The layout in which most can be said: where the shapes fit at least.
  private Layout best(List<Layout> layouts, int q) {
    for (Kind k : List.of(Kind.DIFFERENT, Kind.SHAPES))
      for (Layout l : layouts) if (outcome(l, q).kind() == k) return l;
    return layouts.get(0);
  }

  private Relation right(Layout used, Layout layout, Outcome o, int q, RelationBuilder b) {
    var why = used == layout ? LayoutHabits.Excuse.LAYOUT : excuse.apply(used);
    if (why == LayoutHabits.Excuse.NONE)
      return new Wrong(run, setting, sides.all(), comparison(layout), outcome(layout, q))
          .relation(q, step(layout, q), 0, b);
    b.agreement(o).step(o.hot().isPresent() ? Relation.Step.NONE : step(used, q));
    if (run.code) return b.build();
    Set<String> notes = new LinkedHashSet<>(o.defects());
    notes.addAll(sides.defects(0));
    notes.addAll(sides.defects(q));
    if (used != layout) b.layout(used.word());
    if (used != layout && why == LayoutHabits.Excuse.LAYOUT) b.condition(used.word() + " layout");
    if (why == LayoutHabits.Excuse.LOOSE) notes.add(LayoutHabits.SENTENCE);
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
      Outcome o = safely(layout, sides.head().get(), s);
      if (!o.isEqual()) continue;
      b.agreement(o).step(step(layout, q)).condition("summed as the words say: " + f);
      return Optional.of(b.build());
    }
    return Optional.empty();
  }

  private Comparison comparison(Layout layout) {
    return comparisons.computeIfAbsent(
        layout, l -> new Comparison(setting, sides.letters(), run.cases, l, reading));
  }

  Outcome outcome(Layout layout, int q) {
    return outcomes
        .computeIfAbsent(layout, _ -> new HashMap<>())
        .computeIfAbsent(q, k -> safely(layout, sides.head().get(), sides.get(k).get()));
  }

  Outcome safely(Layout layout, Syntax a, Syntax b) {
    return safely(comparison(layout), a, b);
  }

  private Outcome safely(Comparison comparison, Syntax a, Syntax b) {
    try {
      return Judge.within(setting, () -> comparison.compare(a, b));
    } catch (Work.OutOfWork e) {
      return Outcome.of(Kind.UNKNOWN, new Problem(b.place(), Judge.GIVEN_UP, ""));
    } catch (StackOverflowError | ArithmeticException | IllegalArgumentException e) {
      return Outcome.of(
          Kind.UNKNOWN, new Problem(b.place(), "it could not be computed: " + e.getMessage(), ""));
    }
  }
}
