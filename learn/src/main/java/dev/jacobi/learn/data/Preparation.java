package dev.jacobi.learn.data;

import dev.jacobi.Model;
import dev.jacobi.expr.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What was learned of the training data so that any other can be read in the same way: the columns
/// of each name, the classes of labels, and how inputs were moved and scaled.
///
/// @param batch the dimension of the examples, where the model is written for many
/// @param sizes of the dimensions that the data show
public record Preparation(List<Bound> bound, Optional<String> batch, Map<String, Integer> sizes) {
  public Preparation {
    bound = List.copyOf(bound);
    sizes = Map.copyOf(sizes);
  }

  /// How the numbers of inputs are made alike.
  public enum Scaling {
    /// As pictures, where an example has two axes or more, else by entries.
    AUTO,
    ENTRIES,
    PICTURE,
    NONE
  }

  /// One name, its columns, the classes of those that are labels, and its scaling.
  public record Bound(
      String name,
      boolean target,
      List<String> columns,
      Form form,
      Map<String, List<String>> classes,
      Optional<Standardise> scaling) {
    public Bound {
      columns = List.copyOf(columns);
      classes = Map.copyOf(classes);
    }
  }

  /// Learns from the training part of some data.
  ///
  /// @param sizes of dimensions that are known already
  /// @throws DataException when columns and names do not fit, with what would
  public static Preparation learn(
      Model model,
      Roles roles,
      Words words,
      Dataset data,
      int[] training,
      Map<String, Integer> sizes,
      Scaling scaling) {
    var binding = new Binding(data, roles, words, roles.numbers(model));
    Map<String, List<Column>> columns = binding.columns();
    Map<String, Integer> known = new LinkedHashMap<>(sizes);
    List<Bound> all = new ArrayList<>();
    columns.forEach((name, c) -> {
      boolean target = roles.targets().contains(name);
      var fit = fit(model, roles, name, target, data, known);
      Form form = fit.form(c);
      Map<String, List<String>> classes = new LinkedHashMap<>();
      for (Column each : c)
        if (!each.classes().isEmpty() || (c.size() == 1 && form != Form.VALUES))
          classes.put(each.name(), Classes.of(data, each).classes());
      Column fitted = fit.of(c, form, classes);
      Values.require(data, fit.name(), fitted, training);
      boolean scaled = !target && classes.isEmpty() && scaling != Scaling.NONE;
      all.add(
          new Bound(
              name,
              target,
              c.stream().map(Column::name).toList(),
              form,
              classes,
              scaled ? Optional.of(scaling(scaling, c, fitted, training)) : Optional.empty()));
    });
    return new Preparation(all, roles.batch(), known);
  }

  private static Standardise scaling(Scaling s, List<Column> from, Column c, int[] training) {
    boolean picture = from.size() == 1 && from.getFirst().sides().size() > 1;
    boolean whole = s == Scaling.PICTURE || (s == Scaling.AUTO && picture);
    return whole ? Standardise.whole(c, training) : Standardise.entries(c, training);
  }

  private static Fit fit(
      Model model,
      Roles roles,
      String name,
      boolean target,
      Dataset data,
      Map<String, Integer> sizes) {
    Variable v = model.read().model().variables().get(name);
    return new Fit(data, v, roles.shape(model, name), target, sizes);
  }

  /// Data whose columns are the names of the model, as it reads them.
  ///
  /// @param targets whether what is to be predicted is there and wanted
  public Dataset apply(Model model, Dataset data, boolean targets) {
    List<Column> all = new ArrayList<>();
    Map<String, Integer> known = new LinkedHashMap<>(sizes);
    for (Bound b : bound) {
      if (b.target() && !targets) continue;
      Column c = column(model, data, b, known);
      all.add(b.scaling().map(s -> s.apply(c)).orElse(c));
    }
    return new Dataset(data.name(), data.size(), all);
  }

  /// Looks through examples of other data for numbers that are none, or not in the declared set.
  ///
  /// @throws DataException with the first example that is wrong
  public void require(Model model, Dataset data, int[] examples, boolean targets) {
    Map<String, Integer> known = new LinkedHashMap<>(sizes);
    for (Bound b : bound)
      if (!b.target() || targets)
        Values.require(data, variable(model, b), column(model, data, b, known), examples);
  }

  private static Variable variable(Model model, Bound b) {
    return model.read().model().variables().get(b.name());
  }

  private Column column(Model model, Dataset data, Bound b, Map<String, Integer> known) {
    var shape = model.read().model().shape(b.name());
    var one = batch.isPresent() ? shape.subList(1, shape.size()) : shape;
    List<Column> columns = b.columns().stream().map(data::column).toList();
    return new Fit(data, variable(model, b), one, b.target(), known)
        .of(columns, b.form(), b.classes());
  }

  /// The classes of the one target that has labels, by their number; empty when there is none.
  public List<String> classes() {
    List<Map<String, List<String>>> all =
        bound.stream()
            .filter(b -> b.target() && !b.classes().isEmpty())
            .map(Bound::classes)
            .toList();
    return all.size() == 1 && all.getFirst().size() == 1
        ? all.getFirst().values().iterator().next()
        : List.of();
  }
}
