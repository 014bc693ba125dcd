package dev.jacobi.print.report;

import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.TextSpelling;
import java.util.List;
import java.util.Locale;

/// A formula's tree, each operator before its operands: `(plus (times W1 x) b1)`.
public final class Tree {
  private Tree() {}

  public static String of(Syntax s) {
    return switch (s) {
      case Syntax.Name n -> n.text();
      case Syntax.Num n -> n.digits();
      case Syntax.Colon _ -> ":";
      case Syntax.Negate n -> node("minus", List.of(n.of()));
      case Syntax.Binary b -> node(word(b.op()), List.of(b.left(), b.right()));
      case Syntax.Transpose t -> node("transpose", List.of(t.of()));
      case Syntax.Call c -> node(c.function(), c.arguments());
      case Syntax.Prime p -> node(p.function() + "'", List.of(p.at()));
      case Syntax.Entry e -> "(entry " + of(e.of()) + all(e.indices()) + ")";
      case Syntax.Bound b ->
          "("
              + b.operator()
              + " ["
              + binders(b)
              + "]"
              + all(b.conditions())
              + " "
              + of(b.body())
              + ")";
      case Syntax.Norm n ->
          node(n.kind().equals("abs") ? "abs" : "norm" + n.kind(), List.of(n.of()));
      case Syntax.Indicator i -> node("indicator", List.of(i.condition()));
      case Syntax.Compare c -> node(c.relation().text, List.of(c.left(), c.right()));
      case Syntax.Block b ->
          "(block"
              + String.join("", b.rows().stream().map(r -> " [" + all(r).strip() + "]").toList())
              + ")";
      case Syntax.Derivative d -> node("derivative", List.of(d.of(), d.wrt()));
    };
  }

  private static String word(Syntax.Op op) {
    return op.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String node(String name, List<Syntax> operands) {
    return "(" + name + all(operands) + ")";
  }

  private static String all(List<Syntax> operands) {
    var s = new StringBuilder();
    for (Syntax x : operands) s.append(' ').append(of(x));
    return s.toString();
  }

  private static String binders(Syntax.Bound b) {
    var s = new StringBuilder();
    for (Syntax.Binder x : b.binders()) {
      s.append(s.isEmpty() ? "" : " ").append(x.index());
      if (!x.range().isEmpty())
        s.append('=')
            .append(TextSpelling.PLAIN.spell(x.range().get(0)))
            .append("..")
            .append(TextSpelling.PLAIN.spell(x.range().get(1)));
    }
    return s.toString();
  }
}
