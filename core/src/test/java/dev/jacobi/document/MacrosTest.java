package dev.jacobi.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.document.Document.Macro;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MacrosTest {
  private static Map<String, Macro> of(String text) {
    return Documents.read("a.tex", text).macros();
  }

  @Test
  void everyKindOfDefinitionIsRead() {
    assertThat(of("\\newcommand{\\R}{\\mathbb{R}} \\newcommand\\half[1]{\\frac{#1}{2}}"))
        .isEqualTo(
            Map.of("\\R", new Macro(0, "\\mathbb{R}"), "\\half", new Macro(1, "\\frac{#1}{2}")));
    assertThat(of("\\newcommand*{\\v}[2][x]{#1_#2}"))
        .isEqualTo(Map.of("\\v", new Macro(2, Optional.of("x"), "#1_#2")));
    assertThat(of("\\def\\d#1#2{\\frac{d #1}{d #2}}"))
        .isEqualTo(Map.of("\\d", new Macro(2, "\\frac{d #1}{d #2}")));
    assertThat(of("\\DeclareMathOperator*{\\argmin}{arg\\,min}\\DeclareMathOperator{\\tr}{tr}"))
        .isEqualTo(
            Map.of(
                "\\argmin", new Macro(0, "\\operatorname*{arg\\,min}"),
                "\\tr", new Macro(0, "\\operatorname{tr}")));
    assertThat(of("\\let\\eps\\varepsilon \\let\\e=\\eps"))
        .isEqualTo(
            Map.of("\\eps", new Macro(0, "\\varepsilon"), "\\e", new Macro(0, "\\varepsilon")));
  }

  @Test
  void aLaterDefinitionWinsAndAProvidedOneYields() {
    assertThat(of("\\newcommand{\\a}{1}\\renewcommand{\\a}{2}\\providecommand{\\a}{3}"))
        .isEqualTo(Map.of("\\a", new Macro(0, "2")));
  }

  @Test
  void definitionsInThePreambleCountAndThoseInCommentsDoNot() {
    assertThat(of("\\newcommand{\\a}{1}\n%\\newcommand{\\b}{1}\n\\begin{document}\\end{document}"))
        .isEqualTo(Map.of("\\a", new Macro(0, "1")));
  }

  @Test
  void aBrokenDefinitionIsNone() {
    assertThat(of("\\newcommand{\\a}{1 \\newcommand \\def\\let")).isEmpty();
  }

  @Test
  void definitionsAreNoWordsAndNoFormulas() {
    assertThat(Parts.ofMarkdown("a \\newcommand{\\R}{\\mathbb{R}} b\n\n$$\\def\\x{y}$$\n"))
        .containsExactly("a", "b");
    assertThat(Parts.ofMarkdown("$$\\def\\x{y} \\x = 1$$")).containsExactly("$$\\x = 1$$");
  }
}
