package dev.jacobi.cli;

import dev.jacobi.Model;
import dev.jacobi.learn.report.RunFolder;
import dev.jacobi.learn.train.Checkpoints;
import dev.jacobi.learn.train.State;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `jacobi train`: the parameters of a model, learned from data.
final class Train implements Command {
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
                + " --resume");
    return TrainOptions.with(spec).addPositional(Options.file());
  }

  @Override
  public Exit run(ParseResult arguments, Terminal terminal) {
    return OneModel.run(arguments, terminal, model -> train(model, arguments, terminal));
  }

  private static Exit train(Model model, ParseResult a, Terminal terminal) {
    Optional<RunFolder> folder =
        Optional.<Path>ofNullable(a.matchedOptionValue("--out", null)).map(RunFolder::new);
    var setup = TrainSetup.of(model, TrainOptions.settings(a), a, terminal);
    var state = new State(setup.initial(), setup.settings());
    var trainer = setup.trainer(state);
    var run = new TrainRun(setup, trainer, folder, terminal);
    folder.ifPresent(f -> run.begin(checkpoints(f, setup), a));
    return run.train();
  }

  private static Checkpoints checkpoints(RunFolder folder, TrainSetup setup) {
    return new Checkpoints(folder.checkpoints(), setup.about());
  }
}
