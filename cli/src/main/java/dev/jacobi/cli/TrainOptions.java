package dev.jacobi.cli;

import dev.jacobi.engine.Precision;
import dev.jacobi.learn.optimise.Choice;
import dev.jacobi.learn.optimise.RateSchedule;
import dev.jacobi.learn.train.Initial;
import dev.jacobi.learn.train.Settings;
import dev.jacobi.learn.train.Task;
import dev.jacobi.notation.Vocabulary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// What a training run is asked to be.
final class TrainOptions {
  private TrainOptions() {}

  static CommandSpec with(CommandSpec spec) {
    return all(spec, List.of(given(), parts(), asked(), start(), how(), others(), where()));
  }

  /// Those that say at which point a gradient is looked at.
  static CommandSpec checking(CommandSpec spec) {
    return all(spec, List.of(given(), parts(), asked(), start()));
  }

  private static CommandSpec all(CommandSpec spec, List<List<OptionSpec>> groups) {
    return Options.with(spec, groups.stream().flatMap(List::stream).toArray(OptionSpec[]::new));
  }

  private static List<OptionSpec> given() {
    List<OptionSpec> all = new ArrayList<>(List.of(DataOptions.data()));
    all.addAll(List.of(DataOptions.input(), DataOptions.target()));
    all.addAll(DataOptions.reading());
    all.add(DataOptions.standardise());
    return all;
  }

  private static OptionSpec.Builder text(String name, String label) {
    return OptionSpec.builder(name).type(String.class).paramLabel(label);
  }

  private static OptionSpec.Builder texts(String name, String label) {
    return text(name, label).type(List.class).auxiliaryTypes(String.class);
  }

  private static OptionSpec flag(String name, String description) {
    return OptionSpec.builder(name).type(boolean.class).arity("0").description(description).build();
  }

  private static List<OptionSpec> parts() {
    return List.of(
        text("--test", "DATA|PART")
            .description(
                "What it is judged by in the end: other data, or a part: 0.2, 0 for none."
                    + " Default: the data's own test part, else 0.2.")
            .build(),
        text("--validate", "DATA|PART")
            .description(
                "Measure on this after each epoch: other data, or a part of the training"
                    + " examples: 0.1.")
            .build(),
        number("--split-seed", Long.class, "What parts are drawn by. Default: 0."));
  }

  private static List<OptionSpec> asked() {
    return List.of(
        text("--minimize", "NAME").description("The number to be made small.").build(),
        names("--over", "The names that are learned. Default for both: the file's own derive."),
        text("--predict", "NAME")
            .description("What is held against the target. Default: the last name of its shape.")
            .build(),
        Constants.option(),
        Options.choice("--total", "HOW", Task.Total.values())
            .description("How examples' costs make that of a batch: mean, sum. Default: mean.")
            .build());
  }

  private static List<OptionSpec> start() {
    return List.of(
        number("--batch", Integer.class, "Examples a step. Default: 32."),
        texts("--init", "RULE|NAME=RULE")
            .description(
                "How parameters start: xavier, he, zeros, ones, normal:0.1, uniform:0.1,"
                    + " a number. Repeat for several names. Default: xavier, biases 0.")
            .build(),
        text("--values", "FILE").description("Where parameters start: .npz or .json.").build(),
        number("--seed", Long.class, "What all random numbers rest on. Default: 0."),
        Options.size());
  }

  private static List<OptionSpec> how() {
    return List.of(
        number("--epochs", Integer.class, "How often all examples are met. Default: 10."),
        flag("--drop-last", "Leave out the last batch of an epoch where it is smaller."),
        text("--optimizer", "NAME")
            .description(
                "sgd, momentum, nesterov, adagrad, rmsprop, adam or adamw, with constants:"
                    + " adam:beta1=0.8. Default: adam.")
            .build(),
        number("--rate", Double.class, "The learning rate. Default: the optimiser's own."),
        text("--schedule", "HOW")
            .description("How the rate goes: constant, step:10,0.5, cosine, warm-up:2,cosine.")
            .build(),
        number("--decay", Double.class, "Weight decay. Default: 0, and 0.01 for adamw."),
        number("--clip", Double.class, "The greatest length of all gradients together."),
        number("--threads", Integer.class, "Default: as many as there are processors."),
        flag("--double", "Compute in double, not in float."),
        number(
            "--early-stop",
            Integer.class,
            "End after so many epochs without a better validation loss, and keep the best weights."));
  }

  private static List<OptionSpec> others() {
    return List.of(
        text("--spark", "MASTER")
            .description(
                "Share the work out among executors of Apache Spark: local[2],"
                    + " spark://host:7077 --parts 8.")
            .build(),
        number(
            "--parts",
            Integer.class,
            "Into how many shares work is cut. Default: the processors that MASTER names."),
        number(
            "--average-every",
            Integer.class,
            "Each part makes so many steps on batches of its own, then all go on from their"
                + " average. Default: gradients are added up at each step."));
  }

  private static List<OptionSpec> where() {
    return List.of(
        OptionSpec.builder("-o", "--out")
            .type(Path.class)
            .paramLabel("DIR")
            .description("The folder for metrics, result, weights, report and checkpoints.")
            .build(),
        flag("--resume", "Go on from the last checkpoint in the folder, with the same options."),
        number(
            "--checkpoint-every",
            Integer.class,
            "Steps between checkpoints. Default: by time, and at the ends of epochs."),
        Options.ascii());
  }

  private static OptionSpec number(String name, Class<?> type, String description) {
    return OptionSpec.builder(name)
        .type(type)
        .paramLabel("NUMBER")
        .description(description)
        .build();
  }

  private static OptionSpec names(String name, String description) {
    return texts(name, "NAMES").description(description).build();
  }

  static Settings settings(ParseResult a) {
    var choice = Choice.parse(a.matchedOptionValue("--optimizer", "adam"));
    if (a.hasMatchedOption("--decay")) {
      choice = choice.withDecay(a.matchedOptionValue("--decay", 0.0));
    }
    choice = choice.withClip(a.matchedOptionValue("--clip", 0.0));
    int processors = Runtime.getRuntime().availableProcessors();
    return Settings.standard()
        .epochs(a.matchedOptionValue("--epochs", 10))
        .batch(a.matchedOptionValue("--batch", 32))
        .droppingLast(a.matchedOptionValue("--drop-last", false))
        .choice(choice)
        .rate(a.matchedOptionValue("--rate", choice.optimiser().rate()))
        .schedule(RateSchedule.parse(a.matchedOptionValue("--schedule", "constant")))
        .patience(a.matchedOptionValue("--early-stop", 0))
        .seed(a.matchedOptionValue("--seed", 0L))
        .threads(a.matchedOptionValue("--threads", processors))
        .precision(a.matchedOptionValue("--double", false) ? Precision.DOUBLE : Precision.FLOAT);
  }

  /// The rule for weights, if one is given.
  static Optional<Initial.Rule> rule(ParseResult a) {
    List<String> given = a.matchedOptionValue("--init", List.of());
    return given.stream()
        .filter(s -> !s.contains("="))
        .map(Initial.Rule::parse)
        .reduce((_, last) -> last);
  }

  /// Those of single names.
  static Map<String, Initial.Rule> rules(ParseResult a) {
    List<String> given = a.matchedOptionValue("--init", List.of());
    Map<String, Initial.Rule> all = new LinkedHashMap<>();
    for (var s : given) {
      int equals = s.indexOf('=');
      if (equals > 0) {
        String name = Vocabulary.canonicalName(s.substring(0, equals).strip());
        all.put(name, Initial.Rule.parse(s.substring(equals + 1)));
      }
    }
    return all;
  }
}
