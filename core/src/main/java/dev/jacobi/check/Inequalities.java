package dev.jacobi.check;

import dev.jacobi.elaborate.Claims;
import dev.jacobi.elaborate.Manner;
import dev.jacobi.elaborate.Manner.Layout;
import dev.jacobi.eval.Evaluator;
import dev.jacobi.expr.Index;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.Written.Sign;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Judges `a ≤ b` and its kin by numbers: refuted where a point breaks it, else it agrees.
final class Inequalities {
  private static final int POINTS = 6;

  private final Setting setting;
  private final Claims.Letters letters;

  Inequalities(Setting setting, Claims.Letters letters, List<Syntax.Compare> cases) {
    this.setting = setting;
    this.letters = letters;
  }

  Relation judge(Syntax left, Sign sign, Syntax right, RelationBuilder b) {
    Claims.Meaning l = setting.formulas.read(left, letters, Manner.paper(Layout.ML));
    Claims.Meaning r = setting.formulas.read(right, letters, Manner.paper(Layout.ML));
    for (Claims.Meaning m : List.of(l, r))
      if (m.problem().isPresent())
        return b.verdict(Verdict.DEFINITION).message("a condition").build();
    boolean given = left instanceof Syntax.Name || right instanceof Syntax.Name;
    if (sign == Sign.DIFFERENT || given || !l.axes().isEmpty() || !r.axes().isEmpty())
      return b.verdict(Verdict.DEFINITION).message("a condition").build();
    List<Index> axes = new ArrayList<>();
    for (var e : List.of(l.entry(), r.entry()))
      for (Index i : e.free()) if (!axes.contains(i)) axes.add(i);
    boolean somewhere = false;
    Optional<String> fails = Optional.empty();
    for (int n = 0; n < POINTS; n++) {
      var evaluator = new Evaluator(setting.model, setting.point(n));
      double[] x = evaluator.array(l.entry(), axes);
      double[] y = evaluator.array(r.entry(), axes);
      for (int q = 0; q < x.length; q++)
        if (holds(sign, x[q], y[q])) somewhere = true;
        else if (fails.isEmpty()) fails = Optional.of(x[q] + " and " + y[q]);
    }
    if (fails.isPresent() && somewhere)
      return b.verdict(Verdict.DEFINITION)
          .message("a condition: it holds for some values and not for others")
          .build();
    if (fails.isPresent())
      return b.verdict(Verdict.REFUTED)
          .diagnosis(Code.UNKNOWN)
          .message("it holds at no point that was tried: " + fails.get())
          .build();
    return b.verdict(Verdict.AGREES).message("at " + POINTS + " points").build();
  }

  private static boolean holds(Sign sign, double x, double y) {
    return switch (sign) {
      case LESS -> x < y;
      case MORE -> x > y;
      case AT_MOST -> x <= y + 1e-12;
      case AT_LEAST -> x >= y - 1e-12;
      case FIRST, EQUALS, DEFINES, IN, DIFFERENT, OTHER -> true;
    };
  }
}
