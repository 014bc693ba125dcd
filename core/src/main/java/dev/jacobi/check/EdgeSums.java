package dev.jacobi.check;

import dev.jacobi.calculus.Local;
import dev.jacobi.expr.Definition;
import dev.jacobi.expr.Index;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.Trees;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The chain rule over the edges of the graph, as every text on batch normalisation writes it:
/// `∂f/∂x = ∂f/∂h ∂h/∂x + ∂f/∂μ ∂μ/∂x + ∂f/∂s ∂s/∂x`, where each derivative by x holds fixed what
/// the other terms differentiate f by.
final class EdgeSums {
  private final Setting setting;

  EdgeSums(Setting setting) {
    this.setting = setting;
  }

  /// The side with the derivatives of the names in between taken along their own edge.
  Optional<Syntax> read(Syntax head, Syntax side) {
    Optional<Syntax.Derivative> whole = Edges.derivative(head);
    Optional<String> f = whole.flatMap(d -> Edges.name(d.of()));
    Optional<String> x = whole.flatMap(d -> Edges.name(d.wrt()));
    if (f.isEmpty() || x.isEmpty()) return Optional.empty();
    Set<String> between = new LinkedHashSet<>();
    Trees.walk(
        side,
        s -> {
          if (s instanceof Syntax.Derivative d && Edges.name(d.of()).equals(f))
            Edges.name(d.wrt()).ifPresent(between::add);
        });
    if (between.size() < 2 || !between.stream().allMatch(a -> isStep(a, x.get(), between)))
      return Optional.empty();
    return Optional.of(Trees.map(side, s -> along(s, between, x.get())));
  }

  /// Whether a name is made of x, and of nothing else that is but what is in between.
  private boolean isStep(String a, String x, Set<String> between) {
    Definition d = setting.model.definitions().get(a);
    if (d == null) return false;
    for (String u : d.uses())
      if (!u.equals(x) && !between.contains(u) && setting.restsOn(u, x)) return false;
    return true;
  }

  private Syntax along(Syntax s, Set<String> between, String x) {
    if (!(s instanceof Syntax.Derivative d)) return s;
    Optional<String> a = Edges.name(d.of()).filter(between::contains);
    boolean byX = Edges.name(d.wrt()).filter(x::equals).isPresent();
    if (a.isEmpty() || !byX) return s;
    List<Syntax> indices = new ArrayList<>();
    if (d.of() instanceof Syntax.Entry e) indices.addAll(e.indices());
    if (d.wrt() instanceof Syntax.Entry e) indices.addAll(e.indices());
    Syntax name = new Syntax.Name(edge(a.get(), x), d.place());
    return indices.isEmpty() ? name : new Syntax.Entry(name, indices, d.place());
  }

  /// The array of `∂a/∂x` with everything else that a is made of held.
  private String edge(String a, String x) {
    String name = "\u00b7d" + a + "|" + x;
    if (setting.model.knows(name)) return name;
    setting.cost(); // known before anything new rests on it
    Definition d = setting.model.definitions().get(a);
    List<Index> by = setting.model.indices(x);
    List<Index> axes = new ArrayList<>(d.parameters());
    axes.addAll(by);
    var body = new Definition.Formula(new Local(setting.model).derivative(d, x, by));
    setting.model.define(new Definition(name, axes, body, Definition.Visibility.ANONYMOUS));
    return name;
  }
}
