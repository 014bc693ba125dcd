package dev.jacobi.print.code;

import dev.jacobi.expr.Function;
import java.util.List;

/// Calls of the function table in Java, and the helper methods of what its library lacks.
final class JavaFunctions {
  private JavaFunctions() {}

  static String call(Function f, String x, Scope scope) {
    return switch (f) {
      case SIGN -> "Math.signum(" + x + ")";
      case RELU -> "Math.max(" + x + ", 0)";
      case MAX -> "Math.max(" + x + ")";
      case MIN -> "Math.min(" + x + ")";
      case ASINH, ACOSH, ATANH, ERF, SIGMOID, SOFTPLUS -> scope.helper(f.text) + "(" + x + ")";
      case EXP, EXPM1, LOG, LOG1P, ABS, FLOOR, SIN, COS, TAN, ASIN, ACOS, ATAN, SINH, COSH, TANH ->
          "Math." + f.text + "(" + x + ")";
    };
  }

  /// The source of a helper method.
  static List<String> helper(String what) {
    return switch (what) {
      case "asinh" ->
          one("asinh", "Math.copySign(Math.log(Math.abs(x) + Math.sqrt(x * x + 1)), x)");
      case "acosh" -> one("acosh", "Math.log(x + Math.sqrt((x - 1) * (x + 1)))");
      case "atanh" -> one("atanh", "0.5 * (Math.log1p(x) - Math.log1p(-x))");
      case "sigmoid" ->
          one("sigmoid", "x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x))");
      case "softplus" -> one("softplus", "Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)))");
      case "erf" -> ERF.lines().toList();
      case "inverse" -> INVERSE.lines().toList();
      case "determinant" -> DETERMINANT.lines().toList();
      default -> throw new IllegalArgumentException(what);
    };
  }

  private static List<String> one(String name, String value) {
    return List.of(
        "private static double " + name + "(double x) {", "  return " + value + ";", "}");
  }

  private static final String ERF =
      """
      private static double erf(double x) {
        double a = Math.abs(x);
        if (a > 6) return Math.signum(x);
        double term = a;
        double sum = a;
        for (int n = 1; term > 1e-18 * sum; n++) {
          term *= 2 * a * a / (2 * n + 1);
          sum += term;
        }
        return Math.copySign(2 / Math.sqrt(Math.PI) * Math.exp(-a * a) * sum, x);
      }
      """;

  private static final String INVERSE =
      """
      /// By elimination with pivots, the identity beside the matrix.
      private static double[][] inverse(double[][] matrix) {
        int n = matrix.length;
        double[][] a = new double[n][2 * n];
        for (int i = 0; i < n; i++) {
          System.arraycopy(matrix[i], 0, a[i], 0, n);
          a[i][n + i] = 1;
        }
        for (int c = 0; c < n; c++) {
          int p = c;
          for (int r = c; r < n; r++) if (Math.abs(a[r][c]) > Math.abs(a[p][c])) p = r;
          double[] row = a[p];
          a[p] = a[c];
          a[c] = row;
          double pivot = row[c];
          for (int k = 0; k < 2 * n; k++) row[k] /= pivot;
          for (int r = 0; r < n; r++) {
            if (r == c) continue;
            double f = a[r][c];
            for (int k = 0; k < 2 * n; k++) a[r][k] -= f * row[k];
          }
        }
        double[][] result = new double[n][];
        for (int i = 0; i < n; i++) result[i] = java.util.Arrays.copyOfRange(a[i], n, 2 * n);
        return result;
      }
      """;

  private static final String DETERMINANT =
      """
      private static double determinant(double[][] matrix) {
        int n = matrix.length;
        double[][] a = new double[n][];
        for (int i = 0; i < n; i++) a[i] = matrix[i].clone();
        double result = 1;
        for (int c = 0; c < n; c++) {
          int p = c;
          for (int r = c; r < n; r++) if (Math.abs(a[r][c]) > Math.abs(a[p][c])) p = r;
          if (a[p][c] == 0) return 0;
          if (p != c) result = -result;
          double[] row = a[p];
          a[p] = a[c];
          a[c] = row;
          result *= row[c];
          for (int r = c + 1; r < n; r++) {
            double f = a[r][c] / row[c];
            for (int k = c; k < n; k++) a[r][k] -= f * row[k];
          }
        }
        return result;
      }
      """;
}
