package dev.jacobi.engine.emit;

import dev.jacobi.engine.plan.Scalar;
import dev.jacobi.engine.plan.Scalar.Operator;
import dev.jacobi.engine.plan.Step.Nest;
import dev.jacobi.engine.plan.Step.Reduction;
import dev.jacobi.engine.plan.Var;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A sum of few terms for each entry of a result: the terms are written out one by one, what only
/// rests on their number is read before all loops, and two sums that do not wait for each other
/// become one.
final class ShortSum {
  private static final int MOST = 16; // terms
  private static final int LONGEST = 256; // nodes of all terms together

  private final Writer w;
  private final Nest n;
  private final Var over;
  private final boolean fused;
  private final List<Body> terms = new ArrayList<>();
  private final List<Var> done = new ArrayList<>();

  /// @param fuses whether the machine multiplies and adds in one
  ShortSum(Writer w, Nest n, boolean fuses) {
    this.w = w;
    this.n = n;
    this.over = n.inner().getFirst();
    this.fused =
        fuses
            && n.reduction() == Reduction.SUM
            && n.body() instanceof Scalar.Op o
            && o.operator == Operator.MUL;
    for (int q = 0; q < over.extent(); q++) terms.add(new Body(w, n.body()));
  }

  static boolean fits(Nest n) {
    if (n.inner().size() != 1 || n.outer().isEmpty()) return false;
    int count = n.inner().getFirst().extent();
    Set<Scalar> nodes = new HashSet<>();
    boolean calls = calls(n.body(), nodes);
    return count > 1 && count <= MOST && !calls && nodes.size() * count <= LONGEST;
  }

  private static boolean calls(Scalar s, Set<Scalar> seen) {
    if (!seen.add(s)) return false;
    boolean any = s instanceof Scalar.Call;
    for (Scalar p : s.parts()) any |= calls(p, seen);
    return any;
  }

  void write() {
    loops(n.outer());
  }

  private void loops(List<Var> loops) {
    if (loops.isEmpty()) {
      entry();
      return;
    }
    List<Var> fixed = new ArrayList<>(done);
    fixed.add(over);
    for (int q = 0; q < terms.size(); q++) {
      w.fix(over, q);
      terms.get(q).hoist(fixed);
    }
    Var v = loops.getFirst();
    w.loop(
        v,
        () -> {
          done.add(v);
          loops(loops.subList(1, loops.size()));
        });
  }

  private void entry() {
    Body any = terms.getFirst();
    any.target(n.out(), n.address());
    if (n.accumulates()) {
      any.target(n.out(), n.address());
      w.arrayLoad();
    }
    int[] sums = {w.number(), w.number()};
    for (int q = 0; q < terms.size(); q++) {
      w.fix(over, q);
      term(terms.get(q), sums[q % 2], q < 2);
    }
    w.load(sums[0]);
    w.load(sums[1]);
    w.combine(n.reduction());
    if (n.accumulates()) w.add();
    w.arrayStore();
  }

  private void term(Body body, int sum, boolean first) {
    Set<Scalar> before = body.known();
    if (first) {
      body.push(n.body());
    } else if (fused) {
      for (Scalar p : n.body().parts()) body.push(p);
      w.load(sum);
      w.fma();
    } else {
      w.load(sum);
      body.push(n.body());
      w.combine(n.reduction());
    }
    w.store(sum);
    body.forget(before);
  }
}
