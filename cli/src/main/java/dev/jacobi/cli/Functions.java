package dev.jacobi.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `jacobi functions`: every built-in function with its derivative, ranges and kinks.
final class Functions implements Command {
  @Override
  public String name() {
    return "functions";
  }

  @Override
  public CommandSpec spec() {
    var spec = CommandSpec.create();
    spec.usageMessage().description("List the functions with derivatives, ranges and kinks.");
    return Options.with(spec, Options.out(), Options.ascii());
  }

  @Override
  public Exit run(ParseResult arguments, Terminal terminal) {
    throw new InputException("functions is not wired to the core yet");
  }
}
