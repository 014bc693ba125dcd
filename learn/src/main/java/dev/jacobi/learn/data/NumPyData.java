package dev.jacobi.learn.data;

import dev.jacobi.engine.Precision;
import dev.jacobi.engine.Tensor;
import dev.jacobi.engine.data.Npy;
import dev.jacobi.engine.data.NpyHeader;
import dev.jacobi.engine.data.Npz;
import java.io.DataInputStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Arrays of NumPy as columns; their first axis is that of the examples. A `.npy` file is mapped.
final class NumPyData {
  private NumPyData() {}

  /// An array and how many examples it has.
  private record Rows(Column column, int size) {}

  /// Arrays of one file. Those called `…_train` and `…_test`, as Keras does it, come apart.
  static Opened archive(Path path) throws IOException {
    String file = path.getFileName().toString();
    Map<String, Tensor> all = Npz.read(path);
    List<Rows> train = new ArrayList<>();
    List<Rows> test = new ArrayList<>();
    boolean parts = all.keySet().stream().anyMatch(n -> n.endsWith("_test"));
    all.forEach((name, t) -> {
      String plain = parts ? name.replaceFirst("_(train|test)$", "") : name;
      (name.endsWith("_test") ? test : train).add(rows(file, plain, t));
    });
    if (train.isEmpty()) throw new DataException(file + ": there is no array in it");
    return new Opened(
        dataset(file, train),
        test.isEmpty() ? Optional.empty() : Optional.of(dataset(file + " (test)", test)));
  }

  private static Rows rows(String file, String name, Tensor t) {
    int[] shape = t.shape();
    if (shape.length == 0)
      throw new DataException(
          file
              + ": "
              + name
              + " is one number; an array whose first axis is that of the examples"
              + " is expected");
    List<Integer> sides = Arrays.stream(shape).skip(1).boxed().toList();
    Integer[] boxed = sides.toArray(Integer[]::new);
    Column c =
        t.precision() == Precision.FLOAT
            ? Stored.of(name, floats(t), boxed)
            : Stored.of(name, t.toDoubles(), boxed);
    return new Rows(c, shape[0]);
  }

  private static float[] floats(Tensor t) {
    float[] all = new float[t.size()];
    for (int q = 0; q < all.length; q++) all[q] = (float) t.at(q);
    return all;
  }

  /// Files, each with the name of its column.
  static Dataset dataset(String name, Map<Path, String> files) throws IOException {
    List<Rows> all = new ArrayList<>();
    for (var f : files.entrySet()) all.add(mapped(f.getKey(), f.getValue()));
    return dataset(name, all);
  }

  private static Dataset dataset(String name, List<Rows> all) {
    int size = all.getFirst().size;
    for (Rows r : all)
      if (r.size != size)
        throw new DataException(
            name
                + ": "
                + all.getFirst().column.name()
                + " has "
                + size
                + " examples, and "
                + r.column.name()
                + " has "
                + r.size
                + ": their first axes must be equal");
    Map<String, Column> ordered = new LinkedHashMap<>();
    for (Rows r : all) if (!isLabel(r.column.name())) ordered.put(r.column.name(), r.column);
    for (Rows r : all) ordered.putIfAbsent(r.column.name(), r.column);
    return new Dataset(name, size, List.copyOf(ordered.values()));
  }

  private static boolean isLabel(String name) {
    return name.toLowerCase(Locale.ROOT).matches("y|t|.*labels?|.*targets?|.*class(es)?");
  }

  private static Rows mapped(Path path, String name) throws IOException {
    String file = path.getFileName().toString();
    if (Gzip.is(path)) {
      try (var in = Gzip.open(path)) {
        return rows(file, name, Npy.read(in));
      }
    }
    NpyHeader head;
    long start;
    try (var in = new Counted(Files.newInputStream(path))) {
      head = NpyHeader.read(new DataInputStream(in));
      start = in.count();
    }
    if (head.shape().length == 0 || head.fortran()) return rows(file, name, Npy.read(path));
    return mapped(path, file, name, head, start);
  }

  private static Rows mapped(Path path, String file, String name, NpyHeader head, long start)
      throws IOException {
    Kind kind = kind(head.element());
    long bytes = kind.bytes;
    for (int s : head.shape()) bytes = Math.multiplyExact(bytes, s);
    MemorySegment all = Mapped.map(path);
    if (all.byteSize() - start < bytes)
      throw new DataException(
          file
              + ": is cut off: "
              + bytes
              + " bytes should follow its head, and "
              + (all.byteSize() - start)
              + " do: write it again");
    List<Integer> sides = head.sides().subList(1, head.sides().size());
    ByteOrder order = head.order();
    return new Rows(
        new Mapped(name, List.copyOf(sides), all.asSlice(start, bytes), kind, order),
        head.sides().getFirst());
  }

  private static Kind kind(NpyHeader.Element e) {
    return switch (e) {
      case HALF -> Kind.HALF;
      case FLOAT -> Kind.FLOAT;
      case DOUBLE -> Kind.DOUBLE;
      case BYTE -> Kind.BYTE;
      case BOOLEAN, UNSIGNED_BYTE -> Kind.UNSIGNED_BYTE;
      case SHORT -> Kind.SHORT;
      case UNSIGNED_SHORT -> Kind.UNSIGNED_SHORT;
      case INT -> Kind.INT;
      case UNSIGNED_INT -> Kind.UNSIGNED_INT;
      case LONG -> Kind.LONG;
      case UNSIGNED_LONG -> Kind.UNSIGNED_LONG;
    };
  }
}
