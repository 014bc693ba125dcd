package dev.jacobi.document;

import dev.jacobi.document.Document.Part;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The way in: a file becomes a [Document], by its ending or, where that says nothing, by its look.
public final class Documents {
  private Documents() {}

  /// The kinds of files.
  private enum Kind {
    MARKDOWN,
    PLAIN,
    TEX,
    PYTHON,
    NOTEBOOK
  }

  private static final Map<String, Kind> ENDINGS =
      Map.ofEntries(
          Map.entry("md", Kind.MARKDOWN),
          Map.entry("markdown", Kind.MARKDOWN),
          Map.entry("mkd", Kind.MARKDOWN),
          Map.entry("rmd", Kind.MARKDOWN),
          Map.entry("qmd", Kind.MARKDOWN),
          Map.entry("tex", Kind.TEX),
          Map.entry("ltx", Kind.TEX),
          Map.entry("latex", Kind.TEX),
          Map.entry("py", Kind.PYTHON),
          Map.entry("ipynb", Kind.NOTEBOOK));

  /// What only a LaTeX file contains.
  private static final List<String> SIGNS_OF_TEX =
      List.of("\\documentclass", "\\begin{document}", "\\usepackage{", "\\section{", "\\section*{");

  /// Reads a file's bytes: UTF-8, UTF-16 with its mark, or else Windows' Latin.
  ///
  /// - error: [DocumentException] for what is no text, and for a notebook, which is JSON and has to
  ///   be unpacked into Markdown first
  public static Document read(String name, byte[] bytes) {
    return read(name, Decoding.decode(name, bytes));
  }

  /// Reads a text. Offsets and lines of the document are those of this text.
  public static Document read(String name, String text) {
    return switch (kind(name, text)) {
      case MARKDOWN -> new MarkdownReader(name, text, true).read();
      case PLAIN -> new MarkdownReader(name, text, false).read();
      case TEX -> new TexReader(name, text).read();
      case PYTHON -> new Document(name, text, List.of(new Part.Code("python", text, 0)), Map.of());
      case NOTEBOOK ->
          throw new DocumentException(name, "a notebook is JSON; its cells have to be taken out");
    };
  }

  private static Kind kind(String name, String text) {
    int dot = name.lastIndexOf('.');
    Kind known = ENDINGS.get(name.substring(dot + 1).toLowerCase(Locale.ROOT));
    if (dot >= 0 && known != null) {
      return known;
    }
    return SIGNS_OF_TEX.stream().anyMatch(text::contains) ? Kind.TEX : Kind.PLAIN;
  }
}
