package dev.jacobi.print;

import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.Syntax.Op;
import java.util.ArrayList;
import java.util.List;

/// The last touch on a formula: a minus stands on the first factor of its product, as the hand
/// writes it and as the grammar reads it (`-a b` is `(-a) b`).
final class Polish {
  private Polish() {}

  static Syntax of(Syntax s) {
    return switch (s) {
      case Syntax.Negate n -> negated(of(n.of()));
      case Syntax.Binary b when b.op() == Op.TIMES && repeats(Build.chain(b)) ->
          product(Build.chain(b));
      case Syntax.Binary b -> new Syntax.Binary(b.op(), of(b.left()), of(b.right()), b.place());
      case Syntax.Transpose p -> new Syntax.Transpose(of(p.of()), p.place());
      case Syntax.Call c -> new Syntax.Call(c.function(), all(c.arguments()), c.place());
      case Syntax.Prime p -> new Syntax.Prime(p.function(), of(p.at()), p.place());
      case Syntax.Entry e -> new Syntax.Entry(of(e.of()), e.indices(), e.place());
      case Syntax.Bound b ->
          new Syntax.Bound(b.operator(), b.binders(), b.conditions(), of(b.body()), b.place());
      case Syntax.Norm n -> new Syntax.Norm(of(n.of()), n.kind(), n.place());
      case Syntax.Indicator i -> new Syntax.Indicator(of(i.condition()), i.place());
      case Syntax.Compare c ->
          new Syntax.Compare(c.relation(), of(c.left()), of(c.right()), c.place());
      case Syntax.Block b ->
          new Syntax.Block(b.rows().stream().map(Polish::all).toList(), b.place());
      case Syntax.Name _, Syntax.Num _, Syntax.Colon _, Syntax.Derivative _ -> s;
    };
  }

  private static List<Syntax> all(List<Syntax> list) {
    List<Syntax> r = new ArrayList<>();
    for (Syntax s : list) r.add(of(s));
    return r;
  }

  private static Syntax negated(Syntax s) {
    boolean product =
        s instanceof Syntax.Binary b
            && switch (b.op()) {
              case TIMES, HADAMARD, QUOTIENT, ENTRY_QUOTIENT -> true;
              case PLUS, MINUS, POWER, ENTRY_POWER -> false;
            };
    if (!product) return Build.negate(s);
    var b = (Syntax.Binary) s;
    if (standsInBrackets(b))
      return new Syntax.Binary(b.op(), Build.negate(b.left()), b.right(), b.place());
    return new Syntax.Binary(b.op(), negated(b.left()), b.right(), b.place());
  }

  /// Whether the first factor is written in brackets, which a minus stays outside of: `-(a .* b)
  /// c'`.
  private static boolean standsInBrackets(Syntax.Binary product) {
    return product.left() instanceof Syntax.Binary left
        && (isEntrywise(left.op()) != isEntrywise(product.op()));
  }

  private static boolean isEntrywise(Op op) {
    return op == Op.HADAMARD || op == Op.ENTRY_QUOTIENT;
  }

  /// Whether a factor of a matrix product stands beside its like.
  private static boolean repeats(List<Syntax> chain) {
    for (int q = 1; q < chain.size(); q++)
      if (chain.get(q).equals(chain.get(q - 1)) && !(chain.get(q) instanceof Syntax.Num))
        return true;
    return false;
  }

  /// `X X A' A'` is `X^2 (A^2)'`.
  private static Syntax product(List<Syntax> chain) {
    List<Syntax> factors = new ArrayList<>();
    for (int q = 0, n; q < chain.size(); q += n) {
      Syntax f = chain.get(q);
      for (n = 1; q + n < chain.size() && chain.get(q + n).equals(f); ) n++;
      boolean turned = f instanceof Syntax.Transpose && n > 1;
      Syntax power = Build.power(of(turned ? Build.transpose(f) : f), Build.number(n), false);
      factors.add(turned ? new Syntax.Transpose(power, f.place()) : power);
    }
    return Build.product(factors);
  }
}
