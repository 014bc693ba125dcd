package dev.jacobi.engine.emit;

import dev.jacobi.engine.plan.Scalar;
import dev.jacobi.engine.plan.Step.Nest;
import dev.jacobi.engine.plan.Step.Reduction;
import dev.jacobi.engine.plan.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Writes nested loops, as [Loops] says that they run.
final class NestWriter {
  private final Writer w;
  private final Nest n;
  private final Body body;
  private final int lanes; // of a vector; 0 without vectors
  private final List<Var> done = new ArrayList<>();

  NestWriter(Writer w, Nest n, int lanes) {
    this.w = w;
    this.n = n;
    this.body = new Body(w, n.body());
    this.lanes = lanes;
  }

  void write() {
    w.open(List.of(), integers());
    var loops = new Loops(n, lanes);
    Optional<Var> along = loops.along();
    Optional<Var> across = loops.across();
    Optional<ShortRows> rows = ShortRows.of(n, lanes);
    if (along.isPresent()) along(along.get());
    else if (across.isPresent()) across(across.get());
    else if (rows.isPresent()) rows.get().write(w, body);
    else if (ShortSum.fits(n)) new ShortSum(w, n, lanes > 0).write();
    else plain();
  }

  private List<Var> integers() {
    List<Var> all = new ArrayList<>(n.address().vars());
    for (Scalar s : body.order()) all.addAll(s.vars);
    all.addAll(n.body().vars);
    return all.stream().filter(v -> !v.isLoop()).distinct().toList();
  }

  // ---- number by number

  private void plain() {
    body.loops(n.outer(), done, this::one);
  }

  /// One entry of the result.
  private void one() {
    Set<Scalar> before = body.known();
    if (n.inner().isEmpty()) {
      store(() -> body.push(n.body()));
    } else {
      int sum = w.number();
      w.constant(n.reduction().start);
      w.store(sum);
      summed(n.inner(), () -> add(sum));
      store(() -> w.load(sum));
    }
    body.forget(before);
  }

  private void add(int sum) {
    Set<Scalar> before = body.known();
    w.load(sum);
    body.push(n.body());
    combine();
    w.store(sum);
    body.forget(before);
  }

  /// Loops over summed variables, computing outside of each what does not change in it.
  private void summed(List<Var> loops, Runnable inside) {
    if (loops.isEmpty()) {
      inside.run();
      return;
    }
    Set<Scalar> before = body.known();
    List<Var> outside = new ArrayList<>(done);
    Var v = loops.getFirst();
    w.loop(
        v,
        () -> {
          done.add(v);
          if (loops.size() > 1) body.hoist(done);
          summed(loops.subList(1, loops.size()), inside);
        });
    done.clear();
    done.addAll(outside);
    body.forget(before);
  }

  private void combine() {
    w.combine(n.reduction());
  }

  private void store(Runnable value) {
    body.target(n.out(), n.address());
    if (n.accumulates()) {
      body.target(n.out(), n.address());
      w.arrayLoad();
      value.run();
      w.add();
    } else {
      value.run();
    }
    w.arrayStore();
  }

  // ---- vectors along the result

  private void along(Var v) {
    List<Var> loops = new ArrayList<>(n.outer());
    loops.remove(v);
    body.loops(loops, done, () -> along(v, new VectorBody(w, body, n.body(), v)));
  }

  private void along(Var v, VectorBody vectors) {
    vectors.spread();
    Set<Scalar> before = body.known();
    Set<Scalar> vectorsBefore = vectors.known();
    Runnable several =
        () -> {
          several(vectors);
          body.forget(before);
          vectors.forget(vectorsBefore);
        };
    boolean apart = !n.reads().contains(n.out());
    if (apart && v.extent() % lanes != 0 && isLong()) {
      clamped(v, several);
      return;
    }
    w.code.iconst_0().istore(w.variable(v));
    w.loop(v, v.extent() - lanes, lanes, several);
    if (v.extent() % lanes == 0) return;
    if (apart) {
      // the last vector overlaps the one before: it writes the same numbers again
      w.code.loadConstant(v.extent() - lanes).istore(w.variable(v));
      several.run();
    } else {
      done.add(v);
      w.loop(v, v.extent() - 1, 1, this::one);
    }
  }

  /// The compiler stops inlining at a number of nodes, and vectors that cross a call are allocated:
  /// the code of a long function stands in a method once.
  private boolean isLong() {
    return body.order().stream().anyMatch(s -> s instanceof Scalar.Call);
  }

  /// The last vector starts early, where it overlaps the one before.
  private void clamped(Var v, Runnable several) {
    var start = new Var(-2, v.extent(), Optional.empty());
    w.code.iconst_0().istore(w.variable(start));
    w.loop(
        start,
        v.extent() - 1,
        lanes,
        () -> {
          w.code.iload(w.variable(start)).loadConstant(v.extent() - lanes);
          w.least();
          w.code.istore(w.variable(v));
          several.run();
        });
  }

  private void several(VectorBody vectors) {
    if (n.inner().isEmpty()) {
      vectors.first();
      vectors.store(n.out(), n.address(), () -> present(vectors, () -> vectors.push(n.body())));
      return;
    }
    vectors.constant(n.reduction().start);
    int sum = vectors.stored();
    Set<Scalar> vectorsBefore = vectors.known();
    summed(
        n.inner(),
        () -> {
          Set<Scalar> numbersBefore = body.known();
          sumUp(vectors, sum);
          vectors.forget(vectorsBefore);
          body.forget(numbersBefore);
        });
    vectors.store(n.out(), n.address(), () -> present(vectors, () -> w.code.aload(sum)));
  }

  /// What is there already, if it is to be added to.
  private void present(VectorBody vectors, Runnable value) {
    value.run();
    if (!n.accumulates()) return;
    w.code.getstatic(w.types.vector(), "SPECIES_PREFERRED", Types.SPECIES);
    w.loadArray(n.out());
    w.address(n.address());
    vectors.fromArray();
    vectors.binary("add");
  }

  private void sumUp(VectorBody vectors, int sum) {
    vectors.first();
    boolean product =
        n.reduction() == Reduction.SUM
            && n.body() instanceof Scalar.Op o
            && o.operator == Scalar.Operator.MUL;
    if (product) {
      vectors.push(n.body().parts().get(0));
      vectors.push(n.body().parts().get(1));
      w.code.aload(sum);
      vectors.fma();
    } else {
      vectors.push(n.body());
      w.code.aload(sum);
      vectors.binary(
          switch (n.reduction()) {
            case SUM -> "add";
            case PRODUCT -> "mul";
            case MAX -> "max";
            case MIN -> "min";
          });
    }
    w.code.astore(sum);
  }

  // ---- vectors along the innermost summed axis

  private void across(Var v) {
    body.loops(n.outer(), done, () -> across(v, new VectorBody(w, body, n.body(), v)));
  }

  private void across(Var v, VectorBody vectors) {
    vectors.spread();
    Set<Scalar> before = body.known();
    Set<Scalar> vectorsBefore = vectors.known();
    vectors.constant(n.reduction().start);
    int sum = vectors.stored();
    int rest = w.number();
    w.constant(n.reduction().start);
    w.store(rest);
    List<Var> loops = n.inner().subList(0, n.inner().size() - 1);
    summed(loops, () -> row(v, vectors, sum, rest));
    store(() -> {
      w.code.aload(sum);
      new Across(w.types, lanes).write(w.code, n.reduction());
      w.load(rest);
      combine();
    });
    body.forget(before);
    vectors.forget(vectorsBefore);
  }

  private void row(Var v, VectorBody vectors, int sum, int rest) {
    Set<Scalar> before = body.known();
    Set<Scalar> vectorsBefore = vectors.known();
    w.code.iconst_0().istore(w.variable(v));
    w.loop(
        v,
        v.extent() - lanes,
        lanes,
        () -> {
          sumUp(vectors, sum);
          vectors.forget(vectorsBefore);
          body.forget(before);
        });
    if (v.extent() % lanes == 0) return;
    w.loop(v, v.extent() - 1, 1, () -> add(rest));
    body.forget(before);
  }
}
