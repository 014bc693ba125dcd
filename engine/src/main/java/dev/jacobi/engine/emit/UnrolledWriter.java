package dev.jacobi.engine.emit;

import dev.jacobi.engine.emit.Unrolling.Store;
import dev.jacobi.engine.plan.Buffer;
import dev.jacobi.engine.plan.Scalar.Operator;
import dev.jacobi.engine.plan.Scalar.Test;
import java.lang.classfile.Label;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Writes a program without loops into one method: numbers that are used twice in locals, the
/// others where they are needed.
final class UnrolledWriter {
  private final Writer w;

  UnrolledWriter(Writer w) {
    this.w = w;
  }

  void write(List<Store> stores) {
    Set<Buffer> used = new LinkedHashSet<>();
    Set<Value> seen = new LinkedHashSet<>();
    for (Store s : stores) {
      used.add(s.buffer());
      collect(s.value(), seen, used);
    }
    w.open(new ArrayList<>(used), List.of());
    // inputs that change are written when all else has been read
    List<Store> changes = new ArrayList<>();
    for (Store s : stores) {
      if (s.buffer().kind() == Buffer.Kind.INPUT) changes.add(s);
      else store(s);
    }
    for (Store s : changes) keep(s.value());
    for (Store s : changes) store(s);
  }

  private static void collect(Value v, Set<Value> seen, Set<Buffer> used) {
    if (!seen.add(v)) return;
    if (v.kind instanceof Value.Kind.Entry e) used.add(e.buffer());
    v.parts.forEach(p -> collect(p, seen, used));
  }

  private void store(Store s) {
    w.loadArray(s.buffer());
    w.code.loadConstant(s.place());
    push(s.value());
    w.arrayStore();
  }

  private void push(Value v) {
    if (v.slot >= 0) {
      w.load(v.slot);
    } else if (v.uses > 1 && !(v.kind instanceof Value.Kind.Constant)) {
      keep(v);
      w.load(v.slot);
    } else {
      compute(v);
    }
  }

  private void keep(Value v) {
    if (v.slot >= 0) return;
    compute(v);
    v.slot = w.number();
    w.store(v.slot);
  }

  private void compute(Value v) {
    switch (v.kind) {
      case Value.Kind.Constant c -> w.constant(c.value());
      case Value.Kind.Entry e -> {
        w.loadArray(e.buffer());
        w.code.loadConstant(e.place());
        w.arrayLoad();
      }
      case Value.Kind.Operation o -> {
        v.parts.forEach(this::push);
        operate(w, o.operator());
      }
      case Value.Kind.Call c -> {
        push(v.parts.getFirst());
        w.scalar(c.function().text);
      }
      case Value.Kind.Choice c -> choice(v, c.tests());
    }
  }

  private void choice(Value v, List<Test> tests) {
    push(v.parts.getFirst());
    for (int q = 0; q < tests.size(); q++) {
      push(v.parts.get(q + 1));
      w.compareWithZero(true);
      Label yes = w.code.newLabel();
      switch (tests.get(q)) {
        case POSITIVE -> w.code.ifgt(yes);
        case NOT_NEGATIVE -> w.code.ifge(yes);
        case ZERO -> w.code.ifeq(yes);
        case NOT_POSITIVE -> w.code.ifle(yes);
        case NEGATIVE -> w.code.iflt(yes);
        case NOT_ZERO -> w.code.ifne(yes);
      }
      if (w.types.isDouble()) w.code.pop2();
      else w.code.pop();
      w.constant(0);
      w.code.labelBinding(yes);
    }
  }

  /// The instruction of an operator whose parts are on the stack.
  static void operate(Writer w, Operator o) {
    switch (o) {
      case ADD -> w.add();
      case SUB -> w.subtract();
      case MUL -> w.multiply();
      case DIV -> w.divide();
      case NEG -> w.negate();
      case SQRT -> w.squareRoot();
      case MAX -> w.math("max");
      case MIN -> w.math("min");
      case POW -> w.scalar2("pow");
      case GATE -> w.scalar2("gate");
    }
  }
}
