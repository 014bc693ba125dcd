package dev.jacobi.print.code;

import dev.jacobi.expr.Function;
import java.util.List;

/// The words of a library of arrays. Texts that come in are operands that need no parentheses
/// inside a call; texts that go out are calls.
interface ArrayLanguage {
  /// Applies a row of the function table.
  String apply(Function f, List<Code> x, Scope scope);

  String squareRoot(Code x);

  /// `exp(z) / Σ exp(z)` along an axis, without overflow; and `log Σ exp(z)`.
  String softmax(String z, int axis, Scope scope);

  String logSumExp(String z, int axis, Scope scope);

  String transposed(String x, int[] places);

  /// The sum over some axes; all of them when `axes` is empty.
  String sum(String x, List<Integer> axes);

  String extreme(String x, int axis, boolean greatest);

  String product(String x, int axis);

  /// 1 at the first greatest entry along an axis, which then stands last.
  String argMax(String x, int axis, String n, Scope scope);

  /// One array behind the other along an axis.
  String concatenated(List<String> x, int axis);

  String outer(String x, String y);

  String diagonalMatrix(String x);

  String diagonal(String x);

  String trace(String x);

  String einsum(String subscripts, List<String> x);

  String identity(String n, Scope scope);

  /// 0, 1, …, n − 1.
  String range(String n);

  String where(String condition, String x);

  String clip(String x, String high);

  /// A mask as numbers.
  String numbers(String mask, Scope scope);

  /// Whether masks can stand beside arrays in sums of products.
  boolean contractsMasks();

  String filled(List<String> shape, Code value, Scope scope);

  String broadcast(String x, List<String> shape);

  String inverse(String x);

  String determinant(String x, boolean logarithm);

  String isZero(Code x);

  String pi();

  String infinity();
}
