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
    solved(steps);
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
    needed.addAll(p.inputs()); // those that change
    List<Step> kept = new ArrayList<>();
    for (Step s : p.steps().reversed())
      if (needed.contains(s.out())) {
        kept.addFirst(s);
        needed.addAll(s.reads());
      }
    return new Program(p.inputs(), p.outputs(), kept);
  }

  /// `out = c · T` (or `out += c · T`) behind `T = A B`, which nothing else reads, is `out = c A
  /// B`.
  private static boolean scaled(List<Step> steps, int at) {
    if (!(steps.get(at) instanceof Nest n) || !n.inner().isEmpty()) return false;
    Optional<Multiple> found = multiple(n.body());
    if (found.isEmpty()) return false;
    Scalar.Load l = found.get().load;
    boolean whole = Workshop.isWhole(l, n.outer()) && n.address().equals(l.address);
    if (!whole || l.buffer.kind() != Buffer.Kind.TEMPORARY || readers(steps, l.buffer) != 1)
      return false;
    Optional<Integer> writer = writer(steps, l.buffer);
    if (writer.isEmpty() || !(steps.get(writer.get()) instanceof Gemm g)) return false;
    if (g.alpha().number().isPresent() && found.get().by.number().isPresent()) return false;
    var product = product(g, n, found.get().by);
    if (n.accumulates()) {
      steps.set(at, product);
      steps.remove((int) writer.get());
    } else {
      steps.set(writer.get(), product);
      steps.remove(at);
    }
    return true;
  }

  private static Gemm product(Gemm g, Nest n, Step.Factor by) {
    Matrix target = new Matrix(n.out(), g.c().base(), g.c().rows(), g.c().columns());
    Optional<Buffer> number = by.number().isPresent() ? by.number() : g.alpha().number();
    var alpha = new Step.Factor(g.alpha().constant() * by.constant(), number);
    double beta = n.accumulates() ? 1 : 0;
    return new Gemm(target, g.a(), g.b(), g.m(), g.n(), g.k(), g.batch(), alpha, beta);
  }

  /// A load times a constant and at most one number that a buffer holds.
  private record Multiple(Step.Factor by, Scalar.Load load) {
    Multiple times(double c) {
      return new Multiple(new Step.Factor(by.constant() * c, by.number()), load);
    }
  }

  private static Optional<Multiple> multiple(Scalar s) {
    if (s instanceof Scalar.Load l) return Optional.of(new Multiple(Step.Factor.ONE, l));
    if (!(s instanceof Scalar.Op o)) return Optional.empty();
    return switch (o.operator) {
      case NEG -> multiple(o.parts().get(0)).map(m -> m.times(-1));
      case MUL -> {
        Scalar a = o.parts().get(0);
        Optional<Multiple> rest = multiple(o.parts().get(1));
        if (a instanceof Scalar.Num c) yield rest.map(m -> m.times(c.value));
        boolean number =
            a instanceof Scalar.Load l
                && l.buffer.size == 1
                && rest.isPresent()
                && rest.get().by.number().isEmpty();
        yield number
            ? rest.map(m ->
                new Multiple(
                    new Step.Factor(m.by.constant(), Optional.of(((Scalar.Load) a).buffer)),
                    m.load))
            : Optional.empty();
      }
      case ADD, SUB, DIV, SQRT, MAX, MIN, POW -> Optional.empty();
    };
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
