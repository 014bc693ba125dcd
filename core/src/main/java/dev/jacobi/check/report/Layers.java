package dev.jacobi.check.report;

import dev.jacobi.check.Relation;
import dev.jacobi.notation.Offsets;
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
  private final Offsets offsets;

  private Layers(String text, List<Relation> relations) {
    this.text = text;
    this.relations = relations;
    this.offsets = new Offsets(text);
  }

  static List<Line> of(String text, List<Relation> relations) {
    return new Layers(text, relations).lines();
  }

  private List<Line> lines() {
    int[] owner = owners();
    List<Line> lines = new ArrayList<>();
    for (int n = 1; n <= offsets.lines(); n++) {
      int from = offsets.start(n);
      if (from < text.length())
        lines.add(new Line(stretches(owner, from, offsets.end(n)), new ArrayList<>()));
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
    int[] start = relations.stream().mapToInt(this::start).toArray();
    List<Integer> longestFirst = new ArrayList<>();
    for (int q = 0; q < relations.size(); q++) longestFirst.add(q);
    longestFirst.sort(Comparator.comparingInt(q -> -relations.get(q).written().length()));
    for (int q : longestFirst) {
      if (start[q] < 0) continue;
      int to = Math.min(text.length(), start[q] + length(relations.get(q), start[q]));
      for (int i = start[q]; i < to; i++) owner[i] = q + 1;
    }
    return owner;
  }

  private int start(Relation r) {
    int line = r.place().line();
    boolean isThere = line >= 1 && line <= offsets.lines();
    return isThere ? offsets.of(line, Math.max(1, r.place().column())) : -1;
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
      stretches.add(new Stretch(text.substring(i, end), owner[i] - 1, ends));
      i = end;
    }
    return stretches;
  }
}
