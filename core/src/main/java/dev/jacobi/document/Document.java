package dev.jacobi.document;

import dev.jacobi.notation.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A file, cut into its parts in the order of the text.
///
/// - `macros`: what the author defined, by name with its backslash (`\R`)
/// - `text`: the file as it was decoded; offsets of parts count its characters
public record Document(String name, String text, List<Part> parts, Map<String, Macro> macros) {
  public Document {
    parts = List.copyOf(parts);
    macros = Map.copyOf(macros);
  }

  /// `\newcommand{\v}[1]{\mathbf{#1}}`: how many arguments it takes, and its body. With `optional`,
  /// the first of them may be left out or stands in square brackets: `\newcommand{\v}[1][x]{…}`.
  public record Macro(int arguments, Optional<String> optional, String body) {
    public Macro(int arguments, String body) {
      this(arguments, Optional.empty(), body);
    }
  }

  /// One part; `from` is where its content begins in the text.
  public sealed interface Part {
    int from();

    /// A heading, of whatever level the author gave it. A line that stands as a heading without
    /// being marked as one is [Prose].
    record Heading(int level, String title, int from) implements Part {}

    /// A line of running text, without its mathematics: the words before, between and after
    /// formulas are parts of their own, in their order. `bullet` when it begins a list item, whose
    /// mark it leaves out; a bullet before a formula is an empty line.
    record Prose(String line, boolean bullet, int from) implements Part {}

    /// What stands between dollar signs or in a math environment, without these. `environment` is
    /// the outer one (`align*`), or empty.
    record Math(String tex, boolean display, String environment, int from) implements Part {}

    /// A fenced or verbatim block; the language may be empty.
    record Code(String language, String code, int from) implements Part {}
  }

  /// Where an offset of the text stands, counted from 1.
  public Place place(int offset, int length) {
    int end = Math.min(offset, text.length());
    int line = 1;
    int start = 0;
    for (int q = text.indexOf('\n'); q >= 0 && q < end; q = text.indexOf('\n', q + 1)) {
      line++;
      start = q + 1;
    }
    return new Place(line, end - start + 1, length);
  }
}
