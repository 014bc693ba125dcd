package dev.jacobi.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckClassTest {
  @TempDir Path folder;
  private String submissions;
  private Path out;

  @BeforeEach
  void write() throws IOException {
    file("class/ann/hw.md", "# 1 Softmax\nproved a = b\nproved b = c\n# 2 Rest\nagrees c = d\n");
    file("class/bob/hw.md", "# 1 Softmax\nrefuted a = b\ninherited b = c\n# 2 Rest\nunread =1\n");
    submissions = folder.resolve("class").toString();
    out = folder.resolve("feedback");
  }

  private String file(String name, String text) throws IOException {
    var path = folder.resolve(name);
    Files.createDirectories(path.getParent());
    return Files.writeString(path, text).toString();
  }

  private static Run run(String... line) {
    return CheckTest.run("", line);
  }

  @Test
  void aClassIsCountedByQuestionByMistakeAndBySubmission() {
    var run = run("--class", submissions);
    assertThat(run.exit()).isEqualTo(Exit.WRONG);
    assertThat(run.out())
        .containsPattern("question +submissions +mean +of +wrong +inherited +unread +mistakes\n")
        .containsPattern("1 Softmax +2 +6.25 +10 +1 +1 +0 +sign 1\n")
        .containsPattern("sign +1 +1 +\\S*bob/hw.md:2\n")
        .containsPattern("ann/hw.md +20 +20 +0\n")
        .containsPattern("bob/hw.md +2.5 +20 +10 +sign 1\n");
  }

  @Test
  void aSchemeSaysWhatEachQuestionIsWorth() throws IOException {
    var scheme =
        file(
            "scheme.json",
            "{\"points\": {\"1\": 4, \"2\": {\"points\": 6, \"lines\": 2}, \"3\": 5},"
                + " \"credit\": {\"follows\": 1}}");
    assertThat(run("--class", "--scheme", scheme, submissions).out())
        .containsPattern("ann/hw.md +7 +15 +5\n")
        .containsPattern("bob/hw.md +2 +15 +8 +sign 1\n");
  }

  @Test
  void aWrongSchemeIsNamed() throws IOException {
    var scheme = file("scheme.json", "{\"credit\": {\"perfect\": 1}}");
    assertThatThrownBy(() -> run("--class", "--scheme", scheme, submissions))
        .hasMessageContaining("scheme.json: credit: 'perfect' is no verdict");
    var broken = file("broken.json", "{\"points\": ");
    assertThatThrownBy(() -> run("--class", "--scheme", broken, submissions))
        .hasMessageContaining("broken.json:1:");
  }

  @Test
  void everySubmissionGetsAFeedbackFile() throws IOException {
    run("--class", "--out", out.toString(), submissions);
    assertThat(out.resolve("bob/hw.md.check.md"))
        .content()
        .contains("**2.5 of 20 points.**", "10 more points", "**Line 2: refuted (sign).**")
        .contains("| 1 Softmax | 2.5 | 10 | 1 of 2 wrong |");
    assertThat(out.resolve("ann/hw.md.check.md")).content().contains("**20 of 20 points.**");
    assertThat(out.resolve("class.check.csv"))
        .content()
        .startsWith("file,points,of,by hand,1 Softmax,");
    assertThat(out.resolve("class.check.md")).content().contains("| sign | 1 | 1 |");
    try (var files = Files.walk(out)) {
      assertThat(files.filter(f -> f.toString().endsWith(".part"))).isEmpty();
    }
  }

  @Test
  void feedbackIsNotGradedTheNextTime() {
    var first = run("--class", "--out", submissions, submissions).out();
    assertThat(run("--class", "--out", submissions, submissions).out()).isEqualTo(first);
  }

  @Test
  void csvIsHarmlessInASpreadsheet() {
    var csv = run("--to", "csv", submissions).out();
    assertThat(csv).startsWith("file,line,column,section,verdict,").contains(",'=1,");
    assertThat(run("--class", "--to", "csv", submissions).out())
        .containsPattern("bob/hw.md,2.5,20,10,2.5,0,0,0,0,0,0,2,0,1,1,0,");
  }

  @Test
  void aSubmissionThatCannotBeReadStopsNoOther() throws IOException {
    Files.write(folder.resolve("class/eve.md"), new byte[] {(byte) 0xff});
    var run = run("--class", submissions);
    assertThat(run.exit()).isEqualTo(Exit.BAD_INPUT);
    assertThat(run.out()).containsPattern("eve.md +0 +0 +0 +not UTF-8 text.*\n");
  }

  @Test
  void aLongRunIsShownOnATerminal() {
    var shown = new java.io.ByteArrayOutputStream();
    try (var progress = new Progress(new java.io.PrintStream(shown), true, 4, 0)) {
      progress.step();
      progress.step();
      progress.step();
      progress.step();
    }
    assertThat(shown.toString(java.nio.charset.StandardCharsets.UTF_8))
        .startsWith("\r[##########....")
        .contains("4/4")
        .endsWith("\u001b[K");
  }

  @Test
  void aShortRunIsNot() {
    var shown = new java.io.ByteArrayOutputStream();
    try (var progress = new Progress(new java.io.PrintStream(shown), true, 2)) {
      progress.step();
      progress.step();
    }
    assertThat(shown.size()).isZero();
  }
}
