package dev.jacobi.cli;

import dev.jacobi.Given;
import dev.jacobi.Jacobi;
import dev.jacobi.Model;
import dev.jacobi.learn.Written;
import dev.jacobi.notation.Problems;
import dev.jacobi.notation.Vocabulary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// Numbers that are declared in a file and are neither learned nor in the data: `--set lambda=0.01`
/// defines them in a last line of the model, as its author might have done.
final class Constants {
  private Constants() {}

  static OptionSpec option() {
    return OptionSpec.builder("--set")
        .type(List.class)
        .auxiliaryTypes(String.class)
        .paramLabel("NAME=NUMBER")
        .description("A number that is the same for all examples: --set lambda=0.01.")
        .build();
  }

  /// The model with what is set.
  ///
  /// - error: [InputException] with everything that is wrong with what is set
  static Model in(Model model, ParseResult a) {
    Map<String, Double> numbers = of(a);
    if (numbers.isEmpty()) {
      return model;
    }
    Map<String, Given.Array> arrays = new LinkedHashMap<>();
    numbers.forEach((name, x) -> arrays.put(name, new Given.Array(List.of(), _ -> x)));
    var problems = Given.of(model, arrays, Map.of()).problems();
    if (!problems.isEmpty()) {
      throw new InputException("--set: " + String.join("\n--set: ", problems));
    }
    var text = new StringBuilder(model.text().stripTrailing()).append('\n');
    numbers.forEach((name, x) ->
        text.append(Vocabulary.canonicalName(name))
            .append(" = ")
            .append(Written.number(x))
            .append('\n'));
    var with = Jacobi.read(model.file(), text.toString());
    if (!with.problems().isEmpty()) {
      throw new InputException(Problems.render(model.file(), with.text(), with.problems()).strip());
    }
    return with;
  }

  private static Map<String, Double> of(ParseResult a) {
    Map<String, Double> all = new LinkedHashMap<>();
    for (var word : Options.names(a, "--set")) {
      int equals = word.indexOf('=');
      try {
        double x = Double.parseDouble(word.substring(equals + 1));
        if (equals < 1 || !Double.isFinite(x)) {
          throw wrong(word);
        }
        all.put(word.substring(0, equals).strip(), x);
      } catch (NumberFormatException e) {
        throw wrong(word);
      }
    }
    return all;
  }

  private static InputException wrong(String word) {
    return new InputException("--set " + word + ": write a name and its number: lambda=0.01");
  }
}
