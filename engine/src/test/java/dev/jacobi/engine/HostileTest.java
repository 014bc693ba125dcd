package dev.jacobi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.Jacobi;
import dev.jacobi.Model;
import dev.jacobi.engine.emit.Emitter;
import dev.jacobi.engine.emit.VectorWidth;
import dev.jacobi.eval.Evaluator;
import dev.jacobi.eval.Point;
import dev.jacobi.eval.Sampler;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Models that are made to go wrong.
class HostileTest {
  private static final int LARGEST = 8000; // bytes of a method that the JVM still compiles

  private static final Map<String, String> MODELS =
      Map.ofEntries(
          Map.entry(
              "a declared integer on two axes and as a number",
              """
              A in R[n, n], x in R[n]
              k in 1..n
              f = k A[k,k] x[k]^2 + sum[i] A[i,k] x[i]
              derive f wrt x, A
              jacobian f wrt A
              """),
          Map.entry(
              "a mask of order and a mask of place",
              """
              A in R[n, n], x in R[n]
              y[i] = sum[j; j < i] A[i,j] x[j] + sum[j; j >= i] A[j,i] x[j]^2
              f = sum[i; i != 2] y[i]^2
              derive f wrt x, A
              jacobian y wrt x
              """),
          Map.entry(
              "deltas of several kinds in one result",
              """
              A in R[n, n], B in R[n, n]
              Y[i,j] = A[i,j] B[j,i] + A[i,i] + A[j,j] B[i,j]
              jacobian Y wrt A
              """),
          Map.entry(
              "a delta beside an order of the same axes",
              """
              A in R[n, n], p in R[m]
              Y[i,k,j] = (A[i,j] + p[k] + 1[i == j] + 1[i <= j])^2
              f = sum[i, j, k] Y[i,k,j]
              derive f wrt A
              jacobian Y wrt p
              """),
          Map.entry(
              "six axes",
              """
              T in R[a, b, c]
              U in R[c, b, a]
              Y[i,j,k] = sum[p, q] T[i,p,q] U[q,p,k] T[i,j,q]
              f = sum[i, j, k] tanh(Y[i,j,k])
              derive f wrt T, U
              jacobian Y wrt T
              """),
          Map.entry(
              "a convolution and its adjoint",
              """
              x in R[n + m - 1]
              w in R[m]
              y[i] = sum[p=1..m] w[p] x[i + p - 1]
              f = sum(relu(y).^2)
              derive f wrt x, w
              jacobian y wrt x
              """),
          Map.entry(
              "conditions inside conditions",
              """
              x in R[n], y in R[n]
              z = where(x > y, where(y > 0, x .* y, exp(x)), x.^2 - y)
              f = sum(z) + max(x)
              derive f wrt x, y
              """),
          Map.entry(
              "a sum that reads an array narrower than its axis",
              """
              A in R[m, n], B in R[p, n], x in R[n]
              y = tanh([A x; B x])
              f = y' y
              derive f wrt A, B, x
              """),
          Map.entry(
              "an unknown function of an unknown function",
              """
              x in R[n]
              W in R[m, n]
              s = W x
              h(s) in R[m]
              L(h) in R
              derive L wrt x, W
              """),
          Map.entry(
              "a power of powers",
              """
              p in (0,1)[n]
              g in R+
              f = sum((1 - p).^g .* p.^(-g / 2)) + prod(p)^(1/3)
              derive f wrt p, g
              hessian f wrt p
              """));

  @TestFactory
  Stream<DynamicTest> agreeAtSizesOfOneAndMore() {
    return MODELS.entrySet().stream()
        .map(e -> DynamicTest.dynamicTest(e.getKey(), () -> agree(e.getKey(), e.getValue())));
  }

  private static void agree(String id, String text) {
    assertThat(Jacobi.read(id, text).problems()).isEmpty();
    var proof = new Proof();
    proof.grid(id, text, 3e5, 1, 2, 4, 13);
    assertThat(proof.compared).isGreaterThan(5);
    assertThat(proof.failures).isEmpty();
  }

  // ---- length

  @Test
  void aLongFormulaIsWrittenInMethodsThatTheJvmCompiles() {
    String terms =
        IntStream.range(0, 400)
            .mapToObj(q -> "sin(%d x[i] + %d/7) * exp(-x[i]^2 / %d)".formatted(q + 1, q, q + 2))
            .collect(Collectors.joining(" + "));
    var model =
        Jacobi.read("long", "x in R[n]\ny[i] = " + terms + "\nf = sum(y)\nderive f wrt x\n");
    assertThat(model.problems()).isEmpty();
    for (int n : new int[] {3, 19}) {
      Point p = new Sampler(model.read().model(), 7).point(0, Map.of("n", n));
      for (Precision precision : Precision.values()) {
        double tolerance = Proof.tolerance(precision);
        assertThat(Oracle.wrong(Engine.create(), model, p, precision, tolerance)).isEmpty();
      }
      compiledByTheJvm(model, n);
    }
  }

  private static void compiledByTheJvm(Model model, int n) {
    Compiled c = Engine.create().compile(model, Outputs.requestedBy(model), Sizes.of("n", n));
    int lanes = VectorWidth.floats() / 2;
    byte[] bytes = Emitter.emit(c.program(), "dev.jacobi.engine.emit.Emitted", true, lanes);
    ClassFile.of()
        .parse(bytes)
        .methods()
        .forEach(m ->
            assertThat(m.findAttribute(Attributes.code()).orElseThrow().codeLength())
                .as(m.methodName().stringValue())
                .isLessThan(LARGEST));
  }

  @Test
  void twoHundredLayersCompileInSecondsAndAgree() {
    var text = new StringBuilder("x in R[n], t in R[n]\n");
    for (int q = 1; q <= 200; q++) {
      String before = q == 1 ? "x" : "h" + (q - 1);
      text.append("W%d in R[n, n], b%d in R[n]\n".formatted(q, q));
      text.append("h%d = tanh(W%d %s + b%d)\n".formatted(q, q, before, q));
    }
    text.append("C = ||h200 - t||^2\nderive C wrt W1, b1, W100, W200\n");
    var model = Jacobi.read("deep", text.toString());
    assertThat(model.problems()).isEmpty();
    Point p = new Sampler(model.read().model(), 7).point(0, Map.of("n", 5));
    model.deriveRequests();
    long start = System.nanoTime();
    Compiled c = Engine.create().compile(model, Outputs.requestedBy(model), Sizes.of("n", 5));
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf("200 layers: %d steps in %.2f s%n", c.program().steps().size(), seconds);
    assertThat(seconds).isLessThan(30);
    assertThat(Oracle.wrong(Engine.create(), model, p, Precision.DOUBLE, 1e-10)).isEmpty();
    compiledByTheJvm(model, 5);
  }

  // ---- what is not finite

  /// Where a condition fails, what it guards does not count, whatever it is.
  @Test
  void aFailedConditionWinsOverWhatIsNotFinite() {
    var model =
        Jacobi.read(
            "masked",
            """
            x in R[n], A in R[n, n]
            f = sum[i] 1[x[i] > 0] log(x[i])
            g = sum[i, j; i < j] A[i,j] x[i]^2
            y[i] = sum[j; j <= i] A[i,j]
            derive f wrt x
            derive g wrt x
            """);
    int n = 11;
    double[] x = IntStream.range(0, n).mapToDouble(q -> q % 3 - 1).toArray();
    double[] a = new double[n * n];
    for (int i = 0; i < n; i++)
      for (int j = 0; j < n; j++) a[i * n + j] = i < j ? i + j : Double.NaN;
    agrees(model, List.of("f", "g"), n, x, a);
    for (int q = 0; q < a.length; q++) a[q] = Double.isNaN(a[q]) ? 1.5 : Double.POSITIVE_INFINITY;
    agrees(model, List.of("f", "y"), n, x, a);
  }

  @Test
  void whatIsNotANumberGoesThroughSumsMaximaAndBends() {
    var model =
        Jacobi.read(
            "through",
            "x in R[n], A in R[n, n]\n"
                + "f = sum(relu(x))\n"
                + "g = max(x)\n"
                + "h = sum(A x)\n"
                + "derive f wrt x\n");
    int n = 11;
    for (int at : new int[] {0, 5, 10}) {
      double[] x = IntStream.range(0, n).mapToDouble(q -> q + 1).toArray();
      x[at] = Double.NaN;
      double[] a = IntStream.range(0, n * n).mapToDouble(q -> q + 1).toArray();
      agrees(model, List.of("f", "g", "h"), n, x, a);
    }
  }

  private static void agrees(Model model, List<String> values, int n, double[] x, double[] a) {
    var p = new Point(Map.of("n", n), 1);
    p.put("x", x.clone());
    p.put("A", a.clone());
    Outputs outputs = Outputs.of(values.getFirst());
    for (String v : values) outputs = outputs.and(v);
    for (Precision precision : Precision.values()) {
      Compiled c = Engine.create().compile(model, outputs, Sizes.of("n", n), precision);
      Tensors in = c.inputs();
      if (in.names().contains("x")) in.put("x", Tensor.of(x, n));
      if (in.names().contains("A")) in.put("A", Tensor.of(a, n, n));
      Tensors out = c.run(in);
      for (String v : values) {
        double[] want = new Evaluator(model.read().model(), p.copy()).array(v);
        assertThat(Oracle.relative(out.get(v).toDoubles(), want, precision)).as(v).isLessThan(1e-5);
      }
    }
  }
}
