package dev.jacobi.notation;

import dev.jacobi.notation.LatexToken.Kind;
import dev.jacobi.notation.Tex.Leaf;
import dev.jacobi.notation.Tex.Role;
import java.util.List;

/// Brackets and bars with what they hold.
final class LatexDelimiters {
  private final LatexTree tree;

  LatexDelimiters(LatexTree tree) {
    this.tree = tree;
  }

  void sign(List<Tex> into) {
    LatexToken token = tree.token();
    String opens = LatexFences.opens(token);
    if (!opens.isEmpty()) {
      fence(opens, tree.take(), into);
      return;
    }
    tree.take();
    boolean equal = tree.token().is(Kind.SIGN) && tree.token().text().equals("=");
    boolean define = token.text().equals(":") && equal;
    boolean twice = token.text().equals("=") && equal && tree.token().tight();
    boolean named = token.text().equals("=") && isColon(tree.token()); // `f(x) =: y`
    boolean implies = token.text().equals("=") && isMore(tree.token());
    int to = define || twice || implies || named ? tree.take().to() : token.to();
    Role role = define ? Role.RELATION : implies ? Role.ARROW : LatexFences.roleOf(token.text());
    String text =
        switch (role) {
          case ARROW -> "⇒";
          case RELATION -> define ? ":=" : token.text();
          case SIGN -> token.text().equals("@") ? "·" : token.text();
          case BAD -> "`" + token.text() + "` has no meaning here";
          default -> token.text();
        };
    into.add(new Leaf(role, text, token.tight(), token.from(), to));
  }

  private static boolean isColon(LatexToken token) {
    return token.is(Kind.SIGN) && token.text().equals(":") && token.tight();
  }

  private static boolean isMore(LatexToken token) {
    return token.is(Kind.SIGN) && token.text().equals(">") && token.tight();
  }

  void fence(String opener, LatexToken start, List<Tex> into) {
    List<Tex> items = tree.items(opener);
    LatexToken end = tree.token();
    String closes = LatexFences.closes(end);
    boolean other = !closes.equals(opener) && tree.isOpen(closes);
    if (closes.isEmpty() || other) {
      into.add(LatexTree.bad(start, "this `" + start.text() + "` is never closed"));
      into.addAll(items);
    } else {
      tree.take();
      items.removeIf(item -> item.is(Role.CELL) || item.is(Role.ROW));
      into.add(new Tex.Fence(opener, closes, items, start.tight(), start.from(), end.to()));
    }
  }

  void bars(String bar, List<Tex> into) {
    LatexToken start = tree.take();
    int to =
        bar.equals("||") && start.text().equals("|") && start.is(Kind.SIGN) ? tree.take().to() : 0;
    List<Tex> items = tree.items(bar);
    String closing = tree.bar(tree.token());
    if (closing.isEmpty() && tree.isInList()) {
      into.add(new Leaf(Role.STOP, bar, start.tight(), start.from(), Math.max(to, start.to())));
      into.addAll(items);
      return;
    }
    if (closing.isEmpty()) {
      into.add(LatexTree.bad(start, "this `" + start.text() + "` has no partner"));
      into.addAll(items);
      return;
    }
    LatexToken end = tree.take();
    boolean pair = closing.equals("||") && end.is(Kind.SIGN) && end.text().equals("|");
    to = pair && bar.equals("||") ? tree.take().to() : Math.max(to, end.to());
    items.removeIf(item -> item.is(Role.CELL) || item.is(Role.ROW));
    into.add(new Tex.Fence(bar, bar, items, start.tight(), start.from(), to));
  }

  void left(List<Tex> into) {
    LatexToken start = tree.take();
    List<Tex> items = tree.items("left");
    if (!tree.token().is(Kind.RIGHT)) {
      into.add(LatexTree.bad(start, "this `\\left" + start.text() + "` has no `\\right`"));
      into.addAll(items);
      return;
    }
    LatexToken end = tree.take();
    String opener = LatexFences.delimiter(start.text());
    String closer = LatexFences.delimiter(end.text());
    boolean bars = opener.equals("|") && closer.equals("|") && items.size() == 1;
    if (bars
        && items.getFirst() instanceof Tex.Fence(String of, _, List<Tex> inner, _, _, _)
        && of.equals("|")) { // \left|\left|x\right|\right|
      into.add(new Tex.Fence("||", "||", inner, start.tight(), start.from(), end.to()));
      return;
    }
    into.add(new Tex.Fence(opener, closer, items, start.tight(), start.from(), end.to()));
  }
}
