package dev.jacobi.bench.peers;

import static dev.jacobi.bench.peers.Step.tensor;

import dev.jacobi.bench.work.Clothes;
import dev.jacobi.bench.work.Data;
import dev.jacobi.bench.work.Task;
import dev.jacobi.bench.work.Work;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/// Networks, by autograd.
final class Networks {
  private static final Scalar RATE = new Scalar(0.01f);

  private Networks() {}

  static Work tiny() {
    Tensor x = tensor("x", 1, 2);
    Tensor t = tensor("t", 1, 1);
    var p =
        leaves(
            tensor("W1", 1, 4, 2), tensor("b1", 1, 4), tensor("W2", 1, 1, 4), tensor("b2", 1, 1));
    var half = new Scalar(0.5f);
    Runnable cost =
        () -> {
          Tensor h = torch.sigmoid(torch.addmv(p.get(1), p.get(0), x));
          Tensor d = torch.sigmoid(torch.addmv(p.get(3), p.get(2), h)).sub(t);
          d.mul(d).sum().mul(half).backward();
        };
    return descent(cost, p, List.of("W1", "b1", "W2", "b2"));
  }

  static Work perceptron(Task task) {
    int batch = task.size("batch");
    var net = Net.of(task, task.size("in"), task.size("out"));
    Tensor x = tensor("X", 1, batch, task.size("in"));
    Tensor t = classes(batch, task.size("out"));
    return descent(() -> net.cost(x, t).backward(), net.parameters, net.names);
  }

  /// A run is an epoch: batches are taken from all pictures by their numbers in one order.
  static Work epoch(Task task) {
    int count = task.size("examples");
    int batch = task.size("batch");
    var net = Net.of(task, Clothes.PIXELS, Clothes.CLASSES);
    Tensor x = Tensor.create(Clothes.pictures(count), count, Clothes.PIXELS);
    Tensor t = Tensor.create(wide(Clothes.classes(count)), count);
    Tensor order = Tensor.create(wide(Clothes.order(count)), count);
    return new Step(
        () -> {
          for (int from = 0; from < count; from += batch)
            try (var _ = new PointerScope()) {
              Tensor some = order.narrow(0, from, Math.min(batch, count - from));
              net.cost(x.index_select(0, some), t.index_select(0, some)).backward();
              descend(net.parameters);
            }
          return Map.of();
        },
        state(net.parameters, net.names));
  }

  /// Layers with rectified units between them.
  private record Net(List<Tensor> parameters, List<String> names) {
    static Net of(Task task, int in, int out) {
      int layers = task.size("layers");
      var parameters = new ArrayList<Tensor>();
      var names = new ArrayList<String>();
      for (int l = 0; l <= layers; l++) {
        int from = l == 0 ? in : task.size("width");
        int to = l == layers ? out : task.size("width");
        parameters.add(tensor("W" + (l + 1), Math.sqrt(3.0 / from), from, to));
        parameters.add(tensor("b" + (l + 1), 0.1, to));
        names.addAll(List.of("W" + (l + 1), "b" + (l + 1)));
      }
      return new Net(leaves(parameters.toArray(Tensor[]::new)), names);
    }

    Tensor cost(Tensor x, Tensor t) {
      Tensor a = x;
      int last = parameters.size() - 2;
      for (int q = 0; q < last; q += 2)
        a = torch.relu(torch.addmm(parameters.get(q + 1), a, parameters.get(q)));
      return torch.cross_entropy_loss(
          torch.addmm(parameters.get(last + 1), a, parameters.get(last)), t);
    }
  }

  private static Tensor classes(int rows, int count) {
    return Tensor.create(wide(Data.classes("T", rows, count)), rows);
  }

  private static long[] wide(int... numbers) {
    var wide = new long[numbers.length];
    for (int i = 0; i < wide.length; i++) wide[i] = numbers[i];
    return wide;
  }

  private static List<Tensor> leaves(Tensor... tensors) {
    for (Tensor t : tensors) t.requires_grad_(true);
    return List.of(tensors);
  }

  /// The gradients are added to those of the last step, which are zero.
  private static Work descent(Runnable cost, List<Tensor> p, List<String> names) {
    return new Step(
        () -> {
          cost.run();
          descend(p);
          return Map.of();
        },
        state(p, names));
  }

  private static void descend(List<Tensor> p) {
    try (var _ = new NoGradGuard()) {
      for (Tensor q : p) {
        Tensor g = q.mutable_grad();
        q.sub_(g, RATE);
        g.reset();
      }
    }
  }

  private static Map<String, Tensor> state(List<Tensor> p, List<String> names) {
    var state = new LinkedHashMap<String, Tensor>();
    for (int i = 0; i < p.size(); i++) state.put(names.get(i), p.get(i));
    return state;
  }

  static Work twoLayers() {
    Tensor x = tensor("x", 1, 10);
    Tensor y = tensor("y", 1, 5);
    var p =
        leaves(
            tensor("W1", 0.5, 20, 10),
            tensor("b1", 0.5, 20),
            tensor("W2", 0.5, 5, 20),
            tensor("b2", 0.5, 5));
    var three = new Scalar(3f);
    return new Step(() -> {
      Tensor a1 = torch.relu(torch.addmv(p.get(1), p.get(0), x)).mul(three);
      Tensor d = torch.addmv(p.get(3), p.get(2), a1).sub(y);
      var wanted = new TensorVector(p.toArray(Tensor[]::new));
      TensorVector g = torch.grad(new TensorVector(d.mul(d).sum()), wanted);
      return Map.of("dW1", g.get(0), "db1", g.get(1), "dW2", g.get(2), "db2", g.get(3));
    });
  }

  static Work hessianByHand() {
    Tensor x = tensor("x", 1, 10);
    Tensor w1 = tensor("W1", 0.5, 20, 10);
    Tensor b1 = tensor("b1", 0.5, 20);
    Tensor w2 = tensor("W2", 0.5, 5, 20);
    var zero = new Scalar(0f);
    var factor = new Scalar(18f);
    return new Step(() -> {
      Tensor m = w2.mul(torch.addmv(b1, w1, x).gt(zero));
      Tensor k = torch.mm(m.t(), m).mul(factor);
      Tensor left = k.view(20, 1, 20, 1).mul(x.view(1, 10, 1, 1));
      return Map.of("H", left.mul(x));
    });
  }
}
