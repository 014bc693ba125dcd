package dev.jacobi.print.report;

import java.util.List;
import java.util.function.IntToDoubleFunction;

/// Computed arrays as plain text for a terminal: names and equals signs aligned, small arrays
/// whole, large ones by their ends, each with its shape.
public final class ValuesText {
  private ValuesText() {}

  /// A name and its numbers, by their places, the last axis fastest.
  public record Named(String name, List<Integer> sides, IntToDoubleFunction at) {
    public Named {
      sides = List.copyOf(sides);
    }

    private String shape() {
      return sides.isEmpty() ? "R" : "R" + sides;
    }
  }

  public static String of(String file, List<Named> values, boolean ascii, Paint paint) {
    var draft = new Columns(paint, 0);
    write(draft, file, values, ascii);
    var columns = new Columns(paint, draft.noteColumn());
    write(columns, file, values, ascii);
    return columns.text();
  }

  private static void write(Columns columns, String file, List<Named> values, boolean ascii) {
    columns.title(Words.title(file));
    columns.blank();
    String label = "Values";
    for (Named v : values) {
      boolean first = true;
      for (String line : ArrayText.ends(v.sides, v.at, ascii ? "..." : "…")) {
        if (first) columns.equation(label, v.name, line, v.shape(), false);
        else columns.more(line);
        first = false;
        label = "";
      }
    }
  }
}
