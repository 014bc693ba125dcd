package dev.jacobi.cli;

import dev.jacobi.print.report.Form;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// What the launcher runs once to fill its start-up cache: each command, its output thrown away.
///
/// What ran here is loaded and linked at the next start; what did not is read from the jar as ever.
final class Training {
  private static final Format[] FUNCTION_FORMATS = {Format.TEXT, Format.MARKDOWN, Format.JSON};

  private Training() {}

  /// Runs the commands on the files `args`, or only the help when there is none.
  public static void main(String[] args) {
    run("--help");
    run("--version");
    for (var file : args) {
      for (var format : Format.values()) {
        run("derive", "--to", Options.word(format), file);
      }
      for (var form : Form.values()) {
        run("derive", "--form", Options.word(form), file);
      }
      for (var format : CheckFormat.values()) {
        run("check", "--to", Options.word(format), file);
      }
      run("describe", file);
      run("explain", file);
    }
    for (var format : FUNCTION_FORMATS) {
      run("functions", "--to", Options.word(format));
    }
  }

  private static void run(String... line) {
    var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    Main.run(line, new Terminal(InputStream.nullInputStream(), nowhere, nowhere, false));
  }
}
