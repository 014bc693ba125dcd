package dev.jacobi.check;

import dev.jacobi.expr.Extent;
import dev.jacobi.notation.Place;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.Syntax.Op;
import dev.jacobi.notation.Trees;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A factor of the chain rule dropped, or one too many: the slope of an activation, a weight
/// matrix, an upstream derivative.
final class ChainEdits implements Edits {
  private final Setting setting;
  private final Atoms atoms;
  private final Syntax truth;

  ChainEdits(Setting setting, Atoms atoms, Syntax truth) {
    this.setting = setting;
    this.atoms = atoms;
    this.truth = truth;
  }

  @Override
  public List<Edit> of(Syntax written) {
    List<Edit> all = new ArrayList<>(Edits.everywhere(Code.CHAIN, written, ChainEdits::without));
    all.addAll(Edits.everywhere(Code.CHAIN, written, this::upstream));
    List<Atoms.Atom> missing = atoms.beside(written);
    Set<Syntax> second = Collections.newSetFromMap(new IdentityHashMap<>());
    Trees.walk(
        written,
        x -> {
          if (x instanceof Syntax.Binary b && (b.op() == Op.TIMES || b.op() == Op.HADAMARD))
            second.add(b.right());
        });
    boolean quotients = atoms.hasQuotient();
    all.addAll(
        Edits.everywhere(
            Code.CHAIN, written, x -> with(x, missing, second.contains(x), quotients)));
    return all;
  }

  /// `second`: it is the right factor of a product, whose left one takes most of them already.
  private List<Change> with(Syntax s, List<Atoms.Atom> missing, boolean second, boolean quotients) {
    if (second && atoms.isByEntry()) return List.of();
    boolean product = s instanceof Syntax.Binary b && b.op() == Op.TIMES;
    boolean entrywise = s instanceof Syntax.Binary b && b.op() == Op.HADAMARD;
    Optional<List<Extent>> shape = atoms.shape(s);
    List<Change> all = new ArrayList<>();
    for (Atoms.Atom a : missing) {
      String said = "the factor " + Edits.spelled(a.syntax()) + " is missing";
      if (shape.isEmpty() || a.shape().isEmpty()) continue;
      List<Extent> x = shape.get();
      List<Extent> y = a.shape().get();
      if (x.equals(y) && !x.isEmpty() && !entrywise && !second)
        all.add(new Change(Edits.hadamard(s, a.syntax()), said));
      if (quotients && (y.isEmpty() || x.equals(y))) {
        Op op = y.isEmpty() ? Op.QUOTIENT : Op.ENTRY_QUOTIENT;
        all.add(
            new Change(
                new Syntax.Binary(op, s, a.syntax(), Place.NONE),
                "the divisor " + Edits.spelled(a.syntax()) + " is missing"));
      }
      if (product) continue; // its own factors take it
      if (y.isEmpty() || x.isEmpty()) all.add(new Change(Edits.product(s, a.syntax()), said));
      else {
        if (meet(x, y)) all.add(new Change(Edits.product(s, a.syntax()), said));
        if (meet(y, x) && !second) all.add(new Change(Edits.product(a.syntax(), s), said));
        turned(s, x, a.syntax(), y, second, all);
      }
    }
    return all;
  }

  /// The derivative by a name nearer to the output, or farther from it.
  private List<Change> upstream(Syntax s) {
    if (!(s instanceof Syntax.Derivative d)) return List.of();
    List<Change> all = new ArrayList<>();
    for (Syntax by : NameEdits.others(setting, d.wrt())) {
      Syntax other = new Syntax.Derivative(d.of(), by, d.place());
      if (!Ellipsis.same(other, truth)) all.add(new Change(other, Edits.meant(other, s)));
    }
    return all;
  }

  private static void turned(
      Syntax s, List<Extent> x, Syntax atom, List<Extent> y, boolean second, List<Change> all) {
    List<Extent> turned = y.size() == 2 ? y.reversed() : List.of(Extent.ONE, y.get(0));
    Syntax t = TransposeEdits.turned(atom);
    String said = "the factor " + Edits.spelled(t) + " is missing";
    if (meet(x, turned)) all.add(new Change(Edits.product(s, t), said));
    if (meet(turned, x) && !second) all.add(new Change(Edits.product(t, s), said));
  }

  private static boolean meet(List<Extent> x, List<Extent> y) {
    if (x.size() > 2 || y.size() > 2) return false;
    Extent inner = x.size() == 2 ? x.get(1) : Extent.ONE;
    return inner.equals(y.get(0));
  }

  private static List<Change> without(Syntax s) {
    if (!(s instanceof Syntax.Binary b)) return List.of();
    boolean product = b.op() == Op.TIMES || b.op() == Op.HADAMARD;
    boolean quotient = b.op() == Op.QUOTIENT || b.op() == Op.ENTRY_QUOTIENT;
    List<Change> all = new ArrayList<>();
    if (product) all.add(new Change(b.right(), tooMany(b.left())));
    if (product || quotient) all.add(new Change(b.left(), tooMany(b.right())));
    return all;
  }

  private static String tooMany(Syntax factor) {
    return "the factor " + Edits.spelled(factor) + " is too many";
  }
}
