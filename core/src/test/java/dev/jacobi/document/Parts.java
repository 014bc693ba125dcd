package dev.jacobi.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.document.Document.Part;
import java.util.ArrayList;
import java.util.List;

/// Parts of a document in short: `# title`, `words`, `* item`, `$tex$`, `$$tex$$`, `env{tex}`,
/// `lang: code`.
final class Parts {
  private Parts() {}

  static List<String> ofMarkdown(String text) {
    return of("a.md", text);
  }

  static List<String> ofTex(String text) {
    return of("a.tex", text);
  }

  static List<String> of(String name, String text) {
    Document document = Documents.read(name, text);
    checkOffsets(document);
    return document.parts().stream().map(Parts::shown).toList();
  }

  private static String shown(Part part) {
    return switch (part) {
      case Part.Heading(var level, var title, _) -> "#".repeat(level) + " " + title;
      case Part.Prose(var line, var bullet, _) -> (bullet ? "* " : "") + line;
      case Part.Math(var tex, _, var e, _) when !e.isEmpty() -> e + "{" + tex + "}";
      case Part.Math(var tex, var display, _, _) -> display ? "$$" + tex + "$$" : "$" + tex + "$";
      case Part.Code(var language, var code, _) -> language + ": " + code;
    };
  }

  /// Every part stands where it says, and in the order of the text.
  static void checkOffsets(Document document) {
    String text = document.text();
    List<Integer> offsets = new ArrayList<>();
    for (Part part : document.parts()) {
      offsets.add(part.from());
      String content =
          switch (part) {
            case Part.Math m -> m.tex();
            case Part.Code c -> c.code();
            case Part.Prose _, Part.Heading _ -> "";
          };
      assertThat(text.startsWith(content, part.from())).as("%s", part).isTrue();
      assertThat(part.from()).isBetween(0, text.length());
    }
    assertThat(offsets).isSorted();
  }
}
