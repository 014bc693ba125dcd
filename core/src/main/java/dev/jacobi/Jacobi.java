package dev.jacobi;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where everything begins: reads a model from a `.jacobi` file or from text in the language.
///
/// What is wrong with the text is no exception: it stands in [Model#problems], each with its place.
public final class Jacobi {
  private Jacobi() {}

  /// Reads a `.jacobi` file, in UTF-8; messages call it by its path.
  ///
  /// @throws IOException when it cannot be read, or is no UTF-8
  public static Model read(Path file) throws IOException {
    return read(file.toString(), Files.readString(file, StandardCharsets.UTF_8));
  }

  /// Reads a model from text; `file` is how messages call it. No file of that name need exist.
  public static Model read(String file, String text) {
    return new Model(file, text);
  }
}
