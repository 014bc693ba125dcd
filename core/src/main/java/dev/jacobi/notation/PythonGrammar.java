package dev.jacobi.notation;

import dev.jacobi.notation.PythonToken.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Operator precedence over the tokens of one logical line of Python.
final class PythonGrammar {
  private static final int MAX_DEPTH = 200;
  private static final int COMPARISON = 1;
  private static final int PREFIX = 4;
  private static final int POWER = 5;

  /// How tightly a sign between operands binds.
  private static final Map<String, Integer> INFIX =
      Map.ofEntries(
          Map.entry("<", COMPARISON),
          Map.entry("<=", COMPARISON),
          Map.entry(">", COMPARISON),
          Map.entry(">=", COMPARISON),
          Map.entry("==", COMPARISON),
          Map.entry("!=", COMPARISON),
          Map.entry("+", 2),
          Map.entry("-", 2),
          Map.entry("*", 3),
          Map.entry("/", 3),
          Map.entry("@", 3),
          Map.entry("**", POWER));

  private final List<PythonToken> tokens;
  private int at;
  private int depth;

  PythonGrammar(List<PythonToken> tokens, int at) {
    this.tokens = tokens;
    this.at = at;
  }

  int at() {
    return at;
  }

  PythonToken token() {
    return tokens.get(at);
  }

  boolean skip(String sign) {
    boolean there = token().is(sign);
    at += there ? 1 : 0;
    return there;
  }

  PythonToken next() {
    PythonToken token = token();
    at = Math.min(at + 1, tokens.size() - 1);
    return token;
  }

  void expect(String sign) {
    if (!skip(sign)) {
      throw expected("`" + sign + "`");
    }
  }

  NotationException expected(String what) {
    return new NotationException(
        token().place(), "expected " + what + ", found " + token().described(), "");
  }

  void end() {
    if (token().kind() != Kind.END) {
      throw expected("an operator or the end of the line");
    }
  }

  /// `a, b`: a [PythonTree.Tuple] when there is a comma.
  PythonTree expressions() {
    Place place = token().place();
    PythonTree first = expression();
    if (!token().is(",")) {
      return first;
    }
    List<PythonTree> items = new ArrayList<>(List.of(first));
    while (skip(",")) {
      if (ends()) {
        break;
      }
      items.add(expression());
    }
    return new PythonTree.Tuple(items, place);
  }

  private boolean ends() {
    PythonToken t = token();
    return t.kind() == Kind.END || t.is(")") || t.is("]") || t.is("=") || t.is(":");
  }

  PythonTree expression() {
    return infix(0);
  }

  private PythonTree infix(int above) {
    if (++depth > MAX_DEPTH) {
      throw new NotationException(token().place(), "nested too deeply", "");
    }
    PythonTree left = prefix();
    while (token().kind() == Kind.SIGN && INFIX.getOrDefault(token().text(), 0) > above) {
      PythonToken sign = next();
      int level = INFIX.get(sign.text());
      if (level == COMPARISON
          && left instanceof PythonTree.Infix(var s, _, _, _)
          && INFIX.get(s) == COMPARISON
          && !closedBefore(sign)) {
        throw new NotationException(sign.place(), "a chain of comparisons is not read", "");
      }
      PythonTree right = infix(level == POWER ? PREFIX - 1 : level);
      left = new PythonTree.Infix(sign.text(), left, right, sign.place());
    }
    depth--;
    return left;
  }

  private boolean closedBefore(PythonToken sign) {
    int index = tokens.indexOf(sign);
    return index > 0 && tokens.get(index - 1).is(")");
  }

  private PythonTree prefix() {
    PythonToken t = token();
    if (skip("-")) {
      return new PythonTree.Negated(infix(PREFIX), t.place());
    }
    if (skip("+")) {
      return infix(PREFIX);
    }
    if (skip("~")) { // of a mask: what it leaves out
      return new PythonTree.Infix(
          "-", new PythonTree.Num("1", t.place()), infix(PREFIX), t.place());
    }
    return postfix(atom());
  }

  private PythonTree atom() {
    PythonToken t = token();
    return switch (t.kind()) {
      case NAME -> {
        if (PythonReader.KEYWORDS.contains(t.text())) {
          throw expected("a formula");
        }
        next();
        yield new PythonTree.Name(t.text(), t.place());
      }
      case NUMBER -> {
        next();
        yield new PythonTree.Num(t.text(), t.place());
      }
      case TEXT -> {
        next();
        yield new PythonTree.Text(t.text(), t.place());
      }
      default -> bracket(t);
    };
  }

  private PythonTree bracket(PythonToken open) {
    if (skip("...")) {
      return new PythonTree.Whole(open.place());
    }
    String close = open.is("(") ? ")" : "]";
    if (!skip("(") && !skip("[")) {
      throw expected("a formula");
    }
    if (skip(close)) {
      return new PythonTree.Tuple(List.of(), open.place());
    }
    PythonTree inside = expressions();
    expect(close);
    return open.is("[") && !(inside instanceof PythonTree.Tuple)
        ? new PythonTree.Tuple(List.of(inside), open.place())
        : inside;
  }

  private PythonTree postfix(PythonTree atom) {
    PythonTree of = atom;
    while (true) {
      PythonToken t = token();
      if (skip(".")) {
        if (token().kind() != Kind.NAME) {
          throw expected("a name after the dot");
        }
        PythonToken name = next();
        of = new PythonTree.Attribute(of, name.text(), name.place());
      } else if (skip("(")) {
        of = call(of);
      } else if (skip("[")) {
        of = new PythonTree.Subscript(of, items(), t.place());
      } else {
        return of;
      }
    }
  }

  private PythonTree call(PythonTree of) {
    List<PythonTree> arguments = new ArrayList<>();
    Map<String, PythonTree> named = new LinkedHashMap<>();
    while (!skip(")")) {
      PythonToken t = token();
      if (t.kind() == Kind.NAME && tokens.get(at + 1).is("=")) {
        at += 2;
        named.put(t.text(), expression());
      } else {
        arguments.add(expression());
      }
      if (!skip(",") && !token().is(")")) {
        throw expected("`,` or `)`");
      }
    }
    return new PythonTree.Call(of, arguments, named, of.place());
  }

  private List<PythonTree> items() {
    List<PythonTree> items = new ArrayList<>();
    while (!skip("]")) {
      PythonToken t = token();
      items.add(skip(":") ? new PythonTree.Whole(t.place()) : expression());
      if (!skip(",") && !token().is("]")) {
        throw expected("`,` or `]`");
      }
    }
    return items;
  }
}
