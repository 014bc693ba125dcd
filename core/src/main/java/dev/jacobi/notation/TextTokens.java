package dev.jacobi.notation;

import dev.jacobi.notation.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/// The tokenizer of plain text. It goes over the characters once; what it cannot read becomes one
/// problem and one [Kind#UNREADABLE] token, so that the statement around it is given up and no
/// other.
final class TextTokens {
  private final String text;
  private final List<Problem> problems;
  private final List<Token> tokens;
  private int at;
  private int line = 1;
  private int column = 1;

  private TextTokens(String text, List<Problem> problems) {
    this.text = text;
    this.problems = problems;
    this.tokens = new ArrayList<>(text.length() / 3 + 8);
  }

  /// The tokens of a text, with [Kind#NEWLINE] between lines and [Kind#END] last.
  static List<Token> of(String text, List<Problem> problems) {
    TextTokens reader = new TextTokens(text, problems);
    reader.readAll();
    return reader.tokens;
  }

  private void readAll() {
    boolean spaced = false;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      if (c == '\n') {
        add(Kind.NEWLINE, "\n", 1, true);
        line++;
        column = 1;
      } else if (c == '#') {
        skipComment();
      } else if (Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0xFEFF) {
        advance(Character.charCount(c));
      } else {
        readToken(c, spaced);
        spaced = false;
        continue;
      }
      spaced = true;
    }
    add(Kind.END, "", 0, true);
  }

  private void skipComment() {
    while (at < text.length() && text.charAt(at) != '\n') {
      at++;
    }
  }

  private void readToken(int c, boolean spaced) {
    if (Letters.startsName(c)) {
      name(spaced);
    } else if (isDigit(at) || (c == '.' && isDigit(at + 1))) {
      add(Kind.NUMBER, text.substring(at, numberEnd()), spaced);
    } else if (Letters.isSuperscript(c)) {
      superscript(spaced);
    } else if (c == '"') {
      quoted(spaced);
    } else {
      sign(c, spaced);
    }
  }

  private void name(boolean spaced) {
    int end = at;
    while (end < text.length() && Letters.continuesName(text.codePointAt(end))) {
      end += Character.charCount(text.codePointAt(end));
    }
    String word = text.substring(at, end);
    switch (word) {
      case "in" -> add(Kind.IN, word, spaced);
      case "if" -> add(Kind.IF, word, spaced);
      default -> {
        if (isReals(word) && end < text.length() && "+₊⁺^".indexOf(text.charAt(end)) >= 0) {
          positiveReals(word, end, spaced);
        } else {
          add(Kind.NAME, word, spaced);
        }
      }
    }
  }

  private boolean isReals(String word) {
    return (word.equals("R") || word.equals("ℝ") || word.equals("R_") || word.equals("ℝ_"))
        && !tokens.isEmpty()
        && tokens.getLast().is(Kind.IN);
  }

  /// `R+` is one word where a value set is expected: its `+` neither adds nor carries a line on.
  private void positiveReals(String word, int end, boolean spaced) {
    int sign = text.charAt(end) == '^' ? end + 1 : end;
    if (sign < text.length() && "+₊⁺".indexOf(text.charAt(sign)) >= 0) {
      add(Kind.NAME, "R+", sign + 1 - at, spaced);
    } else {
      add(Kind.NAME, word, spaced);
    }
  }

  /// The end of the number at the reader. A dot followed by an operator belongs to the operator
  /// (`1./x`), two dots are a range (`1..K`), and `2e1` has an exponent where `2e` has none.
  private int numberEnd() {
    int end = digitsEnd(at);
    if (end + 1 < text.length() && text.charAt(end) == '.' && isDigit(end + 1)) {
      end = digitsEnd(end + 1);
    }
    if (end < text.length() && (text.charAt(end) == 'e' || text.charAt(end) == 'E')) {
      int power = end + 1;
      if (power < text.length() && (text.charAt(power) == '-' || text.charAt(power) == '+')) {
        power++;
      }
      int powerEnd = digitsEnd(power);
      boolean whole =
          powerEnd == text.length() || !Letters.continuesName(text.codePointAt(powerEnd));
      end = powerEnd > power && whole ? powerEnd : end;
    }
    return end;
  }

  private int digitsEnd(int from) {
    int end = from;
    while (isDigit(end)) {
      end++;
    }
    return end;
  }

  private boolean isDigit(int index) {
    return index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
  }

  private void superscript(boolean spaced) {
    StringBuilder plain = new StringBuilder();
    int end = at;
    while (end < text.length() && Letters.isSuperscript(text.charAt(end))) {
      plain.append(Letters.plainOfSuperscript(text.charAt(end++)));
    }
    add(Kind.SUPERSCRIPT, plain.toString(), end - at, spaced);
  }

  private void quoted(boolean spaced) {
    int end = text.indexOf('"', at + 1);
    int newline = text.indexOf('\n', at);
    if (end < 0 || (newline >= 0 && newline < end)) {
      unreadable(1, "this quotation mark has no partner on its line", "", spaced);
    } else {
      add(Kind.QUOTED, text.substring(at + 1, end), end + 1 - at, spaced);
    }
  }

  private void sign(int c, boolean spaced) {
    switch (c) {
      case '∞' -> add(Kind.NAME, "inf", 1, spaced);
      case '∑' -> add(Kind.NAME, "sum", 1, spaced);
      case '∏' -> add(Kind.NAME, "prod", 1, spaced);
      case Letters.DOUBLE_STRUCK_ONE -> add(Kind.NUMBER, "1", 2, spaced);
      default -> {
        Signs.Sign sign = Signs.at(text, at);
        if (sign == Signs.NO_SIGN) {
          unknown(c, spaced);
        } else if (sign.kind() == Kind.TIMES && text.startsWith("**", at)) {
          unreadable(2, "`**` is not an operator here", "a power is written x^2", spaced);
        } else {
          add(sign.kind(), sign.spelling(), spaced);
        }
      }
    }
  }

  private void unknown(int c, boolean spaced) {
    String hint =
        switch (c) {
          case '@' -> "a matrix product is written with a space: W x";
          case '∇' -> "a gradient is written dC/dW1 or grad(C, W1)";
          case '\\', '$' -> "a .jacobi file is plain text; LaTeX is for .md and .tex documents";
          case '.' ->
              text.startsWith(".T", at)
                  ? "a transpose is written x'"
                  : "a decimal needs a digit after the dot";
          default -> isUnseen(c) ? "a sign that is not seen; delete it" : "";
        };
    String found = Character.toString(c);
    unreadable(found.length(), "`" + shown(c) + "` has no meaning here", hint, spaced);
  }

  /// A sign that leaves no mark, by its number.
  private static String shown(int c) {
    return isUnseen(c) ? String.format(java.util.Locale.ROOT, "U+%04X", c) : Character.toString(c);
  }

  private static boolean isUnseen(int c) {
    int type = Character.getType(c);
    return type == Character.CONTROL || type == Character.FORMAT;
  }

  private void unreadable(int length, String message, String hint, boolean spaced) {
    problems.add(new Problem(placeOf(length), message, hint));
    add(Kind.UNREADABLE, text.substring(at, at + length), length, spaced);
  }

  private void add(Kind kind, String word, boolean spaced) {
    add(kind, word, word.length(), spaced);
  }

  private void add(Kind kind, String word, int length, boolean spaced) {
    tokens.add(new Token(kind, word, placeOf(length), spaced));
    advance(length);
  }

  private void advance(int length) {
    column += text.codePointCount(at, at + length);
    at += length;
  }

  private Place placeOf(int length) {
    return new Place(line, column, text.codePointCount(at, at + length));
  }
}
