package dev.jacobi.cli;

import dev.jacobi.Model;
import dev.jacobi.engine.Precision;
import dev.jacobi.learn.train.GradientCheck;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `jacobi gradcheck`: the compiled derivatives of a model, held against differences on its data.
final class GradCheck implements Command {
  @Override
  public String name() {
    return "gradcheck";
  }

  @Override
  public CommandSpec spec() {
    var spec = CommandSpec.create();
    spec.usageMessage()
        .description(
            "Hold the compiled gradient of a model against differences of its cost, on real data.")
        .footer(
            "",
            "Exit status 1 when one is wrong.",
            "",
            "Example:",
            "  jacobi gradcheck examples/digits.jacobi --data digits");
    return TrainOptions.checking(spec).addPositional(Options.file());
  }

  @Override
  public Exit run(ParseResult arguments, Terminal terminal) {
    return OneModel.run(
        arguments, terminal, model -> check(Constants.in(model, arguments), arguments, terminal));
  }

  private static Exit check(Model model, ParseResult a, Terminal terminal) {
    var settings = TrainOptions.settings(a).precision(Precision.DOUBLE);
    var setup = TrainSetup.of(model, settings, Optional.empty(), a, terminal);
    int[] all = setup.training().examples();
    int[] some = Arrays.copyOf(all, Math.min(all.length, settings.batch()));
    List<GradientCheck.Line> lines =
        GradientCheck.of(
            setup.task(),
            setup.training().data(),
            some,
            setup.sizes(),
            setup.initial(),
            settings.seed());
    terminal
        .out()
        .println(
            "%s: gradients of %s on %d examples, against differences"
                .formatted(model.file(), setup.task().cost(), some.length));
    int width = lines.stream().mapToInt(l -> l.parameter().length()).max().orElse(1);
    for (var l : lines) {
      terminal
          .out()
          .println(
              ("  d%s/d%-" + width + "s  %,9d numbers, length %9.3e, relative error %.1e%s")
                  .formatted(
                      setup.task().cost(),
                      l.parameter(),
                      l.size(),
                      l.length(),
                      l.worst(),
                      l.holds() ? "" : "  WRONG"));
    }
    return lines.stream().allMatch(GradientCheck.Line::holds) ? Exit.OK : Exit.WRONG;
  }
}
