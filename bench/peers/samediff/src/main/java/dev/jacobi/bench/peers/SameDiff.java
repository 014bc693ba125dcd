package dev.jacobi.bench.peers;

import dev.jacobi.bench.work.Contender;
import dev.jacobi.bench.work.Data;
import dev.jacobi.bench.work.Task;
import dev.jacobi.bench.work.Work;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/// SameDiff: a graph whose gradients are asked for, and a step that the caller takes.
public final class SameDiff implements Contender {

  @Override
  public String about() {
    return "SameDiff of ND4J 1.0.0-M2.1, " + Nd4j.getBackend().getClass().getSimpleName();
  }

  @Override
  public Map<String, Work> open(Task task) {
    return task.kind().equals("mlp") ? Map.of("gradients", new Net(task)) : Map.of();
  }

  private static final class Net implements Work {
    private final org.nd4j.autodiff.samediff.SameDiff graph =
        org.nd4j.autodiff.samediff.SameDiff.create();
    private final Map<String, INDArray> fed;
    private final Map<String, INDArray> parameters = new LinkedHashMap<>();

    Net(Task task) {
      int batch = task.size("batch");
      int layers = task.size("layers");
      int in = task.size("in");
      int out = task.size("out");
      SDVariable a = graph.placeHolder("X", DataType.FLOAT, batch, in);
      SDVariable t = graph.placeHolder("T", DataType.FLOAT, batch, out);
      for (int l = 0; l <= layers; l++) {
        int from = l == 0 ? in : task.size("width");
        int to = l == layers ? out : task.size("width");
        SDVariable w = parameter("W" + (l + 1), Math.sqrt(3.0 / from), from, to);
        SDVariable z = graph.nn().linear(a, w, parameter("b" + (l + 1), 0.1, to));
        a = l == layers ? z : graph.nn().relu(z, 0);
      }
      graph.setLossVariables(graph.loss().softmaxCrossEntropy("C", t, a, null));
      this.fed =
          Map.of(
              "X", array(Data.uniform("X", batch * in, 1), batch, in),
              "T", array(Data.oneHot("T", batch, out), batch, out));
    }

    private SDVariable parameter(String name, double scale, long... shape) {
      int length = 1;
      for (long extent : shape) length *= (int) extent;
      SDVariable v = graph.var(name, array(Data.uniform(name, length, scale), shape));
      parameters.put(name, v.getArr());
      return v;
    }

    private static INDArray array(float[] values, long... shape) {
      return Nd4j.create(values, shape, 'c');
    }

    @Override
    public void run() {
      Map<String, INDArray> gradients = graph.calculateGradients(fed, parameters.keySet());
      parameters.forEach((name, p) -> p.subi(gradients.get(name).muli(0.01f)));
    }

    @Override
    public List<Array> results() {
      var all = new ArrayList<Array>();
      parameters.keySet().forEach(name -> all.add(values(name)));
      return all;
    }

    private Array values(String name) {
      INDArray array = graph.getVariable(name).getArr().dup('c');
      return Array.of(name, array.reshape(array.length()).toFloatVector());
    }
  }
}
