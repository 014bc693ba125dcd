package dev.jacobi.engine.plan;

import dev.jacobi.engine.plan.Scalar.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;

/// Two neighbouring loops over arrays that lie without gaps are one longer loop.
final class Collapse {
  private final Scalars scalars;
  private final IntFunction<Var> loop;
  private Scalar body;
  private Affine address;

  private Collapse(Scalars scalars, IntFunction<Var> loop, Scalar body, Affine address) {
    this.scalars = scalars;
    this.loop = loop;
    this.body = body;
    this.address = address;
  }

  static Step.Nest of(Step.Nest n, Scalars scalars, IntFunction<Var> loop) {
    var c = new Collapse(scalars, loop, n.body(), n.address());
    List<Var> outer = c.collapsed(n.outer());
    List<Var> inner = c.collapsed(n.inner());
    return new Step.Nest(n.out(), c.address, outer, inner, n.reduction(), c.body, n.accumulates());
  }

  private List<Var> collapsed(List<Var> loops) {
    List<Var> left = new ArrayList<>(loops);
    left.removeIf(v -> v.extent() == 1);
    for (int q = left.size() - 2; q >= 0; q--) {
      Var u = left.get(q);
      Var v = left.get(q + 1);
      if (!joins(u, v)) continue;
      Var both = loop.apply(Math.multiplyExact(u.extent(), v.extent()));
      UnaryOperator<Affine> change = a -> a.without(List.of(u)).replaced(v, Affine.of(both, 1));
      address = change.apply(address);
      body = new Rebuilt(scalars, x -> moved(x, change)).of(body);
      left.set(q, both);
      left.remove(q + 1);
    }
    return left;
  }

  private boolean joins(Var u, Var v) {
    if (address.stride(u) != address.stride(v) * v.extent()) return false;
    for (Scalar s : Reads.nodes(body)) {
      if (s instanceof Scalar.Load l && l.address.stride(u) != l.address.stride(v) * v.extent())
        return false;
      if (s instanceof Scalar.Choose c)
        for (Condition x : c.conditions)
          if (x instanceof Condition.Holds h
              && (h.place().stride(u) != 0 || h.place().stride(v) != 0)) return false;
    }
    return true;
  }

  private Optional<Scalar> moved(Scalar s, UnaryOperator<Affine> change) {
    return s instanceof Scalar.Load l
        ? Optional.of(scalars.load(l.buffer, change.apply(l.address)))
        : Optional.empty();
  }
}
