package dev.jacobi.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.jacobi.print.report.Paint;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;

/// Where a command reads and writes, so that a test can hand it its own.
///
/// @param colour whether `out` shows colours
record Terminal(InputStream in, PrintStream out, PrintStream err, boolean colour) {
  /// The process's own streams. Always UTF-8: under `LANG=C` the JVM would print each ∂ as `?`.
  static Terminal ofProcess() {
    return new Terminal(System.in, utf8(FileDescriptor.out), errors(), processShowsColour());
  }

  /// Where the launcher says; it hides the JVM's own remarks from some commands.
  private static PrintStream errors() {
    var path = System.getProperty("jacobi.errors");
    if (path == null) {
      return utf8(FileDescriptor.err);
    }
    try {
      return new PrintStream(new FileOutputStream(path), false, UTF_8);
    } catch (IOException e) {
      return utf8(FileDescriptor.err);
    }
  }

  Paint paint() {
    return colour ? Paint.COLOUR : Paint.PLAIN;
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), false, UTF_8);
  }

  /// The launcher says whether standard output is a terminal; asking here would load a console.
  private static boolean processShowsColour() {
    var noColour = System.getenv("NO_COLOR");
    return Boolean.getBoolean("jacobi.terminal")
        && (noColour == null || noColour.isEmpty())
        && !"dumb".equals(System.getenv("TERM"));
  }

  /// How many characters fit on a line; the launcher says, for asking costs a process.
  int width() {
    int columns = Integer.getInteger("jacobi.columns", 0);
    return columns < 20 ? 100 : columns;
  }

  /// A bar of `steps` steps on standard error, if that is a terminal.
  Progress progress(int steps) {
    return new Progress(err, Boolean.getBoolean("jacobi.progress"), steps);
  }
}
