package dev.jacobi.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// What `jacobi check` was asked: how its options are written, and what was given.
record CheckOptions(
    Optional<String> key,
    CheckFormat to,
    Optional<Path> out,
    boolean all,
    boolean wholeClass,
    Optional<String> scheme,
    boolean watch,
    boolean ascii,
    List<String> files) {

  /// - error: [InputException] for options that do not go together
  static CheckOptions of(ParseResult given) {
    var options =
        new CheckOptions(
            Optional.ofNullable(given.matchedOptionValue("--key", null)),
            given.matchedOptionValue("--to", CheckFormat.TEXT),
            Optional.ofNullable(given.matchedOptionValue("--out", null)),
            given.matchedOptionValue("--all", false),
            given.matchedOptionValue("--class", false),
            Optional.ofNullable(given.matchedOptionValue("--scheme", null)),
            given.matchedOptionValue("--watch", false),
            Options.ascii(given),
            Options.files(given));
    options.insist();
    return options;
  }

  private void insist() {
    boolean input = files.contains("-");
    if (scheme.isPresent() && !wholeClass) {
      throw new InputException("--scheme gives points to a class; add --class");
    }
    if (watch && (wholeClass || input)) {
      throw new InputException("--watch looks at files: without --class, and without -");
    }
    if (wholeClass && input) {
      throw new InputException("--class needs folders or files, not standard input");
    }
    if (wholeClass && (to == CheckFormat.HTML || to == CheckFormat.JSON)) {
      throw new InputException("--class writes text, markdown or csv");
    }
    if (input && key.filter("-"::equals).isPresent()) {
      throw new InputException("standard input cannot be both the key and a document");
    }
  }

  /// Where one report goes, which is no document; none for a folder.
  Optional<Path> outFile() {
    return out.filter(path -> !Files.isDirectory(path));
  }

  static CommandSpec spec() {
    var spec = CommandSpec.create();
    spec.usageMessage()
        .description(
            "Check derivations that somebody wrote: judge every formula, and name the mistake"
                + " in those that are wrong.")
        .footer(
            "",
            "Examples:",
            "  jacobi check homework.md",
            "  jacobi check --key two-layer.jacobi homework.tex",
            "  jacobi check --to html --out homework.html homework.md",
            "  jacobi check --watch draft.tex",
            "  jacobi check --class --scheme points.json --out feedback/ submissions/",
            "",
            "Exit status: 0 nothing is wrong, 1 something is refuted, malformed or unread,",
            "2 a file or the key could not be used.");
    return Options.with(
            spec,
            word("--key", "FILE", "What is true: the model of the exercise, a .jacobi file."),
            Options.choice("--to", "FORMAT", CheckFormat.values())
                .description("Write text, json, markdown, html or csv.")
                .build(),
            Options.out(),
            flag("--all", "Show the relations that are right, too."),
            flag("--class", "Grade submissions: tables, points, a feedback file for each."),
            word("--scheme", "FILE", "Points by section and credit by verdict, in JSON."),
            flag("--watch", "Check again whenever a file changes, until interrupted."),
            Options.ascii())
        .addPositional(documents());
  }

  private static OptionSpec word(String name, String label, String description) {
    return OptionSpec.builder(name)
        .type(String.class)
        .paramLabel(label)
        .description(description)
        .build();
  }

  private static OptionSpec flag(String name, String description) {
    return OptionSpec.builder(name).type(boolean.class).arity("0").description(description).build();
  }

  private static PositionalParamSpec documents() {
    return PositionalParamSpec.builder()
        .index("0..*")
        .arity("1..*")
        .required(true)
        .type(List.class)
        .auxiliaryTypes(String.class)
        .paramLabel("FILE")
        .description(
            "Files to check, or folders with .md, .tex, .txt, .ipynb, .jacobi and .py files;"
                + " - is standard input.")
        .build();
  }
}
