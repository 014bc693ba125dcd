package dev.jacobi.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.Checking;
import dev.jacobi.check.report.CheckText;
import dev.jacobi.print.report.Paint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The homework in `examples/homework`: what is right is said to be right, each planted mistake is
/// found where it stands, and the reports are those of the golden files.
///
/// `mvn test -Dtest=HomeworkTest -Djacobi.golden=update` writes the reports anew.
class HomeworkTest {
  private static final Path GOLDEN = Path.of("src/test/resources/dev/jacobi/check/homework");

  /// Each document and its key; none for the last.
  private static final Map<String, String> KEYS =
      Map.of(
          "right.md", "two-layer.jacobi",
          "numerator.md", "two-layer.jacobi",
          "batch.md", "batch.jacobi",
          "twelve-mistakes.md", "twelve-mistakes.jacobi",
          "no-key.md", "");

  private static Path folder() {
    Path here = Path.of("examples/homework");
    return Files.isDirectory(here) ? here : Path.of("../examples/homework");
  }

  private static String text(String name) {
    try {
      return Files.readString(folder().resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Checked checked(String document) {
    String key = KEYS.get(document);
    Optional<String> given = key.isEmpty() ? Optional.empty() : Optional.of(text(key));
    return Checking.check(document, text(document), given);
  }

  /// Line and code of everything that is not right.
  private static List<String> mistakes(String document) {
    return checked(document).relations().stream()
        .filter(r -> !r.verdict().isTrue() && r.verdict() != Verdict.DEFINITION)
        .map(r -> r.place().line() + " " + r.diagnosis().map(Code::word).orElse("none"))
        .toList();
  }

  @Test
  void nothingIsWrongInTheRightOne() {
    assertThat(mistakes("right.md")).isEmpty();
    assertThat(checked("right.md").relations()).allMatch(r -> isProved(r) || isGiven(r));
    assertThat(checked("right.md").status()).isZero();
  }

  private static boolean isProved(Relation r) {
    return r.verdict() == Verdict.PROVED;
  }

  private static boolean isGiven(Relation r) {
    return r.verdict() == Verdict.DEFINITION;
  }

  @Test
  void theNumeratorLayoutIsFoundAndNothingIsWrongInIt() {
    assertThat(checked("numerator.md").layout()).isEqualTo("numerator");
    assertThat(mistakes("numerator.md")).isEmpty();
    assertThat(checked("numerator.md").relations()).allMatch(HomeworkTest::isProved);
  }

  @Test
  void theBatchIsRightInFormulasAndInCode() {
    assertThat(mistakes("batch.md")).isEmpty();
    assertThat(checked("batch.md").relations())
        .filteredOn(r -> r.spelling().equals("text") && r.verdict().isTrue())
        .hasSize(11);
  }

  @Test
  void withoutAKeyTheDocumentsOwnNamesServe() {
    assertThat(mistakes("no-key.md")).containsExactly("45 sign");
    assertThat(checked("no-key.md").assumptions()).isNotEmpty();
  }

  @Test
  void eachOfTheTwelveIsFoundAtItsLineWithItsCode() {
    assertThat(mistakes("twelve-mistakes.md"))
        .containsExactlyElementsOf(PLANTED.lines().map(l -> l.replaceAll(" +~.*", "")).toList());
    assertThat(PLANTED.lines().map(l -> l.split(" ")[1]).distinct()).hasSize(12);
  }

  @TestFactory
  Stream<DynamicTest> theReportsAreThoseOfTheGoldenFiles() {
    return KEYS.keySet().stream()
        .sorted()
        .map(d -> DynamicTest.dynamicTest("the report on " + d, () -> reportIsGolden(d)));
  }

  private static void reportIsGolden(String document) throws IOException {
    String report =
        CheckText.of(
            List.of(checked(document)), new CheckText.Style(true, false, 100, Paint.PLAIN));
    Path file = GOLDEN.resolve(document.replace(".md", ".txt"));
    if ("update".equals(System.getProperty("jacobi.golden"))) {
      Files.createDirectories(GOLDEN);
      Files.writeString(file, report);
    }
    assertThat(file).exists();
    assertThat(report).isEqualTo(Files.readString(file));
  }

  /// The mistakes of `twelve-mistakes.md`: line, code, and what stands there.
  private static final String PLANTED =
      """
      16 diagonal  ~ diag(p ∘ p) for p p'
      22 sign      ~ t − p for p − t
      28 index     ~ t_j for t_i
      38 term      ~ λ W2 of the penalty is missing
      42 transpose ~ W2 for W2'
      46 chain     ~ the slope of tanh is missing
      50 order     ~ x' before ∂C/∂z1
      54 hadamard  ~ a product of two columns for one by entry
      60 factor    ~ the half of the cost forgotten
      64 argument  ~ σ'(S) for σ'(Z)
      68 sum       ~ no sum over the examples
      82 name      ~ A for B
      """;
}
