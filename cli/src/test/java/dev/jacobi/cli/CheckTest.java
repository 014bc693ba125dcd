package dev.jacobi.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CheckTest {
  private static final String WRONG =
      "# 1 Softmax\ndefinition y = x\nrefuted dL = t - y\ninherited dL = t - y\n"
          + "# 2 Rest\nproved a = b\nconditional c = d\n";

  @TempDir Path folder;

  static Run run(String input, String... line) {
    var check = new Check(Judged::check);
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var terminal =
        new Terminal(
            new ByteArrayInputStream(input.getBytes(UTF_8)),
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8),
            false);
    var arguments = new CommandLine(check.spec().name("check")).parseArgs(line);
    var exit = check.run(arguments, terminal);
    return new Run(exit, out.toString(UTF_8), err.toString(UTF_8));
  }

  private String file(String name, String text) throws IOException {
    var path = folder.resolve(name);
    Files.createDirectories(path.getParent());
    return Files.writeString(path, text).toString();
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }

  @Test
  void mistakesAreShownWithTheirLine() {
    var run = run(WRONG, "-");
    assertThat(run.exit()).isEqualTo(Exit.WRONG);
    assertThat(run.out())
        .startsWith("standard input\n  layout     numerator\n  assumed    without a key\n")
        .contains("-:3:9: refuted (sign): the sign is wrong\n")
        .contains("  3 | refuted dL = t - y\n    |         ^^^^^^^^^^\n")
        .contains("  at         y = [0.2], W = [[1, -1]]\n")
        .contains("  follows    from the mistake in line 3\n")
        .endsWith("5 relations: 1 definition, 1 proved, 1 conditional, 2 refuted\n")
        .doesNotContain("a = b");
  }

  @Test
  void allShowsTheRightOnesToo() {
    assertThat(run(WRONG, "--all", "-").out()).contains("  line 6  proved (canonical)  a = b\n");
  }

  @Test
  void statusTellsWrongFromRightFromUnusable() {
    assertThat(run("# 1\nproved a = b\n", "-").exit()).isEqualTo(Exit.OK);
    assertThat(run("unread a = b\n", "-").exit().status()).isEqualTo(1);
    var missing = run("", folder.resolve("none.md").toString());
    assertThat(missing.exit().status()).isEqualTo(2);
    assertThat(missing.err()).isEqualTo(folder.resolve("none.md") + ": no such file\n");
  }

  @Test
  void aBadFileStopsNoOther() throws IOException {
    var good = file("good.md", "proved a = b\n");
    var bad = folder.resolve("bad.md");
    Files.write(bad, new byte[] {(byte) 0xff, 0});
    var run = run("", bad.toString(), good);
    assertThat(run.exit()).isEqualTo(Exit.BAD_INPUT);
    assertThat(run.err()).contains("bad.md: not UTF-8 text");
    assertThat(run.out()).contains("1 relation: 1 proved");
  }

  @Test
  void jsonHasTheMembersOfTheContract() {
    var file = json(run(WRONG, "--to", "json", "-").out()).get(0);
    assertThat(file.propertyNames())
        .containsExactly("file", "layout", "assumptions", "relations", "summary", "errors");
    var relation = file.get("relations").get(1);
    assertThat(relation.propertyNames())
        .containsExactly(
            "line",
            "column",
            "tex",
            "section",
            "verdict",
            "tier",
            "points",
            "maxError",
            "layout",
            "condition",
            "uses",
            "diagnosis",
            "message",
            "correct",
            "counterexample",
            "step",
            "follows",
            "reason");
    assertThat(relation.get("counterexample").toString())
        .isEqualTo("{\"y\":[0.2],\"W\":[[1.0,-1.0]]}");
    assertThat(relation.get("correct").get("latex").asString()).isEqualTo("y - t");
    assertThat(relation.get("tier").isNull()).isTrue();
    assertThat(file.get("summary").size()).isEqualTo(8);
    assertThat(file.get("summary").get("refuted").asInt()).isEqualTo(2);
    var right = file.get("relations").get(3);
    assertThat(right.get("counterexample").isNull()).isTrue();
    assertThat(right.get("correct").isNull()).isTrue();
    assertThat(right.get("uses").get(0).asString()).isEqualTo("sum(t) = 1");
  }

  @Test
  void aFolderIsReadWithAllItsDocuments() throws IOException {
    file("a/1.md", "proved a = b\n");
    file("a/b/2.tex", "proved a = b\n");
    file("a/b/notes.pdf", "no document");
    file("a/.git/3.md", "proved a = b\n");
    var files = json(run("", "--to", "json", folder.toString()).out());
    assertThat(files.size()).isEqualTo(2);
    assertThat(files.get(1).get("file").asString()).endsWith("a/b/2.tex");
    var empty = Files.createDirectory(folder.resolve("empty"));
    assertThatThrownBy(() -> run("", empty.toString())).isInstanceOf(InputException.class);
  }

  @Test
  void outIsAFileOrAFolder() throws IOException {
    var one = file("one.md", "proved a = b\n");
    var report = folder.resolve("report.json");
    assertThat(run("", "--to", "json", "--out", report.toString(), one).out()).isEmpty();
    assertThat(report).content().startsWith("[");
    var reports = Files.createDirectory(folder.resolve("reports"));
    run("", "--out", reports.toString(), one);
    assertThat(reports.resolve("one.md.check.txt")).content().contains("1 proved");
  }

  @Test
  void optionsThatDoNotGoTogetherAreRefused() {
    assertThatThrownBy(() -> run("", "--scheme", "s.json", "a.md"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("--class");
    assertThatThrownBy(() -> run("", "--watch", "-")).isInstanceOf(InputException.class);
    assertThatThrownBy(() -> run("", "--key", "-", "-")).isInstanceOf(InputException.class);
  }

  @Test
  void everyFormatIsWritten() {
    for (var format : CheckFormat.values()) {
      var run = run(WRONG, "--to", Options.word(format), "-");
      assertThat(run.exit()).isEqualTo(Exit.WRONG);
      assertThat(run.out()).contains("the sign is wrong").endsWith("\n");
    }
  }

  @Test
  void reportsOnEqualNamesDoNotOverwriteEachOther() throws IOException {
    var ann = file("ann/hw.md", "proved a = b\n");
    var bob = file("bob/hw.md", "agrees a = b\n");
    var reports = Files.createDirectory(folder.resolve("reports"));
    run("", "--out", reports.toString(), ann, bob, ann);
    try (var files = Files.walk(reports)) {
      var names = files.filter(Files::isRegularFile).map(reports::relativize).toList();
      assertThat(names).hasSize(2);
      assertThat(names.toString()).contains("ann/hw.md.check.txt", "bob/hw.md.check.txt");
    }
  }

  @Test
  void jsonReadsAsItIsDocumented() {
    assertThat(run("# 1\nrefuted dL = t\n", "--to", "json", "--key", key(), "-").out())
        .isEqualTo(
            """
            [ {
              "file" : "-",
              "layout" : "numerator",
              "assumptions" : [ ],
              "relations" : [ {
                "line" : 2,
                "column" : 9,
                "tex" : "dL = t",
                "section" : "1",
                "verdict" : "refuted",
                "tier" : null,
                "points" : 8,
                "maxError" : 2.0,
                "layout" : null,
                "condition" : null,
                "uses" : [ ],
                "diagnosis" : "sign",
                "message" : "the sign is wrong",
                "correct" : {
                  "text" : "y - t",
                  "latex" : "y - t"
                },
                "counterexample" : {
                  "y" : [ 0.2 ],
                  "W" : [ [ 1.0, -1.0 ] ]
                },
                "step" : "fails",
                "follows" : null,
                "reason" : null
              } ],
              "summary" : {
                "definition" : 0,
                "proved" : 0,
                "agrees" : 0,
                "conditional" : 0,
                "notation" : 0,
                "refuted" : 1,
                "malformed" : 0,
                "unread" : 0
              },
              "errors" : [ ]
            } ]
            """);
  }

  private String key() {
    try {
      return file("key.jacobi", "x in R\n");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
