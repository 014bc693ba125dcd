package dev.jacobi.cli;

import dev.jacobi.engine.Engine;
import dev.jacobi.engine.EngineException;
import dev.jacobi.engine.Sizes;
import dev.jacobi.learn.LearnException;
import dev.jacobi.learn.data.DataException;
import dev.jacobi.learn.data.Dataset;
import dev.jacobi.learn.data.Opened;
import dev.jacobi.learn.data.Split;
import dev.jacobi.learn.exchange.Forward;
import dev.jacobi.learn.exchange.Trained;
import dev.jacobi.learn.report.Confusion;
import dev.jacobi.learn.train.Evaluation;
import dev.jacobi.learn.train.Score;
import dev.jacobi.learn.train.Settings;
import dev.jacobi.learn.train.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// `jacobi evaluate`: loss, accuracy and confusion of learned weights on data.
final class Evaluate implements Command {
  private enum To {
    TEXT,
    JSON
  }

  @Override
  public String name() {
    return "evaluate";
  }

  @Override
  public CommandSpec spec() {
    var spec = CommandSpec.create();
    spec.usageMessage()
        .description("Measure loss, accuracy and confusion of learned weights on data.")
        .footer(
            "",
            "Examples:",
            "  jacobi evaluate runs/first --data digits --part 0.2",
            "  jacobi evaluate net.jacobi --weights net.safetensors --data test.csv");
    List<OptionSpec> all = new ArrayList<>(List.of(DataOptions.data(), part(), seed()));
    all.addAll(List.of(DataOptions.input(), DataOptions.target()));
    all.addAll(DataOptions.reading());
    all.add(DataOptions.standardise());
    all.addAll(TrainedOptions.weights());
    all.add(TrainedOptions.isDouble());
    all.add(Options.choice("--to", "FORMAT", To.values()).description("Write text, json.").build());
    all.add(Options.out());
    return Options.with(spec, all.toArray(OptionSpec[]::new))
        .addPositional(TrainedOptions.position());
  }

  private static OptionSpec part() {
    return OptionSpec.builder("--part")
        .type(Double.class)
        .paramLabel("SHARE")
        .description(
            "Only the examples that train --test SHARE sets aside. Default: the data's own test"
                + " part, else all.")
        .build();
  }

  private static OptionSpec seed() {
    return OptionSpec.builder("--split-seed")
        .type(Long.class)
        .paramLabel("NUMBER")
        .description("What parts are drawn by. Default: 0.")
        .build();
  }

  @Override
  public Exit run(ParseResult arguments, Terminal terminal) {
    try {
      return evaluate(arguments, terminal);
    } catch (EngineException | LearnException | DataException e) {
      throw new InputException(e.getMessage());
    }
  }

  /// Which examples of which data.
  private record Judged(Dataset raw, int[] examples) {}

  private static Judged judged(ParseResult a) {
    Opened opened = DataOptions.open(a);
    Double part = a.matchedOptionValue("--part", null);
    if (part == null) {
      Dataset raw = opened.test().orElse(opened.data());
      return new Judged(raw, raw.all());
    }
    Dataset raw = opened.data();
    long seed = a.matchedOptionValue("--split-seed", 0L);
    var split =
        raw.labels().isPresent()
            ? Split.stratified(raw.all(), raw.labels().get(), part, seed)
            : Split.random(raw.all(), part, seed);
    return new Judged(raw, split.second());
  }

  private static Exit evaluate(ParseResult a, Terminal terminal) {
    var read = TrainedOptions.read(a, terminal);
    Judged judged = judged(a);
    var preparation = TrainedOptions.preparation(read, judged.raw, true, a);
    Trained trained = TrainedOptions.sized(read, preparation);
    preparation.require(trained.task().one(), judged.raw, judged.examples, true);
    Dataset data = preparation.apply(trained.task().one(), judged.raw, true);
    var engine = Engine.create(Runtime.getRuntime().availableProcessors());
    var precision = TrainedOptions.precision(a);
    var state = new State(trained.weights(), Settings.standard().precision(precision));
    Score score =
        Evaluation.of(engine, trained.task(), data, Sizes.of(trained.sizes()), state, precision)
            .of(judged.examples);
    Optional<Confusion> confusion = Optional.empty();
    if (trained.task().countsRight()) {
      var forward =
          new Forward(engine, trained, trained.task().prediction().orElseThrow(), precision);
      confusion = Optional.of(confusion(forward, trained, data, judged, preparation.classes()));
    }
    var output = Options.out(a, terminal);
    output.write(
        a.matchedOptionValue("--to", To.TEXT) == To.JSON
            ? json(judged, score, confusion)
            : text(judged, score, confusion));
    return Exit.OK;
  }

  private static Confusion confusion(
      Forward forward, Trained trained, Dataset data, Judged judged, List<String> classes) {
    var target = data.column(trained.task().target().orElseThrow());
    int width = target.width();
    int n = Math.max(2, width);
    List<String> names =
        classes.size() == n ? classes : IntStream.range(0, n).mapToObj(String::valueOf).toList();
    var confusion = new Confusion(names);
    double[] row = new double[width];
    int[] one = new int[1];
    forward.each(
        data,
        judged.examples,
        (example, values, from) -> {
          one[0] = example;
          target.gather(one, 0, 1, row, 0);
          int there = 0;
          for (int k = 1; k < width; k++) if (row[k] > row[there]) there = k;
          int predicted =
              width == 1 ? (values.at(from) > 0.5 ? 1 : 0) : Score.greatest(values, from, width);
          confusion.add(width == 1 ? (row[0] > 0.5 ? 1 : 0) : there, predicted);
        });
    return confusion;
  }

  private static String text(Judged j, Score score, Optional<Confusion> confusion) {
    var s = new StringBuilder();
    s.append("%,d examples of %s%n".formatted(j.examples.length, j.raw.name()));
    s.append("loss      %.6g%n".formatted(score.loss()));
    confusion.ifPresent(c -> {
      s.append("accuracy  %.2f %%%n".formatted(100 * score.accuracy()));
      s.append("\nconfusion: a row for each class that was there, a column for each predicted\n\n");
      s.append(c.text());
    });
    return s.toString().replace(System.lineSeparator(), "\n");
  }

  private static String json(Judged j, Score score, Optional<Confusion> confusion) {
    return Json.text(json ->
        json.object(() -> {
          json.text("data", j.raw.name());
          json.number("examples", (long) j.examples.length);
          json.number("loss", score.loss());
          confusion.ifPresent(c -> {
            json.number("accuracy", score.accuracy());
            json.texts("classes", c.classes());
            json.name("confusion");
            json.array(() -> {
              int n = c.classes().size();
              for (int there = 0; there < n; there++) {
                int row = there;
                json.array(() -> {
                  for (int q = 0; q < n; q++) json.whole(c.count(row, q));
                });
              }
            });
          });
        }));
  }
}
