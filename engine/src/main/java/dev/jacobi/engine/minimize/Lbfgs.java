package dev.jacobi.engine.minimize;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;

/// Limited-memory BFGS: curvature from the last few steps, in memory that grows with the vector.
///
/// Source: Nocedal and Wright, "Numerical Optimization", 2nd edition, algorithm 7.4.
public final class Lbfgs extends Descent {
  private static final int MEMORY = 10;
  private final Deque<Pair> pairs = new ArrayDeque<>(); // the latest last

  private static final class Pair {
    final double[] s;
    final double[] y;
    final double rho;
    double alpha;

    Pair(double[] s, double[] y) {
      this.s = s;
      this.y = y;
      this.rho = 1 / dot(s, y);
    }
  }

  @Override
  void direction(Objective f, double[] x, double[] gradient, double[] d) {
    System.arraycopy(gradient, 0, d, 0, d.length);
    for (Iterator<Pair> i = pairs.descendingIterator(); i.hasNext(); ) {
      Pair p = i.next();
      p.alpha = p.rho * dot(p.s, d);
      add(-p.alpha, p.y, d);
    }
    if (!pairs.isEmpty()) {
      Pair last = pairs.getLast();
      double scale = 1 / (last.rho * dot(last.y, last.y));
      for (int q = 0; q < d.length; q++) d[q] *= scale;
    }
    for (Pair p : pairs) add(p.alpha - p.rho * dot(p.y, d), p.s, d);
    for (int q = 0; q < d.length; q++) d[q] = -d[q];
    // what is no way down was learned where the function looks otherwise
    if (!(dot(d, gradient) < 0)) {
      pairs.clear();
      Arrays.setAll(d, q -> -gradient[q]);
    }
  }

  private static void add(double c, double[] from, double[] to) {
    for (int q = 0; q < to.length; q++) to[q] += c * from[q];
  }

  /// Steps without positive curvature teach nothing.
  @Override
  void moved(double[] s, double[] y) {
    if (!(dot(s, y) > 1e-14 * Math.sqrt(dot(s, s) * dot(y, y)))) return;
    if (pairs.size() == MEMORY) pairs.removeFirst();
    pairs.addLast(new Pair(s, y));
  }

  /// Nothing is known of the scale yet.
  @Override
  double first(double[] gradient) {
    return Math.min(1, 1 / Math.sqrt(dot(gradient, gradient)));
  }
}
