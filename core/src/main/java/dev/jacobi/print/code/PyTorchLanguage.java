package dev.jacobi.print.code;

import dev.jacobi.expr.Function;
import java.util.ArrayList;
import java.util.List;

/// The words of PyTorch. `like` is a tensor whose type and device new tensors take.
record PyTorchLanguage(String like) implements ArrayLanguage {

  @Override
  public String apply(Function f, List<Code> x, Scope scope) {
    List<String> tensors = new ArrayList<>();
    for (Code c : x) tensors.add(tensor(c));
    return call(f, String.join(", ", tensors));
  }

  private String call(Function f, String of) {
    return switch (f) {
      case SOFTPLUS -> "torch.logaddexp(" + of + ", " + like + ".new_zeros(()))";
      case MAX -> "torch.maximum(" + of + ")";
      case MIN -> "torch.minimum(" + of + ")";
      case EXP,
          EXPM1,
          LOG,
          LOG1P,
          ABS,
          SIGN,
          FLOOR,
          SIN,
          COS,
          TAN,
          ASIN,
          ACOS,
          ATAN,
          SINH,
          COSH,
          TANH,
          ASINH,
          ACOSH,
          ATANH,
          ERF,
          SIGMOID,
          RELU ->
          "torch." + f.text + "(" + of + ")";
    };
  }

  /// A number of Python as a tensor.
  private String tensor(Code c) {
    return c.kind() == Code.Kind.NUMBER ? like + ".new_tensor(" + c.text() + ")" : c.text();
  }

  @Override
  public String squareRoot(Code x) {
    return x.kind() == Code.Kind.NUMBER
        ? "(" + x.at(Code.Level.ATOM) + " ** 0.5)"
        : "torch.sqrt(" + x.text() + ")";
  }

  @Override
  public String softmax(String z, int axis, Scope scope) {
    return "torch.softmax(" + z + ", dim=" + axis + ")";
  }

  @Override
  public String logSumExp(String z, int axis, Scope scope) {
    return "torch.logsumexp(" + z + ", dim=" + axis + ")";
  }

  @Override
  public String transposed(String x, int[] places) {
    if (places.length == 2) return x + ".T";
    List<String> order = new ArrayList<>();
    for (int p : places) order.add(Integer.toString(p));
    return x + ".permute(" + String.join(", ", order) + ")";
  }

  @Override
  public String sum(String x, List<Integer> axes) {
    if (axes.isEmpty()) return "torch.sum(" + x + ")";
    String list = String.join(", ", axes.stream().map(String::valueOf).toList());
    return "torch.sum(" + x + ", dim=" + (axes.size() == 1 ? list : "(" + list + ")") + ")";
  }

  @Override
  public String extreme(String x, int axis, boolean greatest) {
    return (greatest ? "torch.amax(" : "torch.amin(") + x + ", dim=" + axis + ")";
  }

  @Override
  public String product(String x, int axis) {
    return "torch.prod(" + x + ", dim=" + axis + ")";
  }

  @Override
  public String argMax(String x, int axis, String n, Scope scope) {
    String at = "torch.argmax(" + x + ", dim=" + axis + ")";
    return "torch.nn.functional.one_hot(" + at + ", " + n + ").to(" + like + ")";
  }

  @Override
  public String concatenated(List<String> x, int axis) {
    return "torch.cat([" + String.join(", ", x) + "], dim=" + axis + ")";
  }

  @Override
  public String outer(String x, String y) {
    return "torch.outer(" + x + ", " + y + ")";
  }

  @Override
  public String diagonalMatrix(String x) {
    return "torch.diag(" + x + ")";
  }

  @Override
  public String diagonal(String x) {
    return "torch.diag(" + x + ")";
  }

  @Override
  public String trace(String x) {
    return "torch.trace(" + x + ")";
  }

  @Override
  public String einsum(String subscripts, List<String> x) {
    return "torch.einsum('" + subscripts + "', " + String.join(", ", x) + ")";
  }

  @Override
  public String identity(String n, Scope scope) {
    return "torch.eye(" + n + ").to(" + like + ")";
  }

  @Override
  public String range(String n) {
    return "torch.arange(" + n + ", device=" + like + ".device)";
  }

  @Override
  public String where(String condition, String x) {
    return "torch.where(" + condition + ", " + x + ", " + like + ".new_zeros(()))";
  }

  @Override
  public String clip(String x, String high) {
    return "torch.clamp(" + x + ", 0, " + high + ")";
  }

  @Override
  public String numbers(String mask, Scope scope) {
    return mask + ".to(" + like + ")";
  }

  @Override
  public boolean contractsMasks() {
    return false;
  }

  @Override
  public String filled(List<String> shape, Code value, Scope scope) {
    String s = shape(shape);
    if (value.kind() != Code.Kind.NUMBER) return broadcast(value.text(), shape);
    return switch (value.text()) {
      case "0" -> like + ".new_zeros(" + s + ")";
      case "1" -> like + ".new_ones(" + s + ")";
      default -> like + ".new_full(" + s + ", " + value.text() + ")";
    };
  }

  private static String shape(List<String> shape) {
    return "(" + String.join(", ", shape) + (shape.size() == 1 ? ",)" : ")");
  }

  @Override
  public String broadcast(String x, List<String> shape) {
    return "torch.broadcast_to(" + x + ", " + shape(shape) + ").clone()";
  }

  @Override
  public String inverse(String x) {
    return "torch.linalg.inv(" + x + ")";
  }

  @Override
  public String determinant(String x, boolean logarithm) {
    return logarithm ? "torch.linalg.slogdet(" + x + ")[1]" : "torch.linalg.det(" + x + ")";
  }

  @Override
  public String isZero(Code x) {
    return "torch.abs(" + tensor(x) + ") < 1e-12";
  }

  @Override
  public String pi() {
    return "torch.pi";
  }

  @Override
  public String infinity() {
    return "torch.inf";
  }
}
