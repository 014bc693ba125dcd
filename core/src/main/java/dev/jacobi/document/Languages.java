package dev.jacobi.document;

import java.util.Locale;

/// The language that a block of code names.
final class Languages {
  private Languages() {}

  /// `python title="x"`, `{.python}`, `{python, echo=FALSE}`: the first word, in small letters.
  static String first(String info) {
    int from = 0;
    while (from < info.length() && !Character.isLetter(info.charAt(from))) {
      from++;
    }
    int to = from;
    while (to < info.length() && isWord(info.charAt(to))) {
      to++;
    }
    return info.substring(from, to).toLowerCase(Locale.ROOT);
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '+' || c == '#' || c == '_' || c == '-';
  }

  /// `[language=Python, caption=…]`, `[linenos]{python}`: what is given to a LaTeX environment.
  static String given(String options) {
    int at = options.indexOf("language=");
    int brace = options.lastIndexOf('{');
    if (at < 0 && brace < 0) {
      return "";
    }
    return first(options.substring(at < 0 ? brace : at + "language=".length()));
  }
}
