package dev.jacobi.check;

import dev.jacobi.expr.Extent;
import dev.jacobi.notation.Place;
import dev.jacobi.notation.Problem;
import dev.jacobi.notation.Syntax;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A key: the names that hold everywhere, then those of each section of a document. A section is
/// found by the path of its headings, `"Question 1.3 / (b)"`.
final class Key {
  /// A section: the parts of its path, and the text of its statements, each on the line it has in
  /// the key.
  record Section(List<String> path, String text) {}

  private final List<Section> sections = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final Map<List<String>, Setting> settings = new LinkedHashMap<>();

  /// It stands in the document itself, on the same lines.
  private boolean inDocument;

  private Key() {}

  static Key inDocument(String text) {
    Key key = read(text);
    key.inDocument = true;
    return key;
  }

  boolean isInDocument() {
    return inDocument;
  }

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
      boolean empty = s.text.lines().allMatch(l -> l.isBlank() || l.strip().startsWith("#"));
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

  /// The names of a section where two of them are equal: their axes run over the same extents, and
  /// the one is defined by the other. Empty where it makes no sense.
  Optional<Setting> setting(List<String> path, Syntax.Compare equality) {
    if (!(equality.left() instanceof Syntax.Name a) || !(equality.right() instanceof Syntax.Name b))
      return Optional.empty();
    List<String> own = new ArrayList<>(path);
    own.add(a.text() + " = " + b.text());
    Setting known = settings.get(own);
    if (known != null) return Optional.of(known);
    var model = setting(path).model;
    if (!model.knows(a.text()) || !model.knows(b.text())) return Optional.empty();
    List<Extent> left = model.shape(a.text());
    List<Extent> right = model.shape(b.text());
    if (left.size() != right.size()) return Optional.empty();
    String text = text(path);
    for (int q = 0; q < left.size(); q++)
      text = Words.replaced(text, right.get(q).toString(), left.get(q).toString());
    // b = c, then a = b: what the first made one, the second must make one too
    for (int q = 0; q < left.size(); q++)
      text = Words.replaced(text, left.get(q).toString(), left.get(0).toString());
    Setting s = new Setting(text + "\n" + b.text() + " = " + a.text() + "\n");
    if (!s.problems().isEmpty()) return Optional.empty();
    settings.put(own, s);
    return Optional.of(s);
  }

  /// A section whose names serve no cost: with one of which nothing is known, of the last of them.
  Optional<Setting> withCost(List<String> path) {
    Setting plain = setting(path);
    if (plain.cost().isPresent()) return Optional.of(plain);
    List<String> own = new ArrayList<>(path);
    own.add("loss");
    Setting known = settings.get(own);
    if (known != null) return Optional.of(known);
    Optional<String> last = new CodeNames(plain).output();
    boolean taken = plain.knows("Loss") || plain.isFunction("Loss") || plain.isExtent("Loss");
    if (last.isEmpty() || taken) return Optional.empty();
    String y = last.get();
    Setting s = new Setting(text(path) + "\nLoss(" + y + ") in R\n");
    if (!s.problems().isEmpty()) return Optional.empty();
    settings.put(own, s);
    return Optional.of(s);
  }

  private String text(List<String> path) {
    return sections.stream().filter(x -> x.path.equals(path)).findFirst().orElseThrow().text;
  }

  /// The names of a section; made when they are first needed.
  Setting setting(List<String> path) {
    Setting s = settings.get(path);
    if (s == null) {
      String text = text(path);
      s = new Setting(text.isBlank() ? "# nothing\n" : text);
      settings.put(path, s);
    }
    return s;
  }
}
