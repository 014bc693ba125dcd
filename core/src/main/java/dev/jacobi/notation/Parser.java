package dev.jacobi.notation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// Reads plain text: a whole file, or one formula.
///
/// Two passes over the tokens: the first finds which names are values and which are functions, the
/// second reads each statement for itself, so that a bad one costs only itself.
public final class Parser {
  /// The longest text that is read, in characters.
  public static final int MAX_LENGTH = 1 << 20;

  private Parser() {}

  /// The statements of a `.jacobi` file, and everything in it that cannot be read.
  public static Parsed parse(String text) {
    return parse(text, List.of());
  }

  /// Statements among names of values that are declared elsewhere.
  public static Parsed parse(String text, List<String> values) {
    if (text.length() > MAX_LENGTH) {
      return new Parsed(List.of(), List.of(tooLong(text)), Set.of());
    }
    List<Problem> problems = new ArrayList<>(0);
    List<List<Token>> lines = Lines.of(TextTokens.of(text, problems));
    Names names = FirstPass.over(lines);
    values.forEach(names::value);
    List<Statement> statements = new ArrayList<>(lines.size());
    List<List<Token>> bad = new ArrayList<>(0);
    for (List<Token> line : lines) {
      if (!isReadable(line)) {
        bad.add(line);
        continue;
      }
      try {
        statements.addAll(Statements.read(line, names));
      } catch (NotationException unread) {
        problems.add(unread.problem());
        bad.add(line);
      }
    }
    if (problems.size() > 1) {
      problems.sort(
          Comparator.comparingInt((Problem p) -> p.place().line())
              .thenComparingInt(p -> p.place().column()));
    }
    return new Parsed(statements, problems, FirstPass.over(bad).all());
  }

  /// One formula without its file: `dA/dB` is a derivative, and `f(x)` a call, whatever the names
  /// are.
  ///
  /// @throws NotationException when it cannot be read
  public static Syntax formula(String text) {
    return formula(text, Names.trusting());
  }

  /// One formula among names that are known.
  ///
  /// @throws NotationException when it cannot be read
  public static Syntax formula(String text, Names names) {
    List<Problem> problems = new ArrayList<>(0);
    if (text.length() > MAX_LENGTH) {
      problems.add(tooLong(text));
    }
    List<Token> tokens = new ArrayList<>();
    for (Token token : problems.isEmpty() ? TextTokens.of(text, problems) : List.<Token>of()) {
      if (!token.is(Token.Kind.NEWLINE)) {
        tokens.add(token);
      }
    }
    if (!problems.isEmpty()) {
      Problem first = problems.getFirst();
      throw new NotationException(first.place(), first.message(), first.hint());
    }
    Cursor cursor = new Cursor(tokens);
    Syntax formula = new Formulas(cursor, names).formula();
    if (!cursor.at(Token.Kind.END)) {
      throw cursor.expected("an operator or the end of the formula");
    }
    return formula;
  }

  private static boolean isReadable(List<Token> line) {
    for (Token token : line) {
      if (token.is(Token.Kind.UNREADABLE)) {
        return false;
      }
    }
    return true;
  }

  private static Problem tooLong(String text) {
    return new Problem(
        new Place(1, 1, 1),
        "the text has " + text.length() + " characters; at most " + MAX_LENGTH + " are read",
        "");
  }
}
