package dev.jacobi.learn.data;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The numbers of a table as they come, row by row: in memory, and beyond a limit in a file that is
/// mapped and has no name, so that only what is read takes memory.
final class Rows implements AutoCloseable {
  private static final ValueLayout.OfDouble DOUBLE =
      ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.nativeOrder());
  private static final int CHUNK = 1 << 20;

  private final String table;
  private final int width;
  private final long limit;
  private final ByteBuffer chunk = ByteBuffer.allocate(CHUNK).order(ByteOrder.nativeOrder());
  private double[] numbers = new double[64];
  private int size; // of what is in memory
  private Optional<Path> file = Optional.empty();
  private Optional<FileChannel> channel = Optional.empty();
  private MemorySegment all = MemorySegment.NULL;

  /// @param table how messages call it
  /// @param width how many numbers a row has
  /// @param limit how many numbers may be in memory
  Rows(String table, int width, long limit) {
    this.table = table;
    this.width = width;
    this.limit = Math.min(limit, Integer.MAX_VALUE - 64);
  }

  /// As many numbers as take a quarter of the memory that there may be.
  static long usualLimit() {
    return Runtime.getRuntime().maxMemory() / 4 / Double.BYTES;
  }

  void add(double... row) {
    try {
      if (channel.isEmpty() && (long) size + width > limit) spill();
      if (channel.isPresent()) {
        for (double x : row) write(channel.get(), x);
        return;
      }
    } catch (IOException e) {
      throw noRoom(e);
    }
    if (size + width > numbers.length)
      numbers = Arrays.copyOf(numbers, (int) Math.min(limit, 2L * numbers.length + width));
    System.arraycopy(row, 0, numbers, size, width);
    size += width;
  }

  private void spill() throws IOException {
    file = Optional.of(Files.createTempFile("jacobi-", ".rows"));
    var open = FileChannel.open(file.get(), StandardOpenOption.READ, StandardOpenOption.WRITE);
    channel = Optional.of(open);
    for (int q = 0; q < size; q++) write(open, numbers[q]);
    numbers = new double[0];
  }

  private void write(FileChannel out, double x) throws IOException {
    if (!chunk.hasRemaining()) flush(out);
    chunk.putDouble(x);
  }

  private void flush(FileChannel out) throws IOException {
    chunk.flip();
    while (chunk.hasRemaining()) out.write(chunk);
    chunk.clear();
  }

  /// Nothing is added any more.
  void end() {
    if (channel.isEmpty()) {
      all = MemorySegment.ofArray(numbers);
      return;
    }
    try {
      flush(channel.get());
      all = Mapped.map(file.get());
    } catch (IOException e) {
      throw noRoom(e);
    }
  }

  private DataException noRoom(IOException e) {
    Object folder = file.map(Path::getParent).orElse(Path.of(System.getProperty("java.io.tmpdir")));
    return new DataException(
        table
            + ": is larger than memory, and cannot be kept in "
            + folder
            + " ("
            + e.getMessage()
            + "): JACOBI_JAVA_OPTIONS=-Djava.io.tmpdir=FOLDER names another folder",
        e);
  }

  /// Takes away the name of the file; what is mapped stays until nothing refers to it.
  @Override
  public void close() throws IOException {
    if (channel.isPresent()) channel.get().close();
    if (file.isEmpty()) return;
    try {
      Files.delete(file.get());
    } catch (IOException _) {
      file.get().toFile().deleteOnExit(); // where what is mapped cannot be deleted
    }
  }

  // ---- columns

  /// The number that stands at one place of each row.
  Column numbers(String name, int place) {
    return new Numbers(name, List.of(), all, width, place);
  }

  /// Labels: the class of each code that stands there.
  Column labels(String name, int place, List<String> classes, int... classOfCode) {
    return new Labels(name, classes, all, width, place, classOfCode);
  }

  /// Columns of single numbers that stand side by side in the rows, as one.
  static Optional<Column> joined(String name, List<Column> parts) {
    if (!(parts.getFirst() instanceof Numbers first)) return Optional.empty();
    for (int q = 0; q < parts.size(); q++)
      if (!(parts.get(q) instanceof Numbers n)
          || !n.rows.equals(first.rows)
          || n.place != first.place + q
          || !n.sides.isEmpty()) return Optional.empty();
    return Optional.of(
        new Numbers(name, List.of(parts.size()), first.rows, first.stride, first.place));
  }

  private record Numbers(
      String name, List<Integer> sides, MemorySegment rows, int stride, int place)
      implements Column {
    @Override
    public void gather(int[] examples, int from, int count, float[] into, int at) {
      int w = width();
      for (int q = 0; q < count; q++) {
        long row = (long) examples[from + q] * stride + place;
        for (int k = 0; k < w; k++) into[at + q * w + k] = (float) rows.getAtIndex(DOUBLE, row + k);
      }
    }

    @Override
    public void gather(int[] examples, int from, int count, double[] into, int at) {
      int w = width();
      for (int q = 0; q < count; q++) {
        long row = (long) examples[from + q] * stride + place;
        for (int k = 0; k < w; k++) into[at + q * w + k] = rows.getAtIndex(DOUBLE, row + k);
      }
    }
  }

  private record Labels(
      String name,
      List<String> classes,
      MemorySegment rows,
      int stride,
      int place,
      int[] classOfCode)
      implements Column {
    @Override
    public List<Integer> sides() {
      return List.of();
    }

    private int at(int example) {
      return classOfCode[(int) rows.getAtIndex(DOUBLE, (long) example * stride + place)];
    }

    @Override
    public void gather(int[] examples, int from, int count, float[] into, int at) {
      for (int q = 0; q < count; q++) into[at + q] = at(examples[from + q]);
    }

    @Override
    public void gather(int[] examples, int from, int count, double[] into, int at) {
      for (int q = 0; q < count; q++) into[at + q] = at(examples[from + q]);
    }
  }
}
