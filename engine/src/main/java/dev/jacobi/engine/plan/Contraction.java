package dev.jacobi.engine.plan;

import dev.jacobi.engine.plan.Step.Matrix;
import dev.jacobi.engine.plan.Step.Reduction;
import dev.jacobi.expr.Exponentials;
import dev.jacobi.expr.Factor;
import dev.jacobi.expr.Function;
import dev.jacobi.expr.Index;
import dev.jacobi.expr.Monomial.Power;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// A product summed over indices, made into steps: matrix products where two parts share a summed
/// index and each has one of its own, loops otherwise. The order is the one with the fewest
/// operations, found by dynamic programming over subsets of the parts.
final class Contraction {
  private static final int MOST_PARTS = 12; // subsets beyond are joined greedily

  private static final int SMALL = 512; // products

  private final Lowering lowering;
  private final Workshop shop;
  private final Scalars scalars;
  private final Products products;
  private final Set<Var> summed = new TreeSet<>();
  private final List<Scalar> outside = new ArrayList<>();
  private List<Scalar> parts = new ArrayList<>();
  private double repeats = 1;

  Contraction(Lowering lowering, List<Power> powers, List<Index> over) {
    this.lowering = lowering;
    this.shop = lowering.shop;
    this.scalars = lowering.scalars;
    this.products = new Products(shop);
    for (Index i : over) summed.add(shop.var(i));
    group(powers);
  }

  /// Factors over the same variables are one part.
  private void group(List<Power> powers) {
    List<Power> left = Lowering.sorted(powers);
    List<List<Power>> groups = new ArrayList<>();
    if (lowering.bounds.mayMiss(left)) {
      groups.add(left);
    } else {
      for (List<Power> softmax : softmaxes(left)) groups.add(softmax);
      Map<Set<Index>, List<Power>> byIndices = new LinkedHashMap<>();
      Set<Index> exponents = exponents(left);
      for (Power p : left) {
        Set<Index> own = isExponential(p) && !exponents.isEmpty() ? exponents : indices(p);
        byIndices.computeIfAbsent(own, _ -> new ArrayList<>()).add(p);
      }
      groups.addAll(byIndices.values());
    }
    Set<Var> met = new TreeSet<>();
    for (List<Power> g : groups) {
      Scalar s = lowering.product(g);
      met.addAll(s.vars);
      boolean inside = s.vars.stream().anyMatch(summed::contains);
      (inside ? parts : outside).add(s);
    }
    for (Var v : List.copyOf(summed))
      if (!met.contains(v)) {
        repeats *= v.extent();
        summed.remove(v);
      }
  }

  /// The powers of each softmax stay together.
  private List<List<Power>> softmaxes(List<Power> left) {
    List<List<Power>> groups = new ArrayList<>();
    List<Power> rest = new ArrayList<>(left);
    if (Exponentials.softmaxes(lowering.t, rest).isEmpty()) return groups;
    List<Power> taken = new ArrayList<>(left);
    taken.removeAll(rest);
    left.removeAll(taken);
    groups.add(taken);
    return groups;
  }

  private static Set<Index> indices(Power p) {
    Set<Index> all = new TreeSet<>(Arrays.asList(p.base().free()));
    all.addAll(Arrays.asList(p.exponent().free()));
    return all;
  }

  /// The indices of all exponentials together where one of them has them all: they are one
  /// exponential then, of a sum that may be small where its terms are large. Else none.
  private static Set<Index> exponents(List<Power> powers) {
    Set<Index> union = new TreeSet<>();
    for (Power p : powers) if (isExponential(p)) union.addAll(indices(p));
    for (Power p : powers) if (isExponential(p) && indices(p).equals(union)) return union;
    return Set.of();
  }

  private static boolean isExponential(Power p) {
    return p.base() instanceof Factor.Apply a
        && a.function == Function.EXP
        && p.exponent().isNumber();
  }

  Scalar scalar() {
    Scalar result = scalars.num(repeats);
    for (Scalar s : outside) result = scalars.mul(result, s);
    for (List<Scalar> component : components()) result = scalars.mul(result, sum(component));
    return result;
  }

  /// Parts that no summed variable joins are summed apart.
  private List<List<Scalar>> components() {
    List<List<Scalar>> all = new ArrayList<>();
    List<Scalar> left = new ArrayList<>(parts);
    while (!left.isEmpty()) {
      List<Scalar> one = new ArrayList<>(List.of(left.removeFirst()));
      for (int q = 0; q < one.size(); q++) {
        Scalar s = one.get(q);
        for (Scalar o : List.copyOf(left))
          if (s.vars.stream().anyMatch(v -> summed.contains(v) && o.vars.contains(v))) {
            one.add(o);
            left.remove(o);
          }
      }
      all.add(one);
    }
    return all;
  }

  private Scalar sum(List<Scalar> component) {
    parts = component;
    Optional<Scalar> symmetric = symmetric();
    if (symmetric.isPresent()) return symmetric.get();
    if (parts.size() > MOST_PARTS) return greedy();
    var search = new Search(parts, summed);
    return build(search, (1 << parts.size()) - 1);
  }

  /// Too many for a search: the two that are cheapest to join are, until few are left.
  private Scalar greedy() {
    while (parts.size() > MOST_PARTS) {
      double least = Double.POSITIVE_INFINITY;
      int first = 0;
      int second = 1;
      for (int q = 1; q < parts.size(); q++)
        for (int p = 0; p < q; p++) {
          double cost = Search.size(vars(p, q)) + 2 * Search.size(kept(p, q));
          if (cost >= least) continue;
          least = cost;
          first = p;
          second = q;
        }
      Set<Var> kept = kept(first, second);
      Scalar b = parts.remove(second);
      Scalar a = parts.remove(first);
      parts.add(join(a, b, kept));
    }
    return build(new Search(parts, summed), (1 << parts.size()) - 1);
  }

  private Set<Var> vars(int p, int q) {
    Set<Var> all = new TreeSet<>(parts.get(p).vars);
    all.addAll(parts.get(q).vars);
    return all;
  }

  /// What is left of the variables of two parts when they have been joined.
  private Set<Var> kept(int p, int q) {
    Set<Var> others = new HashSet<>();
    for (int r = 0; r < parts.size(); r++) if (r != p && r != q) others.addAll(parts.get(r).vars);
    Set<Var> kept = vars(p, q);
    kept.removeIf(v -> summed.contains(v) && !others.contains(v));
    return kept;
  }

  private Scalar build(Search search, int set) {
    if (Integer.bitCount(set) == 1) {
      Scalar s = parts.get(Integer.numberOfTrailingZeros(set));
      List<Var> gone = minus(s.vars, search.kept(set));
      return gone.isEmpty() ? s : shop.reduced(s, gone, Reduction.SUM);
    }
    int left = search.split(set);
    Scalar a = build(search, left);
    Scalar b = build(search, set & ~left);
    return join(a, b, search.kept(set));
  }

  private static List<Var> minus(List<Var> all, Set<Var> kept) {
    return all.stream().filter(v -> !kept.contains(v)).toList();
  }

  /// Two parts multiplied, and what neither the result nor another part needs summed.
  private Scalar join(Scalar a, Scalar b, Set<Var> kept) {
    Set<Var> gone = new TreeSet<>(a.vars);
    gone.addAll(b.vars);
    gone.removeAll(kept);
    if (gone.isEmpty()) return scalars.mul(a, b);
    boolean shared = a.vars.containsAll(gone) && b.vars.containsAll(gone);
    List<Var> rows = minus(minus(a.vars, gone), Set.copyOf(b.vars));
    List<Var> columns = minus(minus(b.vars, gone), Set.copyOf(a.vars));
    boolean product =
        shared
            && (isLong(rows) || isLong(columns))
            && !(isSmall(rows, columns, gone) && !shop.isInverse(a) && !shop.isInverse(b));
    if (!product) return shop.reduced(scalars.mul(a, b), shop.ordered(gone), Reduction.SUM);
    // a vector stands on the right of its matrix
    boolean turned = rows.isEmpty() || (!columns.isEmpty() && before(columns, rows));
    return turned ? products.of(b, a, columns, rows, gone) : products.of(a, b, rows, columns, gone);
  }

  private boolean before(List<Var> a, List<Var> b) {
    return shop.rank(shop.ordered(a).getFirst()) < shop.rank(shop.ordered(b).getFirst());
  }

  /// A matrix of a few numbers on a vector: a loop is quicker than the call of a kernel.
  private static boolean isSmall(List<Var> rows, List<Var> columns, Set<Var> gone) {
    if (isLong(rows) && isLong(columns)) return false;
    return Products.size(rows) * (double) Products.size(columns) * Products.size(gone) <= SMALL;
  }

  private static boolean isLong(List<Var> vars) {
    return vars.stream().anyMatch(v -> v.extent() > 1);
  }

  /// `Σ_k A_ki A_kj w_k`: two reads of one buffer that differ by an exchange of two variables, and
  /// parts that rest on the summed one alone.
  private Optional<Scalar> symmetric() {
    if (summed.size() != 1 || parts.size() > 3) return Optional.empty();
    Var k = summed.iterator().next();
    List<Scalar.Load> loads = new ArrayList<>();
    List<Scalar> weights = new ArrayList<>();
    for (Scalar s : parts) {
      if (s.vars.equals(List.of(k))) weights.add(s);
      else if (s instanceof Scalar.Load l && s.vars.size() == 2) loads.add(l);
      else return Optional.empty();
    }
    if (loads.size() != 2 || weights.size() > 1) return Optional.empty();
    Var i = other(loads.get(0), k);
    Var j = other(loads.get(1), k);
    boolean swapped =
        loads.get(0).buffer == loads.get(1).buffer
            && i.isLoop()
            && j.isLoop()
            && i.extent() == j.extent()
            && loads.get(0).address.replaced(i, Affine.of(j, 1)).equals(loads.get(1).address);
    if (!swapped || i.equals(j) || i.extent() < 4) return Optional.empty();
    return Optional.of(symmetric(loads.get(0), weights, i, j, k));
  }

  private static Var other(Scalar s, Var k) {
    return s.vars.get(s.vars.get(0).equals(k) ? 1 : 0);
  }

  private Scalar symmetric(Scalar.Load x, List<Scalar> weights, Var i, Var j, Var k) {
    Optional<Buffer> w = weights.stream().findFirst().map(s -> shop.keep(s, List.of(k)));
    Affine base = x.address.without(List.of(i, k));
    Matrix a = new Matrix(x.buffer, base, x.address.stride(k), x.address.stride(i));
    List<Var> axes = shop.ordered(List.of(i, j));
    String key = "symmetric " + Alpha.key(x, List.of(i), List.of(k)) + w.map(b -> b.id);
    Buffer out =
        shop.once(
            key,
            axes,
            c ->
                new Step.Symmetric(
                    new Matrix(c, Affine.ZERO, i.extent(), 1), a, w, i.extent(), k.extent()));
    return shop.load(out, axes);
  }
}
