package dev.jacobi.web.train;

import dev.jacobi.Jacobi;
import dev.jacobi.Model;
import dev.jacobi.engine.EngineException;
import dev.jacobi.engine.Outputs;
import dev.jacobi.engine.Precision;
import dev.jacobi.engine.Sizes;
import dev.jacobi.engine.Tensor;
import dev.jacobi.learn.LearnException;
import dev.jacobi.learn.data.DataException;
import dev.jacobi.learn.data.Dataset;
import dev.jacobi.learn.data.Preparation;
import dev.jacobi.learn.data.Preparation.Scaling;
import dev.jacobi.learn.data.Roles;
import dev.jacobi.learn.data.Split;
import dev.jacobi.learn.data.Words;
import dev.jacobi.learn.optimise.Choice;
import dev.jacobi.learn.optimise.Optimiser;
import dev.jacobi.learn.train.Initial;
import dev.jacobi.learn.train.Settings;
import dev.jacobi.learn.train.State;
import dev.jacobi.learn.train.Task;
import dev.jacobi.learn.train.Trainer;
import dev.jacobi.notation.TextSpelling;
import dev.jacobi.notation.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A model brought together with data: what is learned, from which examples, in which sizes.
record Lesson(
    Start start,
    Task task,
    Preparation preparation,
    Dataset data,
    int[] training,
    int[] held,
    Sizes sizes,
    List<String> parameters) {
  private static final int FOREVER = 1_000_000;
  private static final int HIDDEN = 8;

  /// - error: [LearnException], with a sentence for people, when the two do not fit
  static Lesson of(Start start) {
    var model = Jacobi.read("the model", start.text());
    if (!model.problems().isEmpty()) throw new LearnException("the model has a mistake");
    try {
      return together(start, model);
    } catch (DataException | EngineException e) {
      throw new LearnException(e.getMessage(), e);
    }
  }

  private static Lesson together(Start start, Model model) {
    var request =
        model.read().requests().stream()
            .filter(r -> r.kind().equals("derive"))
            .findFirst()
            .orElseThrow(
                () -> new LearnException("the model asks for no gradient: add `derive C wrt …`"));
    String cost = canonical(request.of());
    var over = request.wrt().stream().map(Lesson::canonical).toList();
    var roles = Roles.of(model, Outputs.of(cost).inputs(model), over);
    var task = Task.of(model, cost, over, roles, Task.Total.MEAN);
    if (task.prediction().isEmpty())
      throw new LearnException("the model has no target to be held against what it predicts");
    var raw = start.data().read(start.seed());
    int[] all = raw.all();
    var scaling = start.data().isPlane() ? Scaling.NONE : Scaling.PICTURE;
    var preparation = Preparation.learn(model, roles, Words.NONE, raw, all, Map.of(), scaling);
    var split = Split.of(raw, start.data().isPlane() ? 0.3 : 0.2, start.seed());
    Map<String, Integer> sizes = new LinkedHashMap<>();
    for (String d : task.model().read().model().dimensions())
      if (!d.equals(task.batch())) sizes.put(d, start.sizes().getOrDefault(d, HIDDEN));
    sizes.putAll(preparation.sizes());
    var data = preparation.apply(model, raw, true);
    return new Lesson(
        start, task, preparation, data, split.first(), split.second(), Sizes.of(sizes), over);
  }

  private static String canonical(dev.jacobi.notation.Syntax s) {
    return Vocabulary.canonicalName(TextSpelling.PLAIN.spell(s));
  }

  Lesson with(Start changed) {
    return new Lesson(changed, task, preparation, data, training, held, sizes, parameters);
  }

  Settings settings() {
    var optimiser = start.adam() ? Optimiser.ADAM : Optimiser.SGD;
    return Settings.standard()
        .choice(Choice.of(optimiser))
        .rate(start.rate())
        .batch(Math.min(start.batch(), training.length))
        .epochs(FOREVER)
        .seed(start.seed())
        .precision(Precision.DOUBLE);
  }

  /// Weights as they are at first.
  Map<String, Tensor> initial() {
    return Initial.of(task.one(), parameters, sizes, start.seed(), Optional.empty(), Map.of());
  }

  Trainer trainer(Map<String, Tensor> weights) {
    var s = settings();
    return Trainer.of(task, s, data, training, sizes, new State(weights, s));
  }

  /// Sizes that the user may choose: all that the data do not say.
  List<String> free() {
    List<String> free = new ArrayList<>(sizes.all().keySet());
    free.removeAll(preparation.sizes().keySet());
    return free;
  }
}
