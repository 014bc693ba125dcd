package dev.jacobi.notation;

import dev.jacobi.notation.Tex.Leaf;
import dev.jacobi.notation.Tex.Role;
import dev.jacobi.notation.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/// What stands below and above a formula: indices, powers, transposes, inverses.
final class LatexScripts {
  static final Tex.Scripted NONE =
      new Tex.Scripted(new Tex.Group(List.of(), false, 0, 0), List.of(), List.of(), 0, 0, 0);

  private LatexScripts() {}

  /// `{x}_i` is `x_i`, and `{x_i}^2` is `x_i^2`.
  static Tex.Scripted merged(Tex.Scripted scripted) {
    Tex base = scripted.base();
    while (base instanceof Tex.Group(List<Tex> items, boolean visible, _, _)
        && !visible
        && items.size() == 1) {
      base = items.getFirst();
    }
    if (base instanceof Tex.Scripted below
        && below.primes() == 0
        && (below.sup().isEmpty() || (isLabel(below.sup()) && scripted.sup().isEmpty()))
        && (below.sub().isEmpty() || scripted.sub().isEmpty())) {
      Tex.Scripted inner = merged(below);
      return new Tex.Scripted(
          inner.base(),
          inner.sub().isEmpty() ? scripted.sub() : inner.sub(),
          inner.sup().isEmpty() ? scripted.sup() : inner.sup(),
          scripted.primes(),
          scripted.from(),
          scripted.to());
    }
    return new Tex.Scripted(
        base, scripted.sub(), scripted.sup(), scripted.primes(), scripted.from(), scripted.to());
  }

  /// `a^{[1](i)}` is an entry of `a^{[1]}`, `W^{(2)T}` is the transpose of `W^{(2)}`, and so is
  /// what OCR makes of it, `W^{(2)^T}`.
  static Tex.Scripted parted(Tex.Scripted s) {
    List<Tex> sup = LatexFormula.flat(s.sup());
    if (sup.size() == 1
        && sup.getFirst() instanceof Tex.Scripted p
        && p.primes() > 0
        && p.sub().isEmpty()
        && p.sup().isEmpty()
        && isLabel(List.of(p.base()))) { // g^{[1]'}
      int primes = s.primes() + p.primes();
      return new Tex.Scripted(s.base(), s.sub(), List.of(p.base()), primes, s.from(), s.to());
    }
    if (sup.size() == 1
        && sup.getFirst() instanceof Tex.Scripted(Tex label, List<Tex> sub, List<Tex> mark, _, _, _)
        && sub.isEmpty()) {
      return parted(s, label, LatexFormula.flat(mark));
    }
    if (sup.size() == 2 && isLabel(sup.subList(0, 1)) && primes(sup.subList(1, 2)) > 0) {
      int primes = s.primes() + primes(sup.subList(1, 2)); // g^{[1]\prime}
      return new Tex.Scripted(s.base(), s.sub(), sup.subList(0, 1), primes, s.from(), s.to());
    }
    return sup.size() == 2 ? parted(s, sup.getFirst(), sup.subList(1, 2)) : s;
  }

  private static Tex.Scripted parted(Tex.Scripted s, Tex label, List<Tex> mark) {
    boolean second = isLabel(List.of(label)) && s.sub().isEmpty() && isLabel(mark);
    if (!isLabel(List.of(label)) || !(second || isTransposed(mark))) {
      return s;
    }
    Tex named = new Tex.Scripted(s.base(), s.sub(), List.of(label), 0, s.from(), s.to());
    List<Tex> sub = second ? ((Tex.Fence) mark.getFirst()).items() : List.of();
    List<Tex> sup = second ? List.of() : mark;
    return new Tex.Scripted(named, sub, sup, s.primes(), s.from(), s.to());
  }

  /// How many primes a superscript is, `^{\prime\prime}`, `^{''}`; 0 when it is anything else.
  static int primes(List<Tex> sup) {
    int primes = 0;
    for (Tex item : sup) {
      boolean empty =
          item instanceof Tex.Scripted(Tex.Group(List<Tex> base, _, _, _), var sub, var up, _, _, _)
              && base.isEmpty()
              && sub.isEmpty()
              && up.isEmpty();
      if (!empty && !item.is(Role.MARK, "'")) {
        return 0;
      }
      primes += item instanceof Tex.Scripted s ? s.primes() : 1;
    }
    return primes;
  }

  /// `^{(1)}`, `^{[l]}`.
  static boolean isLabel(List<Tex> sup) {
    List<Tex> flat = LatexFormula.flat(sup);
    return flat.size() == 1
        && flat.getFirst() instanceof Tex.Fence(String open, _, _, _, _, _)
        && (open.equals("(") || open.equals("["));
  }

  static void say(LatexFormula formula, int start, Tex.Scripted scripted) {
    List<Tex> sub = LatexFormula.flat(scripted.sub());
    if (sub.size() == 1 && sub.getFirst().is(Role.SIGN, "+")) {
      formula.wrap(start, "relu", scripted);
    } else if (LatexBlocks.hasRelation(sub)) {
      throw formula.unread(scripted, "this subscript is no index", "");
    } else if (!sub.isEmpty()) {
      entry(formula, indices(sub, -1), scripted);
    }
    for (int i = 0; i < scripted.primes(); i++) {
      formula.emit(Kind.PRIME, "'", scripted, false);
    }
    if (!scripted.sup().isEmpty()) {
      raised(formula, start, LatexFormula.flat(scripted.sup()), scripted);
    }
  }

  static void entry(LatexFormula formula, List<List<Tex>> indices, Tex at) {
    formula.emit(Kind.OPEN_SQUARE, "[", at, false);
    for (int i = 0; i < indices.size(); i++) {
      if (i > 0) {
        formula.emit(Kind.COMMA, ",", at);
      }
      List<Tex> index = indices.get(i);
      if (index.size() == 1 && (index.getFirst().is(Role.STOP, ":") || isDot(index.getFirst()))) {
        formula.emit(Kind.COLON, ":", at);
      } else {
        formula.all(index);
      }
    }
    formula.emit(Kind.CLOSE_SQUARE, "]", at);
  }

  private static boolean isDot(Tex item) {
    return item.is(Role.SIGN, "*") || item.is(Role.SIGN, "·") || item.is(Role.STOP, ".");
  }

  /// Indices side by side: `ij` and `11` are two for a name of two axes, or one that is not known.
  static List<List<Tex>> indices(List<Tex> sub, int order) {
    List<List<Tex>> byComma = listed(sub);
    if (byComma.size() > 1) {
      return byComma;
    }
    List<List<Tex>> single = new ArrayList<>();
    for (Tex item : sub) {
      boolean fence =
          sub.size() == 1
              && item instanceof Tex.Fence(String open, _, _, _, _, _)
              && LatexFences.isBracket(open);
      boolean edge = item == sub.getFirst() || item == sub.getLast();
      boolean axis = edge && sub.size() > 1 && isDot(item);
      if (!fence && !axis && !isIndex(item)) {
        return List.of(sub);
      }
      if (item instanceof Leaf(Role role, String digits, _, _, _)
          && role == Role.NUMBER
          && order != 1) {
        for (int q = 0; q < digits.length(); q++) {
          char digit = digits.charAt(q);
          single.add(List.of(new Leaf(role, String.valueOf(digit), true, item.from(), item.to())));
        }
      } else {
        single.add(fence ? ((Tex.Fence) item).items() : List.of(item));
      }
    }
    return single;
  }

  private static boolean isIndex(Tex item) {
    return switch (item) {
      case Leaf(Role role, String text, _, _, _) ->
          role == Role.LETTER
              || (role == Role.NUMBER && text.indexOf('.') < 0)
              || (role == Role.STOP && text.equals(":"));
      case Tex.Scripted(Tex base, _, List<Tex> sup, _, _, _) -> sup.isEmpty() && isIndex(base);
      default -> false;
    };
  }

  /// Parts with commas or bars between, `q | p`, `j | i`.
  static List<List<Tex>> listed(List<Tex> items) {
    List<Tex> commas = new ArrayList<>(items.size());
    for (Tex item : items) {
      boolean bar = item.is(Role.STOP, "|") || item.is(Role.STOP, "||");
      commas.add(bar ? new Leaf(Role.STOP, ",", false, item.from(), item.to()) : item);
    }
    return split(commas);
  }

  /// Parts with commas between.
  static List<List<Tex>> split(List<Tex> items) {
    List<List<Tex>> parts = new ArrayList<>();
    List<Tex> part = new ArrayList<>();
    for (Tex item : items) {
      if (item.is(Role.STOP, ",") || item.is(Role.STOP, ";") || item.is(Role.ROW)) {
        parts.add(part);
        part = new ArrayList<>();
      } else {
        part.add(item);
      }
    }
    parts.add(part);
    parts.removeIf(List::isEmpty);
    return parts;
  }

  /// A T above is a power only where T is a value and what was said from an index on a number.
  private static boolean isTransposed(LatexFormula formula, int start, List<Tex> sup) {
    if (isSmallT(sup) && formula.names.turnsBySmallT()) {
      Token first = formula.out.get(start);
      return first.is(Kind.OPEN) || formula.names.order(first.text()) > 0;
    }
    return isTransposed(sup)
        && (sup.getFirst().is(Role.MARK)
            || !formula.names.isValue("T")
            || !isScalar(formula, start));
  }

  private static boolean isSmallT(List<Tex> sup) {
    return sup.size() == 1
        && (sup.getFirst().is(Role.LETTER, "t") || sup.getFirst().is(Role.WORD, "t"));
  }

  static boolean isTransposed(List<Tex> sup) {
    return sup.size() == 1
        && (sup.getFirst().is(Role.MARK)
            || sup.getFirst().is(Role.WORD, "T")
            || sup.getFirst().is(Role.LETTER, "T"));
  }

  private static void raised(LatexFormula formula, int start, List<Tex> sup, Tex at) {
    if (isTransposed(formula, start, sup)) {
      formula.emit(Kind.PRIME, "'", at, false);
      return;
    }
    if (sup.size() == 1 && sup.getFirst().is(Role.SIGN, "+")) {
      formula.wrap(start, "relu", at);
      return;
    }
    if (sup.isEmpty()) {
      throw formula.unread(at, "an exponent is missing here", "");
    }
    boolean minus = sup.size() == 2 && sup.getFirst().is(Role.SIGN, "-");
    boolean transposed = minus && isTransposed(formula, start, sup.subList(1, 2));
    if (transposed || (minus && sup.get(1).is(Role.NUMBER, "1") && isMatrix(formula, start))) {
      formula.wrap(start, "inv", at);
      if (transposed) {
        formula.emit(Kind.PRIME, "'", at, false);
      }
      return;
    }
    if (sup.size() == 1 && sup.getFirst().is(Role.SIGN)) {
      throw formula.unread(at, "this superscript is no power", "");
    }
    boolean entrywise = sup.getFirst().is(Role.SIGN, "⊙") || sup.getFirst().is(Role.SIGN, "∘");
    formula.emit(entrywise ? Kind.ENTRY_POWER : Kind.POWER, "^", at);
    formula.open(at);
    formula.all(entrywise ? sup.subList(1, sup.size()) : sup);
    formula.close(at);
    formula.parenthesise(start, at);
  }

  private static boolean isScalar(LatexFormula formula, int start) {
    Token first = formula.out.get(start);
    boolean alone = formula.out.size() == start + 1;
    return alone && (first.is(Kind.NUMBER) || formula.names.order(first.text()) == 0);
  }

  /// Whether what was said from an index on has a matrix in it, or is one capital letter.
  private static boolean isMatrix(LatexFormula formula, int start) {
    List<Token> said = formula.out.subList(start, formula.out.size());
    boolean known = false;
    for (Token token : said) {
      if (token.is(Kind.NAME)) {
        int order = formula.names.order(token.text());
        if (order == 2) {
          return true;
        }
        known |= order >= 0;
      }
    }
    String name = said.isEmpty() ? "" : said.getFirst().text();
    return !known && said.size() == 1 && !name.isEmpty() && Character.isUpperCase(name.charAt(0));
  }
}
