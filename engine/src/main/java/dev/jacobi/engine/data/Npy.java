package dev.jacobi.engine.data;

import dev.jacobi.engine.Precision;
import dev.jacobi.engine.Tensor;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/// One array in NumPy's format.
public final class Npy {
  static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final int CHUNK = 1 << 16;
  private static final int ALIGNMENT = 64;

  private Npy() {}

  /// Floats stay floats; all other numbers become doubles. Whole numbers beyond 2^53 are rounded.
  ///
  /// @throws IOException when it is no such file, ends early, or holds what are no numbers
  public static Tensor read(Path file) throws IOException {
    try (var in = new BufferedInputStream(Files.newInputStream(file))) {
      return read(in);
    }
  }

  public static Tensor read(InputStream in) throws IOException {
    var header = NpyHeader.read(new DataInputStream(in));
    boolean isFloat = header.element() == NpyHeader.Element.FLOAT;
    Tensor t = Tensor.zeros(isFloat ? Precision.FLOAT : Precision.DOUBLE, header.shape());
    fill(t, header, in);
    return t;
  }

  private static void fill(Tensor t, NpyHeader header, InputStream in) throws IOException {
    var order = header.fortran() ? new ColumnOrder(header.shape()) : null;
    int width = header.element().bytes;
    byte[] bytes = new byte[CHUNK / width * width];
    for (int done = 0; done < t.size(); ) {
      int want = Math.min(bytes.length, (t.size() - done) * width);
      if (in.readNBytes(bytes, 0, want) < want)
        throw new EOFException("the data ends before its " + t.size() + " numbers are there");
      var chunk = ByteBuffer.wrap(bytes, 0, want).order(header.order());
      for (; chunk.hasRemaining(); done++)
        t.set(order == null ? done : order.next(), header.element().next(chunk));
    }
  }

  public static void write(Path file, Tensor t) throws IOException {
    try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
      write(out, t);
    }
  }

  /// In format 1.0, little-endian and row-major.
  public static void write(OutputStream out, Tensor t) throws IOException {
    out.write(header(t));
    int width = t.precision().bytes;
    var chunk = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
    for (int q = 0; q < t.size(); q++) {
      if (t.precision() == Precision.FLOAT) chunk.putFloat((float) t.at(q));
      else chunk.putDouble(t.at(q));
      if (chunk.remaining() < width || q == t.size() - 1) {
        out.write(chunk.array(), 0, chunk.position());
        chunk.clear();
      }
    }
  }

  /// How many bytes an array takes in a file.
  static long size(Tensor t) {
    return header(t).length + (long) t.size() * t.precision().bytes;
  }

  private static byte[] header(Tensor t) {
    String shape =
        Arrays.stream(t.shape()).mapToObj(n -> n + ",").collect(Collectors.joining(" ", "(", ")"));
    String type = t.precision() == Precision.FLOAT ? "<f4" : "<f8";
    String text = "{'descr': '" + type + "', 'fortran_order': False, 'shape': " + shape + ", }";
    int start = MAGIC.length + 4;
    int length = (start + text.length() + ALIGNMENT) / ALIGNMENT * ALIGNMENT - start;
    var all = ByteBuffer.allocate(start + length).order(ByteOrder.LITTLE_ENDIAN);
    all.put(MAGIC).put((byte) 1).put((byte) 0).putShort((short) length);
    all.put(text.getBytes(StandardCharsets.US_ASCII));
    while (all.remaining() > 1) all.put((byte) ' ');
    return all.put((byte) '\n').array();
  }

  /// Where the numbers of a file in column order stand in row order, one after another.
  private static final class ColumnOrder {
    private final int[] shape;
    private final int[] strides;
    private final int[] at;
    private int place;

    ColumnOrder(int[] shape) {
      this.shape = shape;
      this.at = new int[shape.length];
      this.strides = new int[shape.length];
      int stride = 1;
      for (int q = shape.length - 1; q >= 0; q--) {
        strides[q] = stride;
        stride *= shape[q];
      }
    }

    int next() {
      int now = place;
      for (int q = 0; q < shape.length; q++) {
        place += strides[q];
        if (++at[q] < shape[q]) break;
        place -= shape[q] * strides[q];
        at[q] = 0;
      }
      return now;
    }
  }
}
