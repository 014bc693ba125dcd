package dev.jacobi.notation;

import dev.jacobi.notation.LatexTable.Row;
import dev.jacobi.notation.LatexToken.Kind;
import dev.jacobi.notation.Tex.Leaf;
import dev.jacobi.notation.Tex.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Reads tokens of LaTeX into things with scripts. A bracket without its partner becomes a
/// [Role#BAD] leaf, and what it would have held stays where it is, so that it spoils one side of
/// one row.
final class LatexTree {
  private static final int MAX_DEPTH = 50;

  private final List<LatexToken> tokens;
  private final Places places;
  final LatexDelimiters delimiters = new LatexDelimiters(this);
  private final LatexCommands commands = new LatexCommands(this);
  private final List<String> open = new ArrayList<>();
  private int at;
  private int depth;

  /// Where an offset stands.
  interface Places {
    Place of(int from, int to);
  }

  private LatexTree(List<LatexToken> tokens, Places places) {
    this.tokens = new ArrayList<>(tokens);
    this.places = places;
  }

  static List<Tex> read(String tex, Map<String, LatexMacro> macros, Places places) {
    LatexTree tree = new LatexTree(LatexTokens.of(tex, macros), places);
    return tree.items("end");
  }

  LatexToken token() {
    return tokens.get(at);
  }

  LatexToken take() {
    LatexToken token = tokens.get(at);
    if (!token.is(Kind.END)) {
      at++;
    }
    return token;
  }

  /// What stands up to a closer, which is left. `closer` says what this list is in: `end`, `brace`,
  /// `option`, `environment`, or the opening delimiter of a fence.
  List<Tex> items(String closer) {
    deeper();
    open.add(closer);
    List<Tex> items = new ArrayList<>();
    while (!ends(items)) {
      item(items);
    }
    open.removeLast();
    depth--;
    return items;
  }

  private void deeper() {
    if (++depth > MAX_DEPTH) {
      LatexToken deep = token();
      throw new NotationException(
          places.of(deep.from(), deep.to()),
          "nested more than " + MAX_DEPTH + " deep",
          "give the inner part a name of its own");
    }
  }

  private boolean ends(List<Tex> items) {
    LatexToken token = token();
    return switch (token.kind()) {
      case END -> true;
      case CLOSE_BRACE -> isOpen("brace") || isOpen("script");
      case RIGHT -> isOpen("left");
      case FINISH -> isOpen("environment");
      case SIGN, COMMAND -> {
        String closes = LatexFences.closes(token);
        boolean option = token.text().equals("]") && open.getLast().equals("option");
        yield option || (!closes.isEmpty() && isOpenHere(closes)) || closesBar(token, items);
      }
      default -> false;
    };
  }

  /// Whether the innermost bracket is round, or a subscript: a bar without a partner stands between
  /// arguments, or indices.
  boolean isInList() {
    boolean arguments = open.getLast().equals("(") && LatexFences.closes(token()).equals("(");
    return arguments || open.getLast().equals("script") && token().is(Kind.CLOSE_BRACE);
  }

  boolean isOpen(String what) {
    return open.contains(what);
  }

  /// Whether a fence is open since the last brace: any bracket closes `[0, 1)`.
  private boolean isOpenHere(String opener) {
    String innermost = open.getLast();
    if (LatexFences.isBracket(innermost)) {
      return true;
    }
    for (int i = open.size() - 1; i >= 0; i--) {
      String outer = open.get(i);
      if (outer.equals(opener)) {
        return true;
      }
      if (!LatexFences.isBracket(outer) && !LatexFences.isBar(outer)) {
        return false;
      }
    }
    return false;
  }

  private boolean closesBar(LatexToken token, List<Tex> items) {
    String bar = bar(token);
    if (bar.isEmpty() || items.isEmpty() || !isOperandEnd(items.getLast())) {
      return false;
    }
    String innermost = open.getLast();
    return innermost.equals(bar) || (innermost.equals("|") && bar.equals("||"));
  }

  private static boolean isOperandEnd(Tex item) {
    return !(item instanceof Leaf(Role role, _, _, _, _))
        || switch (role) {
          case SIGN, RELATION, STOP, ARROW, WIDE, LARGE, FUNCTION, CELL, ROW -> false;
          default -> true;
        };
  }

  /// `|` or `||` when a bar stands here; two bars side by side are one of the second kind.
  String bar(LatexToken token) {
    if (token.is(Kind.SIGN) && token.text().equals("|")) {
      LatexToken next = tokens.get(Math.min(at + 1, tokens.size() - 1));
      return next.is(Kind.SIGN) && next.text().equals("|") && next.tight() ? "||" : "|";
    }
    boolean command = token.is(Kind.COMMAND);
    Row row = LatexTable.row(token.text());
    return command && row.does() == LatexTable.Does.BAR ? row.text() : "";
  }

  private void item(List<Tex> into) {
    LatexToken first = token();
    int size = into.size();
    base(into);
    if (into.size() == size + 1 && size > 0 && scriptOf(into)) {
      return;
    }
    boolean raised = token().is(Kind.SUB) || token().is(Kind.SUP) || token().is(Kind.PRIME);
    if (raised && (into.size() == size + 1 || into.size() == size)) {
      Tex base =
          into.size() > size
              ? into.removeLast()
              : new Tex.Group(List.of(), false, first.from(), first.from());
      into.add(scripted(base));
    }
  }

  /// `\theta{_k}`: a script in braces of its own belongs to what stands before it.
  private static boolean scriptOf(List<Tex> into) {
    if (into.getLast() instanceof Tex.Group(List<Tex> inner, _, _, _)
        && inner.size() == 1
        && inner.getFirst() instanceof Tex.Scripted s
        && s.base() instanceof Tex.Group(List<Tex> base, _, _, _)
        && base.isEmpty()) {
      into.removeLast();
      Tex of = into.removeLast();
      into.add(new Tex.Scripted(of, s.sub(), s.sup(), s.primes(), of.from(), s.to()));
      return true;
    }
    return false;
  }

  private Tex scripted(Tex of) {
    Tex base = of;
    List<Tex> sub = new ArrayList<>();
    List<Tex> sup = new ArrayList<>();
    int primes = 0;
    while (token().is(Kind.SUB) || token().is(Kind.SUP) || token().is(Kind.PRIME)) {
      LatexToken mark = take();
      switch (mark.kind()) {
        case PRIME -> primes++;
        case SUB -> {
          boolean before = primes == 1 && sub.isEmpty() && sup.isEmpty();
          base = before ? LatexPrimes.before(base) : base;
          primes = before ? 0 : primes;
          sub.addAll(argument("script"));
        }
        default -> {
          List<Tex> raised = argument();
          int more = LatexScripts.primes(raised);
          primes += more;
          sup.addAll(more > 0 ? List.of() : raised);
        }
      }
    }
    return LatexScripts.parted(
        new Tex.Scripted(base, sub, sup, primes, base.from(), tokens.get(at - 1).to()));
  }

  /// What a command or a script takes: a group, or the next thing alone; of a number, its first
  /// digit.
  List<Tex> argument() {
    return argument("brace");
  }

  private List<Tex> argument(String closer) {
    LatexToken token = token();
    switch (token.kind()) {
      case OPEN_BRACE -> {
        return ((Tex.Group) group(closer)).items();
      }
      case NUMBER -> {
        if (token.text().length() > 1) {
          int middle = Math.min(token.from() + 1, token.to());
          String rest = token.text().substring(1);
          tokens.set(at, new LatexToken(Kind.NUMBER, rest, true, middle, token.to()));
          String digit = token.text().substring(0, 1);
          return List.of(new Leaf(Role.NUMBER, digit, token.tight(), token.from(), middle));
        }
      }
      case END, CLOSE_BRACE, CELL, ROW, RIGHT, FINISH, SUB, SUP -> {
        Leaf bad = bad(token, "an argument is missing here");
        return List.of(bad);
      }
      default -> {}
    }
    List<Tex> items = new ArrayList<>(1);
    deeper();
    base(items);
    depth--;
    return items;
  }

  /// Where what was read last ends, not before a token.
  int end(LatexToken start) {
    return Math.max(start.to(), tokens.get(Math.max(0, at - 1)).to());
  }

  static Leaf bad(LatexToken at, String message) {
    return new Leaf(Role.BAD, message, false, at.from(), at.to());
  }

  private Tex group(String closer) {
    LatexToken opener = take();
    List<Tex> items = items(closer);
    int to = token().to();
    if (token().is(Kind.CLOSE_BRACE)) {
      take();
    } else {
      items.addFirst(bad(opener, "this `{` is never closed"));
    }
    return new Tex.Group(overUnder(items, opener.from(), to), false, opener.from(), to);
  }

  /// `{a \over b}` is a fraction.
  private static List<Tex> overUnder(List<Tex> items, int from, int to) {
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i).is(Role.SIGN, "over")) {
        List<Tex> under = items.subList(i + 1, items.size());
        return List.of(new Tex.Fraction(items.subList(0, i), under, from, to));
      }
    }
    return items;
  }

  private void base(List<Tex> into) {
    LatexToken token = token();
    String bar = bar(token);
    if (!bar.isEmpty()) {
      delimiters.bars(bar, into);
      return;
    }
    switch (token.kind()) {
      case OPEN_BRACE -> into.add(group("brace"));
      case LETTER -> into.add(leaf(token.text().equals("𝟙") ? Role.ONE : Role.LETTER));
      case NUMBER -> into.add(leaf(Role.NUMBER));
      case CELL -> into.add(leaf(Role.CELL));
      case ROW -> into.add(leaf(Role.ROW));
      case WORDS -> {
        List<Tex> words = LatexWords.of(take());
        boolean one = words.size() == 1 && words.getFirst() instanceof Leaf;
        into.addAll(one ? List.of(upright((Leaf) words.getFirst())) : words);
      }
      case LEFT -> delimiters.left(into);
      case BEGIN -> environment(into);
      case COMMAND -> commands.read(take(), into);
      case SIGN -> delimiters.sign(into);
      case SUB, SUP, PRIME -> {}
      default -> into.add(bad(take(), "this `" + token.text() + "` closes nothing"));
    }
  }

  /// A d in a style of its own, `\mathrm{d} x`, reaches up to what it is the differential of.
  Leaf upright(Leaf leaf) {
    if (!leaf.is(Role.LETTER, "d") || !token().is(Kind.LETTER)) {
      return leaf;
    }
    return new Leaf(leaf.role(), leaf.text(), leaf.tight(), leaf.from(), token().from());
  }

  private Leaf leaf(Role role) {
    LatexToken token = take();
    return new Leaf(role, token.text(), token.tight(), token.from(), token.to());
  }

  private void environment(List<Tex> into) {
    LatexToken start = take();
    List<Tex> items = items("environment");
    LatexToken end = token();
    if (end.is(Kind.FINISH)) {
      take();
    } else {
      into.add(bad(start, "this `\\begin{" + start.text() + "}` has no `\\end`"));
    }
    into.add(new Tex.Environment(start.text(), items, start.from(), end.to()));
  }
}
