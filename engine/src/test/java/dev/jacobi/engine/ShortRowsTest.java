package dev.jacobi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.Jacobi;
import dev.jacobi.Model;
import java.util.Arrays;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Arrays whose rows are shorter than a vector, of any length and number.
class ShortRowsTest {
  private static final int LONGEST = 17;
  private static final int[] ROWS = {1, 2, 3, 4, 5, 7, 16, 19};

  private static final String PRODUCTS =
      """
      S in R[2, m, n], A in R[m, n], u in R[m], x in R[n]
      Y[i,j] = u[i] x[j]
      Z[i,j] = tanh(u[i] x[j]) + A[i,j]
      T[k,i,j] = S[k,i,j] x[j] + u[i]
      """;

  @ParameterizedTest
  @EnumSource
  void whatHangsOverARowIsOverwritten(Precision p) {
    Model model = Jacobi.read("products", PRODUCTS);
    for (int m : ROWS)
      for (int n = 1; n <= LONGEST; n++) {
        Compiled c = compiled(model, Outputs.of("Y").and("Z").and("T"), p, m, n);
        Tensors in = filled(c);
        in.get("A").set(m / 2 * n, Double.NaN);
        in.get("S").set(m * n - 1, Double.POSITIVE_INFINITY);
        Tensors out = c.run(in);
        int length = n;
        double[] s = in.get("S").toDoubles();
        double[] a = in.get("A").toDoubles();
        double[] u = in.get("u").toDoubles();
        double[] x = in.get("x").toDoubles();
        int all = m * n;
        same(out, "Y", q -> u[q / length] * x[q % length]);
        same(out, "Z", q -> Math.tanh(u[q / length] * x[q % length]) + a[q]);
        same(out, "T", q -> s[q] * x[q % length] + u[q % all / length]);
      }
  }

  private static final String SUMS =
      """
      A in R[m, n], x in R[n]
      s[i] = sum[j] A[i,j] x[j]
      g[i] = max[j] A[i,j]
      h[i] = sum[j] A[i,j]
      """;

  @ParameterizedTest
  @EnumSource
  void aSumOfFewTermsReadsItsOwnRowAlone(Precision p) {
    Model model = Jacobi.read("sums", SUMS);
    for (int m : ROWS)
      for (int n = 1; n <= LONGEST; n++) {
        Compiled c = compiled(model, Outputs.of("s").and("g").and("h"), p, m, n);
        Tensors in = filled(c);
        in.get("A").set(m / 2 * n + n / 2, Double.NaN);
        Tensors out = c.run(in);
        int length = n;
        double[] x = in.get("x").toDoubles();
        double[] a = in.get("A").toDoubles();
        same(out, "s", i -> sum(i * length, length, q -> a[q] * x[q % length]));
        same(out, "g", i -> Arrays.stream(a, i * length, (i + 1) * length).max().getAsDouble());
        same(out, "h", i -> sum(i * length, length, q -> a[q]));
      }
  }

  private static double sum(int from, int length, IntToDoubleFunction term) {
    double sum = 0;
    for (int q = from; q < from + length; q++) sum += term.applyAsDouble(q);
    return sum;
  }

  private static void same(Tensors out, String name, IntToDoubleFunction wanted) {
    double[] found = out.get(name).toDoubles();
    for (int q = 0; q < found.length; q++) {
      double w = wanted.applyAsDouble(q);
      // NaN and infinity exactly where they are wanted
      boolean same =
          Double.isFinite(w) ? Math.abs(found[q] - w) < 1e-4 : Double.compare(found[q], w) == 0;
      assertThat(same).as("%s%s[%d]: %s, not %s", name, found.length, q, found[q], w).isTrue();
    }
  }

  private static Compiled compiled(Model model, Outputs outputs, Precision p, int m, int n) {
    return Engine.create().compile(model, outputs, Sizes.of("m", m, "n", n), p);
  }

  private static Tensors filled(Compiled c) {
    var random = new Random(5);
    Tensors in = c.inputs();
    for (String name : in.names())
      for (int q = 0; q < in.get(name).size(); q++) in.get(name).set(q, random.nextDouble() - 0.5);
    return in;
  }
}
