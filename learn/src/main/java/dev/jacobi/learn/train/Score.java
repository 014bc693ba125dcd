package dev.jacobi.learn.train;

import dev.jacobi.engine.Tensor;

/// Sums over examples, from which loss and accuracy follow.
public final class Score {
  private double loss;
  private long right;
  private long examples;

  public Score() {}

  Score(double loss, long right, long examples) {
    this.loss = loss;
    this.right = right;
    this.examples = examples;
  }

  /// @param cost of the batch
  void add(Task task, double cost, int count) {
    loss += task.total() == Task.Total.SUM ? cost : cost * count;
    examples += count;
  }

  /// What was summed elsewhere.
  void add(double loss, long right, long examples) {
    this.loss += loss;
    this.right += right;
    this.examples += examples;
  }

  void right(long more) {
    right += more;
  }

  void clear() {
    loss = 0;
    right = 0;
    examples = 0;
  }

  double sum() {
    return loss;
  }

  long right() {
    return right;
  }

  public long examples() {
    return examples;
  }

  /// The mean of the examples' costs.
  public double loss() {
    return loss / examples;
  }

  /// The share of examples whose class is right.
  public double accuracy() {
    return (double) right / examples;
  }

  /// In how many of the first rows the greatest entry stands at the same place in both; where a row
  /// is a single number, both lie on the same side of a half.
  static int right(Tensor prediction, Tensor target, int rows) {
    int width = prediction.size() / rows;
    int right = 0;
    for (int r = 0; r < rows; r++) {
      int at = r * width;
      boolean same =
          width == 1
              ? prediction.at(at) > 0.5 == target.at(at) > 0.5
              : greatest(prediction, at, width) == greatest(target, at, width);
      if (same) right++;
    }
    return right;
  }

  /// The place of the greatest of some entries, counted from the first.
  public static int greatest(Tensor t, int from, int width) {
    int best = 0;
    for (int k = 1; k < width; k++) if (t.at(from + k) > t.at(from + best)) best = k;
    return best;
  }
}
