package dev.jacobi.print;

import dev.jacobi.expr.Extent;
import dev.jacobi.notation.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// `A x + A' x → (A + A') x` in matrix notation: terms that share their last or first factor.
final class Factoring {
  private Factoring() {}

  /// The terms with those that share a factor joined. Terms are signed: a [Syntax.Negate] is taken
  /// away. What is left beside the factor must be arrays in all, or numbers in all.
  static List<Syntax> shared(
      List<Syntax> terms, Predicate<Syntax> isNumber, Map<Syntax, List<Extent>> reductions) {
    List<Syntax> left = new ArrayList<>(terms);
    for (boolean again = true; again; ) {
      again = false;
      search:
      for (int p = 0; p < left.size(); p++)
        for (int q = p + 1; q < left.size(); q++) {
          Syntax joined = joined(left.get(p), left.get(q), isNumber, reductions);
          if (joined == null) continue;
          left.remove(q);
          left.set(p, joined);
          again = true;
          break search;
        }
    }
    return left;
  }

  /// Null when the two share nothing at an end.
  private static Syntax joined(
      Syntax a, Syntax b, Predicate<Syntax> isNumber, Map<Syntax, List<Extent>> reductions) {
    boolean minusA = a instanceof Syntax.Negate;
    boolean minusB = b instanceof Syntax.Negate;
    Syntax linear = joinedReductions(a, b, minusA, minusB, reductions);
    if (linear != null) return linear;
    List<Syntax> x = Build.chain(minusA ? ((Syntax.Negate) a).of() : a);
    List<Syntax> y = Build.chain(minusB ? ((Syntax.Negate) b).of() : b);
    if (x.size() > 1 && x.equals(y) && minusA == minusB) { // a symmetric matrix, either way round
      Syntax twice = Build.times(Build.number(2), Build.product(x));
      return minusA ? Build.negate(twice) : twice;
    }
    if (x.size() < 2 || y.size() < 2) return null;
    if (x.get(0) instanceof Syntax.Num || y.get(0) instanceof Syntax.Num) return null;
    boolean flip = minusA && minusB;
    int last = shared(x.reversed(), y.reversed(), Math.min(x.size(), y.size()) - 1);
    int first = shared(x, y, Math.min(x.size(), y.size()) - 1 - last);
    if (last == 0 && first == 0) return null;
    Syntax restX = Build.product(x.subList(first, x.size() - last));
    Syntax restY = Build.product(y.subList(first, y.size() - last));
    if (isNumber(restX, isNumber) || isNumber(restY, isNumber)) return null;
    List<Syntax> sum = new ArrayList<>();
    sum.add(minusA && !flip ? Build.negate(restX) : restX);
    sum.add(minusB && !flip ? Build.negate(restY) : restY);
    sum.sort(Order.TERMS);
    Syntax inner = Build.sum(sum);
    List<Syntax> product = new ArrayList<>(x.subList(0, first));
    product.add(inner);
    product.addAll(x.subList(x.size() - last, x.size()));
    Syntax s = Build.product(product);
    return flip ? Build.negate(s) : s;
  }

  /// How many factors they begin with alike, at most so many.
  private static int shared(List<Syntax> x, List<Syntax> y, int most) {
    int n = 0;
    while (n < most && x.get(n).equals(y.get(n))) n++;
    return n;
  }

  /// `colsum(P) - colsum(T) → colsum(P - T)`: sums over axes are the printer's own notation, and
  /// linear.
  private static Syntax joinedReductions(
      Syntax a, Syntax b, boolean minusA, boolean minusB, Map<Syntax, List<Extent>> reductions) {
    Syntax x = minusA ? ((Syntax.Negate) a).of() : a;
    Syntax y = minusB ? ((Syntax.Negate) b).of() : b;
    if (x instanceof Syntax.Transpose p && y instanceof Syntax.Transpose q) {
      Syntax l = minusA ? Build.negate(p.of()) : p.of();
      Syntax joined =
          joinedReductions(l, minusB ? Build.negate(q.of()) : q.of(), minusA, minusB, reductions);
      return joined == null ? null : Build.transpose(joined);
    }
    if (!(x instanceof Syntax.Call c) || !(y instanceof Syntax.Call d)) return null;
    if (!c.function().equals(d.function()) || !reductions.containsKey(c)) return null;
    if (!reductions.get(c).equals(reductions.get(d))) return null;
    if (minusA && minusB)
      return Build.negate(
          Build.call(c.function(), Build.sum(List.of(c.arguments().get(0), d.arguments().get(0)))));
    List<Syntax> sum = new ArrayList<>();
    sum.add(minusA ? Build.negate(c.arguments().get(0)) : c.arguments().get(0));
    sum.add(minusB ? Build.negate(d.arguments().get(0)) : d.arguments().get(0));
    sum.sort(Order.TERMS);
    return Build.call(c.function(), Build.sum(sum));
  }

  private static boolean isNumber(Syntax s, Predicate<Syntax> isNumber) {
    for (Syntax f : Build.chain(s))
      if (!(f instanceof Syntax.Num) && !isNumber.test(f)) return false;
    return true;
  }
}
