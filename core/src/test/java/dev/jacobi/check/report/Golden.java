package dev.jacobi.check.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A report compared with its file in the resources; `-Djacobi.golden=update` writes it.
final class Golden {
  private static final Path FOLDER = Path.of("src/test/resources/dev/jacobi/check/report");

  private Golden() {}

  static void matches(String name, String text) throws IOException {
    Path file = FOLDER.resolve(name);
    if ("update".equals(System.getProperty("jacobi.golden"))) {
      Files.createDirectories(FOLDER);
      Files.writeString(file, text);
    }
    assertThat(text).isEqualTo(Files.readString(file));
  }
}
