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
    if (heading || text.strip().split("\\s+").length <= FEW_WORDS) stands(text);
    else item(text);
  }

  /// A line that begins with a label, `(b)` or `Question 2`, begins what the label names, however
  /// long it is and whatever stands in it.
  void item(String line) {
    String s = line.strip();
    for (Key.Section section : key.sections())
      for (String name : section.path())
        if (isLabel(name)
            && s.regionMatches(true, 0, name, 0, name.length())
            && contains(s, name)) {
          stands(s.substring(0, name.length()));
          return;
        }
  }

  /// `(b)`, `2.1`, `Question 3`: a number or a letter tells it from its neighbours.
  private static boolean isLabel(String name) {
    char last = name.charAt(name.length() - 1);
    return last == ')' || last == '.' || Character.isDigit(last);
  }

  private void stands(String text) {
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
