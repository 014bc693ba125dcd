package dev.jacobi.engine.emit;

import dev.jacobi.engine.plan.Step.Reduction;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;

/// Reduces the vector that was pushed to one number.
///
/// Sums and products put halves onto each other, as the kernels' classes of this name do: to call
/// those would make an object of the vector where the body before is long.
record Across(Types types, int lanes) {
  void write(CodeBuilder code, Reduction r) {
    switch (r) {
      case SUM -> inOrder(code, "add");
      case PRODUCT -> inOrder(code, "mul");
      case MAX -> inAnyOrder(code, "MAX");
      case MIN -> inAnyOrder(code, "MIN");
    }
  }

  private void inOrder(CodeBuilder code, String operation) {
    ClassDesc v = types.vector();
    for (int by = lanes / 2; by > 0; by /= 2) {
      code.dup().getstatic(types.kernel("Across"), "BY" + by, Types.SHUFFLE);
      code.invokevirtual(v, "rearrange", Types.method(v, Types.SHUFFLE));
      code.invokevirtual(v, operation, Types.method(v, Types.ANY_VECTOR));
    }
    code.iconst_0().invokevirtual(v, "lane", Types.method(types.number(), ConstantDescs.CD_int));
  }

  private void inAnyOrder(CodeBuilder code, String operation) {
    code.getstatic(Types.OPERATORS, operation, Types.ASSOCIATIVE);
    code.invokevirtual(
        types.vector(), "reduceLanes", Types.method(types.number(), Types.ASSOCIATIVE));
  }
}
