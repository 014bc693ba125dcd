package dev.jacobi.check;

import dev.jacobi.elaborate.Claims;
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

/// The sides of one chain in the names of its setting. A chain whose first side nothing declares
/// gives it a name, which later chains speak of: they are read in the order of the document.
final class Sides {
  private final Run run;
  private final Setting setting;
  private final Interpreter interpreter;
  private final List<Optional<Syntax>> sides = new ArrayList<>();
  private final List<Set<String>> defects = new ArrayList<>();
  private final boolean strict;
  private Claims.Letters letters = new Claims.Letters(List.of());
  private boolean layoutMatters;
  private boolean namesDelta;

  Sides(Run run) {
    this.run = run;
    this.setting = run.setting;
    this.strict = run.spelling.equals("text");
    this.interpreter = new Interpreter(setting);
  }

  void read() {
    List<Syntax> formulas = new ArrayList<>();
    for (Run.Side s : run.sides)
      if (s.side() instanceof Written.Side.Formula f) formulas.add(interpreter.named(f.syntax()));
    introduce(formulas);
    leaveOut(formulas);
    Set<Integer> further = new LinkedHashSet<>();
    List<Optional<Syntax>> written = reaching(further);
    formulas = written.stream().flatMap(Optional::stream).map(interpreter::named).toList();
    var free = interpreter.letters(formulas);
    for (int q = 0; q < written.size(); q++) {
      boolean named = q == 0 && written.get(q).filter(this::namesEntry).isPresent();
      sides.add(named ? written.get(q) : written.get(q).map(s -> interpreter.apply(s, free)));
      if (further.contains(q)) interpreter.defect(Reach.DEFECT);
      defects.add(interpreter.takeDefects());
    }
    bullet();
    primes();
    if (hasRows(0)) for (int q = 0; q < sides.size(); q++) sides.set(q, rows(q));
    formulas = new ArrayList<>();
    for (Optional<Syntax> s : sides) s.ifPresent(formulas::add);
    formulas.addAll(run.cases);
    letters = new Claims.Letters(interpreter.letters(formulas));
    for (Syntax s : formulas) setting.edges.addAll(Edges.of(s));
    for (Syntax s : formulas) setting.slopesTaken.addAll(Edges.taken(s));
    for (Syntax s : formulas) setting.rowsTurned |= new Rows(setting).isTurned(s);
    for (Syntax s : formulas) Trees.walk(s, x -> layoutMatters |= x instanceof Syntax.Derivative);
    if (isNew()) define();
    else if (isStep()) step();
  }

  /// A case stated before says nothing of a chain that has none of its letters, or sums over one.
  private void leaveOut(List<Syntax> formulas) {
    if (run.before == 0) return;
    List<String> free = interpreter.letters(formulas);
    Set<String> bound = new LinkedHashSet<>();
    for (Syntax s : formulas)
      Trees.walk(
          s,
          x -> {
            if (x instanceof Syntax.Bound b)
              b.binders().forEach(k -> bound.add(Vocabulary.canonicalName(k.index())));
          });
    bound.removeAll(free);
    List<Syntax.Compare> stated = run.cases.subList(0, Math.min(run.before, run.cases.size()));
    stated.removeIf(c -> {
      Set<String> own = new LinkedHashSet<>(Interpreter.names(c.left()));
      own.addAll(Interpreter.names(c.right()));
      return own.stream().noneMatch(free::contains) || own.stream().anyMatch(bound::contains);
    });
    run.before = 0;
  }

  /// What the sides say, their sums over what they are meant to and as far; those that reach
  /// further than they are written are told.
  private List<Optional<Syntax>> reaching(Set<Integer> further) {
    List<Optional<Syntax>> read = new ArrayList<>();
    List<Syntax> outside = new ArrayList<>(run.cases);
    for (Run.Side s : run.sides) {
      Optional<Syntax> formula = Optional.empty();
      if (s.side() instanceof Written.Side.Formula f) {
        boolean loose = !strict && !run.code;
        formula =
            Optional.of(loose ? reaching(f.syntax(), outside, further, read.size()) : f.syntax());
      }
      if (read.isEmpty()) formula.map(interpreter::named).ifPresent(outside::add);
      read.add(formula);
    }
    return read;
  }

  private Syntax reaching(Syntax written, List<Syntax> outside, Set<Integer> further, int q) {
    Syntax named = interpreter.named(written);
    var reach = new Reach(interpreter, interpreter.letters(outside));
    Syntax bound = reach.sums(named);
    Syntax read = q == 0 ? bound : reach.over(bound);
    if (read != bound) further.add(q);
    return read == named ? written : read;
  }

  /// `w = w − α ∂C/∂w`: no equation, but what a declared name becomes.
  private boolean isStep() {
    if (strict || run.code || sides.size() < 2) return false;
    Sign sign = run.sides.get(1).sign();
    if (sign != Sign.EQUALS && sign != Sign.DEFINES) return false;
    Syntax left = sides.get(0).map(this::before).orElse(null);
    Syntax array = left instanceof Syntax.Entry e ? e.of() : left;
    boolean declared =
        array instanceof Syntax.Name n && setting.model.variables().containsKey(n.text());
    Syntax first = sides.get(1).orElse(null);
    boolean changed = false;
    while (first instanceof Syntax.Binary b
        && (b.op() == Syntax.Op.MINUS || b.op() == Syntax.Op.PLUS)) {
      first = b.left();
      changed = true;
    }
    return declared && changed && (Ellipsis.same(first, left) || isBefore(first, left));
  }

  /// Of what is new in a step, `w^+`, the old.
  private Syntax before(Syntax s) {
    String written = run.sides.getFirst().written().replaceAll("[{}\\s]", "");
    boolean raised = written.endsWith("^+") && s instanceof Syntax.Call;
    return raised ? ((Syntax.Call) s).arguments().getFirst() : s;
  }

  /// `w^{(t)}` before `w^{(t+1)}`.
  private static boolean isBefore(Syntax first, Syntax left) {
    return first instanceof Syntax.Entry old
        && left instanceof Syntax.Entry made
        && Ellipsis.same(old.of(), made.of())
        && old.indices().size() == 1
        && made.indices().size() == 1
        && made.indices().getFirst() instanceof Syntax.Binary next
        && next.op() == Syntax.Op.PLUS
        && Ellipsis.same(next.left(), old.indices().getFirst());
  }

  /// `\Delta w` of the author's own: another rule has another step.
  boolean isOwnStep() {
    Syntax written =
        run.sides.getFirst().side() instanceof Written.Side.Formula f ? f.syntax() : null;
    Syntax array = written instanceof Syntax.Entry e ? e.of() : written;
    return array instanceof Syntax.Name n
        && n.text().endsWith("_Delta")
        && !setting.isOfKey(Vocabulary.canonicalName(n.text()));
  }

  private void step() {
    run.steps = true;
    sides.set(0, sides.get(1)); // which the rest of the chain is held against
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
    if (!strict && formulas.size() == run.sides.size()) introduceName(formulas);
  }

  /// `… = \zeta` at the end of a chain, where nothing is called so.
  private void introduceName(List<Syntax> formulas) {
    if (formulas.size() < 2 || !(formulas.getLast() instanceof Syntax.Name last)) return;
    if (run.sides.stream().skip(1).anyMatch(s -> s.sign() != Sign.EQUALS)) return;
    Syntax first = formulas.getFirst();
    boolean isNew = first instanceof Syntax.Name n && unknown(n.text()).isPresent();
    if (formulas.size() == 2 && (isNew || isLetter(last))) return; // `i = k`, `y = k`
    Syntax base = isNew ? formulas.get(1) : first;
    unknown(last.text())
        .ifPresent(name -> {
          setting.alias(name, base);
          run.introduces.add(last.place());
        });
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
  Optional<Syntax> rows(int q) {
    return sides.get(q).map(s -> new Rows(setting).named(s));
  }

  boolean hasRows(int q) {
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
          n.text().equals("delta") || isPartOfCount(n) ? Optional.of(n.text()) : unknown(n.text());
      case Syntax.Entry e when numbered(e).isPresent() -> numbered(e);
      case Syntax.Name n -> unknown(n.text());
      case Syntax.Call c ->
          Vocabulary.isFunction(c.function()) ? Optional.empty() : unknown(c.function());
      default -> Optional.empty();
    };
  }

  /// `\delta_2`, of which nothing else is known, is a name with a number: `delta2`.
  private Optional<String> numbered(Syntax.Entry e) {
    if (!(e.of() instanceof Syntax.Name n)
        || e.indices().size() != 1
        || !(e.indices().getFirst() instanceof Syntax.Num number)) return Optional.empty();
    boolean free = n.text().equals("delta") || unknown(n.text()).isPresent();
    boolean whole = number.digits().chars().allMatch(Character::isDigit);
    return free && whole ? unknown(n.text() + number.digits()) : Optional.empty();
  }

  /// `N_k`, where N is how many there are: a name of its own.
  private boolean isPartOfCount(Syntax.Name n) {
    String name = Vocabulary.canonicalName(n.text());
    return setting.isExtent(name) && !setting.knows(name) && !setting.isInteger(name);
  }

  private static boolean lettersOnly(Syntax.Entry e) {
    return e.indices().stream().allMatch(i -> i instanceof Syntax.Name n && n.text().length() == 1);
  }

  private Optional<String> unknown(String text) {
    String name = Vocabulary.canonicalName(text);
    boolean known = setting.knows(name) || setting.isFunction(name) || setting.isExtent(name);
    known |= setting.isDifferential(name);
    return known || letters.names().contains(name) ? Optional.empty() : Optional.of(name);
  }

  /// `δ_k = …` where no such entry is known yet, whatever else is called δ.
  private boolean namesEntry(Syntax s) {
    return s instanceof Syntax.Entry e
        && e.of() instanceof Syntax.Name n
        && lettersOnly(e)
        && run.sides.size() > 1
        && (n.text().equals("delta") || isPartOfCount(n) || unknown(n.text()).isPresent())
        && !setting.hasEntry(e);
  }

  private void define() {
    if (sides.get(1).get() instanceof Syntax.Name n && Vocabulary.isFunction(n.text())) {
      run.defines = true;
      return;
    }
    run.defines = true;
    if (sides.get(0).get() instanceof Syntax.Entry e && lettersOnly(e)) {
      namesDelta = isDelta(e);
      setting.entry(e, sides.get(1).get());
      sides.set(0, sides.get(1)); // which the rest of the chain is held against
      return;
    }
    setting.alias(newName().orElseThrow(), sides.get(1).orElseThrow());
    if (sides.get(0).get() instanceof Syntax.Name) sides.set(0, sides.get(1));
  }

  static boolean isDelta(Syntax s) {
    return s instanceof Syntax.Entry e
        && e.of() instanceof Syntax.Name n
        && Vocabulary.canonicalName(n.text()).equals("delta");
  }

  /// Two letters, or a letter and a number: `i ≠ j`, `t = 1`.
  boolean isCase(int q) {
    return sides.get(0).get() instanceof Syntax.Name a
        && sides.get(q).isPresent()
        && isLetter(a)
        && (sides.get(q).get() instanceof Syntax.Name c
                && (isLetter(c) || setting.isInteger(c.text()))
            || sides.get(q).get() instanceof Syntax.Num
            || isRange(sides.get(q).get())
            || run.sides.get(q).side() instanceof Written.Side.Formula f && isRange(f.syntax()));
  }

  /// `n_h = 128`: an extent, and no array on the other side.
  boolean saysLength(int q) {
    return sides.get(0).get() instanceof Syntax.Name n
        && setting.isExtent(Vocabulary.canonicalName(n.text()))
        && sides.get(q).isPresent()
        && Interpreter.names(sides.get(q).get()).stream().noneMatch(setting.model::knows);
  }

  boolean isLetter(int q) {
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

  // ---- what was read

  int size() {
    return sides.size();
  }

  /// Empty where it is no formula.
  Optional<Syntax> get(int q) {
    return sides.get(q);
  }

  /// What the rest of the chain is held against.
  Optional<Syntax> head() {
    return sides.isEmpty() ? Optional.empty() : sides.get(0);
  }

  List<Optional<Syntax>> all() {
    return sides;
  }

  /// What was read past, a sentence each.
  Set<String> defects(int q) {
    return defects.get(q);
  }

  Claims.Letters letters() {
    return letters;
  }

  Interpreter interpreter() {
    return interpreter;
  }

  /// Whether a derivative stands in the chain, which has a layout.
  boolean layoutMatters() {
    return layoutMatters;
  }

  /// Whether the chain says what δ is: Kronecker's is not meant then, anywhere in the document.
  boolean namesDelta() {
    return namesDelta;
  }

  /// One side read otherwise from now on.
  void read(int q, Syntax other) {
    sides.set(q, Optional.of(other));
  }

  /// One side read by its rows from now on.
  void readRows(int q) {
    sides.set(q, rows(q));
  }
}
