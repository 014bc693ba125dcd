package dev.jacobi.engine.saved;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.function.UnaryOperator;

/// Renames what a class speaks of. All names of classes, in references, descriptors and signatures,
/// are texts of its constant pool, and nothing else in the file depends on their length.
final class Relocation {
  private static final int TEXT = 1;

  private Relocation() {}

  static byte[] renamed(byte[] classFile, UnaryOperator<String> rename) throws IOException {
    var in = new DataInputStream(new ByteArrayInputStream(classFile));
    var bytes = new ByteArrayOutputStream();
    var out = new DataOutputStream(bytes);
    out.writeLong(in.readLong()); // magic and version
    int count = in.readUnsignedShort();
    out.writeShort(count);
    for (int q = 1; q < count; q++) {
      int tag = in.readUnsignedByte();
      out.writeByte(tag);
      if (tag == TEXT) out.writeUTF(rename.apply(in.readUTF()));
      else out.write(in.readNBytes(length(tag)));
      if (isWide(tag)) q++;
    }
    in.transferTo(out);
    return bytes.toByteArray();
  }

  /// A long or a double takes two places.
  private static boolean isWide(int tag) {
    return tag == 5 || tag == 6;
  }

  private static int length(int tag) {
    return switch (tag) {
      case 5, 6 -> 8;
      case 7, 8, 16, 19, 20 -> 2;
      case 15 -> 3;
      case 3, 4, 9, 10, 11, 12, 17, 18 -> 4;
      default -> throw new IllegalArgumentException("a constant of kind " + tag);
    };
  }
}
