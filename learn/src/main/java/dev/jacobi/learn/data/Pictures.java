package dev.jacobi.learn.data;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;

/// Pictures in a folder for each class: `image`, of rows × columns pixels from 0 to 255 (with
/// colour, rows × columns × 3), and `label`.
final class Pictures {
  private final Path folder;
  private final Reading how;
  private int[] sides = {}; // rows and columns of the first picture

  private Pictures(Path folder, Reading how) {
    this.folder = folder;
    this.how = how;
  }

  static Dataset read(Path folder, List<Path> classes, Reading how) throws IOException {
    ImageIO.setUseCache(false);
    return new Pictures(folder, how).read(inOrder(classes));
  }

  /// By number where all names are numbers, else as words.
  private static List<Path> inOrder(List<Path> classes) {
    boolean numbers = classes.stream().allMatch(p -> name(p).matches("\\d{1,9}"));
    Comparator<Path> byNumber = Comparator.comparingInt(p -> Integer.parseInt(name(p)));
    return numbers ? classes.stream().sorted(byNumber).toList() : classes;
  }

  private static String name(Path p) {
    return p.getFileName().toString();
  }

  private Dataset read(List<Path> classes) throws IOException {
    Map<Path, Integer> files = new LinkedHashMap<>();
    for (int c = 0; c < classes.size(); c++) {
      int label = c;
      List<Path> own = Folder.list(classes.get(c), Pictures::isPicture);
      if (own.isEmpty())
        throw new DataException(
            folder
                + ": "
                + name(classes.get(c))
                + " holds no picture (.png, .jpg, .gif, .bmp):"
                + " each folder is a class; take others away");
      own.forEach(p -> files.put(p, label));
    }
    MemorySegment pixels = MemorySegment.NULL;
    int at = 0;
    for (Path p : files.keySet()) {
      byte[] one = pixels(p);
      if (at == 0) pixels = Arena.ofAuto().allocate((long) files.size() * one.length);
      MemorySegment.copy(
          one, 0, pixels, ValueLayout.JAVA_BYTE, (long) at++ * one.length, one.length);
    }
    List<Integer> shape = new ArrayList<>(List.of(sides[0], sides[1]));
    if (how.colour()) shape.add(3);
    int[] labels = files.values().stream().mapToInt(l -> l).toArray();
    return new Dataset(
        name(folder.toAbsolutePath()),
        labels.length,
        List.of(
            new Mapped(
                "image", List.copyOf(shape), pixels, Kind.UNSIGNED_BYTE, ByteOrder.BIG_ENDIAN),
            Stored.labels("label", labels, classes.stream().map(Pictures::name).toList())));
  }

  private static boolean isPicture(Path p) {
    return Files.isRegularFile(p)
        && name(p).toLowerCase(Locale.ROOT).matches(".*\\.(png|jpe?g|gif|bmp)");
  }

  private byte[] pixels(Path p) throws IOException {
    BufferedImage image;
    try {
      image = ImageIO.read(p.toFile());
    } catch (IOException | RuntimeException e) {
      throw new DataException(shown(p) + ": is damaged: " + e.getMessage(), e);
    }
    if (image == null) throw new DataException(shown(p) + ": is no PNG, JPEG, GIF or BMP");
    var raw = Raw.of(image, how.colour() ? 3 : 1);
    Raw fit = how.pixels().map(size -> raw.resized(size.rows(), size.columns())).orElse(raw);
    if (sides.length == 0) sides = new int[] {fit.rows(), fit.columns()};
    if (fit.rows() != sides[0] || fit.columns() != sides[1])
      throw new DataException(
          shown(p)
              + ": has "
              + fit.rows()
              + " × "
              + fit.columns()
              + " pixels, and those before "
              + sides[0]
              + " × "
              + sides[1]
              + ": bring all to one size, for example with --pixels "
              + sides[0]
              + "x"
              + sides[1]);
    return fit.bytes();
  }

  private static String shown(Path p) {
    return name(p.getParent()) + "/" + name(p);
  }

  /// Samples of a picture, row by row, the colours of a pixel together.
  record Raw(int rows, int columns, int bands, float[] samples) {
    static Raw of(BufferedImage image, int bands) {
      int rows = image.getHeight();
      int columns = image.getWidth();
      float[] all = new float[rows * columns * bands];
      var raster = image.getRaster();
      boolean grey =
          raster.getNumBands() == 1 && image.getColorModel().getNumColorComponents() == 1;
      // As stored: asked for colours, Java would brighten a grey picture.
      double scale = 255.0 / ((1 << image.getColorModel().getComponentSize(0)) - 1);
      for (int y = 0; y < rows; y++)
        for (int x = 0; x < columns; x++) {
          int at = (y * columns + x) * bands;
          if (grey) {
            for (int k = 0; k < bands; k++)
              all[at + k] = (float) (raster.getSample(x, y, 0) * scale);
          } else colours(image.getRGB(x, y), all, at, bands);
        }
      return new Raw(rows, columns, bands, all);
    }

    /// Grey as BT.601 weighs the colours, as Pillow does.
    private static void colours(int rgb, float[] into, int at, int bands) {
      int red = rgb >> 16 & 255;
      int green = rgb >> 8 & 255;
      int blue = rgb & 255;
      if (bands == 1) {
        into[at] = (float) (0.299 * red + 0.587 * green + 0.114 * blue);
        return;
      }
      into[at] = red;
      into[at + 1] = green;
      into[at + 2] = blue;
    }

    byte[] bytes() {
      byte[] all = new byte[samples.length];
      for (int q = 0; q < all.length; q++)
        all[q] = (byte) Math.clamp(Math.round(samples[q]), 0, 255);
      return all;
    }

    /// In another size: each new pixel is the mean of the area it covers.
    Raw resized(int toRows, int toColumns) {
      if (toRows == rows && toColumns == columns) return this;
      double[][] down = weights(rows, toRows);
      double[][] across = weights(columns, toColumns);
      float[] all = new float[toRows * toColumns * bands];
      for (int y = 0; y < toRows; y++)
        for (int x = 0; x < toColumns; x++)
          for (int k = 0; k < bands; k++)
            all[(y * toColumns + x) * bands + k] = (float) mean(down[y], across[x], k);
      return new Raw(toRows, toColumns, bands, all);
    }

    /// The first place, and the shares of it and those after it.
    private static double[][] weights(int from, int to) {
      double step = (double) from / to;
      double[][] all = new double[to][];
      for (int q = 0; q < to; q++) {
        double start = q * step;
        double end = Math.min(from, start + step);
        int first = (int) start;
        int last = Math.min(from, (int) Math.ceil(end - 1e-9));
        all[q] = new double[last - first + 1];
        all[q][0] = first;
        for (int k = first; k < last; k++)
          all[q][k - first + 1] = (Math.min(end, k + 1) - Math.max(start, k)) / step;
      }
      return all;
    }

    private double mean(double[] down, double[] across, int band) {
      double sum = 0;
      for (int y = 1; y < down.length; y++)
        for (int x = 1; x < across.length; x++) {
          int place = ((int) down[0] + y - 1) * columns + (int) across[0] + x - 1;
          sum += down[y] * across[x] * samples[place * bands + band];
        }
      return sum;
    }
  }
}
