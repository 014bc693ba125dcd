package dev.jacobi.cli;

import dev.jacobi.Descriptions;
import dev.jacobi.Jacobi;
import dev.jacobi.notation.Problems;
import dev.jacobi.print.report.DescriptionText;
import dev.jacobi.print.report.GraphSvg;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// `jacobi describe`: shapes, parameter counts and the dependency graph of a model.
final class Describe implements Command {
  @Override
  public String name() {
    return "describe";
  }

  @Override
  public CommandSpec spec() {
    var spec = CommandSpec.create();
    spec.usageMessage()
        .description("Show the shapes, the parameter count and the dependency graph of a model.")
        .footer(
            "",
            "Examples:",
            "  jacobi describe model.jacobi",
            "  jacobi describe --size n=784,a=30,K=10 --svg graph.svg model.jacobi");
    return Options.with(spec, Options.size(), svg(), Options.out(), Options.ascii())
        .addPositional(Options.files());
  }

  private static OptionSpec svg() {
    return OptionSpec.builder("--svg")
        .type(Path.class)
        .paramLabel("FILE")
        .description("Draw the dependency graph into this file.")
        .build();
  }

  @Override
  public Exit run(ParseResult arguments, Terminal terminal) {
    var sizes = Options.sizes(arguments);
    Path svg = arguments.matchedOptionValue("--svg", null);
    if (svg != null && Options.files(arguments).size() > 1) {
      throw new InputException("--svg draws one model; name one file");
    }
    var text = new StringBuilder();
    var exit = Exit.OK;
    for (var file : Options.files(arguments)) {
      var source = Source.read(file, terminal.in());
      var model = Jacobi.read(source.name(), source.text());
      if (!model.problems().isEmpty()) {
        terminal.err().print(Problems.render(file, source.text(), model.problems()));
        exit = Exit.BAD_INPUT;
        continue;
      }
      var description = Descriptions.of(model);
      text.append(text.isEmpty() ? "" : "\n\n");
      text.append(
          DescriptionText.of(description, sizes, Options.ascii(arguments), terminal.paint()));
      if (svg != null) {
        write(svg, GraphSvg.of(description));
      }
    }
    Options.out(arguments, terminal).write(text.toString());
    return exit;
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new InputException(file + ": not writable (" + e.getMessage() + ")");
    }
  }
}
