package dev.jacobi.cli;

import dev.jacobi.Jacobi;
import dev.jacobi.Model;
import dev.jacobi.engine.Outputs;
import dev.jacobi.engine.Precision;
import dev.jacobi.engine.Sizes;
import dev.jacobi.learn.data.Dataset;
import dev.jacobi.learn.data.Preparation;
import dev.jacobi.learn.data.Roles;
import dev.jacobi.learn.exchange.StateDict;
import dev.jacobi.learn.exchange.Trained;
import dev.jacobi.learn.train.Task;
import dev.jacobi.notation.Problems;
import dev.jacobi.notation.Vocabulary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// The options by which a command is told of a model with its weights: the folder of a run, or a
/// model file and a file of weights.
final class TrainedOptions {
  private TrainedOptions() {}

  static PositionalParamSpec position() {
    return PositionalParamSpec.builder()
        .index("0")
        .arity("1")
        .required(true)
        .type(List.class)
        .auxiliaryTypes(String.class)
        .paramLabel("RUN|FILE")
        .description("The folder of a run (train --out), or a model file with --weights.")
        .build();
  }

  static List<OptionSpec> weights() {
    return List.of(
        text("--weights", "FILE")
            .description("Weights for a model file: .npz, .safetensors, or the folder of a run.")
            .build(),
        names("--map", "NAMES")
            .description("What the file calls a name of the model: --map W1=fc1.weight.")
            .build(),
        text("--minimize", "NAME").description("Of a model file: the loss.").build(),
        names("--over", "NAMES")
            .description("Of a model file: what was learned. Default: the file's own derive.")
            .build(),
        text("--predict", "NAME").description("What is computed. Default: the run's own.").build(),
        Constants.option(),
        Options.size());
  }

  static OptionSpec isDouble() {
    return OptionSpec.builder("--double")
        .type(boolean.class)
        .arity("0")
        .description("Compute in double, not in float.")
        .build();
  }

  private static OptionSpec.Builder text(String name, String label) {
    return OptionSpec.builder(name).type(String.class).paramLabel(label);
  }

  private static OptionSpec.Builder names(String name, String label) {
    return text(name, label).type(List.class).auxiliaryTypes(String.class);
  }

  static Precision precision(ParseResult a) {
    return a.matchedOptionValue("--double", false) ? Precision.DOUBLE : Precision.FLOAT;
  }

  /// - error: [InputException] or a LearnException, with what is missing
  static Trained read(ParseResult a, Terminal terminal) {
    String what = Options.files(a).getFirst();
    Trained t = Files.isDirectory(Path.of(what)) ? run(what, a) : file(what, a, terminal);
    String predict = a.matchedOptionValue("--predict", "");
    Task task = predict.isEmpty() ? t.task() : t.task().predicting(predict);
    return new Trained(task, t.preparation(), t.weights(), t.sizes(), t.rows());
  }

  private static Trained run(String folder, ParseResult a) {
    for (var option : List.of("--weights", "--map", "--minimize", "--over", "--set")) {
      if (a.hasMatchedOption(option)) {
        throw new InputException(option + ": a run has its own; name a model file instead");
      }
    }
    return Trained.ofRun(Path.of(folder));
  }

  private static Trained file(String file, ParseResult a, Terminal terminal) {
    String weights = a.matchedOptionValue("--weights", null);
    if (weights == null) {
      throw new InputException(
          file + ": --weights FILE is missing; or name the folder of a run in its place");
    }
    var source = Source.read(file, terminal.in());
    var text = Derive.model(source);
    Model model = Jacobi.read(source.name(), text);
    if (!model.problems().isEmpty()) {
      throw new InputException(Problems.render(source.name(), text, model.problems()).strip());
    }
    model = Constants.in(model, a);
    var asked = TrainSetup.Asked.of(model, a);
    List<String> needed =
        Outputs.of(asked.cost()).gradients(asked.over().toArray(String[]::new)).inputs(model);
    var task =
        Task.of(
            model,
            asked.cost(),
            asked.over(),
            Roles.of(model, needed, asked.over()),
            Task.Total.MEAN);
    var trained = Trained.of(task, Path.of(weights), StateDict.words(maps(a)), sizes(a));
    boolean otherwise =
        trained.rows().stream()
            .anyMatch(r -> !r.name().equals(r.from()) || !r.how().equals("as it is"));
    if (otherwise) {
      terminal.err().print(new StateDict.Matched(Map.of(), Map.of(), trained.rows()).table());
      terminal.err().flush();
    }
    return trained;
  }

  private static List<String> maps(ParseResult a) {
    return Options.names(a, "--map");
  }

  private static Map<String, Integer> sizes(ParseResult a) {
    Map<String, Integer> all = new LinkedHashMap<>();
    Options.sizes(a).forEach((n, size) -> all.put(Vocabulary.canonicalName(n), size.intValue()));
    return all;
  }

  /// How data are to be read: as the run learned it; else as the options say, on these data.
  ///
  /// @param judges whether targets are needed
  static Preparation preparation(Trained t, Dataset raw, boolean judges, ParseResult a) {
    if (t.preparation().isPresent()) {
      return t.preparation().get();
    }
    var one = t.task().one();
    var needed = t.task().data();
    List<String> targets = t.task().target().stream().toList();
    var inputs = needed.stream().filter(n -> !targets.contains(n)).toList();
    boolean forMany = one.read().model().dimensions().contains(t.task().batch());
    var roles =
        new Roles(
            inputs,
            judges ? targets : List.of(),
            forMany ? Optional.of(t.task().batch()) : Optional.empty());
    var scaling = a.matchedOptionValue("--standardise", Preparation.Scaling.NONE);
    return Preparation.learn(
        one, roles, DataOptions.bindings(a), raw, raw.all(), t.sizes(), scaling);
  }

  /// With the sizes that data show besides.
  static Trained sized(Trained t, Preparation p) {
    Map<String, Integer> all = new LinkedHashMap<>(p.sizes());
    all.putAll(t.sizes());
    return new Trained(t.task(), t.preparation(), t.weights(), Sizes.of(all).all(), t.rows());
  }
}
