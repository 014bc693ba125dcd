package dev.jacobi.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Milliseconds from the text of a model to the text of all its gradients. Times are sampled, so
/// that the median can be told. Deriving is much code, none of it much hotter than the rest: the
/// compiler needs 20 seconds for it on two cores.
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 25, time = 1)
@Measurement(iterations = 2, time = 1)
@Fork(value = 1, jvmArgsAppend = "-Xss256m")
public class DeriveBenchmark {

  /// A network of some depth.
  @State(Scope.Benchmark)
  public static class Deep {
    @Param({"10", "50", "100", "200", "400"})
    int layers;

    private String text = "";

    @Setup
    public void write() {
      text = Networks.deep(layers);
    }
  }

  @Benchmark
  public String twoLayers() {
    return Derivation.unchecked(Networks.TWO_LAYERS);
  }

  @Benchmark
  public String twoLayersChecked() {
    return Derivation.checked(Networks.TWO_LAYERS);
  }

  @Benchmark
  public String attention() {
    return Derivation.unchecked(Networks.ATTENTION);
  }

  @Benchmark
  public String attentionChecked() {
    return Derivation.checked(Networks.ATTENTION);
  }

  @Benchmark
  public String deep(Deep network) {
    return Derivation.unchecked(network.text);
  }
}
