package dev.jacobi.notation;

import dev.jacobi.notation.PythonToken.Kind;
import java.util.ArrayList;
import java.util.List;

/// Cuts Python code into logical lines of tokens. A line goes on while a bracket is open and after
/// a backslash; comments go, and what a notebook is told.
final class PythonTokens {
  /// Longer signs before those they begin with.
  private static final List<String> SIGNS =
      List.of(
          "**=", "//=", ">>=", "<<=", "...", "**", "//", ">>", "<<", "<=", ">=", "==", "!=", "->",
          "+=", "-=", "*=", "/=", "@=", "%=", "&=", "|=", "^=", ":=", "+", "-", "*", "/", "@", "%",
          "&", "|", "^", "~", "<", ">", "(", ")", "[", "]", "{", "}", ",", ":", ".", ";", "=");

  private static final List<String> STATEMENTS =
      List.of("def ", "class ", "return ", "import ", "@static");

  private final String code;
  private final List<List<PythonToken>> lines = new ArrayList<>();
  private List<PythonToken> line = new ArrayList<>();
  private int at;
  private int row = 1;
  private int rowStart;
  private int depth;

  /// The column of a place on this row.
  private int column = 1;

  private int markAt;

  private PythonTokens(String code) {
    this.code = code;
  }

  /// The logical lines that are not blank, each with an [Kind#END].
  static List<List<PythonToken>> lines(String code) {
    PythonTokens tokens = new PythonTokens(code);
    tokens.scan();
    return tokens.lines;
  }

  private void scan() {
    while (at < code.length()) {
      char c = code.charAt(at);
      if (c == '\n') {
        newline();
      } else if (Character.isWhitespace(c) || c == '\uFEFF') {
        at++;
      } else if (c == '#' || isCommand(c)) {
        int end = code.indexOf('\n', at);
        at = end < 0 ? code.length() : end;
      } else if (c == '\\' && continues()) {
        at = code.indexOf('\n', at) + 1;
        row++;
        rowStart = at;
      } else {
        token(c);
      }
    }
    endLine();
  }

  /// `%matplotlib inline`, `!pip install`: a line for the notebook.
  private boolean isCommand(char c) {
    return line.isEmpty() && (c == '%' || c == '!');
  }

  private boolean continues() {
    int next = at + 1;
    while (next < code.length() && code.charAt(next) != '\n') {
      if (!Character.isWhitespace(code.charAt(next))) {
        return false;
      }
      next++;
    }
    return next < code.length();
  }

  private void newline() {
    if (depth == 0 || beginsStatement(at + 1)) {
      endLine();
    }
    at++;
    row++;
    rowStart = at;
  }

  /// A bracket that was forgotten does not hide the rest of the file.
  private boolean beginsStatement(int next) {
    int first = next;
    while (first < code.length() && " \t".indexOf(code.charAt(first)) >= 0) {
      first++;
    }
    for (String word : STATEMENTS) {
      if (code.startsWith(word, first)) {
        return true;
      }
    }
    return false;
  }

  private void endLine() {
    if (!line.isEmpty()) {
      line.add(new PythonToken(Kind.END, "", at, place(1)));
      lines.add(line);
      line = new ArrayList<>();
    }
    depth = 0;
  }

  private void token(char c) {
    int quote = quote();
    if (quote >= 0) {
      text(quote);
    } else if (Character.isDigit(c) || c == '.' && isDigit(at + 1)) {
      add(Kind.NUMBER, number());
    } else if (Character.isUnicodeIdentifierStart(c) || c == '_') {
      int end = at;
      while (end < code.length() && isWord(code.charAt(end))) {
        end++;
      }
      add(Kind.NAME, end);
    } else {
      sign();
    }
  }

  private static boolean isWord(char c) {
    return c == '_' || Character.isUnicodeIdentifierPart(c) && !Character.isIdentifierIgnorable(c);
  }

  private boolean isDigit(int index) {
    return index < code.length() && Character.isDigit(code.charAt(index));
  }

  private int number() {
    int end = at;
    while (end < code.length()) {
      char c = code.charAt(end);
      boolean exponent = (c == '+' || c == '-') && "eE".indexOf(code.charAt(end - 1)) >= 0;
      if (!exponent && c != '.' && !isWord(c)) {
        break;
      }
      end++;
    }
    return end;
  }

  /// Where the quotation mark of a text stands that begins here, prefixes passed; -1 when none.
  private int quote() {
    int i = at;
    while (i < code.length() && i < at + 2 && "rRbBfFuU".indexOf(code.charAt(i)) >= 0) {
      i++;
    }
    return i < code.length() && "\"'".indexOf(code.charAt(i)) >= 0 ? i : -1;
  }

  private void text(int quote) {
    String mark = code.substring(quote, quote + 1);
    boolean three = code.startsWith(mark.repeat(3), quote);
    String closing = three ? mark.repeat(3) : mark;
    int end = quote + closing.length();
    while (end < code.length() && !code.startsWith(closing, end)) {
      if (code.charAt(end) == '\n' && !three) {
        break;
      }
      end += code.charAt(end) == '\\' ? 2 : 1;
    }
    int start = quote + closing.length();
    int close = Math.min(end, code.length());
    boolean closed = code.startsWith(closing, close);
    String inside = code.substring(Math.min(start, close), close);
    line.add(new PythonToken(closed ? Kind.TEXT : Kind.OTHER, inside, at, place(1)));
    int after = closed ? close + closing.length() : close;
    for (; at < after; at++) {
      if (code.charAt(at) == '\n') {
        row++;
        rowStart = at + 1;
      }
    }
  }

  private void sign() {
    for (String sign : SIGNS) {
      if (code.startsWith(sign, at)) {
        depth += "([{".contains(sign) ? 1 : ")]}".contains(sign) ? -1 : 0;
        depth = Math.max(depth, 0);
        boolean ends = sign.equals(";") && depth == 0;
        if (ends) {
          endLine();
          at++;
        } else {
          add(Kind.SIGN, at + sign.length());
        }
        return;
      }
    }
    add(Kind.OTHER, at + Character.charCount(code.codePointAt(at)));
  }

  private void add(Kind kind, int end) {
    line.add(new PythonToken(kind, code.substring(at, end), at, place(end - at)));
    at = end;
  }

  private Place place(int length) {
    if (markAt < rowStart) {
      markAt = rowStart;
      column = 1;
    }
    column += code.codePointCount(markAt, at);
    markAt = at;
    return new Place(row, column, length);
  }
}
