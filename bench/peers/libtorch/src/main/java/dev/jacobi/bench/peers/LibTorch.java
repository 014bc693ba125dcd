package dev.jacobi.bench.peers;

import dev.jacobi.bench.work.Contender;
import dev.jacobi.bench.work.Task;
import dev.jacobi.bench.work.Work;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.pytorch.global.torch;

/// PyTorch's library called from Java. A way whose name begins with `hand` has its derivative
/// written out.
public final class LibTorch implements Contender {

  public LibTorch() {
    String threads = System.getenv().getOrDefault("BENCH_THREADS", "1");
    torch.set_num_threads(Integer.parseInt(threads));
  }

  @Override
  public String about() {
    return "libtorch 2.10.0 (JavaCPP 1.5.13)";
  }

  @Override
  public Map<String, Work> open(Task task) {
    return switch (task.kind()) {
      case "tiny" -> Map.of("autograd", Networks.tiny());
      case "two-layer" -> Map.of("autograd", Networks.twoLayers());
      case "mlp" -> Map.of("autograd", Networks.perceptron(task));
      case "epoch" -> Map.of("autograd", Networks.epoch(task));
      case "softmax-jacobian" ->
          ways("autograd", Arrays.softmax(task), "hand", Arrays.softmaxByHand(task));
      case "logistic-hessian" -> Map.of("hand", Arrays.logisticByHand(task));
      case "logistic-hvp" ->
          ways("double backward", Arrays.product(task), "hand", Arrays.productByHand(task));
      case "net-hessian" -> Map.of("hand", Networks.hessianByHand());
      case "attention" -> ways("autograd", Arrays.attention(task), "fused", Arrays.fused(task));
      case "layer-norm" -> Map.of("autograd", Arrays.layerNorm(task));
      default -> Map.of();
    };
  }

  private static Map<String, Work> ways(String name, Work work, String other, Work more) {
    var ways = new LinkedHashMap<String, Work>();
    ways.put(name.replace(' ', '_'), work);
    ways.put(other, more);
    return ways;
  }
}
