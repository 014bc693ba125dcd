package dev.jacobi.cli;

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
    throw new InputException("explain is not wired to the core yet");
  }
}
