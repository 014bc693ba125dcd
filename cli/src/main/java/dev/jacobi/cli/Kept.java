package dev.jacobi.cli;

import dev.jacobi.engine.Compiled;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// Where a compiled function is to be kept: a jar, and the name of its class.
record Kept(Path jar, String className) {
  static OptionSpec jarOption() {
    return OptionSpec.builder("--save")
        .type(Path.class)
        .paramLabel("JAR")
        .description(
            "Keep the compiled function in this jar, which runs without Jacobi; with --class."
                + " Without --values nothing else is done: --size says how large all is.")
        .build();
  }

  static OptionSpec classOption() {
    return OptionSpec.builder("--class")
        .type(String.class)
        .paramLabel("NAME")
        .description("The class in that jar: --class org.example.Step.")
        .build();
  }

  /// - error: [InputException] for one of both options without the other
  static Optional<Kept> of(ParseResult arguments) {
    Path jar = arguments.matchedOptionValue("--save", null);
    String name = arguments.matchedOptionValue("--class", null);
    if (jar == null && name == null) {
      return Optional.empty();
    }
    if (jar == null) {
      throw new InputException("--class needs --save: the jar to write");
    }
    if (name == null) {
      throw new InputException("--save needs --class: a name such as org.example.Step");
    }
    return Optional.of(new Kept(jar, name));
  }

  /// - error: [InputException] for a jar that cannot be written
  void write(Compiled function) {
    try {
      function.save(jar, className);
    } catch (IOException e) {
      throw new InputException("%s: not writable (%s)".formatted(jar, e.getMessage()));
    }
  }
}
