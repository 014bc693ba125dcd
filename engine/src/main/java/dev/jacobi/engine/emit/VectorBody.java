package dev.jacobi.engine.emit;

import dev.jacobi.engine.plan.Affine;
import dev.jacobi.engine.plan.Scalar;
import dev.jacobi.engine.plan.Scalar.Condition;
import dev.jacobi.engine.plan.Scalar.Test;
import dev.jacobi.engine.plan.Var;
import dev.jacobi.expr.Function;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// Writes a loop's body for as many neighbouring values of one variable as a vector has lanes. What
/// does not change with that variable stays a number, and is spread over the lanes where it meets a
/// vector.
final class VectorBody {
  private final Writer w;
  private final Body numbers;
  private final Var lanes;
  private final Map<Scalar, Integer> known = new HashMap<>();
  private final Map<Scalar, Integer> uses = new LinkedHashMap<>();

  VectorBody(Writer w, Body numbers, Scalar body, Var lanes) {
    this.w = w;
    this.numbers = numbers;
    this.lanes = lanes;
    visit(body);
  }

  private void visit(Scalar s) {
    if (uses.merge(s, 1, Integer::sum) == 1) s.parts().forEach(this::visit);
  }

  /// Whether a body can be computed for neighbouring values of a variable at once: everything it
  /// reads lies side by side, and no condition is on the variable itself.
  static boolean fits(Scalar s, Var v) {
    return fits(s, v, new HashSet<>());
  }

  private static boolean fits(Scalar s, Var v, Set<Scalar> seen) {
    if (!seen.add(s)) return true;
    boolean own =
        switch (s) {
          case Scalar.Load l -> l.address.stride(v) == 0 || l.address.stride(v) == 1;
          case Scalar.Choose c ->
              c.conditions.stream().noneMatch(x -> x instanceof Condition.Holds);
          case Scalar.Call c -> c.function != Function.ERF; // too long for the compiler
          case Scalar.Num _, Scalar.Op _ -> true;
        };
    return own && s.parts().stream().allMatch(p -> fits(p, v, seen));
  }

  /// Spreads what is known before the loop into vectors of their own.
  void spread() {
    for (Scalar s : uses.keySet()) {
      boolean number = !s.vars.contains(lanes) && (s instanceof Scalar.Num || numbers.isKnown(s));
      if (!number || known.containsKey(s) || !meetsVector(s)) continue;
      broadcast(s);
      known.put(s, stored());
    }
  }

  /// Whether a vector operation reads it.
  private boolean meetsVector(Scalar s) {
    return uses.keySet().stream().anyMatch(u -> u.vars.contains(lanes) && u.parts().contains(s));
  }

  /// Computes the long function of a body before the rest: the compiler inlines what comes early.
  void first() {
    for (Scalar s : uses.keySet())
      if (s instanceof Scalar.Call && s.vars.contains(lanes) && !known.containsKey(s)) {
        push(s);
        if (known.containsKey(s)) w.code.pop();
        else known.put(s, stored());
      }
  }

  Set<Scalar> known() {
    return new HashSet<>(known.keySet());
  }

  void forget(Set<Scalar> kept) {
    known.keySet().retainAll(kept);
  }

  int stored() {
    int slot = w.code.allocateLocal(TypeKind.REFERENCE);
    w.code.astore(slot);
    return slot;
  }

  private void broadcast(Scalar s) {
    broadcast(() -> numbers.push(s));
  }

  void constant(double x) {
    broadcast(() -> w.constant(x));
  }

  private void broadcast(Runnable number) {
    species();
    number.run();
    w.code.invokestatic(
        w.types.vector(),
        "broadcast",
        Types.method(w.types.vector(), Types.SPECIES, w.types.number()));
  }

  private void species() {
    w.code.getstatic(w.types.vector(), "SPECIES_PREFERRED", Types.SPECIES);
  }

  /// Pushes the lanes of a node.
  void push(Scalar s) {
    Integer slot = known.get(s);
    if (slot != null) {
      w.code.aload(slot);
    } else if (!s.vars.contains(lanes)) {
      broadcast(s);
    } else {
      compute(s);
      if (uses.get(s) > 1) {
        int kept = stored();
        known.put(s, kept);
        w.code.aload(kept);
      }
    }
  }

  private void compute(Scalar s) {
    switch (s) {
      case Scalar.Num n -> constant(n.value);
      case Scalar.Load l -> load(l);
      case Scalar.Op o -> operate(o);
      case Scalar.Call c -> {
        push(c.argument());
        call(c.function);
      }
      case Scalar.Choose c -> choose(c);
    }
  }

  /// Reads the first lanes of what is to be known from here on; the others are 0.
  void part(Scalar.Load l, int count) {
    species();
    w.loadArray(l.buffer);
    w.address(l.address);
    species();
    w.code.loadConstant((1L << count) - 1);
    w.code.invokestatic(
        Types.MASK, "fromLong", Types.method(Types.MASK, Types.SPECIES, ConstantDescs.CD_long));
    w.code.invokestatic(
        w.types.vector(),
        "fromArray",
        Types.method(
            w.types.vector(), Types.SPECIES, w.types.array(), ConstantDescs.CD_int, Types.MASK));
    known.put(l, stored());
  }

  private void load(Scalar.Load l) {
    species();
    w.loadArray(l.buffer);
    w.address(l.address);
    fromArray();
  }

  void fromArray() {
    w.code.invokestatic(
        w.types.vector(),
        "fromArray",
        Types.method(w.types.vector(), Types.SPECIES, w.types.array(), ConstantDescs.CD_int));
  }

  private void operate(Scalar.Op o) {
    boolean fused = o.operator == Scalar.Operator.ADD && (fused(o, 0) || fused(o, 1));
    if (fused) return;
    if (o.operator == Scalar.Operator.GATE) {
      gate(o.parts().get(0), o.parts().get(1));
      return;
    }
    for (Scalar p : o.parts()) push(p);
    switch (o.operator) {
      case ADD -> binary("add");
      case SUB -> binary("sub");
      case MUL -> binary("mul");
      case DIV -> binary("div");
      case MAX -> binary("max");
      case MIN -> binary("min");
      case NEG -> unary("neg");
      case SQRT -> unary("sqrt");
      case POW ->
          w.code.invokevirtual(
              w.types.vector(), "pow", Types.method(w.types.vector(), Types.ANY_VECTOR));
      case GATE -> throw new IllegalStateException("a gate is written otherwise");
    }
  }

  private void gate(Scalar a, Scalar b) {
    push(b);
    w.constant(0);
    push(a);
    mask(Test.ZERO);
    w.code.invokevirtual(
        w.types.vector(), "blend", Types.method(w.types.vector(), w.types.number(), Types.MASK));
  }

  /// `a b + c` in one.
  private boolean fused(Scalar.Op sum, int at) {
    Scalar p = sum.parts().get(at);
    boolean product =
        p instanceof Scalar.Op m
            && m.operator == Scalar.Operator.MUL
            && uses.get(p) == 1
            && p.vars.contains(lanes);
    if (!product) return false;
    push(p.parts().get(0));
    push(p.parts().get(1));
    push(sum.parts().get(1 - at));
    fma();
    return true;
  }

  void fma() {
    ClassDesc v = Types.ANY_VECTOR;
    w.code.invokevirtual(w.types.vector(), "fma", Types.method(w.types.vector(), v, v));
  }

  void binary(String name) {
    w.code.invokevirtual(w.types.vector(), name, Types.method(w.types.vector(), Types.ANY_VECTOR));
  }

  private void unary(String name) {
    w.code.invokevirtual(w.types.vector(), name, Types.method(w.types.vector()));
  }

  /// What the vector module has itself is called without a step between: that would become a call
  /// where the body is long, and the vector an object.
  private void call(Function f) {
    ClassDesc v = w.types.vector();
    switch (f) {
      case ABS -> unary("abs");
      case EXPM1, LOG, LOG1P, SIN, COS, TAN, ASIN, ACOS, ATAN, SINH, COSH -> {
        w.code.getstatic(Types.OPERATORS, f.name(), Types.UNARY);
        w.code.invokevirtual(v, "lanewise", Types.method(v, Types.UNARY));
      }
      case EXP, TANH, SIGMOID, SOFTPLUS, ASINH, ACOSH, ATANH, FLOOR, SIGN, RELU ->
          w.code.invokestatic(w.types.kernel("Lanes"), f.text, Types.method(v, v));
      case MAX, MIN, ERF -> throw new IllegalStateException("it has no vectors: " + f);
    }
  }

  /// 0 where a condition fails, whatever the value is there.
  private void choose(Scalar.Choose c) {
    push(c.value);
    for (Condition x : c.conditions) {
      if (!(x instanceof Condition.Compares p))
        throw new IllegalStateException("a condition on places in a vector loop");
      boolean opposite = p.test().isOpposite();
      int value = stored();
      if (!opposite) constant(0);
      w.code.aload(value);
      if (opposite) constant(0);
      push(p.number());
      mask(opposite ? p.test().opposite() : p.test());
      w.code.invokevirtual(
          w.types.vector(), "blend", Types.method(w.types.vector(), Types.ANY_VECTOR, Types.MASK));
    }
  }

  private void mask(Test c) {
    String name =
        switch (c) {
          case POSITIVE -> "GT";
          case NOT_NEGATIVE -> "GE";
          case ZERO -> "EQ";
          case NOT_POSITIVE, NEGATIVE, NOT_ZERO ->
              throw new IllegalStateException("an opposite is written by what it is not");
        };
    w.code.getstatic(Types.OPERATORS, name, Types.COMPARISON);
    w.constant(0);
    w.code.invokevirtual(
        w.types.vector(), "compare", Types.method(Types.MASK, Types.COMPARISON, w.types.number()));
  }

  /// Stores the vector that the runnable pushes.
  void store(dev.jacobi.engine.plan.Buffer b, Affine address, Runnable vector) {
    vector.run();
    w.loadArray(b);
    w.address(address);
    w.code.invokevirtual(
        w.types.vector(),
        "intoArray",
        Types.method(ConstantDescs.CD_void, w.types.array(), ConstantDescs.CD_int));
  }
}
