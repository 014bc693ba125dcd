package dev.jacobi.print.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/// Arrays as the language writes them, in aligned lines: `2`, `[1; 2]`, or a matrix with one row a
/// line; of more axes, one page after another. Lines after the first start with a space.
final class ArrayText {
  private static final int WIDTH = 72;

  /// Above so many numbers, only the ends of each long axis are shown.
  private static final int MANY = 200;

  private static final int LONG = 8;
  private static final int END = 3;

  private final IntToDoubleFunction at;
  private final boolean cuts;
  private final String dots;

  private ArrayText(IntToDoubleFunction at, boolean cuts, String dots) {
    this.at = at;
    this.cuts = cuts;
    this.dots = dots;
  }

  /// Every number.
  static List<String> whole(List<Integer> sides, IntToDoubleFunction at) {
    return new ArrayText(at, false, "").lines(sides, 0);
  }

  /// Large arrays by their ends, with `dots` for what is left out.
  static List<String> ends(List<Integer> sides, IntToDoubleFunction at, String dots) {
    long n = 1;
    for (int s : sides) n *= s;
    return new ArrayText(at, n > MANY, dots).lines(sides, 0);
  }

  private List<String> lines(List<Integer> sides, int from) {
    return switch (sides.size()) {
      case 0 -> List.of(TraceText.number(at.applyAsDouble(from)));
      case 1 -> vector(sides.get(0), from);
      case 2 -> matrix(sides.get(0), sides.get(1), from);
      default -> pages(sides, from);
    };
  }

  /// The places of an axis that are shown; -1 stands for those between.
  private List<Integer> places(int side) {
    List<Integer> all = new ArrayList<>();
    boolean cut = cuts && side > LONG;
    for (int q = 0; q < (cut ? END : side); q++) all.add(q);
    if (cut) all.add(-1);
    for (int q = side - END; cut && q < side; q++) all.add(q);
    return all;
  }

  private String text(int from, int place) {
    return place < 0 ? dots : TraceText.number(at.applyAsDouble(from + place));
  }

  private List<String> vector(int side, int from) {
    List<String> lines = new ArrayList<>();
    var line = new StringBuilder("[");
    for (int place : places(side)) {
      String s = text(from, place);
      if (line.length() + s.length() > WIDTH) {
        lines.add(line.toString().stripTrailing());
        line = new StringBuilder(" ");
      }
      line.append(s).append("; ");
    }
    if (line.length() > 2) line.setLength(line.length() - 2);
    lines.add(line.append(']').toString());
    return lines;
  }

  private List<String> matrix(int rows, int side, int from) {
    List<List<String>> texts = new ArrayList<>();
    int widest = 0;
    for (int i : places(rows)) {
      List<String> row = new ArrayList<>();
      for (int j : places(side)) row.add(i < 0 ? dots : text(from + i * side, j));
      for (String s : row) widest = Math.max(widest, s.length());
      texts.add(row);
    }
    List<String> lines = new ArrayList<>();
    for (List<String> row : texts) {
      var s = new StringBuilder(lines.isEmpty() ? "[" : " ");
      for (int j = 0; j < row.size(); j++)
        s.append(j == 0 ? "" : ", ").repeat(' ', widest - row.get(j).length()).append(row.get(j));
      lines.add(s.append(lines.size() == texts.size() - 1 ? "]" : ";").toString());
    }
    return lines.isEmpty() ? List.of("[]") : lines;
  }

  private List<String> pages(List<Integer> sides, int from) {
    List<Integer> inner = sides.subList(1, sides.size());
    int size = 1;
    for (int s : inner) size *= s;
    List<String> all = new ArrayList<>();
    for (int p : places(sides.get(0)))
      for (String line : p < 0 ? List.of(dots) : lines(inner, from + p * size))
        all.add(all.isEmpty() || line.startsWith(" ") ? line : " " + line);
    return all;
  }
}
