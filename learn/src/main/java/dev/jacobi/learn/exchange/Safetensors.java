package dev.jacobi.learn.exchange;

import dev.jacobi.engine.Precision;
import dev.jacobi.engine.Tensor;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Arrays by name: the length of a head, the head in JSON with type, shape and place of each array,
/// and the numbers, little-endian and row-major, without gaps.
///
/// Source: the format's description, huggingface/safetensors, README, "Format".
public final class Safetensors {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
  private static final long LONGEST = 100_000_000; // of a head, as the description has it
  private static final String METADATA = "__metadata__";

  private Safetensors() {}

  /// How numbers are stored.
  private enum Type {
    F64(8),
    F32(4),
    F16(2),
    BF16(2),
    I64(8),
    I32(4),
    I16(2),
    I8(1),
    U64(8),
    U32(4),
    U16(2),
    U8(1),
    BOOL(1);

    final int bytes;

    Type(int bytes) {
      this.bytes = bytes;
    }

    double next(ByteBuffer b) {
      return switch (this) {
        case F64 -> b.getDouble();
        case F32 -> b.getFloat();
        case F16 -> Float.float16ToFloat(b.getShort());
        case BF16 -> Float.intBitsToFloat(b.getShort() << 16);
        case I64 -> b.getLong();
        case I32 -> b.getInt();
        case I16 -> b.getShort();
        case I8 -> b.get();
        case U64 -> {
          long x = b.getLong();
          yield x >= 0 ? x : (double) ((x >>> 1) | (x & 1)) * 2; // halved, so that it fits
        }
        case U32 -> Integer.toUnsignedLong(b.getInt());
        case U16 -> Short.toUnsignedInt(b.getShort());
        case U8, BOOL -> Byte.toUnsignedInt(b.get());
      };
    }
  }

  private record Entry(String name, Type type, int[] shape, long from, long to) {}

  /// All arrays, in the order of their places. Doubles and whole numbers become doubles, all others
  /// floats.
  ///
  /// @throws IOException when it is no such file, or damaged
  public static Map<String, Tensor> read(Path file) throws IOException {
    try (var in = FileChannel.open(file)) {
      if (in.size() < 8)
        throw new IOException("no safetensors file: shorter than its first number");
      long length = bytes(in, 0, 8).getLong();
      if (length < 2 || length > LONGEST || length > in.size() - 8)
        throw new IOException(
            "no safetensors file, or cut off: its head should have " + length + " bytes");
      byte[] head = new byte[(int) length];
      bytes(in, 8, head.length).get(head);
      List<Entry> entries = entries(new String(head, StandardCharsets.UTF_8));
      long start = 8 + length;
      require(entries, in.size() - start);
      Map<String, Tensor> all = new LinkedHashMap<>();
      for (Entry e : entries) all.put(e.name, tensor(e, in, start));
      return all;
    }
  }

  private static ByteBuffer bytes(FileChannel in, long at, int count) throws IOException {
    var all = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
    while (all.hasRemaining() && in.read(all, at + all.position()) >= 0) {}
    if (all.hasRemaining()) throw new IOException("cut off");
    return all.flip();
  }

  private static List<Entry> entries(String head) throws IOException {
    if (!head.startsWith("{")) throw new IOException("no safetensors file: its head is not JSON");
    try {
      List<Entry> all = new ArrayList<>();
      for (var e : MAPPER.readTree(head).properties())
        if (!e.getKey().equals(METADATA)) all.add(entry(e.getKey(), e.getValue()));
      all.sort(Comparator.comparingLong(Entry::from));
      return all;
    } catch (JacksonException e) {
      throw new IOException("its head is damaged: " + e.getOriginalMessage(), e);
    }
  }

  private static Entry entry(String name, JsonNode n) throws IOException {
    JsonNode shape = n.path("shape");
    JsonNode offsets = n.path("data_offsets");
    if (!shape.isArray() || !offsets.isArray() || offsets.size() != 2)
      throw new IOException(name + ": its head lacks shape or data_offsets");
    int[] sides = new int[shape.size()];
    long count = 1;
    for (int q = 0; q < sides.length; q++) {
      long side = shape.get(q).asLong(-1);
      if (side < 0 || side > Integer.MAX_VALUE) throw new IOException(name + ": of shape " + shape);
      sides[q] = (int) side;
      count = Math.multiplyExact(count, side);
    }
    Type type = type(name, n.path("dtype").asString(""));
    long from = offsets.get(0).asLong(-1);
    long to = offsets.get(1).asLong(-1);
    if (from < 0 || to - from != count * type.bytes)
      throw new IOException(
          name + ": shape " + shape + " of " + type + " does not fit its place, " + offsets);
    return new Entry(name, type, sides, from, to);
  }

  private static Type type(String name, String word) throws IOException {
    for (Type t : Type.values()) if (t.name().equals(word)) return t;
    throw new IOException(name + ": of type " + word + ", which is not read here");
  }

  /// No gaps, no overlaps, and nothing after the last.
  private static void require(List<Entry> entries, long size) throws IOException {
    long at = 0;
    for (Entry e : entries) {
      if (e.from != at)
        throw new IOException(e.name + ": begins at " + e.from + ", where " + at + " is expected");
      at = e.to;
    }
    if (at != size)
      throw new IOException(
          at > size
              ? "cut off: " + at + " bytes of numbers should be there, and " + size + " are"
              : (size - at) + " bytes too many at its end");
  }

  private static Tensor tensor(Entry e, FileChannel in, long start) throws IOException {
    boolean isDouble = e.type == Type.F64 || e.type.name().startsWith("I") || e.type == Type.U64;
    Tensor t = Tensor.zeros(isDouble ? Precision.DOUBLE : Precision.FLOAT, e.shape);
    int chunk = (1 << 16) / e.type.bytes;
    for (int done = 0; done < t.size(); ) {
      int count = Math.min(chunk, t.size() - done);
      var b = bytes(in, start + e.from + (long) done * e.type.bytes, count * e.type.bytes);
      for (int q = 0; q < count; q++) t.set(done++, e.type.next(b));
    }
    return t;
  }

  // ---- writing

  /// Floats as F32, doubles as F64.
  ///
  /// @param metadata words of any meaning, by name
  public static void write(Path file, Map<String, Tensor> arrays, Map<String, String> metadata)
      throws IOException {
    try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
      write(out, arrays, metadata);
    }
  }

  public static void write(
      OutputStream out, Map<String, Tensor> arrays, Map<String, String> metadata)
      throws IOException {
    ObjectNode head = MAPPER.createObjectNode();
    if (!metadata.isEmpty()) metadata.forEach(head.putObject(METADATA)::put);
    long at = 0;
    for (var a : arrays.entrySet()) {
      Tensor t = a.getValue();
      ObjectNode n = head.putObject(a.getKey());
      n.put("dtype", t.precision() == Precision.FLOAT ? "F32" : "F64");
      ArrayNode shape = n.putArray("shape");
      for (int s : t.shape()) shape.add(s);
      long end = at + (long) t.size() * t.precision().bytes;
      n.putArray("data_offsets").add(at).add(end);
      at = end;
    }
    String text = MAPPER.writeValueAsString(head);
    int pad = -text.getBytes(StandardCharsets.UTF_8).length & 7; // so that numbers are aligned
    byte[] bytes = (text + " ".repeat(pad)).getBytes(StandardCharsets.UTF_8);
    out.write(number(8).putLong(bytes.length).array());
    out.write(bytes);
    for (Tensor t : arrays.values()) write(out, t);
  }

  private static ByteBuffer number(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static void write(OutputStream out, Tensor t) throws IOException {
    var chunk = number(1 << 16);
    for (int q = 0; q < t.size(); q++) {
      if (t.precision() == Precision.FLOAT) chunk.putFloat((float) t.at(q));
      else chunk.putDouble(t.at(q));
      if (!chunk.hasRemaining() || q == t.size() - 1) {
        out.write(chunk.array(), chunk.arrayOffset(), chunk.position());
        chunk.clear();
      }
    }
  }
}
