package dev.jacobi.eval;

import dev.jacobi.expr.Extent;
import dev.jacobi.expr.Fact;
import dev.jacobi.expr.Factor;
import dev.jacobi.expr.Model;
import dev.jacobi.expr.Monomial;
import dev.jacobi.expr.ValueSet;
import dev.jacobi.expr.Variable;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Random points of a model: sizes that are all different, so that an axis cannot pass for another,
/// and values from the declared sets.
public final class Sampler {
  /// Extents that are greater numbers may be shortened.
  private static final int LONG = 16;

  /// What the first of them stands for: more than dimensions get.
  private static final int SHORT = 8;

  private final Model model;
  private final long seed;
  private final Map<Long, Integer> shortened;

  public Sampler(Model model, long seed) {
    this(model, seed, Map.of());
  }

  private Sampler(Model model, long seed, Map<Long, Integer> shortened) {
    this.model = model;
    this.seed = seed;
    this.shortened = shortened;
  }

  /// A sampler of the same model in which extents that are large numbers stand for small ones, all
  /// different; none when there is no such extent, or a formula reaches past a place that is given
  /// as a number, which may lie beyond a short axis: `sum[i=1..300] x[i]` of 784.
  ///
  /// Two formulas that agree where 784 is 8 as an extent, and still 784 as a factor, agree whatever
  /// these two are, and so where they are the same. Those that do not may yet agree at the real
  /// size: a sum of 784 ones that was written as 784.
  public Optional<Sampler> shortened() {
    var numbers = new TreeSet<Long>();
    for (Variable v : model.variables().values()) longer(v.shape(), numbers);
    for (var d : model.definitions().values()) longer(d.shape(), numbers);
    if (numbers.isEmpty() || Places.areNumbers(model)) return Optional.empty();
    Map<Long, Integer> small = new TreeMap<>();
    int next = SHORT;
    for (long n : numbers) small.put(n, next++);
    return Optional.of(new Sampler(model, seed, Collections.unmodifiableMap(small)));
  }

  private static void longer(List<Extent> shape, Set<Long> numbers) {
    for (Extent e : shape) if (e.isNumber() && e.number() > LONG) numbers.add(e.number());
  }

  /// The n-th point; the same for the same seed.
  public Point point(int n) {
    return point(n, 2);
  }

  /// The same with sizes from the given one up.
  public Point point(int n, int least) {
    return point(n, sizes(n, least));
  }

  /// The same with these sizes.
  public Point point(int n, Map<String, Integer> sizes) {
    var random = new Random(seed * 1_000_003 + n);
    var point = new Point(sizes, shortened, seed + n);
    for (Variable v : model.variables().values()) {
      if (v.set() == ValueSet.INTEGERS) {
        int high = point.size(v.high());
        int low = point.size(v.low());
        point.put(v.name(), low + choice(random, Math.max(1, high - low + 1)));
      } else {
        point.put(v.name(), values(v, point, random));
      }
    }
    model.facts().forEach(f -> hold(f, point));
    return point;
  }

  /// Makes a fact of the form `sum(t) = c`, or of each row, true by scaling.
  private void hold(Fact f, Point point) {
    if (f.pattern().size() != 1 || !f.replacement().isNumber()) return;
    Monomial m = f.pattern().term(0);
    boolean plainSum =
        m.summedCount() == 1 && m.powers().size() == 1 && m.powers().get(0).exponent().isOne();
    if (!plainSum || !(m.powers().get(0).base() instanceof Factor.Symbol s)) return;
    Variable v = model.variables().get(s.name);
    if (v == null || v.shape().isEmpty()) return;
    double[] x = point.array(s.name);
    for (int q = 0; q < x.length; q++) x[q] = Math.abs(x[q]);
    normalise(x, point.size(v.shape().getLast()));
    double c = f.replacement().number().over(m.coefficient).doubleValue();
    for (int q = 0; q < x.length; q++) x[q] *= c;
  }

  /// Sizes from the least up, all different, in an order that turns with n; extents that are
  /// numbers keep theirs.
  private Map<String, Integer> sizes(int n, int least) {
    Map<String, Integer> sizes = new HashMap<>();
    int count = model.dimensions().size();
    int q = 0;
    for (String d : model.dimensions()) {
      int turned = count == 0 ? 0 : (n % 2 == 0 ? q : count - 1 - q);
      sizes.put(d, least + turned % 5 + (count > 5 ? 0 : n % 2));
      q++;
    }
    return widened(sizes);
  }

  /// An extent such as n − m + 1 must come out at least 1.
  private Map<String, Integer> widened(Map<String, Integer> sizes) {
    for (int round = 0; round < 12; round++) {
      boolean good = true;
      for (Variable v : model.variables().values())
        for (Extent e : v.shape()) good &= widen(e, sizes);
      for (var d : model.definitions().values()) for (Extent e : d.shape()) good &= widen(e, sizes);
      if (good) break;
    }
    return sizes;
  }

  private static boolean widen(Extent e, Map<String, Integer> sizes) {
    if (e.value(sizes::get) >= 2 || e.isNumber()) return true;
    for (var term : e.terms().entrySet())
      if (term.getValue() > 0 && !term.getKey().isEmpty())
        for (String name : term.getKey()) sizes.merge(name, 1, Integer::sum);
    return false;
  }

  private static double[] values(Variable v, Point point, Random random) {
    int n = 1;
    for (Extent e : v.shape()) n = Math.multiplyExact(n, point.size(e));
    double[] x = new double[n];
    for (int q = 0; q < n; q++) x[q] = one(v.set(), random);
    int last = v.shape().isEmpty() ? 1 : point.size(v.shape().getLast());
    switch (v.set()) {
      case SIMPLEX -> normalise(x, last);
      case ONE_HOT -> oneHot(x, last, random);
      case SYMMETRIC -> symmetric(x, last);
      case POSITIVE_DEFINITE -> definite(x, last);
      case INVERTIBLE -> {
        for (int q = 0; q < last; q++) x[q * last + q] += 2;
      }
      case REAL, POSITIVE, OPEN_UNIT, UNIT, BINARY, SIGNS, INTEGERS -> {}
    }
    return x;
  }

  /// One of so many. The first numbers of generators whose seeds are neighbours begin with the same
  /// bits: a choice by these would be the same at all points.
  private static int choice(Random random, int many) {
    int bits = random.nextInt(1 << 16) * 0x9E3779B1; // the golden section spreads them
    return Math.floorMod(bits >>> 12, many);
  }

  private static double one(ValueSet set, Random random) {
    return switch (set) {
      case POSITIVE, SIMPLEX -> 0.3 + 1.5 * random.nextDouble();
      case OPEN_UNIT, UNIT -> 0.1 + 0.8 * random.nextDouble();
      case BINARY -> choice(random, 2);
      case SIGNS -> 2 * choice(random, 2) - 1;
      case ONE_HOT -> 0;
      case REAL, SYMMETRIC, POSITIVE_DEFINITE, INVERTIBLE, INTEGERS -> {
        double g = 0.7 * random.nextGaussian();
        yield g + Math.copySign(0.05, g); // not on a kink at 0
      }
    };
  }

  private static void normalise(double[] x, int row) {
    for (int r = 0; r < x.length; r += row) {
      double sum = 0;
      for (int q = 0; q < row; q++) sum += x[r + q];
      for (int q = 0; q < row; q++) x[r + q] /= sum;
    }
  }

  private static void oneHot(double[] x, int row, Random random) {
    for (int r = 0; r < x.length; r += row) x[r + choice(random, row)] = 1;
  }

  private static void symmetric(double[] x, int n) {
    for (int i = 0; i < n; i++) for (int j = 0; j < i; j++) x[i * n + j] = x[j * n + i];
  }

  private static void definite(double[] x, int n) {
    double[] a = x.clone();
    for (int i = 0; i < n; i++)
      for (int j = 0; j < n; j++) {
        double s = i == j ? 0.5 : 0;
        for (int k = 0; k < n; k++) s += a[i * n + k] * a[j * n + k];
        x[i * n + j] = s;
      }
  }
}
