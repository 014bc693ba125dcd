package dev.jacobi.document;

import dev.jacobi.document.Document.Macro;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What the author defined, anywhere in the file, and where these definitions stand. A later
/// definition of the same name wins.
final class Macros {
  /// A definition is not looked for any further.
  private static final int MAX_LENGTH = 4000;

  private static final int MAX_ARGUMENTS = 9;

  private final String text;
  private final boolean comments;
  private final Map<String, Macro> all = new HashMap<>();
  private final Map<String, String> theorems = new HashMap<>();
  private final Map<Integer, Integer> ends = new HashMap<>();
  private int at;
  private int limit;

  private Macros(String text, boolean comments) {
    this.text = text;
    this.comments = comments;
  }

  /// With `comments`, a `%` hides the rest of its line.
  static Macros of(String text, boolean comments) {
    Macros macros = new Macros(text, comments);
    macros.scan();
    return macros;
  }

  Map<String, Macro> all() {
    return all;
  }

  /// `\newtheorem{prob}{Problem}`: the title of an environment.
  Map<String, String> theorems() {
    return theorems;
  }

  /// Where the definition that begins here ends; -1 when none does.
  int endOf(int from) {
    return ends.getOrDefault(from, -1);
  }

  private void scan() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\\') {
        command();
      } else if (c == '%' && comments) {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
      } else {
        at++;
      }
    }
  }

  private void command() {
    int start = at;
    limit = Math.min(text.length(), start + MAX_LENGTH);
    String word = name();
    boolean read =
        switch (word) {
          case "\\newcommand", "\\renewcommand", "\\providecommand", "\\newcommandx" ->
              newCommand(word.equals("\\providecommand"));
          case "\\DeclareMathOperator" -> operator();
          case "\\def", "\\gdef", "\\edef" -> def();
          case "\\let" -> let();
          case "\\newtheorem" -> theorem();
          default -> false;
        };
    if (read) {
      ends.put(start, at);
    } else {
      at = Math.max(at, start + word.length());
    }
  }

  /// A backslash with the letters, or the one character, that follow it.
  private String name() {
    int start = at++;
    while (at < text.length() && Scan.isLetter(text.charAt(at))) {
      at++;
    }
    if (at == start + 1 && at < text.length()) {
      at++;
    }
    return text.substring(start, at);
  }

  private boolean newCommand(boolean onlyIfNew) {
    skip('*');
    String name = defined();
    if (name.isEmpty()) {
      return false;
    }
    Optional<String> count = group('[', ']');
    Optional<String> optional = count.isEmpty() ? Optional.empty() : group('[', ']');
    Optional<String> body = group('{', '}');
    int arguments = count.map(Macros::digit).orElse(0);
    if (body.isEmpty() || arguments < 0) {
      return false;
    }
    Macro macro = new Macro(arguments, optional, body.get());
    if (onlyIfNew) {
      all.putIfAbsent(name, macro);
    } else {
      all.put(name, macro);
    }
    return true;
  }

  private static int digit(String count) {
    String digits = count.strip();
    int value = digits.length() == 1 ? digits.charAt(0) - '0' : -1;
    return value <= MAX_ARGUMENTS ? value : -1;
  }

  private boolean operator() {
    String star = skip('*') ? "*" : "";
    String name = defined();
    Optional<String> body = name.isEmpty() ? Optional.empty() : group('{', '}');
    body.ifPresent(b -> all.put(name, new Macro(0, "\\operatorname" + star + "{" + b + "}")));
    return body.isPresent();
  }

  private boolean def() {
    String name = defined();
    if (name.isEmpty()) {
      return false;
    }
    int arguments = 0;
    while (at + 1 < limit && text.charAt(at) == '#') {
      if (text.charAt(at + 1) != '1' + arguments) {
        return false;
      }
      arguments++;
      at += 2;
    }
    Optional<String> body = group('{', '}');
    if (body.isPresent()) {
      all.put(name, new Macro(arguments, body.get()));
    }
    return body.isPresent();
  }

  private boolean let() {
    String name = defined();
    skip('=');
    blanks();
    if (name.isEmpty() || at >= limit || text.charAt(at) != '\\') {
      return false;
    }
    String meaning = name();
    all.put(name, all.getOrDefault(meaning, new Macro(0, meaning)));
    return true;
  }

  private boolean theorem() {
    skip('*');
    Optional<String> name = group('{', '}');
    group('[', ']');
    Optional<String> title = name.isEmpty() ? Optional.empty() : group('{', '}');
    title.ifPresent(t -> theorems.put(name.get(), t));
    return title.isPresent();
  }

  /// `{\x}` or `\x`: the name that is being defined; empty when there is none.
  private String defined() {
    blanks();
    if (at < limit && text.charAt(at) == '\\') {
      return name();
    }
    String inside = group('{', '}').orElse("").strip();
    return inside.length() > 1 && inside.charAt(0) == '\\' ? inside : "";
  }

  private boolean skip(char sign) {
    blanks();
    boolean there = at < limit && text.charAt(at) == sign;
    at += there ? 1 : 0;
    return there;
  }

  private void blanks() {
    at = Scan.afterBlanks(text, at, limit);
  }

  /// What a pair of brackets that opens here holds. One that is not closed moves past all that was
  /// looked through.
  private Optional<String> group(char open, char close) {
    blanks();
    if (at >= limit || text.charAt(at) != open) {
      return Optional.empty();
    }
    int start = at + 1;
    int end = Scan.closing(text, at, limit, close);
    at = end < 0 ? limit : end + 1;
    return end < 0 ? Optional.empty() : Optional.of(text.substring(start, end));
  }
}
