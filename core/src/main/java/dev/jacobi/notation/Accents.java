package dev.jacobi.notation;

/// Hats, tildes, bars and dots over letters, as Unicode writes them: ŷ as one character, or y and a
/// combining mark.
final class Accents {
  private static final String HAT = "âÂêÊîÎôÔûÛĉĈĝĜĥĤĵĴŝŜŵŴŷŶẑẐ";
  private static final String HAT_LETTERS = "aAeEiIoOuUcCgGhHjJsSwWyYzZ";
  private static final String TILDE = "ãÃñÑõÕĩĨũŨẽẼỹỸṽṼ";
  private static final String TILDE_LETTERS = "aAnNoOiIuUeEyYvV";
  private static final String BAR = "āĀēĒīĪōŌūŪȳȲḡḠ";
  private static final String BAR_LETTERS = "aAeEiIoOuUyYgG";
  private static final String DOT = "ẋẊẏẎżŻ";
  private static final String DOT_LETTERS = "xXyYzZ";

  /// The words that end an accented name: `y_hat`.
  static final String[] WORDS = {"hat", "tilde", "bar", "dot"};

  private Accents() {}

  /// The word of the accent that a character carries or is; empty when it has none.
  static String wordOf(int c) {
    if (c == 0x302 || HAT.indexOf(c) >= 0) {
      return "hat";
    }
    if (c == 0x303 || TILDE.indexOf(c) >= 0) {
      return "tilde";
    }
    if (c == 0x304 || c == 0x305 || BAR.indexOf(c) >= 0) {
      return "bar";
    }
    return c == 0x307 || DOT.indexOf(c) >= 0 ? "dot" : "";
  }

  /// The letter under the accent of a character, the character itself when it has none, or 0 for a
  /// combining mark.
  static int letterOf(int c) {
    if (Character.getType(c) == Character.NON_SPACING_MARK) {
      return 0;
    }
    int letter = under(c, HAT, HAT_LETTERS);
    letter = letter == c ? under(c, TILDE, TILDE_LETTERS) : letter;
    letter = letter == c ? under(c, BAR, BAR_LETTERS) : letter;
    return letter == c ? under(c, DOT, DOT_LETTERS) : letter;
  }

  private static int under(int c, String accented, String letters) {
    int at = accented.indexOf(c);
    return at < 0 ? c : letters.charAt(at);
  }
}
