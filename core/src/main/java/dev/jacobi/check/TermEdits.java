package dev.jacobi.check;

import dev.jacobi.expr.Extent;
import dev.jacobi.notation.Place;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.Syntax.Op;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A term too many, or one missing: of the whole, a term of the true sum or the product of two
/// parts, which is a path of the chain rule; of a part of it, a name or a part of the truth.
final class TermEdits implements Edits {
  private final Atoms atoms;

  TermEdits(Atoms atoms) {
    this.atoms = atoms;
  }

  @Override
  public List<Edit> of(Syntax written) {
    List<Edit> all = new ArrayList<>(Edits.everywhere(Code.TERM, written, TermEdits::without));
    for (Syntax term : atoms.terms()) whole(written, term, all);
    List<Atoms.Atom> missing = atoms.beside(written);
    all.addAll(Edits.everywhere(Code.TERM, written, x -> completed(x, missing)));
    for (Syntax path : paths(missing, atoms.shape(written))) whole(written, path, all);
    return all;
  }

  private static void whole(Syntax written, Syntax term, List<Edit> all) {
    for (Change c : joined(written, term)) all.add(new Edit(Code.TERM, c.to(), c.said()));
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

  private static List<Change> joined(Syntax s, Syntax term) {
    String said = "the term " + Edits.spelled(term) + " is missing";
    if (term instanceof Syntax.Negate n)
      return List.of(new Change(new Syntax.Binary(Op.MINUS, s, n.of(), Place.NONE), said));
    List<Change> all = new ArrayList<>();
    all.add(new Change(new Syntax.Binary(Op.PLUS, s, term, Place.NONE), said));
    String minus = "the term " + Edits.spelled(new Syntax.Negate(term, Place.NONE)) + " is missing";
    all.add(new Change(new Syntax.Binary(Op.MINUS, s, term, Place.NONE), minus));
    if (s instanceof Syntax.Negate n)
      all.add(new Change(new Syntax.Binary(Op.MINUS, term, n.of(), Place.NONE), said));
    return all;
  }

  private List<Change> completed(Syntax s, List<Atoms.Atom> missing) {
    if (s instanceof Syntax.Num) return List.of();
    boolean sum = s instanceof Syntax.Binary b && (b.op() == Op.PLUS || b.op() == Op.MINUS);
    boolean first = sum && ((Syntax.Binary) s).op() == Op.PLUS;
    if (first) return List.of(); // its own terms take it
    List<Change> all = new ArrayList<>();
    Syntax one = Edits.number("1");
    String said = "the term `1` is missing";
    all.add(new Change(new Syntax.Binary(Op.PLUS, s, one, Place.NONE), said));
    all.add(new Change(new Syntax.Binary(Op.MINUS, one, s, Place.NONE), completes("1 - ", s)));
    if (s instanceof Syntax.Negate n)
      all.add(new Change(new Syntax.Binary(Op.MINUS, one, n.of(), Place.NONE), said));
    Optional<List<Extent>> shape = atoms.shape(s);
    if (shape.isPresent() && shape.get().size() == 2)
      for (Syntax path : paths(missing, shape)) all.addAll(joined(s, path));
    for (Atoms.Atom a : missing) {
      boolean fits = shape.isPresent() && a.shape().equals(shape);
      if (!fits || Ellipsis.same(a.syntax(), s)) continue;
      all.addAll(joined(s, a.syntax()));
      if (!(s instanceof Syntax.Negate))
        all.add(
            new Change(
                new Syntax.Binary(Op.MINUS, a.syntax(), s, Place.NONE),
                completes(bare(a.syntax()) + " - ", s)));
    }
    return all;
  }

  private static String completes(String front, Syntax s) {
    return "`" + front + bare(s) + "` is meant where " + Edits.spelled(s) + " stands";
  }

  private static String bare(Syntax s) {
    return Edits.spelled(s).replace("`", "");
  }

  /// Products of two parts that have the shape of the whole.
  private static List<Syntax> paths(List<Atoms.Atom> parts, Optional<List<Extent>> shape) {
    List<Syntax> all = new ArrayList<>();
    if (shape.isEmpty() || shape.get().isEmpty()) return all;
    for (Atoms.Atom a : parts)
      for (Atoms.Atom b : parts) {
        if (!isSimple(a) || !isSimple(b)) continue;
        List<Extent> x = a.shape().get();
        List<Extent> y = b.shape().get();
        if (x.equals(y) && x.equals(shape.get())) all.add(Edits.hadamard(a.syntax(), b.syntax()));
        if (shape.get().size() == 1 && x.size() == 2 && y.size() == 1) {
          boolean turns = x.get(0).equals(y.get(0)) && x.get(1).equals(shape.get().get(0));
          if (turns) all.add(Edits.product(TransposeEdits.turned(a.syntax()), b.syntax()));
        }
        if (shape.get().size() == 2 && x.size() == 1 && y.size() == 1) {
          if (List.of(x.get(0), y.get(0)).equals(shape.get()))
            all.add(Edits.product(a.syntax(), TransposeEdits.turned(b.syntax())));
        }
      }
    return all;
  }

  private static boolean isSimple(Atoms.Atom a) {
    boolean name = a.syntax() instanceof Syntax.Name || a.syntax() instanceof Syntax.Derivative;
    return name && a.shape().isPresent();
  }
}
