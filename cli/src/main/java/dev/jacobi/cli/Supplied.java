package dev.jacobi.cli;

import dev.jacobi.Given;
import dev.jacobi.Model;
import dev.jacobi.engine.Compiled;
import dev.jacobi.engine.Precision;
import dev.jacobi.engine.Sizes;
import dev.jacobi.engine.Tensor;
import dev.jacobi.engine.Tensors;
import dev.jacobi.engine.data.Npz;
import dev.jacobi.notation.Vocabulary;
import dev.jacobi.print.report.Traced.Numbers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// Numbers for a model from the files that `--values` names, by the names of the model, and the
/// sizes that follow from them.
///
/// @param tensors in double or, where a file says so, float
record Supplied(Map<String, Tensor> tensors, Sizes sizes) {
  static OptionSpec.Builder option() {
    return OptionSpec.builder("--values")
        .type(List.class)
        .auxiliaryTypes(String.class)
        .paramLabel("FILE")
        .description(
            "A JSON object, each name and its number, list, or list of lists; or a NumPy"
                + " .npz file. Repeat for several.");
  }

  /// - error: [InputException] with everything that is wrong with the files, or missing in them
  static Supplied of(Model model, List<String> needed, ParseResult arguments, Terminal terminal) {
    List<String> files = arguments.matchedOptionValue("--values", List.of());
    List<String> problems = new ArrayList<>();
    var tensors = read(files, problems, terminal);
    Map<String, Given.Array> arrays = new LinkedHashMap<>();
    tensors.forEach((name, t) ->
        arrays.put(name, new Given.Array(Arrays.stream(t.shape()).boxed().toList(), t::at)));
    var given = Given.of(model, arrays, named(arguments));
    if (problems.isEmpty()) {
      given.require(needed); // else what could not be read would be told again, as missing
    }
    given.problems().forEach(p -> problems.add(String.join(", ", files) + ": " + p));
    if (!problems.isEmpty()) {
      throw new InputException(String.join("\n", problems));
    }
    Map<String, Tensor> named = new LinkedHashMap<>();
    given.names().forEach((name, written) -> named.put(name, tensors.get(written)));
    return new Supplied(named, Sizes.of(given.sizes()));
  }

  /// Values that some names start from, in place of others; names that do not start are refused.
  ///
  /// - error: [InputException] with everything that is wrong with the file
  static Map<String, Tensor> starting(
      Map<String, Tensor> others, ParseResult arguments, Terminal terminal) {
    String file = arguments.matchedOptionValue("--values", "");
    List<String> problems = new ArrayList<>();
    var given = read(file, problems, terminal);
    Map<String, Tensor> all = new LinkedHashMap<>();
    given.forEach((text, t) -> {
      var name = Vocabulary.canonicalName(text);
      var other = others.get(name);
      if (other == null) {
        problems.add(file + ": " + text + " is not among the names that are learned");
      } else if (!Arrays.equals(other.shape(), t.shape())) {
        problems.add(
            "%s: %s has shape %s, and is given %s"
                .formatted(file, text, Arrays.toString(other.shape()), Arrays.toString(t.shape())));
      } else {
        all.put(name, t);
      }
    });
    if (!problems.isEmpty()) {
      throw new InputException(String.join("\n", problems));
    }
    return all;
  }

  /// The sizes that `--size` gives.
  static Sizes sizes(ParseResult arguments) {
    return Sizes.of(named(arguments));
  }

  private static Map<String, Integer> named(ParseResult arguments) {
    Map<String, Integer> sizes = new LinkedHashMap<>();
    Options.sizes(arguments).forEach((name, size) -> sizes.put(name, Math.toIntExact(size)));
    return sizes;
  }

  /// The tensors that a function reads, filled.
  Tensors inputs(Compiled function) {
    var in = function.inputs();
    for (var name : in.names()) {
      in.put(name, tensors.get(name));
    }
    return in;
  }

  private static Map<String, Tensor> read(
      List<String> files, List<String> problems, Terminal terminal) {
    Map<String, Tensor> all = new LinkedHashMap<>();
    for (var file : files) {
      read(file, problems, terminal)
          .forEach((name, t) -> {
            if (all.put(name, t) != null) {
              problems.add(file + ": " + name + " was given by another file already");
            }
          });
    }
    return all;
  }

  private static Map<String, Tensor> read(String file, List<String> problems, Terminal terminal) {
    if (!file.toLowerCase(Locale.ROOT).endsWith(".npz")) {
      Map<String, Tensor> all = new LinkedHashMap<>();
      Values.read(Source.read(file, terminal.in()), problems)
          .forEach((name, n) -> all.put(name, tensor(n)));
      return all;
    }
    try {
      if (Files.isDirectory(Path.of(file))) {
        throw new InputException(file + ": is a folder");
      }
      return Npz.read(Path.of(file));
    } catch (NoSuchFileException e) {
      throw new InputException(file + ": no such file");
    } catch (IOException e) {
      throw new InputException(file + ": " + e.getMessage());
    }
  }

  private static Tensor tensor(Numbers n) {
    var data = new double[n.all().size()];
    Arrays.setAll(data, q -> n.all().get(q));
    return Tensor.of(data, n.sizes().stream().mapToInt(s -> s).toArray());
  }

  static Precision precision(ParseResult arguments) {
    return arguments.hasMatchedOption("--float") ? Precision.FLOAT : Precision.DOUBLE;
  }
}
