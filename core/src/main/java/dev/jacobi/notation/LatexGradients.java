package dev.jacobi.notation;

import dev.jacobi.notation.Tex.Leaf;
import dev.jacobi.notation.Tex.Role;
import dev.jacobi.notation.Token.Kind;
import java.util.List;

/// Gradients: `\nabla_W C`, `\nabla f(x)`, `\nabla^2 f`.
final class LatexGradients {
  private final LatexFormula formula;

  LatexGradients(LatexFormula formula) {
    this.formula = formula;
  }

  /// `\nabla_W C`, `\nabla^2 f`.
  int nabla(List<Tex> items, int i, Leaf at, List<Tex> sub, List<Tex> sup) {
    boolean twice = sup.size() == 1 && sup.getFirst().is(Role.NUMBER, "2");
    if (sup.isEmpty() && isAlone(items, i) && ofCost(at, sub)) {
      return i + 1;
    }
    if ((!twice && !sup.isEmpty()) || i + 1 >= items.size()) {
      throw formula.unread(at, "this ∇ is no part of a gradient", "");
    }
    boolean entry = !twice && isEntry(sub);
    if (entry) {
      formula.emit(Kind.DERIVATIVE, "∂", at);
      formula.open(at);
    } else {
      formula.call(twice ? "hess" : "grad", at);
    }
    int next = formula.gradientOf(items, i + 1);
    boolean name =
        LatexNaming.base(LatexDerivatives.core(items.get(i + 1))) != null
            && !isTransposed(items.get(i + 1));
    boolean bracket = LatexNaming.isFence(items, i + 1);
    while (!name && !bracket && next < items.size() && !LatexArguments.ends(items.get(next))) {
      next = formula.unit(items, next);
    }
    for (List<Tex> part : sub.isEmpty() ? at(items, i) : LatexScripts.split(sub)) {
      formula.emit(Kind.COMMA, ",", at);
      formula.all(part);
    }
    formula.close(at);
    return next;
  }

  /// `\nabla_{y_l}`: by one entry, or one row.
  private boolean isEntry(List<Tex> sub) {
    if (LatexScripts.split(sub).size() != 1) {
      return false;
    }
    int start = formula.out.size();
    formula.all(sub);
    boolean entry = formula.out.getLast().is(Kind.CLOSE_SQUARE);
    formula.out.subList(start, formula.out.size()).clear();
    return entry;
  }

  private static boolean isAlone(List<Tex> items, int i) {
    return i + 1 >= items.size()
        || items.get(i + 1).is(Role.SIGN)
        || items.get(i + 1).is(Role.STOP);
  }

  /// `\nabla_W` of nothing is the gradient of the cost, as `dW` is in code.
  private boolean ofCost(Leaf at, List<Tex> sub) {
    LatexResolved.Base base = sub.size() == 1 ? LatexNaming.base(sub.getFirst()) : null;
    String name = base == null ? "" : "d" + base.name();
    boolean known = base != null && formula.names.known(List.of(name)).isPresent();
    if (known) {
      formula.emit(Kind.NAME, name, at);
    }
    return known;
  }

  /// `\nabla_x a^T x`: what is transposed has no gradient of its own; the product that it begins
  /// has.
  private static boolean isTransposed(Tex first) {
    return first instanceof Tex.Scripted s
        && LatexScripts.isTransposed(LatexFormula.flat(LatexScripts.merged(s).sup()));
  }

  /// `\nabla f(x)` is by x; at any other point it is not read.
  private List<List<Tex>> at(List<Tex> items, int i) {
    if (LatexNaming.isFence(items, i + 1) && !formula.head.by().isEmpty()) {
      return LatexScripts.split(formula.head.by());
    }
    boolean called =
        LatexNaming.isFence(items, i + 2) && LatexNaming.base(items.get(i + 1)) != null;
    if (!called || !(items.get(i + 2) instanceof Tex.Fence(_, _, List<Tex> inside, _, _, _))) {
      return List.of();
    }
    List<Tex> flat = LatexFormula.flat(inside);
    if (flat.size() != 1 || LatexNaming.base(flat.getFirst()) == null) {
      throw formula.unread(items.get(i + 2), "a gradient at this point is not read", "");
    }
    return List.of(flat);
  }
}
