package dev.jacobi.check;

import java.util.List;
import java.util.Optional;

/// Checks one file: what kind it is, and who reads it.
public final class Checker {
  private Checker() {}

  public static Checked check(String file, String text, Optional<String> key) {
    if (file.endsWith(".jacobi")) return TextClaims.check(file, text);
    Optional<Key> read = key.map(Key::read);
    if (read.isPresent() && !read.get().problems().isEmpty())
      return new Checked(file, text, "ml", List.of(), List.of(), read.get().problems());
    return new DocumentChecker(file, text, read).check();
  }
}
