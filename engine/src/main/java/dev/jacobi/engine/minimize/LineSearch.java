package dev.jacobi.engine.minimize;

/// A step along a direction that lowers the value enough and leaves the slope flat enough: the
/// strong Wolfe conditions. Values that are no finite numbers count as too high.
///
/// Source: Nocedal and Wright, "Numerical Optimization", 2nd edition, algorithms 3.5 and 3.6.
final class LineSearch {
  private static final double LOWER = 1e-4;
  private static final double FLATTER = 0.9;
  private static final int TRIES = 40;

  private final Objective f;
  private final double[] origin;
  private final double[] direction;
  private final double value0;
  private final double slope0;
  private final double[] x;
  private final double[] gradient;
  private int tries;
  private double value;
  private double slope;

  /// A step that was tried.
  private record Tried(double step, double value, double slope) {}

  LineSearch(Objective f, double[] x, double[] direction, double value, double[] gradient) {
    this.f = f;
    this.origin = x;
    this.direction = direction;
    this.value0 = value;
    this.slope0 = Descent.dot(direction, gradient);
    this.x = x.clone();
    this.gradient = gradient.clone();
  }

  double[] x() {
    return x;
  }

  double[] gradient() {
    return gradient;
  }

  double value() {
    return value;
  }

  private Tried at(double step) {
    tries++;
    for (int q = 0; q < x.length; q++) x[q] = origin[q] + step * direction[q];
    value = f.at(x, gradient);
    slope = Descent.dot(direction, gradient);
    if (!Double.isFinite(value) || Double.isNaN(slope)) value = Double.POSITIVE_INFINITY;
    return new Tried(step, value, slope);
  }

  /// Looks for a step; true when the point that it leads to is lower.
  boolean from(double first) {
    if (!(slope0 < 0)) return false;
    var before = new Tried(0, value0, slope0);
    double step = first;
    while (tries < TRIES) {
      Tried now = at(step);
      boolean high = isHigh(now) || (tries > 1 && now.value >= before.value);
      if (high) return between(before, now);
      if (isFlat(now)) return true;
      if (now.slope >= 0) return between(now, before);
      before = now;
      step *= 2.5;
    }
    return value < value0;
  }

  private boolean isHigh(Tried t) {
    return !(t.value <= value0 + LOWER * t.step * slope0);
  }

  private boolean isFlat(Tried t) {
    return Math.abs(t.slope) <= -FLATTER * slope0;
  }

  /// A good step lies between the two; `low` is the lower one, and downhill from it lies the other.
  private boolean between(Tried low, Tried other) {
    while (tries < TRIES && Math.abs(other.step - low.step) > 1e-16 * Math.max(1, low.step)) {
      Tried now = at(guess(low, other));
      if (isHigh(now) || now.value >= low.value) {
        other = now;
        continue;
      }
      if (isFlat(now)) return true;
      if (now.slope * (other.step - low.step) >= 0) other = low;
      low = now;
    }
    if (low.step == 0) return false;
    return at(low.step).value < value0;
  }

  /// The least point of the cubic through both, kept away from the ends.
  private static double guess(Tried a, Tried b) {
    double width = b.step - a.step;
    double middle = a.step + width / 2;
    if (!Double.isFinite(b.value) || !Double.isFinite(b.slope)) return a.step + width / 10;
    double d1 = a.slope + b.slope - 3 * (a.value - b.value) / (a.step - b.step);
    double root = d1 * d1 - a.slope * b.slope;
    if (!(root >= 0)) return middle;
    double d2 = Math.copySign(Math.sqrt(root), width);
    double t = b.step - width * (b.slope + d2 - d1) / (b.slope - a.slope + 2 * d2);
    double share = (t - a.step) / width;
    return share > 0.05 && share < 0.95 ? t : middle;
  }
}
