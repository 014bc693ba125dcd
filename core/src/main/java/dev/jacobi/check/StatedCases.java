package dev.jacobi.check;

import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.Written;
import dev.jacobi.notation.Written.Sign;
import java.util.List;
import java.util.Optional;

/// What a text states before its formulas, as long as it holds: "For $i ≠ j$,", "If $W_1 = W_2$,",
/// "When $y = 1$".
final class StatedCases {
  private Optional<Syntax.Compare> current = Optional.empty();
  private Optional<Run.Case> lasting = Optional.empty(); // the case stated last
  private Optional<Syntax.Compare> hypothesis = Optional.empty();
  private List<Syntax> values = List.of(); // what is zero in the case at hand: `y - 1`

  /// A part of the text has ended.
  void forget() {
    forgetCases();
    hypothesis = Optional.empty();
    values = List.of();
  }

  void forgetCases() {
    current = Optional.empty();
    lasting = Optional.empty();
  }

  /// "For $i ≠ j$," on a line, counted from 1.
  void state(Syntax.Compare c, int line) {
    current = Optional.of(c);
    lasts(Run.Case.of(c, line));
  }

  /// "On the diagonal": for all formulas of this part that do not say otherwise.
  void lasts(Run.Case c) {
    lasting = Optional.of(c);
  }

  /// A line of words alone, which states nothing.
  void textGoesOn(String line) {
    if (line.length() > 3) current = Optional.empty();
    hypothesis = Optional.empty();
  }

  /// An equality between two names under which the formulas stand.
  Optional<Syntax.Compare> hypothesis() {
    return hypothesis;
  }

  /// What holds for a chain that begins here.
  void giveTo(Run run) {
    current.ifPresent(run.cases::add);
    run.before = run.cases.size();
    run.lasting = lasting;
    run.values = values;
  }

  /// Takes "If $W_1 = W_2$," of two names, or "When $y = 1$" of a number that has few values; says
  /// whether it was one of these.
  boolean suppose(Written w, Setting setting) {
    if (w.chains().size() != 1 || w.chains().getFirst().links().size() != 2) return false;
    var links = w.chains().getFirst().links();
    if (links.get(1).sign() != Sign.EQUALS
        || !(links.get(0).side() instanceof Written.Side.Formula l)
        || !(links.get(1).side() instanceof Written.Side.Formula r)
        || !(l.syntax() instanceof Syntax.Name a)) return false;
    if (setting.isOfFewValues(a.text()) && Supposed.isNumber(r.syntax())) {
      values = List.of(new Syntax.Binary(Syntax.Op.MINUS, a, r.syntax(), a.place()));
      return true;
    }
    if (r.syntax() instanceof Syntax.Name b
        && setting.model.knows(a.text())
        && setting.model.knows(b.text())) {
      hypothesis = Optional.of(new Syntax.Compare(Syntax.Relation.EQUAL, a, b, a.place()));
      return true;
    }
    return false;
  }
}
