package dev.jacobi.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Kernels are written once, for float; those for double differ in the type alone.
/// `-Djacobi.update` rewrites them (then format).
class TwinTest {
  private static final Path HERE = Path.of("src/main/java/dev/jacobi/engine/kernel");

  /// Polynomials and bits differ there, or doubles are used throughout.
  private static final List<String> APART = List.of("FloatTerms.java", "FloatSquare.java");

  static List<String> written() throws IOException {
    try (var files = Files.list(HERE)) {
      return files
          .map(f -> f.getFileName().toString())
          .filter(f -> f.contains("Float") && !APART.contains(f))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("written")
  void doubleDiffersFromFloatInTheTypeAlone(String file) throws IOException {
    assumeTrue(Files.isDirectory(HERE));
    Path other = HERE.resolve(file.replace("Float", "Double"));
    String expected = inDouble(Files.readString(HERE.resolve(file)));
    if (System.getProperty("jacobi.update") != null) Files.writeString(other, expected);
    assertThat(tokens(Files.readString(other))).isEqualTo(tokens(expected));
  }

  @Test
  void literalsAndCastsAreTranslated() {
    assertThat(inDouble("(float) Math.sqrt(x) + 0x1p-100f * 2f + Float.NaN"))
        .isEqualTo("Math.sqrt(x) + 0x1p-100 * 2 + Double.NaN");
  }

  private static String inDouble(String text) {
    return text.replaceAll("\\(float\\) (Math\\.\\w+|sum\\b)", "$1")
        .replaceAll("(0x[0-9a-f.]+p-?\\d+|\\d)f\\b", "$1")
        .replace("Float", "Double")
        .replace("float", "double");
  }

  /// Without what the formatter decides: white space, and where a line of a comment ends.
  private static String tokens(String text) {
    return text.replace("///", "").replaceAll("\\s+", "");
  }
}
