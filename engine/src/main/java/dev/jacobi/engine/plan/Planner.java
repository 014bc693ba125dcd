package dev.jacobi.engine.plan;

import dev.jacobi.engine.plan.Step.MatrixFunction;
import dev.jacobi.engine.plan.Step.Reduction;
import dev.jacobi.expr.At;
import dev.jacobi.expr.Definition;
import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Extent;
import dev.jacobi.expr.Factor;
import dev.jacobi.expr.Index;
import dev.jacobi.expr.Model;
import dev.jacobi.expr.Schedule;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;

/// Makes a program of a schedule: each line's formula becomes loops and matrix products over
/// buffers of known sizes.
public final class Planner {
  private final Workshop shop;
  private final Lowering lowering;

  private Planner(Model model, ToLongFunction<String> dimensions) {
    this.shop = new Workshop(model, dimensions);
    this.lowering = new Lowering(shop);
  }

  /// What the caller receives: the symbol in the schedule, and the name it goes by outside.
  public record Output(String symbol, String name) {}

  /// `parameter ← parameter − rate · gradient`, when everything else has been computed.
  public record Descent(String parameter, String rate, String gradient) {}

  /// The program of a schedule at given sizes.
  ///
  /// @param keepsAll whether every array has room of its own, so that all can be looked at
  /// @throws PlanException when a size is missing, or an array cannot be that large
  public static Program plan(
      Model model,
      Schedule schedule,
      List<Output> outputs,
      List<Descent> descents,
      ToLongFunction<String> dimensions,
      boolean keepsAll) {
    var p = new Planner(model, dimensions);
    Set<String> given = new LinkedHashSet<>(schedule.givens());
    for (Descent d : descents) given.addAll(List.of(d.parameter, d.rate));
    List<Buffer> inputs = new ArrayList<>();
    for (String name : ordered(model, given)) inputs.add(p.input(model, name));
    for (Schedule.Line l : schedule.forward()) p.line(l);
    p.lowering.derives();
    for (Schedule.Line l : schedule.backward()) p.line(l);
    List<Buffer> results = new ArrayList<>();
    for (Output o : outputs) results.add(p.output(o));
    List<Buffer> gradients = descents.stream().map(p::gradient).toList();
    for (int q = 0; q < gradients.size(); q++) p.descend(descents.get(q), gradients.get(q));
    Program program = Passes.all(new Program(inputs, results, p.shop.steps));
    return keepsAll ? program : Reuse.of(program);
  }

  /// In the order of the model: that in which formulas name them may change from time to time.
  private static Set<String> ordered(Model model, Set<String> given) {
    Set<String> all = new LinkedHashSet<>(model.variables().keySet());
    all.addAll(model.definitions().keySet());
    all.retainAll(given);
    all.addAll(given);
    return all;
  }

  private Buffer input(Model model, String name) {
    List<Integer> shape = shape(model.shape(name));
    Buffer b = shop.buffer(name, shape, Buffer.Kind.INPUT);
    shop.name(name, b);
    return b;
  }

  private List<Integer> shape(List<Extent> extents) {
    return extents.stream().map(shop::size).toList();
  }

  /// A result that is an input, or another result, is copied.
  private Buffer output(Output o) {
    Buffer b = shop.buffer(o.symbol());
    if (b.kind() == Buffer.Kind.TEMPORARY) {
      b.become(o.name(), Buffer.Kind.OUTPUT);
      return b;
    }
    return copy(b, o.name(), Buffer.Kind.OUTPUT);
  }

  private Buffer copy(Buffer b, String name, Buffer.Kind kind) {
    Buffer copy = shop.buffer(name, b.shape, kind);
    Var v = shop.loop(b.size);
    shop.nest(
        copy,
        Affine.of(v, 1),
        List.of(v),
        List.of(),
        Reduction.SUM,
        shop.scalars.load(b, Affine.of(v, 1)));
    return copy;
  }

  /// What a parameter will lose. Where that is an input, another descent may change it before.
  private Buffer gradient(Descent d) {
    Buffer g = shop.buffer(d.gradient);
    boolean mayChange = g.kind() == Buffer.Kind.INPUT && g != shop.buffer(d.parameter);
    return mayChange ? copy(g, d.gradient, Buffer.Kind.TEMPORARY) : g;
  }

  private void descend(Descent d, Buffer gradient) {
    Buffer b = shop.buffer(d.parameter);
    boolean declared = b.kind() == Buffer.Kind.INPUT;
    if (!declared)
      throw new PlanException(d.parameter + " is defined by the model: it cannot be changed");
    Buffer rate = shop.buffer(d.rate);
    if (rate.size != 1) throw new PlanException("the rate " + d.rate + " is no number");
    Scalar step = shop.scalars.negate(shop.scalars.load(rate, Affine.ZERO));
    Var v = shop.loop(b.size);
    Affine all = Affine.of(v, 1);
    Scalar change = shop.scalars.mul(step, shop.scalars.load(gradient, all));
    shop.nest(b, all, List.of(v), List.of(), Reduction.SUM, change, true);
  }

  // ---- lines

  private void line(Schedule.Line l) {
    if (shop.has(l.symbol())) return;
    List<Var> axes = shop.vars(l.axes());
    shop.want(axes);
    Buffer b =
        switch (l.body()) {
          case Definition.Formula f -> formula(f.expr(), l.axes());
          case Definition.Extreme e -> {
            Scalar x = whole(axes, lowering.of(e.expr()), shop.var(e.over()));
            yield reduced(axes, x, e.over(), e.greatest() ? Reduction.MAX : Reduction.MIN);
          }
          case Definition.ProductOver p ->
              reduced(axes, lowering.of(p.expr()), p.over(), Reduction.PRODUCT);
          case Definition.ArgMax a -> argMax(axes, a);
          case Definition.Inverse i -> square(axes, i.of(), MatrixFunction.INVERSE);
          case Definition.Determinant d ->
              square(
                  axes,
                  d.of(),
                  d.logarithm() ? MatrixFunction.LOG_DETERMINANT : MatrixFunction.DETERMINANT);
          case Definition.Unknown _ -> throw new PlanException("nothing computes " + l.symbol());
        };
    shop.name(l.symbol(), b);
    if (b.kind() == Buffer.Kind.TEMPORARY) b.become(l.symbol(), Buffer.Kind.TEMPORARY);
  }

  private Buffer square(List<Var> axes, String of, MatrixFunction f) {
    Buffer in = shop.buffer(of);
    int n = in.shape.isEmpty() ? 1 : in.shape.get(0);
    Buffer factors =
        shop.once(
            "factor " + in.id,
            List.of(shop.loop(n * n + n)),
            b -> new Step.Square(b, MatrixFunction.FACTOR, in, n));
    return shop.once(f + " " + in.id, axes, b -> new Step.Square(b, f, factors, n));
  }

  private Buffer reduced(List<Var> axes, Scalar body, Index over, Reduction r) {
    Buffer b = shop.temporary(axes);
    shop.nest(b, Affine.rowMajor(axes), axes, List.of(shop.var(over)), r, body);
    return b;
  }

  /// What an extreme is taken of, as numbers that stay: computed once more, and rounded otherwise,
  /// none might be equal to it.
  private Scalar whole(List<Var> axes, Scalar body, Var over) {
    List<Var> all = new ArrayList<>(axes);
    all.add(over);
    all.removeIf(v -> !body.vars.contains(v));
    return shop.load(shop.keep(body, all), all);
  }

  /// 1 at the first place of the greatest entry: nothing before it is as great.
  private Buffer argMax(List<Var> axes, Definition.ArgMax a) {
    Var over = shop.var(a.over());
    Var at = shop.var(a.at());
    Scalar x = whole(axes, lowering.of(a.expr()), over);
    Scalar top = shop.reduced(x, List.of(over), Reduction.MAX);
    var equal = new Scalar.Condition.Compares(shop.scalars.sub(x, top), Factor.Comparison.ZERO);
    var before =
        new Scalar.Condition.Holds(
            Affine.of(at, 1).plus(Affine.of(over, -1)).plus(Affine.of(-1)), false);
    var here = new Scalar.Condition.Holds(Affine.of(at, 1).plus(Affine.of(over, -1)), true);
    Scalar one = shop.scalars.num(1);
    Scalar earlier =
        shop.reduced(
            shop.scalars.choose(List.of(equal, before), one), List.of(over), Reduction.SUM);
    Scalar first =
        shop.scalars.choose(
            List.of(equal, here, new Scalar.Condition.Compares(earlier, Factor.Comparison.ZERO)),
            one);
    Buffer b = shop.temporary(axes);
    shop.nest(b, Affine.rowMajor(axes), axes, List.of(over), Reduction.SUM, first);
    return b;
  }

  /// The array of a formula. Where it is a buffer already, that is it.
  private Buffer formula(Expr e, List<Index> indices) {
    List<Var> axes = shop.vars(indices);
    Optional<Deltas> deltas = Deltas.of(lowering.t, e, indices);
    if (deltas.isEmpty()) {
      Buffer kept = shop.keep(lowering.of(e), axes);
      // an axis of one entry may be missing in a buffer that holds the same numbers
      if (kept.shape.equals(axes.stream().map(Var::extent).toList())) return kept;
    }
    Buffer b = shop.temporary(axes);
    fill(b, Affine.rowMajor(axes), e, indices, false);
    return b;
  }

  private void fill(Buffer b, Affine address, Expr e, List<Index> indices, boolean adds) {
    List<Var> axes = shop.vars(indices);
    Optional<Deltas> deltas = Deltas.of(lowering.t, e, indices);
    if (deltas.isEmpty()) {
      shop.nest(b, address, axes, List.of(), Reduction.SUM, lowering.of(e), adds);
      return;
    }
    Deltas d = deltas.get();
    Var i = shop.var(d.i());
    Var j = shop.var(d.j());
    List<Index> diagonal = new ArrayList<>(indices);
    diagonal.remove(d.j());
    Map<Index, At> onDiagonal = Map.of(d.j(), At.of(d.i()));
    Affine on = address.replaced(j, Affine.of(i, 1));
    if (d.off().isZero()) {
      fill(b, address, d.rest(), indices, adds);
      fill(b, on, d.on(), diagonal, true);
    } else {
      fill(b, address, lowering.t.plus(d.rest(), d.off()), indices, adds);
      // the diagonal is written over, so what was there must not be added to
      Expr restOn = lowering.t.substitute(d.rest(), onDiagonal);
      if (adds)
        fill(
            b,
            on,
            lowering.t.minus(d.on(), lowering.t.substitute(d.off(), onDiagonal)),
            diagonal,
            true);
      else fill(b, on, lowering.t.plus(restOn, d.on()), diagonal, false);
    }
  }
}
