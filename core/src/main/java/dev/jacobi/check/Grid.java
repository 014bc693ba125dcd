package dev.jacobi.check;

import dev.jacobi.expr.Extent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/// The numbers of a formula at one point, by its free letters and then by its axes, the last one
/// fastest. Operations are those of matrix notation; empty where shapes do not fit.
final class Grid {
  final List<String> letters;

  /// Of the letters, then of the axes.
  final List<Extent> extents;

  private final int[] sizes;
  private final double[] numbers;

  Grid(List<String> letters, List<Extent> extents, int[] sizes, double[] numbers) {
    this.letters = letters;
    this.extents = extents;
    this.sizes = sizes;
    this.numbers = numbers;
  }

  static Grid number(double x) {
    return new Grid(List.of(), List.of(), new int[0], new double[] {x});
  }

  int rank() {
    return extents.size() - letters.size();
  }

  List<Extent> shape() {
    return extents.subList(letters.size(), extents.size());
  }

  double[] numbers() {
    return numbers;
  }

  Grid map(DoubleUnaryOperator f) {
    double[] y = new double[numbers.length];
    for (int q = 0; q < y.length; q++) y[q] = f.applyAsDouble(numbers[q]);
    return new Grid(letters, extents, sizes, y);
  }

  // ---- entry by entry

  Optional<Grid> with(Grid o, DoubleBinaryOperator f) {
    if (letters.equals(o.letters) && extents.equals(o.extents)) {
      double[] y = new double[numbers.length];
      for (int q = 0; q < y.length; q++) y[q] = f.applyAsDouble(numbers[q], o.numbers[q]);
      return Optional.of(new Grid(letters, extents, sizes, y));
    }
    Optional<Axes> all = Axes.joined(this, o).flatMap(a -> a.withShapes(this, o));
    if (all.isEmpty()) return Optional.empty();
    Axes to = all.get();
    int[] a = offsets(to);
    int[] b = o.offsets(to);
    double[] y = new double[a.length];
    for (int q = 0; q < y.length; q++) y[q] = f.applyAsDouble(numbers[a[q]], o.numbers[b[q]]);
    return Optional.of(to.grid(y));
  }

  /// Where each place of `to` is found here, in its first entry by the axes that `to` has not; an
  /// axis that is missing here or of length one repeats.
  private int[] offsets(Axes to) {
    int[] strides = new int[to.extents.size()];
    int own = 1;
    for (int q = extents.size() - 1; q >= 0; q--) {
      int at =
          q < letters.size()
              ? to.letters.indexOf(letters.get(q))
              : to.letters.size() + q - letters.size();
      if (at >= 0 && at < strides.length) strides[at] = sizes[q] == 1 ? 0 : own;
      own *= sizes[q];
    }
    int length = to.length();
    int[] all = new int[length];
    int[] count = new int[strides.length];
    int at = 0;
    for (int n = 0; n < length; n++) {
      all[n] = at;
      for (int q = strides.length - 1; q >= 0; q--) {
        at += strides[q];
        if (++count[q] < to.sizes.get(q)) break;
        at -= strides[q] * count[q];
        count[q] = 0;
      }
    }
    return all;
  }

  /// The letters and axes of a result.
  private record Axes(List<String> letters, List<Extent> extents, List<Integer> sizes) {
    int length() {
      int n = 1;
      for (int s : sizes) n *= s;
      return n;
    }

    Grid grid(double[] numbers) {
      return new Grid(
          letters, extents, sizes.stream().mapToInt(Integer::intValue).toArray(), numbers);
    }

    /// The letters of both.
    static Optional<Axes> joined(Grid a, Grid b) {
      Axes all = new Axes(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
      for (Grid g : List.of(a, b))
        for (int q = 0; q < g.letters.size(); q++) {
          int at = all.letters.indexOf(g.letters.get(q));
          if (at >= 0 && !all.extents.get(at).equals(g.extents.get(q))) return Optional.empty();
          if (at >= 0) continue;
          all.letters.add(g.letters.get(q));
          all.add(g.extents.get(q), g.sizes[q]);
        }
      return Optional.of(all);
    }

    Axes add(Extent e, int size) {
      extents.add(e);
      sizes.add(size);
      return this;
    }

    /// A number with anything; equal shapes; a row over the rows, a column over the columns.
    Optional<Axes> withShapes(Grid a, Grid b) {
      if (a.rank() != b.rank() && a.rank() > 0 && b.rank() > 0) return Optional.empty();
      Grid longer = a.rank() > 0 ? a : b;
      boolean aStretches = false;
      boolean bStretches = false;
      for (int q = 0; q < longer.rank(); q++) {
        Extent e = longer.shape().get(q);
        int size = longer.sizes[longer.letters.size() + q];
        if (a.rank() > 0 && b.rank() > 0 && !b.shape().get(q).equals(e)) {
          boolean aUnit = e.equals(Extent.ONE);
          if (!aUnit && !b.shape().get(q).equals(Extent.ONE)) return Optional.empty();
          aStretches |= aUnit;
          bStretches |= !aUnit;
          if (aUnit) {
            e = b.shape().get(q);
            size = b.sizes[b.letters.size() + q];
          }
        }
        add(e, size);
      }
      return aStretches && bStretches ? Optional.empty() : Optional.of(this);
    }
  }

  // ---- matrices

  /// The product by shape; a vector is a column.
  Optional<Grid> times(Grid o) {
    if (rank() == 0 || o.rank() == 0) return with(o, (a, b) -> a * b);
    if (rank() > 2 || o.rank() > 2) return Optional.empty();
    Extent inner = rank() == 2 ? shape().get(1) : Extent.ONE;
    if (!inner.equals(o.shape().get(0))) return Optional.empty();
    Optional<Axes> joined = Axes.joined(this, o);
    if (joined.isEmpty()) return Optional.empty();
    Axes to = joined.get();
    int rows = sizes[letters.size()];
    int length = rank() == 2 ? sizes[letters.size() + 1] : 1;
    int columns = o.rank() == 2 ? o.sizes[o.letters.size() + 1] : 1;
    int each = to.length();
    int[] a = offsets(to);
    int[] b = o.offsets(to);
    boolean number = o.rank() == 1 && rank() == 2 && shape().get(0).equals(Extent.ONE);
    if (!number) to.add(shape().get(0), rows);
    if (o.rank() == 2) to.add(o.shape().get(1), columns);
    double[] y = new double[each * rows * columns];
    for (int n = 0, at = 0; n < each; n++)
      for (int r = 0; r < rows; r++)
        for (int c = 0; c < columns; c++, at++)
          for (int k = 0; k < length; k++)
            y[at] += numbers[a[n] + r * length + k] * o.numbers[b[n] + k * columns + c];
    return Optional.of(to.grid(y));
  }

  Optional<Grid> transposed() {
    if (rank() == 0) return Optional.of(this);
    if (rank() > 2) return Optional.empty();
    Axes to = new Axes(letters, new ArrayList<>(), new ArrayList<>());
    for (int q = 0; q < letters.size(); q++) to.add(extents.get(q), sizes[q]);
    int each = to.length();
    int rows = sizes[letters.size()];
    int columns = rank() == 2 ? sizes[letters.size() + 1] : 1;
    boolean row = rank() == 2 && shape().get(0).equals(Extent.ONE);
    to.add(rank() == 2 ? shape().get(1) : Extent.ONE, columns);
    if (!row) to.add(shape().get(0), rows); // a row becomes a column
    double[] y = new double[numbers.length];
    for (int n = 0; n < each; n++)
      for (int r = 0; r < rows; r++)
        for (int c = 0; c < columns; c++)
          y[(n * columns + c) * rows + r] = numbers[(n * rows + r) * columns + c];
    return Optional.of(to.grid(y));
  }

  /// A matrix with a vector's numbers on its diagonal, or the diagonal of a matrix.
  Optional<Grid> diagonal() {
    if (!letters.isEmpty() || rank() == 0 || rank() > 2) return Optional.empty();
    Extent e = shape().get(0);
    if (rank() == 2 && !e.equals(shape().get(1))) return Optional.empty();
    int n = sizes[0];
    double[] y = new double[rank() == 1 ? n * n : n];
    for (int q = 0; q < n; q++)
      if (rank() == 1) y[q * n + q] = numbers[q];
      else y[q] = numbers[q * n + q];
    return Optional.of(
        rank() == 1
            ? new Grid(List.of(), List.of(e, e), new int[] {n, n}, y)
            : new Grid(List.of(), List.of(e), new int[] {n}, y));
  }

  // ---- letters and sums

  /// Summed over one of its letters or axes, by its place.
  Grid summed(int place) {
    Axes to = new Axes(new ArrayList<>(letters), new ArrayList<>(), new ArrayList<>());
    if (place < letters.size()) to.letters.remove(place);
    int inner = 1;
    for (int q = 0; q < extents.size(); q++) {
      if (q != place) to.add(extents.get(q), sizes[q]);
      if (q > place) inner *= sizes[q];
    }
    double[] y = new double[to.length()];
    for (int q = 0; q < numbers.length; q++)
      y[q / (inner * sizes[place]) * inner + q % inner] += numbers[q];
    return to.grid(y);
  }

  /// Its axes by letters, one each; a letter twice is the diagonal.
  Optional<Grid> entry(List<String> indices) {
    if (!letters.isEmpty() || indices.size() != rank()) return Optional.empty();
    Axes to = new Axes(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    int[] strides = new int[extents.size()];
    int own = 1;
    for (int q = rank() - 1; q >= 0; q--) {
      strides[q] = own;
      own *= sizes[q];
    }
    int[] merged = new int[extents.size()];
    for (int q = 0; q < rank(); q++) {
      int at = to.letters.indexOf(indices.get(q));
      if (at >= 0 && !to.extents.get(at).equals(extents.get(q))) return Optional.empty();
      if (at < 0) {
        at = to.letters.size();
        to.letters.add(indices.get(q));
        to.add(extents.get(q), sizes[q]);
      }
      merged[at] += strides[q];
    }
    double[] y = new double[to.length()];
    for (int n = 0; n < y.length; n++) {
      int rest = n;
      int at = 0;
      for (int q = to.letters.size() - 1; q >= 0; q--) {
        at += rest % to.sizes.get(q) * merged[q];
        rest /= to.sizes.get(q);
      }
      y[n] = numbers[at];
    }
    return Optional.of(to.grid(y));
  }

  /// Its numbers by these letters in this order, then by its axes; empty where it has others.
  Optional<double[]> by(List<String> order, List<Extent> over, List<Integer> lengths) {
    Axes to = new Axes(order, new ArrayList<>(over), new ArrayList<>(lengths));
    for (int q = 0; q < letters.size(); q++) {
      int at = order.indexOf(letters.get(q));
      if (at < 0 || !over.get(at).equals(extents.get(q))) return Optional.empty();
    }
    for (int q = letters.size(); q < extents.size(); q++) to.add(extents.get(q), sizes[q]);
    int[] at = offsets(to);
    double[] y = new double[at.length];
    for (int q = 0; q < y.length; q++) y[q] = numbers[at[q]];
    return Optional.of(y);
  }
}
