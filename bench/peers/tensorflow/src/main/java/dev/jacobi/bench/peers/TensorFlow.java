package dev.jacobi.bench.peers;

import dev.jacobi.bench.work.Contender;
import dev.jacobi.bench.work.Data;
import dev.jacobi.bench.work.Task;
import dev.jacobi.bench.work.Work;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Gradients;
import org.tensorflow.op.core.Variable;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.types.TFloat32;

/// TensorFlow-Java: graphs with their gradients, run in a session. Parameters are variables; what
/// is given is fed, so that nothing can be computed before.
public final class TensorFlow implements Contender {

  @Override
  public String about() {
    return "TensorFlow-Java 1.1.0 on TensorFlow " + org.tensorflow.TensorFlow.version();
  }

  @Override
  public Map<String, Work> open(Task task) {
    return switch (task.kind()) {
      case "tiny" -> Map.of("graph", new Net().tiny());
      case "two-layer" -> Map.of("graph", new Net().twoLayers());
      case "mlp" -> Map.of("graph", new Net().perceptron(task));
      default -> Map.of();
    };
  }

  /// A graph in the making, then in use.
  private static final class Net implements Work {
    private static final int THREADS =
        Integer.parseInt(System.getenv().getOrDefault("BENCH_THREADS", "1"));

    private final Graph graph = new Graph();
    private final Ops tf = Ops.create(graph);
    private final Map<Operand<TFloat32>, TFloat32> fed = new LinkedHashMap<>();
    private final Map<String, Variable<TFloat32>> parameters = new LinkedHashMap<>();
    private final List<Op> initial = new ArrayList<>();
    private final List<Op> targets = new ArrayList<>();
    private final Map<String, Operand<TFloat32>> fetched = new LinkedHashMap<>();
    private final Session session =
        new Session(
            graph,
            ConfigProto.newBuilder()
                .setIntraOpParallelismThreads(THREADS)
                .setInterOpParallelismThreads(1)
                .build());

    private static TFloat32 tensor(float[] values, long... shape) {
      return TFloat32.tensorOf(Shape.of(shape), DataBuffers.of(values));
    }

    private static float[] uniform(String name, double scale, long... shape) {
      int length = 1;
      for (long extent : shape) length *= (int) extent;
      return Data.uniform(name, length, scale);
    }

    private Operand<TFloat32> input(float[] values, long... shape) {
      var place = tf.placeholder(TFloat32.class);
      fed.put(place, tensor(values, shape));
      return place;
    }

    private Variable<TFloat32> parameter(String name, double scale, long... shape) {
      Variable<TFloat32> v = tf.variable(Shape.of(shape), TFloat32.class);
      initial.add(tf.assign(v, tf.constantOf(tensor(uniform(name, scale, shape), shape))));
      parameters.put(name, v);
      return v;
    }

    /// Matrices of one column, since products of a matrix and a vector are not to be had.
    private Operand<TFloat32> affine(
        Operand<TFloat32> w, Operand<TFloat32> x, Operand<TFloat32> b) {
      return tf.math.add(tf.linalg.matMul(w, x), b);
    }

    Net tiny() {
      var x = input(uniform("x", 1, 2), 2, 1);
      var t = input(uniform("t", 1, 1), 1, 1);
      var w1 = parameter("W1", 1, 4, 2);
      var h = tf.math.sigmoid(affine(w1, x, parameter("b1", 1, 4, 1)));
      var w2 = parameter("W2", 1, 1, 4);
      var y = tf.math.sigmoid(affine(w2, h, parameter("b2", 1, 1, 1)));
      var square = tf.math.squaredDifference(y, t);
      return descend(tf.math.mul(sum(square), tf.constant(0.5f)));
    }

    Net twoLayers() {
      var x = input(uniform("x", 1, 10), 10, 1);
      var y = input(uniform("y", 1, 5), 5, 1);
      var w1 = parameter("W1", 0.5, 20, 10);
      var a1 = tf.math.mul(tf.nn.relu(affine(w1, x, parameter("b1", 0.5, 20, 1))), tf.constant(3f));
      var w2 = parameter("W2", 0.5, 5, 20);
      var s2 = affine(w2, a1, parameter("b2", 0.5, 5, 1));
      Gradients g = gradients(sum(tf.math.squaredDifference(s2, y)));
      int i = 0;
      for (String name : parameters.keySet()) fetched.put("d" + name, g.<TFloat32>dy(i++));
      return ready();
    }

    Net perceptron(Task task) {
      int batch = task.size("batch");
      int layers = task.size("layers");
      int in = task.size("in");
      int out = task.size("out");
      Operand<TFloat32> a = input(Data.uniform("X", batch * in, 1), batch, in);
      var t = input(Data.oneHot("T", batch, out), batch, out);
      for (int l = 0; l <= layers; l++) {
        int from = l == 0 ? in : task.size("width");
        int to = l == layers ? out : task.size("width");
        var w = parameter("W" + (l + 1), Math.sqrt(3.0 / from), from, to);
        Operand<TFloat32> z = affine(a, w, parameter("b" + (l + 1), 0.1, to));
        a = l == layers ? z : tf.nn.relu(z);
      }
      var losses = tf.nn.softmaxCrossEntropyWithLogits(a, t).loss();
      return descend(tf.math.mean(losses, tf.constant(0)));
    }

    private Operand<TFloat32> sum(Operand<TFloat32> matrix) {
      return tf.sum(matrix, tf.constant(new int[] {0, 1}));
    }

    private Gradients gradients(Operand<TFloat32> cost) {
      return Gradients.create(tf.scope(), cost, parameters.values());
    }

    private Net descend(Operand<TFloat32> cost) {
      Gradients g = gradients(cost);
      int i = 0;
      for (Variable<TFloat32> v : parameters.values())
        targets.add(tf.train.applyGradientDescent(v, tf.constant(0.01f), g.<TFloat32>dy(i++)));
      return ready();
    }

    private Net ready() {
      for (Op op : initial) session.run(op);
      return this;
    }

    @Override
    public void run() {
      result(fetched).close();
    }

    private Result result(Map<String, Operand<TFloat32>> wanted) {
      Session.Runner runner = session.runner();
      fed.forEach(runner::feed);
      targets.forEach(runner::addTarget);
      wanted.values().forEach(runner::fetch);
      return runner.run();
    }

    @Override
    public List<Array> results() {
      var wanted = new LinkedHashMap<String, Operand<TFloat32>>(fetched);
      if (wanted.isEmpty()) wanted.putAll(parameters);
      Session.Runner runner = session.runner();
      if (!fetched.isEmpty()) fed.forEach(runner::feed);
      wanted.values().forEach(runner::fetch);
      var all = new ArrayList<Array>();
      try (Result result = runner.run()) {
        int i = 0;
        for (String name : wanted.keySet()) all.add(array(name, (TFloat32) result.get(i++)));
      }
      return all;
    }

    private static Array array(String name, TFloat32 tensor) {
      var values = new float[(int) tensor.size()];
      tensor.asRawTensor().data().asFloats().read(values);
      return Array.of(name, values);
    }

    @Override
    public void close() {
      session.close();
      graph.close();
    }
  }
}
