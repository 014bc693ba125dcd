package dev.jacobi.engine;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

/// A view of numbers that lie row-major in an array or a memory segment of the caller's: nothing is
/// copied when it is made. A scalar has no axes.
public final class Tensor {
  private final Precision precision;
  private final int[] shape;
  private final int size;
  private final Object array; // float[] or double[], or null
  private final MemorySegment segment;

  private Tensor(Precision precision, int[] shape, Object array, MemorySegment segment, long have) {
    this.precision = precision;
    this.shape = shape.clone();
    this.array = array;
    this.segment = segment;
    long n = 1;
    for (int s : shape) n *= s;
    this.size = (int) n;
    if (n != have)
      throw new EngineException(
          "shape " + Arrays.toString(shape) + " has " + n + " entries, and the data has " + have);
  }

  public static Tensor of(float[] data, int... shape) {
    return new Tensor(Precision.FLOAT, shape, data, MemorySegment.ofArray(data), data.length);
  }

  public static Tensor of(double[] data, int... shape) {
    return new Tensor(Precision.DOUBLE, shape, data, MemorySegment.ofArray(data), data.length);
  }

  /// Numbers in memory of any kind: of the heap, off it, or of a mapped file.
  public static Tensor of(MemorySegment data, Precision precision, int... shape) {
    return new Tensor(precision, shape, null, data, data.byteSize() / precision.bytes);
  }

  public static Tensor of(float number) {
    return of(new float[] {number});
  }

  public static Tensor of(double number) {
    return of(new double[] {number});
  }

  public static Tensor zeros(Precision p, int... shape) {
    int n = 1;
    for (int s : shape) n = Math.multiplyExact(n, s);
    return p == Precision.FLOAT ? of(new float[n], shape) : of(new double[n], shape);
  }

  /// The same numbers as one vector: a view.
  public Tensor flat() {
    return new Tensor(precision, new int[] {size}, array, segment, size);
  }

  public Precision precision() {
    return precision;
  }

  public int[] shape() {
    return shape.clone();
  }

  public int size() {
    return size;
  }

  /// The entry at these places, each counted from 0.
  public double get(int... places) {
    if (places.length != shape.length)
      throw new EngineException(
          places.length + " places for a tensor of " + shape.length + " axes");
    int at = 0;
    for (int q = 0; q < places.length; q++) {
      if (places[q] < 0 || places[q] >= shape[q])
        throw new EngineException(
            "place " + places[q] + " on axis " + q + ", which has " + shape[q] + " entries");
      at = at * shape[q] + places[q];
    }
    return at(at);
  }

  /// The n-th entry, row-major.
  public double at(int n) {
    return precision == Precision.FLOAT
        ? segment.getAtIndex(ValueLayout.JAVA_FLOAT_UNALIGNED, n)
        : segment.getAtIndex(ValueLayout.JAVA_DOUBLE_UNALIGNED, n);
  }

  public void set(int n, double value) {
    if (precision == Precision.FLOAT)
      segment.setAtIndex(ValueLayout.JAVA_FLOAT_UNALIGNED, n, (float) value);
    else segment.setAtIndex(ValueLayout.JAVA_DOUBLE_UNALIGNED, n, value);
  }

  /// All entries in doubles, row-major: a copy.
  public double[] toDoubles() {
    double[] all = new double[size];
    for (int q = 0; q < size; q++) all[q] = at(q);
    return all;
  }

  boolean hasShape(int[] other) {
    return Arrays.equals(shape, other);
  }

  /// The array itself, where a program of this precision can work on it; else null.
  Object arrayFor(Precision p) {
    return p == precision ? array : null;
  }

  void copyTo(Object target) {
    switch (target) {
      case float[] f -> {
        if (precision == Precision.FLOAT)
          MemorySegment.copy(segment, ValueLayout.JAVA_FLOAT_UNALIGNED, 0, f, 0, size);
        else for (int q = 0; q < size; q++) f[q] = (float) at(q);
      }
      case double[] d -> {
        if (precision == Precision.DOUBLE)
          MemorySegment.copy(segment, ValueLayout.JAVA_DOUBLE_UNALIGNED, 0, d, 0, size);
        else for (int q = 0; q < size; q++) d[q] = at(q);
      }
      default -> throw new IllegalStateException(target.getClass().toString());
    }
  }

  void copyFrom(Object source) {
    switch (source) {
      case float[] f -> {
        if (precision == Precision.FLOAT)
          MemorySegment.copy(f, 0, segment, ValueLayout.JAVA_FLOAT_UNALIGNED, 0, size);
        else for (int q = 0; q < size; q++) set(q, f[q]);
      }
      case double[] d -> {
        if (precision == Precision.DOUBLE)
          MemorySegment.copy(d, 0, segment, ValueLayout.JAVA_DOUBLE_UNALIGNED, 0, size);
        else for (int q = 0; q < size; q++) set(q, d[q]);
      }
      default -> throw new IllegalStateException(source.getClass().toString());
    }
  }

  @Override
  public String toString() {
    return precision + Arrays.toString(shape);
  }
}
