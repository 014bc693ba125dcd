package dev.jacobi.engine.plan;

import dev.jacobi.engine.plan.Step.Gemm;
import dev.jacobi.engine.plan.Step.Matrix;
import dev.jacobi.engine.plan.Step.Nest;
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
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int q = 0; q < steps.size() && !changed; q++) changed = scaled(steps, q);
    }
    return live(new Program(p.inputs(), p.outputs(), steps));
  }

  /// Steps whose results nobody reads are left out.
  private static Program live(Program p) {
    Set<Buffer> needed = new HashSet<>(p.outputs());
    List<Step> kept = new ArrayList<>();
    for (Step s : p.steps().reversed())
      if (needed.contains(s.out())) {
        kept.addFirst(s);
        needed.addAll(s.reads());
      }
    return new Program(p.inputs(), p.outputs(), kept);
  }

  /// `out = c · T` behind `T = A B`, which nothing else reads, is `out = c A B`.
  private static boolean scaled(List<Step> steps, int at) {
    if (!(steps.get(at) instanceof Nest n) || n.accumulates() || !n.inner().isEmpty()) return false;
    double c = factor(n.body());
    if (Double.isNaN(c)) return false;
    Scalar.Load l = load(n.body());
    boolean whole = Workshop.isWhole(l, n.outer()) && n.address().equals(l.address);
    if (!whole || l.buffer.kind() != Buffer.Kind.TEMPORARY || readers(steps, l.buffer) != 1)
      return false;
    Optional<Integer> writer = writer(steps, l.buffer);
    if (writer.isEmpty() || !(steps.get(writer.get()) instanceof Gemm g)) return false;
    Matrix target = new Matrix(n.out(), g.c().base(), g.c().rows(), g.c().columns());
    var alpha = new Step.Factor(g.alpha().constant() * c, g.alpha().number());
    steps.set(
        writer.get(),
        new Gemm(target, g.a(), g.b(), g.m(), g.n(), g.k(), g.batch(), alpha, g.beta()));
    steps.remove(at);
    return true;
  }

  /// c where the body is `c · load`, else not a number.
  private static double factor(Scalar s) {
    if (s instanceof Scalar.Load) return 1;
    if (!(s instanceof Scalar.Op o)) return Double.NaN;
    return switch (o.operator) {
      case NEG -> -factor(o.parts().get(0));
      case MUL ->
          o.parts().get(0) instanceof Scalar.Num n
              ? n.value * factor(o.parts().get(1))
              : Double.NaN;
      case ADD, SUB, DIV, SQRT, MAX, MIN, POW -> Double.NaN;
    };
  }

  private static Scalar.Load load(Scalar s) {
    return s instanceof Scalar.Load l ? l : load(s.parts().getLast());
  }

  private static int readers(List<Step> steps, Buffer b) {
    int n = 0;
    for (Step s : steps) if (s.reads().contains(b)) n++;
    return n;
  }

  private static Optional<Integer> writer(List<Step> steps, Buffer b) {
    Optional<Integer> found = Optional.empty();
    for (int q = 0; q < steps.size(); q++)
      if (steps.get(q).out() == b) {
        if (found.isPresent()) return Optional.empty();
        found = Optional.of(q);
      }
    return found;
  }
}
