package dev.jacobi.learn.report;

import dev.jacobi.learn.Written;
import dev.jacobi.print.report.SvgPen;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/// Curves over epochs as a drawing, upwards from 0 or in powers of ten.
final class Chart {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 300;
  private static final int LEFT = 60;
  private static final int RIGHT = 110;
  private static final int TOP = 20;
  private static final int BOTTOM = 40;
  private static final int COLOURS = 6;
  private static final int APART = 15; // names of curves, in pixels

  private final StringBuilder s = new StringBuilder();
  private final SvgPen pen = new SvgPen(s);
  private final boolean powers;
  private final int epochs;
  private final double tick; // between two lines
  private final double low;
  private final double high;

  /// One value for each epoch from the first; NaN where there is none.
  record Curve(String name, List<Double> values) {}

  private Chart(boolean powers, List<Curve> curves) {
    this.powers = powers;
    this.epochs = curves.stream().mapToInt(c -> c.values.size()).max().orElse(1);
    double least = values(curves).min().orElse(0);
    double most = values(curves).max().orElse(1);
    this.tick = powers ? 1 : tick((most - least) / 4);
    this.low = Math.floor(least / tick) * tick;
    double top = Math.ceil(most / tick) * tick;
    this.high = top > low ? top : low + tick;
  }

  /// 1, 2 or 5 times a power of ten, at least so much.
  private static double tick(double least) {
    if (!(least > 0)) return 1;
    double power = Math.pow(10, Math.floor(Math.log10(least)));
    for (int m : new int[] {1, 2, 5}) if (m * power >= least) return m * power;
    return 10 * power;
  }

  private DoubleStream values(List<Curve> curves) {
    return curves.stream()
        .flatMap(c -> c.values.stream())
        .mapToDouble(this::height)
        .filter(Double::isFinite);
  }

  private double height(double v) {
    return powers ? Math.log10(v) : v;
  }

  /// - `powers`: whether upwards are powers of ten
  static String of(String title, boolean powers, List<Curve> curves) {
    List<Curve> shown = new ArrayList<>();
    for (Curve c : curves) if (c.values.stream().anyMatch(v -> Double.isFinite(v))) shown.add(c);
    return new Chart(powers, shown).drawn(title, shown);
  }

  private String drawn(String title, List<Curve> curves) {
    s.append("<svg viewBox=\"0 0 ").append(WIDTH).append(' ').append(HEIGHT);
    s.append("\" class=\"chart\" role=\"img\"><title>").append(Html.escape(title));
    s.append("</title>\n");
    grid();
    for (int k = 0; k <= 4; k++) {
      double at = 1 + Math.rint((epochs - 1) * k / 4.0);
      if (k == 0 || epochs > 4) pen.text("", x(at), HEIGHT - BOTTOM + 18, "middle", "" + (int) at);
    }
    pen.text("", (LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 4, "middle", "epoch");
    List<Double> taken = new ArrayList<>();
    for (int q = 0; q < curves.size(); q++) curve(curves.get(q), q, taken);
    return s.append("</svg>\n").toString();
  }

  private void grid() {
    int steps = (int) Math.rint((high - low) / tick);
    int every = Math.max(1, (steps + 5) / 6);
    for (int k = 0; k <= steps; k += every) {
      double h = low + tick * k;
      pen.line(LEFT, y(h), WIDTH - RIGHT, y(h));
      pen.text("", LEFT - 8, y(h) + 4, "end", powers ? power(h) : decimal(h));
    }
  }

  private static String power(double h) {
    return Written.number(Double.parseDouble("1e" + (int) h));
  }

  /// With as many decimals as a tick has.
  private String decimal(double h) {
    int decimals = (int) Math.max(0, -Math.floor(Math.log10(tick) + 1e-9));
    return String.format(Locale.ROOT, "%." + decimals + "f", h);
  }

  private void curve(Curve c, int number, List<Double> taken) {
    List<SvgPen.Place> places = new ArrayList<>();
    double end = Double.NaN;
    for (int q = 0; q < c.values.size(); q++) {
      double h = height(c.values.get(q));
      places.add(new SvgPen.Place(x(q + 1), y(h)));
      if (Double.isFinite(h)) end = y(h);
    }
    String kind = "c" + number % COLOURS;
    pen.curve(kind, places);
    if (places.size() == 1) point(kind, end); // which no line goes through
    double at = end;
    while (near(taken, at)) at += 1; // names do not cover each other
    taken.add(at);
    pen.text(kind, WIDTH - RIGHT + 8, at + 4, "start", c.name);
  }

  private void point(String kind, double at) {
    s.append("<circle class=\"curve ").append(kind).append("\" cx=\"").append(LEFT);
    s.append(String.format(Locale.ROOT, "\" cy=\"%.1f\" r=\"3\"/>\n", at));
  }

  private static boolean near(List<Double> taken, double at) {
    return taken.stream().anyMatch(t -> Math.abs(t - at) < APART);
  }

  private double x(double epoch) {
    return epochs == 1 ? LEFT : LEFT + (WIDTH - LEFT - RIGHT) * (epoch - 1) / (epochs - 1);
  }

  private double y(double h) {
    return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * (h - low) / (high - low);
  }
}
