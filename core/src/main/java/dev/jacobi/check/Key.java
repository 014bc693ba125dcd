package dev.jacobi.check;

import dev.jacobi.notation.Place;
import dev.jacobi.notation.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A key: the names that hold everywhere, then those of each section of a document. A section is
/// found by the path of its headings, `"Question 1.3 / (b)"`.
final class Key {
  /// A section: the parts of its path, and the text of its statements, each on the line it has in
  /// the key.
  record Section(List<String> path, String text) {}

  private final List<Section> sections = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final Map<List<String>, Setting> settings = new LinkedHashMap<>();

  private Key() {}

  static Key read(String text) {
    var key = new Key();
    String[] lines = text.split("\n", -1);
    int end = lines.length;
    int first = 0;
    while (first < end && !isSection(lines[first])) first++;
    String shared = kept(lines, 0, first, 0, 0);
    key.sections.add(new Section(List.of(), shared));
    for (int q = first; q < end; ) {
      int next = q + 1;
      while (next < end && !isSection(lines[next])) next++;
      key.section(lines, q, next, first);
      q = next;
    }
    for (Section s : key.sections) {
      boolean empty = s.text.isBlank();
      if (!empty) key.problems.addAll(key.setting(s.path).problems());
    }
    return key;
  }

  private static boolean isSection(String line) {
    String s = line.strip();
    return s.startsWith("section ") || s.startsWith("section\"");
  }

  private void section(String[] lines, int from, int to, int shared) {
    String line = lines[from];
    int open = line.indexOf('"');
    int close = line.lastIndexOf('"');
    if (open < 0 || close <= open) {
      problems.add(
          new Problem(
              new Place(from + 1, 1, line.length()),
              "a section's heading stands in quotes",
              "section \"Question 1\""));
      return;
    }
    List<String> path = new ArrayList<>();
    for (String part : line.substring(open + 1, close).split("/")) path.add(part.strip());
    sections.add(new Section(path, kept(lines, from + 1, to, 0, shared)));
  }

  /// The lines of two stretches; the others are left empty, so that places stay.
  private static String kept(String[] lines, int from, int to, int from2, int to2) {
    var text = new StringBuilder();
    for (int q = 0; q < Math.max(to, to2); q++) {
      boolean keep = q >= from && q < to || q >= from2 && q < to2;
      text.append(keep ? lines[q] : "").append('\n');
    }
    return text.toString();
  }

  List<Problem> problems() {
    return problems;
  }

  List<Section> sections() {
    return sections;
  }

  /// The names of a section; made when they are first needed.
  Setting setting(List<String> path) {
    Setting s = settings.get(path);
    if (s == null) {
      String text =
          sections.stream().filter(x -> x.path.equals(path)).findFirst().orElseThrow().text;
      s = new Setting(text.isBlank() ? "# nothing\n" : text);
      settings.put(path, s);
    }
    return s;
  }
}
