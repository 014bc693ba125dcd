package dev.jacobi.print.code;

import dev.jacobi.expr.Function;
import java.util.ArrayList;
import java.util.List;

/// The words of NumPy.
final class NumPyLanguage implements ArrayLanguage {

  @Override
  public String apply(Function f, List<Code> x, Scope scope) {
    String of = String.join(", ", x.stream().map(Code::text).toList());
    return switch (f) {
      case SIGMOID, ERF -> scope.helper(f.text) + "(" + of + ")";
      case RELU -> "np.maximum(" + of + ", 0)";
      case SOFTPLUS -> "np.logaddexp(0, " + of + ")";
      case MAX -> "np.maximum(" + of + ")";
      case MIN -> "np.minimum(" + of + ")";
      case ASIN, ACOS, ATAN, ASINH, ACOSH, ATANH -> "np.arc" + f.text.substring(1) + "(" + of + ")";
      case EXP, EXPM1, LOG, LOG1P, ABS, SIGN, FLOOR, SIN, COS, TAN, SINH, COSH, TANH ->
          "np." + f.text + "(" + of + ")";
    };
  }

  /// Functions that NumPy lacks, in forms that neither overflow nor cancel.
  static List<String> helper(String what, String name) {
    return switch (what) {
      case "erf" -> List.of("import math", "", name + " = np.vectorize(math.erf, otypes=[float])");
      case "sigmoid" ->
          List.of(
              "def " + name + "(z):",
              "    return np.exp(-np.logaddexp(0, -z))  # 1 / (1 + exp(-z)), without overflow",
              "");
      case "softmax" ->
          List.of(
              "def " + name + "(z, axis):",
              "    e = np.exp(z - np.max(z, axis=axis, keepdims=True))  # without overflow",
              "    return e / np.sum(e, axis=axis, keepdims=True)",
              "");
      default -> throw new IllegalArgumentException(what);
    };
  }

  @Override
  public String squareRoot(Code x) {
    return "np.sqrt(" + x.text() + ")";
  }

  @Override
  public String softmax(String z, int axis, Scope scope) {
    return scope.helper("softmax") + "(" + z + ", axis=" + axis + ")";
  }

  @Override
  public String logSumExp(String z, int axis, Scope scope) {
    return "np.logaddexp.reduce(" + z + ", axis=" + axis + ")";
  }

  @Override
  public String transposed(String x, int[] places) {
    if (places.length == 2) return x + ".T";
    List<String> order = new ArrayList<>();
    for (int p : places) order.add(Integer.toString(p));
    return x + ".transpose(" + String.join(", ", order) + ")";
  }

  @Override
  public String sum(String x, List<Integer> axes) {
    return "np.sum(" + x + axis(axes) + ")";
  }

  private static String axis(List<Integer> axes) {
    if (axes.isEmpty()) return "";
    if (axes.size() == 1) return ", axis=" + axes.get(0);
    return ", axis=(" + String.join(", ", axes.stream().map(String::valueOf).toList()) + ")";
  }

  @Override
  public String extreme(String x, int axis, boolean greatest) {
    return (greatest ? "np.max(" : "np.min(") + x + ", axis=" + axis + ")";
  }

  @Override
  public String product(String x, int axis) {
    return "np.prod(" + x + ", axis=" + axis + ")";
  }

  @Override
  public String argMax(String x, int axis, String n, Scope scope) {
    return "np.eye(" + n + ")[np.argmax(" + x + ", axis=" + axis + ")]";
  }

  @Override
  public String concatenated(List<String> x, int axis) {
    String along = axis == 0 ? "" : ", axis=" + axis;
    return "np.concatenate([" + String.join(", ", x) + "]" + along + ")";
  }

  @Override
  public String outer(String x, String y) {
    return "np.outer(" + x + ", " + y + ")";
  }

  @Override
  public String diagonalMatrix(String x) {
    return "np.diag(" + x + ")";
  }

  @Override
  public String diagonal(String x) {
    return "np.diag(" + x + ")";
  }

  @Override
  public String trace(String x) {
    return "np.trace(" + x + ")";
  }

  @Override
  public String einsum(String subscripts, List<String> x) {
    return "np.einsum('"
        + subscripts
        + "', "
        + String.join(", ", x)
        + (x.size() > 2 ? ", optimize=True)" : ")");
  }

  @Override
  public String identity(String n, Scope scope) {
    return "np.eye(" + n + ")";
  }

  @Override
  public String range(String n) {
    return "np.arange(" + n + ")";
  }

  @Override
  public String where(String condition, String x) {
    return "np.where(" + condition + ", " + x + ", 0)";
  }

  @Override
  public String clip(String x, String high) {
    return "np.clip(" + x + ", 0, " + high + ")";
  }

  @Override
  public String numbers(String mask, Scope scope) {
    return mask + ".astype(float)";
  }

  @Override
  public boolean contractsMasks() {
    return true;
  }

  @Override
  public String filled(List<String> shape, Code value, Scope scope) {
    String s = shape(shape);
    return switch (value.text()) {
      case "0" -> "np.zeros(" + s + ")";
      case "1" -> "np.ones(" + s + ")";
      default -> "np.full(" + s + ", " + value.text() + ", dtype=float)";
    };
  }

  private static String shape(List<String> shape) {
    return shape.size() == 1 ? shape.get(0) : "(" + String.join(", ", shape) + ")";
  }

  @Override
  public String broadcast(String x, List<String> shape) {
    return "np.broadcast_to(" + x + ", " + shape(shape) + ").copy()";
  }

  @Override
  public String inverse(String x) {
    return "np.linalg.inv(" + x + ")";
  }

  @Override
  public String determinant(String x, boolean logarithm) {
    return logarithm ? "np.linalg.slogdet(" + x + ")[1]" : "np.linalg.det(" + x + ")";
  }

  @Override
  public String isZero(Code x) {
    return "np.abs(" + x.text() + ") < 1e-12";
  }

  @Override
  public String pi() {
    return "np.pi";
  }

  @Override
  public String infinity() {
    return "np.inf";
  }
}
