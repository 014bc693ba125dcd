package dev.jacobi.learn.data;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/// How a number lies in a file.
enum Kind {
  HALF(2),
  FLOAT(4),
  DOUBLE(8),
  BYTE(1),
  UNSIGNED_BYTE(1),
  SHORT(2),
  UNSIGNED_SHORT(2),
  INT(4),
  UNSIGNED_INT(4),
  LONG(8),
  UNSIGNED_LONG(8);

  final int bytes;

  Kind(int bytes) {
    this.bytes = bytes;
  }

  double at(MemorySegment s, long place, ByteOrder order) {
    return switch (this) {
      case HALF ->
          Float.float16ToFloat(s.get(ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(order), place));
      case FLOAT -> s.get(ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(order), place);
      case DOUBLE -> s.get(ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(order), place);
      case BYTE -> s.get(ValueLayout.JAVA_BYTE, place);
      case UNSIGNED_BYTE -> Byte.toUnsignedInt(s.get(ValueLayout.JAVA_BYTE, place));
      case SHORT -> s.get(ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(order), place);
      case UNSIGNED_SHORT ->
          Short.toUnsignedInt(s.get(ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(order), place));
      case INT -> s.get(ValueLayout.JAVA_INT_UNALIGNED.withOrder(order), place);
      case UNSIGNED_INT ->
          Integer.toUnsignedLong(s.get(ValueLayout.JAVA_INT_UNALIGNED.withOrder(order), place));
      case LONG -> s.get(ValueLayout.JAVA_LONG_UNALIGNED.withOrder(order), place);
      case UNSIGNED_LONG -> {
        long x = s.get(ValueLayout.JAVA_LONG_UNALIGNED.withOrder(order), place);
        yield x >= 0 ? x : (double) ((x >>> 1) | (x & 1)) * 2; // halved, so that it fits
      }
    };
  }
}
