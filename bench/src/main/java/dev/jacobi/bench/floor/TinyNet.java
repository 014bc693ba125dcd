package dev.jacobi.bench.floor;

import dev.jacobi.bench.work.Data;
import dev.jacobi.bench.work.Work;
import java.util.List;

/// Two inputs, four hidden units, one output, a sigmoid on both layers and half the squared error:
/// forward, backward, and a step down.
final class TinyNet implements Work {
  private static final float RATE = 0.01f;

  private final float[] x = Data.uniform("x", 2, 1);
  private final float[] t = Data.uniform("t", 1, 1);
  private final float[] w1 = Data.uniform("W1", 8, 1);
  private final float[] b1 = Data.uniform("b1", 4, 1);
  private final float[] w2 = Data.uniform("W2", 4, 1);
  private final float[] b2 = Data.uniform("b2", 1, 1);

  @Override
  public void run() {
    float x0 = x[0];
    float x1 = x[1];
    float h0 = Vectors.sigmoid(Math.fma(w1[0], x0, Math.fma(w1[1], x1, b1[0])));
    float h1 = Vectors.sigmoid(Math.fma(w1[2], x0, Math.fma(w1[3], x1, b1[1])));
    float h2 = Vectors.sigmoid(Math.fma(w1[4], x0, Math.fma(w1[5], x1, b1[2])));
    float h3 = Vectors.sigmoid(Math.fma(w1[6], x0, Math.fma(w1[7], x1, b1[3])));
    float s = Math.fma(w2[0], h0, w2[1] * h1) + Math.fma(w2[2], h2, w2[3] * h3) + b2[0];
    float y = Vectors.sigmoid(s);
    float d = -RATE * (y - t[0]) * y * (1 - y);
    back(0, d * w2[0] * h0 * (1 - h0), x0, x1);
    back(1, d * w2[1] * h1 * (1 - h1), x0, x1);
    back(2, d * w2[2] * h2 * (1 - h2), x0, x1);
    back(3, d * w2[3] * h3 * (1 - h3), x0, x1);
    w2[0] = Math.fma(d, h0, w2[0]);
    w2[1] = Math.fma(d, h1, w2[1]);
    w2[2] = Math.fma(d, h2, w2[2]);
    w2[3] = Math.fma(d, h3, w2[3]);
    b2[0] += d;
  }

  private void back(int unit, float d, float x0, float x1) {
    w1[2 * unit] = Math.fma(d, x0, w1[2 * unit]);
    w1[2 * unit + 1] = Math.fma(d, x1, w1[2 * unit + 1]);
    b1[unit] += d;
  }

  @Override
  public List<Array> results() {
    return List.of(Array.of("W1", w1), Array.of("b1", b1), Array.of("W2", w2), Array.of("b2", b2));
  }
}
