package dev.jacobi.cli;

import dev.jacobi.Model;
import dev.jacobi.learn.report.RunFolder;
import dev.jacobi.learn.train.Checkpoints;
import dev.jacobi.learn.train.Crew;
import dev.jacobi.learn.train.State;
import dev.jacobi.learn.train.Trainer;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `jacobi train`: the parameters of a model, learned from data.
///
/// @param machines that may compute beside this one
record Train(Machines machines) implements Command {
  @Override
  public String name() {
    return "train";
  }

  @Override
  public CommandSpec spec() {
    var spec = CommandSpec.create();
    spec.usageMessage()
        .description("Learn the parameters of a model from data.")
        .footer(
            "",
            "Examples:",
            "  jacobi train examples/digits.jacobi --data digits --epochs 30 --out runs/first",
            "  jacobi train net.jacobi --data table.csv --target y=price --validate 0.1",
            "  jacobi train net.jacobi --data fashion-mnist --optimizer sgd --rate 0.1 --batch 64",
            "  jacobi train examples/digits.jacobi --data digits --epochs 60 --out runs/first"
                + " --resume",
            "  jacobi train net.jacobi --data fashion-mnist --spark local[2] --average-every 16");
    return TrainOptions.with(spec).addPositional(Options.file());
  }

  @Override
  public Exit run(ParseResult arguments, Terminal terminal) {
    return OneModel.run(
        arguments, terminal, model -> train(Constants.in(model, arguments), arguments, terminal));
  }

  private Exit train(Model model, ParseResult a, Terminal terminal) {
    Path out = a.matchedOptionValue("--out", null);
    if (out == null) return train(model, Optional.empty(), a, terminal);
    var folder = new RunFolder(out);
    try (var _ = folder.lock()) {
      return train(model, Optional.of(folder), a, terminal);
    }
  }

  private Exit train(Model model, Optional<RunFolder> folder, ParseResult a, Terminal terminal) {
    var others = Others.of(a, machines);
    var setup = TrainSetup.of(model, TrainOptions.settings(a), others, a, terminal);
    var state = new State(setup.initial(), setup.settings());
    if (others.isEmpty()) return train(setup, setup.trainer(state), folder, a, terminal);
    try (Crew crew = others.get().hire(setup.job())) {
      return train(setup, setup.trainer(state, crew), folder, a, terminal);
    }
  }

  private static Exit train(
      TrainSetup setup,
      Trainer trainer,
      Optional<RunFolder> folder,
      ParseResult a,
      Terminal terminal) {
    var run = new TrainRun(setup, trainer, folder, terminal);
    folder.ifPresent(f -> run.begin(checkpoints(f, setup), a));
    return run.train();
  }

  private static Checkpoints checkpoints(RunFolder folder, TrainSetup setup) {
    return new Checkpoints(folder.checkpoints(), setup.about());
  }
}
