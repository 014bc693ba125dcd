package dev.jacobi.cli;

import dev.jacobi.web.Limits;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// `jacobi serve`: the playground, a page on which a derivation is alive.
final class Serve implements Command {
  private static final int PORT = 8080;

  @Override
  public String name() {
    return "serve";
  }

  @Override
  public CommandSpec spec() {
    var spec = CommandSpec.create();
    spec.usageMessage()
        .description(
            "Open the playground: write a network and see its gradients as you type, step through",
            "the backward pass with numbers, train it, and have a derivation judged line by line.",
            "",
            "The page is served to this machine alone, works without a network, and keeps nothing:",
            "what you write stays in your browser.")
        .footer(footer());
    return Options.with(
        spec,
        number("--port", "PORT", "Listen on this port; 0 takes a free one. Default: 8080."),
        OptionSpec.builder("--no-open")
            .type(boolean.class)
            .arity("0")
            .description("Do not open a browser.")
            .build(),
        OptionSpec.builder("--bind")
            .type(String.class)
            .paramLabel("ADDRESS")
            .description("Listen on this address. Default: 127.0.0.1, this machine alone.")
            .build(),
        number(
            "--budget",
            "SECONDS",
            "How long one computation may take, up to "
                + Limits.LONGEST_BUDGET
                + ". Default: "
                + Limits.BUDGET
                + "."));
  }

  private static String[] footer() {
    List<String> lines =
        new ArrayList<>(
            List.of("", "What it protects itself from, and by which status it refuses:"));
    lines.addAll(Protection.told());
    lines.addAll(
        List.of(
            "",
            "Examples:",
            "  jacobi serve",
            "  jacobi serve --port 9000 --no-open",
            "  jacobi serve --bind 0.0.0.0       # a class in one room; the token is printed"));
    return lines.toArray(String[]::new);
  }

  private static OptionSpec number(String name, String label, String description) {
    return OptionSpec.builder(name)
        .type(Integer.class)
        .paramLabel(label)
        .description(description)
        .build();
  }

  @Override
  public Exit run(ParseResult arguments, Terminal terminal) {
    int port = arguments.matchedOptionValue("--port", PORT);
    int budget = arguments.matchedOptionValue("--budget", Limits.BUDGET);
    if (port < 0 || port > 65535) throw new InputException("--port: from 0 to 65535");
    if (budget < 1 || budget > Limits.LONGEST_BUDGET)
      throw new InputException("--budget: from 1 to " + Limits.LONGEST_BUDGET + " seconds");
    String bind = arguments.matchedOptionValue("--bind", "127.0.0.1");
    boolean opens = !arguments.matchedOptionValue("--no-open", false);
    try {
      // In a class of its own: no other command is to load a server.
      return new Serving(bind, port, budget, opens, terminal).untilInterrupted();
    } catch (NoClassDefFoundError e) {
      throw new InputException("the playground is not in this copy: start it by bin/jacobi");
    }
  }
}
