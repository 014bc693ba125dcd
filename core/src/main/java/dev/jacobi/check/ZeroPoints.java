package dev.jacobi.check;

import dev.jacobi.check.Comparison.Outcome;
import dev.jacobi.elaborate.Claims;
import dev.jacobi.eval.Point;
import dev.jacobi.notation.Place;
import dev.jacobi.notation.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Whether an equality holds at points where conditions do, each searched once in a setting.
final class ZeroPoints {
  static final Syntax ZERO = new Syntax.Num("0", Place.NONE);
  private static final int FEWEST = 3; // points that tell
  private static final int MOST_TOGETHER = 4; // conditions

  private final Setting setting;
  private final Comparison like;

  ZeroPoints(Setting setting, Comparison like) {
    this.setting = setting;
    this.like = like;
  }

  static boolean isZero(Syntax s) {
    return s instanceof Syntax.Num n && n.digits().equals("0");
  }

  /// It agrees at points where the condition holds.
  Optional<Outcome> agreement(Syntax zero, Syntax left, Syntax right) {
    List<Point> points =
        setting.zeroSets.computeIfAbsent(
            zero,
            z ->
                guarded(() ->
                    ZeroSet.of(
                        setting,
                        comparing(z, ZERO).meaning(z),
                        setting.model.variables().keySet())));
    return agreement(points, left, right);
  }

  /// The same where several hold together, solved by as many names.
  Optional<Outcome> agreement(List<Syntax> zeros, List<String> names, Syntax left, Syntax right) {
    if (zeros.size() < 2 || zeros.size() > MOST_TOGETHER) return Optional.empty();
    List<Point> points =
        setting.together.computeIfAbsent(
            zeros, _ -> guarded(() -> ZeroSet.ofAll(setting, met(zeros), moved(zeros, names))));
    return agreement(points, left, right);
  }

  /// A derivative that does not rest on what it is by, as that by a bias is of a support vector
  /// machine's Lagrangian, is zero where another name of it says so.
  private List<String> moved(List<Syntax> zeros, List<String> names) {
    List<String> moved = new ArrayList<>(names);
    for (int q = 0; q < moved.size(); q++) {
      Set<String> open = Supposed.open(setting, comparing(zeros.get(q), ZERO), zeros.get(q));
      if (open.contains(moved.get(q))) continue;
      Optional<String> other =
          open.stream()
              .filter(n -> !names.contains(n) && !moved.contains(n))
              .filter(n -> ZeroSet.isOpen(setting.model.variables().get(n).set()))
              .sorted()
              .findFirst();
      if (other.isPresent()) moved.set(q, other.get());
    }
    return moved;
  }

  private Optional<Outcome> agreement(List<Point> at, Syntax left, Syntax right) {
    Comparison comparison = comparing(left, right);
    int points = 0;
    for (Point p : at) {
      Optional<Boolean> agrees = comparison.agreesAt(left, right, isZero(right), p);
      if (agrees.isPresent() && !agrees.get()) return Optional.empty();
      if (agrees.isPresent()) points++;
    }
    return points < FEWEST ? Optional.empty() : Optional.of(Outcome.agrees(points));
  }

  private List<Claims.Meaning> met(List<Syntax> zeros) {
    return zeros.stream().map(z -> comparing(z, ZERO).meaning(z)).toList();
  }

  private static List<Point> guarded(Supplier<List<Point>> search) {
    try {
      return search.get();
    } catch (ArithmeticException | IllegalArgumentException e) {
      return List.of();
    }
  }

  /// A comparison of formulas with letters of their own.
  Comparison comparing(Syntax a, Syntax b) {
    return like.with(new Claims.Letters(new Interpreter(setting).letters(List.of(a, b))));
  }
}
