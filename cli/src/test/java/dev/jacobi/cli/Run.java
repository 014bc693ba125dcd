package dev.jacobi.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;

/// What one command line gave: its status and both streams.
record Run(Exit exit, String out, String err) {
  static Run of(String... line) {
    return withInput("", line);
  }

  static Run withInput(String input, String... line) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var terminal =
        new Terminal(
            new ByteArrayInputStream(input.getBytes(UTF_8)),
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8),
            false);
    var exit = Main.run(line, terminal);
    return new Run(exit, out.toString(UTF_8), err.toString(UTF_8));
  }
}
