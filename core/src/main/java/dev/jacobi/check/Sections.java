package dev.jacobi.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where in a document each section of a key stands. Heading levels and numbering are not trusted:
/// a section begins at a heading or a short line that contains its text.
final class Sections {
  private static final int FEW_WORDS = 8;

  private final Key key;
  private List<String> current = List.of();

  Sections(Key key) {
    this.key = key;
  }

  /// The path of the section where the reader is.
  List<String> current() {
    return current;
  }

  /// Whether there is such a section: a path may be only a part of longer ones.
  Optional<List<String>> found() {
    return key.sections().stream().map(Key.Section::path).filter(current::equals).findFirst();
  }

  /// A heading, or a line of running text without mathematics.
  void line(String text, boolean heading) {
    if (!heading && text.strip().split("\\s+").length > FEW_WORDS) return;
    for (int level = current.size(); level >= 0; level--) {
      List<String> before = current.subList(0, level);
      for (String name : names(before)) {
        if (!contains(text, name)) continue;
        List<String> path = new ArrayList<>(before);
        path.add(name);
        enter(path, text);
        return;
      }
    }
  }

  /// A line may hold deeper names as well: "Question 1.3 (b)".
  private void enter(List<String> path, String text) {
    current = List.copyOf(path);
    for (String name : names(current)) {
      if (!contains(text, name)) continue;
      List<String> deeper = new ArrayList<>(path);
      deeper.add(name);
      current = List.copyOf(deeper);
      return;
    }
  }

  /// The names of the next level under a path, longest first: "Part (a)" before "(a)".
  private List<String> names(List<String> before) {
    List<String> names = new ArrayList<>();
    for (Key.Section s : key.sections())
      if (s.path().size() > before.size()
          && s.path().subList(0, before.size()).equals(before)
          && !names.contains(s.path().get(before.size()))) names.add(s.path().get(before.size()));
    names.sort((a, b) -> b.length() - a.length());
    return names;
  }

  /// As whole words, whatever the case.
  static boolean contains(String text, String name) {
    String t = text.toLowerCase(java.util.Locale.ROOT);
    String n = name.toLowerCase(java.util.Locale.ROOT);
    for (int at = t.indexOf(n); at >= 0; at = t.indexOf(n, at + 1)) {
      boolean begins = at == 0 || !isWord(t.charAt(at - 1)) || !isWord(n.charAt(0));
      int end = at + n.length();
      boolean ends =
          end == t.length() || !isWord(t.charAt(end)) || !isWord(n.charAt(n.length() - 1));
      if (begins && ends) return true;
    }
    return false;
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c);
  }
}
