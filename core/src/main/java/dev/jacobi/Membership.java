package dev.jacobi;

import dev.jacobi.Given.Array;
import dev.jacobi.expr.Variable;
import dev.jacobi.print.report.Shapes;
import dev.jacobi.print.report.TraceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.function.ToLongFunction;

/// Whether numbers lie in the set that their name is declared in. Derived formulas rest on it: with
/// `t in simplex[K]` the gradient of a cross entropy is `p - t` only if t sums to 1.
final class Membership {
  /// Of sums and symmetric entries: data often come in float, or with few digits.
  private static final double TOLERANCE = 1e-4;

  private final Variable v;
  private final Array a;

  private Membership(Variable v, Array a) {
    this.v = v;
    this.a = a;
  }

  /// What is wrong, for people; empty when nothing is.
  static Optional<String> problem(Variable v, Array a, ToLongFunction<String> sizes) {
    var m = new Membership(v, a);
    return switch (v.set()) {
      case REAL, INVERTIBLE -> Optional.empty();
      case POSITIVE -> m.each(x -> x > 0);
      case OPEN_UNIT -> m.each(x -> x > 0 && x < 1);
      case UNIT -> m.each(x -> x >= 0 && x <= 1);
      case BINARY -> m.each(x -> x == 0 || x == 1);
      case SIGNS -> m.each(x -> x == -1 || x == 1);
      case SIMPLEX -> m.each(x -> x >= 0).or(m::sums);
      case ONE_HOT -> m.each(x -> x == 0 || x == 1).or(m::sums);
      case SYMMETRIC -> m.symmetric();
      case POSITIVE_DEFINITE -> m.symmetric().or(m::positiveDiagonal);
      case INTEGERS -> {
        long low = v.low().value(sizes);
        long high = v.high().value(sizes);
        yield m.each(x -> x == Math.rint(x) && x >= low && x <= high);
      }
    };
  }

  private Optional<String> each(DoublePredicate fits) {
    for (int q = 0; q < a.count(); q++) {
      double x = a.at().applyAsDouble(q);
      if (!fits.test(x)) return problem(q, "is " + TraceText.number(x));
    }
    return Optional.empty();
  }

  private Optional<String> sums() {
    int side = a.sides().getLast();
    for (int q = 0; q < a.count(); q += side) {
      double sum = 0;
      for (int k = 0; k < side; k++) sum += a.at().applyAsDouble(q + k);
      if (!(Math.abs(sum - 1) <= TOLERANCE)) {
        String whose = a.sides().size() == 1 ? "its entries sum" : "row " + row(q) + " sums";
        return problem(whose + " to " + TraceText.number(sum));
      }
    }
    return Optional.empty();
  }

  /// The row, or page and row, that starts at a place.
  private String row(int q) {
    List<Integer> places = places(q);
    return places.subList(0, places.size() - 1).toString();
  }

  private Optional<String> symmetric() {
    int n = a.sides().getLast();
    for (int i = 0; i < n; i++)
      for (int j = 0; j < i; j++) {
        double x = a.at().applyAsDouble(i * n + j);
        double y = a.at().applyAsDouble(j * n + i);
        if (!(Math.abs(x - y) <= TOLERANCE * Math.max(1, Math.abs(x))))
          return problem(
              i * n + j, "is " + TraceText.number(x) + " and its mirror " + TraceText.number(y));
      }
    return Optional.empty();
  }

  /// Not enough, but what a transposed or negated matrix fails first.
  private Optional<String> positiveDiagonal() {
    int n = a.sides().getLast();
    for (int i = 0; i < n; i++) {
      double x = a.at().applyAsDouble(i * n + i);
      if (!(x > 0)) return problem(i * n + i, "is " + TraceText.number(x));
    }
    return Optional.empty();
  }

  private Optional<String> problem(int q, String what) {
    return problem(a.sides().isEmpty() ? "it " + what : "entry " + places(q) + " " + what);
  }

  private Optional<String> problem(String what) {
    boolean integer = v.set() == dev.jacobi.expr.ValueSet.INTEGERS;
    String set = integer ? v.low() + ".." + v.high() : Shapes.of(v.set(), v.shape());
    return Optional.of(v.name() + " is declared in " + set + ", and " + what);
  }

  /// Counted from 1, as in the language.
  private List<Integer> places(int q) {
    List<Integer> places = new ArrayList<>();
    for (int s : a.sides().reversed()) {
      places.addFirst(q % s + 1);
      q /= s;
    }
    return places;
  }
}
