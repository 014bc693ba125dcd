package dev.jacobi.check.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.check.Checked;
import dev.jacobi.check.Verdict;
import dev.jacobi.print.report.Paint;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckTextTest {
  private static String text(boolean all, boolean ascii, int width, Paint paint) {
    return CheckText.of(List.of(Samples.homework()), new CheckText.Style(all, ascii, width, paint));
  }

  @Test
  void whatIsNotPlainlyRightIsTold() throws IOException {
    Golden.matches("homework.txt", text(false, false, 100, Paint.PLAIN));
  }

  @Test
  void allShowsTheRightOnesInALine() throws IOException {
    Golden.matches("homework-all.txt", text(true, false, 100, Paint.PLAIN));
  }

  @Test
  void asciiIsAscii() {
    assertThat(text(true, true, 100, Paint.PLAIN)).isASCII().contains("K x n");
  }

  @Test
  void coloursTellRightFromWrong() {
    assertThat(text(true, false, 100, Paint.COLOUR))
        .contains("\u001b[1;31mrefuted (sign)\u001b[0m", "\u001b[32mproved (canonical)\u001b[0m")
        .contains("\u001b[33munread\u001b[0m");
  }

  @Test
  void aLongLineIsCutAroundTheMark() {
    String tex = "q = r";
    String text = "a + ".repeat(100) + tex + " + b".repeat(100);
    var template = Samples.homework().relations().getFirst();
    var relation =
        new dev.jacobi.check.Relation(
            new dev.jacobi.notation.Place(1, 401, 5),
            "tex",
            tex,
            "",
            Verdict.REFUTED,
            template.step(),
            template.follows(),
            template.tier(),
            0,
            0,
            template.layout(),
            template.condition(),
            template.uses(),
            template.diagnosis(),
            "",
            template.correct(),
            template.counterexample(),
            template.reason());
    var file = new Checked("long.tex", text, "ml", List.of(), List.of(relation), List.of());
    var shown = CheckText.of(List.of(file), new CheckText.Style(false, false, 60, Paint.PLAIN));
    var lines = shown.lines().toList();
    int at = lines.indexOf(lines.stream().filter(l -> l.contains("^")).findFirst().orElseThrow());
    assertThat(lines.get(at - 1)).contains("…", tex).hasSizeLessThanOrEqualTo(60);
    assertThat(lines.get(at).indexOf('^')).isEqualTo(lines.get(at - 1).indexOf(tex));
    assertThat(lines.get(at)).endsWith("    ^^^^^");
  }

  @Test
  void severalFilesAreCountedTogether() {
    var one = Samples.homework();
    var text = CheckText.of(List.of(one, one), new CheckText.Style(false, false, 100, Paint.PLAIN));
    assertThat(text).contains("\n2 files, 20 relations: 6 definition, 2 proved");
  }
}
