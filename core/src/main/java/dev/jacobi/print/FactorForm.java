package dev.jacobi.print;

import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Factor;
import dev.jacobi.expr.Index;
import dev.jacobi.expr.Monomial.Power;
import dev.jacobi.expr.Rational;
import dev.jacobi.expr.Terms;
import dev.jacobi.notation.Place;
import dev.jacobi.notation.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One factor of a term in matrix notation: a function of arrays entry by entry, a condition, a
/// bracket, a power, a norm.
final class FactorForm {
  private final Terms t;
  private final NamedArrays names;
  private final Signs signs;
  private final WrittenSums written;
  private final MatrixForm sums; // for the formulas inside

  FactorForm(Terms t, NamedArrays names, Signs signs, WrittenSums written, MatrixForm sums) {
    this.t = t;
    this.signs = signs;
    this.names = names;
    this.written = written;
    this.sums = sums;
  }

  Optional<Piece> scalar(Power p) {
    Expr e = p.exponent();
    boolean below = e.isNumber() && e.number().signum() < 0;
    Optional<Piece> base = number(p.base());
    if (base.isEmpty()) return base;
    return base.flatMap(b -> raised(b, p.base(), below ? t.negate(e) : e, below));
  }

  private Optional<Piece> number(Factor f) {
    return switch (f) {
      case Factor.Symbol s -> names.ways(s).stream().findFirst();
      case Factor.Apply a -> apply(a, null, null);
      case Factor.Indicator i -> indicator(i, null, null);
      case Factor.Group g -> sums.sum(g.of, null, null);
      case Factor.Radical r -> Optional.of(Piece.of(Build.number(r.of), null, null, 0.5));
      case Factor.Relation _ -> Optional.empty();
    };
  }

  List<Piece> leaf(Power p) {
    Expr e = p.exponent();
    boolean below = e.isNumber() && e.number().signum() < 0;
    List<Piece> ways = new ArrayList<>();
    for (Piece base : ways(p.base()))
      raised(base, p.base(), below ? t.negate(e) : e, below).ifPresent(ways::add);
    return ways;
  }

  private List<Piece> ways(Factor f) {
    if (f instanceof Factor.Symbol s) return names.ways(s);
    if (f instanceof Factor.Relation r) return Triangles.ways(r);
    List<Index> free = new ArrayList<>(List.of(f.free()));
    free.removeIf(names::isFixed);
    List<Piece> ways = new ArrayList<>();
    if (free.size() == 1) {
      written(f, free.get(0), null).ifPresent(ways::add);
    } else if (free.size() == 2) {
      written(f, free.get(0), free.get(1)).ifPresent(ways::add);
      written(f, free.get(1), free.get(0)).ifPresent(ways::add);
    }
    return ways;
  }

  private Optional<Piece> written(Factor f, Index row, Index column) {
    return switch (f) {
      case Factor.Apply a -> apply(a, row, column);
      case Factor.Indicator i -> indicator(i, row, column);
      case Factor.Group g ->
          sums.sum(g.of, row, column).map(p -> MatrixForm.filled(p, row, column));
      case Factor.Symbol _, Factor.Relation _, Factor.Radical _ -> Optional.empty();
    };
  }

  private Optional<Piece> apply(Factor.Apply a, Index row, Index column) {
    List<Piece> pieces = new ArrayList<>();
    for (Expr e : a.arguments()) {
      Optional<Piece> p = sums.sum(e, row, column);
      if (p.isEmpty()) return p;
      pieces.add(p.get().isScalar() ? p.get() : MatrixForm.filled(p.get(), row, column));
    }
    // multiplied out, an argument may have lost an axis that it seemed to have
    boolean scalars = pieces.stream().allMatch(Piece::isScalar);
    if (scalars) pieces.set(0, MatrixForm.filled(pieces.get(0), row, column));
    List<Syntax> x = new ArrayList<>();
    double cost = 1;
    for (Piece q : pieces) {
      x.add(q.written());
      cost += q.cost();
    }
    return Optional.of(Piece.of(Build.applied(a.function, x), row, column, cost));
  }

  private Optional<Piece> indicator(Factor.Indicator i, Index row, Index column) {
    boolean[] fails = {false};
    double[] cost = {1};
    Syntax condition =
        Comparisons.of(
            t,
            i,
            e -> {
              Optional<Piece> p = sums.sum(e, row, column);
              fails[0] |= p.isEmpty();
              cost[0] += p.map(q -> sideCost(q.written())).orElse(0.0) + 0.5;
              return p.map(q -> q.isScalar() ? q : MatrixForm.filled(q, row, column))
                  .map(Piece::written)
                  .orElse(Build.ONE);
            });
    if (fails[0]) return Optional.empty();
    return Optional.of(Piece.of(new Syntax.Indicator(condition, Place.NONE), row, column, cost[0]));
  }

  private double sideCost(Syntax s) {
    return s instanceof Syntax.Transpose ? 1 : written.holds(s) ? -WrittenSums.LIKED : 0;
  }

  private Optional<Piece> raised(Piece base, Factor f, Expr exponent, boolean below) {
    boolean entrywise = !base.isScalar();
    Syntax s;
    if (exponent.isOne()) s = base.syntax();
    else if (exponent.isNumber() && exponent.number().equals(Rational.HALF)) s = root(base, f);
    else {
      Optional<Piece> e = sums.sum(exponent, base.row(), base.column());
      if (e.isEmpty()) return e;
      Piece power =
          e.get().isScalar() ? e.get() : MatrixForm.filled(e.get(), base.row(), base.column());
      s =
          squaredNorm(base, f, exponent)
              .orElseGet(() -> Build.power(base.written(), power.written(), entrywise));
    }
    double cost = base.cost() + (exponent.isOne() ? 0 : 0.5) + (below ? 0.1 : 0);
    return Optional.of(new Piece(s, base.row(), base.column(), cost, below));
  }

  private Optional<Syntax> squaredNorm(Piece base, Factor f, Expr exponent) {
    if (!exponent.isNumber() || !base.isScalar() || !isSumOfSquares(f)) return Optional.empty();
    Rational twice = exponent.number().times(Rational.TWO);
    if (!twice.isInteger()) return Optional.empty();
    return norm(f).map(n -> Build.power(n, Build.number(twice), false));
  }

  private Syntax root(Piece base, Factor f) {
    return norm(f).orElseGet(() -> Build.call("sqrt", base.written()));
  }

  /// `(Σ_i x_i²)^½` is `||x||`.
  private Optional<Syntax> norm(Factor f) {
    if (!isSumOfSquares(f)) return Optional.empty();
    var open = t.open(((Factor.Group) f).of.term(0));
    Expr x = t.one();
    for (Power p : open.powers())
      x = t.times(x, t.pow(t.of(p.base()), t.scale(p.exponent(), Rational.HALF)));
    List<Index> over = open.summed();
    x = signs.asWritten(x);
    Optional<Piece> p = sums.sum(x, over.get(0), over.size() > 1 ? over.get(1) : null);
    return p.map(q -> new Syntax.Norm(q.written(), "2", Place.NONE));
  }

  private boolean isSumOfSquares(Factor f) {
    if (!(f instanceof Factor.Group g) || g.of.size() != 1 || !g.of.term(0).hasSums()) return false;
    if (!g.of.term(0).coefficient.isOne() || g.of.term(0).summedCount() > 2) return false;
    for (Power p : g.of.term(0).powers())
      if (!p.exponent().isWhole() || p.exponent().number().num().testBit(0)) return false;
    return g.free().length == 0;
  }
}
