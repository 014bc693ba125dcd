package dev.jacobi.print.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.Jacobi;
import dev.jacobi.Reports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What the README shows is what comes out. Only how small the rounding is rests on the machine.
class ReadmeTest {
  private static final Pattern BLOCK = Pattern.compile("```\n(.*?)```", Pattern.DOTALL);
  private static final Pattern NAMED =
      Pattern.compile("(\\S+\\.jacobi)\n\nGiven .*", Pattern.DOTALL);

  @Test
  void everyReportInTheReadmeIsOfTheModelBeforeIt() throws IOException {
    List<String> blocks = new ArrayList<>();
    Matcher block = BLOCK.matcher(Files.readString(Path.of("..", "README.md")));
    while (block.find()) blocks.add(block.group(1));
    int reports = 0;
    for (int q = 1; q < blocks.size(); q++) {
      Matcher named = NAMED.matcher(blocks.get(q));
      if (!named.matches()) continue;
      reports++;
      assertThat(unrounded(blocks.get(q)))
          .isEqualTo(unrounded(report(named.group(1), blocks.get(q - 1))));
    }
    assertThat(reports).isEqualTo(4);
  }

  private static String report(String name, String model) {
    Report report = Reports.of(Jacobi.read(name, model), Reports.Ask.plain());
    return TextReport.of(report, Form.usual(), false, Paint.PLAIN);
  }

  private static String unrounded(String report) {
    return report.replaceAll("relative error \\d+e-1\\d", "relative error").strip();
  }
}
