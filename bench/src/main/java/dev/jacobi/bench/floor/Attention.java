package dev.jacobi.bench.floor;

import dev.jacobi.bench.floor.Gemm.View;
import dev.jacobi.bench.work.Data;
import dev.jacobi.bench.work.Work;
import java.util.List;

/// `O = softmax(Q K' / √d) V`, and what a gradient G at O sends back to Q, K and V.
final class Attention implements Work {
  private final int n;
  private final int d;
  private final float[] q;
  private final float[] k;
  private final float[] v;
  private final float[] g;
  private final float[] p;
  private final float[] ds;
  private final float[] o;
  private final float[] dq;
  private final float[] dk;
  private final float[] dv;
  private final Gemm gemm = new Gemm();

  Attention(int n, int d) {
    this.n = n;
    this.d = d;
    this.q = Data.uniform("Q", n * d, 1);
    this.k = Data.uniform("K", n * d, 1);
    this.v = Data.uniform("V", n * d, 1);
    this.g = Data.uniform("G", n * d, 1);
    this.p = new float[n * n];
    this.ds = new float[n * n];
    this.o = new float[n * d];
    this.dq = new float[n * d];
    this.dk = new float[n * d];
    this.dv = new float[n * d];
  }

  @Override
  public void run() {
    float scale = (float) (1 / Math.sqrt(d));
    View square = View.rows(p, n);
    View slope = View.rows(ds, n);
    gemm.multiply(n, n, d, scale, View.rows(q, d), View.transposed(k, d), 0, square);
    Vectors.softmaxRows(p, n, n);
    gemm.multiply(n, d, n, 1, square, View.rows(v, d), 0, View.rows(o, d));
    gemm.multiply(n, d, n, 1, View.transposed(p, n), View.rows(g, d), 0, View.rows(dv, d));
    gemm.multiply(n, n, d, 1, View.rows(g, d), View.transposed(v, d), 0, slope);
    for (int i = 0; i < n; i++) back(i * n, Vectors.dot(g, i * d, o, i * d, d));
    gemm.multiply(n, d, n, scale, slope, View.rows(k, d), 0, View.rows(dq, d));
    gemm.multiply(n, d, n, scale, View.transposed(ds, n), View.rows(q, d), 0, View.rows(dk, d));
  }

  private void back(int at, float mean) {
    for (int j = at; j < at + n; j++) ds[j] = p[j] * (ds[j] - mean);
  }

  @Override
  public List<Array> results() {
    return List.of(Array.of("O", o), Array.of("dQ", dq), Array.of("dK", dk), Array.of("dV", dv));
  }
}
