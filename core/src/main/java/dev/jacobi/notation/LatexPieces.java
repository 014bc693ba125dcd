package dev.jacobi.notation;

import dev.jacobi.notation.LatexStatements.Statement;
import dev.jacobi.notation.Tex.Leaf;
import dev.jacobi.notation.Tex.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Cuts one statement with what was written beside it into its pieces: `y = W x, \quad b \in
/// \mathbb{R}^n`, `… \text{ for } i \neq j`, `…, (1)`.
final class LatexPieces {
  private static final Set<String> CONDITION =
      Set.of("provided", "otherwise", "else", "unless", "s.t.");

  private static final Set<String> BETWEEN =
      Set.of(
          "and",
          "or",
          "so",
          "thus",
          "hence",
          "then",
          "therefore",
          "where",
          "with",
          "since",
          "because",
          "let",
          "given",
          "but",
          "we",
          "i.e.",
          "which",
          "as",
          "now",
          "also",
          "similarly",
          "finally",
          "because,",
          "so,",
          "thus,",
          "hence,",
          "then,",
          "where,",
          "again",
          "here");

  private final List<Tex> items;
  private final List<Statement> statements = new ArrayList<>();
  private List<Tex> current = new ArrayList<>();
  private final List<List<Tex>> waiting = new ArrayList<>();
  private List<Tex> from = new ArrayList<>();
  private boolean conditional;
  private boolean constrained; // what follows `subject to` is no claim
  private boolean goesOn;

  LatexPieces(List<Tex> items) {
    this.items = items;
  }

  List<Statement> statements() {
    for (int i = 0; i < items.size(); i++) {
      Tex item = items.get(i);
      Tex next = i + 1 < items.size() ? items.get(i + 1) : null;
      if (item instanceof Leaf leaf) {
        goesOn = goesOn(i + 1);
        leaf(leaf, next);
      } else {
        current.add(item);
      }
    }
    flush();
    if (!from.isEmpty()) {
      statements.add(new Statement(from, new ArrayList<>()));
    }
    share();
    if (statements.size() > 1 && LatexTags.isHeading(statements.getFirst())) {
      statements.removeFirst();
    }
    return statements;
  }

  private void leaf(Leaf leaf, Tex next) {
    switch (leaf.role()) {
      case STOP -> stop(leaf, next);
      case WIDE -> {
        if (isEnd(next)) {
          flush();
        }
      }
      case ARROW -> {
        flush();
        conditional = leaf.text().equals("∀");
      }
      case WORD -> word(leaf, next);
      default -> current.add(leaf);
    }
  }

  /// `w . x`, `2.x`: a full stop at the end of a sentence stands tight to what is before it, and
  /// not to what follows.
  private boolean isProduct(Leaf leaf, Tex next) {
    if (!leaf.text().equals(".") || next == null || current.isEmpty()) {
      return false;
    }
    Tex before = current.getLast();
    boolean factors = isFactor(before) && isFactor(next);
    boolean even = (before.to() < leaf.from()) == (leaf.to() < next.from());
    return factors && (even || goesOn && hasRelation(current) && !(next instanceof Leaf));
  }

  /// Whether what follows a stop says nothing by itself: `a = f. \frac{g}{h}` is one formula.
  private boolean goesOn(int start) {
    if (start >= items.size() || !isFactor(items.get(start))) {
      return false;
    }
    for (Tex item : items.subList(start, items.size())) {
      if (LatexStatements.relation(item) != null) {
        return false;
      }
      boolean ends = item.is(Role.STOP) || item.is(Role.WIDE) || item.is(Role.ARROW);
      if (ends || item.is(Role.WORD)) {
        return true;
      }
    }
    return true;
  }

  private static boolean isFactor(Tex item) {
    return switch (item) {
      case Leaf leaf ->
          leaf.role() == Role.LETTER || leaf.role() == Role.NUMBER || leaf.role() == Role.PARTIAL;
      case Tex.Group g -> g.visible();
      case Tex.Environment _ -> false;
      default -> true;
    };
  }

  /// `f : X \to Y` is a relation of f; any other stop ends a piece.
  private void stop(Leaf leaf, Tex next) {
    if (isProduct(leaf, next)) {
      current.add(new Leaf(Role.SIGN, "·", leaf.tight(), leaf.from(), leaf.to()));
      return;
    }
    if (leaf.text().equals(":") && goesOn && hasRelation(current) && !conditional) {
      current.add(new Leaf(Role.SIGN, ":", leaf.tight(), leaf.from(), leaf.to())); // `A : B`
      return;
    }
    boolean maps = leaf.text().equals(":") && next != null && !current.isEmpty();
    if (!maps || hasRelation(current) || conditional) {
      flush();
      conditional &= !leaf.text().equals(":");
    } else {
      current.add(new Leaf(Role.RELATION, "~", false, leaf.from(), leaf.to()));
    }
  }

  private boolean isEnd(Tex next) {
    boolean open =
        current.isEmpty()
            || current.getLast().is(Role.SIGN)
            || LatexLarge.isLarge(current.getLast())
            || LatexStatements.relation(current.getLast()) != null;
    boolean goesOn = next == null || next.is(Role.SIGN) || LatexStatements.relation(next) != null;
    return !open && !goesOn;
  }

  private void word(Leaf leaf, Tex next) {
    String first = leaf.text().split(" ")[0].toLowerCase(Locale.ROOT);
    if (first.endsWith(",") || first.endsWith(":")) {
      first = first.substring(0, first.length() - 1);
    }
    boolean alone = current.isEmpty() && next != null && LatexStatements.relation(next) != null;
    if (first.equals("subject") && !alone) {
      flush();
      constrained = true;
    } else if (isCase(first, leaf.text()) && !alone) {
      flush();
      conditional = true;
      boolean whole = first.equals("otherwise") || first.equals("else");
      if (whole || leaf.text().split(" ").length > 3) {
        current.add(leaf);
        flush();
        conditional = true;
      }
    } else if (BETWEEN.contains(first) && !alone) {
      boolean stays = conditional && (first.equals("and") || first.equals("or"));
      flush();
      conditional = stays;
    } else if (current.isEmpty() && !alone && leaf.text().endsWith(",")) {
      return; // `\text{in which, }`
    } else if (alone || next == null || !current.isEmpty() || !LatexTags.isLabel(leaf.text())) {
      current.add(leaf);
    }
  }

  private static boolean isCase(String first, String words) {
    return CONDITION.contains(first) || CaseWords.isOne(first) || CaseWords.endIn(words);
  }

  private void flush() {
    List<Tex> piece = new ArrayList<>(LatexStatements.trimmed(current));
    current = new ArrayList<>();
    if (piece.isEmpty() || constrained) {
      return;
    }
    LatexTags.withoutTag(piece);
    if (piece.size() == 1 && !statements.isEmpty() && isAside(piece.getFirst())) {
      piece = new ArrayList<>(((Tex.Fence) piece.getFirst()).items());
    }
    if (conditional || !range(piece)) {
      add(piece);
    }
  }

  /// `(i \neq j)`, `(W \in \mathbb{R}^{n \times m})` after a formula.
  private static boolean isAside(Tex item) {
    return item instanceof Tex.Fence(String open, _, List<Tex> inside, _, _, _)
        && open.equals("(")
        && hasRelation(inside)
        && inside.stream().noneMatch(x -> x.is(Role.STOP));
  }

  /// `k = 1, \dots, K` and `k = 1 \cdots K` are said as `k \in \{1, \dots, K\}`.
  private boolean range(List<Tex> piece) {
    if (!from.isEmpty()) {
      from.addAll(piece);
      statements.add(new Statement(LatexRanges.membership(from), new ArrayList<>()));
      from = new ArrayList<>();
      return true;
    }
    if (LatexRanges.isWhole(piece) && !isAfterEquation()) {
      statements.add(new Statement(LatexRanges.membership(piece), new ArrayList<>()));
      return true;
    }
    boolean dots = piece.size() == 1 && piece.getFirst().is(Role.DOTS);
    boolean starts =
        !statements.isEmpty()
            && statements.getLast().conditions().isEmpty()
            && LatexRanges.isStart(statements.getLast().items());
    if (dots && starts) {
      from = new ArrayList<>(statements.removeLast().items());
      from.addAll(piece);
      return true;
    }
    return false;
  }

  private boolean isAfterEquation() {
    return !statements.isEmpty() && hasRelation(statements.getLast().items());
  }

  private void add(List<Tex> piece) {
    boolean leads = !statements.isEmpty() && statements.getLast().items().isEmpty();
    boolean led = leads && hasRelation(piece) && !isIndices(piece);
    if ((conditional && !led) || isCondition(piece)) {
      condition(piece);
    } else if (isTag(piece)) {
      return;
    } else if (statements.isEmpty() || hasRelation(piece) || !LatexTags.isRemark(piece)) {
      waiting.clear();
      conditional = false;
      List<List<Tex>> before = leads ? statements.removeLast().conditions() : new ArrayList<>();
      statements.add(new Statement(piece, before));
    } else {
      condition(piece);
    }
  }

  private void condition(List<Tex> piece) {
    if (statements.isEmpty()) {
      statements.add(new Statement(List.of(), new ArrayList<>()));
    }
    List<List<Tex>> conditions = statements.getLast().conditions();
    if (piece.stream().anyMatch(item -> item.is(Role.DOTS))) {
      boolean rest = piece.size() == 1 && !conditions.isEmpty();
      waiting.add(piece);
      if (rest) {
        conditions.removeLast();
      }
    } else if ((waiting.isEmpty() && !isForAll(piece)) || hasRelation(piece)) {
      conditions.add(piece);
    }
  }

  /// `(1)` after an equation, `(\ast)`.
  private boolean isTag(List<Tex> piece) {
    return piece.size() == 1 && !statements.isEmpty() && LatexTags.isNumbered(piece.getFirst());
  }

  /// `i \neq j` and `j = 1, \dots, n` after an equation.
  private boolean isCondition(List<Tex> piece) {
    if (statements.isEmpty() || !hasRelation(statements.getLast().items())) {
      return false;
    }
    boolean dots = piece.size() == 1 && piece.getFirst().is(Role.DOTS);
    boolean ends = !waiting.isEmpty() && piece.size() == 1 && isIndex(piece.getFirst());
    return dots || ends || isIndices(piece);
  }

  /// `i` of `for all i`.
  private static boolean isForAll(List<Tex> piece) {
    return piece.size() == 1 && isIndex(piece.getFirst());
  }

  private static boolean isIndices(List<Tex> piece) {
    return (piece.size() == 3
        && isIndex(piece.getFirst())
        && piece.get(1) instanceof Leaf(Role role, String sign, _, _, _)
        && role == Role.RELATION
        && !sign.equals("∈")
        && isIndex(piece.getLast())
        && !piece.getFirst().is(Role.NUMBER));
  }

  private static boolean isIndex(Tex item) {
    return item instanceof Leaf(Role role, String text, _, _, _)
        && (role == Role.NUMBER
            || (role == Role.LETTER && text.length() == 1 && "ijklmnpqrstKN".contains(text)));
  }

  static boolean hasRelation(List<Tex> items) {
    return items.stream().anyMatch(item -> LatexStatements.relation(item) != null);
  }

  /// `x, b \in \mathbb{R}^2` says it of both.
  private void share() {
    for (int i = statements.size() - 2; i >= 0; i--) {
      List<Tex> own = statements.get(i).items();
      List<Tex> after = statements.get(i + 1).items();
      int sign = 0;
      while (sign < after.size() && LatexStatements.relation(after.get(sign)) == null) {
        sign++;
      }
      boolean member = sign < after.size() && after.get(sign).is(Role.RELATION, "∈");
      if (member && !hasRelation(own) && own.size() == 1) {
        List<Tex> shared = new ArrayList<>(own);
        shared.addAll(after.subList(sign, after.size()));
        statements.set(i, new Statement(shared, statements.get(i).conditions()));
      }
    }
  }
}
