package dev.jacobi.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
  /// - `within`: its path below the folder that was named, or its name; no two have the same
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
        folder(path.get(), except.map(Path::toAbsolutePath), all);
      }
    }
    return apart(all);
  }

  /// Each once; those of equal names (`ann/hw.md`, `bob/hw.md`) with all their folders.
  private static List<Document> apart(List<Document> all) {
    Map<String, Document> each = new LinkedHashMap<>();
    all.forEach(d -> each.putIfAbsent(d.file(), d));
    Map<Path, Integer> times = new HashMap<>();
    each.values().forEach(d -> times.merge(d.within(), 1, Integer::sum));
    return each.values().stream()
        .map(d -> times.get(d.within()) == 1 ? d : new Document(d.file(), folders(d.file())))
        .toList();
  }

  /// A path as one below a folder: without root and `..`.
  private static Path folders(String file) {
    var below = Path.of("");
    for (var part : Path.of(file)) {
      if (!part.toString().equals("..") && !part.toString().equals(".")) {
        below = below.resolve(part);
      }
    }
    return below;
  }

  private static void folder(Path folder, Optional<Path> except, List<Document> all) {
    try (var files = Files.walk(folder)) {
      files
          .filter(Files::isRegularFile)
          .filter(f -> isDocument(folder.relativize(f)))
          .filter(f -> except.isEmpty() || !f.toAbsolutePath().startsWith(except.get()))
          .sorted()
          .forEach(f -> all.add(new Document(f.toString(), folder.relativize(f))));
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
