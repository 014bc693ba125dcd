package dev.jacobi.check;

import dev.jacobi.expr.Extent;
import dev.jacobi.notation.Place;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.Syntax.Op;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A term missing that is a term or a part of the truth, a name, or the product of two names, which
/// is a path of the chain rule: `Wr' dL/dpr`.
final class PartEdits implements Edits {
  private final Atoms atoms;

  PartEdits(Atoms atoms) {
    this.atoms = atoms;
  }

  @Override
  public List<Edit> of(Syntax written) {
    List<Edit> all = new ArrayList<>();
    List<Atoms.Atom> missing = atoms.beside(written);
    List<Syntax> whole = new ArrayList<>(atoms.terms());
    whole.addAll(paths(atoms.simple(), atoms.shape(written)));
    for (Syntax path : whole)
      for (Change c : TermEdits.joined(written, path))
        all.add(new Edit(Code.TERM, c.to(), c.said()));
    all.addAll(Edits.everywhere(Code.TERM, written, x -> completed(x, missing)));
    return all;
  }

  private List<Change> completed(Syntax s, List<Atoms.Atom> missing) {
    boolean sum = s instanceof Syntax.Binary b && b.op() == Op.PLUS;
    if (sum || s instanceof Syntax.Num) return List.of(); // its own terms take it
    List<Change> all = new ArrayList<>();
    Optional<List<Extent>> shape = atoms.shape(s);
    if (shape.isEmpty()) return all;
    if (shape.get().size() == 2)
      for (Syntax path : paths(atoms.simple(), shape)) all.addAll(TermEdits.joined(s, path));
    for (Atoms.Atom a : missing) {
      boolean number = a.shape().filter(List::isEmpty).isPresent(); // taken from every entry
      boolean fits = a.shape().equals(shape) || number;
      if (!fits || Ellipsis.same(a.syntax(), s)) continue;
      all.addAll(TermEdits.joined(s, a.syntax()));
      if (!(s instanceof Syntax.Negate))
        all.add(
            new Change(
                new Syntax.Binary(Op.MINUS, a.syntax(), s, Place.NONE),
                TermEdits.completes(a.syntax(), s)));
    }
    return all;
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
