package dev.jacobi.engine.plan;

import java.util.List;
import java.util.Optional;

/// One step of a program. Steps run in order; each writes one buffer.
public sealed interface Step {
  Buffer out();

  /// Buffers it reads; the one it writes is among them where it adds to what is there.
  List<Buffer> reads();

  /// How many arithmetic operations it does, about.
  double operations();

  /// What a loop over summed variables combines its values by.
  enum Reduction {
    SUM(0),
    PRODUCT(1),
    MAX(Double.NEGATIVE_INFINITY),
    MIN(Double.POSITIVE_INFINITY);

    public final double start;

    Reduction(double start) {
      this.start = start;
    }
  }

  /// `out[address] = reduction over inner of body`, for all values of the outer variables; without
  /// inner ones `out[address] = body`. It adds to what is there where it accumulates.
  record Nest(
      Buffer out,
      Affine address,
      List<Var> outer,
      List<Var> inner,
      Reduction reduction,
      Scalar body,
      boolean accumulates)
      implements Step {
    @Override
    public List<Buffer> reads() {
      return Reads.of(body, accumulates ? Optional.of(out) : Optional.empty());
    }

    @Override
    public double operations() {
      double n = Math.max(1, body.cost);
      for (Var v : outer) n *= v.extent();
      for (Var v : inner) n *= v.extent();
      return n;
    }
  }

  /// A matrix in a buffer: `base + row · rows + column · columns`, at each value of the batch.
  record Matrix(Buffer buffer, Affine base, int rows, int columns) {
    public Matrix transposed() {
      return new Matrix(buffer, base, columns, rows);
    }
  }

  /// A factor known when the program is made, times a number that a buffer holds.
  record Factor(double constant, Optional<Buffer> number) {
    static final Factor ONE = new Factor(1, Optional.empty());
  }

  /// `C = alpha A B + beta C` with A m × k, B k × n, for every value of the batch variables.
  record Gemm(
      Matrix c, Matrix a, Matrix b, int m, int n, int k, List<Var> batch, Factor alpha, double beta)
      implements Step {
    @Override
    public Buffer out() {
      return c.buffer;
    }

    @Override
    public List<Buffer> reads() {
      var list = new java.util.ArrayList<>(List.of(a.buffer, b.buffer));
      alpha.number().ifPresent(list::add);
      if (beta != 0) list.add(c.buffer);
      return list;
    }

    @Override
    public double operations() {
      double r = 2.0 * m * n * k;
      for (Var v : batch) r *= v.extent();
      return r;
    }
  }

  /// `C = A' diag(weights) A`, symmetric: one triangle is computed. A is k × m.
  record Symmetric(Matrix c, Matrix a, Optional<Buffer> weights, int m, int k) implements Step {
    @Override
    public Buffer out() {
      return c.buffer;
    }

    @Override
    public List<Buffer> reads() {
      var list = new java.util.ArrayList<>(List.of(a.buffer));
      weights.ifPresent(list::add);
      return list;
    }

    @Override
    public double operations() {
      return (double) m * m * k;
    }
  }

  /// What is done to each row of a buffer whose last axis is the row.
  enum RowFunction {
    SOFTMAX,
    LOG_SUM_EXP,
    NORM
  }

  /// A function of each row.
  record Rows(Buffer out, RowFunction function, Buffer in, int rows, int length) implements Step {
    @Override
    public List<Buffer> reads() {
      return List.of(in);
    }

    @Override
    public double operations() {
      return 22.0 * rows * length;
    }
  }

  /// What is done to a square matrix: it is factored once, and the rest is made of its factors.
  enum MatrixFunction {
    FACTOR,
    INVERSE,
    DETERMINANT,
    LOG_DETERMINANT
  }

  /// A function of a square matrix of side n, or of its factors.
  record Square(Buffer out, MatrixFunction function, Buffer in, int n) implements Step {
    @Override
    public List<Buffer> reads() {
      return List.of(in);
    }

    @Override
    public double operations() {
      double cube = (double) n * n * n;
      return switch (function) {
        case FACTOR -> cube * 2 / 3;
        case INVERSE -> cube * 4 / 3;
        case DETERMINANT, LOG_DETERMINANT -> n;
      };
    }
  }

  /// `out = X⁻¹ B`, or `(X')⁻¹ B`, of the factors of X; B is n × columns.
  record Solve(Buffer out, Buffer factors, boolean transposed, Matrix b, int n, int columns)
      implements Step {
    @Override
    public List<Buffer> reads() {
      return List.of(factors, b.buffer);
    }

    @Override
    public double operations() {
      return 2.0 * n * n * columns;
    }
  }
}
