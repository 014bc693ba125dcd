package dev.jacobi.elaborate;

import dev.jacobi.expr.Extent;
import dev.jacobi.expr.Model;
import dev.jacobi.notation.Nearest;
import dev.jacobi.notation.Statement;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.Vocabulary;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Looks at what a file asks for and asserts, before anything is derived: names must be there, a
/// gradient is of a number, the shapes of a claim must fit.
final class Requests {
  private final Elaborator elaborator;
  private final Model model;

  Requests(Elaborator elaborator) {
    this.elaborator = elaborator;
    this.model = elaborator.model();
  }

  void check(Statement.Request r) {
    String of = known(r.of());
    r.wrt().forEach(this::known);
    boolean number = r.of() instanceof Syntax.Entry || isNumber(of);
    boolean needsNumber = Set.of("derive", "hessian", "hvp").contains(r.kind());
    if (needsNumber && !number)
      throw new ElaborationException(
          r.of().place(),
          of
              + " has "
              + Value.describe(model.shape(of))
              + ": "
              + (r.kind().equals("derive") ? "a gradient" : "a Hessian")
              + " is of a scalar",
          "`jacobian " + of + " wrt " + Spelled.of(r.wrt().get(0)) + "`");
    r.with().ifPresent(w -> direction(r, of, w));
  }

  /// A direction that the file does not declare is declared here, with the shape it must have.
  private void direction(Statement.Request r, String of, Syntax with) {
    List<Extent> shape =
        r.kind().equals("vjp") ? model.shape(of) : model.shape(known(r.wrt().get(0)));
    if (!(with instanceof Syntax.Name n))
      throw new ElaborationException(
          with.place(), "a direction is a name", "define it first: `v = " + Spelled.of(with) + "`");
    String name = elaborator.name(n);
    if (!model.knows(name)) elaborator.declare(name, shape, dev.jacobi.expr.ValueSet.REAL);
    else if (!model.shape(name).equals(shape))
      throw new ElaborationException(
          with.place(),
          n.text()
              + " has "
              + Value.describe(model.shape(name))
              + " and must have "
              + Value.describe(shape));
  }

  private boolean isNumber(String name) {
    return model.shape(name).stream().allMatch(e -> e.equals(Extent.ONE));
  }

  private String known(Syntax s) {
    Syntax array = s instanceof Syntax.Entry e ? e.of() : s;
    if (!(array instanceof Syntax.Name n))
      throw new ElaborationException(
          s.place(), "a name is expected", "define it first: `f = " + Spelled.of(s) + "`");
    String name = Vocabulary.canonicalName(n.text());
    if (!model.knows(name)) {
      Set<String> names = new LinkedHashSet<>(elaborator.knownNames());
      names.removeIf(x -> !model.knows(x));
      throw new ElaborationException(
          n.place(),
          "no name `" + n.text() + "` is declared or defined",
          Nearest.to(n.text(), names).map(x -> "did you mean `" + x + "`?").orElse(""));
    }
    return name;
  }

  /// The shapes of a claim in matrix notation. One by entry is left to whoever judges claims.
  void check(Statement.Equation claim) {
    boolean[] byEntry = {claim.condition().isPresent()};
    for (Syntax s : claim.sides())
      Names.walk(s, x -> byEntry[0] |= x instanceof Syntax.Entry || x instanceof Syntax.Bound);
    if (byEntry[0]) return;
    for (Syntax s : claim.sides()) elaborator.expressions().value(s, Scope.top());
  }
}
