package dev.jacobi.print.report;

import dev.jacobi.notation.TextSpelling;
import dev.jacobi.print.report.Traced.Numbers;
import dev.jacobi.print.report.Traced.Part;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/// Traced values as plain text for a terminal: each name, its formula, and its numbers to six
/// digits as the language writes arrays.
public final class TraceText {
  private static final MathContext DIGITS = new MathContext(6);

  private static final int WIDTH = 72;

  private final TextSpelling spelling;
  private final Columns columns;

  private TraceText(boolean ascii, Columns columns) {
    this.spelling = new TextSpelling(ascii);
    this.columns = columns;
  }

  public static String of(String file, List<Traced> values, boolean ascii, Paint paint) {
    var draft = new Columns(paint, 0);
    new TraceText(ascii, draft).write(file, values);
    var columns = new Columns(paint, draft.noteColumn());
    new TraceText(ascii, columns).write(file, values);
    return columns.text();
  }

  private void write(String file, List<Traced> values) {
    columns.title(Words.title(file));
    Part part = null;
    for (Traced v : values) {
      String label = v.part() == part ? "" : title(v.part());
      if (v.part() != part || part != Part.GIVEN) columns.blank();
      part = v.part();
      value(label, v);
    }
  }

  private static String title(Part part) {
    return switch (part) {
      case GIVEN -> "Given";
      case FORWARD -> "Forward";
      case BACKWARD -> "Backward";
      case RESULT -> "Results";
    };
  }

  private void value(String label, Traced v) {
    String left = spelling.spell(v.name());
    String shape = Shapes.of(v.shape());
    if (v.by().isPresent()) {
      columns.equation(label, left, spelling.spell(v.by().get()), shape, false);
      label = "";
      left = "";
      shape = "";
    }
    for (String line : lines(v.value())) {
      if (line.startsWith(" ")) columns.more(line);
      else columns.equation(label, left, line, shape, v.part() == Part.RESULT);
      label = "";
      left = "";
      shape = "";
    }
  }

  /// `2`, `[1; 2]`, or a matrix with one row a line; of more axes, one page after another.
  private static List<String> lines(Numbers n) {
    return switch (n.sizes().size()) {
      case 0 -> List.of(number(n.all().get(0)));
      case 1 -> vector(n);
      case 2 -> matrix(n);
      default -> {
        List<String> all = new ArrayList<>();
        for (int p = 0; p < n.sizes().get(0); p++)
          for (String line : lines(n.at(p)))
            all.add(all.isEmpty() ? line : line.startsWith(" ") ? line : " " + line);
        yield all;
      }
    };
  }

  private static List<String> vector(Numbers n) {
    List<String> lines = new ArrayList<>();
    var line = new StringBuilder("[");
    for (String s : texts(n)) {
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

  private static List<String> matrix(Numbers n) {
    int rows = n.sizes().get(0);
    int side = n.sizes().get(1);
    List<String> texts = texts(n);
    int widest = 0;
    for (String s : texts) widest = Math.max(widest, s.length());
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      var s = new StringBuilder(i == 0 ? "[" : " ");
      for (int j = 0; j < side; j++) {
        String text = texts.get(i * side + j);
        s.append(j == 0 ? "" : ", ").repeat(' ', widest - text.length()).append(text);
      }
      lines.add(s.append(i == rows - 1 ? "]" : ";").toString());
    }
    return lines;
  }

  private static List<String> texts(Numbers n) {
    return n.all().stream().map(TraceText::number).toList();
  }

  /// Six digits, without zeros at the end: `0.25`, `1.23457e-7`.
  public static String number(double x) {
    if (!Double.isFinite(x)) return Double.toString(x);
    if (x == 0) return "0";
    BigDecimal d = new BigDecimal(x).round(DIGITS).stripTrailingZeros();
    int exponent = d.precision() - d.scale() - 1;
    if (exponent >= -5 && exponent < 10) return d.toPlainString();
    return d.scaleByPowerOfTen(-exponent).toPlainString() + "e" + exponent;
  }
}
