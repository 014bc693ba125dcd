package dev.jacobi.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Writes a file so that whoever looks finds it whole or not at all, even if the run is killed.
final class WholeFile {
  private WholeFile() {}

  /// - error: [InputException] when it cannot be written
  static void write(Path file, String text) {
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /// - error: [InputException] when it cannot be written
  static void write(Path file, byte[] bytes) {
    try {
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        Files.write(file, bytes); // a pipe or a device: nothing to put in its place
        return;
      }
      var target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
      var part = target.resolveSibling("." + target.getFileName() + ".part");
      Files.write(part, bytes);
      move(part, target);
    } catch (IOException e) {
      throw new InputException(file + ": not writable (" + e.getMessage() + ")");
    }
  }

  /// Makes a folder, and those that it is in.
  static void folder(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new InputException(folder + ": no folder can be made here (" + e.getMessage() + ")");
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
