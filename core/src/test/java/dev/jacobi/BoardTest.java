package dev.jacobi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.notation.TextSpelling;
import dev.jacobi.print.report.Report;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Each block of `board.txt` is a model and, after `=>`, what its requests print: the form that a
/// person would write on the board. What it means was checked before it is printed, by differences
/// and by reading it again.
class BoardTest {
  @TestFactory
  Stream<DynamicTest> whatIsPrintedIsWhatOneWritesOnTheBoard() throws IOException {
    return blocks().stream()
        .map(
            b -> DynamicTest.dynamicTest(b.title, () -> assertThat(printed(b)).isEqualTo(b.forms)));
  }

  @Test
  void thereAreManyForms() throws IOException {
    assertThat(blocks().stream().mapToInt(b -> b.forms.size()).sum()).isGreaterThan(150);
  }

  private record Block(String title, String model, List<String> forms) {}

  private static List<Block> blocks() throws IOException {
    try (var in = BoardTest.class.getResourceAsStream("/dev/jacobi/board.txt")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Stream.of(text.strip().split("\n\\s*\n")).map(BoardTest::block).toList();
    }
  }

  private static Block block(String text) {
    var model = new StringBuilder();
    List<String> forms = new ArrayList<>();
    for (String line : text.lines().toList()) {
      if (line.startsWith("=> ")) forms.add(line.substring(3));
      else model.append(line).append('\n');
    }
    String title = text.lines().findFirst().orElseThrow().substring(2);
    return new Block(title, model.toString(), forms);
  }

  private static List<String> printed(Block b) {
    Report report = Reports.of(Jacobi.read(b.title, b.model), Reports.Ask.plain());
    assertThat(report.problems()).isEmpty();
    return report.outcomes().stream().map(BoardTest::form).toList();
  }

  /// In matrix notation, else between vectors, else by entry.
  private static String form(Report.Outcome o) {
    if (o.closed().matrix().isPresent()) return TextSpelling.PLAIN.spell(o.closed().matrix().get());
    return o.vectorised()
        .map(v -> "vec " + TextSpelling.PLAIN.spell(v.right()))
        .orElseGet(() -> "entry " + TextSpelling.PLAIN.spell(o.closed().entry()));
  }
}
