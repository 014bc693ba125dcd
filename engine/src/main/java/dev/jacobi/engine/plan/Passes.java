package dev.jacobi.engine.plan;

import dev.jacobi.engine.plan.Step.Gemm;
import dev.jacobi.engine.plan.Step.Matrix;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What makes a program shorter when all of it is known.
final class Passes {
  private Passes() {}

  static Program all(Program p) {
    Program live = live(p);
    List<Step> steps = new ArrayList<>(live.steps());
    solved(steps);
    return live(new Program(p.inputs(), p.outputs(), Scaling.of(steps)));
  }

  /// Steps whose results nobody reads are left out.
  private static Program live(Program p) {
    Set<Buffer> needed = new HashSet<>(p.outputs());
    needed.addAll(p.inputs()); // those that change
    List<Step> kept = new ArrayList<>();
    for (Step s : p.steps().reversed())
      if (needed.contains(s.out())) {
        kept.addFirst(s);
        needed.addAll(s.reads());
      }
    return new Program(p.inputs(), p.outputs(), kept);
  }

  /// `X⁻¹ B` where the inverse is good for nothing else is a system to solve, with the factors that
  /// other steps may need too.
  private static void solved(List<Step> steps) {
    for (Step s : List.copyOf(steps))
      if (s instanceof Step.Square x && x.function() == Step.MatrixFunction.INVERSE)
        solved(steps, x);
  }

  private static void solved(List<Step> steps, Step.Square inverse) {
    Buffer v = inverse.out();
    if (v.kind() != Buffer.Kind.TEMPORARY) return;
    List<Step> changed = new ArrayList<>();
    int columns = 0;
    for (Step s : steps) {
      Step r = s;
      if (s.reads().contains(v)) {
        Optional<Step.Solve> solve = s instanceof Gemm g ? solve(g, inverse) : Optional.empty();
        if (solve.isEmpty()) return;
        columns += solve.get().columns();
        r = solve.get();
      }
      changed.add(r);
    }
    if (columns > 2 * inverse.n()) return; // as much work as the inverse
    steps.clear();
    steps.addAll(changed);
  }

  private static Optional<Step.Solve> solve(Gemm g, Step.Square inverse) {
    Buffer v = inverse.out();
    boolean plain = g.alpha().equals(Step.Factor.ONE) && g.beta() == 0 && g.batch().isEmpty();
    if (!plain) return Optional.empty();
    if (g.a().buffer() == v && g.b().buffer() != v)
      return solve(g.c(), g.a(), g.b(), g.n(), inverse);
    if (g.b().buffer() == v && g.a().buffer() != v)
      return solve(g.c().transposed(), g.b().transposed(), g.a().transposed(), g.m(), inverse);
    return Optional.empty();
  }

  /// `C = V B` (or `V' B`) of n × t.
  private static Optional<Step.Solve> solve(
      Matrix c, Matrix v, Matrix b, int t, Step.Square inverse) {
    int n = inverse.n();
    boolean straight = v.rows() == n && v.columns() == 1;
    boolean turned = v.rows() == 1 && v.columns() == n;
    boolean whole = v.base().equals(Affine.ZERO) && c.base().equals(Affine.ZERO);
    boolean gapless = c.buffer().size == n * t && (t == 1 || c.columns() == 1);
    if (!whole || !gapless || !(straight || turned)) return Optional.empty();
    boolean rows = t == 1 || c.rows() == t;
    if (!rows || !b.base().vars().isEmpty()) return Optional.empty();
    return Optional.of(new Step.Solve(c.buffer(), inverse.in(), !straight, b, n, t));
  }
}
