package dev.jacobi.cli;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A notebook (`.ipynb`) as one Markdown text: its cells of Markdown, and its cells of code between
/// fences.
///
/// @param markdown the text, to be read like a `.md` file
/// @param origins for each line of it, where it stands in the notebook
record Notebook(String markdown, List<Origin> origins) {
  private static final int SHORTEST_FENCE = 3;

  Notebook {
    origins = List.copyOf(origins);
  }

  /// A cell and a line of it, from 1; the line is 0 for a fence or a gap that was put in.
  record Origin(int cell, int line) {}

  static boolean isOne(String name) {
    return name.toLowerCase(java.util.Locale.ROOT).endsWith(".ipynb");
  }

  /// - error: [InputException] for what is no JSON or has no cells
  static Notebook read(Source source) {
    try {
      JsonNode cells = cells(JsonMapper.shared().readTree(source.text()));
      if (!cells.isArray()) {
        throw new InputException(source.name() + ": not a notebook (it has no cells)");
      }
      return new Unpacking().all(cells);
    } catch (JacksonException e) {
      var at = e.getLocation();
      var place = at == null ? "" : ":" + at.getLineNr() + ":" + at.getColumnNr();
      throw new InputException(source.name() + place + ": not a notebook (it is no JSON)");
    }
  }

  /// Before version 4 the cells stood in worksheets.
  private static JsonNode cells(JsonNode root) {
    return root.path("worksheets").isArray()
        ? root.path("worksheets").path(0).path("cells")
        : root.path("cells");
  }

  /// Where a line of the Markdown text, from 1, stands in the notebook.
  Origin origin(int line) {
    return line >= 1 && line <= origins.size() ? origins.get(line - 1) : new Origin(0, 0);
  }

  private static final class Unpacking {
    private final StringBuilder out = new StringBuilder();
    private final List<Origin> origins = new ArrayList<>();

    Notebook all(JsonNode cells) {
      int number = 0;
      for (var cell : cells) {
        number++;
        switch (cell.path("cell_type").asString("")) {
          case "markdown" -> lines(source(cell), number);
          case "heading" -> lines("# " + source(cell), number);
          case "code" -> code(source(cell), number);
          default -> {
            continue;
          }
        }
        line("", new Origin(number, 0));
      }
      return new Notebook(out.toString(), origins);
    }

    /// A text, or a list of lines that have their ends.
    private static String source(JsonNode cell) {
      var source = cell.has("source") ? cell.path("source") : cell.path("input");
      if (!source.isArray()) {
        return source.asString("");
      }
      var text = new StringBuilder();
      for (var line : source) {
        text.append(line.asString(""));
      }
      return text.toString();
    }

    private void code(String text, int cell) {
      var fence = "`".repeat(Math.max(SHORTEST_FENCE, longestRun(text) + 1));
      line(fence + "python", new Origin(cell, 0));
      lines(text, cell);
      line(fence, new Origin(cell, 0));
    }

    private static int longestRun(String text) {
      int longest = 0;
      int run = 0;
      for (int i = 0; i < text.length(); i++) {
        run = text.charAt(i) == '`' ? run + 1 : 0;
        longest = Math.max(longest, run);
      }
      return longest;
    }

    private void lines(String text, int cell) {
      int number = 0;
      for (var line : text.split("\n", -1)) {
        line(line, new Origin(cell, ++number));
      }
    }

    private void line(String line, Origin origin) {
      out.append(line).append('\n');
      origins.add(origin);
    }
  }
}
