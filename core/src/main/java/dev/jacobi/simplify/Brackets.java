package dev.jacobi.simplify;

import dev.jacobi.expr.Factor;
import dev.jacobi.expr.Index;
import dev.jacobi.expr.Monomial;
import dev.jacobi.expr.Monomial.Power;
import java.util.ArrayList;
import java.util.List;

/// Whether multiplying the brackets of a term out may make it shorter: told without doing it, since
/// that takes as many terms as all their choices. A deep network has a bracket for each layer.
final class Brackets {
  private Brackets() {}

  /// A no is sure: the brackets hold nothing that could cancel or merge with each other or with
  /// what stands beside them, and no rule fits any choice of their terms.
  static boolean mayShorten(Monomial m, Rules rules) {
    List<Power> brackets = new ArrayList<>();
    for (Power p : m.powers()) if (p.base() instanceof Factor.Group) brackets.add(p);
    if (brackets.isEmpty()) return true; // costs nothing
    for (Power p : brackets) if (!isPlain(p)) return true;
    if (brackets.size() == 1 && !hasCompany(m)) return true;
    return !keepsSums(m) || meet(m, rules);
  }

  /// To the first power, with nothing inside that multiplying out could open or cancel.
  private static boolean isPlain(Power bracket) {
    if (!bracket.exponent().isOne()) return false;
    for (Monomial m : ((Factor.Group) bracket.base()).of.terms())
      for (Power p : m.powers()) {
        boolean simple =
            switch (p.base()) {
              case Factor.Symbol _, Factor.Apply _, Factor.Indicator _ -> true;
              case Factor.Group _, Factor.Relation _, Factor.Radical _ -> false;
            };
        if (!simple || !p.exponent().isNumber() || p.exponent().number().signum() < 0) return false;
      }
    return true;
  }

  /// A factor beside the bracket that would be written once more for each of its terms.
  private static boolean hasCompany(Monomial m) {
    for (Power p : m.powers())
      if (!(p.base() instanceof Factor.Group) && !(p.base() instanceof Factor.Radical)) return true;
    return false;
  }

  /// Whether every sum would stay a sum in each of the terms.
  private static boolean keepsSums(Monomial m) {
    for (Index i : m.summed()) {
      boolean kept = false;
      for (Power p : m.powers()) kept |= p.base().contains(i) && isEverywhere(i, p.base());
      if (!kept) return false;
    }
    return true;
  }

  private static boolean isEverywhere(Index i, Factor f) {
    if (!(f instanceof Factor.Group g)) return true;
    for (Monomial m : g.of.terms()) if (!m.contains(i)) return false;
    return true;
  }

  private static boolean meet(Monomial m, Rules rules) {
    var all = new Supply();
    for (Power p : m.powers()) if (!(p.base() instanceof Factor.Group)) all.add(Supply.of(p));
    for (Power p : m.powers()) {
      if (!(p.base() instanceof Factor.Group)) continue;
      Supply s = Supply.of(p);
      if (all.meets(s)) return true;
      all.add(s);
    }
    return rules.mayFit(all);
  }
}
