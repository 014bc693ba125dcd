package dev.jacobi.engine;

import dev.jacobi.notation.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Named tensors of the shapes that one compiled function reads, or gives back. New ones hold
/// zeros; [#put] replaces one by a view of the caller's data.
public final class Tensors {
  private final Precision precision;
  private final List<String> names;
  private final List<String> words; // how an error tells the shape: `R[a, n] with a = 3, n = 2`
  private final int[][] shapes;
  private final Tensor[] tensors;
  private final Object[] arrays; // what the program works on
  private final boolean[] copied; // where that is no array of the caller's
  private boolean copies; // whether any is
  private long puts;

  Tensors(Precision precision, List<String> names, List<String> words, int[][] shapes) {
    this.precision = precision;
    this.names = List.copyOf(names);
    this.words = List.copyOf(words);
    this.shapes = shapes;
    this.tensors = new Tensor[shapes.length];
    this.arrays = new Object[shapes.length];
    this.copied = new boolean[shapes.length];
    for (int q = 0; q < shapes.length; q++) put(q, Tensor.zeros(precision, shapes[q]));
  }

  public List<String> names() {
    return names;
  }

  public Tensor get(String name) {
    return tensors[place(name)];
  }

  /// The numbers of a name, where they lie in an array of floats.
  public float[] floats(String name) {
    if (arrays[place(name)] instanceof float[] f) return f;
    throw new EngineException("the numbers of " + name + " are doubles");
  }

  /// The numbers of a name, where they lie in an array of doubles.
  public double[] doubles(String name) {
    if (arrays[place(name)] instanceof double[] d) return d;
    throw new EngineException("the numbers of " + name + " are floats");
  }

  /// Lets a name stand for the caller's numbers, from now on.
  ///
  /// @throws EngineException when the name is not known here, or has another shape
  public Tensors put(String name, Tensor t) {
    int q = place(name);
    if (!t.hasShape(shapes[q]))
      throw new EngineException(
          names.get(q)
              + " is in "
              + words.get(q)
              + ": shape "
              + Arrays.toString(shapes[q])
              + ", and is given "
              + Arrays.toString(t.shape()));
    put(q, t);
    return this;
  }

  public Tensors put(String name, float... data) {
    return put(name, Tensor.of(data, shapeFor(name, data.length)));
  }

  public Tensors put(String name, double... data) {
    return put(name, Tensor.of(data, shapeFor(name, data.length)));
  }

  /// Plain arrays come without a shape: their length must fit.
  private int[] shapeFor(String name, int length) {
    int q = place(name);
    int n = 1;
    for (int s : shapes[q]) n *= s;
    return n == length ? shapes[q] : new int[] {length};
  }

  private void put(int q, Tensor t) {
    Object own = t.arrayFor(precision);
    tensors[q] = t;
    copied[q] = own == null;
    copies |= own == null;
    puts++;
    arrays[q] = own != null ? own : Tensor.zeros(precision, shapes[q]).arrayFor(precision);
  }

  private int place(String name) {
    int q = names.indexOf(name);
    if (q < 0) q = names.indexOf(Vocabulary.canonicalName(name));
    if (q < 0)
      throw new EngineException(
          "no name `" + name + "` here; there are " + String.join(", ", new ArrayList<>(names)));
    return q;
  }

  // ---- for the run

  int count() {
    return tensors.length;
  }

  Object array(int q) {
    return arrays[q];
  }

  /// How often an array was put here: it only grows.
  long puts() {
    return puts;
  }

  void copyIn() {
    if (!copies) return;
    for (int q = 0; q < copied.length; q++) if (copied[q]) tensors[q].copyTo(arrays[q]);
  }

  void copyOut() {
    if (!copies) return;
    for (int q = 0; q < copied.length; q++) if (copied[q]) tensors[q].copyFrom(arrays[q]);
  }

  boolean isFor(int[][] other) {
    return other == shapes;
  }
}
