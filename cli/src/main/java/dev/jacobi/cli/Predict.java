package dev.jacobi.cli;

import dev.jacobi.engine.Engine;
import dev.jacobi.engine.EngineException;
import dev.jacobi.engine.Precision;
import dev.jacobi.engine.Tensor;
import dev.jacobi.learn.LearnException;
import dev.jacobi.learn.data.DataException;
import dev.jacobi.learn.data.Dataset;
import dev.jacobi.learn.exchange.Forward;
import dev.jacobi.learn.exchange.Trained;
import dev.jacobi.learn.train.Score;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// `jacobi predict`: what learned weights give for data, example by example.
final class Predict implements Command {
  private enum To {
    CSV,
    JSON
  }

  @Override
  public String name() {
    return "predict";
  }

  @Override
  public CommandSpec spec() {
    var spec = CommandSpec.create();
    spec.usageMessage()
        .description("Compute what learned weights give for data, example by example.")
        .footer(
            "",
            "Examples:",
            "  jacobi predict runs/first --data new.csv --out answers.csv",
            "  jacobi predict runs/first --data digits --predict h --to json");
    List<OptionSpec> all = new ArrayList<>(List.of(DataOptions.data(), DataOptions.input()));
    all.addAll(DataOptions.reading());
    all.add(DataOptions.standardise());
    all.addAll(TrainedOptions.weights());
    all.add(TrainedOptions.isDouble());
    all.add(
        Options.choice("--to", "FORMAT", To.values())
            .description("Write csv, json. Default: as the ending of --out says, else csv.")
            .build());
    all.add(Options.out());
    return Options.with(spec, all.toArray(OptionSpec[]::new))
        .addPositional(TrainedOptions.position());
  }

  @Override
  public Exit run(ParseResult arguments, Terminal terminal) {
    try {
      return predict(arguments, terminal);
    } catch (EngineException | LearnException | DataException e) {
      throw new InputException(e.getMessage());
    }
  }

  private static Exit predict(ParseResult a, Terminal terminal) {
    var read = TrainedOptions.read(a, terminal);
    var opened = DataOptions.open(a);
    Dataset raw = opened.test().orElse(opened.data());
    String name =
        read.task()
            .prediction()
            .orElseThrow(() -> new InputException("--predict NAME is missing: what is wanted?"));
    boolean judges = Forward.needsTargets(read.task(), name);
    var preparation = TrainedOptions.preparation(read, raw, judges, a);
    Trained trained = TrainedOptions.sized(read, preparation);
    var engine = Engine.create(Runtime.getRuntime().availableProcessors());
    var forward = new Forward(engine, trained, name, TrainedOptions.precision(a));
    preparation.require(trained.task().one(), raw, raw.all(), judges);
    Dataset data = preparation.apply(trained.task().one(), raw, judges);
    boolean classes = trained.task().countsRight();
    var answers = new Answers(name, forward.shape(), classes ? preparation.classes() : List.of());
    forward.each(data, data.all(), answers::add);
    Path out = a.matchedOptionValue("--out", null);
    To to = a.matchedOptionValue("--to", byEnding(out));
    Options.out(a, terminal).write(to == To.JSON ? answers.json() : answers.csv());
    return Exit.OK;
  }

  private static To byEnding(Path out) {
    boolean json = out != null && out.toString().toLowerCase(Locale.ROOT).endsWith(".json");
    return json ? To.JSON : To.CSV;
  }

  /// The values of each example, and the class that they mean.
  private record Answers(String name, int[] shape, List<String> classes, List<Answer> all) {
    Answers(String name, int[] shape, List<String> classes) {
      this(name, shape, classes, new ArrayList<>());
    }

    void add(int example, Tensor values, int from) {
      double[] own = new double[width()];
      for (int q = 0; q < own.length; q++) own[q] = values.at(from + q);
      boolean isFloat = values.precision() == Precision.FLOAT;
      all.add(new Answer(example, className(values, from), own, isFloat));
    }

    private int width() {
      int n = 1;
      for (int s : shape) n *= s;
      return n;
    }

    private boolean hasClasses() {
      return classes.size() == Math.max(2, width());
    }

    private String className(Tensor values, int from) {
      if (!hasClasses()) return "";
      int best =
          width() == 1 ? (values.at(from) > 0.5 ? 1 : 0) : Score.greatest(values, from, width());
      return classes.get(best);
    }

    String csv() {
      List<String> head = new ArrayList<>(List.of("example"));
      if (hasClasses()) head.add("class");
      for (int q = 0; q < width(); q++) head.add(title(q));
      List<List<String>> rows = new ArrayList<>();
      for (Answer a : all) {
        List<String> row = new ArrayList<>(List.of(String.valueOf(a.example + 1)));
        if (hasClasses()) row.add(a.className);
        for (int q = 0; q < a.values.length; q++) row.add(a.text(q));
        rows.add(row);
      }
      return Csv.plain(head, rows);
    }

    /// `p[1,2]`, or with classes `p[cat]`.
    private String title(int q) {
      if (shape.length == 0) return name;
      if (hasClasses()) return name + "[" + classes.get(q) + "]";
      List<String> places = new ArrayList<>();
      int rest = q;
      for (int k = shape.length - 1; k >= 0; k--) {
        places.addFirst(String.valueOf(rest % shape[k] + 1));
        rest /= shape[k];
      }
      return name + "[" + String.join(",", places) + "]";
    }

    String json() {
      return Json.text(json ->
          json.array(() -> {
            for (Answer a : all)
              json.object(() -> {
                json.number("example", (long) a.example + 1);
                if (hasClasses()) json.text("class", a.className);
                json.name(name);
                if (a.isFloat) {
                  float[] data = new float[a.values.length];
                  for (int q = 0; q < data.length; q++) data[q] = (float) a.values[q];
                  EvalWriter.array(json, Tensor.of(data, shape));
                } else EvalWriter.array(json, Tensor.of(a.values, shape));
              });
          }));
    }
  }

  private record Answer(int example, String className, double[] values, boolean isFloat) {
    String text(int q) {
      return isFloat ? Float.toString((float) values[q]) : Double.toString(values[q]);
    }
  }
}
