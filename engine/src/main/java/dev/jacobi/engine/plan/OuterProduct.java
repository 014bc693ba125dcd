package dev.jacobi.engine.plan;

import dev.jacobi.engine.plan.Scalar.Operator;
import java.util.ArrayList;
import java.util.List;

/// `A[i,j,k,l] = u_ij R_ikl`, with short rows l: R is computed once into an array of its own, and
/// each (i, j) scales a stretch of it, which is longer than a row.
final class OuterProduct {
  private static final int SHORT = 64; // rows of more entries are long enough as they are
  private static final int REPEATS = 4; // fewer do not pay for the array

  private OuterProduct() {}

  static Scalar split(Scalar body, List<Var> loops, Workshop shop) {
    if (loops.size() < 3 || loops.getLast().extent() >= SHORT) return body;
    List<Scalar> factors = new ArrayList<>();
    collect(body, factors);
    if (factors.size() < 3) return body;
    for (int p = loops.size() - 3; p >= 0; p--) {
      Var j = loops.get(p);
      List<Scalar> with = factors.stream().filter(f -> f.vars.contains(j)).toList();
      List<Scalar> without = factors.stream().filter(f -> !f.vars.contains(j)).toList();
      List<Var> prefix = loops.subList(0, p + 1);
      boolean outside = with.stream().allMatch(f -> prefix.containsAll(f.vars));
      if (j.extent() < REPEATS || with.isEmpty() || without.size() < 2 || !outside) continue;
      Scalar rest = product(without, shop);
      List<Var> axes = new ArrayList<>(loops);
      axes.remove(j);
      if (!rest.vars.containsAll(axes.subList(p, axes.size()))) continue;
      axes.removeIf(v -> !rest.vars.contains(v));
      return shop.scalars.mul(product(with, shop), shop.load(shop.keep(rest, axes), axes));
    }
    return body;
  }

  private static void collect(Scalar s, List<Scalar> factors) {
    if (s instanceof Scalar.Op o && o.operator == Operator.MUL)
      o.parts().forEach(p -> collect(p, factors));
    else factors.add(s);
  }

  private static Scalar product(List<Scalar> factors, Workshop shop) {
    Scalar p = shop.scalars.num(1);
    for (Scalar f : factors) p = shop.scalars.mul(p, f);
    return p;
  }
}
