package dev.jacobi.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Where results go: standard output, one file for all of them, or a folder with a file for each.
///
/// @param path what `--out` says; empty for standard output
record Output(Optional<Path> path, Terminal terminal) {
  /// Whether each source has a file of its own.
  boolean isFolder() {
    return path.filter(Files::isDirectory).isPresent();
  }

  /// Writes the text of all sources, to the file or standard output.
  void write(String text) {
    path.ifPresentOrElse(file -> WholeFile.write(file, text), () -> terminal.out().print(text));
  }

  /// Writes the text of one source into the folder, as `model.tex` of `a/model.jacobi`.
  void write(String file, Format format, String text) {
    write(Path.of(Source.stem(file) + format.ending()), text);
  }

  /// Writes a file below the folder.
  void write(Path below, String text) {
    var file = path.orElseThrow().resolve(below);
    WholeFile.folder(file.toAbsolutePath().getParent());
    WholeFile.write(file, text);
  }
}
