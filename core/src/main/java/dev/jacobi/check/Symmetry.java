package dev.jacobi.check;

import dev.jacobi.expr.Extent;
import dev.jacobi.expr.Variable;
import dev.jacobi.notation.Place;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.Trees;
import dev.jacobi.notation.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// "If $A$ is symmetric": what is said then of `A` is said of `(A + A') / 2` for any A.
final class Symmetry {
  private static final Pattern SAID =
      Pattern.compile("symmetri|simetri|simétri|symétri|simmetri|对称|對稱|симметри");

  private Symmetry() {}

  static boolean isSaid(String words) {
    return SAID.matcher(words).find();
  }

  /// `A = A'`, and nothing else.
  static boolean isEquation(Written w) {
    return w.chains().size() == 1
        && w.chains().getFirst().links().size() == 2
        && w.chains().getFirst().links().get(0).side() instanceof Written.Side.Formula l
        && w.chains().getFirst().links().get(1).side() instanceof Written.Side.Formula r
        && (r.syntax() instanceof Syntax.Transpose t && Ellipsis.same(t.of(), l.syntax())
            || l.syntax() instanceof Syntax.Transpose p && Ellipsis.same(p.of(), r.syntax()));
  }

  /// The square matrices of which nothing is known that formulas speak of, and do not differentiate
  /// by.
  static List<String> candidates(Setting setting, List<Syntax> formulas) {
    Set<String> names = new TreeSet<>();
    Set<String> by = new TreeSet<>();
    for (Syntax s : formulas) {
      names.addAll(Interpreter.names(s));
      Trees.walk(
          s,
          x -> {
            if (x instanceof Syntax.Derivative d) by.addAll(Interpreter.names(d.wrt()));
            if (x instanceof Syntax.Call c && c.function().equals("grad"))
              by.addAll(Interpreter.names(c.arguments().getLast()));
          });
    }
    names.removeAll(by);
    List<String> square = new ArrayList<>();
    for (String n : names) {
      Variable v = setting.model.variables().get(n);
      List<Extent> shape = v == null ? List.of() : v.shape();
      if (shape.size() == 2 && shape.getFirst().equals(shape.getLast())) square.add(n);
    }
    return square;
  }

  /// A formula of the symmetric part of a matrix.
  static Syntax of(Syntax s, String matrix) {
    Syntax a = new Syntax.Name(matrix, Place.NONE);
    Syntax sum =
        new Syntax.Binary(Syntax.Op.PLUS, a, new Syntax.Transpose(a, Place.NONE), Place.NONE);
    Syntax half =
        new Syntax.Binary(Syntax.Op.TIMES, new Syntax.Num("0.5", Place.NONE), sum, Place.NONE);
    return Trees.map(s, x -> x instanceof Syntax.Name n && n.text().equals(matrix) ? half : x);
  }
}
