package dev.jacobi.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// `jacobi trace`: every forward value and every adjoint with given numbers, in order.
final class Trace implements Command {
  @Override
  public String name() {
    return "trace";
  }

  @Override
  public CommandSpec spec() {
    var spec = CommandSpec.create();
    spec.usageMessage()
        .description("Show every forward value and every adjoint with given numbers, in order.");
    return Options.with(
            spec,
            values(),
            Options.to(Format.TEXT, Format.JSON),
            Options.of(),
            Options.wrt(),
            Options.out(),
            Options.ascii())
        .addPositional(Options.files());
  }

  @Override
  public Exit run(ParseResult arguments, Terminal terminal) {
    throw new InputException("trace is not wired to the core yet");
  }

  private static OptionSpec values() {
    return OptionSpec.builder("--values")
        .type(String.class)
        .required(true)
        .paramLabel("FILE")
        .description("A JSON object: each name and its number, list, or list of lists.")
        .build();
  }
}
