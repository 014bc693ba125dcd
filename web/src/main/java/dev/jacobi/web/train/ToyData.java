package dev.jacobi.web.train;

import dev.jacobi.learn.Random;
import dev.jacobi.learn.data.Dataset;
import dev.jacobi.learn.data.Digits;
import dev.jacobi.learn.data.Stored;
import java.util.List;

/// Something to learn: points in the plane in two classes, or the handwritten digits.
enum ToyData {
  MOONS {
    @Override
    double[] point(int label, double t, Random r) {
      double a = Math.PI * t;
      return label == 0
          ? new double[] {Math.cos(a) - 0.5, Math.sin(a) - 0.25}
          : new double[] {0.5 - Math.cos(a), 0.25 - Math.sin(a)};
    }
  },
  CIRCLES {
    @Override
    double[] point(int label, double t, Random r) {
      double radius = label == 0 ? 1.1 : 0.45;
      return new double[] {radius * Math.cos(2 * Math.PI * t), radius * Math.sin(2 * Math.PI * t)};
    }
  },
  SPIRALS {
    @Override
    double[] point(int label, double t, Random r) {
      double a = 3.4 * Math.PI * Math.sqrt(t) * 0.85 + label * Math.PI;
      double radius = 0.12 + 1.15 * Math.sqrt(t);
      return new double[] {radius * Math.cos(a), radius * Math.sin(a)};
    }
  },
  XOR {
    @Override
    double[] point(int label, double t, Random r) {
      double x = 0.12 + 1.05 * r.uniform();
      double y = 0.12 + 1.05 * r.uniform();
      double side = t < 0.5 ? 1 : -1;
      return new double[] {side * x, (label == 0 ? side : -side) * y};
    }
  },
  DIGITS {
    @Override
    double[] point(int label, double t, Random r) {
      throw new IllegalStateException("digits are no points");
    }
  };

  /// The plane is shown from minus this to this.
  static final double EDGE = 1.6;

  private static final int POINTS = 240;
  private static final double NOISE = 0.09;
  private static final List<String> CLASSES = List.of("0", "1");

  /// A point of a class; `t` goes from 0 to 1 along its curve.
  abstract double[] point(int label, double t, Random r);

  boolean isPlane() {
    return this != DIGITS;
  }

  Dataset read(long seed) {
    if (this == DIGITS) return Digits.read();
    Random r = Random.of(seed).at(name());
    double[] points = new double[2 * POINTS];
    int[] labels = new int[POINTS];
    for (int q = 0; q < POINTS; q++) {
      labels[q] = q % 2;
      double[] p = point(labels[q], r.uniform(), r);
      double noise = this == SPIRALS ? NOISE / 2 : NOISE;
      points[2 * q] = p[0] + noise * r.normal();
      points[2 * q + 1] = p[1] + noise * r.normal();
    }
    return plane(points, labels);
  }

  /// The middles of the squares that the plane is cut into, row by row from above.
  static Dataset grid(int side) {
    double[] points = new double[2 * side * side];
    int[] labels = new int[side * side];
    for (int q = 0; q < labels.length; q++) {
      labels[q] = q % 2;
      int row = q / side;
      points[2 * q] = EDGE * (2 * (q % side + 0.5) / side - 1);
      points[2 * q + 1] = EDGE * (1 - 2 * (row + 0.5) / side);
    }
    return plane(points, labels);
  }

  private static Dataset plane(double[] points, int[] labels) {
    return new Dataset(
        "points",
        labels.length,
        List.of(Stored.of("point", points, 2), Stored.labels("label", labels, CLASSES)));
  }
}
