package dev.jacobi.document;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Where mathematics begins and ends. A stretch never runs on over a blank line that stands in no
/// environment of its own: a display that is not closed by then ends there, and a sign of inline
/// mathematics was none.
final class Delimiters {
  /// A row a pair of delimiters.
  private enum Pair {
    DOLLARS("$$", "$$", true, false),
    SQUARE("\\[", "\\]", true, false),
    ROUND("\\(", "\\)", false, false),
    /// Markdown eats one backslash of these.
    ESCAPED_SQUARE("\\\\[", "\\\\]", true, true),
    ESCAPED_ROUND("\\\\(", "\\\\)", false, true);

    final String open;
    final String close;
    final boolean display;
    final boolean markdownOnly;

    Pair(String open, String close, boolean display, boolean markdownOnly) {
      this.open = open;
      this.close = close;
      this.display = display;
      this.markdownOnly = markdownOnly;
    }
  }

  /// One stretch: its content without white space around it, and where the text goes on.
  record Found(int from, int to, int next, boolean display, String environment) {}

  /// What stands between blank lines and then a lone `$$` may have so many words.
  private static final int FEW_WORDS = 2;

  /// Commands whose argument is text, in which mathematics may begin anew.
  private static final Set<String> WORDS =
      Set.of("text", "mbox", "hbox", "fbox", "textrm", "textbf", "textit", "colorbox", "fcolorbox");

  private static final Pair[] PAIRS = Pair.values();

  private final String text;
  private final int end;
  private final boolean tex;
  private final Environments environments;

  /// Up to here, no closing sign of the pair is found.
  private final Map<Pair, Integer> unclosed = new EnumMap<>(Pair.class);

  /// Where the closing sign after a place stands.
  private final Map<Pair, int[]> closings = new EnumMap<>(Pair.class);

  /// In LaTeX a dollar is never money, and `%` hides the rest of a line.
  Delimiters(String text, int end, boolean tex) {
    this.text = text;
    this.end = end;
    this.tex = tex;
    this.environments = new Environments(text, end, tex);
  }

  /// The stretch whose opening sign stands here; call it at a dollar or backslash.
  Optional<Found> at(int at) {
    for (Pair pair : PAIRS) {
      if (!(tex && pair.markdownOnly) && text.startsWith(pair.open, at)) {
        return at < unclosed.getOrDefault(pair, 0) ? Optional.empty() : enclosed(pair, at);
      }
    }
    return text.charAt(at) == '$' ? dollar(at) : environments.at(at);
  }

  /// The inline formulas of a heading.
  List<Found> within(int from, int to) {
    List<Found> all = new ArrayList<>();
    for (int i = from; i < to; ) {
      char c = text.charAt(i);
      boolean may = c == '$' || c == '\\' && text.startsWith("\\(", i);
      Optional<Found> found = may ? at(i) : Optional.empty();
      if (found.isPresent() && found.get().next() <= to) {
        all.add(found.get());
        i = found.get().next();
      } else {
        i += c == '\\' ? 2 : 1;
      }
    }
    return all;
  }

  private Optional<Found> enclosed(Pair pair, int at) {
    int start = at + pair.open.length();
    int from = Scan.afterBlanks(text, start, end);
    int close = from;
    int depth = 0;
    for (; close < end; close++) {
      char c = text.charAt(close);
      if (c == pair.close.charAt(0) && text.startsWith(pair.close, close)) {
        return closed(pair, start, close);
      }
      if (c == '\\') {
        depth += environments.step(close);
        close++;
      } else if (c == '%' && tex) {
        close = Scan.lineEnd(text, close, end) - 1;
      } else if (c == '\n' && Paragraphs.endsAt(text, close, end)) {
        int later = Scan.afterBlanks(text, close, end);
        boolean whole = environments.endsBefore(close);
        if (standsAlone(pair.close, later)
            && (whole || Prices.words(text, start, close) <= FEW_WORDS)) {
          return closed(pair, start, later);
        }
        boolean row = pair.display && endsARow(start, close) && next(pair, later) >= 0;
        if (!row && (depth == 0 || !environments.endsWithin(later, next(pair, later)))) {
          break;
        }
        close = later - 1;
      }
    }
    return open(pair, start, Math.min(close, end));
  }

  /// A `\\` before a blank line: the display goes on.
  private boolean endsARow(int start, int blank) {
    int to = Scan.beforeBlanks(text, start, blank);
    return to - start > 1 && text.startsWith("\\\\", to - 2);
  }

  /// Where the next closing sign stands; -1 when there is none. Nothing is searched twice.
  private int next(Pair pair, int from) {
    int[] known = closings.computeIfAbsent(pair, _ -> new int[] {Integer.MAX_VALUE, -1});
    if (from < known[0] || known[1] >= 0 && from > known[1]) {
      known[0] = from;
      known[1] = text.indexOf(pair.close, from);
    }
    return known[1];
  }

  private boolean standsAlone(String sign, int at) {
    if (!text.startsWith(sign, at)) {
      return false;
    }
    int after = Scan.afterSpaces(text, at + sign.length(), end);
    return after >= end || text.charAt(after) == '\n';
  }

  private Optional<Found> closed(Pair pair, int start, int close) {
    if (!tex && pair.open.charAt(0) == '\\' && Prices.isReference(text, start, close)) {
      return Optional.empty();
    }
    return Optional.of(trimmed(start, close, close + pair.close.length(), pair.display, ""));
  }

  /// A display that is not closed ends with its paragraph, or at a single dollar.
  private Optional<Found> open(Pair pair, int start, int stop) {
    boolean display = pair == Pair.DOLLARS || pair.display && tex;
    int line = Scan.afterSpaces(text, start, stop);
    boolean blank = line >= stop || text.charAt(line) == '\n' && Paragraphs.endsAt(text, line, end);
    if (!display || blank) {
      unclosed.put(pair, stop);
      return Optional.empty();
    }
    int dollar = text.indexOf('$', start, stop);
    boolean cut = dollar >= 0;
    int to = cut ? dollar : stop;
    return Optional.of(trimmed(start, to, cut ? to + 1 : to, true, ""));
  }

  private Optional<Found> dollar(int at) {
    if (!tex && text.startsWith("$`", at)) {
      Optional<Found> ticked = ticked(at);
      if (ticked.isPresent()) {
        return ticked;
      }
    }
    int close = at + 1;
    for (; close < end; close++) {
      char c = text.charAt(close);
      if (c == '$') {
        boolean money = !tex && Prices.isMoney(text, at + 1, close, end);
        return money || close == at + 1
            ? Optional.empty()
            : Optional.of(trimmed(at + 1, close, close + 1, false, ""));
      }
      if (c == '\\') {
        close = Math.max(close + 1, afterWords(close) - 1);
      } else if (c == '%' && tex) {
        close = Scan.lineEnd(text, close, end) - 1;
      } else if (c == '\n' && Paragraphs.endsAt(text, close, end)) {
        break;
      }
    }
    return Optional.empty();
  }

  /// A dollar and a tick at either side, which keep Markdown's own signs out.
  private Optional<Found> ticked(int at) {
    int close = text.indexOf("`$", at + 2);
    int blank = at + 2;
    while (blank < close && !(text.charAt(blank) == '\n' && Paragraphs.endsAt(text, blank, end))) {
      blank++;
    }
    return close < 0 || blank < close
        ? Optional.empty()
        : Optional.of(trimmed(at + 2, close, close + 2, false, ""));
  }

  /// After the arguments of `\mbox{if $i = j$}`, which have formulas of their own in them; the
  /// backslash itself when it begins nothing of the kind.
  private int afterWords(int backslash) {
    int at = backslash + 1;
    while (at < end && Character.isLetter(text.charAt(at))) {
      at++;
    }
    if (!WORDS.contains(text.substring(backslash + 1, at))) {
      return backslash;
    }
    int after = backslash;
    while (at < end && text.charAt(at) == '{') {
      int close = closing(at);
      if (close < 0 || dollars(at, close) % 2 != 0) {
        return after;
      }
      at = close + 1;
      after = at;
    }
    return after;
  }

  /// The brace that closes the one here, before the paragraph ends; -1 when there is none.
  private int closing(int open) {
    int depth = 0;
    for (int i = open; i < end; i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '{') {
        depth++;
      } else if (c == '}' && --depth == 0) {
        return i;
      } else if (c == '\n' && Paragraphs.endsAt(text, i, end)) {
        return -1;
      }
    }
    return -1;
  }

  private int dollars(int from, int to) {
    int dollars = 0;
    for (int i = from; i < to; i++) {
      dollars += text.charAt(i) == '$' && text.charAt(i - 1) != '\\' ? 1 : 0;
    }
    return dollars;
  }

  private Found trimmed(int from, int to, int next, boolean display, String environment) {
    int first = Scan.afterBlanks(text, from, to);
    int last = Scan.beforeBlanks(text, first, to);
    return new Found(first, last, next, display, environment);
  }
}
