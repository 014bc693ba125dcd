package dev.jacobi.notation;

import java.util.Arrays;

/// Lines and columns of the offsets of a text.
final class LatexPlaces {
  private final String text;
  private final int[] starts;

  LatexPlaces(String text) {
    this.text = text;
    int[] found = new int[16];
    int lines = 1;
    for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
      if (lines == found.length) {
        found = Arrays.copyOf(found, 2 * lines);
      }
      found[lines++] = i + 1;
    }
    this.starts = Arrays.copyOf(found, lines);
  }

  /// A stretch on one line; of a longer one, what stands on its first.
  Place of(int from, int to) {
    int found = Arrays.binarySearch(starts, from);
    int line = found >= 0 ? found : -found - 2;
    int next = line + 1 < starts.length ? starts[line + 1] - 1 : text.length();
    int end = Math.max(from, Math.min(to, next));
    return new Place(line + 1, from - starts[line] + 1, end - from);
  }

  String text(int from, int to) {
    return text.substring(Math.min(from, text.length()), Math.min(to, text.length()));
  }
}
