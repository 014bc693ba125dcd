package dev.jacobi.engine.data;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What stands before the numbers of a `.npy` file: their type, their order, the shape.
public record NpyHeader(Element element, ByteOrder order, boolean fortran, List<Integer> sides) {
  private static final int LONGEST = 1 << 20; // no shape of numbers needs more
  private static final Pattern TYPE = Pattern.compile("'descr'\\s*:\\s*'([<>=|]?)(\\w+)'");
  private static final Pattern FORTRAN = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
  private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([^)]*)\\)");

  /// The types of numbers, as NumPy calls them.
  public enum Element {
    HALF("f2", 2),
    FLOAT("f4", 4),
    DOUBLE("f8", 8),
    BOOLEAN("b1", 1),
    BYTE("i1", 1),
    SHORT("i2", 2),
    INT("i4", 4),
    LONG("i8", 8),
    UNSIGNED_BYTE("u1", 1),
    UNSIGNED_SHORT("u2", 2),
    UNSIGNED_INT("u4", 4),
    UNSIGNED_LONG("u8", 8);

    final String code;
    public final int bytes;

    Element(String code, int bytes) {
      this.code = code;
      this.bytes = bytes;
    }

    double next(ByteBuffer b) {
      return switch (this) {
        case HALF -> Float.float16ToFloat(b.getShort());
        case FLOAT -> b.getFloat();
        case DOUBLE -> b.getDouble();
        case BOOLEAN -> b.get() == 0 ? 0 : 1;
        case BYTE -> b.get();
        case SHORT -> b.getShort();
        case INT -> b.getInt();
        case LONG -> b.getLong();
        case UNSIGNED_BYTE -> Byte.toUnsignedInt(b.get());
        case UNSIGNED_SHORT -> Short.toUnsignedInt(b.getShort());
        case UNSIGNED_INT -> Integer.toUnsignedLong(b.getInt());
        case UNSIGNED_LONG -> unsigned(b.getLong());
      };
    }

    /// Halved so that it fits, the last bit kept for rounding.
    private static double unsigned(long x) {
      return x >= 0 ? x : (double) ((x >>> 1) | (x & 1)) * 2;
    }
  }

  public int[] shape() {
    return sides.stream().mapToInt(n -> n).toArray();
  }

  public static NpyHeader read(DataInputStream in) throws IOException {
    try {
      byte[] magic = in.readNBytes(Npy.MAGIC.length);
      if (!Arrays.equals(magic, Npy.MAGIC)) throw new IOException("no NumPy array (.npy)");
      int version = in.readUnsignedByte();
      in.readUnsignedByte();
      long length =
          version == 1
              ? Short.toUnsignedInt(Short.reverseBytes(in.readShort()))
              : Integer.toUnsignedLong(Integer.reverseBytes(in.readInt()));
      if (version < 1 || version > 3 || length > LONGEST)
        throw new IOException("a NumPy array of an unknown format, " + version);
      byte[] text = in.readNBytes((int) length);
      if (text.length < length) throw new EOFException();
      return parse(new String(text, StandardCharsets.UTF_8));
    } catch (EOFException e) {
      throw new IOException("ends within the head of a NumPy array", e);
    }
  }

  private static NpyHeader parse(String text) throws IOException {
    Matcher type = TYPE.matcher(text);
    Matcher fortran = FORTRAN.matcher(text);
    Matcher shape = SHAPE.matcher(text);
    if (!fortran.find() || !shape.find()) throw new IOException("the head is not NumPy's: " + text);
    if (!type.find()) throw new IOException("records, not numbers");
    var order = type.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    boolean columns = fortran.group(1).equals("True");
    return new NpyHeader(element(type.group(2)), order, columns, sides(shape.group(1)));
  }

  private static Element element(String code) throws IOException {
    for (Element e : Element.values()) if (e.code.equals(code)) return e;
    throw new IOException("of type " + code + ", no real numbers");
  }

  private static List<Integer> sides(String text) throws IOException {
    try {
      List<Integer> sides =
          Arrays.stream(text.split(","))
              .map(String::strip)
              .filter(s -> !s.isEmpty())
              .map(Integer::valueOf)
              .toList();
      int n = 1;
      for (int s : sides) n = Math.multiplyExact(n, s);
      return sides;
    } catch (NumberFormatException | ArithmeticException e) {
      throw new IOException("of shape (" + text + "), which is too large", e);
    }
  }
}
