package dev.jacobi.expr;

import dev.jacobi.expr.Monomial.Power;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Sums of exponentials that overflow as they stand, found by their structure: `exp(z_i) / Σ_k
/// exp(z_k)` and `log Σ_k exp(z_k)`.
public final class Exponentials {
  private Exponentials() {}

  /// `whole = Σ_over exp(argument)`.
  public record Total(Expr argument, Index over, Expr whole) {}

  /// `exp(argument) / total`, where the argument has `axis` for the index summed over.
  public record Softmax(Expr argument, Index axis, Total total) {}

  public static Optional<Total> total(Terms t, Expr e) {
    if (e.size() != 1 || e.term(0).summedCount() != 1) return Optional.empty();
    Monomial m = e.term(0);
    if (!m.coefficient.isOne() || !m.powers().stream().allMatch(Exponentials::isExponential))
      return Optional.empty();
    var open = t.open(m);
    return Optional.of(new Total(argument(t, open.powers()), open.summed().get(0), e));
  }

  private static boolean isExponential(Power p) {
    return p.exponent().isOne() && p.base() instanceof Factor.Apply a && a.function == Function.EXP;
  }

  /// `exp(a) exp(b)` over the same indices as `exp(a + b)`: for those who write formulas down. It
  /// is never a part of a formula.
  public static Terms.Open together(Terms t, Terms.Open open) {
    int found = 0;
    for (Power p : open.powers()) if (isExponential(p)) found++;
    if (found < 2) return open;
    Map<Set<Index>, List<Power>> exponentials = new LinkedHashMap<>();
    for (Power p : open.powers())
      if (isExponential(p))
        exponentials.computeIfAbsent(Set.of(p.base().free()), _ -> new ArrayList<>()).add(p);
    if (exponentials.values().stream().allMatch(l -> l.size() == 1)) return open;
    List<Power> powers = new ArrayList<>(open.powers());
    for (List<Power> alike : exponentials.values()) {
      if (alike.size() == 1) continue;
      powers.removeAll(alike);
      Expr[] sum = {argument(t, alike)};
      powers.add(new Power(new Factor.Apply(Function.EXP, sum), t.one()));
    }
    return new Terms.Open(open.coefficient(), powers, open.summed());
  }

  private static Expr argument(Terms t, List<Power> powers) {
    List<Expr> sum = new ArrayList<>();
    for (Power p : powers) if (p.base() instanceof Factor.Apply a) sum.add(a.argument(0));
    return t.add(sum);
  }

  /// Takes each softmax out of a product's powers.
  public static List<Softmax> softmaxes(Terms t, List<Power> powers) {
    List<Softmax> found = new ArrayList<>();
    for (Power p : List.copyOf(powers)) {
      boolean divides = p.exponent().isNumber() && p.exponent().number().equals(Rational.MINUS_ONE);
      if (!divides || !(p.base() instanceof Factor.Group g)) continue;
      Optional<Softmax> softmax = total(t, g.of).flatMap(x -> softmax(t, powers, p, x));
      if (softmax.isEmpty()) continue;
      powers.removeIf(q -> q == p || isExponential(q));
      found.add(softmax.get());
    }
    return found;
  }

  private static Optional<Softmax> softmax(
      Terms t, List<Power> powers, Power divisor, Total total) {
    Expr argument = argument(t, powers.stream().filter(Exponentials::isExponential).toList());
    for (Index i : argument.free()) {
      boolean same =
          i.extent.equals(total.over.extent)
              && !divisor.base().contains(i)
              && t.substitute(total.argument, total.over, i) == argument;
      if (same) return Optional.of(new Softmax(argument, i, total));
    }
    return Optional.empty();
  }
}
