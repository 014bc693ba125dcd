package dev.jacobi.document;

import dev.jacobi.document.Assembly.Stretch;
import dev.jacobi.document.Assembly.Words;
import dev.jacobi.document.Delimiters.Found;
import dev.jacobi.document.Document.Part;
import java.util.List;
import java.util.Optional;

/// Markdown, and plain text, which is Markdown without code by indentation. Blocks are told by how
/// their first line begins; a line of words is read to its end, which a formula may carry further.
final class MarkdownReader {
  private static final int CODE_INDENT = 4;
  private static final int LONGEST_TICKS = 3;
  private static final int LEVELS = 6;

  private final String name;
  private final String written;
  private final String text;
  private final boolean indentedCode;
  private final Macros macros;
  private final Delimiters delimiters;
  private final Assembly assembly;
  private int at;
  private int lineEnd;
  private boolean afterBlank = true;
  private boolean inList;
  private boolean commentsEnd = true;

  MarkdownReader(String name, String text, boolean indentedCode) {
    this.name = name;
    this.written = text;
    this.text = Quotes.opened(text);
    this.indentedCode = indentedCode;
    this.macros = Macros.of(this.text, false);
    this.delimiters = new Delimiters(this.text, text.length(), false);
    this.assembly = new Assembly(this.text, macros, Markup::clean);
  }

  Document read() {
    at = FrontMatter.end(text);
    while (at < text.length()) {
      lineEnd = Scan.lineEnd(text, at, text.length());
      block();
      assembly.endLine();
    }
    return new Document(name, written, assembly.parts(), macros.all());
  }

  private void block() {
    int start = at;
    int first = Scan.afterSpaces(text, at, lineEnd);
    if (first >= lineEnd) {
      afterBlank = true;
      at = lineEnd + 1;
      return;
    }
    boolean code = indentedCode && afterBlank && !inList && isIndentedCode(start, first);
    boolean alone = afterBlank;
    afterBlank = false;
    at = first;
    if (code) {
      indented(start);
    } else if (!fence() && !heading() && !setext(alone)) {
      quoteMarks();
      bullet(start);
      line();
      at++;
    }
  }

  private boolean isIndentedCode(int start, int first) {
    boolean deep = text.charAt(start) == '\t' || first - start >= CODE_INDENT;
    return deep && !looksLikeMath(first) && ListMark.end(text, first, lineEnd) < 0;
  }

  private boolean looksLikeMath(int first) {
    for (int i = first; i < lineEnd; i++) {
      if (text.charAt(i) == '$' || text.charAt(i) == '\\') {
        return true;
      }
    }
    return false;
  }

  private void indented(int start) {
    int to = lineEnd;
    int next = lineEnd + 1;
    while (next < text.length()) {
      lineEnd = Scan.lineEnd(text, next, text.length());
      int first = Scan.afterSpaces(text, next, lineEnd);
      boolean blank = first >= lineEnd;
      if (!blank && !isIndentedCode(next, first)) {
        break;
      }
      to = blank ? to : lineEnd;
      next = lineEnd + 1;
    }
    assembly.add(new Part.Code("", text.substring(start, to), start));
    at = to + 1;
  }

  private boolean fence() {
    char mark = text.charAt(at);
    int info = mark == '`' || mark == '~' ? Scan.afterRun(text, at, lineEnd) : at;
    int ticks = info - at;
    String infos = text.substring(info, lineEnd);
    if (ticks < 3 || mark == '`' && infos.indexOf('`') >= 0) {
      return false;
    }
    String language = Languages.first(infos);
    int from = Math.min(lineEnd + 1, text.length());
    int to = from;
    int next = from;
    while (next < text.length()) {
      int end = Scan.lineEnd(text, next, text.length());
      int first = Scan.afterSpaces(text, next, end);
      int run = first < end && text.charAt(first) == mark ? Scan.afterRun(text, first, end) : first;
      next = end + 1;
      if (run - first >= ticks && Scan.afterSpaces(text, run, end) >= end) {
        break;
      }
      to = end;
    }
    fenced(language, from, to);
    at = next;
    return true;
  }

  private void fenced(String language, int from, int to) {
    if (language.equals("math")) {
      int first = Scan.afterBlanks(text, from, to);
      assembly.math(new Found(first, Scan.beforeBlanks(text, first, to), to, true, ""));
    } else {
      assembly.add(new Part.Code(language, text.substring(from, to), from));
    }
  }

  /// `## Title ##`, or `##Title`.
  private boolean heading() {
    if (text.charAt(at) != '#') {
      return false;
    }
    int after = Scan.afterRun(text, at, lineEnd);
    int level = after - at;
    int from = Scan.afterSpaces(text, after, lineEnd);
    if (level > LEVELS || from == after && level == 1) {
      return false;
    }
    int to = Scan.beforeBlanks(text, from, lineEnd);
    while (to > from && text.charAt(to - 1) == '#') {
      to--;
    }
    heading(level, from, Scan.beforeBlanks(text, from, to));
    at = lineEnd + 1;
    inList = false;
    return true;
  }

  private void heading(int level, int from, int to) {
    Words title = Markup.clean(text, List.of(new Stretch(from, to))).getFirst();
    assembly.add(new Part.Heading(level, title.text(), title.from()));
    delimiters.within(from, to).forEach(assembly::math);
  }

  /// A line alone that is underlined with `===` or `---`.
  private boolean setext(boolean alone) {
    int under = lineEnd + 1;
    if (!alone || under >= text.length()) {
      return false;
    }
    char mark = text.charAt(under);
    int end = mark == '=' || mark == '-' ? Scan.afterRun(text, under, text.length()) : under;
    int rest = Scan.afterSpaces(text, end, text.length());
    boolean whole = rest >= text.length() || text.charAt(rest) == '\n';
    if (end - under < 3 || !whole || ListMark.end(text, at, lineEnd) >= 0) {
      return false;
    }
    heading(mark == '=' ? 1 : 2, at, Scan.beforeBlanks(text, at, lineEnd));
    at = rest + 1;
    inList = false;
    return true;
  }

  private void quoteMarks() {
    while (at < lineEnd && text.charAt(at) == '>') {
      at = Scan.afterSpaces(text, at + 1, lineEnd);
    }
  }

  private void bullet(int start) {
    int after = at < lineEnd ? ListMark.end(text, at, lineEnd) : -1;
    if (after >= 0) {
      assembly.bullet(after);
      at = after;
      inList = true;
    } else if (at == start) {
      inList = false;
    }
  }

  /// Words and formulas up to the end of the line in which the last formula ends.
  private void line() {
    int from = at;
    while (at < lineEnd) {
      int start = at;
      Optional<Found> found = special();
      if (at > start || found.isPresent()) {
        if (found.isPresent() || isHidden(start)) {
          assembly.words(from, start);
          found.ifPresent(this::formula);
          from = at;
        }
      } else {
        at++;
      }
    }
    assembly.words(from, Math.min(at, lineEnd));
  }

  private boolean isHidden(int start) {
    return macros.endOf(start) >= 0 || text.startsWith("<!--", start) && commentsEnd;
  }

  private void formula(Found found) {
    assembly.math(found);
    moveTo(found.next());
  }

  private void moveTo(int next) {
    at = next;
    if (at > lineEnd) {
      lineEnd = Scan.lineEnd(text, at, text.length());
    }
  }

  /// The formula that begins here; or moves past what hides formulas.
  private Optional<Found> special() {
    char c = text.charAt(at);
    if (c == '$' || c == '\\') {
      Optional<Found> found = delimiters.at(at);
      int definition = macros.endOf(at);
      if (definition >= 0) {
        moveTo(definition);
      } else if (found.isEmpty()) {
        at = Math.min(lineEnd, at + (c == '\\' || text.startsWith("$$", at) ? 2 : 1));
      }
      return found;
    }
    if (c == '`') {
      ticks();
    } else if (c == '<' && commentsEnd && text.startsWith("<!--", at)) {
      comment();
    }
    return Optional.empty();
  }

  private void ticks() {
    int after = Scan.afterRun(text, at, lineEnd);
    int length = after - at;
    int i = length > LONGEST_TICKS ? lineEnd : after;
    while (i < lineEnd) {
      int run = text.charAt(i) == '`' ? Scan.afterRun(text, i, lineEnd) : i;
      if (run - i == length) {
        at = run;
        return;
      }
      i = Math.max(run, i + 1);
    }
    at = after;
  }

  private void comment() {
    int close = text.indexOf("-->", at);
    commentsEnd = close >= 0;
    if (commentsEnd) {
      moveTo(close + 3);
    }
  }
}
