package dev.jacobi.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// `jacobi`: finds the command, runs it, and turns whatever goes wrong into a line and a status.
public final class Main {
  /// Every command, in the order of the help.
  static final List<Command> COMMANDS = commands(Machines.NONE);

  private Main() {}

  private static List<Command> commands(Machines machines) {
    return List.of(
        new Derive(),
        new Check(Judge.CHECKER),
        new Describe(),
        new Trace(),
        new Eval(),
        new Minimize(),
        new Train(machines),
        new GradCheck(),
        new Evaluate(),
        new Predict(),
        new Export(),
        new Serve(),
        new Functions(),
        new Explain());
  }

  /// The process's entry; see [Exit] for its statuses.
  public static void main(String[] args) {
    int status = run(args, Machines.NONE);
    // Where a signal ends the process this waits for it, and the status is the signal's.
    if (status == Exit.INTERRUPTED.status()) System.exit(status);
    // Not exit: it asks for a logger first, which costs 20 ms. Nothing waits for a shutdown here.
    Runtime.getRuntime().halt(status);
  }

  /// The same, where others may compute.
  ///
  /// @return the status for the process to end with
  public static int run(String[] args, Machines machines) {
    // Numbers are written 0.5 in formulas, whatever the country.
    Locale.setDefault(Locale.ROOT);
    if (isDebugging()) {
      System.setProperty("jacobi.debug", "true"); // the core then lets its own faults through
    }
    var terminal = Terminal.ofProcess();
    var exit = run(args, terminal, machines == Machines.NONE ? COMMANDS : commands(machines));
    terminal.out().flush();
    terminal.err().flush();
    return exit.status();
  }

  /// Runs one command line.
  static Exit run(String[] args, Terminal terminal) {
    return run(args, terminal, COMMANDS);
  }

  private static Exit run(String[] args, Terminal terminal, List<Command> commands) {
    try {
      return parseAndRun(args, terminal, commands);
    } catch (InputException e) {
      e.explanation().lines().forEach(line -> complain(terminal, Exit.BAD_INPUT, line));
      return Exit.BAD_INPUT;
    } catch (StackOverflowError e) {
      debug(terminal, e);
      return complain(terminal, Exit.BAD_INPUT, "the input is nested too deeply");
    } catch (OutOfMemoryError e) {
      debug(terminal, e);
      return complain(terminal, Exit.BAD_INPUT, "the input needs more memory than there is");
    } catch (RuntimeException | Error e) {
      debug(terminal, e);
      return complain(
          terminal,
          Exit.INTERNAL,
          "a fault of Jacobi itself: " + e + " (JACOBI_DEBUG=1 shows where)");
    }
  }

  /// The parser of all commands.
  static CommandLine commandLine() {
    return commandLine(COMMANDS);
  }

  private static Exit parseAndRun(String[] args, Terminal terminal, List<Command> commands) {
    var words = helpLast(args);
    var parser =
        commandLine(needed(words, commands))
            .setOut(new PrintWriter(terminal.out(), true, terminal.out().charset()))
            .setColorScheme(CommandLine.Help.defaultColorScheme(ansi(terminal)));
    try {
      var root = parser.parseArgs(words);
      if (CommandLine.executeHelpRequest(root) != null) {
        return Exit.OK;
      }
      if (!root.hasSubcommand()) {
        parser.usage(terminal.err(), ansi(terminal));
        return Exit.BAD_INPUT;
      }
      var arguments = root.subcommand();
      return command(arguments.commandSpec().name(), commands).run(arguments, terminal);
    } catch (ParameterException e) {
      return complain(terminal, Exit.BAD_INPUT, explain(e));
    }
  }

  /// `jacobi help derive` is `jacobi derive --help`.
  private static String[] helpLast(String[] args) {
    if (args.length == 0 || !args[0].equals("help")) {
      return args;
    }
    var words = new ArrayList<>(Arrays.asList(args).subList(1, args.length));
    words.add("--help");
    return words.toArray(String[]::new);
  }

  /// The one command that is called, or all when that is not said at once: each costs a start-up.
  private static List<Command> needed(String[] words, List<Command> commands) {
    var called =
        commands.stream().filter(c -> words.length > 0 && c.name().equals(words[0])).toList();
    return called.isEmpty() ? commands : called;
  }

  private static CommandLine commandLine(List<Command> commands) {
    var spec = CommandSpec.create().name("jacobi").versionProvider(() -> new String[] {version()});
    spec.usageMessage()
        .description(
            "Derives the gradients of a network written in paper notation, and checks them.")
        .commandListHeading("%nCommands:%n")
        .footer(
            "",
            "Example:",
            "  jacobi derive examples/two-layer.jacobi",
            "",
            "Exit status: 0 all is well, 1 something is wrong or unchecked, 2 bad input.");
    spec.addOption(
        OptionSpec.builder("-V", "--version")
            .versionHelp(true)
            .description("Show the version.")
            .build());
    spec.addOption(Options.help());
    for (var command : commands) {
      spec.addSubcommand(command.name(), new CommandLine(command.spec().name(command.name())));
    }
    // An argument is what the user typed: no @file, no ${variable}.
    return new CommandLine(spec)
        .setExpandAtFiles(false)
        .setInterpolateVariables(false)
        .setUsageHelpWidth(96);
  }

  private static Command command(String name, List<Command> commands) {
    return commands.stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
  }

  private static String explain(ParameterException e) {
    var command = e.getCommandLine().getCommandSpec().qualifiedName();
    if (e instanceof UnmatchedArgumentException unmatched
        && command.equals("jacobi")
        && !unmatched.isUnknownOption()) {
      var names = String.join(", ", COMMANDS.stream().map(Command::name).toList());
      var word = unmatched.getUnmatched().getFirst();
      return word.contains(".")
          ? "no command '%s'%ntry: jacobi derive %s".formatted(word, word)
          : "no command '%s'; there are %s".formatted(word, names);
    }
    return "%s%ntry: %s --help".formatted(e.getMessage(), command);
  }

  private static String version() {
    var version = Main.class.getPackage().getImplementationVersion();
    return "jacobi " + (version == null ? "(not packaged)" : version);
  }

  private static Ansi ansi(Terminal terminal) {
    return terminal.colour() ? Ansi.ON : Ansi.OFF;
  }

  private static Exit complain(Terminal terminal, Exit exit, String message) {
    terminal.err().println("jacobi: " + message);
    return exit;
  }

  private static boolean isDebugging() {
    return "1".equals(System.getenv("JACOBI_DEBUG"));
  }

  private static void debug(Terminal terminal, Throwable fault) {
    if (isDebugging()) {
      fault.printStackTrace(terminal.err());
    }
  }
}
