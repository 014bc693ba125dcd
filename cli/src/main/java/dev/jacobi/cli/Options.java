package dev.jacobi.cli;

import dev.jacobi.Batch;
import dev.jacobi.print.report.Form;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/// The options that commands share: each is made here, and read here.
final class Options {
  private Options() {}

  // How each is written.

  static OptionSpec help() {
    return OptionSpec.builder("-h", "--help")
        .usageHelp(true)
        .description("Show this help.")
        .build();
  }

  static OptionSpec to(Format... formats) {
    return choice("--to", "FORMAT", formats)
        .description("Write %s.".formatted(words(formats)))
        .build();
  }

  static OptionSpec form() {
    return choice("--form", "FORM", Form.values())
        .description("How to tell it: " + words(Form.values()) + ". Repeat for several.")
        .type(List.class)
        .auxiliaryTypes(Form.class)
        .build();
  }

  static OptionSpec layout() {
    return choice("--layout", "LAYOUT", Layout.values())
        .description("Order of axes: " + words(Layout.values()) + ". Default: ml.")
        .build();
  }

  static OptionSpec of() {
    return OptionSpec.builder("--of")
        .type(String.class)
        .paramLabel("NAME")
        .description("Differentiate this name, in place of the file's own requests.")
        .build();
  }

  static OptionSpec wrt() {
    return OptionSpec.builder("--wrt")
        .type(List.class)
        .auxiliaryTypes(String.class)
        .paramLabel("NAMES")
        .description("By these names, with commas between: --wrt W1,b1.")
        .build();
  }

  static OptionSpec batch() {
    return OptionSpec.builder("--batch")
        .type(List.class)
        .auxiliaryTypes(String.class)
        .paramLabel("INPUTS")
        .description(
            "Write the model for many examples, which these inputs differ in: --batch x,y.")
        .build();
  }

  static OptionSpec mean() {
    return OptionSpec.builder("--mean")
        .type(boolean.class)
        .arity("0")
        .description("The cost of a batch is the mean of the examples' costs, not their sum.")
        .build();
  }

  static OptionSpec out() {
    return OptionSpec.builder("-o", "--out")
        .type(Path.class)
        .paramLabel("PATH")
        .description("Write to this file, or one file for each input into this folder.")
        .build();
  }

  static OptionSpec ascii() {
    return OptionSpec.builder("--ascii")
        .type(boolean.class)
        .arity("0")
        .description("Use no character beyond ASCII.")
        .build();
  }

  static OptionSpec size() {
    return OptionSpec.builder("--size")
        .type(List.class)
        .auxiliaryTypes(String.class)
        .paramLabel("SIZES")
        .description("Sizes of dimensions, with commas between: --size n=784,a=30.")
        .build();
  }

  static PositionalParamSpec files() {
    return PositionalParamSpec.builder()
        .index("0..*")
        .arity("1..*")
        .required(true)
        .type(List.class)
        .auxiliaryTypes(String.class)
        .paramLabel("FILE")
        .description("Files to read; - is standard input.")
        .build();
  }

  static PositionalParamSpec file() {
    return PositionalParamSpec.builder()
        .index("0")
        .arity("1")
        .required(true)
        .type(List.class)
        .auxiliaryTypes(String.class)
        .paramLabel("FILE")
        .description("The file to read; - is standard input.")
        .build();
  }

  /// Adds `options` and `--help` to a spec; the help lists them in this order.
  static CommandSpec with(CommandSpec spec, OptionSpec... options) {
    for (var option : options) {
      spec.addOption(option);
    }
    spec.usageMessage().sortOptions(false);
    return spec.addOption(help());
  }

  // How each is read.

  static Format to(ParseResult arguments) {
    return arguments.matchedOptionValue("--to", Format.TEXT);
  }

  /// Empty when none was asked for: the command then chooses.
  static List<Form> forms(ParseResult arguments) {
    return arguments.matchedOptionValue("--form", List.of());
  }

  static Layout layout(ParseResult arguments) {
    return arguments.matchedOptionValue("--layout", Layout.ML);
  }

  static Optional<String> of(ParseResult arguments) {
    return Optional.ofNullable(arguments.matchedOptionValue("--of", null));
  }

  /// The names in order; empty when the option is absent. The inputs that examples of a batch
  /// differ in; none without a batch.
  static List<String> batch(ParseResult arguments) {
    List<String> given = arguments.matchedOptionValue("--batch", List.of());
    return given.stream().flatMap(s -> Stream.of(s.split(","))).map(String::strip).toList();
  }

  static Batch.Total total(ParseResult arguments) {
    return arguments.matchedOptionValue("--mean", false) ? Batch.Total.MEAN : Batch.Total.SUM;
  }

  static List<String> wrt(ParseResult arguments) {
    return names(arguments, "--wrt");
  }

  /// The names that an option lists, in order; empty when the option is absent.
  static List<String> names(ParseResult arguments, String option) {
    List<String> given = arguments.matchedOptionValue(option, List.of());
    return given.stream().flatMap(names -> split(names).stream()).toList();
  }

  /// Sizes by dimension.
  ///
  /// - error: [InputException] for what is no `name=number` with a number above 0
  static Map<String, Long> sizes(ParseResult arguments) {
    List<String> given = arguments.matchedOptionValue("--size", List.of());
    Map<String, Long> sizes = new LinkedHashMap<>();
    for (var words : given) {
      for (var word : split(words)) {
        int equals = word.indexOf('=');
        var number = word.substring(equals + 1).strip();
        if (equals < 1 || number.isEmpty() || number.length() > 9 || !isWhole(number)) {
          throw new InputException("--size: '" + word + "' is no size; write n=784");
        }
        sizes.put(word.substring(0, equals).strip(), Long.parseLong(number));
      }
    }
    return sizes;
  }

  private static boolean isWhole(String s) {
    return s.chars().allMatch(c -> c >= '0' && c <= '9') && !s.chars().allMatch(c -> c == '0');
  }

  static Output out(ParseResult arguments, Terminal terminal) {
    return new Output(Optional.ofNullable(arguments.matchedOptionValue("--out", null)), terminal);
  }

  static boolean ascii(ParseResult arguments) {
    return arguments.matchedOptionValue("--ascii", false);
  }

  static List<String> files(ParseResult arguments) {
    return arguments.matchedPositionalValue(0, List.of());
  }

  /// The word for a constant: `latex-document` for LATEX_DOCUMENT.
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// An option whose value is one of the words of `values`.
  static OptionSpec.Builder choice(String name, String label, Enum<?>... values) {
    return OptionSpec.builder(name)
        .type(values[0].getDeclaringClass())
        .paramLabel(label)
        .completionCandidates(Arrays.stream(values).map(Options::word).toList())
        .converters(word -> find(word, values));
  }

  private static Enum<?> find(String word, Enum<?>... values) {
    for (var value : values) {
      if (word(value).equals(word)) {
        return value;
      }
    }
    throw new TypeConversionException("'" + word + "' is none of " + words(values));
  }

  private static String words(Enum<?>... values) {
    return String.join(", ", Arrays.stream(values).map(Options::word).toList());
  }

  /// Splits at the commas outside brackets: `W[1,2],b` is two names.
  private static List<String> split(String names) {
    var found = new ArrayList<String>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < names.length(); i++) {
      switch (names.charAt(i)) {
        case '[', '(' -> depth++;
        case ']', ')' -> depth--;
        case ',' -> {
          if (depth == 0) {
            found.add(names.substring(start, i).strip());
            start = i + 1;
          }
        }
        default -> {}
      }
    }
    found.add(names.substring(start).strip());
    found.removeIf(String::isEmpty);
    return found;
  }
}
