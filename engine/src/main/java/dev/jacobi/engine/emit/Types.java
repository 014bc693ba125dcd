package dev.jacobi.engine.emit;

import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;

/// The names of types and kernels for one precision.
record Types(boolean isDouble) {
  static final ClassDesc SCALAR = ClassDesc.of("dev.jacobi.engine.kernel.Scalar");
  static final ClassDesc WORKSPACE = ClassDesc.of("dev.jacobi.engine.kernel.Workspace");
  private static final String VECTORS = "jdk.incubator.vector.";
  static final ClassDesc SPECIES = ClassDesc.of(VECTORS + "VectorSpecies");
  static final ClassDesc ANY_VECTOR = ClassDesc.of(VECTORS + "Vector");
  static final ClassDesc MASK = ClassDesc.of(VECTORS + "VectorMask");
  static final ClassDesc SHUFFLE = ClassDesc.of(VECTORS + "VectorShuffle");
  static final ClassDesc OPERATORS = ClassDesc.of(VECTORS + "VectorOperators");
  static final ClassDesc UNARY = ClassDesc.of(VECTORS + "VectorOperators$Unary");
  static final ClassDesc COMPARISON = ClassDesc.of(VECTORS + "VectorOperators$Comparison");
  static final ClassDesc ASSOCIATIVE = ClassDesc.of(VECTORS + "VectorOperators$Associative");

  TypeKind kind() {
    return isDouble ? TypeKind.DOUBLE : TypeKind.FLOAT;
  }

  ClassDesc number() {
    return isDouble ? ConstantDescs.CD_double : ConstantDescs.CD_float;
  }

  ClassDesc array() {
    return number().arrayType();
  }

  ClassDesc vector() {
    return ClassDesc.of(VECTORS + (isDouble ? "DoubleVector" : "FloatVector"));
  }

  /// A class of the kernels: `Gemm` is `FloatGemm` or `DoubleGemm`.
  ClassDesc kernel(String name) {
    return ClassDesc.of("dev.jacobi.engine.kernel." + (isDouble ? "Double" : "Float") + name);
  }

  ClassDesc code() {
    return ClassDesc.of("dev.jacobi.engine.emit." + (isDouble ? "DoubleCode" : "FloatCode"));
  }

  /// `void (float[][], Workspace)`: of the program, and of each of its steps.
  MethodTypeDesc step() {
    return MethodTypeDesc.of(ConstantDescs.CD_void, array().arrayType(), WORKSPACE);
  }

  static MethodTypeDesc method(ClassDesc result, ClassDesc... parameters) {
    return MethodTypeDesc.of(result, parameters);
  }
}
