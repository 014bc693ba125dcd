package dev.jacobi.learn.data;

import java.util.List;

/// `factor · x + offset`: classes counted from 1, or as −1 and 1.
record Linear(Column base, double factor, double offset) implements Column {
  @Override
  public String name() {
    return base.name();
  }

  @Override
  public List<Integer> sides() {
    return base.sides();
  }

  @Override
  public void gather(int[] examples, int from, int count, float[] into, int at) {
    base.gather(examples, from, count, into, at);
    int end = at + count * base.width();
    for (int q = at; q < end; q++) into[q] = (float) (factor * into[q] + offset);
  }

  @Override
  public void gather(int[] examples, int from, int count, double[] into, int at) {
    base.gather(examples, from, count, into, at);
    int end = at + count * base.width();
    for (int q = at; q < end; q++) into[q] = factor * into[q] + offset;
  }
}
