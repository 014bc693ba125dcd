package dev.jacobi.document;

import dev.jacobi.document.Assembly.Stretch;
import dev.jacobi.document.Delimiters.Found;
import dev.jacobi.document.Document.Part;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// LaTeX, from `\begin{document}` to its end. Line by line: words, formulas, and the commands that
/// make headings, items and code.
final class TexReader {
  private static final int LONGEST_TITLE = 500;
  private static final Set<String> VERBATIM =
      Set.of("verbatim", "verbatim*", "Verbatim", "lstlisting", "minted", "alltt", "python");
  private static final Set<String> ITEMS = Set.of("item", "part", "subpart", "question");
  private static final int BEGIN_LENGTH = "\\begin{}".length();
  private static final String BODY = "\\begin{document}";
  private static final String END = "\\end{document}";

  private final String name;
  private final String text;
  private final int end;
  private final Macros macros;
  private final Delimiters delimiters;
  private final Assembly assembly;
  private int at;
  private int lineEnd;

  /// Where the words that were read, and not handed on yet, begin.
  private int from;

  TexReader(String name, String text) {
    this.name = name;
    this.text = text;
    this.macros = Macros.of(text, true);
    int body = text.indexOf(BODY);
    this.at = body < 0 ? 0 : body + BODY.length();
    int last = text.indexOf(END, at);
    this.end = last < 0 ? text.length() : last;
    this.delimiters = new Delimiters(text, end, true);
    this.assembly = new Assembly(text, macros, TexWords::clean);
  }

  Document read() {
    while (at < end) {
      lineEnd = Scan.lineEnd(text, at, end);
      from = at;
      while (at < lineEnd) {
        step();
      }
      words(Math.min(at, lineEnd));
      assembly.endLine();
      at++;
    }
    return new Document(name, text, assembly.parts(), macros.all());
  }

  private void words(int to) {
    if (from < to) {
      int first = Scan.afterSpaces(text, from, to);
      assembly.words(first, to);
    }
    from = Math.max(from, to);
  }

  private void step() {
    char c = text.charAt(at);
    if (c == '%') {
      words(at);
      goOn(lineEnd);
    } else if (c == '$' || c == '\\') {
      Optional<Found> found = delimiters.at(at);
      if (found.isPresent()) {
        words(at);
        assembly.math(found.get());
        goOn(found.get().next());
      } else if (c == '$') {
        at++;
      } else {
        command();
      }
    } else {
      at++;
    }
  }

  /// The text goes on there, maybe on a later line.
  private void goOn(int next) {
    at = next;
    from = next;
    if (at > lineEnd) {
      lineEnd = Scan.lineEnd(text, at, end);
    }
  }

  private void command() {
    int definition = macros.endOf(at);
    if (definition >= 0) {
      words(at);
      goOn(Math.min(definition, end));
      return;
    }
    int after = Scan.afterWord(text, at + 1, lineEnd);
    String word = text.substring(at + 1, after);
    boolean star = after < lineEnd && text.charAt(after) == '*';
    int argument = Scan.afterSpaces(text, star ? after + 1 : after, lineEnd);
    boolean braced = argument < lineEnd && "{[".indexOf(text.charAt(argument)) >= 0;
    if (TexHeadings.level(word) > 0 && braced && !isItem(word, argument)) {
      heading(TexHeadings.level(word), argument);
    } else if (ITEMS.contains(word)) {
      item(after);
    } else if (word.equals("verb") && after < lineEnd) {
      int close = text.indexOf(text.charAt(after), after + 1, lineEnd);
      at = close < 0 ? after + 1 : close + 1;
    } else if (word.equals("begin")) {
      begin(Environments.begun(text, at));
    } else {
      at = Math.max(after, Math.min(lineEnd, at + 2));
    }
  }

  /// `\question[10]`, `\part[3]` of an examination give points; `\section[short]{long}` a title.
  private boolean isItem(String word, int argument) {
    return ITEMS.contains(word) && text.charAt(argument) == '[';
  }

  /// `\item[(a)]` gives a label, which is read; `\question[10]` points, which are not.
  private void item(int after) {
    boolean labelled = text.startsWith("\\item", at);
    words(at);
    int first = Scan.afterSpaces(text, after, lineEnd);
    boolean group = first < lineEnd && text.charAt(first) == '[';
    int close = group ? Scan.closing(text, first, limit(first), ']') : -1;
    assembly.bullet(
        close >= 0 && labelled
            ? first + 1
            : Scan.afterSpaces(text, close < 0 ? first : close + 1, lineEnd));
    if (close >= 0 && labelled) {
      assembly.words(first + 1, close);
    }
    goOn(close < 0 ? first : close + 1);
  }

  /// A group on this line is not looked for any further.
  private int limit(int opening) {
    return Math.min(lineEnd, opening + LONGEST_TITLE);
  }

  private void heading(int level, int argument) {
    words(at);
    int open = argument;
    int limit = Math.min(end, argument + LONGEST_TITLE);
    if (text.charAt(open) == '[') {
      int close = Scan.closing(text, open, limit, ']');
      open = close >= 0 && text.startsWith("{", close + 1) ? close + 1 : open;
    }
    int close = Scan.closing(text, open, limit, text.charAt(open) == '[' ? ']' : '}');
    int to = close < 0 ? lineEnd : close;
    title(level, "", open + 1, to);
    goOn(close < 0 ? lineEnd : close + 1);
  }

  /// A heading, and the formulas in it.
  private void title(int level, String kind, int start, int to) {
    var words = TexWords.clean(text, List.of(new Stretch(start, to))).getFirst();
    String title = (kind + " " + words.text()).strip();
    assembly.add(new Part.Heading(level, title, words.from()));
    delimiters.within(start, to).forEach(assembly::math);
  }

  private void begin(String environment) {
    int inside = at + BEGIN_LENGTH + environment.length();
    if (environment.isEmpty()) {
      at = Math.min(lineEnd, at + 1 + "begin".length());
      return;
    }
    words(at);
    String kind = TexHeadings.title(environment, macros.theorems());
    if (VERBATIM.contains(environment)) {
      verbatim(environment, inside);
    } else if (environment.equals("comment")) {
      int close = text.indexOf("\\end{comment}", inside);
      goOn(close < 0 || close > end ? end : close);
    } else if (!kind.isEmpty()) {
      boolean titled = inside < lineEnd && "[{".indexOf(text.charAt(inside)) >= 0;
      char closer = titled && text.charAt(inside) == '[' ? ']' : '}';
      int close = titled ? Scan.closing(text, inside, limit(inside), closer) : -1;
      int to = Math.max(close, inside);
      title(TexHeadings.environmentLevel(), kind, close < 0 ? inside : inside + 1, to);
      goOn(close < 0 ? inside : close + 1);
    } else {
      goOn(afterGroups(inside));
    }
  }

  /// Past `[…]` and `{…}` on the same line.
  private int afterGroups(int start) {
    int i = start;
    while (i < lineEnd && "[{".indexOf(text.charAt(i)) >= 0) {
      int close = Scan.closing(text, i, lineEnd, text.charAt(i) == '[' ? ']' : '}');
      if (close < 0) {
        return lineEnd;
      }
      i = close + 1;
    }
    return i;
  }

  private void verbatim(String environment, int inside) {
    int first = environment.equals("python") ? inside : afterGroups(inside);
    String options = text.substring(inside, first);
    String language = environment.equals("python") ? "python" : Languages.given(options);
    int start = first < end && first == lineEnd ? first + 1 : first;
    int close = text.indexOf("\\end{" + environment + "}", start);
    int to = close < 0 || close > end ? end : close;
    int codeEnd = to > start && text.charAt(to - 1) == '\n' ? to - 1 : to;
    String code = text.substring(Math.min(start, codeEnd), codeEnd);
    assembly.add(new Part.Code(language, code, Math.min(start, codeEnd)));
    goOn(to);
  }
}
