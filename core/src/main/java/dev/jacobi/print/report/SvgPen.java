package dev.jacobi.print.report;

import java.util.List;
import java.util.Locale;

/// Draws the parts that charts are made of: lines of the grid, words, curves. The classes `grid`
/// and `curve`, and those given, say in a style sheet how they look.
public final class SvgPen {
  private final StringBuilder s;

  /// A place on the drawing, in its units; NaN where there is none.
  public record Place(double x, double y) {
    boolean isThere() {
      return Double.isFinite(x) && Double.isFinite(y);
    }
  }

  /// Draws behind what is written already.
  public SvgPen(StringBuilder s) {
    this.s = s;
  }

  public void line(double x1, double y1, double x2, double y2) {
    s.append("<line class=\"grid\" x1=\"").append(place(x1)).append("\" y1=\"").append(place(y1));
    s.append("\" x2=\"").append(place(x2)).append("\" y2=\"").append(place(y2)).append("\"/>\n");
  }

  /// - `anchor`: `start`, `middle` or `end`
  public void text(String kind, double x, double y, String anchor, String text) {
    s.append("<text class=\"").append(kind).append("\" x=\"").append(place(x)).append("\" y=\"");
    s.append(place(y)).append("\" text-anchor=\"").append(anchor).append("\">");
    s.append(Mathml.escape(text)).append("</text>\n");
  }

  /// From place to place, lifted where there is none.
  public void curve(String kind, List<Place> places) {
    s.append("<path class=\"curve ").append(kind).append("\" d=\"");
    boolean down = false;
    for (Place p : places) {
      if (p.isThere()) s.append(down ? "L" : "M").append(place(p.x)).append(' ').append(place(p.y));
      down = p.isThere();
    }
    s.append("\"/>\n");
  }

  private static String place(double v) {
    return String.format(Locale.ROOT, "%.1f", v);
  }
}
