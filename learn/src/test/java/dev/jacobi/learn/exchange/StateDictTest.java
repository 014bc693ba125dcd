package dev.jacobi.learn.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.jacobi.Jacobi;
import dev.jacobi.Model;
import dev.jacobi.engine.Engine;
import dev.jacobi.engine.Outputs;
import dev.jacobi.engine.Precision;
import dev.jacobi.engine.Sizes;
import dev.jacobi.engine.Tensor;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateDictTest {
  private static final Model COLUMNS =
      Jacobi.read(
          "m",
          """
          x in R[n]
          W1 in R[a,n], b1 in R[a]
          W2 in R[K,a], b2 in R[K]
          p = W2 relu(W1 x + b1) + b2
          """);
  private static final Model ROWS =
      Jacobi.read(
          "m",
          """
          X in R[N,n]
          W1 in R[n,a], b1 in R[1,a]
          W2 in R[a,K], b2 in R[K]
          P = relu(X W1 + b1) W2 + b2
          """);
  private static final List<String> NAMES = List.of("W1", "b1", "W2", "b2");

  @TempDir Path folder;

  /// Two square layers, so that no shape says which way round a weight is.
  private static Map<String, Tensor> state(String first, String second, int n, int a, int k) {
    Map<String, Tensor> all = new LinkedHashMap<>();
    all.put(first + ".weight", filled(1, a, n));
    all.put(first + ".bias", filled(2, a));
    all.put(second + ".weight", filled(3, k, a));
    all.put(second + ".bias", filled(4, k));
    return all;
  }

  private static Tensor filled(int seed, int... shape) {
    var random = new Random(seed);
    var t = Tensor.zeros(Precision.FLOAT, shape);
    for (int q = 0; q < t.size(); q++) t.set(q, (float) random.nextGaussian());
    return t;
  }

  @Test
  void weightsInOrderAreTakenWhereEachFits() {
    var m = StateDict.match(COLUMNS, NAMES, state("0", "2", 3, 4, 2), Map.of(), Map.of());
    assertThat(m.isWhole()).isTrue();
    assertThat(m.sizes()).containsEntry("n", 3).containsEntry("a", 4).containsEntry("K", 2);
    assertThat(m.table())
        .isEqualTo(
            """
            W1  R[a, n]  0.weight  [4, 3]  as it is
            b1  R[a]     0.bias    [4]     as it is
            W2  R[K, a]  2.weight  [2, 4]  as it is
            b2  R[K]     2.bias    [2]     as it is
            """);
  }

  @Test
  void writersThatSortNamesAreNoTrouble() {
    Map<String, Tensor> sorted = new LinkedHashMap<>();
    var state = state("seq.2", "seq.10", 3, 4, 2);
    state.keySet().stream().sorted().forEach(n -> sorted.put(n, state.get(n)));
    assertThat(sorted.keySet()).startsWith("seq.10.bias");
    var m = StateDict.match(COLUMNS, NAMES, sorted, Map.of(), Map.of());
    assertThat(m.isWhole()).isTrue();
    assertThat(m.weights().get("W1").shape()).containsExactly(4, 3);
  }

  @Test
  void aModelOfRowsHasThemTransposedEvenIfTheyAreSquare() {
    for (int side : new int[] {3, 5}) {
      var state = state("fc1", "fc2", 3, side, 3);
      var m = StateDict.match(ROWS, NAMES, state, Map.of(), Map.of());
      assertThat(m.isWhole()).isTrue();
      assertThat(m.table()).contains("W1  R[n, a]  fc1.weight", "transposed", "reshaped");
      assertThat(m.weights().get("W1").get(1, 2)).isEqualTo(state.get("fc1.weight").get(2, 1));
      assertThat(m.weights().get("b1").shape()).containsExactly(1, side);
    }
  }

  @Test
  void bothModelsComputeWhatPyTorchComputes() throws Exception {
    Python.require(folder, "torch", "PyTorch");
    String printed =
        Python.run(
            folder,
            """
            import json, struct, torch
            torch.manual_seed(3)
            net = torch.nn.Sequential(torch.nn.Linear(3, 3), torch.nn.ReLU(), torch.nn.Linear(3, 3))
            x = torch.randn(2, 3)
            opt = torch.optim.SGD(net.parameters(), lr=0.1)
            for _ in range(20):
                opt.zero_grad(); ((net(x) - 1) ** 2).sum().backward(); opt.step()
            head, blobs, at = {}, [], 0
            for k, v in list(net.state_dict().items()) + [('x', x), ('p', net(x).detach())]:
                b = v.numpy().tobytes()
                head[k] = {'dtype': 'F32', 'shape': list(v.shape), 'data_offsets': [at, at + len(b)]}
                blobs.append(b); at += len(b)
            text = json.dumps(head).encode()
            open('net.safetensors', 'wb').write(struct.pack('<Q', len(text)) + text + b''.join(blobs))
            """);
    assertThat(printed).isEmpty();
    Map<String, Tensor> state = Weights.read(folder.resolve("net.safetensors"));
    Tensor x = state.remove("x");
    double[] want = state.remove("p").toDoubles();
    var rows = StateDict.match(ROWS, NAMES, state, Map.of(), Map.of());
    assertThat(run(ROWS, "P", "X", x, rows)).containsExactly(want, within(1e-6));
    var columns = StateDict.match(COLUMNS, NAMES, state, Map.of(), Map.of());
    var first = Tensor.of(Arrays.copyOf(x.toDoubles(), 3), 3);
    assertThat(run(COLUMNS, "p", "x", first, columns))
        .containsExactly(Arrays.copyOf(want, 3), within(1e-6));
  }

  private static double[] run(Model m, String out, String in, Tensor x, StateDict.Matched w) {
    var sizes = Sizes.of(w.sizes()).with("N", 2);
    var compiled = Engine.create().compile(m, Outputs.of(out), sizes);
    var inputs = compiled.inputs();
    w.weights().forEach(inputs::put);
    inputs.put(in, x);
    return compiled.run(inputs).get(out).toDoubles();
  }

  @Test
  void whatIsSaidOfNamesIsFollowed() {
    var state = state("fc2", "fc1", 3, 3, 3);
    var said =
        StateDict.words(List.of("W1=fc1.weight", "b1=fc1.bias", "W2=fc2.weight", "b2=fc2.bias"));
    var m = StateDict.match(COLUMNS, NAMES, state, said, Map.of());
    assertThat(m.weights().get("W1").toDoubles()).isEqualTo(state.get("fc1.weight").toDoubles());
    assertThatThrownBy(
            () -> StateDict.match(COLUMNS, NAMES, state, Map.of("W3", "fc1.weight"), Map.of()))
        .hasMessage(
            "--map W3=fc1.weight: the model needs no weights for W3; it needs W1, b1, W2, b2");
    assertThatThrownBy(
            () -> StateDict.match(COLUMNS, NAMES, state, Map.of("W1", "fc.weight"), Map.of()))
        .hasMessage(
            "--map W1=fc.weight: the file has no fc.weight; it has fc2.weight, fc2.bias, fc1.weight, fc1.bias");
    assertThatThrownBy(() -> StateDict.words(List.of("W1")))
        .hasMessageContaining("--map W1=fc1.weight");
  }

  @Test
  void ownNamesAreTakenAsTheyAre() {
    Map<String, Tensor> own = new LinkedHashMap<>();
    own.put("b1", filled(1, 1, 3));
    own.put("W1", filled(2, 3, 3));
    own.put("W2", filled(3, 3, 3));
    own.put("b2", filled(4, 3));
    var m = StateDict.match(ROWS, NAMES, own, Map.of(), Map.of());
    assertThat(m.isWhole()).isTrue();
    assertThat(m.weights().get("W1").toDoubles()).isEqualTo(own.get("W1").toDoubles());
  }

  @Test
  void whatDoesNotMatchStandsInTheTable() {
    var state = state("fc1", "fc2", 3, 4, 2);
    state.put("fc3.weight", filled(9, 2, 2));
    var said = Map.of("W1", "fc1.weight", "b1", "fc2.bias");
    var m = StateDict.match(COLUMNS, NAMES, state, said, Map.of("a", 4));
    assertThat(m.isWhole()).isFalse();
    assertThat(m.table())
        .isEqualTo(
            """
            W1  R[a, n]  fc1.weight  [4, 3]  as it is
            b1  R[a]     -           [2]     fc2.bias does not fit: the model has [4]
            W2  R[K, a]  -                   nothing for it in the file
            b2  R[K]     -                   nothing for it in the file
            -            fc1.bias    [4]     not used
            -            fc2.weight  [2, 4]  not used
            -            fc3.weight  [2, 2]  not used
            """);
  }
}
