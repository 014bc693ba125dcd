package dev.jacobi.cli;

import dev.jacobi.Explanations;
import dev.jacobi.Jacobi;
import dev.jacobi.Reports;
import dev.jacobi.notation.Problems;
import dev.jacobi.print.Printer;
import dev.jacobi.print.report.ExplanationText;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `jacobi explain`: each carrier of a derivation and every rule that fired, in order.
final class Explain implements Command {
  @Override
  public String name() {
    return "explain";
  }

  @Override
  public CommandSpec spec() {
    var spec = CommandSpec.create();
    spec.usageMessage()
        .description("Show each stage of a derivation and every rule that fired, in order.");
    return Options.with(spec, Options.of(), Options.wrt(), Options.out(), Options.ascii())
        .addPositional(Options.files());
  }

  @Override
  public Exit run(ParseResult arguments, Terminal terminal) {
    var ask = new Reports.Ask(Printer.Layout.ML, Options.of(arguments), Options.wrt(arguments));
    var text = new StringBuilder();
    var exit = Exit.OK;
    for (var file : Options.files(arguments)) {
      var source = Source.read(file, terminal.in());
      var model = Jacobi.read(source.name(), source.text());
      var explained = Explanations.of(model, ask);
      var report = explained.report();
      terminal.err().print(Problems.render(source.name(), source.text(), report.problems()));
      exit = exit.worse(Exit.of(report.status()));
      if (model.problems().isEmpty()) {
        text.append(text.isEmpty() ? "" : "\n\n");
        text.append(
            ExplanationText.of(
                explained.explanation(), Options.ascii(arguments), terminal.paint()));
      }
    }
    Options.out(arguments, terminal).write(text.toString());
    return exit;
  }
}
