package dev.jacobi.bench.work;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/// The training part of Fashion-MNIST, as Debian's package `dataset-fashion-mnist` has it, and the
/// order in which every contender goes through it in the first epoch.
public final class Clothes {
  /// How many pixels a picture has.
  public static final int PIXELS = 784;

  /// How many classes there are.
  public static final int CLASSES = 10;

  private static final Path FOLDER = Path.of("/usr/share/datasets/fashion-mnist");
  private static final long GOLDEN = 0x9e3779b97f4a7c15L;

  private Clothes() {}

  /// Pixels between 0 and 1, picture after picture.
  public static float[] pictures(int count) {
    byte[] bytes = read("train-images-idx3-ubyte.gz", 16, count * PIXELS);
    var pixels = new float[bytes.length];
    for (int q = 0; q < bytes.length; q++) pixels[q] = Byte.toUnsignedInt(bytes[q]) / 255f;
    return pixels;
  }

  /// The class of each picture.
  public static int[] classes(int count) {
    byte[] bytes = read("train-labels-idx1-ubyte.gz", 8, count);
    var classes = new int[count];
    for (int q = 0; q < count; q++) classes[q] = bytes[q];
    return classes;
  }

  private static byte[] read(String name, int head, int count) {
    try (InputStream in =
        new GZIPInputStream(new BufferedInputStream(Files.newInputStream(FOLDER.resolve(name))))) {
      in.skipNBytes(head);
      byte[] all = in.readNBytes(count);
      if (all.length < count) throw new IOException(name + " has no " + count + " bytes");
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException("apt install dataset-fashion-mnist: " + e.getMessage(), e);
    }
  }

  /// The order of the first epoch by seed 0, as Jacobi draws it: a test holds it against that.
  public static int[] order(int count) {
    var order = new int[count];
    for (int q = 0; q < count; q++) order[q] = q;
    long state = mix(GOLDEN) + mix(1);
    for (int n = count; n > 1; n--) {
      long product;
      do {
        product = (mix(state += GOLDEN) >>> 32) * n;
      } while ((product & 0xffffffffL) < (-n & 0xffffffffL) % n);
      int q = (int) (product >>> 32);
      int x = order[q];
      order[q] = order[n - 1];
      order[n - 1] = x;
    }
    return order;
  }

  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
