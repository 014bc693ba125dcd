package dev.jacobi;

import dev.jacobi.Tree.Letter;
import dev.jacobi.expr.Factor.Comparison;
import dev.jacobi.expr.Function;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Random trees over the arrays of one small model, the same for the same seed. They repeat parts
/// of themselves and hold the bodies of the model's definitions, so that there is something to
/// merge and to fold.
final class TreeSource {
  /// The model whose names the trees are made of.
  static final String MODEL =
      """
      a in R
      b in R+
      x, y in R[n]
      p in R+[n]
      q in simplex[n]
      h in onehot[m]
      u in R[m]
      A in R[n, n]
      S in sym[n]
      B in R[n, m]
      T in R[n, n, m]
      z[i] = exp(x[i]) / sum[k] exp(x[k])
      d = sum[i] x[i]^2
      s[i] = sum[j] B[i,j] u[j]
      c[i] = x[i] - sum[k] x[k] / n
      g[i] = tanh(s[i])
      """;

  private record Array(String name, String... dimensions) {}

  private static final List<Array> ARRAYS =
      List.of(
          new Array("a"),
          new Array("b"),
          new Array("d"),
          new Array("n"),
          new Array("x", "n"),
          new Array("x", "n"),
          new Array("y", "n"),
          new Array("p", "n"),
          new Array("q", "n"),
          new Array("h", "m"),
          new Array("u", "m"),
          new Array("z", "n"),
          new Array("c", "n"),
          new Array("g", "n"),
          new Array("A", "n", "n"),
          new Array("S", "n", "n"),
          new Array("B", "n", "m"),
          new Array("T", "n", "n", "m"));
  private static final List<Function> FUNCTIONS =
      List.of(
          Function.TANH,
          Function.SIN,
          Function.COS,
          Function.SIGMOID,
          Function.ABS,
          Function.SIGN,
          Function.RELU,
          Function.SOFTPLUS,
          Function.ATAN,
          Function.ERF,
          Function.FLOOR,
          Function.SINH,
          Function.ASINH);

  private final Random random;
  private final List<Tree> made = new ArrayList<>();
  private int letters = 0;

  TreeSource(long seed) {
    this.random = new Random(mixed(seed));
  }

  /// Neighbouring seeds of [Random] begin alike; mixed ones do not.
  static long mixed(long seed) {
    return (seed + 1) * 0x9E3779B97F4A7C15L ^ seed << 17;
  }

  Letter letter() {
    return letter(random.nextInt(4) == 0 ? "m" : "n");
  }

  private Letter letter(String dimension) {
    return new Letter(++letters, dimension);
  }

  Tree tree(int size, List<Letter> scope) {
    Tree t = size <= 1 ? leaf(scope) : inner(size - 1, scope);
    made.add(t);
    return t;
  }

  private Tree inner(int size, List<Letter> scope) {
    return switch (random.nextInt(26)) {
      case 0, 1, 2, 3, 4 -> new Tree.Add(parts(size, scope));
      case 5, 6, 7, 8, 9, 10 -> new Tree.Mul(parts(size, scope));
      case 11, 12, 13, 14, 15 -> sum(size, scope);
      case 16, 17 -> new Tree.Pow(tree(size, scope), wholeExponent());
      case 18 -> new Tree.Pow(positive(size, scope), rationalExponent());
      case 19 -> new Tree.Apply(Function.EXP, List.of(small(size, scope)));
      case 20 -> new Tree.Apply(Function.LOG, List.of(positive(size, scope)));
      case 21, 22 -> new Tree.Apply(one(FUNCTIONS), List.of(tree(size, scope)));
      case 23 -> two(size, scope);
      case 24 -> new Tree.Step(tree(size, scope), one(List.of(Comparison.values())));
      default -> again(size, scope);
    };
  }

  private List<Tree> parts(int size, List<Letter> scope) {
    int count = 2 + random.nextInt(2);
    List<Tree> parts = new ArrayList<>();
    for (int q = 0; q < count; q++) {
      boolean repeat = !parts.isEmpty() && random.nextInt(6) == 0;
      parts.add(repeat ? again(size / count, scope) : tree(Math.max(1, size / count), scope));
    }
    return parts;
  }

  private Tree sum(int size, List<Letter> scope) {
    Letter l = letter();
    List<Letter> inner = new ArrayList<>(scope);
    inner.add(l);
    Tree body = tree(size, inner);
    return new Tree.Sum(l, body);
  }

  private Tree two(int size, List<Letter> scope) {
    List<Tree> arguments =
        List.of(tree(Math.max(1, size / 2), scope), tree(Math.max(1, size / 2), scope));
    return switch (random.nextInt(3)) {
      case 0 -> new Tree.Apply(Function.MAX, arguments);
      case 1 -> new Tree.Apply(Function.MIN, arguments);
      default -> new Tree.Pow(positive(size / 2, scope), tree(Math.max(1, size / 2), scope));
    };
  }

  /// Something made before, where its letters are known.
  private Tree again(int size, List<Letter> scope) {
    for (int q = 0; q < 6 && !made.isEmpty(); q++) {
      Tree t = one(made);
      if (scope.containsAll(t.free())) return t;
    }
    return tree(Math.max(1, size), scope);
  }

  private Tree wholeExponent() {
    return new Tree.Num(one(List.of(2L, 2L, 3L, -1L, -1L, -2L, 1L, 0L)), 1);
  }

  private Tree rationalExponent() {
    return new Tree.Num(one(List.of(1L, -1L, 3L, -3L)), one(List.of(2L, 2L, 3L)));
  }

  private Tree small(int size, List<Letter> scope) {
    return random.nextBoolean()
        ? leaf(scope)
        : new Tree.Mul(List.of(new Tree.Num(1, 2), tree(size, scope)));
  }

  private Tree positive(int size, List<Letter> scope) {
    Tree t = tree(Math.max(1, size), scope);
    return switch (random.nextInt(5)) {
      case 0 -> new Tree.Sym("b", List.of());
      case 1 -> symbol(new Array("p", "n"), scope);
      case 2 -> new Tree.Apply(Function.EXP, List.of(leaf(scope)));
      case 3 -> new Tree.Add(List.of(new Tree.Num(1, 1), new Tree.Pow(t, new Tree.Num(2, 1))));
      default ->
          new Tree.Mul(List.of(new Tree.Sym("b", List.of()), symbol(new Array("p", "n"), scope)));
    };
  }

  private Tree leaf(List<Letter> scope) {
    return switch (random.nextInt(16)) {
      case 0 -> new Tree.Num(random.nextInt(-3, 4), one(List.of(1L, 1L, 2L, 3L)));
      case 1, 2 -> relation(scope);
      case 3 -> softmax(scope);
      case 4 -> product(scope);
      default -> symbol(one(ARRAYS), scope);
    };
  }

  private Tree relation(List<Letter> scope) {
    if (scope.isEmpty()) return symbol(one(ARRAYS), scope);
    Letter a = one(scope);
    Letter b = one(scope);
    if (!a.dimension().equals(b.dimension())) return symbol(one(ARRAYS), scope);
    return random.nextInt(3) == 0 ? new Tree.AtMost(a, b) : new Tree.Delta(a, b);
  }

  /// The body of z.
  private Tree softmax(List<Letter> scope) {
    Tree top = new Tree.Apply(Function.EXP, List.of(symbol(new Array("x", "n"), scope)));
    Letter k = letter("n");
    Tree below = new Tree.Apply(Function.EXP, List.of(new Tree.Sym("x", List.of(k))));
    if (!top.free().stream().allMatch(scope::contains)) return new Tree.Sym("d", List.of());
    return new Tree.Mul(List.of(top, new Tree.Pow(new Tree.Sum(k, below), new Tree.Num(-1, 1))));
  }

  /// The body of s.
  private Tree product(List<Letter> scope) {
    Letter j = letter("m");
    List<Letter> n = scope.stream().filter(l -> l.dimension().equals("n")).toList();
    if (n.isEmpty()) return new Tree.Sym("a", List.of());
    return new Tree.Sum(
        j,
        new Tree.Mul(
            List.of(new Tree.Sym("B", List.of(one(n), j)), new Tree.Sym("u", List.of(j)))));
  }

  /// An entry, with sums around it where no letter in scope fits.
  private Tree symbol(Array array, List<Letter> scope) {
    List<Letter> at = new ArrayList<>();
    List<Letter> own = new ArrayList<>();
    for (String dimension : array.dimensions) {
      List<Letter> fit = new ArrayList<>(own);
      fit.addAll(scope);
      fit.removeIf(l -> !l.dimension().equals(dimension));
      if (fit.isEmpty()) {
        own.add(letter(dimension));
        at.add(own.getLast());
      } else {
        at.add(one(fit));
      }
    }
    Tree t = new Tree.Sym(array.name, at);
    for (Letter l : own) t = new Tree.Sum(l, t);
    return t;
  }

  private <X> X one(List<X> of) {
    return of.get(random.nextInt(of.size()));
  }
}
