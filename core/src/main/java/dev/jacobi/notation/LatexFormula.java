package dev.jacobi.notation;

import dev.jacobi.notation.Tex.Leaf;
import dev.jacobi.notation.Tex.Role;
import dev.jacobi.notation.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/// Says one formula of LaTeX in the tokens of the grammar, which then reads it as it reads plain
/// text: `\frac{a}{b} x_i` becomes `((a)/(b)) x[i]`.
final class LatexFormula {
  private static final int MAX_DEPTH = 150;

  final LatexNames names;
  final LatexTree.Places places;
  final List<Token> out = new ArrayList<>();
  private final Names called = Names.none();
  final LatexNaming naming;
  final LatexCalls calls;
  final LatexDerivatives derivatives;
  final LatexGradients gradients;
  final LatexLarge large;
  final LatexBlocks blocks;
  final LatexNumbers numbers;
  private final LatexRaised raised;

  /// What the chain that this is a side of begins with.
  LatexHead head = LatexHead.NONE;

  private int depth;

  private LatexFormula(LatexNames names, LatexTree.Places places) {
    this.names = names;
    this.places = places;
    this.naming = new LatexNaming(this);
    this.calls = new LatexCalls(this);
    this.derivatives = new LatexDerivatives(this);
    this.gradients = new LatexGradients(this);
    this.large = new LatexLarge(this);
    this.blocks = new LatexBlocks(this);
    this.numbers = new LatexNumbers(this);
    this.raised = new LatexRaised(this);
  }

  /// Reads a formula; what it does not understand it throws, with its place.
  static Syntax read(List<Tex> items, LatexNames names, LatexTree.Places places) {
    LatexFormula formula = new LatexFormula(names, places);
    Formulas grammar = formula.grammar(items);
    return formula.whole(grammar.formula());
  }

  /// Reads a side of a chain. Of the first, `J(x)` is J at x and no product.
  static Syntax side(
      List<Tex> items, boolean first, LatexHead head, LatexNames names, LatexTree.Places places) {
    LatexFormula formula = new LatexFormula(names, places);
    formula.head = head;
    List<Tex> flat = flat(items);
    boolean call = first && flat.size() == 2 && LatexNaming.isFence(flat, 1);
    formula.naming.calling(call && flat.get(1) instanceof Tex.Fence fence && isNames(fence));
    Formulas grammar = formula.grammar(flat);
    return formula.whole(grammar.formula());
  }

  private static boolean isNames(Tex.Fence fence) {
    for (List<Tex> argument : LatexScripts.split(flat(fence.items()))) {
      if (argument.size() != 1 || LatexNaming.base(argument.getFirst()) == null) {
        return false;
      }
    }
    return true;
  }

  /// Reads `i \neq j`; a single `=` compares.
  static Syntax condition(List<Tex> items, LatexNames names, LatexTree.Places places) {
    LatexFormula formula = new LatexFormula(names, places);
    Formulas grammar = formula.grammar(items);
    return formula.whole(grammar.condition());
  }

  private Cursor cursor;

  private Formulas grammar(List<Tex> items) {
    all(items);
    int end = items.isEmpty() ? 0 : items.getLast().to();
    out.add(new Token(Kind.END, "", places.of(end, end), true));
    cursor = new Cursor(out);
    return new Formulas(cursor, called);
  }

  private Syntax whole(Syntax formula) {
    if (!cursor.at(Kind.END)) {
      throw new NotationException(
          cursor.token().place(), "expected an operator, found " + cursor.token().described(), "");
    }
    return formula;
  }

  void emit(Kind kind, String text, Tex at) {
    emit(kind, text, at, true);
  }

  void emit(Kind kind, String text, Tex at, boolean spaced) {
    out.add(new Token(kind, text, places.of(at.from(), at.to()), spaced));
  }

  void open(Tex at) {
    emit(Kind.OPEN, "(", at);
  }

  void close(Tex at) {
    emit(Kind.CLOSE, ")", at);
  }

  /// `f(`.
  void call(String function, Tex at) {
    emit(Kind.NAME, function, at);
    emit(Kind.OPEN, "(", at, false);
  }

  void primed(String function) {
    called.function(function);
  }

  /// Makes what was said from an index on the argument of a function.
  void wrap(int start, String function, Tex at) {
    Place place = places.of(at.from(), at.to());
    out.add(start, new Token(Kind.OPEN, "(", place, false));
    out.add(start, new Token(Kind.NAME, function, place, true));
    close(at);
  }

  void parenthesise(int start, Tex at) {
    out.add(start, new Token(Kind.OPEN, "(", places.of(at.from(), at.to()), true));
    close(at);
  }

  NotationException unread(Tex at, String message, String hint) {
    return new NotationException(places.of(at.from(), at.to()), message, hint);
  }

  /// Things as the page shows them: braces that group nothing are gone.
  static List<Tex> flat(List<Tex> items) {
    boolean plain = true;
    for (Tex item : items) {
      plain &= !(item instanceof Tex.Group(_, boolean visible, _, _)) || visible;
    }
    if (plain) {
      return items;
    }
    List<Tex> flat = new ArrayList<>(items.size() + 4);
    for (Tex item : items) {
      if (item instanceof Tex.Group(List<Tex> inner, boolean visible, _, _) && !visible) {
        flat.addAll(flat(inner));
      } else {
        flat.add(item);
      }
    }
    return flat;
  }

  void all(List<Tex> items) {
    List<Tex> flat = flat(items);
    int i = 0;
    while (i < flat.size()) {
      i = unit(flat, i);
    }
  }

  /// Says the thing at an index, and what belongs to it; returns the index after.
  int unit(List<Tex> items, int i) {
    Tex item = items.get(i);
    if (++depth > MAX_DEPTH) {
      throw unread(item, "nested more than " + MAX_DEPTH + " deep", "");
    }
    int next = unit(items, i, item);
    depth--;
    return next;
  }

  private int unit(List<Tex> items, int i, Tex item) {
    return switch (item) {
      case Leaf leaf -> leaf(items, i, leaf);
      case Tex.Accent accent -> raised.accent(items, i, accent);
      case Tex.Scripted scripted -> raised.scripted(items, i, LatexScripts.merged(scripted));
      case Tex.Fraction fraction -> derivatives.fraction(items, i, fraction);
      case Tex.Group(List<Tex> inner, _, _, _) -> {
        boolean goesOn = i > 0 && !items.get(i - 1).is(Role.SIGN) && beginsWithSign(inner);
        if (!goesOn) {
          open(item);
        }
        all(inner);
        if (!goesOn) {
          close(item);
        }
        yield i + 1;
      }
      case Tex.Fence fence -> {
        blocks.fence(fence);
        yield i + 1;
      }
      case Tex.Root(List<Tex> degree, List<Tex> of, _, _) -> {
        root(item, degree, of);
        yield i + 1;
      }
      case Tex.Environment environment -> {
        blocks.environment(environment);
        yield i + 1;
      }
    };
  }

  /// `a \cancel{- b}` goes on from a.
  private static boolean beginsWithSign(List<Tex> inner) {
    List<Tex> flat = flat(inner);
    return flat.size() > 1
        && (flat.getFirst().is(Role.SIGN, "+") || flat.getFirst().is(Role.SIGN, "-"));
  }

  /// What is differentiated: `J(x)` is J at x and no product.
  void differentiated(List<Tex> of) {
    List<Tex> flat = flat(of);
    boolean call = flat.size() == 2 && LatexNaming.isFence(flat, 1);
    naming.calling(call);
    all(flat);
    naming.calling(false);
  }

  int gradientOf(List<Tex> items, int i) {
    naming.calling(LatexNaming.isFence(items, i + 1));
    int next = unit(items, i);
    naming.calling(false);
    return next;
  }

  private void root(Tex at, List<Tex> degree, List<Tex> of) {
    if (degree.isEmpty()) {
      call("sqrt", at);
      all(of);
      close(at);
      return;
    }
    open(at);
    open(at);
    all(of);
    close(at);
    emit(Kind.POWER, "^", at);
    open(at);
    emit(Kind.NUMBER, "1", at);
    emit(Kind.QUOTIENT, "/", at);
    open(at);
    all(degree);
    close(at);
    close(at);
    close(at);
  }

  int leaf(List<Tex> items, int i, Leaf leaf) {
    switch (leaf.role()) {
      case LETTER, WORD -> {
        return naming.named(items, i);
      }
      case FUNCTION -> {
        return calls.apply(leaf.text(), leaf, LatexScripts.NONE, items, i + 1, true);
      }
      case LARGE -> {
        return large.read(items, i, leaf, List.of(), List.of());
      }
      case PARTIAL -> {
        return derivatives.partial(items, i);
      }
      case NABLA -> {
        return gradients.nabla(items, i, leaf, List.of(), List.of());
      }
      case NUMBER, ONE -> {
        return numbers.number(items, i, leaf);
      }
      case SIGN -> LatexSigns.sign(this, items, i, leaf);
      case RELATION -> LatexSigns.relation(this, leaf);
      case STOP -> LatexSigns.stop(this, leaf);
      case DOTS -> emit(Kind.NAME, "…", leaf);
      case WIDE, CELL, ROW -> {}
      case BAD -> throw unread(leaf, leaf.text(), "");
      case ARROW, SET, MARK ->
          throw unread(leaf, "`" + leaf.text() + "` has no meaning in a formula", "");
    }
    return i + 1;
  }

  /// How many axes a thing has that is a name; -1 when it is none, or not known.
  int order(Tex item) {
    return naming.order(item);
  }

  /// The scripts of what was said from an index on.
  void scripts(int start, Tex.Scripted scripted) {
    LatexScripts.say(this, start, scripted);
  }
}
