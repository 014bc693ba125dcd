package dev.jacobi.check;

import dev.jacobi.check.Comparison.Outcome;
import dev.jacobi.eval.Point;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.TextSpelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A worked example: "Let $x = 3$. Then $L = x^2 = 9$." What is said in numbers is held against the
/// numbers that were given.
final class Given {
  private static final int POINTS = 4;

  private final Setting setting;
  private final Comparison comparison;

  Given(Run run, Comparison comparison) {
    forget(run);
    this.setting = run.setting;
    this.comparison = comparison;
  }

  /// To the end of a section of the text a declared name without axes has this number.
  static void note(Run run, String name, Syntax number) {
    Setting setting = run.setting;
    forget(run);
    if (setting.model.shape(name).isEmpty()) setting.given.put(name, number);
  }

  private static void forget(Run run) {
    if (run.setting.givenIn.equals(run.section)) return;
    run.setting.given.clear();
    run.setting.givenIn = run.section;
  }

  /// Of an equality with numbers that does not hold for all values: that it does for those given;
  /// or that it is no claim, as long as some are not given.
  Optional<Relation> relation(Syntax head, Syntax side, RelationBuilder b) {
    if (setting.given.isEmpty() || !Supposed.isOfNumbers(side)) return Optional.empty();
    Set<String> open = Supposed.open(setting, comparison, head);
    if (open.stream().noneMatch(setting.given::containsKey)) return Optional.empty();
    if (holds(head, side)) {
      List<String> said = new ArrayList<>();
      setting.given.forEach((name, x) -> said.add(name + " = " + TextSpelling.PLAIN.spell(x)));
      b.agreement(Outcome.agrees(POINTS));
      return Optional.of(b.condition(String.join(", ", said) + ", as is given").build());
    }
    boolean told = setting.given.keySet().containsAll(open);
    if (told && !Supposed.isExample(side)) return Optional.empty(); // rounded, it may be so
    return Optional.of(
        b.verdict(Verdict.DEFINITION)
            .message("the numbers of an example, which are not judged")
            .build());
  }

  private boolean holds(Syntax head, Syntax side) {
    boolean zero = Supposed.isNumber(side) && value(side) == 0;
    for (int n = 0; n < POINTS; n++) {
      Point p = setting.point(n).copy();
      setting.given.forEach((name, x) -> p.put(name, new double[] {value(x)}));
      if (!comparison.agreesAt(head, side, zero, p).orElse(false)) return false;
    }
    return true;
  }

  private static double value(Syntax number) {
    return switch (number) {
      case Syntax.Negate n -> -value(n.of());
      case Syntax.Num n -> Double.parseDouble(n.digits());
      default -> throw new IllegalArgumentException("no number");
    };
  }
}
