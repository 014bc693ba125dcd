package dev.jacobi.check.report;

import dev.jacobi.check.Relation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A text cut into lines, and each line into stretches: of one relation, or of none.
///
/// Relations may go over several lines. Where two overlap, the shorter is shown.
final class Layers {
  /// A stretch of a line; `relation` is its number, or -1; `ends` says whether that ends here.
  record Stretch(String text, int relation, boolean ends) {}

  /// A line, and the numbers of the relations that start in it.
  record Line(List<Stretch> stretches, List<Integer> starting) {}

  private final String text;
  private final List<Relation> relations;
  private final List<Integer> starts = new ArrayList<>();

  private Layers(String text, List<Relation> relations) {
    this.text = text;
    this.relations = relations;
    starts.add(0);
    for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) starts.add(i + 1);
  }

  static List<Line> of(String text, List<Relation> relations) {
    return new Layers(text, relations).lines();
  }

  private List<Line> lines() {
    int[] owner = owners();
    List<Line> lines = new ArrayList<>();
    for (int n = 0; n < starts.size(); n++) {
      int from = starts.get(n);
      int to = n + 1 < starts.size() ? starts.get(n + 1) - 1 : text.length();
      if (from < text.length()) lines.add(new Line(stretches(owner, from, to), new ArrayList<>()));
    }
    for (int q = 0; q < relations.size(); q++) {
      int line = relations.get(q).place().line();
      if (line >= 1 && line <= lines.size()) lines.get(line - 1).starting().add(q);
    }
    return lines;
  }

  /// For each character the number of its relation, plus one.
  private int[] owners() {
    int[] owner = new int[text.length()];
    List<Integer> longestFirst = new ArrayList<>();
    for (int q = 0; q < relations.size(); q++) longestFirst.add(q);
    longestFirst.sort(Comparator.comparingInt(q -> -relations.get(q).written().length()));
    for (int q : longestFirst) {
      int from = start(relations.get(q));
      if (from < 0) continue;
      int to = Math.min(text.length(), from + length(relations.get(q), from));
      for (int i = from; i < to; i++) owner[i] = q + 1;
    }
    return owner;
  }

  private int start(Relation r) {
    int line = r.place().line();
    if (line < 1 || line > starts.size()) return -1;
    int at = starts.get(line - 1);
    for (int column = 1; column < r.place().column() && at < text.length(); column++) {
      if (text.charAt(at) == '\n') return -1;
      at += Character.charCount(text.codePointAt(at));
    }
    return at;
  }

  /// All that was written, if the text has it there; else as far as the place goes.
  private int length(Relation r, int from) {
    return text.startsWith(r.written(), from) ? r.written().length() : r.place().length();
  }

  private List<Stretch> stretches(int[] owner, int from, int to) {
    List<Stretch> stretches = new ArrayList<>();
    for (int i = from; i < to; ) {
      int end = i;
      while (end < to && owner[end] == owner[i]) end++;
      boolean ends = end == owner.length || end < to || owner[end] != owner[i];
      stretches.add(new Stretch(text.substring(i, end).replace("\r", ""), owner[i] - 1, ends));
      i = end;
    }
    return stretches;
  }
}
