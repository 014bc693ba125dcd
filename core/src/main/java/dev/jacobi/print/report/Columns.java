package dev.jacobi.print.report;

import java.util.ArrayList;
import java.util.List;

/// Lines of text in columns: a label, `left = right` aligned at the equals signs, and a note at the
/// right. Sums that are too long go on over the next line, before an operator.
final class Columns {
  private static final int LABEL = 11;
  private static final int WIDTH = 96;
  private static final int GAP = 3;
  private static final int WIDEST_LEFT = 18;
  private static final int WIDEST_NOTE_COLUMN = 70;

  private final Paint paint;
  private final StringBuilder out = new StringBuilder();
  private final List<Row> block = new ArrayList<>();
  private int noteColumn;

  /// One line; `sign` joins its sides. `left` is empty where the line goes on from the one above.
  private record Row(
      String label, String left, String sign, String right, String note, boolean strong) {}

  /// Notes stand at `noteColumn` or, where a line is longer, right of it.
  Columns(Paint paint, int noteColumn) {
    this.paint = paint;
    this.noteColumn = noteColumn;
  }

  /// The column in which the notes of all that was written could have stood.
  int noteColumn() {
    flush();
    return noteColumn;
  }

  /// A line of its own.
  void title(String text) {
    flush();
    out.append(paint.strong(text)).append('\n');
  }

  void blank() {
    flush();
    if (!out.isEmpty() && !out.toString().endsWith("\n\n")) out.append('\n');
  }

  /// A line of words under a label.
  void words(String label, String text) {
    block.add(new Row(label, "", "", text, "", false));
  }

  void equation(String label, String left, String right, String note, boolean strong) {
    block.add(new Row(label, left, " = ", right, note, strong));
  }

  /// A line that goes on below the right side of the one before.
  void more(String right) {
    block.add(new Row("", "", "   ", right, "", false));
  }

  private void notesAfter(int width) {
    if (width <= WIDEST_NOTE_COLUMN) noteColumn = Math.max(noteColumn, width);
  }

  /// Writes what was collected; its equals signs are aligned.
  void flush() {
    int widest = 0;
    for (Row r : block) {
      int w = width(r.left);
      if (w <= WIDEST_LEFT) widest = Math.max(widest, w);
    }
    for (Row r : block)
      if (!r.sign.isEmpty() && !r.note.isEmpty())
        notesAfter(LABEL + Math.max(widest, width(r.left)) + 3 + width(r.right) + GAP);
    for (Row r : block) write(r, widest);
    block.clear();
  }

  private void write(Row r, int widest) {
    var line = new StringBuilder(paint.heading(r.label));
    line.repeat(' ', Math.max(1, LABEL - width(r.label)));
    int at = Math.max(LABEL, width(r.label) + 1);
    if (!r.sign.isEmpty()) {
      line.append(r.left).repeat(' ', Math.max(0, widest - width(r.left))).append(r.sign);
      at += Math.max(widest, width(r.left)) + r.sign.length();
    }
    List<String> parts = broken(r.right, WIDTH - at);
    line.append(r.strong ? paint.strong(parts.get(0)) : parts.get(0));
    int end = at + width(parts.get(0));
    boolean fits = end + GAP + width(r.note) <= WIDTH + 10;
    if (!r.note.isEmpty() && fits)
      line.repeat(' ', Math.max(GAP, noteColumn - end)).append(paint.faint(r.note));
    out.append(line).append('\n');
    if (!r.note.isEmpty() && !fits)
      out.repeat(' ', Math.max(at, noteColumn)).append(paint.faint(r.note)).append('\n');
    for (String part : parts.subList(1, parts.size()))
      out.repeat(' ', at).append(r.strong ? paint.strong(part) : part).append('\n');
  }

  /// A formula in pieces of at most `width` where it has signs outside brackets to break it at.
  static List<String> broken(String formula, int width) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    int breakAt = -1;
    int depth = 0;
    for (int q = 0; q < formula.length(); q++) {
      char c = formula.charAt(q);
      if (c == '(' || c == '[') depth++;
      if (c == ')' || c == ']') depth--;
      boolean sign = depth == 0 && q > start && isSign(formula, q);
      if (sign && breakAt > start && q - start > width) {
        parts.add(formula.substring(start, breakAt - 1));
        start = breakAt;
      }
      if (sign) breakAt = q;
    }
    if (breakAt > start && formula.length() - start > width) {
      parts.add(formula.substring(start, breakAt - 1));
      start = breakAt;
    }
    parts.add(formula.substring(start));
    return parts;
  }

  private static boolean isSign(String s, int q) {
    return (s.charAt(q) == '+' || s.charAt(q) == '-')
        && s.charAt(q - 1) == ' '
        && q + 1 < s.length()
        && s.charAt(q + 1) == ' ';
  }

  /// Characters as they stand on a terminal: accents stand on the letter before.
  static int width(String s) {
    int n = 0;
    for (int q = 0; q < s.length(); q += Character.charCount(s.codePointAt(q)))
      if (s.charAt(q) < 128 || Character.getType(s.codePointAt(q)) != Character.NON_SPACING_MARK)
        n++;
    return n;
  }

  String text() {
    flush();
    return out.toString();
  }
}
