package dev.jacobi.engine.plan;

import dev.jacobi.engine.plan.Scalar.Call;
import dev.jacobi.engine.plan.Scalar.Choose;
import dev.jacobi.engine.plan.Scalar.Condition;
import dev.jacobi.engine.plan.Scalar.Load;
import dev.jacobi.engine.plan.Scalar.Num;
import dev.jacobi.engine.plan.Scalar.Op;
import dev.jacobi.engine.plan.Scalar.Operator;
import dev.jacobi.expr.Function;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// Makes the nodes of loop bodies, each once, and leaves out what does nothing: `x + 0`, `1 · x`.
final class Scalars {
  private static final int FAR = 1 << 20; // costs are no more than that

  private final Map<Object, Scalar> made = new HashMap<>();

  private record Key(Object kind, List<Integer> parts, Object more) {}

  private int next() {
    return made.size();
  }

  Scalar num(double value) {
    // 0.0 and −0.0 are two constants
    return made.computeIfAbsent(
        new Key("num", List.of(), Double.doubleToRawLongBits(value)), _ -> new Num(next(), value));
  }

  Scalar load(Buffer b, Affine address) {
    var key = new Key("load", List.of(b.id), address);
    return made.computeIfAbsent(key, _ -> new Load(next(), b, address));
  }

  Scalar call(Function f, Scalar x) {
    return switch (f) {
      case RELU -> op(Operator.MAX, x, num(0));
      default -> {
        int cost = f == Function.ABS || f == Function.SIGN ? 2 : 20;
        yield made.computeIfAbsent(
            new Key(f, List.of(x.id), ""),
            _ -> new Call(next(), f, x, Math.min(FAR, x.cost + cost)));
      }
    };
  }

  Scalar add(Scalar a, Scalar b) {
    if (is(a, 0)) return b;
    if (is(b, 0)) return a;
    if (b instanceof Op o && o.operator == Operator.NEG) return sub(a, o.parts().get(0));
    if (a instanceof Op o && o.operator == Operator.NEG) return sub(b, o.parts().get(0));
    return op(Operator.ADD, a, b);
  }

  Scalar sub(Scalar a, Scalar b) {
    if (is(b, 0)) return a;
    if (is(a, 0)) return negate(b);
    if (b instanceof Op o && o.operator == Operator.NEG) return add(a, o.parts().get(0));
    return op(Operator.SUB, a, b);
  }

  Scalar negate(Scalar a) {
    if (a instanceof Num n) return num(-n.value);
    if (a instanceof Op o && o.operator == Operator.NEG) return o.parts().get(0);
    if (a instanceof Op o && o.operator == Operator.SUB)
      return op(Operator.SUB, o.parts().get(1), o.parts().get(0));
    return op(Operator.NEG, a);
  }

  Scalar mul(Scalar a, Scalar b) {
    if (is(a, 1)) return b;
    if (is(b, 1)) return a;
    if (is(a, -1)) return negate(b);
    if (is(b, -1)) return negate(a);
    if (a instanceof Op o && o.operator == Operator.NEG) return negate(mul(o.parts().get(0), b));
    if (b instanceof Op o && o.operator == Operator.NEG) return negate(mul(a, o.parts().get(0)));
    return op(Operator.MUL, a, b);
  }

  Scalar div(Scalar a, Scalar b) {
    if (is(b, 1)) return a;
    return op(Operator.DIV, a, b);
  }

  /// b, but 0 where a is: what is weighted by 0 does not count, were it infinite.
  Scalar gate(Scalar a, Scalar b) {
    if (a instanceof Num n) return n.value == 0 ? a : b;
    return op(Operator.GATE, a, b);
  }

  Scalar op(Operator o, Scalar... parts) {
    Optional<Double> known = constant(o, parts);
    if (known.isPresent()) return num(known.get());
    List<Scalar> list = List.of(parts);
    List<Integer> ids = new ArrayList<>();
    int cost = o == Operator.POW ? 40 : o == Operator.DIV || o == Operator.SQRT ? 8 : 1;
    for (Scalar p : parts) {
      ids.add(p.id);
      cost = Math.min(FAR, cost + p.cost);
    }
    int total = cost;
    return made.computeIfAbsent(
        new Key(o, ids, ""), _ -> new Op(next(), o, list, union(list), total));
  }

  private static Optional<Double> constant(Operator o, Scalar... parts) {
    double[] x = new double[parts.length];
    for (int q = 0; q < x.length; q++) {
      if (!(parts[q] instanceof Num n)) return Optional.empty();
      x[q] = n.value;
    }
    return Optional.of(
        switch (o) {
          case ADD -> x[0] + x[1];
          case SUB -> x[0] - x[1];
          case MUL -> x[0] * x[1];
          case DIV -> x[0] / x[1];
          case NEG -> -x[0];
          case SQRT -> Math.sqrt(x[0]);
          case MAX -> Math.max(x[0], x[1]);
          case MIN -> Math.min(x[0], x[1]);
          case POW -> Math.pow(x[0], x[1]);
          case GATE -> x[0] == 0 ? 0 : x[1];
        });
  }

  Scalar choose(List<Condition> conditions, Scalar value) {
    if (conditions.isEmpty() || is(value, 0)) return value;
    if (value instanceof Choose c) {
      List<Condition> all = new ArrayList<>(conditions);
      c.conditions.stream().filter(x -> !all.contains(x)).forEach(all::add);
      return choose(all, c.value);
    }
    List<Scalar> parts = new ArrayList<>(List.of(value));
    List<Integer> ids = new ArrayList<>(List.of(value.id));
    TreeSet<Var> vars = new TreeSet<>(value.vars);
    List<Object> more = new ArrayList<>();
    int cost = value.cost + 1;
    for (Condition c : conditions) {
      switch (c) {
        case Condition.Holds h -> {
          vars.addAll(h.place().vars());
          more.add(h);
        }
        case Condition.Compares x -> {
          parts.add(x.number());
          ids.add(x.number().id);
          vars.addAll(x.number().vars);
          more.add(x.test());
          cost = Math.min(FAR, cost + x.number().cost);
        }
      }
    }
    int total = cost;
    return made.computeIfAbsent(
        new Key("choose", ids, more),
        _ ->
            new Choose(
                next(), List.copyOf(conditions), value, parts, new ArrayList<>(vars), total));
  }

  static boolean is(Scalar s, double value) {
    return s instanceof Num n && n.value == value;
  }

  private static List<Var> union(List<Scalar> parts) {
    if (parts.size() == 1) return parts.get(0).vars;
    if (parts.get(0).vars.equals(parts.get(1).vars)) return parts.get(0).vars;
    TreeSet<Var> all = new TreeSet<>();
    for (Scalar p : parts) all.addAll(p.vars);
    return new ArrayList<>(all);
  }
}
