package dev.jacobi.learn.data;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// A compressed file, whatever it is called; that it is damaged is told in words for people.
final class Gzip extends FilterInputStream {
  private Gzip(InputStream in) throws IOException {
    super(new GZIPInputStream(in, 1 << 16));
  }

  static boolean is(Path path) throws IOException {
    try (var in = Files.newInputStream(path)) {
      byte[] two = in.readNBytes(2);
      return two.length == 2 && two[0] == 0x1f && two[1] == (byte) 0x8b;
    }
  }

  /// The bytes of a file, unpacked where it is compressed.
  static InputStream open(Path path) throws IOException {
    var in = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
    if (!is(path)) return in;
    try {
      return new Gzip(in);
    } catch (EOFException | ZipException e) {
      in.close();
      throw damaged(e);
    }
  }

  @Override
  public int read() throws IOException {
    try {
      return super.read();
    } catch (EOFException | ZipException e) {
      throw damaged(e);
    }
  }

  @Override
  public int read(byte[] b, int off, int len) throws IOException {
    try {
      return super.read(b, off, len);
    } catch (EOFException | ZipException e) {
      throw damaged(e);
    }
  }

  private static IOException damaged(IOException e) {
    return new IOException("the compressed file is cut off or damaged: fetch it again", e);
  }
}
