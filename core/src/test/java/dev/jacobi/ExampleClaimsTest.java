package dev.jacobi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.notation.Problems;
import dev.jacobi.notation.Statement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Every example reads without problems, its requests derive, and every claim in it holds: chains,
/// cases, entries and shapes.
class ExampleClaimsTest {

  @TestFactory
  Stream<DynamicTest> examplesHold() throws IOException {
    return examples().stream()
        .map(p ->
            DynamicTest.dynamicTest(
                p.getFileName().toString(), () -> assertThat(failures(p)).isEmpty()));
  }

  @Test
  void theExamplesClaimMoreThanTwoHundredThings() throws IOException {
    int claims = 0;
    for (Path p : examples()) claims += Jacobi.read(p).read().claims().size();
    assertThat(claims).isGreaterThan(200);
  }

  static List<Path> examples() throws IOException {
    Path folder = Path.of(Files.isDirectory(Path.of("examples")) ? "examples" : "../examples");
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(p -> p.toString().endsWith(".jacobi")).sorted().toList();
    }
  }

  static List<String> failures(Path file) throws IOException {
    Model model = Jacobi.read(file);
    List<String> failures = new ArrayList<>();
    if (!model.problems().isEmpty())
      failures.add(Problems.render(file.toString(), model.text(), model.problems()));
    for (Statement.Request r : model.read().requests()) {
      try {
        model.derive(r);
      } catch (RuntimeException | StackOverflowError e) {
        failures.add("line " + r.place().line() + ": " + Judge.trace(e));
      }
    }
    var judge = new Judge(model);
    for (Statement claim : model.read().claims())
      judge.failure(claim).ifPresent(f -> failures.add("line " + claim.place().line() + ": " + f));
    return failures;
  }

  /// Prints what fails in the given files, or in all examples.
  public static void main(String[] files) throws IOException {
    List<Path> paths = new ArrayList<>();
    for (String f : files) paths.add(Path.of(f));
    if (paths.isEmpty()) paths.addAll(examples());
    int claims = 0;
    for (Path p : paths) {
      List<String> failures = failures(p);
      claims += Jacobi.read(p).read().claims().size();
      if (!failures.isEmpty()) System.out.println(p);
      failures.forEach(f -> System.out.println("   >> " + f));
    }
    System.out.println(paths.size() + " files, " + claims + " claims");
  }
}
