package dev.jacobi.learn.data;

import dev.jacobi.Model;
import dev.jacobi.expr.Definition;
import dev.jacobi.expr.Extent;
import dev.jacobi.notation.Statement;
import dev.jacobi.notation.Vocabulary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which declared names of a model are given by data: what it predicts from, and what it is to
/// predict.
///
/// The file says so (`input x`, `target y`), or it follows: a target is what some definition that
/// rests on all parameters, the prediction, does not rest on.
///
/// @param batch the dimension of the examples, where the model is written for many: the first axis
///   of all inputs and targets, and of no parameter
public record Roles(List<String> inputs, List<String> targets, Optional<String> batch) {
  public Roles {
    inputs = List.copyOf(inputs);
    targets = List.copyOf(targets);
  }

  /// The roles that a file gives to what is computed.
  ///
  /// @param needed all declared names that what is computed reads
  /// @param parameters those among them that are learned
  public static Roles of(Model model, Collection<String> needed, Collection<String> parameters) {
    var names = model.read().model();
    Set<String> said = said(model, "target");
    Set<String> inputs = new LinkedHashSet<>(said(model, "input"));
    Set<String> data = new LinkedHashSet<>(needed);
    data.retainAll(names.variables().keySet());
    data.removeAll(parameters);
    Map<String, Set<String>> rests = rests(names);
    List<String> targets = new ArrayList<>();
    for (String n : data) {
      boolean follows = said.isEmpty() && !inputs.contains(n) && isTarget(n, rests, parameters);
      if (said.contains(n) || follows) targets.add(n);
    }
    List<String> rest = new ArrayList<>(data);
    rest.removeAll(targets);
    return new Roles(rest, targets, batch(names, data, parameters));
  }

  private static Set<String> said(Model model, String role) {
    Set<String> names = new LinkedHashSet<>();
    for (Statement.Role r : model.read().roles())
      if (r.role().equals(role))
        r.names().forEach(n -> names.add(Vocabulary.canonicalName(n.text())));
    return names;
  }

  /// For each definition all that it rests on.
  private static Map<String, Set<String>> rests(dev.jacobi.expr.Model names) {
    Map<String, Set<String>> all = new HashMap<>();
    for (Definition d : names.definitions().values()) {
      Set<String> on = new LinkedHashSet<>();
      for (String n : d.uses()) {
        on.add(n);
        on.addAll(all.getOrDefault(n, Set.of()));
      }
      all.put(d.name(), on);
    }
    return all;
  }

  private static boolean isTarget(
      String name, Map<String, Set<String>> rests, Collection<String> parameters) {
    if (parameters.isEmpty()) return false;
    return rests.values().stream().anyMatch(on -> on.containsAll(parameters) && !on.contains(name));
  }

  private static Optional<String> batch(
      dev.jacobi.expr.Model names, Set<String> data, Collection<String> parameters) {
    Set<String> first = new LinkedHashSet<>();
    for (String n : data) {
      List<Extent> shape = names.shape(n);
      if (shape.isEmpty() || !shape.getFirst().isName()) return Optional.empty();
      first.add(shape.getFirst().toString());
    }
    if (first.size() != 1) return Optional.empty();
    String batch = first.iterator().next();
    for (String p : parameters)
      if (names.shape(p).stream().anyMatch(e -> e.names().contains(batch))) return Optional.empty();
    return Optional.of(batch);
  }

  /// The names that are a single number for one example.
  Set<String> numbers(Model model) {
    Set<String> all = new LinkedHashSet<>(inputs);
    all.addAll(targets);
    all.removeIf(n -> !shape(model, n).isEmpty());
    return all;
  }

  /// The shape of a name for one example.
  List<Extent> shape(Model model, String name) {
    List<Extent> shape = model.read().model().shape(name);
    return batch.isPresent() ? shape.subList(1, shape.size()) : shape;
  }
}
