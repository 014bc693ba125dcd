package dev.jacobi.bench.floor;

import dev.jacobi.bench.work.Data;
import dev.jacobi.bench.work.Work;
import java.util.Arrays;
import java.util.List;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/// Each row without its mean, over its deviation, times gamma plus beta; and what a gradient G
/// sends back to X, gamma and beta.
final class LayerNorm implements Work {
  private static final float EPSILON = 1e-5f;
  private static final int V = Vectors.V;

  private final int rows;
  private final int n;
  private final float[] x;
  private final float[] g;
  private final float[] gamma;
  private final float[] dx;
  private final float[] dgamma;
  private final float[] dbeta;

  LayerNorm(int rows, int n) {
    this.rows = rows;
    this.n = n;
    this.x = Data.uniform("X", rows * n, 1);
    this.g = Data.uniform("G", rows * n, 1);
    this.gamma = Data.uniform("gamma", n, 1);
    this.dx = new float[rows * n];
    this.dgamma = new float[n];
    this.dbeta = new float[n];
  }

  @Override
  public void run() {
    Arrays.fill(dgamma, 0);
    Arrays.fill(dbeta, 0);
    for (int i = 0; i < rows; i++) row(i * n);
  }

  private void row(int at) {
    float mean = sum(at) / n;
    float scale = (float) (1 / Math.sqrt(spread(at, mean) / n + EPSILON));
    var sums = FloatVector.zero(Vectors.S);
    var along = sums;
    int j = 0;
    for (; j <= n - V; j += V) {
      var y = FloatVector.fromArray(Vectors.S, x, at + j).sub(mean).mul(scale);
      var e = FloatVector.fromArray(Vectors.S, g, at + j);
      y.fma(e, FloatVector.fromArray(Vectors.S, dgamma, j)).intoArray(dgamma, j);
      e.add(FloatVector.fromArray(Vectors.S, dbeta, j)).intoArray(dbeta, j);
      e = e.mul(FloatVector.fromArray(Vectors.S, gamma, j));
      sums = sums.add(e);
      along = y.fma(e, along);
    }
    float sum = sums.reduceLanes(VectorOperators.ADD);
    float product = along.reduceLanes(VectorOperators.ADD);
    for (; j < n; j++) {
      float y = (x[at + j] - mean) * scale;
      float e = g[at + j];
      dgamma[j] += y * e;
      dbeta[j] += e;
      sum += e * gamma[j];
      product += y * e * gamma[j];
    }
    back(at, mean, scale, sum / n, product / n);
  }

  private void back(int at, float mean, float scale, float sum, float product) {
    for (int j = 0; j < n; j++) {
      float y = (x[at + j] - mean) * scale;
      dx[at + j] = scale * (g[at + j] * gamma[j] - sum - y * product);
    }
  }

  private float sum(int at) {
    var sums = FloatVector.zero(Vectors.S);
    int j = 0;
    for (; j <= n - V; j += V) sums = sums.add(FloatVector.fromArray(Vectors.S, x, at + j));
    float sum = sums.reduceLanes(VectorOperators.ADD);
    for (; j < n; j++) sum += x[at + j];
    return sum;
  }

  private float spread(int at, float mean) {
    var sums = FloatVector.zero(Vectors.S);
    int j = 0;
    for (; j <= n - V; j += V) {
      var c = FloatVector.fromArray(Vectors.S, x, at + j).sub(mean);
      sums = c.fma(c, sums);
    }
    float sum = sums.reduceLanes(VectorOperators.ADD);
    for (; j < n; j++) sum += (x[at + j] - mean) * (x[at + j] - mean);
    return sum;
  }

  @Override
  public List<Array> results() {
    return List.of(Array.of("dX", dx), Array.of("dgamma", dgamma), Array.of("dbeta", dbeta));
  }
}
