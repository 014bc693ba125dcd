package dev.jacobi.learn.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.jacobi.Jacobi;
import dev.jacobi.Model;
import dev.jacobi.engine.Engine;
import dev.jacobi.engine.Outputs;
import dev.jacobi.engine.Precision;
import dev.jacobi.engine.Sizes;
import dev.jacobi.engine.Tensor;
import dev.jacobi.learn.data.Standardise;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Graphs are run by ONNX Runtime, example by example the same as by the engine in doubles, and
/// accepted by the checker of ONNX itself.
class OnnxTest {
  private static final int EXAMPLES = 5;
  private static final Map<String, Integer> SIZES = Map.of("n", 4, "a", 3, "K", 2, "c", 2, "h", 3);

  private static final Map<String, String> MODELS = OnnxModels.all();

  @TempDir static Path folder;

  private record Case(
      Model model, String in, String out, boolean many, Map<String, Tensor> given) {}

  private static Case of(String name) {
    String text = MODELS.get(name);
    var model = Jacobi.read(name, text);
    assertThat(model.problems()).isEmpty();
    boolean many = text.contains("X in");
    var random = new Random(7);
    Map<String, Tensor> given = new LinkedHashMap<>();
    for (var v : model.read().model().variables().values()) {
      int[] shape =
          v.shape().stream()
              .mapToInt(e -> (int) e.value(n -> n.equals("N") ? EXAMPLES : SIZES.get(n)))
              .toArray();
      boolean first = v.name().equals("x");
      int[] all =
          first ? IntStream.concat(IntStream.of(EXAMPLES), Arrays.stream(shape)).toArray() : shape;
      var t = Tensor.zeros(Precision.DOUBLE, all);
      boolean unit = !v.set().text.equals("R");
      for (int q = 0; q < t.size(); q++)
        t.set(q, (float) (unit ? random.nextDouble(0.1, 0.9) : random.nextGaussian()));
      given.put(v.name(), t);
    }
    return new Case(model, many ? "X" : "x", many ? "P" : "p", many, given);
  }

  private static Map<String, Integer> sizes(Model model) {
    Map<String, Integer> all = new LinkedHashMap<>(SIZES);
    all.keySet().retainAll(model.read().model().dimensions());
    return all;
  }

  private static byte[] graph(Case c, Map<String, Standardise> scalings) {
    Map<String, Tensor> weights = new LinkedHashMap<>(c.given);
    weights.remove(c.in);
    return Onnx.of(
        new Onnx.Wanted(
            c.model,
            c.out,
            List.of(c.in),
            c.many ? Optional.of("N") : Optional.empty(),
            weights,
            sizes(c.model),
            scalings,
            Map.of("classes", "a,b")));
  }

  private static double[] run(byte[] graph, Case c) throws OrtException {
    try (var options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      try (var session = OrtEnvironment.getEnvironment().createSession(graph, options)) {
        Tensor x = c.given.get(c.in);
        float[] data = new float[x.size()];
        for (int q = 0; q < data.length; q++) data[q] = (float) x.at(q);
        long[] shape = Arrays.stream(x.shape()).asLongStream().toArray();
        try (var in =
                OnnxTensor.createTensor(
                    OrtEnvironment.getEnvironment(), FloatBuffer.wrap(data), shape);
            var result = session.run(Map.of(c.in, in))) {
          var out = ((OnnxTensor) result.get(0)).getFloatBuffer();
          double[] all = new double[out.remaining()];
          for (int q = 0; q < all.length; q++) all[q] = out.get(q);
          return all;
        }
      }
    }
  }

  /// What the engine computes, example by example where the model is for one.
  private static double[] expected(Case c) {
    var outputs = Outputs.of(c.out);
    var sizes = Sizes.of(SIZES).with("N", EXAMPLES);
    var compiled = Engine.create().compile(c.model, outputs, sizes);
    var in = compiled.inputs();
    double[] all = new double[0];
    for (int e = 0; e < (c.many ? 1 : EXAMPLES); e++) {
      for (String n : in.names())
        in.put(n, n.equals("x") ? row(c.given.get(n), e) : c.given.get(n));
      double[] one = compiled.run(in).get(c.out).toDoubles();
      int at = all.length;
      all = Arrays.copyOf(all, at + one.length);
      System.arraycopy(one, 0, all, at, one.length);
    }
    return all;
  }

  private static Tensor row(Tensor t, int e) {
    int w = t.size() / EXAMPLES;
    double[] one = Arrays.copyOfRange(t.toDoubles(), e * w, e * w + w);
    return Tensor.of(one, Arrays.copyOfRange(t.shape(), 1, t.shape().length));
  }

  @TestFactory
  Stream<DynamicTest> onnxRuntimeComputesTheSame() {
    return MODELS.keySet().stream()
        .map(name ->
            DynamicTest.dynamicTest(
                name,
                () -> {
                  Case c = of(name);
                  byte[] graph = graph(c, Map.of());
                  Files.write(folder.resolve(name.replace(' ', '-') + ".onnx"), graph);
                  double[] have = run(graph, c);
                  double[] want = expected(c);
                  assertThat(have).hasSameSizeAs(want);
                  for (int q = 0; q < want.length; q++)
                    assertThat(have[q])
                        .as("entry " + q)
                        .isCloseTo(want[q], within(1e-5 * Math.max(1, Math.abs(want[q]))));
                }));
  }

  @Test
  void theCheckerOfOnnxAcceptsEveryGraph() throws Exception {
    Python.require(folder, "onnx", "ONNX");
    for (String name : MODELS.keySet())
      Files.write(folder.resolve(name.replace(' ', '-') + ".onnx"), graph(of(name), Map.of()));
    String printed =
        Python.run(
            folder,
            """
            import glob, onnx
            n = 0
            for f in sorted(glob.glob('*.onnx')):
                m = onnx.load(f)
                onnx.checker.check_model(m, full_check=True)
                assert m.metadata_props[0].value == 'a,b' and m.opset_import[0].version == 17
                n += 1
            print(n)
            m = onnx.load('two-layers.onnx')
            print([x.op_type for x in m.graph.node], [x.name for x in m.graph.initializer])
            print(onnx.helper.printable_graph(m.graph).splitlines()[1].strip(), m.graph.node[0].doc_string)
            """);
    assertThat(printed)
        .isEqualTo(
            MODELS.size()
                + """

                ['Gemm', 'Relu', 'Mul', 'Gemm'] ['V', 'd', 'W', 'b', 'c']
                %x[FLOAT, Nx4] s = W x + b
                """);
  }

  @Test
  void inputsAreStandardisedWithinTheGraph() throws OrtException {
    Case c = of("two layers");
    var s = Standardise.of(new double[] {1, 2, 3, 4}, new double[] {1, 2, 4, 8});
    double[] have = run(graph(c, Map.of("x", s)), c);
    Tensor x = c.given.get("x");
    for (int q = 0; q < x.size(); q++) x.set(q, (x.at(q) - s.mean()[q % 4]) / s.deviation()[q % 4]);
    double[] want = expected(c);
    for (int q = 0; q < want.length; q++) assertThat(have[q]).isCloseTo(want[q], within(1e-5));
  }

  @Test
  void whatOnnxCannotDoIsRefusedByItsDefinition() {
    assertThatThrownBy(() ->
            wanted(
                "x in R[n]\nA in inv[n]\nB = inv(A)\np = B x",
                Map.of("A", Tensor.of(new double[] {1, 0, 0, 1}, 2, 2))))
        .hasMessage("m: B = inv(A): ONNX has no operator for the inverse of a matrix");
    assertThatThrownBy(() -> wanted("x in R[n]\nL(x) in R\np = L x", Map.of()))
        .hasMessageContaining("L");
    assertThatThrownBy(() -> wanted("x in R[n]\nW in R[K, n]\np = W x", Map.of()))
        .hasMessage("m: no value for W, which is in R[K, n]");
    assertThatThrownBy(() -> wanted("x in R[n]\np = 2 x", Map.of()))
        .hasMessageContaining("add --size n=");
    assertThatThrownBy(() -> wanted("x in R[n]\nq = 2 x", Map.of()))
        .hasMessage("m: no name `p` is defined, which could be computed");
  }

  private static byte[] wanted(String text, Map<String, Tensor> weights) {
    return Onnx.of(
        new Onnx.Wanted(
            Jacobi.read("m", text),
            "p",
            List.of("x"),
            Optional.empty(),
            weights,
            Map.of(),
            Map.of(),
            Map.of()));
  }
}
