package dev.jacobi.check;

import dev.jacobi.expr.Model;
import dev.jacobi.notation.Syntax;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What a model and a chain offer to be mistaken for something else.
record MutationNames(Model model, List<String> letters) {
  boolean isArray(String name) {
    return model.knows(name) && !model.shape(name).isEmpty();
  }

  boolean isExtent(Syntax s) {
    return s instanceof Syntax.Name n && model.dimensions().contains(n.text());
  }

  List<String> extents() {
    return List.copyOf(model.dimensions());
  }

  /// A number, an extent, a declared scalar, or made of them: left out, it is a wrong factor.
  boolean isScale(Syntax s) {
    return switch (s) {
      case Syntax.Num _ -> true;
      case Syntax.Name n ->
          isExtent(n) || model.variables().containsKey(n.text()) && !isArray(n.text());
      case Syntax.Negate n -> isScale(n.of());
      case Syntax.Binary b -> isScale(b.left()) && isScale(b.right());
      default -> false;
    };
  }

  /// The same with another name of equal shape in front.
  List<Syntax> others(Syntax s) {
    if (s instanceof Syntax.Entry e)
      return others(e.of()).stream()
          .<Syntax>map(x -> new Syntax.Entry(x, e.indices(), e.place()))
          .toList();
    List<Syntax> all = new ArrayList<>();
    if (!(s instanceof Syntax.Name n) || !isArray(n.text())) return all;
    Set<String> names = new LinkedHashSet<>(model.variables().keySet());
    model
        .definitions()
        .forEach((name, d) -> {
          if (d.visibility() == dev.jacobi.expr.Definition.Visibility.NAMED
              && !name.startsWith("·")
              && !name.contains("/")) names.add(name);
        });
    for (String o : names)
      if (!o.equals(n.text()) && model.shape(o).equals(model.shape(n.text())))
        all.add(new Syntax.Name(o, n.place()));
    return all;
  }
}
