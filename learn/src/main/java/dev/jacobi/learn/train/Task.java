package dev.jacobi.learn.train;

import dev.jacobi.Batch;
import dev.jacobi.DerivationException;
import dev.jacobi.Jacobi;
import dev.jacobi.Model;
import dev.jacobi.expr.Definition;
import dev.jacobi.expr.Extent;
import dev.jacobi.expr.ValueSet;
import dev.jacobi.learn.LearnException;
import dev.jacobi.learn.data.Roles;
import dev.jacobi.notation.Vocabulary;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What is to be learned: the numbers of some names of a model, so that its cost becomes small on
/// batches of examples.
///
/// @param one the model as it was written
/// @param model the model of a batch
/// @param batch the dimension of the examples in it
/// @param data the names that every example has its own numbers for: the first axis is the batch's
/// @param masks names that are drawn anew at each step, each entry 1 with this probability, else 0;
///   outside training they are this probability itself
/// @param prediction what is held against the target to count what is right, if that can be said
/// @param judged the model outside training, where that is another one: what is a mean over the
///   batch in training is declared there
/// @param running those means, and where their running averages start
/// @param total how the cost of a batch is made of those of its examples
public record Task(
    Model one,
    Model model,
    String cost,
    List<String> parameters,
    String batch,
    List<String> data,
    Map<String, Double> masks,
    Optional<String> target,
    Optional<String> prediction,
    Optional<Model> judged,
    Map<String, Double> running,
    Total total) {
  private static final Set<ValueSet> CLASSES =
      Set.of(ValueSet.ONE_HOT, ValueSet.SIMPLEX, ValueSet.BINARY);

  /// The cost of a batch is the sum of those of its examples, or their mean (or anything else).
  public enum Total {
    SUM,
    MEAN
  }

  public Task {
    parameters = List.copyOf(parameters);
    data = List.copyOf(data);
    masks = Collections.unmodifiableMap(new LinkedHashMap<>(masks));
    running = Collections.unmodifiableMap(new LinkedHashMap<>(running)); // in order
  }

  /// A model for one example becomes that of a batch; one that is for a batch stays as it is.
  ///
  /// @param total of a model for one example: whether costs are added up or averaged
  /// @throws LearnException when the model has no form for a batch
  public static Task of(Model one, String cost, List<String> parameters, Roles roles, Total total) {
    List<String> data = new ArrayList<>(roles.inputs());
    data.addAll(roles.targets());
    if (data.isEmpty())
      throw new LearnException(
          one.file()
              + ": "
              + cost
              + " reads nothing but parameters: no data is needed, see minimize");
    Optional<String> target = roles.targets().stream().findFirst();
    String of = Vocabulary.canonicalName(cost);
    Model model = roles.batch().isPresent() ? one : batched(one, data, of, total);
    String batch = roles.batch().orElseGet(() -> Batch.extent(one));
    var t = roles.batch().isPresent() ? Totals.of(one, of, batch, data) : total;
    var task =
        new Task(
            one,
            model,
            of,
            parameters,
            batch,
            data,
            Map.of(),
            target,
            Optional.empty(),
            Optional.empty(),
            Map.of(),
            t);
    return task.inferring();
  }

  private static Model batched(Model one, List<String> data, String cost, Total total) {
    var how = total == Total.SUM ? Batch.Total.SUM : Batch.Total.MEAN;
    try {
      return Batch.of(one, Batch.extent(one), data, cost, how);
    } catch (DerivationException e) {
      throw new LearnException(one.file() + ": " + e.getMessage(), e);
    }
  }

  /// Held against another prediction.
  ///
  /// @throws LearnException when it is not defined, or not in the shape of the target
  public Task predicting(String name) {
    String p = Vocabulary.canonicalName(name);
    var names = model.read().model();
    if (!names.definitions().containsKey(p))
      throw new LearnException(one.file() + ": --predict: no name `" + name + "` is defined");
    return new Task(
        one,
        model,
        cost,
        parameters,
        batch,
        data,
        masks,
        target,
        Optional.of(p),
        judged,
        running,
        total);
  }

  public Task masking(Map<String, Double> names) {
    List<String> rest = new ArrayList<>(data);
    rest.removeAll(names.keySet());
    return new Task(
        one,
        model,
        cost,
        parameters,
        batch,
        rest,
        names,
        target,
        prediction,
        judged,
        running,
        total);
  }

  /// Judged by another model, with running averages of means over batches.
  public Task judged(Model other, Map<String, Double> means) {
    return new Task(
        one,
        model,
        cost,
        parameters,
        batch,
        data,
        masks,
        target,
        prediction,
        Optional.of(other),
        means,
        total);
  }

  /// The model outside training.
  public Model judging() {
    return judged.orElse(model);
  }

  /// The last definition that has the shape of the target and does not rest on it, where the target
  /// is of classes.
  private Task inferring() {
    var names = model.read().model();
    if (target.isEmpty() || !names.variables().containsKey(target.get())) return this;
    var t = names.variables().get(target.get());
    String found = "";
    for (Definition d : names.definitions().values()) {
      boolean rests = restsOn(d, t.name());
      if (d.isNamed() && !rests && d.shape().equals(t.shape())) found = d.name();
    }
    return found.isEmpty() ? this : predicting(found);
  }

  private boolean restsOn(Definition d, String name) {
    if (d.uses().contains(name)) return true;
    var all = model.read().model().definitions();
    for (String n : d.uses()) if (all.containsKey(n) && restsOn(all.get(n), name)) return true;
    return false;
  }

  /// Whether right and wrong can be counted.
  public boolean countsRight() {
    if (prediction.isEmpty() || target.isEmpty()) return false;
    var names = model.read().model();
    var t = names.variables().get(target.get());
    return CLASSES.contains(t.set()) && names.shape(prediction.get()).equals(t.shape());
  }

  /// The extents of a name beside that of the batch.
  public List<Extent> shape(String name) {
    List<Extent> shape = model.read().model().shape(name);
    boolean batched = !shape.isEmpty() && shape.getFirst().equals(Extent.of(batch));
    return batched ? shape.subList(1, shape.size()) : shape;
  }

  /// A name that the model does not use yet.
  String free(String wish) {
    var names = model.read().model();
    String s = wish;
    while (names.knows(s) || names.dimensions().contains(s)) s += "_";
    return s;
  }

  /// The model with one more declaration.
  Model with(String declaration) {
    return Jacobi.read(model.file(), model.text() + "\n" + declaration + "\n");
  }
}
