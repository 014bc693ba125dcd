package dev.jacobi;

import dev.jacobi.expr.At;
import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Extent;
import dev.jacobi.expr.Index;
import dev.jacobi.expr.Rational;
import dev.jacobi.expr.Terms;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Makes index notation of a tree. With a source of chance it takes sums and products in any order
/// and grouping; summed indices are fresh every time.
final class TreeBuild {
  private final Terms t;
  private final Map<Tree.Letter, Index> indices = new HashMap<>();
  private final Random random;

  /// A null `random` builds everything in the order it is written.
  TreeBuild(Terms t, Map<Tree.Letter, Index> free, Random random) {
    this.t = t;
    this.indices.putAll(free);
    this.random = random;
  }

  Expr of(Tree tree) {
    return switch (tree) {
      case Tree.Num n -> t.number(Rational.of(n.num(), n.den()));
      case Tree.Sym s -> t.symbol(s.name(), s.at().stream().map(indices::get).toList());
      case Tree.Delta d -> t.delta(indices.get(d.a()), indices.get(d.b()));
      case Tree.AtMost m ->
          t.atLeastZero(At.of(indices.get(m.b())).minus(At.of(indices.get(m.a()))));
      case Tree.Add a -> sum(all(a.terms()));
      case Tree.Mul m -> product(all(m.factors()));
      case Tree.Pow p -> t.pow(of(p.base()), of(p.exponent()));
      case Tree.Apply a -> t.apply(a.function(), inOrder(a.arguments()).toArray(new Expr[0]));
      case Tree.Step s -> t.indicator(of(s.of()), s.comparison());
      case Tree.Sum s -> summed(s);
    };
  }

  private Expr summed(Tree.Sum s) {
    Index before = indices.get(s.over());
    Index i = t.index(Extent.of(s.over().dimension()), "");
    indices.put(s.over(), i);
    Expr body = of(s.of());
    if (before == null) indices.remove(s.over());
    else indices.put(s.over(), before);
    return t.sum(body, i);
  }

  private List<Expr> inOrder(List<Tree> trees) {
    List<Expr> all = new ArrayList<>();
    for (Tree c : trees) all.add(of(c));
    return all;
  }

  private List<Expr> all(List<Tree> trees) {
    if (random == null) return inOrder(trees);
    List<Tree> shuffled = new ArrayList<>(trees);
    Collections.shuffle(shuffled, random);
    return inOrder(shuffled);
  }

  private Expr sum(List<Expr> terms) {
    if (random == null || terms.size() < 3) return t.add(terms);
    int cut = 1 + random.nextInt(terms.size() - 1);
    return t.plus(sum(terms.subList(0, cut)), sum(terms.subList(cut, terms.size())));
  }

  private Expr product(List<Expr> factors) {
    if (random == null || factors.size() < 3) return t.times(factors.toArray(new Expr[0]));
    int cut = 1 + random.nextInt(factors.size() - 1);
    return t.times(product(factors.subList(0, cut)), product(factors.subList(cut, factors.size())));
  }
}
