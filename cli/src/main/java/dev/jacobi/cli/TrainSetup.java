package dev.jacobi.cli;

import dev.jacobi.Model;
import dev.jacobi.engine.Outputs;
import dev.jacobi.engine.Precision;
import dev.jacobi.engine.Sizes;
import dev.jacobi.engine.Tensor;
import dev.jacobi.learn.Written;
import dev.jacobi.learn.data.Column;
import dev.jacobi.learn.data.Dataset;
import dev.jacobi.learn.data.Opened;
import dev.jacobi.learn.data.Preparation;
import dev.jacobi.learn.data.Roles;
import dev.jacobi.learn.data.Split;
import dev.jacobi.learn.data.Stored;
import dev.jacobi.learn.train.Crew;
import dev.jacobi.learn.train.Initial;
import dev.jacobi.learn.train.Job;
import dev.jacobi.learn.train.Settings;
import dev.jacobi.learn.train.State;
import dev.jacobi.learn.train.Task;
import dev.jacobi.learn.train.Trainer;
import dev.jacobi.notation.Statement;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.Vocabulary;
import java.nio.charset.StandardCharsets;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import picocli.CommandLine.ParseResult;

/// Everything that a training run needs, made of a model and the options.
///
/// @param training, validation, test which examples of which data
/// @param pictures the column of the test data that shows an example, if there is one
record TrainSetup(
    Task task,
    Settings settings,
    Sizes sizes,
    Preparation preparation,
    Part training,
    Optional<Part> validation,
    Optional<Part> test,
    Optional<Column> pictures,
    Map<String, Tensor> initial,
    Optional<Others> others,
    Map<String, String> about) {
  private static final long TEST = 0;
  private static final long VALIDATION = 1;

  /// Some examples of some data.
  record Part(Dataset data, List<Integer> numbers) {
    static Part of(Dataset data, int[] examples) {
      return new Part(data, java.util.Arrays.stream(examples).boxed().toList());
    }

    int[] examples() {
      return numbers.stream().mapToInt(n -> n).toArray();
    }

    Part on(Dataset other) {
      return new Part(other, numbers);
    }
  }

  /// The number to be made small, and by which names: as the options say, else as the file's own
  /// request does.
  record Asked(String cost, List<String> over) {
    static Asked of(Model model, ParseResult a) {
      List<Statement.Request> requests =
          model.read().requests().stream().filter(r -> r.kind().equals("derive")).toList();
      String cost = Vocabulary.canonicalName(a.matchedOptionValue("--minimize", ""));
      var fitting =
          requests.stream().filter(r -> cost.isEmpty() || name(r.of()).equals(cost)).toList();
      List<String> over =
          Options.names(a, "--over").stream().map(Vocabulary::canonicalName).toList();
      boolean clear = fitting.size() == 1;
      if (cost.isEmpty() && !clear) {
        throw new InputException(
            model.file()
                + ": --minimize is missing: the file asks for "
                + (requests.isEmpty() ? "no derivative" : "several"));
      }
      if (over.isEmpty() && !clear) {
        throw new InputException(model.file() + ": --over is missing: which names are learned?");
      }
      return new Asked(
          cost.isEmpty() ? name(fitting.getFirst().of()) : cost,
          over.isEmpty()
              ? fitting.getFirst().wrt().stream().map(Asked::name).distinct().toList()
              : over);
    }

    private static String name(Syntax s) {
      return switch (s) {
        case Syntax.Name n -> Vocabulary.canonicalName(n.text());
        case Syntax.Entry e -> name(e.of());
        default -> "";
      };
    }
  }

  static TrainSetup of(
      Model model, Settings settings, Optional<Others> others, ParseResult a, Terminal terminal) {
    var asked = Asked.of(model, a);
    var names = model.read().model();
    for (String p : asked.over) {
      if (!names.variables().containsKey(p)) {
        throw new InputException(model.file() + ": --over: no name `" + p + "` is declared");
      }
    }
    List<String> needed =
        Outputs.of(asked.cost).gradients(asked.over.toArray(String[]::new)).inputs(model);
    var roles = Roles.of(model, needed, asked.over);
    var total = a.matchedOptionValue("--total", Task.Total.MEAN);
    var task = Task.of(model, asked.cost, asked.over, roles, total);
    String prediction = a.matchedOptionValue("--predict", "");
    task = prediction.isEmpty() ? task : task.predicting(prediction);
    if (settings.patience() > 0 && !a.hasMatchedOption("--validate")) {
      throw new InputException("--early-stop needs --validate: what does it go by?");
    }
    var parts = Parts.of(a);
    Map<String, Integer> given = new LinkedHashMap<>();
    Options.sizes(a).forEach((name, n) -> given.put(Vocabulary.canonicalName(name), n.intValue()));
    var preparation =
        Preparation.learn(
            model,
            roles,
            DataOptions.bindings(a),
            parts.training.data,
            parts.training.examples(),
            given,
            DataOptions.scaling(a));
    for (Part p : Stream.of(parts.validation, parts.test).flatMap(Optional::stream).toList()) {
      preparation.require(model, p.data, p.examples(), true);
    }
    var ready = new Ready(model, preparation, settings.precision());
    var sizes = Sizes.of(preparation.sizes());
    var initial =
        new LinkedHashMap<>(
            Initial.of(
                model,
                asked.over,
                sizes,
                settings.seed(),
                TrainOptions.rule(a),
                TrainOptions.rules(a)));
    if (a.hasMatchedOption("--values")) {
      initial.putAll(Supplied.starting(initial, a, terminal));
    }
    var training = ready.of(parts.training);
    return new TrainSetup(
        task,
        settings,
        sizes,
        preparation,
        training,
        parts.validation.map(ready::of),
        parts.test.map(ready::of),
        parts.test.flatMap(t -> pictures(preparation, t.data)),
        initial,
        others,
        about(model, task, settings, training, others, a));
  }

  /// An input that is one column of two axes.
  private static Optional<Column> pictures(Preparation p, Dataset raw) {
    return p.bound().stream()
        .filter(b -> !b.target() && b.columns().size() == 1)
        .map(b -> raw.column(b.columns().getFirst()))
        .filter(c -> c.sides().size() == 2)
        .findFirst();
  }

  /// What a run that goes on must have been begun with.
  private static Map<String, String> about(
      Model model,
      Task task,
      Settings settings,
      Part training,
      Optional<Others> others,
      ParseResult a) {
    Map<String, String> all = new LinkedHashMap<>(settings.told());
    var sum = new CRC32();
    sum.update(model.text().getBytes(StandardCharsets.UTF_8));
    all.put("the model", "%08x".formatted(sum.getValue()));
    if (a.hasMatchedOption("--set")) {
      all.put("--set", String.join(", ", Options.names(a, "--set")));
    }
    all.put("--minimize", task.cost());
    all.put("--over", String.join(",", task.parameters()));
    all.put("--total", Written.word(task.total()));
    all.put("--threads", String.valueOf(settings.threads()));
    all.put("--data", a.matchedOptionValue("--data", "") + ", " + print(task, training));
    all.put("--validate", a.matchedOptionValue("--validate", "none"));
    others.ifPresent(o -> all.putAll(o.told()));
    return all;
  }

  /// A checksum of some examples, so that other data are not taken for the same.
  private static String print(Task task, Part training) {
    var sum = new CRC32();
    int[] examples = training.examples();
    for (String name : task.data()) {
      Column c = training.data.column(name);
      double[] row = new double[c.width()];
      for (int q = 0; q < examples.length; q += 1 + examples.length / 64) {
        c.gather(examples, q, 1, row, 0);
        sum.update(java.util.Arrays.toString(row).getBytes(StandardCharsets.US_ASCII));
      }
    }
    return "%d examples (%08x)".formatted(examples.length, sum.getValue());
  }

  Trainer trainer(State state) {
    return validated(Trainer.of(task, settings, training.data, training.examples(), sizes, state));
  }

  /// The same, computed by others.
  Trainer trainer(State state, Crew crew) {
    return validated(Trainer.together(job(), state, crew));
  }

  Job job() {
    int every = others.map(Others::every).orElse(0);
    return new Job(task, settings, sizes, initial, training.data, training.numbers, every);
  }

  private Trainer validated(Trainer trainer) {
    validation.ifPresent(v -> trainer.validate(v.data, v.examples()));
    return trainer;
  }

  /// How many numbers are learned.
  long learned() {
    return initial.values().stream().mapToLong(Tensor::size).sum();
  }

  // ---- data

  private record Parts(Part training, Optional<Part> validation, Optional<Part> test) {
    static Parts of(ParseResult a) {
      Opened opened = DataOptions.open(a);
      long seed = a.matchedOptionValue("--split-seed", 0L);
      Part rest = Part.of(opened.data(), opened.data().all());
      String test = a.matchedOptionValue("--test", opened.test().isPresent() ? "" : "0.2");
      Optional<Part> judge = opened.test().map(d -> Part.of(d, d.all()));
      if (!test.isEmpty()) {
        Optional<Part> other = other("--test", test, a);
        Split split =
            other.isEmpty() && share(test) > 0 ? split(rest, share(test), seed + TEST) : null;
        judge = split == null ? other : Optional.of(Part.of(rest.data, split.second()));
        rest = split == null ? rest : Part.of(rest.data, split.first());
      }
      String validate = a.matchedOptionValue("--validate", "");
      if (validate.isEmpty()) {
        return new Parts(rest, Optional.empty(), judge);
      }
      Optional<Part> other = other("--validate", validate, a);
      if (other.isPresent()) {
        return new Parts(rest, other, judge);
      }
      Split split = split(rest, share(validate), seed + VALIDATION);
      return new Parts(
          Part.of(rest.data, split.first()),
          Optional.of(Part.of(rest.data, split.second())),
          judge);
    }

    private static Split split(Part of, double share, long seed) {
      var labels = of.data.labels();
      return labels.isPresent()
          ? Split.stratified(of.examples(), labels.get(), share, seed)
          : Split.random(of.examples(), share, seed);
    }

    /// The data that a word names, where it is no number.
    private static Optional<Part> other(String option, String word, ParseResult a) {
      return isNumber(word)
          ? Optional.empty()
          : DataOptions.open(a, option).map(d -> Part.of(d, d.all()));
    }

    private static boolean isNumber(String word) {
      return word.matches("[0-9.]+(e-?[0-9]+)?");
    }

    private static double share(String word) {
      try {
        return Double.parseDouble(word);
      } catch (NumberFormatException e) {
        throw new InputException(word + ": a part is a number between 0 and 1, such as 0.2");
      }
    }
  }

  /// Data as the model reads them. What fits into memory is computed once.
  private static final class Ready {
    private final Model model;
    private final Preparation preparation;
    private final Precision precision;
    private final IdentityHashMap<Dataset, Dataset> known = new IdentityHashMap<>();

    Ready(Model model, Preparation preparation, Precision precision) {
      this.model = model;
      this.preparation = preparation;
      this.precision = precision;
    }

    Part of(Part p) {
      return p.on(known.computeIfAbsent(p.data, this::ready));
    }

    private Dataset ready(Dataset raw) {
      Dataset d = preparation.apply(model, raw, true);
      long bytes = 0;
      for (Column c : d.columns()) bytes += (long) c.width() * d.size() * precision.bytes;
      Runtime jvm = Runtime.getRuntime();
      if (bytes > jvm.maxMemory() / 3) {
        return d;
      }
      List<Column> kept =
          d.columns().stream()
              .map(c ->
                  precision == Precision.FLOAT
                      ? Stored.floats(c, d.size())
                      : Stored.doubles(c, d.size()))
              .toList();
      return new Dataset(d.name(), d.size(), kept);
    }
  }
}
