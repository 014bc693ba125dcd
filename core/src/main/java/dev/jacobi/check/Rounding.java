package dev.jacobi.check;

import dev.jacobi.elaborate.Claims;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Whether numbers agree to the digits that are written: each decimal number may be off by one of
/// its last places, and what that makes of the whole adds up. Short ones (0.5) inside a formula are
/// taken as they are.
final class Rounding {
  private static final int SHORT = 2; // places
  private static final int MOST = 60; // numbers

  private final Comparison comparison;
  private final Setting setting;

  Rounding(Comparison comparison, Setting setting) {
    this.comparison = comparison;
    this.setting = setting;
  }

  boolean agree(Syntax a, Syntax b) {
    Optional<double[]> x = value(a);
    Optional<double[]> y = value(b);
    if (x.isEmpty() || y.isEmpty() || x.get().length != y.get().length) return false;
    double[] reach = new double[x.get().length];
    if (!widen(a, x.get(), reach) || !widen(b, y.get(), reach)) return false;
    for (int q = 0; q < reach.length; q++)
      if (!(Math.abs(x.get()[q] - y.get()[q]) <= reach[q])) return false;
    return true;
  }

  /// Adds how far each number of the formula may move its entries.
  private boolean widen(Syntax s, double[] value, double[] reach) {
    List<Syntax.Num> numbers = new ArrayList<>();
    boolean[] plain = {true};
    Trees.walk(
        s,
        x -> {
          if (x instanceof Syntax.Num n) numbers.add(n);
          plain[0] &=
              x instanceof Syntax.Num || x instanceof Syntax.Negate || x instanceof Syntax.Block;
        });
    if (numbers.size() > MOST) return false;
    for (Syntax.Num n : numbers) {
      int places = places(n);
      if (places == 0 || places <= SHORT && !plain[0]) continue;
      Optional<double[]> moved = value(moved(s, n, places));
      if (moved.isEmpty()) return false;
      for (int q = 0; q < reach.length; q++) reach[q] += Math.abs(moved.get()[q] - value[q]);
    }
    return true;
  }

  private static int places(Syntax.Num n) {
    int point = n.digits().indexOf('.');
    return point < 0 ? 0 : n.digits().length() - point - 1;
  }

  private static Syntax moved(Syntax s, Syntax.Num n, int places) {
    String unit = "0." + "0".repeat(places - 1) + "1";
    return Trees.map(
        s,
        x ->
            x == n
                ? new Syntax.Binary(Syntax.Op.PLUS, n, new Syntax.Num(unit, n.place()), n.place())
                : x);
  }

  private Optional<double[]> value(Syntax s) {
    Claims.Meaning m = comparison.meaning(s);
    if (m.problem().isPresent() || m.entry().free().length > m.axes().size())
      return Optional.empty();
    return Optional.of(setting.at(0).array(m.entry(), m.axes()));
  }
}
