package dev.jacobi.eval;

import dev.jacobi.expr.Index;
import java.util.ArrayList;
import java.util.List;

/// A dense array over named axes: the value of a formula for every value of its free indices, last
/// axis fastest.
record Table(List<Index> axes, int[] sizes, double[] data) {

  static Table scalar(double value) {
    return new Table(List.of(), new int[0], new double[] {value});
  }

  static Table over(List<Index> axes, int[] sizes) {
    int n = 1;
    for (int s : sizes) n = Math.multiplyExact(n, s);
    return new Table(axes, sizes, new double[n]);
  }

  /// The stride of an axis, 0 when the table does not have it.
  int stride(Index axis) {
    int stride = 1;
    for (int q = sizes.length - 1; q >= 0; q--) {
      if (axes.get(q).equals(axis)) return stride;
      stride *= sizes[q];
    }
    return 0;
  }

  /// What combines two numbers.
  interface Combine {
    double of(double a, double b);
  }

  /// Entry by entry over the union of the axes.
  Table with(Table o, Combine f) {
    if (o.axes.isEmpty() && axes.isEmpty()) return scalar(f.of(data[0], o.data[0]));
    List<Index> all = union(o);
    Table r = over(all, sizes(all, o));
    r.each(strides(all), o.strides(all), (at, p, q) -> r.data[at] = f.of(data[p], o.data[q]));
    return r;
  }

  /// Entry by entry over the union of the axes, and summed over some of them at once: the table of
  /// all products, which is too large for two long matrices, is never there.
  Table contracted(Table o, List<Index> gone, Combine f) {
    List<Index> all = union(o);
    List<Index> left = new ArrayList<>(all);
    left.removeAll(gone);
    Table r = over(left, sizes(left, o));
    Table inner = new Table(gone, sizes(gone, o), new double[0]);
    int[] mine = strides(gone);
    int[] theirs = o.strides(gone);
    int count = 1;
    for (int s : inner.sizes) count = Math.multiplyExact(count, s);
    int[] first = new int[count];
    int[] second = new int[count];
    offsets(
        inner.sizes,
        mine,
        theirs,
        count,
        (at, p, q) -> {
          first[at] = p;
          second[at] = q;
        });
    offsets(
        r.sizes,
        strides(left),
        o.strides(left),
        r.data.length,
        (at, p, q) -> {
          double sum = 0;
          for (int k = 0; k < first.length; k++)
            sum += f.of(data[p + first[k]], o.data[q + second[k]]);
          r.data[at] = sum;
        });
    return r;
  }

  private List<Index> union(Table o) {
    List<Index> all = new ArrayList<>(axes);
    for (Index i : o.axes) if (!all.contains(i)) all.add(i);
    return all;
  }

  private int[] sizes(List<Index> of, Table o) {
    int[] r = new int[of.size()];
    for (int q = 0; q < r.length; q++) {
      int at = axes.indexOf(of.get(q));
      r[q] = at >= 0 ? sizes[at] : o.sizes[o.axes.indexOf(of.get(q))];
    }
    return r;
  }

  private int[] strides(List<Index> of) {
    int[] r = new int[of.size()];
    for (int q = 0; q < r.length; q++) r[q] = stride(of.get(q));
    return r;
  }

  /// Applies a function to every entry.
  Table map(java.util.function.DoubleUnaryOperator f) {
    double[] r = new double[data.length];
    for (int q = 0; q < r.length; q++) r[q] = f.applyAsDouble(data[q]);
    return new Table(axes, sizes, r);
  }

  /// Combines all entries along one axis, which goes.
  Table reduce(Index axis, double start, Combine f) {
    int gone = axes.indexOf(axis);
    List<Index> left = new ArrayList<>(axes);
    left.remove(gone);
    int[] shape = new int[left.size()];
    for (int q = 0, r = 0; q < sizes.length; q++) if (q != gone) shape[r++] = sizes[q];
    Table r = over(left, shape);
    int step = stride(axis);
    r.each(
        strides(left),
        new int[shape.length],
        (at, p, _) -> {
          double sum = start;
          for (int k = 0; k < sizes[gone]; k++) sum = f.of(sum, data[p + k * step]);
          r.data[at] = sum;
        });
    return r;
  }

  /// The same values with the axes in the order asked for, spread along those it lacks.
  Table arranged(List<Index> order, int[] shape) {
    Table r = over(order, shape);
    r.each(strides(order), new int[shape.length], (at, p, _) -> r.data[at] = data[p]);
    return r;
  }

  private interface Visit {
    void at(int mine, int first, int second);
  }

  /// Visits every entry with the offsets that two sets of strides give.
  private void each(int[] first, int[] second, Visit visit) {
    offsets(sizes, first, second, data.length, visit);
  }

  private static void offsets(int[] sizes, int[] first, int[] second, int count, Visit visit) {
    int[] at = new int[sizes.length];
    int p = 0;
    int q = 0;
    for (int n = 0; n < count; n++) {
      visit.at(n, p, q);
      for (int d = sizes.length - 1; d >= 0; d--) {
        p += first[d];
        q += second[d];
        if (++at[d] < sizes[d]) break;
        p -= first[d] * sizes[d];
        q -= second[d] * sizes[d];
        at[d] = 0;
      }
    }
  }
}
