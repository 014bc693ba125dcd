package dev.jacobi.notation;

/// Which characters make names, and which are raised.
final class Letters {
  /// `𝟙`, the indicator.
  static final int DOUBLE_STRUCK_ONE = 0x1D7D9;

  private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻ⁿ";
  private static final String SUPERSCRIPTS_PLAIN = "0123456789-n";
  private static final String SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉";

  private Letters() {}

  static boolean startsName(int c) {
    if (c < 128) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
    return Character.isLetter(c) && c != 'ᵀ' && c != 'ⁿ';
  }

  static boolean continuesName(int c) {
    if (c < 128) {
      return startsName(c) || (c >= '0' && c <= '9') || c == '_';
    }
    return startsName(c)
        || SUBSCRIPTS.indexOf(c) >= 0
        || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  static boolean isSuperscript(int c) {
    return c >= 128 && SUPERSCRIPTS.indexOf(c) >= 0;
  }

  static char plainOfSuperscript(char c) {
    return SUPERSCRIPTS_PLAIN.charAt(SUPERSCRIPTS.indexOf(c));
  }

  /// The digit of a subscript digit, or -1.
  static int digitOfSubscript(int c) {
    return SUBSCRIPTS.indexOf(c);
  }
}
