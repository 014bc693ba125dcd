package dev.jacobi.check;

import dev.jacobi.notation.Place;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.Syntax.Op;
import java.util.ArrayList;
import java.util.List;

/// A term too many, or one missing: what is left over equals one term of the true sum.
final class TermEdits implements Edits {
  private final Setting setting;
  private final Comparison comparison;
  private final Syntax truth;

  TermEdits(Setting setting, Comparison comparison, Syntax truth) {
    this.setting = setting;
    this.comparison = comparison;
    this.truth = truth;
  }

  @Override
  public List<Edit> of(Syntax written) {
    List<Edit> all = new ArrayList<>();
    for (Syntax s : Edits.everywhere(written, TermEdits::without))
      all.add(new Edit(Code.TERM, s, "a term is too many"));
    for (Syntax term : comparison.termsOf(truth)) {
      Syntax sum = new Syntax.Binary(Op.PLUS, written, term, Place.NONE);
      all.add(new Edit(Code.TERM, sum, "the term " + Edits.spelled(term) + " is missing"));
    }
    for (Syntax s : Edits.everywhere(written, this::completed))
      all.add(new Edit(Code.TERM, s, "a term is missing"));
    return all;
  }

  private static List<Syntax> without(Syntax s) {
    if (!(s instanceof Syntax.Binary b)) return List.of();
    if (b.op() == Op.PLUS) return List.of(b.left(), b.right());
    if (b.op() == Op.MINUS) return List.of(b.left(), new Syntax.Negate(b.right(), b.place()));
    return List.of();
  }

  /// A name alone where a difference with another of its shape, or with 1, is meant.
  private List<Syntax> completed(Syntax s) {
    if (!(s instanceof Syntax.Name) && !(s instanceof Syntax.Entry)) return List.of();
    List<Syntax> all = new ArrayList<>();
    all.add(new Syntax.Binary(Op.MINUS, Edits.number("1"), s, Place.NONE));
    Syntax name = s instanceof Syntax.Entry e ? e.of() : s;
    for (Syntax other : NameEdits.others(setting, name)) {
      Syntax o =
          s instanceof Syntax.Entry e ? new Syntax.Entry(other, e.indices(), e.place()) : other;
      all.add(new Syntax.Binary(Op.MINUS, s, o, Place.NONE));
      all.add(new Syntax.Binary(Op.PLUS, s, o, Place.NONE));
    }
    return all;
  }

  @Override
  public boolean isFirst() {
    return false;
  }
}
