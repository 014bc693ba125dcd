package dev.jacobi.check.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckFormatsTest {
  @Test
  void markdownTellsWhatIsNotRight() throws IOException {
    Golden.matches("homework.md", CheckMarkdown.of(List.of(Samples.homework()), false));
  }

  @Test
  void htmlShowsTheWholeDocumentWithVerdictsBeside() {
    var html = CheckHtml.of(List.of(Samples.homework()));
    assertThat(html)
        .contains("Let $<mark class=\"definition end\"")
        .contains("<mark class=\"wrong end\" title=\"refuted (sign): the sign is wrong")
        .contains("✗ refuted (sign)</span><p>the sign is wrong")
        .contains("<p class=\"right\"><math>")
        .contains("✓ proved</span>")
        .doesNotContain("http", "<script", "<link");
  }

  @Test
  void formulasInFindingsStandAsCode() {
    var checked =
        dev.jacobi.Checking.check(
            "claim.jacobi",
            "x in R[n]\ny in R[n]\nx' y + x' x = x' y\n",
            java.util.Optional.empty());
    assertThat(CheckHtml.of(List.of(checked))).contains("the term <code>x</code> is missing");
  }

  @Test
  void htmlTakesNothingFromTheDocumentForItself() {
    var file = Samples.homework();
    var evil =
        new dev.jacobi.check.Checked(
            "<b>.md", "<script>alert(1)</script>\n", "ml", List.of("<i>"), List.of(), List.of());
    assertThat(CheckHtml.of(List.of(evil, file))).doesNotContain("<script>", "<b>.md", ": <i>");
  }

  @Test
  void aRelationOverSeveralLinesIsMarkedInEach() {
    var text = "a\n= b\n+ c\nd";
    var r = Samples.of(5, "y = \\operatorname{softmax}(s)", "").build();
    var relation =
        new dev.jacobi.check.Relation(
            new dev.jacobi.notation.Place(2, 1, 3),
            "tex",
            "= b\n+ c",
            "",
            r.verdict(),
            r.step(),
            r.follows(),
            r.tier(),
            0,
            0,
            r.layout(),
            r.condition(),
            r.uses(),
            r.diagnosis(),
            "",
            r.correct(),
            r.counterexample(),
            r.reason());
    var lines = Layers.of(text, List.of(relation));
    assertThat(lines.get(1))
        .isEqualTo(new Layers.Line(List.of(new Layers.Stretch("= b", 0, false)), List.of(0)));
    assertThat(lines.get(2))
        .isEqualTo(new Layers.Line(List.of(new Layers.Stretch("+ c", 0, true)), List.of()));
  }
}
