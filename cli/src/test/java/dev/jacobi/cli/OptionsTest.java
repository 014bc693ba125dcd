package dev.jacobi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.print.report.Form;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

class OptionsTest {
  private static ParseResult derive(String... line) {
    return new CommandLine(new Derive().spec()).parseArgs(line);
  }

  @Test
  void defaultsAreTextAndMl() {
    var arguments = derive("a.jacobi");
    assertThat(Options.to(arguments)).isEqualTo(Format.TEXT);
    assertThat(Options.layout(arguments)).isEqualTo(Layout.ML);
    assertThat(Options.forms(arguments)).isEmpty();
    assertThat(Options.of(arguments)).isEmpty();
    assertThat(Options.wrt(arguments)).isEmpty();
    assertThat(Options.ascii(arguments)).isFalse();
    assertThat(Options.out(arguments, Terminal.ofProcess()).path()).isEmpty();
  }

  @Test
  void wordsAreReadAsConstants() {
    var arguments =
        derive("--to=latex-document", "--layout", "numerator", "--form=index", "--form=steps", "a");
    assertThat(Options.to(arguments)).isEqualTo(Format.LATEX_DOCUMENT);
    assertThat(Options.layout(arguments)).isEqualTo(Layout.NUMERATOR);
    assertThat(Options.forms(arguments)).containsExactly(Form.INDEX, Form.STEPS);
  }

  @Test
  void namesAreSplitAtCommasOutsideBrackets() {
    var arguments = derive("--wrt", "W1[1, 2], b1", "--wrt", "W2", "a");
    assertThat(Options.wrt(arguments)).containsExactly("W1[1, 2]", "b1", "W2");
  }

  @Test
  void filesKeepTheirOrderAndDashIsOne() {
    assertThat(Options.files(derive("b.jacobi", "-", "--ascii", "a b.jacobi")))
        .containsExactly("b.jacobi", "-", "a b.jacobi");
  }

  @Test
  void outIsAPath() {
    assertThat(Options.out(derive("-o", "x/y.md", "a"), Terminal.ofProcess()).path())
        .contains(Path.of("x/y.md"));
  }
}
