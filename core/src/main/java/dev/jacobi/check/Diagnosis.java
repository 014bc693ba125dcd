package dev.jacobi.check;

import dev.jacobi.check.Comparison.Outcome;
import dev.jacobi.expr.Work;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.Trees;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds the cheapest edit of a formula that makes it equal to the truth. Each edit is tried on the
/// writer's own formula, read again and held against the truth before it is said.
final class Diagnosis {
  /// Steps of work for one formula, about a quarter of a second, and for those of two slips.
  private static final long MOST_WORK = 4_000_000;

  private static final long FOR_PAIRS = 4_000_000;

  /// A document in which much is wrong gets an eighth of that for each formula, then nothing.
  private static final long MUCH_WORK = 25_000_000;

  private static final long ALL_WORK = 120_000_000;
  private static final int STEPS = 25; // for one guess
  private static final int POINTS = 6;
  private static final int MOST_FITTING = 800;
  private static final int MOST_FIRST = 60;
  private static final int MOST_LOOSE = 20;
  private static final int MOST_NEAR = 16;
  private static final int MOST_SHOWN = 60;
  private static final int LITTLE = 3; // a name or two may always be put in

  private final Setting setting;
  private final Comparison comparison;
  private final List<Syntax.Compare> cases;
  private final Atoms atoms;
  private final Target target;
  private final Syntax truth;
  private final List<Edits.Edit> near = new ArrayList<>(); // right but for a constant
  private final List<Edits.Edit> loose = new ArrayList<>(); // not even of the right shape
  private final List<Edits.Edit> fitting = new ArrayList<>(); // of the right shape, but wrong
  private final Work work;
  private long end; // of the search, in steps
  private int length = -1; // not known yet

  Diagnosis(Setting setting, Comparison comparison, List<Syntax.Compare> cases, Syntax truth) {
    this.setting = setting;
    this.work = setting.model.t.work();
    this.comparison = comparison;
    this.truth = truth;
    this.cases = cases;
    this.atoms = new Atoms(setting, comparison, truth);
    this.target = new Target(setting, comparison, cases, truth);
  }

  /// An edit that makes the formula right, and how it is said.
  record Found(Code code, String sentence, Syntax edited) {}

  Optional<Found> find(Syntax written) {
    long before = work.done();
    if (setting.searched() > ALL_WORK) return Optional.empty();
    int part = setting.searched() > MUCH_WORK ? 8 : 1;
    Optional<Found> found = inside(written, part).or(() -> search(written, part));
    setting.searched(work.done() - before);
    return found;
  }

  /// Of `∂/∂x [f]` where ∂C/∂x is meant, what is wrong with f: no guess has to be derived then.
  private Optional<Found> inside(Syntax written, int part) {
    boolean negative = written instanceof Syntax.Negate;
    Syntax positive = written instanceof Syntax.Negate n ? n.of() : written;
    boolean both = positive instanceof Syntax.Derivative && truth instanceof Syntax.Derivative;
    if (!both) return Optional.empty();
    var d = (Syntax.Derivative) positive;
    var t = (Syntax.Derivative) truth;
    if (Trees.size(d.of()) < 2 || !Ellipsis.same(d.wrt(), t.wrt())) return Optional.empty();
    Syntax of = negative ? new Syntax.Negate(d.of(), d.of().place()) : d.of();
    return new Diagnosis(setting, comparison, cases, t.of())
        .search(of, part)
        .map(f -> new Found(f.code(), f.sentence(), derivative(f.edited(), d)))
        .filter(f -> holds(f.edited()));
  }

  private static Syntax derivative(Syntax of, Syntax.Derivative d) {
    return of instanceof Syntax.Negate n
        ? new Syntax.Negate(new Syntax.Derivative(n.of(), d.wrt(), d.place()), d.place())
        : new Syntax.Derivative(of, d.wrt(), d.place());
  }

  private Optional<Found> search(Syntax written, int part) {
    List<Edits> all = Edits.inOrder(setting, comparison, target, atoms, truth);
    end = work.done() + MOST_WORK / part;
    for (Edits edits : all) {
      List<Edits.Edit> few = of(edits, written);
      Optional<Edits.Edit> e = shortest(few);
      if (e.isPresent()) return Optional.of(found(e.get()));
    }
    end = work.done() + FOR_PAIRS / part;
    return new CaseEdits(comparison, cases, atoms, truth)
        .find(written)
        .or(() -> isOpen() ? Optional.empty() : scaled(written))
        .or(() -> isOpen() ? Optional.empty() : twice(all, written));
  }

  /// A declared name: it may be anything, and what was meant to give it is not known.
  private boolean isOpen() {
    return truth instanceof Syntax.Name n && setting.model.variables().containsKey(n.text());
  }

  /// What ought to stand there, as it is printed, where that is short enough to read.
  Optional<Syntax> right() {
    try {
      return atoms.printed(truth).filter(s -> Trees.size(s) <= MOST_SHOWN);
    } catch (RuntimeException | StackOverflowError e) {
      return Optional.empty();
    }
  }

  /// One edit that leaves a constant, and the constant.
  private Optional<Found> scaled(Syntax written) {
    List<Edits> constants = List.of(new SignEdits(), new FactorEdits(setting, target));
    for (Edits.Edit one : List.copyOf(near))
      for (Edits edits : constants) {
        Optional<Edits.Edit> two = shortest(of(edits, one.edited()));
        if (two.isPresent() && isKept(written, two.get().edited()))
          return Optional.of(both(one, two.get()));
      }
    return Optional.empty();
  }

  /// Two edits: those that are few for each of the first, then the others.
  private Optional<Found> twice(List<Edits> all, Syntax written) {
    List<Edits.Edit> first = nearestFirst();
    first.addAll(loose);
    for (Edits edits : all)
      for (Edits.Edit one : first) {
        Optional<Edits.Edit> two = shortest(of(edits, one.edited()));
        if (two.isPresent() && isKept(written, two.get().edited()))
          return Optional.of(both(one, two.get()));
        if (isLate()) return Optional.empty();
      }
    return Optional.empty();
  }

  /// Whether anything that was written is still there, and less was put in than the truth is long:
  /// what brings all of it explains nothing.
  private boolean isKept(Syntax written, Syntax edited) {
    Set<Syntax> old = Collections.newSetFromMap(new IdentityHashMap<>());
    Trees.walk(written, old::add);
    boolean[] kept = {false};
    Trees.walk(edited, x -> kept[0] |= old.contains(x));
    return kept[0] && made(edited, old) < Math.max(length(), LITTLE);
  }

  /// Of the truth; of a name that is defined, of what defines it.
  private int length() {
    if (length < 0) length = lengthOfTruth();
    return length;
  }

  private int lengthOfTruth() {
    if (truth instanceof Syntax.Name n && setting.read.written().containsKey(n.text()))
      return Trees.size(setting.read.written().get(n.text()));
    return right().map(Trees::size).orElse(MOST_SHOWN);
  }

  /// How much of a formula is new, beside the operators that join it to the old.
  private static int made(Syntax s, Set<Syntax> old) {
    if (old.contains(s)) return 0;
    boolean joins = Trees.parts(s).stream().anyMatch(p -> made(p, old) == 0);
    int n = joins ? 0 : 1;
    for (Syntax p : Trees.parts(s)) n += made(p, old);
    return n;
  }

  /// A formula in which one of two slips is mended mostly comes nearer to the truth.
  private List<Edits.Edit> nearestFirst() {
    record Near(Edits.Edit edit, double angle) {}
    return new ArrayList<>(
        fitting.stream()
            .map(e -> new Near(e, target.angle(e.edited())))
            .sorted(Comparator.comparingDouble(Near::angle))
            .limit(MOST_FIRST)
            .map(Near::edit)
            .toList());
  }

  private List<Edits.Edit> of(Edits edits, Syntax written) {
    try {
      List<Edits.Edit> all = edits.of(written);
      work.spend((long) STEPS * all.size());
      return all;
    } catch (RuntimeException | StackOverflowError e) {
      return List.of(); // what cannot be edited explains nothing
    }
  }

  private static Found both(Edits.Edit one, Edits.Edit two) {
    return new Found(one.code(), one.sentence() + "; and " + two.sentence(), two.edited());
  }

  private boolean isLate() {
    return work.done() > end;
  }

  /// Of the edits that make it right, the one that leaves the shortest formula.
  private Optional<Edits.Edit> shortest(List<Edits.Edit> all) {
    for (Edits.Edit e : shortestFirst(all)) {
      if (isLate()) break;
      if (Ellipsis.same(e.edited(), truth)) { // says nothing by itself
        if (fitting.size() < MOST_FITTING) fitting.add(e);
        continue;
      }
      double ratio = ratio(e.edited());
      if (ratio == 1 && holds(e.edited())) return Optional.of(e);
      boolean near = ratio != 1 && target.isConstant(ratio);
      boolean fits = !Double.isNaN(ratio) && !near;
      if (fits && fitting.size() < MOST_FITTING) fitting.add(e);
      else if (Double.isNaN(ratio) && loose.size() < MOST_LOOSE && isOfShape(e.code()))
        loose.add(e);
      else if (near && this.near.size() < MOST_NEAR) this.near.add(e);
    }
    return Optional.empty();
  }

  private static List<Edits.Edit> shortestFirst(List<Edits.Edit> all) {
    record Sized(Edits.Edit edit, int size) {}
    return all.stream()
        .map(e -> new Sized(e, Trees.size(e.edited())))
        .sorted(Comparator.comparingInt(Sized::size))
        .map(Sized::edit)
        .toList();
  }

  /// Mistakes that two of may have to be mended before the shapes fit.
  private static boolean isOfShape(Code code) {
    return code == Code.SUM
        || code == Code.TRANSPOSE
        || code == Code.ORDER
        || code == Code.HADAMARD;
  }

  private static Found found(Edits.Edit e) {
    return new Found(e.code(), e.sentence(), e.edited());
  }

  private double ratio(Syntax edited) {
    try {
      return target.ratio(edited);
    } catch (RuntimeException | StackOverflowError e) {
      return Double.NaN; // what cannot be computed explains nothing
    }
  }

  private boolean holds(Syntax edited) {
    try {
      Outcome o = comparison.compare(truth, edited);
      return o.isEqual() && !o.turned() && hasValues(edited);
    } catch (RuntimeException | StackOverflowError e) {
      return false;
    }
  }

  /// Whether it has a value wherever the truth has one.
  private boolean hasValues(Syntax edited) {
    for (int n = 0; n < POINTS; n++)
      if (comparison.haveValues(truth, truth, n) && !comparison.haveValues(truth, edited, n))
        return false;
    return true;
  }
}
