package dev.jacobi.bench.floor;

import dev.jacobi.bench.floor.Gemm.View;
import dev.jacobi.bench.work.Data;
import dev.jacobi.bench.work.Task;
import dev.jacobi.bench.work.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Layers of ReLU, softmax and cross-entropy, averaged over a batch: one step of descent on all
/// parameters. Layer l is `A[l+1] = relu(A[l] W[l] + b[l])`.
final class Perceptron implements Work {
  private static final float RATE = 0.01f;

  private final int batch;
  private final int[] widths;
  private final float[] target;
  private final float[][] a;
  private final float[][] w;
  private final float[][] b;
  private final float[][] d;
  private final Gemm gemm = new Gemm();

  Perceptron(Task task) {
    this.batch = task.size("batch");
    int layers = task.size("layers");
    this.widths = new int[layers + 2];
    for (int l = 0; l <= layers + 1; l++)
      widths[l] = task.size(l == 0 ? "in" : l <= layers ? "width" : "out");
    this.target = Data.oneHot("T", batch, widths[layers + 1]);
    this.a = arrays(l -> new float[batch * widths[l]], layers + 2);
    this.d = arrays(l -> new float[batch * widths[l]], layers + 2);
    a[0] = Data.uniform("X", batch * widths[0], 1);
    this.w =
        arrays(
            l -> Data.uniform("W" + (l + 1), widths[l] * widths[l + 1], Math.sqrt(3.0 / widths[l])),
            layers + 1);
    this.b = arrays(l -> Data.uniform("b" + (l + 1), widths[l + 1], 0.1), layers + 1);
  }

  private static float[][] arrays(java.util.function.IntFunction<float[]> make, int count) {
    return IntStream.range(0, count).mapToObj(make).toArray(float[][]::new);
  }

  @Override
  public void run() {
    int last = w.length - 1;
    for (int l = 0; l <= last; l++) forward(l, l < last);
    float[] p = a[last + 1];
    Vectors.softmaxRows(p, batch, widths[last + 1]);
    float mean = 1f / batch;
    float[] error = d[last + 1];
    for (int i = 0; i < error.length; i++) error[i] = mean * (p[i] - target[i]);
    for (int l = last; l >= 0; l--) backward(l);
  }

  private void forward(int l, boolean relu) {
    int n = widths[l + 1];
    float[] to = a[l + 1];
    gemm.multiply(
        batch,
        n,
        widths[l],
        1,
        View.rows(a[l], widths[l]),
        View.rows(w[l], n),
        0,
        View.rows(to, n));
    for (int i = 0; i < batch; i++)
      if (relu) addThenRelu(to, i * n, b[l], n);
      else addBias(to, i * n, b[l], n);
  }

  private static void addThenRelu(float[] to, int at, float[] bias, int n) {
    for (int j = 0; j < n; j++) to[at + j] = Math.max(to[at + j] + bias[j], 0);
  }

  private static void addBias(float[] to, int at, float[] bias, int n) {
    for (int j = 0; j < n; j++) to[at + j] += bias[j];
  }

  private void backward(int l) {
    int m = widths[l];
    int n = widths[l + 1];
    float[] error = d[l + 1];
    if (l > 0) {
      gemm.multiply(
          batch, m, n, 1, View.rows(error, n), View.transposed(w[l], n), 0, View.rows(d[l], m));
      mask(d[l], a[l]);
    }
    gemm.multiply(
        m, n, batch, -RATE, View.transposed(a[l], m), View.rows(error, n), 1, View.rows(w[l], n));
    for (int i = 0; i < batch; i++) Vectors.add(-RATE, error, i * n, b[l], 0, n);
  }

  private static void mask(float[] error, float[] active) {
    for (int i = 0; i < error.length; i++) error[i] = active[i] > 0 ? error[i] : 0;
  }

  @Override
  public List<Array> results() {
    var all = new ArrayList<Array>();
    for (int l = 0; l < w.length; l++) {
      all.add(Array.of("W" + (l + 1), w[l]));
      all.add(Array.of("b" + (l + 1), b[l]));
    }
    return all;
  }
}
