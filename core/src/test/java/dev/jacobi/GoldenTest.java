package dev.jacobi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.GoldenText.Printed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// What the examples derive to, in every form, is what the golden files say; and what the golden
/// files say is true. Each result agrees with differences, and each formula, read again, is the
/// result.
///
/// `mvn test -Dtest=GoldenTest -Djacobi.golden=update` writes a file anew, when what it will say
/// holds.
class GoldenTest {
  private static final String PRODUCT =
      """
      A in R[m, n], X in R[n, p], B in R[p, q]
      Y = A X B
      jacobian Y wrt X
      """;
  private static final boolean UPDATE = "update".equals(System.getProperty("jacobi.golden"));

  @TestFactory
  Stream<DynamicTest> whatIsPrintedIsInTheGoldenFileAndMeansItsResult() throws IOException {
    return ExampleClaimsTest.examples().stream()
        .map(p -> DynamicTest.dynamicTest(name(p) + " prints what it means", () -> holds(p)));
  }

  @Test
  void everyGoldenFileHasItsExample() throws IOException {
    List<String> examples =
        ExampleClaimsTest.examples().stream().map(p -> name(p) + ".txt").toList();
    try (Stream<Path> files = Files.list(folder())) {
      assertThat(files.map(p -> p.getFileName().toString())).isSubsetOf(examples);
    }
  }

  @Test
  void aMatrixByAMatrixIsToldBetweenColumnMajorVectors() {
    var golden = new GoldenText(Jacobi.read("product", PRODUCT));
    assertThat(golden.text()).contains("\n  column-major kron(B', A)\n");
    assertThat(failures(golden, golden.printed())).isEmpty();
  }

  @Test
  void aFormulaThatMeansSomethingElseIsRefused() {
    var golden = new GoldenText(Jacobi.read("product", PRODUCT));
    for (Printed p : golden.printed()) {
      String other = "2 (" + p.right() + ")";
      assertThat(failures(golden, List.of(p.saying(other)))).as(p.right()).isNotEmpty();
      assertThat(failures(golden, List.of(p.saying("A' A")))).as(p.right()).isNotEmpty();
    }
  }

  private static List<String> failures(GoldenText golden, List<Printed> printed) {
    return new GoldenMeaning(golden.model(), golden.results()).failures(golden.results(), printed);
  }

  private static void holds(Path example) throws IOException {
    Model model = Jacobi.read(example.getFileName().toString(), Files.readString(example));
    assertThat(model.problems()).isEmpty();
    var golden = new GoldenText(model);
    List<String> failures = failures(golden, golden.printed());
    assertThat(failures).as(() -> String.join("\n", failures)).isEmpty();
    Path file = folder().resolve(name(example) + ".txt");
    if (UPDATE) Files.writeString(file, golden.text());
    assertThat(file).exists();
    assertThat(golden.text()).isEqualTo(Files.readString(file));
  }

  private static String name(Path example) {
    return example.getFileName().toString().replace(".jacobi", "");
  }

  private static Path folder() {
    boolean inside = Files.isDirectory(Path.of("src", "test"));
    Path module = inside ? Path.of("") : Path.of("core");
    return module.resolve(Path.of("src", "test", "resources", "dev", "jacobi", "golden"));
  }
}
