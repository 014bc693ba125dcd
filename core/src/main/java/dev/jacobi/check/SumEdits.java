package dev.jacobi.check;

import dev.jacobi.notation.Place;
import dev.jacobi.notation.Syntax;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A sum missing over an axis or a letter, one too many, or one that reaches too far or not far
/// enough.
final class SumEdits implements Edits {
  private final Setting setting;
  private final Comparison comparison;

  SumEdits(Setting setting, Comparison comparison) {
    this.setting = setting;
    this.comparison = comparison;
  }

  @Override
  public List<Edit> of(Syntax written) {
    List<Edit> all = new ArrayList<>();
    for (Syntax s : Edits.everywhere(written, SumEdits::dropped))
      all.add(new Edit(Code.SUM, s, "a sum too many"));
    for (String f : List.of("colsum", "rowsum", "sum"))
      all.add(
          new Edit(
              Code.SUM,
              new Syntax.Call(f, List.of(written), written.place()),
              "a sum over " + axis(f) + " is missing"));
    for (String letter : new Interpreter(setting).letters(List.of(written)))
      if (comparison.isFree(letter))
        for (Syntax s : Edits.everywhere(written, x -> summed(x, letter)))
          all.add(new Edit(Code.SUM, s, "a sum over " + letter + " is missing"));
    for (Syntax s : Edits.everywhere(written, SumEdits::rescoped))
      all.add(new Edit(Code.SUM, s, "the sum ends at another place"));
    return all;
  }

  private static String axis(String f) {
    return switch (f) {
      case "colsum" -> "the rows (the examples)";
      case "rowsum" -> "the columns";
      default -> "all entries";
    };
  }

  /// A sum whose letter the body does not hold, or any sum at all, taken away.
  private static List<Syntax> dropped(Syntax s) {
    if (s instanceof Syntax.Bound b && b.operator().equals("sum")) return List.of(b.body());
    if (s instanceof Syntax.Call c
        && Set.of("sum", "rowsum", "colsum", "mean").contains(c.function())
        && c.arguments().size() == 1) return c.arguments();
    return List.of();
  }

  private static List<Syntax> summed(Syntax s, String letter) {
    if (!new HashSet<>(Interpreter.names(s)).contains(letter)) return List.of();
    return List.of(
        new Syntax.Bound(
            "sum",
            List.of(new Syntax.Binder(letter, List.of(), Place.NONE)),
            List.of(),
            s,
            s.place()));
  }

  /// `Σ a − b` for `Σ (a − b)`, and the reverse.
  private static List<Syntax> rescoped(Syntax s) {
    if (s instanceof Syntax.Bound b && b.body() instanceof Syntax.Binary x && isSum(x))
      return List.of(with(x, over(b, x.left()), x.right()));
    if (s instanceof Syntax.Binary x && isSum(x)) {
      Optional<Syntax.Bound> b =
          x.left() instanceof Syntax.Bound l ? Optional.of(l) : Optional.empty();
      return b.map(l -> List.<Syntax>of(over(l, with(x, l.body(), x.right())))).orElse(List.of());
    }
    return List.of();
  }

  private static boolean isSum(Syntax.Binary b) {
    return b.op() == Syntax.Op.PLUS || b.op() == Syntax.Op.MINUS;
  }

  private static Syntax over(Syntax.Bound b, Syntax body) {
    return new Syntax.Bound(b.operator(), b.binders(), b.conditions(), body, b.place());
  }

  private static Syntax with(Syntax.Binary b, Syntax left, Syntax right) {
    return new Syntax.Binary(b.op(), left, right, b.place());
  }
}
