package dev.jacobi.document;

import dev.jacobi.document.Assembly.Stretch;
import dev.jacobi.document.Assembly.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Takes LaTeX's commands off the words of a line: `\textbf{bold}` leaves `bold`.
final class TexWords {
  /// What these are given is not for reading.
  private static final Set<String> SILENT =
      Set.of(
          "label",
          "ref",
          "eqref",
          "autoref",
          "cref",
          "Cref",
          "pageref",
          "cite",
          "citep",
          "citet",
          "includegraphics",
          "vspace",
          "hspace",
          "input",
          "include",
          "bibliography",
          "setlength",
          "bibliographystyle",
          "usepackage",
          "pagestyle",
          "thispagestyle",
          "setcounter",
          "begin",
          "end",
          "vskip",
          "hskip",
          "color",
          "documentclass",
          "pagenumbering",
          "addtocounter",
          "hypersetup",
          "graphicspath",
          "allowdisplaybreaks");

  private final String text;
  private final int to;
  private final StringBuilder out = new StringBuilder();
  private int at;
  private int first = -1;

  private TexWords(String text, Stretch stretch) {
    this.text = text;
    this.at = stretch.from();
    this.to = stretch.to();
  }

  static List<Words> clean(String text, List<Stretch> line) {
    List<Words> words = new ArrayList<>();
    for (Stretch stretch : line) {
      TexWords reader = new TexWords(text, stretch);
      String left = reader.read();
      words.add(new Words(left, reader.first < 0 ? stretch.from() : reader.first));
    }
    return words;
  }

  private String read() {
    while (at < to) {
      char c = text.charAt(at);
      switch (c) {
        case '\\' -> command();
        case '{', '}' -> at++;
        case '~', '\t', '\r', '\n' -> keep(' ');
        case '`', '\'' -> quote(c);
        default -> keep(c);
      }
    }
    return out.toString().strip();
  }

  private void quote(char c) {
    boolean twice = at + 1 < to && text.charAt(at + 1) == c;
    at += twice ? 1 : 0;
    keep(twice ? '"' : '\'');
  }

  private void keep(char c) {
    if (first < 0 && !Scan.isBlank(c)) {
      first = at;
    }
    out.append(c);
    at++;
  }

  private void command() {
    int after = Scan.afterWord(text, at + 1, to);
    if (after == at + 1) {
      sign();
      return;
    }
    String name = text.substring(at + 1, after);
    at = after < to && text.charAt(after) == '*' ? after + 1 : after;
    boolean silent = SILENT.contains(name);
    if (silent || at < to && text.charAt(at) == '[') {
      skipGroups(silent);
    } else if (at < to && text.charAt(at) != '{') {
      at = Scan.afterSpaces(text, at, to);
    }
  }

  /// `\%`, `\\`, `\,`, `\"o`.
  private void sign() {
    char c = at + 1 < to ? text.charAt(at + 1) : ' ';
    at = Math.min(to, at + 2);
    if ("%$&#_{}".indexOf(c) >= 0) {
      at--;
      keep(c);
    } else if ("\"'`^~=.".indexOf(c) < 0 && !out.isEmpty()) {
      out.append(' ');
    }
    if (c == '\\') {
      skipGroups(false);
    }
  }

  /// Past `[…]`, and past `{…}` too when they are silent.
  private void skipGroups(boolean braces) {
    while (at < to && (text.charAt(at) == '[' || braces && text.charAt(at) == '{')) {
      int end = Scan.closing(text, at, to, text.charAt(at) == '[' ? ']' : '}');
      at = end < 0 ? to : end + 1;
    }
  }
}
