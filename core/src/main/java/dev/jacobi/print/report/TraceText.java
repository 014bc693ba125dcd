package dev.jacobi.print.report;

import dev.jacobi.notation.TextSpelling;
import dev.jacobi.print.report.Traced.Numbers;
import dev.jacobi.print.report.Traced.Part;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/// Traced values as plain text for a terminal: each name, its formula, and its numbers to six
/// digits as the language writes arrays.
public final class TraceText {
  private static final MathContext DIGITS = new MathContext(6);

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
    Numbers n = v.value();
    for (String line : ArrayText.whole(n.sizes(), q -> n.all().get(q))) {
      if (line.startsWith(" ")) columns.more(line);
      else columns.equation(label, left, line, shape, v.part() == Part.RESULT);
      label = "";
      left = "";
      shape = "";
    }
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
