package dev.jacobi.engine.plan;

import dev.jacobi.engine.plan.Step.Gemm;
import dev.jacobi.engine.plan.Step.Matrix;
import dev.jacobi.engine.plan.Step.Nest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// `out = c · T` (or `out += c · T`) behind `T = A B`, which nothing else reads, is `out = c A B`.
final class Scaling {
  private final List<Step> steps;
  private final Map<Buffer, Integer> readers = new HashMap<>();
  private final Map<Buffer, List<Integer>> writers = new HashMap<>();

  private Scaling(List<Step> steps) {
    this.steps = new ArrayList<>(steps);
    for (int q = 0; q < steps.size(); q++) {
      for (Buffer b : steps.get(q).reads()) readers.merge(b, 1, Integer::sum);
      writers.computeIfAbsent(steps.get(q).out(), _ -> new ArrayList<>()).add(q);
    }
  }

  static List<Step> of(List<Step> steps) {
    var s = new Scaling(steps);
    for (int q = 0; q < steps.size(); q++) s.at(q);
    return s.steps.stream().filter(Objects::nonNull).toList();
  }

  private void at(int at) {
    if (!(steps.get(at) instanceof Nest n) || !n.inner().isEmpty()) return;
    Optional<Multiple> found = multiple(n.body());
    if (found.isEmpty()) return;
    Scalar.Load l = found.get().load;
    // from end to end, be it by rows and columns or in one loop
    boolean whole =
        l.buffer.size == n.out().size
            && l.buffer.size == Products.size(n.outer())
            && l.address.equals(Affine.rowMajor(n.outer()))
            && n.address().equals(l.address);
    boolean once =
        readers.get(l.buffer) == 1 && writers.getOrDefault(l.buffer, List.of()).size() == 1;
    if (!whole || !once || l.buffer.kind() != Buffer.Kind.TEMPORARY) return;
    int from = writers.get(l.buffer).getFirst();
    if (!(steps.get(from) instanceof Gemm g)) return;
    if (g.alpha().number().isPresent() && found.get().by.number().isPresent()) return;
    join(n, at, g, from, found.get().by);
  }

  /// The product takes the place of one of both steps, if what it reads is the same there.
  private void join(Nest n, int at, Gemm g, int from, Step.Factor by) {
    Gemm product = product(g, n, by);
    boolean early = !n.accumulates() && by.number().stream().noneMatch(b -> changes(b, from, at));
    boolean late = g.reads().stream().noneMatch(b -> changes(b, from, at));
    if (!early && !late) return;
    steps.set(from, early ? product : null);
    steps.set(at, early ? null : product);
    writers.get(n.out()).remove((Object) at);
    writers.get(n.out()).add(early ? from : at);
  }

  private boolean changes(Buffer b, int from, int to) {
    return writers.getOrDefault(b, List.of()).stream().anyMatch(w -> w > from && w < to);
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
      case ADD, SUB, DIV, SQRT, MAX, MIN, POW, GATE -> Optional.empty();
    };
  }
}
