package dev.jacobi.web.train;

import java.util.List;

/// How sure a model is of the second of two classes, from 0 to 1: of one number itself, of several
/// their share, or, where they are no shares, that of their softmax.
final class Certainty {
  private Certainty() {}

  /// What they are is read off all places at once: numbers that are no shares may add up to one at
  /// some place by chance.
  static double[] of(List<double[]> predictions) {
    boolean shares = predictions.stream().allMatch(Certainty::isShares);
    return predictions.stream().mapToDouble(t -> of(t, shares)).toArray();
  }

  private static boolean isShares(double[] t) {
    return t.length == 1 || t[0] >= 0 && t[1] >= 0 && Math.abs(t[0] + t[1] - 1) < 1e-6;
  }

  private static double of(double[] t, boolean shares) {
    if (t.length == 1) return Math.clamp(t[0], 0, 1);
    return shares ? t[1] : 1 / (1 + Math.exp(t[0] - t[1]));
  }
}
