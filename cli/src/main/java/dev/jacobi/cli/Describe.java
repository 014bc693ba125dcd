package dev.jacobi.cli;

import picocli.CommandLine.Model.CommandSpec;
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
        .description("Show the shapes, the parameter count and the dependency graph of a model.");
    return Options.with(spec, Options.out(), Options.ascii()).addPositional(Options.files());
  }

  @Override
  public Exit run(ParseResult arguments, Terminal terminal) {
    throw new InputException("describe is not wired to the core yet");
  }
}
