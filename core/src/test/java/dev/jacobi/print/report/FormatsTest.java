package dev.jacobi.print.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FormatsTest {
  private static final Report NET = Samples.report(Samples.NET);

  @Test
  void fragmentAlignsAtTheEqualsSigns() {
    assertThat(LatexReport.fragment(NET, Form.usual()))
        .startsWith("\\section*{net.jacobi}\n")
        .contains("s_1 &= W_1 x + b_1 && \\in \\mathbb{R}^{a} \\\\\n")
        .contains("&= \\boxed{")
        .doesNotContain("\\begin{document}");
  }

  @Test
  void documentIsWhole() {
    var document =
        LatexReport.document(List.of(NET, Samples.report(Samples.SOFTMAX)), Form.usual());
    assertThat(document).startsWith("\\documentclass").endsWith("\\end{document}\n").isASCII();
    assertThat(document).containsOnlyOnce("\\begin{document}");
  }

  @Test
  void bracesAndEnvironmentsBalance() {
    var document = LatexReport.document(List.of(NET), Form.asked(List.of(Form.values())));
    assertThat(document.chars().filter(c -> c == '{').count())
        .isEqualTo(document.chars().filter(c -> c == '}').count());
    assertThat(document.split("\\\\begin\\{align\\*}", -1))
        .hasSameSizeAs(document.split("\\\\end\\{align\\*}", -1));
  }

  @Test
  void wordsInLatexMeanThemselves() {
    assertThat(Latex.words("a_b & 5% of β")).isEqualTo("a\\_b \\& 5\\% of $\\beta$");
  }

  @Test
  void markdownHasDisplaysBetweenDollars() {
    assertThat(MarkdownReport.of(NET, Form.usual()))
        .startsWith("# net.jacobi\n")
        .contains("\n$$\n\\begin{aligned}\ns_1 &= ", "\n\\end{aligned}\n$$\n")
        .contains("**Valid** where $s_1 \\neq 0$ for $");
  }

  @Test
  void pageAsksForNothing() {
    var page = HtmlReport.of(List.of(NET), Form.usual());
    assertThat(page)
        .startsWith("<!doctype html>")
        .contains("<math", "prefers-color-scheme", "@media print", "class=\"answer\"")
        .doesNotContain("<script", "<link", "http:", "https:", "url(", "@import", "src=");
  }

  @Test
  void pageClosesWhatItOpens() {
    var page = HtmlReport.of(List.of(NET), Form.asked(List.of(Form.values())));
    for (var tag :
        List.of("table", "tr", "td", "section", "ol", "li", "p", "span", "div", "math")) {
      assertThat(page.split("<" + tag + "[ >]", -1))
          .as(tag)
          .hasSameSizeAs(page.split("</" + tag + ">", -1));
    }
  }

  @Test
  void longSumsBreakBeforeASign() {
    var terms = String.join(" + ", java.util.Collections.nCopies(9, "alpha beta gamma delta"));
    var pieces = Pieces.of(dev.jacobi.notation.Parser.formula(terms)).pieces();
    assertThat(pieces).hasSizeGreaterThan(1);
    assertThat(pieces.get(0).sign()).isEmpty();
    assertThat(pieces.get(1).sign()).isEqualTo("+");
    assertThat(Columns.broken(terms, 60)).allMatch(s -> s.length() <= 60);
  }

  @Test
  void errorsAreShortInWords() {
    assertThat(Words.scientific(4.86e-13)).isEqualTo("5e-13");
    assertThat(Words.scientific(9.7e-12)).isEqualTo("1e-11");
    assertThat(Words.scientific(0)).isEqualTo("0");
  }
}
