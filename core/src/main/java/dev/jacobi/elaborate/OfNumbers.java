package dev.jacobi.elaborate;

import dev.jacobi.notation.Statement;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.Vocabulary;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Which of the unknown functions are functions of numbers, an activation left open: `f(u) in R`
/// where u is nothing but the letter of its argument, or where f is applied to other things. `L(y)
/// in R` of a name that the model goes through is its value there.
final class OfNumbers {
  private final Elaborator elaborator;
  private final Set<String> used = new HashSet<>();
  private final Map<String, Set<String>> arguments = new HashMap<>();

  OfNumbers(
      Elaborator elaborator,
      Iterable<Statement.Equation> equations,
      Iterable<Statement.UnknownFunction> unknown) {
    this.elaborator = elaborator;
    for (Statement.UnknownFunction u : unknown) used.add(Vocabulary.canonicalName(u.name().text()));
    for (Statement.Equation q : equations)
      for (Syntax side : q.sides()) Names.walk(side, this::look);
  }

  private void look(Syntax s) {
    switch (s) {
      case Syntax.Name n -> used.add(Vocabulary.canonicalName(n.text()));
      case Syntax.Call c -> c.arguments().forEach(a -> applied(c.function(), a));
      case Syntax.Prime p -> applied(p.function().replace("'", ""), p.at());
      default -> {}
    }
  }

  private void applied(String function, Syntax to) {
    String argument = to instanceof Syntax.Name n ? Vocabulary.canonicalName(n.text()) : "";
    arguments
        .computeIfAbsent(Vocabulary.canonicalName(function), _ -> new HashSet<>())
        .add(argument);
  }

  boolean is(Statement.UnknownFunction u) {
    if (u.arguments().size() != 1 || !u.extents().isEmpty()) return false;
    String letter = Vocabulary.canonicalName(u.arguments().getFirst().text());
    var model = elaborator.model();
    boolean number = model.variables().containsKey(letter) && model.shape(letter).isEmpty();
    if (!model.knows(letter) && !used.contains(letter)) return true;
    if (!number) return false;
    Set<String> given = arguments.getOrDefault(Vocabulary.canonicalName(u.name().text()), Set.of());
    return given.stream().anyMatch(a -> !a.equals(letter));
  }
}
