package dev.jacobi.check;

import dev.jacobi.check.Comparison.Outcome;
import dev.jacobi.elaborate.Claims;
import dev.jacobi.notation.Place;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.TextSpelling;
import dev.jacobi.notation.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// `∂C/∂w = 0 ⇒ X'X w = X'y ⇒ w = (X'X)⁻¹X'y`: the first is a condition that is set, no identity;
/// the others hold where it does.
final class Zeros {
  /// Words with which a condition is set; "set" and "zero" do it together.
  private static final Set<String> SETTING =
      Set.of("setting", "equating", "solve", "solving", "stationary", "stationarity", "optimality");

  private static final int MOST = 8; // conditions of one section
  private static final Syntax ZERO = new Syntax.Num("0", Place.NONE);

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
    Syntax difference =
        isZero(right) ? left : new Syntax.Binary(Syntax.Op.MINUS, left, right, Place.NONE);
    for (Syntax zero : List.copyOf(setting.zeros)) {
      String condition = TextSpelling.PLAIN.spell(zero) + " = 0";
      Optional<Outcome> o = multiple(zero, difference);
      if (o.isEmpty()) {
        o = solution(zero, left, right);
        if (o.isPresent())
          condition = TextSpelling.PLAIN.spell(left) + " is this solution of " + condition;
      }
      if (o.isEmpty()) continue;
      note(difference);
      return Optional.of(b.agreement(o.get()).condition(condition + ", as was set").build());
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
    Set<String> words = Set.copyOf(List.of(run.words.toString().split("[^a-z]+")));
    boolean zero = words.contains("zero") && (words.contains("set") || words.contains("sets"));
    return cost || zero || words.stream().anyMatch(SETTING::contains);
  }

  /// A multiple of the condition is zero where it is.
  private Optional<Outcome> multiple(Syntax zero, Syntax difference) {
    Comparison comparison = comparing(zero, difference);
    var target = new Target(setting, comparison, run.cases, zero);
    List<Syntax> candidates = new ArrayList<>();
    candidates.add(difference);
    candidates.add(new Syntax.Negate(difference, Place.NONE));
    new FactorEdits(setting, target).multiples(difference).forEach(e -> candidates.add(e.edited()));
    return candidates.stream().flatMap(s -> equal(comparison, zero, s).stream()).findFirst();
  }

  /// A declared name is one solution of the condition: put in, it makes it zero.
  private Optional<Outcome> solution(Syntax zero, Syntax left, Syntax right) {
    boolean declared =
        left instanceof Syntax.Name n && setting.model.variables().containsKey(n.text());
    if (!declared || !Interpreter.names(zero).contains(((Syntax.Name) left).text()))
      return Optional.empty();
    boolean[] closed = {true};
    Trees.walk(zero, x -> closed[0] &= !(x instanceof Syntax.Derivative));
    if (!closed[0]) return Optional.empty();
    Syntax put = Trees.map(zero, x -> Ellipsis.same(x, left) ? right : x);
    return equal(comparing(put, ZERO), put, ZERO);
  }

  private Comparison comparing(Syntax a, Syntax b) {
    return like.with(new Claims.Letters(new Interpreter(setting).letters(List.of(a, b))));
  }

  private static Optional<Outcome> equal(Comparison comparison, Syntax a, Syntax b) {
    try {
      return Optional.of(comparison.compare(a, b)).filter(o -> o.isEqual() && !o.turned());
    } catch (ArithmeticException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
