package dev.jacobi.learn.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/// The 1,797 handwritten digits that come with Jacobi: `image`, 8 × 8 pixels from 0 to 16, and
/// `label`, the digit.
///
/// Source: E. Alpaydin, C. Kaynak, "Optical Recognition of Handwritten Digits", 1998, UCI Machine
/// Learning Repository, CC BY 4.0; `digits-source.txt` beside the file says more.
public final class Digits {
  private static final int PIXELS = 64;

  private Digits() {}

  public static Dataset read() {
    List<String> lines = lines();
    double[] pixels = new double[lines.size() * PIXELS];
    int[] labels = new int[lines.size()];
    for (int q = 0; q < labels.length; q++) {
      String[] cells = lines.get(q).split(",", -1);
      for (int k = 0; k < PIXELS; k++) pixels[q * PIXELS + k] = Double.parseDouble(cells[k]);
      labels[q] = Integer.parseInt(cells[PIXELS]);
    }
    List<String> classes = IntStream.range(0, 10).mapToObj(Integer::toString).toList();
    return new Dataset(
        "digits",
        labels.length,
        List.of(Stored.of("image", pixels, 8, 8), Stored.labels("label", labels, classes)));
  }

  private static List<String> lines() {
    try (var in = Digits.class.getResourceAsStream("digits.csv.gz");
        var text =
            new BufferedReader(
                new InputStreamReader(new GZIPInputStream(in), StandardCharsets.US_ASCII))) {
      return text.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
