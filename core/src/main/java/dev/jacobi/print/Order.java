package dev.jacobi.print;

import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Factor;
import dev.jacobi.expr.Monomial;
import dev.jacobi.expr.Monomial.Power;
import dev.jacobi.notation.Syntax;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The order in which factors and terms are written. It depends on nothing but what is seen, so
/// that the same formula is always written the same way.
final class Order {
  private Order() {}

  /// The place of a factor of a term: that of its base, but a power with a symbol for its exponent
  /// stands between names and functions, `y x^(y - 1) log(x)`.
  static int rank(Power p) {
    return p.exponent().isNumber() ? rank(p.base()) : 3;
  }

  /// Conditions last, deltas before them, names first, then functions, brackets.
  private static int rank(Factor f) {
    return switch (f) {
      case Factor.Radical _ -> 0;
      case Factor.Symbol s -> s.arity() == 0 ? 1 : 2;
      case Factor.Apply _ -> 4;
      case Factor.Group _ -> 5;
      case Factor.Relation _ -> 6;
      case Factor.Indicator _ -> 7;
    };
  }

  /// The place of a part in an entrywise product.
  static int rank(Syntax s) {
    return switch (s) {
      case Syntax.Derivative _ -> 0;
      case Syntax.Name _ -> 1;
      case Syntax.Entry _, Syntax.Call _, Syntax.Transpose _, Syntax.Norm _ -> 2;
      case Syntax.Indicator _ -> 9;
      case Syntax.Binary b ->
          switch (b.op()) {
            case ENTRY_POWER, POWER -> 3;
            case PLUS, MINUS -> holdsProduct(b) ? 5 : 4;
            case TIMES, HADAMARD, QUOTIENT, ENTRY_QUOTIENT -> 6;
          };
      case Syntax.Negate n -> rank(n.of());
      case Syntax.Num _, Syntax.Prime _, Syntax.Bound _, Syntax.Compare _ -> 7;
      case Syntax.Block _, Syntax.Colon _ -> 7;
    };
  }

  /// The terms of a formula in an order that does not rest on what indices are called.
  static List<Monomial> terms(Expr e) {
    if (e.size() == 1) return e.terms();
    List<Monomial> terms = new ArrayList<>(e.terms());
    terms.sort((a, b) -> {
      int c = Integer.compare(length(a), length(b));
      return c != 0 ? c : Long.compare(a.bodyPattern(), b.bodyPattern());
    });
    return terms;
  }

  private static int length(Monomial m) {
    return m.powers().size() + m.summedCount();
  }

  /// Factors that are numbers.
  static final Comparator<Power> NUMBERS =
      (a, b) -> {
        int c = Integer.compare(rank(a), rank(b));
        return c != 0 ? c : Long.compare(a.base().pattern(), b.base().pattern());
      };

  /// Terms of a sum: what is added before what is taken away, short before long.
  static final Comparator<Syntax> TERMS =
      (a, b) -> {
        int c = Integer.compare(sumRank(a), sumRank(b));
        if (c != 0) return c;
        String x = key(a);
        String y = key(b);
        c = Integer.compare(x.length(), y.length());
        if (c == 0) c = Integer.compare(rank(a), rank(b));
        return c != 0 ? c : x.compareTo(y);
      };

  /// Factors of an entrywise product.
  static final Comparator<Syntax> FACTORS =
      (a, b) -> {
        int c = Integer.compare(rank(a), rank(b));
        return c != 0 ? c : key(a).compareTo(key(b));
      };

  /// The names and numbers in the order they are written: what decides between parts of one kind.
  private static String key(Syntax s) {
    var names = new StringBuilder();
    spell(s, names);
    return names.toString();
  }

  private static void spell(Syntax s, StringBuilder out) {
    switch (s) {
      case Syntax.Name n -> out.append(n.text()).append(' ');
      case Syntax.Num n -> out.append(n.digits());
      case Syntax.Negate n -> spell(n.of(), out);
      case Syntax.Binary b -> {
        spell(b.left(), out);
        spell(b.right(), out);
      }
      case Syntax.Transpose t -> {
        spell(t.of(), out);
        out.append('\'');
      }
      case Syntax.Call c -> {
        out.append(c.function());
        c.arguments().forEach(x -> spell(x, out));
      }
      case Syntax.Entry e -> {
        spell(e.of(), out);
        e.indices().forEach(x -> spell(x, out));
      }
      case Syntax.Bound b -> {
        out.append(b.operator());
        spell(b.body(), out);
      }
      case Syntax.Norm n -> spell(n.of(), out);
      case Syntax.Indicator i -> spell(i.condition(), out);
      case Syntax.Compare c -> {
        spell(c.left(), out);
        spell(c.right(), out);
      }
      case Syntax.Block b -> b.rows().forEach(r -> r.forEach(x -> spell(x, out)));
      case Syntax.Derivative d -> {
        spell(d.of(), out);
        spell(d.wrt(), out);
      }
      case Syntax.Prime p -> spell(p.at(), out);
      case Syntax.Colon _ -> {}
    }
  }

  private static boolean holdsProduct(Syntax s) {
    return s instanceof Syntax.Binary b
        && (b.op() == Syntax.Op.TIMES || holdsProduct(b.left()) || holdsProduct(b.right()));
  }

  /// In a sum: what is added before what is taken away, numbers first among each.
  static int sumRank(Syntax s) {
    if (s instanceof Syntax.Negate n) return 10 + sumRank(n.of());
    return s instanceof Syntax.Num ? 0 : 1;
  }
}
