package dev.jacobi.print.report;

import java.util.ArrayList;
import java.util.List;

/// Curves over a number of steps as a drawing, powers of ten upwards. What is not above zero has no
/// place there and is left out.
public final class CurveSvg {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 400;
  private static final int LEFT = 70;
  private static final int RIGHT = 20;
  private static final int TOP = 50;
  private static final int BOTTOM = 45;
  private static final String STYLE =
      """
      <style>
      :root { color-scheme: light dark; }
      text { font: 13px Georgia, serif; fill: #1c1b19; }
      .grid { stroke: #d9d5cb; } .curve { fill: none; stroke-width: 2; }
      .c0 { stroke: #6a8fb5; } .c1 { stroke: #c79a3f; }
      text.c0 { stroke: none; fill: #4a6f95; } text.c1 { stroke: none; fill: #97701f; }
      @media (prefers-color-scheme: dark) { text { fill: #e7e4dc; } .grid { stroke: #3a3a3e; } }
      </style>
      """;

  private final StringBuilder s = new StringBuilder();
  private final SvgPen pen = new SvgPen(s);
  private final List<Curve> curves;
  private final int steps;
  private int low = Integer.MAX_VALUE;
  private int high = Integer.MIN_VALUE;

  /// One value for each step from 0.
  public record Curve(String name, List<Double> values) {
    public Curve {
      values = List.copyOf(values);
    }
  }

  private CurveSvg(List<Curve> curves) {
    this.curves = curves;
    int most = 1;
    for (Curve c : curves) {
      most = Math.max(most, c.values.size() - 1);
      for (double v : c.values)
        if (isDrawn(v)) {
          low = Math.min(low, (int) Math.floor(Math.log10(v)));
          high = Math.max(high, (int) Math.ceil(Math.log10(v)));
        }
    }
    if (low > high) {
      low = 0;
      high = 1;
    }
    if (low == high) high++;
    this.steps = most;
  }

  public static String of(String title, List<Curve> curves) {
    return new CurveSvg(List.copyOf(curves)).drawn(title);
  }

  private static boolean isDrawn(double v) {
    return v > 0 && Double.isFinite(v);
  }

  private String drawn(String title) {
    s.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ").append(WIDTH).append(' ');
    s.append(HEIGHT).append("\" width=\"").append(WIDTH).append("\" height=\"").append(HEIGHT);
    s.append("\" role=\"img\">\n<title>").append(Mathml.escape(title)).append("</title>\n");
    s.append(STYLE);
    int every = Math.max(1, (high - low) / 8);
    for (int e = low; e <= high; e += every) {
      double y = y(Math.pow(10, e));
      pen.line(LEFT, y, WIDTH - RIGHT, y);
      pen.text("", LEFT - 8, y + 4, "end", "1e" + e);
    }
    for (int k = 0; k <= 4; k++) {
      double at = Math.rint(steps * k / 4.0);
      pen.text("", x(at), HEIGHT - BOTTOM + 20, "middle", String.valueOf((int) at));
    }
    pen.text("", (LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 6, "middle", "iteration");
    for (int c = 0; c < curves.size(); c++) curve(curves.get(c), c);
    return s.append("</svg>\n").toString();
  }

  private void curve(Curve c, int number) {
    List<SvgPen.Place> places = new ArrayList<>();
    for (int q = 0; q < c.values.size(); q++) {
      double v = c.values.get(q);
      places.add(new SvgPen.Place(x(q), isDrawn(v) ? y(v) : Double.NaN));
    }
    pen.curve("c" + number % 2, places);
    pen.text("c" + number % 2, LEFT + 10 + 250 * number, TOP - 20, "start", c.name);
  }

  private double x(double step) {
    return LEFT + (WIDTH - LEFT - RIGHT) * step / steps;
  }

  private double y(double v) {
    double share = (Math.log10(v) - low) / (high - low);
    return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * share;
  }
}
