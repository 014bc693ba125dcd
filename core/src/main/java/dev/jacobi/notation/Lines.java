package dev.jacobi.notation;

import dev.jacobi.notation.Token.Kind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Cuts the tokens of a file into statements. A statement goes on over the end of its line while a
/// bracket is open, after an operator or a comma, and when the next line begins with an operator.
///
/// A bracket that nothing closes holds no line open, so that forgetting one spoils one statement.
final class Lines {
  private final List<Token> tokens;
  private final BitSet unclosed = new BitSet();
  private final List<List<Token>> statements = new ArrayList<>();

  private Lines(List<Token> tokens) {
    this.tokens = tokens;
  }

  /// The statements, each ending with a [Kind#END] and without newlines inside.
  static List<List<Token>> of(List<Token> tokens) {
    Lines lines = new Lines(tokens);
    lines.findUnclosed();
    lines.cut();
    return lines.statements;
  }

  private void findUnclosed() {
    int[] open = new int[tokens.size()];
    int depth = 0;
    for (int i = 0; i < tokens.size(); i++) {
      Kind kind = tokens.get(i).kind();
      if (kind.opens()) {
        open[depth++] = i;
      } else if (kind.closes() && depth > 0 && closes(kind, open[depth - 1])) {
        depth--;
      } else if (kind.closes() && depth > 1 && closes(kind, open[depth - 2])) {
        unclosed.set(open[depth - 1]);
        depth -= 2;
      }
    }
    for (int i = 0; i < depth; i++) {
      unclosed.set(open[i]);
    }
  }

  private boolean closes(Kind kind, int opener) {
    return kind.closes(tokens.get(opener).kind());
  }

  private void cut() {
    List<Token> statement = new ArrayList<>();
    int depth = 0;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.kind().opens() && !unclosed.get(i)) {
        depth++;
      } else if (token.kind().closes() && depth > 0) {
        depth--;
      }
      boolean breaks = token.is(Kind.NEWLINE) || token.is(Kind.END);
      if (!breaks) {
        statement.add(token);
      } else if (!statement.isEmpty() && depth == 0) {
        i = lastNewline(i);
        if (!goesOn(statement.getLast(), i + 1)) {
          statements.add(ended(statement));
          statement = new ArrayList<>();
        }
      }
    }
  }

  private int lastNewline(int newline) {
    int last = newline;
    while (last + 1 < tokens.size() && tokens.get(last + 1).is(Kind.NEWLINE)) {
      last++;
    }
    return last;
  }

  private boolean goesOn(Token last, int next) {
    if (next >= tokens.size() || tokens.get(next).is(Kind.END)) {
      return false;
    }
    boolean open = last.kind().isInfix() || last.is(Kind.COMMA);
    return open && !asks(next) || tokens.get(next).kind().isInfix();
  }

  /// `derive C`: a request begins a statement, whatever is missing before it.
  private boolean asks(int at) {
    boolean name = at + 1 < tokens.size() && tokens.get(at + 1).is(Kind.NAME);
    return name && Vocabulary.REQUESTS.contains(tokens.get(at).text());
  }

  private static List<Token> ended(List<Token> statement) {
    Place last = statement.getLast().place();
    Place end = new Place(last.line(), last.column() + last.length(), 1);
    statement.add(new Token(Kind.END, "", end, true));
    return statement;
  }
}
