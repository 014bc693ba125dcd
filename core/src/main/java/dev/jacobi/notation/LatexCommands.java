package dev.jacobi.notation;

import dev.jacobi.notation.LatexTable.Row;
import dev.jacobi.notation.LatexToken.Kind;
import dev.jacobi.notation.Tex.Leaf;
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
      case OVER -> {
        tree.argument();
        into.addAll(tree.argument());
      }
      case UNDER -> {
        List<Tex> under = tree.argument();
        Tex of = new Tex.Group(tree.argument(), false, token.from(), tree.end(token));
        into.add(new Tex.Scripted(of, under, List.of(), 0, token.from(), tree.end(token)));
      }
      case STACK -> into.add(new Tex.Group(tree.argument(), false, token.from(), tree.end(token)));
      case VANISH, BLANK, WORDS -> {}
    }
  }

  private Tex styled(LatexToken token) {
    List<Tex> of = tree.argument();
    if (of.size() == 1 && of.getFirst() instanceof Leaf leaf) {
      return LatexWords.styled(token.text(), leaf, token.from(), tree.end(token));
    }
    return new Tex.Group(of, false, token.from(), tree.end(token));
  }

  private Tex shown(LatexToken token, int arguments) {
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
    List<Tex> degree = List.of();
    if (tree.token().is(Kind.SIGN) && tree.token().text().equals("[")) {
      tree.take();
      degree = tree.items("option");
      if (tree.token().is(Kind.SIGN)) {
        tree.take();
      }
    }
    return new Tex.Root(degree, tree.argument(), token.from(), tree.end(token));
  }
}
