package dev.jacobi.notation;

import dev.jacobi.notation.Token.Kind;
import java.util.List;

/// A place in the tokens of one statement. Never moves past the [Kind#END] that closes them.
final class Cursor {
  private final List<Token> tokens;
  private int at;

  Cursor(List<Token> tokens) {
    this.tokens = tokens;
  }

  Token token() {
    return tokens.get(at);
  }

  Kind kind() {
    return tokens.get(at).kind();
  }

  boolean at(Kind kind) {
    return tokens.get(at).kind() == kind;
  }

  boolean atWord(String word) {
    return tokens.get(at).isWord(word);
  }

  /// Of the kind, and without white space before it.
  boolean atTight(Kind kind) {
    return at(kind) && !token().spaced();
  }

  /// The token some steps ahead, the last one when there are fewer.
  Token ahead(int steps) {
    return tokens.get(Math.min(at + steps, tokens.size() - 1));
  }

  Token previous() {
    return tokens.get(Math.max(at - 1, 0));
  }

  Token next() {
    Token token = tokens.get(at);
    if (at < tokens.size() - 1) {
      at++;
    }
    return token;
  }

  boolean skip(Kind kind) {
    boolean there = at(kind);
    if (there) {
      next();
    }
    return there;
  }

  /// The stretch from a token to the last one read.
  Place since(Token start) {
    return start.place().to(previous().place());
  }

  /// How many steps ahead the bracket that opens so many steps ahead is closed; -1 when it is not.
  int closing(int opening) {
    int depth = 0;
    for (int i = at + opening; i < tokens.size(); i++) {
      if (tokens.get(i).kind().opens()) {
        depth++;
      } else if (tokens.get(i).kind().closes() && --depth == 0) {
        return i - at;
      }
    }
    return -1;
  }

  /// Reads `||` as two bars: `|a||b|`.
  void splitDoubleBar() {
    Place place = token().place();
    Place first = new Place(place.line(), place.column(), 1);
    Place second = new Place(place.line(), place.column() + 1, 1);
    tokens.set(at, new Token(Kind.BAR, "|", first, token().spaced()));
    tokens.add(at + 1, new Token(Kind.BAR, "|", second, false));
  }

  /// Moves past what closes a bracket or bars.
  void close(Kind closer, Token opener) {
    if (at(closer)) {
      next();
    } else if (at(Kind.END)) {
      throw new NotationException(
          opener.place(), "this `" + opener.text() + "` is never closed", "");
    } else {
      throw expected("`" + closer.spellings[0] + "` or an operator");
    }
  }

  Token expect(Kind kind, String what) {
    if (!at(kind)) {
      throw expected(what);
    }
    return next();
  }

  NotationException expected(String what) {
    return new NotationException(
        token().place(), "expected " + what + ", found " + token().described(), "");
  }
}
