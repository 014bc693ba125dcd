package dev.jacobi.check;

import dev.jacobi.check.Comparison.Outcome;
import dev.jacobi.elaborate.Claims;
import dev.jacobi.notation.Place;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.TextSpelling;
import dev.jacobi.notation.Trees;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// `∂C/∂w = 0 ⇒ X'X w = X'y ⇒ w = (X'X)⁻¹X'y`: the first is a condition that is set, no identity;
/// the others hold where it does.
final class Zeros {
  private static final Set<String> SETTING =
      Set.of(
          "set",
          "setting",
          "sets",
          "equating",
          "minimum",
          "minimizer",
          "minimize",
          "minimizing",
          "maximum",
          "maximize",
          "maximizing",
          "optimal",
          "optimum",
          "optimality",
          "stationary",
          "stationarity",
          "solve",
          "solving",
          "vanish",
          "vanishes");

  /// By how much a condition may have been multiplied.
  private static final List<String> FACTORS = List.of("1", "-1", "2", "-2", "0.5", "-0.5");

  private static final int MOST = 8; // conditions of one section

  private final Run run;
  private final Setting setting;
  private final Comparison like;

  Zeros(Run run, Setting setting, Comparison like) {
    this.run = run;
    this.setting = setting;
    this.like = like;
  }

  /// Of an equality that does not hold by itself: that it sets a condition, or that it holds where
  /// one was set.
  Optional<Relation> relation(Syntax left, Syntax right, RelationBuilder b) {
    if (run.code || run.spelling.equals("text")) return Optional.empty();
    Syntax difference =
        isZero(right) ? left : new Syntax.Binary(Syntax.Op.MINUS, left, right, Place.NONE);
    for (Syntax zero : List.copyOf(setting.zeros))
      if (follows(zero, left, right, difference)) {
        note(difference);
        String where = TextSpelling.PLAIN.spell(zero) + " = 0";
        Outcome o = like.compare(left, left);
        return Optional.of(b.agreement(o).condition(where + ", as was set").build());
      }
    if (!isZero(right) || !isSet(left)) return Optional.empty();
    note(difference);
    return Optional.of(
        b.verdict(Verdict.DEFINITION).message("a condition: what is set to zero").build());
  }

  private void note(Syntax zero) {
    if (setting.zeros.size() < MOST) setting.zeros.add(zero);
  }

  private static boolean isZero(Syntax s) {
    return s instanceof Syntax.Num n && n.digits().equals("0");
  }

  /// The derivative of a cost, or what the words around set to zero. That an entry does not rest on
  /// another is a claim.
  private boolean isSet(Syntax left) {
    boolean cost =
        left instanceof Syntax.Derivative d
            && d.of() instanceof Syntax.Name n
            && setting.model.knows(n.text())
            && setting.model.shape(n.text()).isEmpty();
    return cost
        || List.of(run.words.toString().split("[^a-z]+")).stream().anyMatch(SETTING::contains);
  }

  private boolean follows(Syntax zero, Syntax left, Syntax right, Syntax difference) {
    for (String f : FACTORS) {
      Syntax number = new Syntax.Num(f.replace("-", ""), Place.NONE);
      Syntax times = new Syntax.Binary(Syntax.Op.TIMES, number, zero, Place.NONE);
      Syntax signed = f.startsWith("-") ? new Syntax.Negate(times, Place.NONE) : times;
      if (equal(difference, signed)) return true;
    }
    boolean solved =
        left instanceof Syntax.Name n && setting.model.variables().containsKey(n.text());
    if (!solved) return false;
    String name = ((Syntax.Name) left).text();
    boolean[] closed = {true};
    Trees.walk(zero, x -> closed[0] &= !(x instanceof Syntax.Derivative));
    if (!closed[0] || !Interpreter.names(zero).contains(name)) return false;
    Syntax put =
        Trees.map(zero, x -> x instanceof Syntax.Name n && n.text().equals(name) ? right : x);
    return equal(put, new Syntax.Num("0", Place.NONE));
  }

  private boolean equal(Syntax a, Syntax b) {
    try {
      var letters = new Claims.Letters(new Interpreter(setting).letters(List.of(a, b)));
      Outcome o = like.with(letters).compare(a, b);
      return o.isEqual() && !o.turned();
    } catch (ArithmeticException | IllegalArgumentException e) {
      return false;
    }
  }
}
