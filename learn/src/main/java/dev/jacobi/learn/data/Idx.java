package dev.jacobi.learn.data;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// One array in the IDX format of the MNIST files, gzipped or not. A plain file is mapped.
///
/// Source: "The MNIST database of handwritten digits", the IDX file format.
record Idx(String file, Kind kind, List<Integer> sides, MemorySegment data) {
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

  /// @throws DataException when it is no such file, or ends early
  static Idx read(Path path) throws IOException {
    String file = path.getFileName().toString();
    MemorySegment all = Gzip.is(path) ? inflated(path) : Mapped.map(path);
    return of(file, all);
  }

  private static MemorySegment inflated(Path path) throws IOException {
    try (var in = Gzip.open(path)) {
      byte[] all = in.readAllBytes();
      return Arena.ofAuto().allocate(all.length).copyFrom(MemorySegment.ofArray(all));
    } catch (OutOfMemoryError e) {
      throw new DataException(
          path.getFileName()
              + ": is too large to be unpacked into memory: unpack the file (gunzip)",
          e);
    }
  }

  private static Idx of(String file, MemorySegment all) {
    if (all.byteSize() < 4 || all.get(ValueLayout.JAVA_SHORT_UNALIGNED, 0) != 0)
      throw new DataException(file + ": is no IDX file, which begins with two bytes 0");
    Kind kind = kind(all.get(ValueLayout.JAVA_BYTE, 2), file);
    int axes = Byte.toUnsignedInt(all.get(ValueLayout.JAVA_BYTE, 3));
    if (axes < 1 || axes > 6) throw new DataException(file + ": has " + axes + " axes, 1 to 6 fit");
    long head = 4 + 4L * axes;
    if (all.byteSize() < head) throw new DataException(file + ": ends within its head");
    List<Integer> sides = new ArrayList<>();
    long numbers = 1;
    for (int q = 0; q < axes; q++) {
      int side = all.get(INT, 4 + 4L * q);
      if (side < 1)
        throw new DataException(file + ": axis " + (q + 1) + " has " + side + " entries");
      sides.add(side);
      numbers = Math.multiplyExact(numbers, side);
    }
    long bytes = Math.multiplyExact(numbers, kind.bytes);
    if (all.byteSize() - head < bytes)
      throw new DataException(
          file
              + ": is cut off: "
              + bytes
              + " bytes should follow its head, and "
              + (all.byteSize() - head)
              + " do: fetch it again");
    return new Idx(file, kind, List.copyOf(sides), all.asSlice(head, bytes));
  }

  private static Kind kind(byte code, String file) {
    return switch (code) {
      case 0x08 -> Kind.UNSIGNED_BYTE;
      case 0x09 -> Kind.BYTE;
      case 0x0B -> Kind.SHORT;
      case 0x0C -> Kind.INT;
      case 0x0D -> Kind.FLOAT;
      case 0x0E -> Kind.DOUBLE;
      default ->
          throw new DataException(
              file + ": numbers of an unknown type, " + Byte.toUnsignedInt(code));
    };
  }

  /// How many examples there are.
  int size() {
    return sides.getFirst();
  }

  Column column(String name) {
    return new Mapped(name, sides.subList(1, sides.size()), data, kind, ByteOrder.BIG_ENDIAN);
  }

  /// Whole numbers from 0 as labels.
  Column labels(String name) {
    if (sides.size() != 1)
      throw new DataException(
          file
              + ": labels are one number for each example, and here are "
              + sides.stream().map(String::valueOf).reduce((a, b) -> a + " × " + b).orElse(""));
    int[] numbers = new int[size()];
    int most = 0;
    for (int q = 0; q < numbers.length; q++) {
      double x = kind.at(data, (long) q * kind.bytes, ByteOrder.BIG_ENDIAN);
      if (x != Math.rint(x) || x < 0 || x > 9999)
        throw new DataException(
            file + ": the label of example " + (q + 1) + " is " + x + ": 0 to 9999 fit");
      numbers[q] = (int) x;
      most = Math.max(most, numbers[q]);
    }
    return Stored.labels(
        name, numbers, IntStream.rangeClosed(0, most).mapToObj(String::valueOf).toList());
  }
}
