package dev.jacobi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.web.Limits;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ServeTest {
  private static Stream<String> figures() {
    return Arrays.stream(Limits.class.getFields())
        .filter(f -> Modifier.isStatic(f.getModifiers()))
        .map(f -> {
          try {
            return f.get(null).toString();
          } catch (IllegalAccessException e) {
            throw new AssertionError(e);
          }
        });
  }

  private static String help() {
    return Run.of("serve", "--help").out();
  }

  @Test
  void everyLimitOfTheServerIsToldByTheHelp() {
    String words = help().replaceAll("\\s+", " ");
    assertThat(figures())
        .allSatisfy(f -> assertThat(words).containsPattern("\\b" + Pattern.quote(f) + "\\b"));
    assertThat(words)
        .contains("above " + Limits.BODY_KB + " kB (413)")
        .contains(Limits.OPEN_OF_A_PAGE + " of a page")
        .contains(Limits.OPEN_OF_ALL + " of all (503)")
        .contains("use " + Limits.AMONG_THE_QUICK + " s of a processor")
        .contains("at " + Limits.COMPUTATION_MB + " MB")
        .contains("more than " + Limits.SECONDS_TO_SEND + " s to send");
  }

  @Test
  void everyStatusOfARefusalIsToldByTheHelp() {
    for (int status : List.of(400, 401, 403, 404, 413, 415, 421, 422, 429, 503))
      assertThat(help()).contains(Integer.toString(status));
  }

  @Test
  void theHelpFitsATerminal() {
    assertThat(help().lines()).allSatisfy(line -> assertThat(line.length()).isLessThan(97));
  }

  @Test
  void theDocumentationHasTheSameFigures() throws Exception {
    String page = Files.readString(Path.of("..", "docs", "playground.md"));
    assertThat(page)
        .contains(Limits.BODY_KB + " kB (413)")
        .contains("with " + Limits.COMPUTATION_MB + " MB")
        .contains("at most " + Limits.OPEN_OF_A_PAGE + " questions open (429)")
        .contains(Limits.OPEN_OF_ALL + " are open in all (503)")
        .contains("more than " + Limits.REFUSALS + " refusals in a second")
        .contains("more than " + Limits.SECONDS_TO_SEND + " s to send")
        .contains(Limits.SECONDS_TO_READ + " s to read")
        .contains(Limits.REMEMBERED_MB + " MB");
  }

  @Test
  void whatIsNoBudgetIsRefused() {
    var run = Run.of("serve", "--no-open", "--budget", "0");
    assertThat(run.exit()).isEqualTo(Exit.BAD_INPUT);
    assertThat(run.err()).contains("from 1 to " + Limits.LONGEST_BUDGET);
  }
}
