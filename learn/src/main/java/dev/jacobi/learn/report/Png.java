package dev.jacobi.learn.report;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// Grey pictures as PNG, small enough to stand within a page.
///
/// Source: "Portable Network Graphics (PNG) Specification", W3C, second edition.
final class Png {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final int GREY = 255;

  private Png() {}

  /// An address that holds the picture: the least number is black, the greatest white.
  static String address(double[] pixels, int rows, int columns) {
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(of(pixels, rows, columns));
  }

  static byte[] of(double[] pixels, int rows, int columns) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (double p : pixels) {
      least = Math.min(least, p);
      most = Math.max(most, p);
    }
    double scale = most > least ? GREY / (most - least) : 0;
    var lines = ByteBuffer.allocate(rows * (columns + 1));
    for (int r = 0; r < rows; r++) {
      lines.put((byte) 0); // no filter
      for (int c = 0; c < columns; c++)
        lines.put((byte) Math.round((pixels[r * columns + c] - least) * scale));
    }
    var head = ByteBuffer.allocate(13).putInt(columns).putInt(rows).put((byte) 8).array();
    var out = new ByteArrayOutputStream();
    out.writeBytes(SIGNATURE);
    chunk(out, "IHDR", head);
    chunk(out, "IDAT", deflated(lines.array()));
    chunk(out, "IEND", new byte[0]);
    return out.toByteArray();
  }

  private static byte[] deflated(byte[] data) {
    var deflater = new Deflater(Deflater.BEST_COMPRESSION);
    deflater.setInput(data);
    deflater.finish();
    byte[] room = new byte[data.length + 64];
    int n = deflater.deflate(room);
    deflater.end();
    return java.util.Arrays.copyOf(room, n);
  }

  private static void chunk(ByteArrayOutputStream out, String type, byte[] data) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    var sum = new CRC32();
    sum.update(name);
    sum.update(data);
    out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
    out.writeBytes(name);
    out.writeBytes(data);
    out.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
  }
}
