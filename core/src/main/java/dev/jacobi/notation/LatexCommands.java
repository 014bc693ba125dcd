package dev.jacobi.notation;

import dev.jacobi.notation.LatexTable.Row;
import dev.jacobi.notation.LatexToken.Kind;
import dev.jacobi.notation.Tex.Leaf;
import dev.jacobi.notation.Tex.Role;
import java.util.List;

/// Commands with their arguments, by the rows of [LatexTable].
final class LatexCommands {
  private final LatexTree tree;

  LatexCommands(LatexTree tree) {
    this.tree = tree;
  }

  /// Reads what a command stands for, with its arguments.
  void read(LatexToken token, List<Tex> into) {
    Row row = LatexTable.row(token.text());
    switch (row.does()) {
      case SIGN ->
          into.add(new Leaf(row.role(), row.text(), token.tight(), token.from(), token.to()));
      case OPEN -> tree.delimiters.fence(row.text(), token, into);
      case CLOSE, BAR ->
          into.add(LatexTree.bad(token, "this `\\" + token.text() + "` closes nothing"));
      case STYLE -> into.add(styled(token));
      case SHOW -> into.add(shown(token, row.arguments()));
      case ACCENT -> {
        List<Tex> of = tree.argument();
        into.add(new Tex.Accent(row.text(), of, token.tight(), token.from(), tree.end(token)));
      }
      case FRACTION -> {
        List<Tex> over = tree.argument();
        into.add(new Tex.Fraction(over, tree.argument(), token.from(), tree.end(token)));
      }
      case ROOT -> into.add(root(token));
      case OVER -> over(token, into);
      case UNDER -> under(token, into);
      case STACK -> into.add(new Tex.Group(tree.argument(), false, token.from(), tree.end(token)));
      case VANISH, BLANK, WORDS -> {}
    }
  }

  private Tex styled(LatexToken token) {
    List<Tex> of = tree.argument();
    int to = tree.end(token);
    if (of.size() == 1 && of.getFirst() instanceof Leaf leaf) {
      return tree.upright(LatexWords.styled(token.text(), leaf, token.from(), to));
    }
    if (of.size() == 2 && of.getFirst().is(Role.LETTER, "d") && of.get(1) instanceof Leaf by) {
      int d = of.getFirst().to(); // \mathbf{d r}
      Tex tight = new Leaf(by.role(), by.text(), true, d, by.to());
      return new Tex.Group(List.of(of.getFirst(), tight), false, token.from(), to);
    }
    if (of.size() == 1
        && of.getFirst() instanceof Tex.Scripted s
        && s.base() instanceof Leaf leaf
        && leaf.is(Role.NUMBER)) { // \mathbf{1_m}
      Tex base = LatexWords.styled(token.text(), leaf, leaf.from(), leaf.to());
      return new Tex.Scripted(base, s.sub(), s.sup(), s.primes(), token.from(), to);
    }
    return new Tex.Group(of, false, token.from(), tree.end(token));
  }

  /// The end of a range over a sum, `\overset{-}{x}`; anything else above is a remark.
  private void over(LatexToken token, List<Tex> into) {
    List<Tex> over = LatexFormula.flat(tree.argument());
    List<Tex> of = tree.argument();
    int to = tree.end(token);
    Tex one = of.size() == 1 ? of.getFirst() : null;
    one = one instanceof Tex.Scripted s ? LatexScripts.merged(s) : one;
    if (one != null && !(one instanceof Tex.Fraction) && LatexLarge.isLarge(one)) {
      List<Tex> sub = one instanceof Tex.Scripted s ? s.sub() : List.of();
      Tex base = one instanceof Tex.Scripted s ? s.base() : one;
      into.add(new Tex.Scripted(base, sub, over, 0, token.from(), to));
    } else if (one != null && over.size() == 1 && over.getFirst().is(Role.SIGN, "-")) {
      into.add(new Tex.Accent("bar", of, token.tight(), token.from(), to));
    } else {
      into.addAll(whole(token, of));
    }
  }

  /// What stands below a large operator binds; below a sign of operation or relation stands a
  /// remark.
  private void under(LatexToken token, List<Tex> into) {
    List<Tex> under = tree.argument();
    List<Tex> of = tree.argument();
    if (of.size() == 1 && (of.getFirst().is(Role.RELATION) || of.getFirst().is(Role.SIGN))) {
      into.addAll(whole(token, of));
      return;
    }
    if (of.size() == 1 && of.getFirst() instanceof Tex.Scripted s && s.base().is(Role.LARGE)) {
      into.add(new Tex.Scripted(s.base(), under, s.sup(), 0, token.from(), tree.end(token)));
      return; // over it stands the end of its range
    }
    Tex base = new Tex.Group(of, false, token.from(), tree.end(token));
    into.add(new Tex.Scripted(base, under, List.of(), 0, token.from(), tree.end(token)));
  }

  /// One sign stands where the whole command does.
  private List<Tex> whole(LatexToken token, List<Tex> of) {
    return of.size() == 1 && of.getFirst() instanceof Leaf(Role role, String text, _, _, _)
        ? List.of(new Leaf(role, text, token.tight(), token.from(), tree.end(token)))
        : of;
  }

  private Tex shown(LatexToken token, int arguments) {
    if (token.text().endsWith("box")) {
      option();
    }
    for (int i = 1; i < arguments; i++) {
      tree.argument();
    }
    List<Tex> of = tree.argument();
    int to = tree.end(token);
    boolean brace = token.text().endsWith("brace");
    while (brace && (tree.token().is(Kind.SUB) || tree.token().is(Kind.SUP))) {
      tree.take();
      tree.argument();
    }
    return new Tex.Group(of, true, token.from(), to);
  }

  private Tex root(LatexToken token) {
    List<Tex> degree = option();
    return new Tex.Root(degree, tree.argument(), token.from(), tree.end(token));
  }

  /// What stands in `[…]` before the arguments.
  private List<Tex> option() {
    if (!tree.token().is(Kind.SIGN) || !tree.token().text().equals("[")) {
      return List.of();
    }
    tree.take();
    List<Tex> items = tree.items("option");
    if (tree.token().is(Kind.SIGN)) {
      tree.take();
    }
    return items;
  }
}
