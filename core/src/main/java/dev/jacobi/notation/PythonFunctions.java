package dev.jacobi.notation;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// Words of NumPy and PyTorch, and what they are called here.
final class PythonFunctions {
  /// What stands before the dot of a library's function.
  static final Set<String> MODULES =
      Set.of(
          "np",
          "numpy",
          "torch",
          "F",
          "nn",
          "functional",
          "linalg",
          "math",
          "jnp",
          "jax",
          "scipy",
          "special",
          "tf",
          "sp",
          "cp",
          "onp",
          "anp");

  /// Methods that change how numbers are kept, not which.
  static final Set<String> KEEPING =
      Set.of(
          "astype",
          "float",
          "double",
          "int",
          "long",
          "clone",
          "copy",
          "detach",
          "numpy",
          "item",
          "contiguous",
          "type",
          "to",
          "cpu",
          "cuda",
          "bool",
          "asarray",
          "array",
          "tensor",
          "float32",
          "float64",
          "as_tensor",
          "from_numpy");

  /// Options that do not change which numbers come out; `keepdims` only keeps the axis.
  static final Set<String> IDLE =
      Set.of("keepdims", "keepdim", "dtype", "device", "requires_grad", "inplace", "copy", "out");

  /// Reductions: with an axis, the word for the first and for the second.
  static final Map<String, String[]> ALONG =
      Map.of("sum", new String[] {"colsum", "rowsum"}, "mean", new String[] {"colmean", "rowmean"});

  /// Functions of a vector, or of each row.
  static final Set<String> OF_ROWS = Set.of("softmax", "log_softmax", "logsumexp", "argmax");

  /// These are read of the whole array only; a number after it would be an axis.
  static final Set<String> WHOLE = Set.of("max", "min", "amax", "amin", "prod", "var", "cumsum");

  private static final Map<String, String> NAMES = names();

  private PythonFunctions() {}

  private static Map<String, String> names() {
    Map<String, String> names = new HashMap<>();
    String same =
        "exp expm1 log log1p log2 log10 sqrt rsqrt square abs sign floor sin cos tan asin acos atan "
            + "sinh cosh tanh asinh acosh atanh erf sigmoid relu leaky_relu elu selu gelu silu mish "
            + "softplus softsign hardtanh where diag outer kron tril triu inv det logdet prod max "
            + "min var cumsum";
    for (String word : same.split(" ")) {
      names.put(word, word);
    }
    String other =
        "absolute abs arcsin asin arccos acos arctan atan arcsinh asinh arccosh acosh arctanh "
            + "atanh expit sigmoid swish silu maximum max minimum min amax max amin min trace tr "
            + "eye I identity I ones ones zeros zeros inverse inv ger outer mse_loss mse "
            + "binary_cross_entropy bce binary_cross_entropy_with_logits bce_logits";
    String[] pairs = other.split(" ");
    for (int i = 0; i < pairs.length; i += 2) {
      names.put(pairs[i], pairs[i + 1]);
    }
    return names;
  }

  /// Our name of a library's function, empty when it has none.
  static String named(String function) {
    return NAMES.getOrDefault(function, "");
  }

  /// An operator that is written as a function; empty when it is none.
  static String operator(String function) {
    return switch (function) {
      case "dot", "matmul", "mm", "mv", "bmm" -> "@";
      case "multiply", "mul" -> "*";
      case "divide", "div", "true_divide" -> "/";
      case "add" -> "+";
      case "subtract", "sub" -> "-";
      case "power", "pow", "float_power" -> "**";
      default -> "";
    };
  }
}
