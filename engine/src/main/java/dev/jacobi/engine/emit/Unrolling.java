package dev.jacobi.engine.emit;

import dev.jacobi.engine.plan.Affine;
import dev.jacobi.engine.plan.Buffer;
import dev.jacobi.engine.plan.Program;
import dev.jacobi.engine.plan.Scalar;
import dev.jacobi.engine.plan.Scalar.Condition;
import dev.jacobi.engine.plan.Scalar.Operator;
import dev.jacobi.engine.plan.Scalar.Test;
import dev.jacobi.engine.plan.Step;
import dev.jacobi.engine.plan.Var;
import dev.jacobi.expr.Function;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A small program without its loops: every number of every buffer, made of numbers before it.
final class Unrolling {
  /// More operations than this would not fit into a method that the JVM compiles.
  private static final double MOST = 1200;

  private record Key(Value.Kind kind, List<Integer> parts) {}

  private record Place(Buffer buffer, int place) {}

  private final Map<Key, Value> made = new HashMap<>();
  private final Map<Value, Integer> numbers = new HashMap<>();
  private final Map<Place, Value> memory = new LinkedHashMap<>();
  private final Map<Var, Integer> at = new HashMap<>();

  private Unrolling() {}

  /// What is stored where when all is done: the entries of results, and of inputs that change.
  record Store(Buffer buffer, int place, Value value) {}

  /// The stores of a program, if it is small and made of loops and products alone.
  static Optional<List<Store>> of(Program p) {
    boolean fits = p.operations() <= MOST && p.steps().stream().allMatch(Unrolling::fits);
    if (!fits) return Optional.empty();
    var u = new Unrolling();
    for (Step s : p.steps()) u.step(s);
    List<Store> stores = new ArrayList<>();
    u.memory.forEach((place, v) -> {
      boolean read = v.kind instanceof Value.Kind.Entry e && e.buffer() == place.buffer;
      if (place.buffer.kind() == Buffer.Kind.TEMPORARY || read) return;
      v.uses++;
      stores.add(new Store(place.buffer, place.place, v));
    });
    return Optional.of(stores);
  }

  private static boolean fits(Step s) {
    return switch (s) {
      case Step.Nest n ->
          n.body().vars.stream().allMatch(Var::isLoop)
              && n.address().vars().stream().allMatch(Var::isLoop);
      case Step.Gemm _ -> true;
      case Step.Rows r -> r.function() != Step.RowFunction.NORM;
      case Step.Symmetric _, Step.Square _, Step.Solve _ -> false;
    };
  }

  // ---- steps

  private void step(Step s) {
    switch (s) {
      case Step.Nest n -> each(n.outer(), () -> entry(n));
      case Step.Gemm g -> each(g.batch(), () -> product(g));
      case Step.Rows r -> {
        for (int row = 0; row < r.rows(); row++) row(r, row);
      }
      case Step.Symmetric _, Step.Square _, Step.Solve _ ->
          throw new IllegalStateException(s.toString());
    }
  }

  private void each(List<Var> loops, Runnable body) {
    if (loops.isEmpty()) {
      body.run();
      return;
    }
    Var v = loops.getFirst();
    for (int q = 0; q < v.extent(); q++) {
      at.put(v, q);
      each(loops.subList(1, loops.size()), body);
    }
  }

  private int value(Affine a) {
    int sum = a.offset();
    for (Var v : a.vars()) sum += a.stride(v) * at.get(v);
    return sum;
  }

  private void entry(Step.Nest n) {
    List<Value> all = new ArrayList<>();
    each(n.inner(), () -> all.add(value(n.body(), new HashMap<>())));
    Operator o =
        switch (n.reduction()) {
          case SUM -> Operator.ADD;
          case PRODUCT -> Operator.MUL;
          case MAX -> Operator.MAX;
          case MIN -> Operator.MIN;
        };
    Value v = all.isEmpty() ? constant(n.reduction().start) : tree(o, all);
    write(n.out(), value(n.address()), v, n.accumulates() ? 1 : 0);
  }

  private void product(Step.Gemm g) {
    for (int i = 0; i < g.m(); i++)
      for (int j = 0; j < g.n(); j++) {
        List<Value> all = new ArrayList<>();
        for (int k = 0; k < g.k(); k++)
          all.add(operation(Operator.MUL, entry(g.a(), i, k), entry(g.b(), k, j)));
        Value sum =
            operation(Operator.MUL, constant(g.alpha().constant()), tree(Operator.ADD, all));
        if (g.alpha().number().isPresent())
          sum = operation(Operator.MUL, read(g.alpha().number().get(), 0), sum);
        write(g.c().buffer(), place(g.c(), i, j), sum, g.beta());
      }
  }

  /// The greatest is taken out, so that nothing overflows.
  private void row(Step.Rows r, int row) {
    List<Value> x = new ArrayList<>();
    for (int q = 0; q < r.length(); q++) x.add(read(r.in(), row * r.length() + q));
    Value top = tree(Operator.MAX, x);
    List<Value> e = new ArrayList<>();
    for (Value v : x)
      e.add(make(new Value.Kind.Call(Function.EXP), operation(Operator.SUB, v, top)));
    Value sum = tree(Operator.ADD, e);
    if (r.function() == Step.RowFunction.LOG_SUM_EXP) {
      Value log = make(new Value.Kind.Call(Function.LOG), sum);
      memory.put(new Place(r.out(), row), operation(Operator.ADD, top, log));
      return;
    }
    for (int q = 0; q < r.length(); q++)
      memory.put(new Place(r.out(), row * r.length() + q), operation(Operator.DIV, e.get(q), sum));
  }

  private int place(Step.Matrix m, int row, int column) {
    return value(m.base()) + row * m.rows() + column * m.columns();
  }

  private Value entry(Step.Matrix m, int row, int column) {
    return read(m.buffer(), place(m, row, column));
  }

  private void write(Buffer b, int place, Value v, double beta) {
    Value sum = v;
    if (beta != 0)
      sum = operation(Operator.ADD, operation(Operator.MUL, constant(beta), read(b, place)), v);
    memory.put(new Place(b, place), sum);
  }

  private Value read(Buffer b, int place) {
    Value v = memory.get(new Place(b, place));
    return v != null ? v : make(new Value.Kind.Entry(b, place));
  }

  // ---- numbers

  /// Joined two by two: the shortest chain of operations that wait for each other.
  private Value tree(Operator o, List<Value> all) {
    if (all.size() == 1) return all.getFirst();
    int half = all.size() / 2;
    return operation(o, tree(o, all.subList(0, half)), tree(o, all.subList(half, all.size())));
  }

  private Value value(Scalar s, Map<Scalar, Value> done) {
    Value known = done.get(s);
    if (known != null) return known;
    Value v =
        switch (s) {
          case Scalar.Num n -> constant(n.value);
          case Scalar.Load l -> read(l.buffer, value(l.address));
          case Scalar.Op o ->
              operation(
                  o.operator, o.parts().stream().map(p -> value(p, done)).toArray(Value[]::new));
          case Scalar.Call c -> make(new Value.Kind.Call(c.function), value(c.argument(), done));
          case Scalar.Choose c -> choice(c, done);
        };
    done.put(s, v);
    return v;
  }

  /// Conditions on places are settled here; where one fails nothing is read.
  private Value choice(Scalar.Choose c, Map<Scalar, Value> done) {
    List<Test> tests = new ArrayList<>();
    List<Value> parts = new ArrayList<>();
    for (Condition x : c.conditions) {
      switch (x) {
        case Condition.Holds h -> {
          int place = value(h.place());
          if (h.equality() ? place != 0 : place < 0) return constant(0);
        }
        case Condition.Compares _ -> {}
      }
    }
    parts.add(value(c.value, done));
    for (Condition x : c.conditions)
      if (x instanceof Condition.Compares p) {
        tests.add(p.test());
        parts.add(value(p.number(), done));
      }
    if (tests.isEmpty()) return parts.getFirst();
    return make(new Value.Kind.Choice(tests), parts.toArray(new Value[0]));
  }

  private Value constant(double x) {
    return make(new Value.Kind.Constant(x));
  }

  private Value operation(Operator o, Value... parts) {
    if (o == Operator.MUL) {
      if (isOne(parts[0])) return parts[1];
      if (isOne(parts[1])) return parts[0];
    }
    return make(new Value.Kind.Operation(o), parts);
  }

  private static boolean isOne(Value v) {
    return v.kind instanceof Value.Kind.Constant c && c.value() == 1;
  }

  private Value make(Value.Kind kind, Value... parts) {
    List<Integer> ids = new ArrayList<>();
    for (Value p : parts) ids.add(numbers.get(p));
    return made.computeIfAbsent(
        new Key(kind, ids),
        _ -> {
          var v = new Value(kind, List.of(parts));
          numbers.put(v, numbers.size());
          return v;
        });
  }
}
