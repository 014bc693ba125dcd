package dev.jacobi.elaborate;

import dev.jacobi.expr.Function;
import dev.jacobi.expr.Model;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.Trees;
import dev.jacobi.notation.Vocabulary;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Whether a function whose arguments are declared nowhere takes arrays as they are, `f(v) = W v`
/// and `q(v) = ||v||^2`, or numbers, `f(u) = u / (1 + exp(-u))`, and so acts on each entry. It is
/// told by the body: it takes arrays if it speaks of one, or does to an argument what is only done
/// to an array.
final class Whole {
  private static final Set<String> ENTRYWISE = Set.of("sqrt", "pow", "where", "step");

  private final Expressions expressions;
  private final Model model;
  private final Set<String> asked = new HashSet<>(); // a function may call itself, by mistake

  Whole(Expressions expressions) {
    this.expressions = expressions;
    this.model = expressions.model;
  }

  boolean takes(Expressions.UserFunction f) {
    return asked.add(f.name()) && ofArrays(f.body(), Set.copyOf(f.parameters()));
  }

  private boolean ofArrays(Syntax s, Set<String> arguments) {
    return switch (s) {
      case Syntax.Name n -> isArray(n, arguments);
      case Syntax.Transpose _, Syntax.Block _ -> true;
      case Syntax.Entry e -> isArgument(e.of(), arguments) || hasAxes(e, arguments);
      case Syntax.Norm n -> !n.kind().equals("abs") || ofArrays(n.of(), arguments);
      case Syntax.Call c -> ofArrays(c, arguments);
      default -> anyPart(s, arguments);
    };
  }

  private boolean ofArrays(Syntax.Call c, Set<String> arguments) {
    String name = Vocabulary.canonicalName(c.function());
    if (isArray(new Syntax.Name(c.function(), c.place()), arguments)) return true;
    if (anyPart(c, arguments)) return true;
    boolean speaksOfThem = c.arguments().stream().anyMatch(a -> mentions(a, arguments));
    return speaksOfThem && !isEntrywise(name, c.arguments().size());
  }

  private boolean isEntrywise(String name, int count) {
    Optional<Expressions.UserFunction> user = expressions.context().function(name);
    if (user.isPresent()) return user.get().ofScalars() && !takes(user.get());
    String known = Vocabulary.ALIASES.getOrDefault(name, name);
    Optional<Function> row = Functions.row(known);
    if (row.isPresent() && row.get().arity == count) return true;
    return ENTRYWISE.contains(known)
        || Library.find(known).map(Expressions.UserFunction::ofScalars).orElse(model.knows(name));
  }

  /// `w[i]` is a number, `W[:,j]` and `w` are arrays.
  private boolean hasAxes(Syntax.Entry e, Set<String> arguments) {
    for (Syntax s : e.indices())
      if (s instanceof Syntax.Colon || ofArrays(s, arguments)) return true;
    return e.of() instanceof Syntax.Name n
        ? model.knows(n.text()) && model.shape(n.text()).size() > e.indices().size()
        : ofArrays(e.of(), arguments);
  }

  private boolean isArray(Syntax.Name n, Set<String> arguments) {
    String name = Vocabulary.canonicalName(n.text());
    return !arguments.contains(name) && model.knows(name) && !model.shape(name).isEmpty();
  }

  private static boolean isArgument(Syntax s, Set<String> arguments) {
    return s instanceof Syntax.Name n && arguments.contains(Vocabulary.canonicalName(n.text()));
  }

  private boolean anyPart(Syntax s, Set<String> arguments) {
    for (Syntax p : Trees.parts(s)) if (ofArrays(p, arguments)) return true;
    return false;
  }

  private static boolean mentions(Syntax s, Set<String> arguments) {
    if (isArgument(s, arguments)) return true;
    List<Syntax> parts = Trees.parts(s);
    return parts.stream().anyMatch(p -> mentions(p, arguments));
  }
}
