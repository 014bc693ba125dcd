package dev.jacobi.check.report;

import dev.jacobi.print.report.MarkdownReport;
import dev.jacobi.print.report.Paint;
import java.util.ArrayList;
import java.util.List;

/// Rows of cells under a head. All columns but the first and the last hold numbers.
record Table(String title, List<String> head, List<List<String>> rows) {

  /// In columns, for a terminal.
  String text(Paint paint) {
    List<Integer> widths = new ArrayList<>();
    for (int c = 0; c < head.size(); c++) widths.add(width(c));
    var out = new StringBuilder(paint.heading(title)).append("\n\n");
    out.append(paint.faint(line(head, widths))).append('\n');
    for (var row : rows) out.append(line(row, widths)).append('\n');
    return out.toString();
  }

  private int width(int column) {
    int width = length(head.get(column));
    for (var row : rows) width = Math.max(width, length(row.get(column)));
    return width;
  }

  private static String line(List<String> cells, List<Integer> widths) {
    var line = new StringBuilder(" ");
    for (int c = 0; c < cells.size(); c++) {
      String room = " ".repeat(widths.get(c) - length(cells.get(c)));
      line.append(' ').append(isWords(c, cells.size()) ? cells.get(c) + room : room + cells.get(c));
      line.append(' ');
    }
    return line.toString().stripTrailing();
  }

  String markdown() {
    var out = new StringBuilder("## " + title + "\n\n");
    row(out, head);
    for (int c = 0; c < head.size(); c++)
      out.append(isWords(c, head.size()) ? "| --- " : "| ---: ");
    out.append("|\n");
    for (var row : rows) row(out, row);
    return out.toString();
  }

  private static void row(StringBuilder out, List<String> cells) {
    for (String c : cells) out.append("| ").append(MarkdownReport.words(c)).append(' ');
    out.append("|\n");
  }

  private static boolean isWords(int column, int columns) {
    return column == 0 || column == columns - 1;
  }

  private static int length(String s) {
    return s.codePointCount(0, s.length());
  }
}
