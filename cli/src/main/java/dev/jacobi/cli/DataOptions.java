package dev.jacobi.cli;

import dev.jacobi.learn.data.DataException;
import dev.jacobi.learn.data.Dataset;
import dev.jacobi.learn.data.Opened;
import dev.jacobi.learn.data.Preparation.Scaling;
import dev.jacobi.learn.data.Reading;
import dev.jacobi.learn.data.Sources;
import dev.jacobi.learn.data.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// The options by which a command is told of data: which, how to read them, and which columns stand
/// for which names.
final class DataOptions {
  private DataOptions() {}

  enum Answer {
    YES,
    NO
  }

  enum Missing {
    REFUSE,
    LEAVE_OUT
  }

  // How each is written.

  static OptionSpec data() {
    return text("--data", "DATA")
        .required(true)
        .description(
            "digits, fashion-mnist, a table (.csv), NumPy's files (.npy, .npz), IDX files, or a"
                + " folder of these or of pictures by class.")
        .build();
  }

  /// How files are read; for all commands that read data.
  static List<OptionSpec> reading() {
    return List.of(
        text("--label", "COLUMN")
            .description(
                "The column of a table that holds the labels. Default: label, or the last.")
            .build(),
        text("--separator", "CHARACTER")
            .description(
                "What stands between the cells of a table, or `tab`. Default: the commonest.")
            .build(),
        Options.choice("--header", "ANSWER", Answer.values())
            .description(
                "Whether a table begins with names: yes, no. Default: if no number is first.")
            .build(),
        Options.choice("--missing", "HOW", Missing.values())
            .description("What of lines without a value: refuse, leave-out. Default: refuse.")
            .build(),
        text("--pixels", "SIZE").description("Bring pictures to this size: 28x28.").build(),
        OptionSpec.builder("--colour")
            .type(boolean.class)
            .arity("0")
            .description("Keep red, green and blue of pictures. Default: grey.")
            .build());
  }

  static OptionSpec input() {
    return words("--input", "Columns that stand for a name: --input x=age,height or x=p0..p63.");
  }

  static OptionSpec target() {
    return words("--target", "Columns to be predicted: --target y=price.");
  }

  static OptionSpec standardise() {
    return Options.choice("--standardise", "HOW", Scaling.values())
        .description(
            "How inputs get mean 0 and deviation 1, learned on the training part: entries, picture"
                + " (one for all), none, auto. Default: auto.")
        .build();
  }

  private static OptionSpec.Builder text(String name, String label) {
    return OptionSpec.builder(name).type(String.class).paramLabel(label);
  }

  private static OptionSpec words(String name, String description) {
    return OptionSpec.builder(name)
        .type(List.class)
        .auxiliaryTypes(String.class)
        .paramLabel("NAME=COLUMNS")
        .description(description)
        .build();
  }

  // How each is read.

  /// The data that `--data` names.
  ///
  /// - error: [DataException] when there is none, or it cannot be used
  static Opened open(ParseResult arguments) {
    return Sources.open(arguments.<String>matchedOptionValue("--data", ""), how(arguments));
  }

  /// The same of another option; empty when it is absent.
  static Optional<Dataset> open(ParseResult arguments, String option) {
    String what = arguments.matchedOptionValue(option, null);
    return Optional.ofNullable(what).map(w -> Sources.open(w, how(arguments)).data());
  }

  static Words bindings(ParseResult arguments) {
    List<String> inputs = new ArrayList<>(arguments.matchedOptionValue("--input", List.of()));
    List<String> targets = new ArrayList<>(arguments.matchedOptionValue("--target", List.of()));
    return Words.parse(inputs, targets);
  }

  static Scaling scaling(ParseResult arguments) {
    return arguments.matchedOptionValue("--standardise", Scaling.AUTO);
  }

  private static Reading how(ParseResult arguments) {
    Reading how = Reading.PLAIN.colour(arguments.matchedOptionValue("--colour", false));
    String label = arguments.matchedOptionValue("--label", null);
    String separator = arguments.matchedOptionValue("--separator", null);
    Answer header = arguments.matchedOptionValue("--header", null);
    String pixels = arguments.matchedOptionValue("--pixels", null);
    if (label != null) how = how.label(label);
    if (separator != null) how = how.separator(separator(separator));
    if (header != null) how = how.header(header == Answer.YES);
    if (pixels != null) how = how.pixels(Reading.Pixels.of(pixels));
    return how.leaveOut(
        arguments.matchedOptionValue("--missing", Missing.REFUSE) == Missing.LEAVE_OUT);
  }

  private static char separator(String word) {
    if (word.equals("tab") || word.equals("\\t")) return '\t';
    if (word.length() != 1 || "\"\r\n".contains(word))
      throw new DataException("--separator " + word + ": one character is expected, or `tab`");
    return word.charAt(0);
  }
}
