package dev.jacobi.check;

import dev.jacobi.check.Comparison.Outcome;
import dev.jacobi.elaborate.Claims;
import dev.jacobi.elaborate.Manner.Layout;
import dev.jacobi.expr.Definition;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.Trees;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A derivative along one edge of the graph: with `h_i = (x_i − μ)/√s`, people write `∂h_i/∂x_i =
/// 1/√s` where μ and s, which rest on x too, are held fixed, since they take the derivatives by
/// these as edges of their own. It is told by the derivatives that the document takes.
final class Edges {
  private final Run run;
  private final Setting setting;
  private final Layout layout;
  private final Comparison.Reading reading;

  Edges(Run run, Layout layout, Comparison.Reading reading) {
    this.run = run;
    this.setting = run.setting;
    this.layout = layout;
    this.reading = reading;
  }

  /// The names by which a formula differentiates.
  static Set<String> of(Syntax s) {
    Set<String> names = new LinkedHashSet<>();
    Trees.walk(
        s,
        x -> {
          if (x instanceof Syntax.Derivative d) name(d.wrt()).ifPresent(names::add);
        });
    return names;
  }

  /// The derivatives of a name by a name that a formula takes, `C/w` each.
  static Set<String> taken(Syntax s) {
    Set<String> taken = new LinkedHashSet<>();
    Trees.walk(
        s,
        x -> {
          List<Syntax> both =
              switch (x) {
                case Syntax.Derivative d -> List.of(d.of(), d.wrt());
                case Syntax.Call c when c.function().equals("grad") && c.arguments().size() == 2 ->
                    c.arguments();
                default -> List.of();
              };
          if (both.isEmpty()) return;
          Optional<String> of = name(both.getFirst());
          Optional<String> by = name(both.getLast());
          if (of.isPresent() && by.isPresent()) taken.add(of.get() + "/" + by.get());
        });
    return taken;
  }

  Optional<Relation> relation(Syntax head, Syntax side, RelationBuilder b) {
    Optional<Syntax> sum = new EdgeSums(setting).read(head, side);
    if (sum.isPresent()) {
      Outcome o = compare(setting, head, sum.get());
      if (o.isEqual() && !o.turned())
        return Optional.of(
            b.agreement(o).condition("each derivative holds the other terms' names fixed").build());
    }
    Optional<Syntax.Derivative> d = derivative(head);
    Optional<String> of = d.flatMap(x -> name(x.of()));
    Optional<String> by = d.flatMap(x -> name(x.wrt()));
    if (of.isEmpty() || by.isEmpty() || setting.cost().equals(of)) return Optional.empty();
    Set<String> held = held(of.get(), by.get());
    if (held.isEmpty() || !setting.edges.containsAll(held)) return Optional.empty();
    Optional<Setting> other = setting.holding(held);
    if (other.isEmpty()) return Optional.empty();
    Outcome o = compare(other.get(), head, side);
    if (!o.isEqual() || o.turned()) return Optional.empty();
    String names = String.join(" and ", held);
    return Optional.of(
        b.agreement(o)
            .condition(names + (held.size() == 1 ? " is" : " are") + " held fixed")
            .build());
  }

  private Outcome compare(Setting in, Syntax head, Syntax side) {
    var letters = new Claims.Letters(new Interpreter(in).letters(List.of(head, side)));
    return new Comparison(in, letters, run.cases, layout, reading).compare(head, side);
  }

  /// What a value is made of that rests on the variable, beside the variable itself.
  private Set<String> held(String of, String by) {
    Set<String> held = new LinkedHashSet<>();
    Definition d = setting.model.definitions().get(of);
    if (d == null) return held;
    for (String u : d.uses())
      if (!u.equals(by)
          && setting.model.definitions().containsKey(u)
          && setting.model.definitions().get(u).isNamed()
          && setting.restsOn(u, by)) held.add(u);
    return d.uses().contains(by) ? held : Set.of();
  }

  static Optional<Syntax.Derivative> derivative(Syntax s) {
    return switch (s) {
      case Syntax.Derivative d -> Optional.of(d);
      case Syntax.Entry e -> derivative(e.of());
      default -> Optional.empty();
    };
  }

  static Optional<String> name(Syntax s) {
    return switch (s) {
      case Syntax.Name n -> Optional.of(n.text());
      case Syntax.Entry e -> name(e.of());
      case Syntax.Binary b when b.op() == Syntax.Op.POWER -> name(b.left());
      default -> Optional.empty();
    };
  }
}
