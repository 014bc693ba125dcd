package dev.jacobi.check;

import dev.jacobi.notation.Place;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.Syntax.Op;
import dev.jacobi.notation.TextSpelling;
import java.util.ArrayList;
import java.util.List;

/// A term too many, or a 1 missing.
final class TermEdits implements Edits {
  @Override
  public List<Edit> of(Syntax written) {
    List<Edit> all = new ArrayList<>(Edits.everywhere(Code.TERM, written, TermEdits::without));
    all.addAll(Edits.everywhere(Code.TERM, written, TermEdits::completed));
    return all;
  }

  private static List<Change> without(Syntax s) {
    if (!(s instanceof Syntax.Binary b)) return List.of();
    return switch (b.op()) {
      case PLUS ->
          List.of(
              new Change(b.left(), tooMany(b.right())), new Change(b.right(), tooMany(b.left())));
      case MINUS ->
          List.of(
              new Change(b.left(), tooMany(new Syntax.Negate(b.right(), Place.NONE))),
              new Change(new Syntax.Negate(b.right(), b.place()), tooMany(b.left())));
      case TIMES, HADAMARD, QUOTIENT, ENTRY_QUOTIENT, POWER, ENTRY_POWER -> List.of();
    };
  }

  private static String tooMany(Syntax term) {
    return "the term " + Edits.spelled(term) + " is too many";
  }

  static List<Change> joined(Syntax s, Syntax term) {
    String said = "the term " + Edits.spelled(term) + " is missing";
    if (TextSpelling.PLAIN.spell(term).startsWith("-")) {
      Syntax positive = SignEdits.negated(term);
      return List.of(new Change(new Syntax.Binary(Op.MINUS, s, positive, Place.NONE), said));
    }
    List<Change> all = new ArrayList<>();
    all.add(new Change(new Syntax.Binary(Op.PLUS, s, term, Place.NONE), said));
    String minus = "the term " + Edits.spelled(new Syntax.Negate(term, Place.NONE)) + " is missing";
    all.add(new Change(new Syntax.Binary(Op.MINUS, s, term, Place.NONE), minus));
    if (s instanceof Syntax.Negate n)
      all.add(new Change(new Syntax.Binary(Op.MINUS, term, n.of(), Place.NONE), said));
    return all;
  }

  /// `y` where `1 - y` is meant.
  private static List<Change> completed(Syntax s) {
    if (s instanceof Syntax.Num) return List.of();
    Syntax one = Edits.number("1");
    String said = "the term `1` is missing";
    if (s instanceof Syntax.Negate n)
      return List.of(new Change(new Syntax.Binary(Op.MINUS, one, n.of(), Place.NONE), said));
    return List.of(
        new Change(new Syntax.Binary(Op.MINUS, one, s, Place.NONE), completes(one, s)),
        new Change(new Syntax.Binary(Op.PLUS, s, one, Place.NONE), said));
  }

  static String completes(Syntax front, Syntax s) {
    return Edits.meant(new Syntax.Binary(Op.MINUS, front, s, Place.NONE), s);
  }
}
