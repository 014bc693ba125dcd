package dev.jacobi.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// `jacobi serve`: the playground, a page on which a derivation is alive.
final class Serve implements Command {
  private static final int PORT = 8080;
  private static final int BUDGET = 10;

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
        .footer(
            "",
            "What it protects itself from:",
            "  other sites      requests of their pages are refused (Host, Origin, content policy)",
            "  other machines   cannot reach it; with --bind they need a token, which is printed.",
            "                   The connection is not encrypted: use it in networks you trust",
            "  files            no request reads or writes one; the page's own are in the program",
            "  long formulas    a computation is stopped after --budget seconds or at 320 MB, and",
            "                   says so (422); others go on meanwhile",
            "  many requests    512 kB each (413), 6 at once for a page, and so much time (429);",
            "                   512 in all (503). A client that sends for more than 10 s is cut off",
            "",
            "Examples:",
            "  jacobi serve",
            "  jacobi serve --port 9000 --no-open",
            "  jacobi serve --bind 0.0.0.0       # a class in one room; the token is printed");
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
        number("--budget", "SECONDS", "How long one computation may take. Default: 10."));
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
    int budget = arguments.matchedOptionValue("--budget", BUDGET);
    if (port < 0 || port > 65535) throw new InputException("--port: from 0 to 65535");
    if (budget < 1 || budget > 600) throw new InputException("--budget: from 1 to 600 seconds");
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
