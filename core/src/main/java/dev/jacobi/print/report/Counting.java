package dev.jacobi.print.report;

import dev.jacobi.expr.Extent;
import dev.jacobi.print.report.Description.Module;
import dev.jacobi.print.report.Description.Shaped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Counts parameters, a weight together with its bias where they meet in one module, or else where
/// the bias is declared after the weight.
final class Counting {
  private final List<Shaped> learned;
  private final List<Module> modules;
  private final Set<String> counted = new LinkedHashSet<>();

  Counting(List<Shaped> learned, List<Module> modules) {
    this.learned = learned;
    this.modules = modules;
  }

  List<Description.Layer> layers() {
    Map<String, Shaped> biasOf = new HashMap<>();
    for (Module m : modules) for (Shaped b : m.learns()) pair(b, m.learns(), biasOf);
    for (int q = 0; q < learned.size(); q++)
      pair(learned.get(q), learned.subList(0, q).reversed(), biasOf);
    List<Description.Layer> layers = new ArrayList<>();
    for (Shaped s : learned) {
      Shaped bias = biasOf.get(s.name());
      if (bias != null) layers.add(together(s, bias));
      else if (!counted.contains(s.name())) layers.add(alone(s));
    }
    return layers;
  }

  private void pair(Shaped bias, List<Shaped> weights, Map<String, Shaped> biasOf) {
    Optional<Extent> side = side(bias);
    if (side.isEmpty() || counted.contains(bias.name())) return;
    for (Shaped w : weights) {
      boolean free = rank(w) > 1 && !biasOf.containsKey(w.name());
      if (!free || !w.shape().contains(side.get())) continue;
      biasOf.put(w.name(), bias);
      counted.add(bias.name());
      return;
    }
  }

  /// The one extent of a vector or row that counts.
  private static Optional<Extent> side(Shaped s) {
    if (rank(s) != 1) return Optional.empty();
    return s.shape().stream().filter(e -> !e.equals(Extent.ONE)).findFirst();
  }

  private static long rank(Shaped s) {
    return s.shape().stream().filter(e -> !e.equals(Extent.ONE)).count();
  }

  private static Description.Layer together(Shaped weight, Shaped bias) {
    Extent side = side(bias).orElseThrow();
    List<Extent> others = new ArrayList<>(weight.shape());
    others.remove(others.lastIndexOf(side));
    Extent perUnit = product(others).plus(Extent.ONE);
    return new Description.Layer(
        List.of(weight.name(), bias.name()),
        Shapes.product(List.of(perUnit, side)),
        perUnit.times(side));
  }

  private static Description.Layer alone(Shaped s) {
    return new Description.Layer(List.of(s.name()), Shapes.product(s.shape()), product(s.shape()));
  }

  private static Extent product(List<Extent> extents) {
    Extent p = Extent.ONE;
    for (Extent e : extents) p = p.times(e);
    return p;
  }
}
