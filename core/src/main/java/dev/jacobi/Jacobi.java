package dev.jacobi;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where everything begins: reads a model.
public final class Jacobi {
  private Jacobi() {}

  /// Reads a `.jacobi` file.
  public static Model read(Path file) throws IOException {
    return read(file.toString(), Files.readString(file, StandardCharsets.UTF_8));
  }

  /// Reads a model from text; `file` is how messages call it.
  public static Model read(String file, String text) {
    return new Model(file, text);
  }
}
