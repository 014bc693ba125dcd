package dev.jacobi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.notation.Problems;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The identities of matrix calculus: each block of `identities.txt` is a model whose last line
/// claims a derivative.
class IdentitiesTest {
  private static final String RESOURCE = "/dev/jacobi/identities.txt";

  @Test
  void thereAreMoreThanAHundredAndTwenty() throws IOException {
    assertThat(blocks()).hasSizeGreaterThan(120);
  }

  @TestFactory
  Stream<DynamicTest> identitiesHold() throws IOException {
    return blocks().stream()
        .map(b -> DynamicTest.dynamicTest(title(b), () -> assertThat(failures(b)).isEmpty()));
  }

  /// The test can fail: a right side that is a thousandth off is no identity, unless it is zero.
  @Test
  void aThousandthOffIsRefused() throws IOException {
    for (String block : blocks().subList(0, 60)) {
      int equals = block.lastIndexOf(" = ");
      String wrong =
          block.substring(0, equals) + " = 1.001 * (" + block.substring(equals + 3) + ")";
      boolean zero = block.substring(equals).contains("zeros") || block.endsWith("= 0");
      if (!zero && !block.contains(" if ")) assertThat(failures(wrong)).as(wrong).isNotEmpty();
    }
  }

  static List<String> blocks() throws IOException {
    try (var in = IdentitiesTest.class.getResourceAsStream(RESOURCE)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Stream.of(text.split("\n\\s*\n"))
          .filter(b -> !b.isBlank())
          .map(String::strip)
          .toList();
    }
  }

  private static String title(String block) {
    return block.lines().findFirst().orElseThrow().replaceFirst("^#\\s*", "");
  }

  static List<String> failures(String block) {
    Model model;
    try {
      model = Jacobi.read("identity", block);
    } catch (RuntimeException | StackOverflowError e) {
      return List.of("reading threw " + Judge.trace(e));
    }
    if (!model.problems().isEmpty())
      return List.of(Problems.render("identity", block, model.problems()));
    if (model.read().claims().isEmpty()) return List.of("nothing is claimed");
    List<String> failures = new ArrayList<>();
    var judge = new Judge(model);
    for (var claim : model.read().claims())
      judge.failure(claim).ifPresent(f -> failures.add("line " + claim.place().line() + ": " + f));
    return failures;
  }

  /// Prints what fails, block by block.
  public static void main(String[] files) throws IOException {
    List<String> blocks = new ArrayList<>();
    for (String f : files) blocks.add(Files.readString(Path.of(f)));
    if (blocks.isEmpty()) blocks.addAll(blocks());
    int failed = 0;
    for (String b : blocks) {
      List<String> failures = failures(b);
      if (failures.isEmpty()) continue;
      failed++;
      System.out.println(files.length == 0 ? b : title(b));
      failures.forEach(f -> System.out.println("   >> " + f));
      System.out.println();
    }
    System.out.println(blocks.size() + " blocks, " + failed + " fail");
  }
}
