package dev.jacobi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.Batch;
import dev.jacobi.Jacobi;
import dev.jacobi.Model;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BatchedTest {
  @Test
  void gradientsOfABatchAreTheSumOfThoseOfItsExamples() throws IOException {
    Model one = Jacobi.read(Path.of("../examples/tanh-softmax-ce.jacobi"));
    Model many = Batch.of(one, "N", List.of("x", "t"), "C", Batch.Total.SUM);
    Outputs outputs = Outputs.of("C").gradients("W1", "b1", "W2", "b2");
    Sizes sizes = Sizes.of("n", 7, "a", 9, "K", 4);
    Engine engine = Engine.create();
    Compiled batch = engine.compile(many, outputs, sizes.with("N", 5));
    Tensors in = batch.inputs();
    var random = new Random(3);
    for (String name : in.names()) {
      double[] data = in.doubles(name);
      for (int q = 0; q < data.length; q++) data[q] = random.nextGaussian();
    }
    double[] t = in.doubles("t");
    for (int r = 0; r < 5; r++) for (int k = 0; k < 4; k++) t[4 * r + k] = k == r % 4 ? 1 : 0;
    Tensors together = batch.run(in);
    Compiled single = engine.compile(one, outputs, sizes);
    for (String name : together.names()) {
      double[] sum = new double[together.get(name).size()];
      for (int r = 0; r < 5; r++) {
        double[] g = example(single, in, r).get(name).toDoubles();
        for (int q = 0; q < sum.length; q++) sum[q] += g[q];
      }
      assertThat(Oracle.relative(together.get(name).toDoubles(), sum)).as(name).isLessThan(1e-12);
    }
  }

  private static Tensors example(Compiled single, Tensors all, int r) {
    Tensors in = single.inputs();
    for (String name : in.names()) {
      double[] data = all.doubles(name);
      int n = in.get(name).size();
      boolean rows = data.length > n;
      in.put(name, rows ? Arrays.copyOfRange(data, r * n, (r + 1) * n) : data);
    }
    return single.run(in);
  }
}
