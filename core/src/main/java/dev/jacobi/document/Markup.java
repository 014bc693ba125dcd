package dev.jacobi.document;

import dev.jacobi.document.Assembly.Stretch;
import dev.jacobi.document.Assembly.Words;
import java.util.ArrayList;
import java.util.List;

/// Takes Markdown's marks off the words of a line: `**bold**`, `_emphasis_`, `` `code` ``,
/// `[text](link)`, tags, escapes.
final class Markup {
  private static final String MARKS = "*_";
  private static final String ESCAPED = "\\`*_{}[]()#+-.!$<>|~&";

  private final String text;
  private final int[] lastClosing = new int[MARKS.length()];
  private final boolean[] open = new boolean[MARKS.length()];
  private final StringBuilder out = new StringBuilder();
  private int at;
  private int to;
  private int first;
  private int noLinkBefore;
  private int lastBracket;

  private Markup(String text) {
    this.text = text;
  }

  static List<Words> clean(String text, List<Stretch> line) {
    Markup markup = new Markup(text);
    for (Stretch stretch : line) {
      markup.findClosing(stretch);
    }
    List<Words> words = new ArrayList<>();
    for (Stretch stretch : line) {
      words.add(markup.words(stretch));
    }
    return words;
  }

  private void findClosing(Stretch s) {
    for (int i = s.from(); i < s.to(); i++) {
      int mark = MARKS.indexOf(text.charAt(i));
      if (mark >= 0 && closes(i, Scan.afterRun(text, i, s.to()))) {
        lastClosing[mark] = i;
      }
    }
  }

  private Words words(Stretch stretch) {
    out.setLength(0);
    at = stretch.from();
    to = stretch.to();
    first = -1;
    noLinkBefore = 0;
    lastBracket = -1;
    while (at < to) {
      step(text.charAt(at));
    }
    return new Words(out.toString().strip(), first < 0 ? stretch.from() : first);
  }

  private void step(char c) {
    if (c == '\\' && at + 1 < to && ESCAPED.indexOf(text.charAt(at + 1)) >= 0) {
      at++;
      keep(text.charAt(at));
    } else if (MARKS.indexOf(c) >= 0) {
      emphasis(MARKS.indexOf(c));
    } else if (c == '`') {
      at++;
    } else if (c == '<') {
      tag();
    } else if (c == ']' && at + 1 < to && text.charAt(at + 1) == '(') {
      link();
    } else {
      keep(c);
    }
  }

  private void keep(char c) {
    if (first < 0 && !Scan.isBlank(c)) {
      first = at;
    }
    lastBracket = c == '[' ? out.length() : lastBracket;
    out.append(c == '\t' || c == '\r' ? ' ' : c);
    at++;
  }

  private void emphasis(int mark) {
    int after = Scan.afterRun(text, at, to);
    boolean opens = opens(at, after) && lastClosing[mark] >= after;
    boolean closes = open[mark] && closes(at, after);
    if (closes || opens) {
      open[mark] = !closes;
      at = after;
    } else {
      while (at < after) {
        keep(text.charAt(at));
      }
    }
  }

  private boolean opens(int from, int after) {
    return after < text.length()
        && !Scan.isBlank(text.charAt(after))
        && (from == 0 || !Character.isLetterOrDigit(text.charAt(from - 1)));
  }

  private boolean closes(int from, int after) {
    return from > 0
        && !Scan.isBlank(text.charAt(from - 1))
        && (after >= text.length() || !Character.isLetterOrDigit(text.charAt(after)));
  }

  /// `<br>`, `</span>`: goes. Anything else after `<` stays.
  private void tag() {
    int i = at + 1;
    boolean named = i < to && (Scan.isLetter(text.charAt(i)) || text.charAt(i) == '/');
    while (named && i < to && text.charAt(i) != '>' && text.charAt(i) != '<') {
      i++;
    }
    if (named && i < to && text.charAt(i) == '>') {
      at = i + 1;
    } else {
      keep('<');
    }
  }

  /// `[text](address)` leaves its text.
  private void link() {
    int close = at < noLinkBefore || lastBracket < 0 ? -1 : text.indexOf(')', at, to);
    int bracket = lastBracket;
    if (close < 0 || bracket < 0) {
      noLinkBefore = bracket < 0 ? noLinkBefore : to;
      keep(']');
      return;
    }
    boolean image = bracket > 0 && out.charAt(bracket - 1) == '!';
    out.delete(image ? bracket - 1 : bracket, image ? out.length() : bracket + 1);
    lastBracket = -1;
    at = close + 1;
  }
}
