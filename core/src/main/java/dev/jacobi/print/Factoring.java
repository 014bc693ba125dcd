package dev.jacobi.print;

import dev.jacobi.expr.Extent;
import dev.jacobi.expr.Rational;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.Syntax.Op;
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
    while (true) {
      Pair best = null; // the first of those that share most
      for (int p = 0; p < left.size(); p++)
        for (int q = p + 1; q < left.size(); q++) {
          Pair found = joined(left.get(p), left.get(q), isNumber, reductions).at(p, q);
          if (found.shared > 0 && (best == null || found.shared > best.shared)) best = found;
        }
      if (best == null) return left;
      left.remove(best.second);
      left.set(best.first, best.joined);
    }
  }

  /// Two terms as one, and how much they share.
  private record Pair(Syntax joined, int shared, int first, int second) {
    static final Pair NONE = new Pair(Build.ONE, 0, 0, 0);

    static Pair of(Syntax joined, int shared) {
      return new Pair(joined, shared, 0, 0);
    }

    Pair at(int first, int second) {
      return new Pair(joined, shared, first, second);
    }
  }

  private static Pair joined(
      Syntax a, Syntax b, Predicate<Syntax> isNumber, Map<Syntax, List<Extent>> reductions) {
    boolean minusA = a instanceof Syntax.Negate;
    boolean minusB = b instanceof Syntax.Negate;
    Syntax linear = joinedReductions(a, b, minusA, minusB, reductions);
    if (linear != null) return Pair.of(linear, 1);
    List<Syntax> x = Build.chain(minusA ? ((Syntax.Negate) a).of() : a);
    List<Syntax> y = Build.chain(minusB ? ((Syntax.Negate) b).of() : b);
    if (x.size() > 1 && x.equals(y) && minusA == minusB) { // a symmetric matrix, either way round
      Syntax twice = Build.times(Build.number(2), Build.product(x));
      return Pair.of(minusA ? Build.negate(twice) : twice, x.size());
    }
    Syntax m = number(x);
    Syntax n = number(y);
    x = withoutNumber(x);
    y = withoutNumber(y);
    if (x.size() < 2 || y.size() < 2) return Pair.NONE;
    boolean flip = minusA && minusB;
    int last = shared(x.reversed(), y.reversed(), Math.min(x.size(), y.size()) - 1);
    int first = shared(x, y, Math.min(x.size(), y.size()) - 1 - last);
    if (last == 0 && first == 0) return Pair.NONE;
    boolean alike = m.equals(n);
    boolean single = last > 0 && x.size() == first + last + 1 && y.size() == x.size();
    if (!alike && !single) return Pair.NONE;
    Syntax restX = Build.product(x.subList(first, x.size() - last));
    Syntax restY = Build.product(y.subList(first, y.size() - last));
    if (!alike) {
      restX = Build.times(m, restX);
      restY = Build.times(n, restY);
    }
    if (isNumber(restX, isNumber) || isNumber(restY, isNumber)) return Pair.NONE;
    boolean rows = first == 0 && isNumber.test(a) && isNumber.test(b);
    if (rows && x.size() + y.size() > 2 * last + 2) return Pair.NONE; // two numbers read better
    List<Syntax> sum = new ArrayList<>(terms(restX, minusA && !flip));
    sum.addAll(terms(restY, minusB && !flip));
    if (sum.size() > 2) sum = new ArrayList<>(shared(sum, isNumber, reductions));
    sum.sort(Order.TERMS);
    Syntax inner = Build.sum(sum);
    List<Syntax> product = new ArrayList<>(alike ? List.of(m) : List.of());
    product.addAll(x.subList(0, first));
    product.add(inner);
    product.addAll(x.subList(x.size() - last, x.size()));
    Syntax s = Build.product(product);
    return Pair.of(flip ? Build.negate(s) : s, first + last);
  }

  /// The number that a product begins with, or 1.
  static Rational numberOf(Syntax s) {
    return number(Build.chain(s)) instanceof Syntax.Num n
        ? Rational.parse(n.digits())
        : Rational.ONE;
  }

  /// A product without the number it begins with.
  static Syntax withoutNumber(Syntax s) {
    return Build.product(withoutNumber(Build.chain(s)));
  }

  private static Syntax number(List<Syntax> chain) {
    return chain.getFirst() instanceof Syntax.Num n ? n : Build.ONE;
  }

  private static List<Syntax> withoutNumber(List<Syntax> chain) {
    return chain.getFirst() instanceof Syntax.Num ? chain.subList(1, chain.size()) : chain;
  }

  /// The signed terms of a sum, which stands in no brackets of its own in another.
  private static List<Syntax> terms(Syntax s, boolean minus) {
    if (s instanceof Syntax.Binary b && (b.op() == Op.PLUS || b.op() == Op.MINUS)) {
      List<Syntax> all = new ArrayList<>(terms(b.left(), minus));
      all.addAll(terms(b.right(), minus ^ (b.op() == Op.MINUS)));
      return all;
    }
    return List.of(minus ? Build.negate(s) : s);
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
