package dev.jacobi.check;

import dev.jacobi.check.Comparison.Outcome;
import dev.jacobi.notation.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds the cheapest edit of a formula that makes it equal to the truth. Each edit is tried on the
/// writer's own formula, read again and held against the truth before it is said.
final class Diagnosis {
  private static final long MOST_NANOS = 400_000_000;
  private static final int MOST_FIRST_EDITS = 60;

  private final Setting setting;
  private final Comparison comparison;

  Diagnosis(Setting setting, Comparison comparison) {
    this.setting = setting;
    this.comparison = comparison;
  }

  /// An edit that makes the formula right, and how it is said.
  record Found(Code code, String sentence, Syntax edited) {}

  Optional<Found> find(Syntax truth, Syntax written) {
    long end = System.nanoTime() + MOST_NANOS;
    List<Edits> all = Edits.inOrder(setting, comparison, truth);
    List<Edits.Edit> first = new ArrayList<>();
    for (Edits edits : all)
      for (Edits.Edit e : edits.of(written)) {
        if (System.nanoTime() > end) return Optional.empty();
        if (holds(truth, e.edited())) return Optional.of(found(e));
        if (edits.isFirst() && first.size() < MOST_FIRST_EDITS) first.add(e);
      }
    for (Edits.Edit one : first)
      for (Edits edits : all) {
        for (Edits.Edit two : edits.of(one.edited())) {
          if (System.nanoTime() > end) return Optional.empty();
          if (holds(truth, two.edited()))
            return Optional.of(
                new Found(one.code(), one.sentence() + "; and " + two.sentence(), two.edited()));
        }
      }
    return Optional.empty();
  }

  private static Found found(Edits.Edit e) {
    return new Found(e.code(), e.sentence(), e.edited());
  }

  private boolean holds(Syntax truth, Syntax edited) {
    try {
      Outcome o = comparison.compare(truth, edited);
      return o.isEqual() && !o.turned();
    } catch (RuntimeException | StackOverflowError e) {
      return false; // what cannot be computed explains nothing
    }
  }
}
