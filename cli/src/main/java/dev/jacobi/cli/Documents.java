package dev.jacobi.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The documents that a command line means: files as they are named, folders with all that is in
/// them.
final class Documents {
  private static final List<String> ENDINGS =
      List.of(".md", ".tex", ".txt", ".ipynb", ".jacobi", ".py");

  private Documents() {}

  /// One document.
  ///
  /// - `file`: its path, as messages call it
  /// - `within`: its path below the folder that was named, or its name
  record Document(String file, Path within) {}

  /// All documents in order, each once. In folders, hidden files, earlier reports and what is under
  /// `except` are left out.
  static List<Document> of(List<String> named, Optional<Path> except) {
    List<Document> all = new ArrayList<>();
    for (var name : named) {
      var path = path(name);
      if (path.isEmpty() || !Files.isDirectory(path.get())) {
        all.add(new Document(name, path.map(Path::getFileName).orElse(Path.of("stdin"))));
      } else {
        folder(path.get(), named.size() > 1, except.map(Path::toAbsolutePath), all);
      }
    }
    return all.stream().distinct().toList();
  }

  private static void folder(
      Path folder, boolean several, Optional<Path> except, List<Document> all) {
    try (var files = Files.walk(folder)) {
      var name = folder.toAbsolutePath().normalize().getFileName();
      files
          .filter(Files::isRegularFile)
          .filter(f -> isDocument(folder.relativize(f)))
          .filter(f -> except.isEmpty() || !f.toAbsolutePath().startsWith(except.get()))
          .sorted()
          .forEach(f -> {
            var within = folder.relativize(f);
            boolean apart = several && name != null; // two folders may hold equal names
            all.add(new Document(f.toString(), apart ? name.resolve(within) : within));
          });
    } catch (IOException | UncheckedIOException e) {
      throw new InputException(folder + ": not readable (" + e.getMessage() + ")");
    }
  }

  private static boolean isDocument(Path within) {
    for (var part : within) {
      if (part.toString().startsWith(".")) {
        return false;
      }
    }
    var name = within.getFileName().toString().toLowerCase(Locale.ROOT);
    if (name.contains(".check.")) {
      return false; // a report of an earlier run
    }
    return ENDINGS.stream().anyMatch(name::endsWith);
  }

  /// None for standard input, and for what is no path: reading it will say so.
  private static Optional<Path> path(String name) {
    try {
      return name.equals("-") ? Optional.empty() : Optional.of(Path.of(name));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
