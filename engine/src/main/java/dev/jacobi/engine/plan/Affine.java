package dev.jacobi.engine.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// `offset + Σ stride · variable`: an address in a buffer, or the place on an axis.
public final class Affine {
  public static final Affine ZERO = new Affine(0, Map.of());

  private final int offset;
  private final Map<Var, Integer> strides; // sorted by variable, none zero

  private Affine(int offset, Map<Var, Integer> strides) {
    this.offset = offset;
    this.strides = strides;
  }

  public static Affine of(int constant) {
    return constant == 0 ? ZERO : new Affine(constant, Map.of());
  }

  public static Affine of(Var v, int stride) {
    return stride == 0 || (v.isLoop() && v.extent() == 1) ? ZERO : new Affine(0, Map.of(v, stride));
  }

  /// The row-major address of an entry whose places are these variables.
  public static Affine rowMajor(List<Var> axes) {
    Affine a = ZERO;
    int stride = 1;
    for (Var v : axes.reversed()) {
      a = a.plus(of(v, stride));
      stride = Math.multiplyExact(stride, v.extent());
    }
    return a;
  }

  public int offset() {
    return offset;
  }

  public List<Var> vars() {
    return new ArrayList<>(strides.keySet());
  }

  public int stride(Var v) {
    return strides.getOrDefault(v, 0);
  }

  public Affine plus(Affine o) {
    TreeMap<Var, Integer> sum = new TreeMap<>(strides);
    o.strides.forEach((v, s) -> sum.merge(v, s, Math::addExact));
    sum.values().removeIf(s -> s == 0);
    return new Affine(Math.addExact(offset, o.offset), sum);
  }

  public Affine times(int c) {
    if (c == 0) return ZERO;
    TreeMap<Var, Integer> r = new TreeMap<>();
    strides.forEach((v, s) -> r.put(v, Math.multiplyExact(s, c)));
    return new Affine(Math.multiplyExact(offset, c), r);
  }

  /// Without the part that these variables make.
  public Affine without(List<Var> gone) {
    TreeMap<Var, Integer> r = new TreeMap<>(strides);
    gone.forEach(r::remove);
    return new Affine(offset, r);
  }

  /// The same with one variable replaced.
  public Affine replaced(Var v, Affine by) {
    int s = stride(v);
    return s == 0 ? this : without(List.of(v)).plus(by.times(s));
  }

  public int least() {
    int sum = offset;
    for (var e : strides.entrySet()) if (e.getValue() < 0) sum += e.getValue() * last(e.getKey());
    return sum;
  }

  public int greatest() {
    int sum = offset;
    for (var e : strides.entrySet()) if (e.getValue() > 0) sum += e.getValue() * last(e.getKey());
    return sum;
  }

  private static int last(Var v) {
    return v.extent() - 1;
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Affine a && a.offset == offset && a.strides.equals(strides);
  }

  @Override
  public int hashCode() {
    return offset * 31 + strides.hashCode();
  }

  @Override
  public String toString() {
    var s = new StringBuilder();
    strides.forEach((v, c) -> s.append(s.isEmpty() ? "" : "+").append(c == 1 ? "" : c).append(v));
    return s.isEmpty() || offset != 0 ? s + (s.isEmpty() ? "" : "+") + offset : s.toString();
  }
}
