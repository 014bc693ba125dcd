package dev.jacobi.engine.emit;

import dev.jacobi.engine.plan.Buffer;
import dev.jacobi.engine.plan.Scalar.Operator;
import dev.jacobi.engine.plan.Scalar.Test;
import dev.jacobi.expr.Function;
import java.util.List;

/// One number of a program without loops. Equal ones are one object, which counts how often it is
/// used.
final class Value {
  /// What makes the number.
  sealed interface Kind {
    record Constant(double value) implements Kind {}

    record Entry(Buffer buffer, int place) implements Kind {}

    record Operation(Operator operator) implements Kind {}

    record Call(Function function) implements Kind {}

    /// The first part where the others compare so with zero, else 0.
    record Choice(List<Test> tests) implements Kind {}
  }

  final Kind kind;
  final List<Value> parts;
  int uses;
  int slot = -1;

  Value(Kind kind, List<Value> parts) {
    this.kind = kind;
    this.parts = parts;
    for (Value p : parts) p.uses++;
  }
}
