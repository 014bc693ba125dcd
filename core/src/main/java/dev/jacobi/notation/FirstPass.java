package dev.jacobi.notation;

import dev.jacobi.notation.Token.Kind;
import java.util.List;

/// Finds what a file declares and defines before any formula is read, since statements may stand in
/// any order and `a(b)` and `dC/dW1` mean one thing or another by what the names are.
final class FirstPass {
  private final Names names;

  private FirstPass(Names names) {
    this.names = names;
  }

  /// The names of a file's statements.
  static Names over(List<List<Token>> statements) {
    FirstPass pass = new FirstPass(Names.none());
    for (List<Token> statement : statements) {
      pass.look(statement);
    }
    return pass.names;
  }

  private void look(List<Token> statement) {
    int in = outer(statement, 0, Kind.IN);
    if (in > 0) {
      declarations(statement, in);
      return;
    }
    Token first = statement.getFirst();
    Token second = statement.get(1);
    if (!first.is(Kind.NAME)) {
      return;
    }
    if (second.is(Kind.EQUALS)) {
      names.value(first.text());
    } else if (second.is(Kind.OPEN_SQUARE) && isBeforeEquals(statement)) {
      names.value(first.text());
    } else if (definesFunction(statement)) {
      names.function(first.text());
    }
  }

  /// `f(u) = …`, `f(u, v) = …`: a name, and names between parentheses.
  static boolean definesFunction(List<Token> statement) {
    return statement.get(0).is(Kind.NAME)
        && statement.get(1).is(Kind.OPEN)
        && !statement.get(1).spaced()
        && isBeforeEquals(statement)
        && holdsNames(statement, 1);
  }

  /// Whether the bracket after the first name is followed by `=`, perhaps after an index.
  static boolean isBeforeEquals(List<Token> statement) {
    int closing = closing(statement, 1);
    if (closing > 0 && statement.get(1).is(Kind.OPEN) && atIndex(statement, closing + 1)) {
      closing = closing(statement, closing + 1);
    }
    return closing > 0 && statement.get(closing + 1).is(Kind.EQUALS);
  }

  /// `f(x)[i] = …`: a function defined by entry.
  private static boolean atIndex(List<Token> statement, int at) {
    return statement.get(at).is(Kind.OPEN_SQUARE) && !statement.get(at).spaced();
  }

  private static boolean holdsNames(List<Token> statement, int opening) {
    int at = opening + 1;
    while (statement.get(at).is(Kind.NAME) && statement.get(at + 1).is(Kind.COMMA)) {
      at += 2;
    }
    return statement.get(at).is(Kind.NAME) && statement.get(at + 1).is(Kind.CLOSE);
  }

  private void declarations(List<Token> statement, int firstIn) {
    int start = 0;
    int in = firstIn;
    while (in > 0) {
      declared(statement, start, in);
      int next = outer(statement, in + 1, Kind.IN);
      start = lastListStart(statement, in, next < 0 ? statement.size() - 1 : next);
      extents(statement, in + 1, next < 0 ? statement.size() - 1 : start);
      in = next;
    }
  }

  /// Where the names before the next `in` begin: after the first outer comma that follows a value
  /// set.
  private static int lastListStart(List<Token> statement, int from, int to) {
    int comma = outer(statement, from, Kind.COMMA);
    return comma < 0 || comma > to ? to : comma + 1;
  }

  private void declared(List<Token> statement, int from, int to) {
    int at = from;
    while (at < to) {
      Token token = statement.get(at);
      int after = at + 1;
      if (statement.get(after).is(Kind.OPEN)) {
        after = Math.max(closing(statement, after), after) + 1;
      }
      boolean alone = statement.get(after).is(Kind.COMMA) || statement.get(after).is(Kind.IN);
      if (token.is(Kind.NAME) && alone) {
        if (after > at + 1) {
          names.function(token.text());
        } else {
          names.value(token.text());
        }
      }
      int comma = outer(statement, at, Kind.COMMA);
      at = comma < 0 ? to : comma + 1;
    }
  }

  /// Names of extents are numbers in formulas. The word of the set itself is not one, nor the cross
  /// in `R^{a x n}`.
  private void extents(List<Token> statement, int from, int to) {
    boolean isSet = Vocabulary.SETS.contains(setWord(statement.get(from)));
    for (int i = isSet ? from + 1 : from; i < to; i++) {
      Token token = statement.get(i);
      if (token.is(Kind.NAME) && !token.isWord("x")) {
        names.value(token.text());
      }
    }
  }

  /// The word of a value set, `ℝ` being `R`.
  static String setWord(Token token) {
    return token.isWord("ℝ") ? "R" : token.text();
  }

  /// The first token of a kind outside brackets; -1 when there is none.
  static int outer(List<Token> statement, int from, Kind kind) {
    int depth = 0;
    for (int i = from; i < statement.size(); i++) {
      Kind found = statement.get(i).kind();
      if (found == kind && depth == 0) {
        return i;
      }
      depth += found.opens() ? 1 : found.closes() ? -1 : 0;
    }
    return -1;
  }

  private static int closing(List<Token> statement, int opening) {
    int depth = 0;
    for (int i = opening; i < statement.size(); i++) {
      Kind kind = statement.get(i).kind();
      depth += kind.opens() ? 1 : kind.closes() ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }
}
