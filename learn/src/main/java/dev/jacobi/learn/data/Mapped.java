package dev.jacobi.learn.data;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/// A column whose numbers lie row by row in a file that is mapped into memory, or in memory off the
/// heap: only what is read takes part of the memory, and the file may be larger than all of it.
record Mapped(String name, List<Integer> sides, MemorySegment data, Kind kind, ByteOrder order)
    implements Column {
  private static final ValueLayout.OfFloat FLOAT =
      ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfDouble DOUBLE =
      ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  /// All of a file. It stays mapped until nothing refers to it any more.
  static MemorySegment map(Path file) throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), Arena.ofAuto());
    }
  }

  /// How many numbers there are in all.
  long numbers() {
    return data.byteSize() / kind.bytes;
  }

  @Override
  public void gather(int[] examples, int from, int count, float[] into, int at) {
    int w = width();
    boolean plain = order == ByteOrder.LITTLE_ENDIAN;
    for (int q = 0; q < count; q++) {
      long row = (long) examples[from + q] * w * kind.bytes;
      int to = at + q * w;
      if (kind == Kind.UNSIGNED_BYTE)
        for (int k = 0; k < w; k++)
          into[to + k] = Byte.toUnsignedInt(data.get(ValueLayout.JAVA_BYTE, row + k));
      else if (kind == Kind.FLOAT && plain) MemorySegment.copy(data, FLOAT, row, into, to, w);
      else
        for (int k = 0; k < w; k++)
          into[to + k] = (float) kind.at(data, row + (long) k * kind.bytes, order);
    }
  }

  @Override
  public void gather(int[] examples, int from, int count, double[] into, int at) {
    int w = width();
    boolean plain = order == ByteOrder.LITTLE_ENDIAN;
    for (int q = 0; q < count; q++) {
      long row = (long) examples[from + q] * w * kind.bytes;
      int to = at + q * w;
      if (kind == Kind.UNSIGNED_BYTE)
        for (int k = 0; k < w; k++)
          into[to + k] = Byte.toUnsignedInt(data.get(ValueLayout.JAVA_BYTE, row + k));
      else if (kind == Kind.DOUBLE && plain) MemorySegment.copy(data, DOUBLE, row, into, to, w);
      else
        for (int k = 0; k < w; k++)
          into[to + k] = kind.at(data, row + (long) k * kind.bytes, order);
    }
  }
}
