package dev.jacobi.print.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.Jacobi;
import dev.jacobi.Reports;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.TextSpelling;
import dev.jacobi.print.Printer.Layout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RereadTest {
  private static final TextSpelling TEXT = TextSpelling.PLAIN;

  static List<Path> examples() throws IOException {
    try (var files = Files.list(Path.of("..", "examples"))) {
      return files.filter(f -> f.toString().endsWith(".jacobi")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyFormulaOfAReportIsAClaimOfItsModel(Path example) throws IOException {
    for (Layout layout : Layout.values()) {
      var ask = new Reports.Ask(layout, Optional.empty(), List.of());
      var report = Reports.of(Jacobi.read(example), ask);
      for (var answer : report.answers()) {
        var text = Files.readString(example) + "\n" + String.join("\n", lines(answer)) + "\n";
        assertThat(Jacobi.read(example.toString(), text).problems()).as(layout.text).isEmpty();
      }
    }
  }

  private static List<String> lines(Report.Answer answer) {
    List<String> lines = new ArrayList<>();
    for (var d : answer.names()) lines.add(line(d.left(), d.right().orElseThrow()));
    for (var f : answer.backward()) lines.add(line(f.shownLeft(), f.shown()));
    for (var o : answer.outcomes()) {
      o.closed().matrix().ifPresent(m -> lines.add(line(o.closed().left(), m)));
      lines.add(line(o.closed().entryLeft(), o.closed().entry()));
      for (var c : o.cases())
        if (c.conditions().size() < 2) // a claim has one condition; two are words for people
        lines.add(line(o.closed().entryLeft(), c.entry()) + " " + condition(c));
      for (var s : o.steps()) lines.add(TEXT.chain(s.chain()));
    }
    return lines;
  }

  private static String condition(Report.Case c) {
    return c.conditions().isEmpty() ? "" : c.words();
  }

  private static String line(Syntax left, Syntax right) {
    return TEXT.spell(left) + " = " + TEXT.spell(right);
  }
}
