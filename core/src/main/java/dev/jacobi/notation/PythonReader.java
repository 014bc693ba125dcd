package dev.jacobi.notation;

import dev.jacobi.notation.PythonToken.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Reads code in the manner of NumPy and PyTorch, line by line: what it assigns, in Jacobi's own
/// formulas. It never fails; what it does not understand is [PythonLine.Unread].
public final class PythonReader {
  /// Words that are no names.
  static final Set<String> KEYWORDS =
      Set.of(
          "and",
          "as",
          "assert",
          "async",
          "await",
          "break",
          "class",
          "continue",
          "def",
          "del",
          "elif",
          "else",
          "except",
          "finally",
          "for",
          "from",
          "global",
          "if",
          "import",
          "in",
          "is",
          "lambda",
          "nonlocal",
          "not",
          "or",
          "pass",
          "raise",
          "return",
          "try",
          "while",
          "with",
          "yield");

  private static final Set<String> SILENT =
      Set.of(
          "import",
          "from",
          "pass",
          "global",
          "nonlocal",
          "del",
          "assert",
          "raise",
          "break",
          "continue",
          "print",
          "@");

  private static final Set<String> BLOCKS =
      Set.of(
          "for", "while", "if", "elif", "else", "with", "class", "try", "except", "finally",
          "async");

  private static final int MAX_TOKENS = 2000;

  private final List<PythonLine> lines = new ArrayList<>();
  private final Set<String> masks = new HashSet<>(); // names of comparisons
  private boolean givesGradients; // inside of a backward pass, by its name

  private PythonReader() {}

  /// The lines that say something, in their order. Imports, texts, calls for their effect and
  /// decorators are left out; offsets and places count in `code`.
  public static List<PythonLine> read(String code) {
    PythonReader reader = new PythonReader();
    for (List<PythonToken> tokens : PythonTokens.lines(code)) {
      reader.line(tokens);
    }
    return List.copyOf(reader.lines);
  }

  private void line(List<PythonToken> tokens) {
    int before = lines.size();
    Stretch at = Stretch.of(tokens, 0);
    try {
      if (tokens.size() > MAX_TOKENS) {
        throw PythonMeaning.unread(at.place(), "this line is too long");
      }
      statement(tokens, at);
    } catch (NotationException e) {
      lines.subList(before, lines.size()).clear();
      lines.add(new PythonLine.Unread(e.problem(), at.from(), at.to(), at.place()));
    }
  }

  /// Where a statement stands.
  private record Stretch(int from, int to, Place place) {
    static Stretch of(List<PythonToken> tokens, int first) {
      PythonToken begin = tokens.get(first);
      PythonToken last = tokens.get(Math.max(first, tokens.size() - 2));
      return new Stretch(begin.from(), last.to(), begin.place().to(last.place()));
    }
  }

  private void statement(List<PythonToken> tokens, Stretch at) {
    String word = tokens.get(0).text();
    boolean text = tokens.get(0).kind() == Kind.TEXT;
    if (text || SILENT.contains(word)) {
      return;
    }
    if (word.equals("def")) {
      function(tokens, at);
    } else if (BLOCKS.contains(word)) {
      lines.add(new PythonLine.Block(word, at.from(), at.to(), at.place()));
      int colon = colon(tokens);
      if (colon > 0 && tokens.get(colon + 1).kind() != Kind.END) {
        line(tokens.subList(colon + 1, tokens.size()));
      }
    } else if (word.equals("return")) {
      returned(tokens, at);
    } else {
      assignment(tokens, at);
    }
  }

  /// The colon that ends the head of a block, -1 when there is none.
  private static int colon(List<PythonToken> tokens) {
    int depth = 0;
    for (int i = 0; i < tokens.size(); i++) {
      PythonToken t = tokens.get(i);
      if (t.kind() == Kind.SIGN) {
        depth += "([{".contains(t.text()) ? 1 : ")]}".contains(t.text()) ? -1 : 0;
        if (depth == 0 && t.is(":")) {
          return i;
        }
      }
    }
    return -1;
  }

  private void function(List<PythonToken> tokens, Stretch at) {
    PythonGrammar grammar = new PythonGrammar(tokens, 1);
    PythonToken name = grammar.next();
    grammar.expect("(");
    List<String> parameters = new ArrayList<>();
    int depth = 1;
    boolean begins = true;
    while (depth > 0) {
      PythonToken t = grammar.next();
      if (t.kind() == Kind.END) {
        throw grammar.expected("`)`");
      }
      if (depth == 1 && begins && t.kind() == Kind.NAME) {
        parameters.add(t.text());
      }
      depth += t.is("(") || t.is("[") ? 1 : t.is(")") || t.is("]") ? -1 : 0;
      begins = depth == 1 && (t.is(",") || begins && (t.is("*") || t.is("**")));
    }
    parameters.removeAll(Set.of("self", "ctx", "cls"));
    String word = name.text().toLowerCase(Locale.ROOT);
    givesGradients = word.contains("backward") || word.contains("grad");
    lines.add(new PythonLine.Function(name.text(), parameters, at.from(), at.to(), at.place()));
    int colon = colon(tokens);
    if (colon > 0 && tokens.get(colon + 1).kind() != Kind.END) {
      line(tokens.subList(colon + 1, tokens.size()));
    }
  }

  private void returned(List<PythonToken> tokens, Stretch at) {
    List<Syntax> values = new ArrayList<>();
    if (tokens.get(1).is("{")) {
      dictionary(givesGradients ? "grads" : "", tokens, 1, at);
      return;
    }
    if (tokens.get(1).kind() != Kind.END) {
      PythonGrammar grammar = new PythonGrammar(tokens, 1);
      PythonTree tree = grammar.expressions();
      grammar.end();
      for (PythonTree item : items(tree)) {
        boolean none = item instanceof PythonTree.Name(var n, _) && n.equals("None");
        values.add(none ? new Syntax.Name("None", item.place()) : PythonMeaning.of(item));
      }
    }
    lines.add(new PythonLine.Return(values, at.from(), at.to(), at.place()));
  }

  private static List<PythonTree> items(PythonTree tree) {
    if (!(tree instanceof PythonTree.Tuple(var items, _))) {
      return List.of(tree);
    }
    return items.stream().flatMap(i -> items(i).stream()).toList();
  }

  private void assignment(List<PythonToken> tokens, Stretch at) {
    if (tokens.size() > 2 && tokens.get(1).is("=") && tokens.get(2).is("{")) {
      dictionary(tokens.get(0).text(), tokens, 2, at);
      return;
    }
    PythonGrammar grammar = new PythonGrammar(tokens, 0);
    PythonTree target = grammar.expressions();
    if (grammar.skip(":")) {
      grammar.expression();
    }
    PythonToken sign = grammar.token();
    if (sign.kind() == Kind.END) {
      effect(target, at);
      return;
    }
    grammar.next();
    List<PythonTree> targets = new ArrayList<>(List.of(target));
    PythonTree value = grammar.expressions();
    while (sign.is("=") && grammar.skip("=")) {
      targets.add(value);
      value = grammar.expressions();
    }
    if (!sign.is("=") && !isAugmented(sign)) {
      throw new NotationException(
          sign.place(), "expected an operator or `=`, found " + sign.described(), "");
    }
    grammar.end();
    for (PythonTree each : targets.reversed()) {
      assign(each, sign, value, at);
    }
  }

  private static boolean isAugmented(PythonToken sign) {
    return Set.of("+=", "-=", "*=", "/=", "@=", "**=").contains(sign.text())
        && sign.kind() == Kind.SIGN;
  }

  /// A call for its effect; only what a function of PyTorch saves is of interest.
  private void effect(PythonTree tree, Stretch at) {
    if (tree instanceof PythonTree.Call(PythonTree.Attribute(_, var name, _), var given, _, _)
        && name.equals("save_for_backward")) {
      List<Syntax> values = given.stream().map(PythonMeaning::of).toList();
      lines.add(new PythonLine.Saved(values, at.from(), at.to(), at.place()));
    }
  }

  private void assign(PythonTree target, PythonToken sign, PythonTree value, Stretch at) {
    if (target instanceof PythonTree.Tuple(var targets, _)) {
      unpack(targets, sign, value, at);
      return;
    }
    Syntax right = PythonMeaning.of(value);
    if (sign.is("=") && isMask(target) && target instanceof PythonTree.Subscript s) {
      String masked = name(s.of());
      Syntax old = new Syntax.Name(masked, s.of().place());
      List<Syntax> choice = List.of(PythonMeaning.of(s.items().get(0)), right, old);
      Syntax where = new Syntax.Call("where", choice, sign.place());
      lines.add(new PythonLine.Assignment(masked, where, at.from(), at.to(), at.place()));
      return;
    }
    String name = name(target);
    if (right instanceof Syntax.Indicator) {
      masks.add(name);
    }
    if (!sign.is("=")) {
      String operator = sign.text().substring(0, sign.text().length() - 1);
      Syntax old = new Syntax.Name(name, target.place());
      right = PythonMeaning.operation(operator, old, right, sign.place());
    }
    lines.add(new PythonLine.Assignment(name, right, at.from(), at.to(), at.place()));
  }

  /// `dz[z <= 0] = 0`.
  private boolean isMask(PythonTree target) {
    return target instanceof PythonTree.Subscript(PythonTree.Name _, var items, _)
        && items.size() == 1
        && isChoice(items.get(0));
  }

  /// `z <= 0`, `mask`, `~mask`.
  private boolean isChoice(PythonTree index) {
    return switch (index) {
      case PythonTree.Name(var n, _) -> masks.contains(n);
      case PythonTree.Infix(_, PythonTree.Num _, var of, _) when isChoice(of) -> true;
      case PythonTree.Infix i -> PythonMeaning.of(i) instanceof Syntax.Indicator;
      default -> false;
    };
  }

  private void unpack(List<PythonTree> targets, PythonToken sign, PythonTree value, Stretch at) {
    if (value instanceof PythonTree.Attribute(var of, var n, var place) && n.equals("shape")) {
      sizes(targets, of, place, at);
      return;
    }
    if (value instanceof PythonTree.Tuple(var values, _) && values.size() == targets.size()) {
      for (int i = 0; i < values.size(); i++) {
        assign(targets.get(i), sign, values.get(i), at);
      }
      return;
    }
    List<String> names = targets.stream().map(PythonReader::name).toList();
    String source =
        switch (value) {
          case PythonTree.Name(var n, _) -> n;
          case PythonTree.Attribute(_, var n, _) -> n;
          case PythonTree.Call(PythonTree.Name(var n, _), _, _, _) -> n;
          case PythonTree.Call(PythonTree.Attribute(_, var n, _), _, _, _) -> n;
          default -> throw PythonMeaning.unread(value.place(), "this has no parts to assign");
        };
    lines.add(new PythonLine.Given(names, source, at.from(), at.to(), at.place()));
  }

  /// `N, D = X.shape`.
  private void sizes(List<PythonTree> targets, PythonTree of, Place place, Stretch at) {
    for (int axis = 0; axis < targets.size() && axis < 2; axis++) {
      PythonTree count = new PythonTree.Num(Integer.toString(axis), place);
      Syntax size = PythonMeaning.size(of, List.of(count), place);
      String name = name(targets.get(axis));
      lines.add(new PythonLine.Assignment(name, size, at.from(), at.to(), at.place()));
    }
  }

  /// `{"W1": dW1, "b1": db1}`: an assignment for each entry; of gradients when it is called so, or
  /// when it is what a backward pass gives.
  private void dictionary(String holder, List<PythonToken> tokens, int open, Stretch at) {
    PythonGrammar grammar = new PythonGrammar(tokens, open);
    grammar.expect("{");
    while (!grammar.skip("}")) {
      PythonTree key = grammar.expression();
      grammar.expect(":");
      PythonTree value = grammar.expression();
      if (!(key instanceof PythonTree.Text(var word, _))) {
        throw PythonMeaning.unread(key.place(), "a key that is no text is not read");
      }
      String name = PythonMeaning.held(holder, word);
      Syntax right = PythonMeaning.of(value);
      lines.add(new PythonLine.Assignment(name, right, at.from(), at.to(), at.place()));
      if (!grammar.token().is("}")) {
        grammar.expect(",");
      }
    }
    grammar.end();
  }

  private static String name(PythonTree target) {
    return switch (target) {
      case PythonTree.Name(var n, _) -> n;
      case PythonTree.Attribute a -> PythonMeaning.held(a);
      case PythonTree.Subscript s
          when s.items().size() == 1
              && s.items().get(0) instanceof PythonTree.Text
              && PythonMeaning.of(s) instanceof Syntax.Name(var n, _) ->
          n;
      case PythonTree.Subscript s ->
          throw PythonMeaning.unread(s.place(), "an assignment to entries is not read");
      default -> throw PythonMeaning.unread(target.place(), "nothing can be assigned to this");
    };
  }
}
