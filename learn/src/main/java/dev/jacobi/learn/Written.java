package dev.jacobi.learn;

import java.math.BigDecimal;
import java.util.Locale;

/// Numbers as people write them: `0.001`, `1e-8`, `32`.
public final class Written {
  private static final int ZEROS = 4; // as many may stand after the point before digits
  private static final int DIGITS = 7; // as many may stand before it

  private Written() {}

  /// The shortest that is read as the same number.
  public static String number(double x) {
    if (!Double.isFinite(x)) return String.valueOf(x);
    var exact = new BigDecimal(Double.toString(x)).stripTrailingZeros();
    int before = exact.precision() - exact.scale(); // digits before the point
    if (before > -ZEROS && before <= DIGITS) return exact.toPlainString();
    String digits = exact.unscaledValue().abs().toString();
    String rest = digits.length() == 1 ? "" : "." + digits.substring(1);
    return (x < 0 ? "-" : "") + digits.charAt(0) + rest + "e" + (before - 1);
  }

  /// The word of a constant: `float` for `FLOAT`.
  public static String word(Enum<?> e) {
    return e.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
