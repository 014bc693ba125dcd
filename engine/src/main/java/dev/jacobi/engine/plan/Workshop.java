package dev.jacobi.engine.plan;

import dev.jacobi.engine.plan.Step.Nest;
import dev.jacobi.engine.plan.Step.Reduction;
import dev.jacobi.expr.At;
import dev.jacobi.expr.Extent;
import dev.jacobi.expr.Index;
import dev.jacobi.expr.Model;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

/// What a plan is made in: the steps so far, the buffer of each name, and the loop variable of each
/// index. Equal work is asked for often and done once.
final class Workshop {
  /// Below this many additions a part of a body is computed again rather than kept.
  private static final int CHEAP = 6;

  final Model model;
  final ToLongFunction<String> dimensions;
  final Scalars scalars = new Scalars();
  final List<Step> steps = new ArrayList<>();
  private final Map<String, Buffer> named = new LinkedHashMap<>();
  private final Map<Index, Var> vars = new HashMap<>();
  private final Map<String, Buffer> kept = new HashMap<>();
  private int buffers;
  private List<Var> want = List.of();

  Workshop(Model model, ToLongFunction<String> dimensions) {
    this.model = model;
    this.dimensions = dimensions;
  }

  // ---- names and indices

  Buffer buffer(String name) {
    Buffer b = named.get(name);
    if (b == null) throw new PlanException("nothing computes " + name);
    return b;
  }

  boolean has(String name) {
    return named.containsKey(name);
  }

  void name(String name, Buffer b) {
    named.put(name, b);
  }

  Buffer buffer(String name, List<Integer> shape, Buffer.Kind kind) {
    return new Buffer(buffers++, name, shape, kind);
  }

  Buffer temporary(List<Var> axes) {
    List<Integer> shape = axes.stream().map(Var::extent).toList();
    return buffer("t" + buffers, shape, Buffer.Kind.TEMPORARY);
  }

  int size(Extent e) {
    long n = e.value(dimensions);
    if (n < 0 || n > Integer.MAX_VALUE) throw new PlanException("an axis of size " + n);
    return (int) n;
  }

  Var var(Index i) {
    Var v = vars.get(i);
    if (v == null) {
      Optional<Buffer> source =
          model.isInteger(i) ? Optional.of(buffer(i.letter)) : Optional.empty();
      v = new Var(vars.size(), size(i.extent), source);
      vars.put(i, v);
    }
    return v;
  }

  /// A loop variable that stands for no index.
  Var loop(int extent) {
    Index i = model.t.index(Extent.of(extent), "");
    return var(i);
  }

  List<Var> vars(List<Index> indices) {
    return indices.stream().map(this::var).toList();
  }

  /// The place on an axis, counted from 0.
  Affine place(At at) {
    int start = Math.toIntExact(at.offset.value(dimensions)) - 1;
    Affine a = Affine.of(start);
    for (int q = 0; q < at.indices.length; q++) {
      int c = at.coefficients[q];
      a = a.plus(Affine.of(var(at.indices[q]), c)).plus(Affine.of(c));
    }
    return a;
  }

  // ---- order of axes

  /// The order in which the axes of temporaries are to stand, if they can choose.
  void want(List<Var> order) {
    want = order;
  }

  List<Var> ordered(java.util.Collection<Var> axes) {
    List<Var> loops = new ArrayList<>(axes.stream().filter(Var::isLoop).distinct().toList());
    loops.sort(Comparator.comparingInt(this::rank).thenComparing(v -> v));
    return loops;
  }

  /// Where an axis stands in what is wanted; summed ones come last.
  int rank(Var v) {
    int r = want.indexOf(v);
    return r < 0 ? want.size() : r;
  }

  /// The place of the innermost variable of a part: what changes seldom is multiplied first.
  int depth(Scalar s) {
    int d = -1;
    for (Var v : s.vars) if (v.isLoop()) d = Math.max(d, rank(v));
    return d;
  }

  // ---- steps

  /// Whether a part reads an inverse: its products may become systems to solve.
  boolean isInverse(Scalar s) {
    if (!(s instanceof Scalar.Load l)) return false;
    for (Step step : steps)
      if (step instanceof Step.Square x
          && x.function() == Step.MatrixFunction.INVERSE
          && x.out() == l.buffer) return true;
    return false;
  }

  /// A part of a body as a buffer over these axes, row-major; computed once however it is asked.
  Buffer keep(Scalar s, List<Var> axes) {
    if (s instanceof Scalar.Load l && isWhole(l, axes)) return l.buffer;
    String key = Alpha.key(s, axes);
    Buffer b = kept.get(key);
    if (b == null) {
      b = temporary(axes);
      nest(b, Affine.rowMajor(axes), axes, List.of(), Reduction.SUM, s);
      kept.put(key, b);
    }
    return b;
  }

  /// Whether a load reads a buffer from end to end as its axes run.
  static boolean isWhole(Scalar.Load l, List<Var> axes) {
    // with extents of 1 a number would pass for a vector, were only sizes compared
    List<Integer> shape = axes.stream().map(Var::extent).toList();
    return l.buffer.shape.equals(shape) && l.address.equals(Affine.rowMajor(axes));
  }

  Scalar load(Buffer b, List<Var> axes) {
    return scalars.load(b, Affine.rowMajor(axes));
  }

  /// A body summed (or otherwise reduced) over some variables, as a new temporary.
  Scalar reduced(Scalar body, List<Var> inner, Reduction r) {
    List<Var> outer = new ArrayList<>(body.vars);
    outer.removeAll(inner);
    List<Var> axes = ordered(outer);
    String key = r + Alpha.key(body, axes, inner);
    Buffer b = kept.get(key);
    if (b == null) {
      b = temporary(axes);
      nest(b, Affine.rowMajor(axes), axes, inner, r, body);
      kept.put(key, b);
    }
    return load(b, axes);
  }

  void nest(
      Buffer out, Affine address, List<Var> outer, List<Var> inner, Reduction r, Scalar body) {
    nest(out, address, outer, inner, r, body, false);
  }

  void nest(
      Buffer out,
      Affine address,
      List<Var> outer,
      List<Var> inner,
      Reduction r,
      Scalar body,
      boolean accumulates) {
    List<Var> loops = new ArrayList<>(outer);
    loops.addAll(inner);
    Scalar split = inner.isEmpty() ? OuterProduct.split(body, outer, this) : body;
    Scalar apart = new Apart(this, loops).of(lifted(split, loops));
    Scalar whole = new LongBody(this, loops).cut(apart);
    var nest = new Nest(out, address, outer, inner, r, whole, accumulates);
    steps.add(Collapse.of(nest, scalars, this::loop));
  }

  /// Parts of a body that change with few of its variables are computed before the loop.
  private Scalar lifted(Scalar body, List<Var> loops) {
    return new Rebuilt(scalars, s -> lifted(s, axes(s, loops), loops)).of(body);
  }

  private Optional<Scalar> lifted(Scalar s, List<Var> own, List<Var> loops) {
    if (isLifted(s, own, loops)) return Optional.of(load(keep(s, own), own));
    // what stands under a condition may read outside an array where the condition fails
    return s instanceof Scalar.Choose ? Optional.of(s) : Optional.empty();
  }

  private static List<Var> axes(Scalar s, List<Var> loops) {
    return loops.stream().filter(s.vars::contains).toList();
  }

  private static boolean isLifted(Scalar s, List<Var> own, List<Var> loops) {
    if (s.cost < CHEAP || s.vars.stream().anyMatch(v -> !v.isLoop())) return false;
    if (own.size() >= loops.size()) return false;
    double saved = 1;
    for (Var v : loops) if (!own.contains(v)) saved *= v.extent();
    return saved > 1 && !loops.subList(0, own.size()).equals(own);
  }

  /// The same body as numbers that are kept already, whatever the order of their axes.
  Optional<Scalar> found(Scalar s) {
    for (List<Var> axes : orders(s.vars)) {
      Buffer b = kept.get(Alpha.key(s, axes));
      if (b != null) return Optional.of(load(b, axes));
    }
    return Optional.empty();
  }

  private static List<List<Var>> orders(List<Var> vars) {
    if (vars.isEmpty()) return List.of(List.of());
    List<List<Var>> all = new ArrayList<>();
    for (Var last : vars)
      for (List<Var> before : orders(vars.stream().filter(v -> !v.equals(last)).toList())) {
        List<Var> order = new ArrayList<>(before);
        order.add(last);
        all.add(order);
      }
    return all;
  }

  /// What a key was kept under, if it was.
  Optional<Buffer> kept(String key) {
    return Optional.ofNullable(kept.get(key));
  }

  /// A step of another kind, whose result is kept under a key.
  Buffer once(String key, List<Var> axes, java.util.function.Function<Buffer, Step> step) {
    Buffer b = kept.get(key);
    if (b == null) {
      b = temporary(axes);
      steps.add(step.apply(b));
      kept.put(key, b);
    }
    return b;
  }
}
