package dev.jacobi.notation;

import dev.jacobi.notation.LatexTable.Does;
import dev.jacobi.notation.LatexToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The tokenizer of LaTeX: author macros are written out, comments, spacing and sizes are gone.
final class LatexTokens {
  private final LatexExpansion.Expanded expanded;
  private final String text;
  private final int length;
  private final List<LatexToken> tokens = new ArrayList<>();
  private int at;
  private boolean tight;

  private LatexTokens(String tex, Map<String, LatexMacro> macros) {
    this.expanded = LatexExpansion.of(tex, macros);
    this.text = expanded.text();
    this.length = tex.length();
  }

  /// The tokens, [Kind#END] last.
  static List<LatexToken> of(String tex, Map<String, LatexMacro> macros) {
    LatexTokens reader = new LatexTokens(tex, macros);
    while (reader.at < reader.text.length()) {
      reader.next();
    }
    reader.tokens.add(new LatexToken(Kind.END, "", false, reader.length, reader.length));
    return LatexWritten.paired(reader.tokens);
  }

  private void next() {
    int c = text.codePointAt(at);
    int size = Character.charCount(c);
    int end = LatexExpansion.isAsciiLetter((char) c) ? LatexWritten.underscored(text, at) : at;
    if (end > at && (end > at + 4 || text.charAt(at + 1) != '\\')) {
      add(Kind.WORDS, text.substring(at, end).replace("\\_", "_"), at, end);
    } else if (LatexWritten.abbreviation(text, at) > at) {
      add(Kind.WORDS, LatexWritten.abbreviation(text, at));
    } else if (Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '~' || c == '$') {
      at += size;
      tight = false;
    } else if (c == '%') {
      int newline = text.indexOf('\n', at);
      at = newline < 0 ? text.length() : newline;
    } else if (c == '\\') {
      command();
    } else if (text.startsWith("...", at)) {
      int after = at;
      while (after < text.length() && text.charAt(after) == '.') {
        after++;
      }
      add(Kind.COMMAND, "dots", at, after);
    } else if (isDigit(at) || (c == '.' && isDigit(at + 1))) {
      add(Kind.NUMBER, numberEnd());
    } else {
      character(c, at + size);
    }
  }

  private void character(int c, int end) {
    switch (c) {
      case '{' -> add(Kind.OPEN_BRACE, end);
      case '}' -> add(Kind.CLOSE_BRACE, end);
      case '_' -> add(Kind.SUB, end);
      case '^' -> add(Kind.SUP, end);
      case '&' -> add(Kind.CELL, end);
      case '\'', '′', '’' -> add(Kind.PRIME, end);
      case '−', '–' -> add(Kind.SIGN, "-", at, end);
      case '[', ']', '(', ')', '|' -> add(Kind.SIGN, end);
      default -> letter(c, end);
    }
  }

  private void letter(int c, int end) {
    String command = LatexTable.commandOf(c);
    if (!command.isEmpty()) {
      add(Kind.COMMAND, command, at, end);
    } else if (Letters.isSuperscript(c)) {
      raised((char) c, end);
    } else if (Letters.digitOfSubscript(c) >= 0) {
      add(Kind.SUB, "_", at, at);
      add(Kind.NUMBER, String.valueOf(Letters.digitOfSubscript(c)), at, end);
    } else if (c == Letters.DOUBLE_STRUCK_ONE) {
      add(Kind.LETTER, "𝟙", at, end);
    } else if (Letters.startsName(c)) {
      add(Kind.LETTER, Vocabulary.canonicalName(Character.toString(c)), at, end);
    } else {
      add(Kind.SIGN, end);
    }
  }

  private void raised(char c, int end) {
    String plain = String.valueOf(Letters.plainOfSuperscript(c));
    Kind kind = plain.equals("-") ? Kind.SIGN : plain.equals("n") ? Kind.LETTER : Kind.NUMBER;
    int stop = end;
    StringBuilder digits = new StringBuilder(plain);
    while (kind == Kind.NUMBER
        && stop < text.length()
        && Letters.isSuperscript(text.charAt(stop))) {
      digits.append(Letters.plainOfSuperscript(text.charAt(stop++)));
    }
    int start = at;
    add(Kind.SUP, "^", start, start);
    add(Kind.OPEN_BRACE, "{", start, start);
    add(kind, digits.toString(), start, stop);
    if (kind == Kind.SIGN && stop < text.length() && Letters.isSuperscript(text.charAt(stop))) {
      String power = String.valueOf(Letters.plainOfSuperscript(text.charAt(stop)));
      add(Kind.NUMBER, power, stop, stop + 1);
    }
    add(Kind.CLOSE_BRACE, "}", at, at);
  }

  private void command() {
    int end = LatexExpansion.commandEnd(text, at);
    String name = text.substring(at + 1, end);
    if (end < text.length() && text.charAt(end) == '*' && name.equals("operatorname")) {
      words(end + 1, "*");
      return;
    }
    switch (name) {
      case "", "\n", "\r" -> blank(end);
      case "_" -> add(Kind.SUB, "_", at, end); // as Markdown wants it
      case "\\", "cr", "tabularnewline", "newline" -> row(end);
      case "begin", "end" -> environment(name, end);
      case "left", "right" -> delimiter(name.equals("left") ? Kind.LEFT : Kind.RIGHT, end);
      case "color" -> blank(end < text.length() ? argumentEnd(end) : end);
      case "not" -> negated(end);
      default -> plainCommand(name, end);
    }
  }

  private void plainCommand(String name, int end) {
    LatexTable.Row row = LatexTable.row(name);
    if (row.does() == Does.BLANK) {
      blank(end);
    } else if (name.equals("hspace") && isWide(argument(end))) {
      add(Kind.COMMAND, "quad", at, argumentEnd(end));
    } else if (row.does() == Does.VANISH) {
      int stop = end < text.length() && text.charAt(end) == '*' ? end + 1 : end; // \tag*{…}
      for (int i = 0; i < row.arguments(); i++) {
        stop = argumentEnd(stop);
      }
      blank(stop);
    } else if (row.does() == Does.WORDS) {
      if (name.startsWith("math") && LatexWords.isMathematics(argument(end))) {
        blank(end);
      } else {
        words(end, "");
      }
    } else {
      add(Kind.COMMAND, name, at, end);
    }
  }

  private void blank(int end) {
    at = end;
    tight = false;
  }

  private void row(int end) {
    int stop = end < text.length() && text.charAt(end) == '*' ? end + 1 : end;
    if (stop < text.length() && text.charAt(stop) == '[') {
      int close = text.indexOf(']', stop);
      boolean size = close > 0 && close - stop < 12 && close > stop + 1 && isDimension(stop, close);
      stop = size ? close + 1 : stop;
    }
    add(Kind.ROW, "\\\\", at, stop);
  }

  private boolean isDimension(int open, int close) {
    String inside = text.substring(open + 1, close).strip();
    return inside.endsWith("pt")
        || inside.endsWith("em")
        || inside.endsWith("ex")
        || inside.endsWith("mm")
        || inside.endsWith("cm");
  }

  private void environment(String command, int end) {
    int stop = argumentEnd(end);
    int open = text.indexOf('{', end);
    String name = open >= 0 && open < stop - 1 ? text.substring(open + 1, stop - 1).strip() : "";
    String plain = name.endsWith("*") ? name.substring(0, name.length() - 1) : name;
    boolean begin = command.equals("begin");
    if (begin) {
      stop = optionEnd(stop);
      boolean columns =
          plain.equals("array") || plain.equals("alignedat") || plain.equals("alignat");
      stop = columns ? argumentEnd(stop) : stop;
    }
    add(begin ? Kind.BEGIN : Kind.FINISH, plain, at, stop);
  }

  private int optionEnd(int from) {
    boolean option =
        from + 2 < text.length() && text.charAt(from) == '[' && text.charAt(from + 2) == ']';
    return option && "tcb".indexOf(text.charAt(from + 1)) >= 0 ? from + 3 : from;
  }

  private void delimiter(Kind kind, int end) {
    int start = end;
    while (start < text.length() && text.charAt(start) == ' ') {
      start++;
    }
    if (start == text.length()) {
      blank(start);
      return;
    }
    int stop = text.charAt(start) == '\\' ? LatexExpansion.commandEnd(text, start) : start + 1;
    add(kind, text.substring(start, stop), at, stop);
  }

  private void negated(int end) {
    int start = end;
    while (start < text.length() && text.charAt(start) == ' ') {
      start++;
    }
    boolean equals = start < text.length() && text.charAt(start) == '=';
    add(Kind.COMMAND, equals ? "neq" : "notin", at, equals ? start + 1 : end);
  }

  /// `\text{…}`. Without braces its argument is the next character.
  private void words(int end, String mark) {
    int stop = argumentEnd(end);
    int open = end;
    while (open < stop && Character.isWhitespace(text.charAt(open))) {
      open++;
    }
    boolean braces = open < stop && text.charAt(open) == '{';
    String raw =
        braces
            ? text.substring(open + 1, Math.max(open + 1, stop - 1))
            : text.substring(open, stop);
    boolean operator = Vocabulary.BOUND_OPERATORS.contains(raw);
    add(Kind.WORDS, operator ? mark + raw : raw, at, stop);
  }

  private static boolean isWide(String space) {
    return space.indexOf('-') < 0 && (space.endsWith("in}") || space.endsWith("cm}"));
  }

  private String argument(int from) {
    return text.substring(Math.min(from, text.length()), argumentEnd(from));
  }

  private int argumentEnd(int from) {
    int start = from;
    while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    if (start >= text.length()) {
      return text.length();
    }
    return switch (text.charAt(start)) {
      case '{' -> LatexExpansion.closing(text, start);
      case '\\' -> LatexExpansion.commandEnd(text, start);
      default -> start + 1;
    };
  }

  private int numberEnd() {
    int end = at;
    while (isDigit(end)) {
      end++;
    }
    if (end + 1 < text.length() && text.charAt(end) == '.' && isDigit(end + 1)) {
      end++;
      while (isDigit(end)) {
        end++;
      }
    }
    return end;
  }

  private boolean isDigit(int index) {
    return index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
  }

  private void add(Kind kind, int end) {
    add(kind, text.substring(at, end), at, end);
  }

  private void add(Kind kind, String word, int start, int end) {
    int from = start < text.length() ? expanded.from()[start] : length;
    int to = end > start ? expanded.to()[end - 1] : from;
    tokens.add(new LatexToken(kind, word, tight, from, to));
    at = Math.max(at, end);
    tight = true;
  }
}
