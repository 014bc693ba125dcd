package dev.jacobi.check;

import dev.jacobi.notation.Place;
import dev.jacobi.notation.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A formula that holds in another case than the one it is written for: where i = j and not where i
/// ≠ j, or on the diagonal alone though no case is named. Nothing in the formula is edited, but
/// where it is said to hold.
final class CaseEdits {
  private final Comparison comparison;
  private final List<Syntax.Compare> cases;
  private final Atoms atoms;
  private final Syntax truth;

  CaseEdits(Comparison comparison, List<Syntax.Compare> cases, Atoms atoms, Syntax truth) {
    this.comparison = comparison;
    this.cases = cases;
    this.atoms = atoms;
    this.truth = truth;
  }

  Optional<Diagnosis.Found> find(Syntax written) {
    Syntax right = atoms.printed(truth).orElse(truth);
    for (int q = 0; q < cases.size(); q++) {
      Syntax.Compare c = cases.get(q);
      List<Syntax.Compare> other = new ArrayList<>(cases);
      other.set(q, opposite(c));
      if (holds(other, written))
        return found(Code.CASE, said(other.get(q)) + ", not " + said(c), right);
    }
    return cases.isEmpty() ? ofLetters(written, right) : Optional.empty();
  }

  private Optional<Diagnosis.Found> ofLetters(Syntax written, Syntax right) {
    List<String> letters = comparison.letters();
    for (int p = 0; p < letters.size(); p++)
      for (int q = p + 1; q < letters.size(); q++) {
        Syntax a = Edits.name(letters.get(p));
        Syntax b = Edits.name(letters.get(q));
        var equal = new Syntax.Compare(Syntax.Relation.EQUAL, a, b, Place.NONE);
        if (holds(List.of(equal), written))
          return found(Code.DIAGONAL, said(equal) + " only: this is the diagonal", right);
        if (holds(List.of(opposite(equal)), written))
          return found(Code.CASE, said(opposite(equal)) + " only", right);
      }
    return Optional.empty();
  }

  private static Optional<Diagnosis.Found> found(Code code, String sentence, Syntax right) {
    return Optional.of(new Diagnosis.Found(code, sentence, right));
  }

  private boolean holds(List<Syntax.Compare> other, Syntax written) {
    try {
      Comparison there = comparison.under(other);
      boolean empty = there.compare(truth, Edits.number("0")).isEqual(); // anything may hold
      return !empty && there.compare(truth, written).isEqual();
    } catch (RuntimeException | StackOverflowError e) {
      return false;
    }
  }

  private static String said(Syntax.Compare c) {
    return "it holds where " + Edits.spelled(c);
  }

  private static Syntax.Compare opposite(Syntax.Compare c) {
    var other =
        switch (c.relation()) {
          case EQUAL -> Syntax.Relation.DIFFERENT;
          case DIFFERENT -> Syntax.Relation.EQUAL;
          case LESS -> Syntax.Relation.AT_LEAST;
          case AT_LEAST -> Syntax.Relation.LESS;
          case MORE -> Syntax.Relation.AT_MOST;
          case AT_MOST -> Syntax.Relation.MORE;
        };
    return new Syntax.Compare(other, c.left(), c.right(), c.place());
  }
}
