package dev.jacobi.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/// Writes the manual page and the shell completion, from the same specs that parse the arguments.
final class ManPage {
  private final StringBuilder page = new StringBuilder();

  private ManPage() {}

  /// Writes `jacobi.1` and `jacobi.bash` (for bash and zsh) into the folder `args[0]`.
  public static void main(String[] args) throws IOException {
    var folder = Files.createDirectories(Path.of(args[0]));
    Files.writeString(folder.resolve("jacobi.1"), roff());
    Files.writeString(
        folder.resolve("jacobi.bash"), AutoComplete.bash("jacobi", Main.commandLine()));
  }

  /// The manual page, in the `man` macros of roff.
  static String roff() {
    var page = new ManPage();
    page.write(Main.commandLine());
    return page.page.toString();
  }

  private void write(CommandLine jacobi) {
    macro(".TH JACOBI 1");
    macro(".SH NAME");
    text("jacobi - derive and check the gradients of a network in paper notation");
    macro(".SH SYNOPSIS");
    text("jacobi COMMAND [OPTION]... [FILE]...");
    macro(".SH COMMANDS");
    jacobi.getSubcommands().values().forEach(this::command);
    macro(".SH EXIT STATUS");
    item("0", "All is well.");
    item(
        "1",
        "A result failed its check, and was not shown; or what was checked is wrong or unread.");
    item("2", "The input or the arguments are wrong; the message says where.");
    item("3", "Jacobi itself failed.");
    macro(".SH ENVIRONMENT");
    item("JACOBI_JAVA_HOME", "The JDK to run on, before all others.");
    item("JACOBI_JAVA_OPTIONS", "More options for the JVM.");
    item("JACOBI_DEBUG", "1 shows where a fault of Jacobi itself happened.");
    item("NO_COLOR", "When set, no colours.");
  }

  private void command(CommandLine command) {
    var spec = command.getCommandSpec();
    macro(".SS jacobi " + spec.name());
    text(String.join("\n", spec.usageMessage().description()));
    for (var parameter : spec.positionalParameters()) {
      item(parameter.paramLabel() + "...", String.join("\n", parameter.description()));
    }
    for (var option : spec.options()) {
      item(names(option), String.join("\n", option.description()));
    }
    var footer = spec.usageMessage().footer();
    if (footer.length > 0) {
      macro(".PP\n.nf");
      text(String.join("\n", footer).strip());
      macro(".fi");
    }
  }

  private static String names(OptionSpec option) {
    var names = String.join(", ", option.names());
    return option.arity().max() == 0 ? names : names + " " + option.paramLabel();
  }

  private void item(String term, String meaning) {
    macro(".TP");
    macro(".B " + escape(term));
    text(meaning);
  }

  private void macro(String line) {
    page.append(line).append('\n');
  }

  private void text(String lines) {
    lines.lines().forEach(line -> page.append(escape(line)).append('\n'));
  }

  /// `\` and `-` mean something to roff, and so does a line's first `.` or `'`.
  private static String escape(String line) {
    var plain = line.replace("\\", "\\e").replace("-", "\\-");
    return plain.startsWith(".") || plain.startsWith("'") ? "\\&" + plain : plain;
  }
}
