package dev.jacobi.bench.peers;

import dev.jacobi.bench.work.Contender;
import dev.jacobi.bench.work.Data;
import dev.jacobi.bench.work.Task;
import dev.jacobi.bench.work.Work;
import java.util.List;
import java.util.Map;
import org.encog.engine.network.activation.ActivationSigmoid;
import org.encog.ml.data.basic.BasicMLDataSet;
import org.encog.neural.networks.BasicNetwork;
import org.encog.neural.networks.layers.BasicLayer;
import org.encog.neural.networks.training.propagation.back.Backpropagation;

/// Encog 3.4, which computes in doubles, on the smallest net. Its `StochasticGradientDescent` takes
/// no part: it minimises a cross-entropy, not the squared error.
public final class Encog implements Contender {

  @Override
  public String about() {
    return "Encog 3.4, double";
  }

  @Override
  public Map<String, Work> open(Task task) {
    if (!task.kind().equals("tiny")) return Map.of();
    return Map.of("backpropagation", backpropagation());
  }

  /// A whole iteration over a set of one.
  private static Work backpropagation() {
    BasicNetwork network = network();
    var train = new Backpropagation(network, data(), 0.01, 0);
    train.setThreadCount(1);
    train.fixFlatSpot(false);
    return work(network, train::iteration);
  }

  private static BasicMLDataSet data() {
    double[][] x = {wide(Data.uniform("x", 2, 1))};
    double[][] t = {wide(Data.uniform("t", 1, 1))};
    return new BasicMLDataSet(x, t);
  }

  private static BasicNetwork network() {
    var network = new BasicNetwork();
    network.addLayer(new BasicLayer(null, true, 2));
    network.addLayer(new BasicLayer(new ActivationSigmoid(), true, 4));
    network.addLayer(new BasicLayer(new ActivationSigmoid(), false, 1));
    network.getStructure().finalizeStructure();
    double[] w1 = wide(Data.uniform("W1", 8, 1));
    double[] b1 = wide(Data.uniform("b1", 4, 1));
    double[] w2 = wide(Data.uniform("W2", 4, 1));
    for (int h = 0; h < 4; h++) {
      for (int i = 0; i < 2; i++) network.setWeight(0, i, h, w1[2 * h + i]);
      network.setWeight(0, 2, h, b1[h]);
      network.setWeight(1, h, 0, w2[h]);
    }
    network.setWeight(1, 4, 0, Data.uniform("b2", 1, 1)[0]);
    return network;
  }

  private static double[] wide(float[] values) {
    var wide = new double[values.length];
    for (int i = 0; i < values.length; i++) wide[i] = values[i];
    return wide;
  }

  private static Work work(BasicNetwork network, Runnable step) {
    return new Work() {
      @Override
      public void run() {
        step.run();
      }

      @Override
      public List<Array> results() {
        var w1 = new double[8];
        var b1 = new double[4];
        var w2 = new double[4];
        for (int h = 0; h < 4; h++) {
          for (int i = 0; i < 2; i++) w1[2 * h + i] = network.getWeight(0, i, h);
          b1[h] = network.getWeight(0, 2, h);
          w2[h] = network.getWeight(1, h, 0);
        }
        double[] b2 = {network.getWeight(1, 4, 0)};
        return List.of(
            new Array("W1", w1), new Array("b1", b1), new Array("W2", w2), new Array("b2", b2));
      }
    };
  }
}
