package dev.jacobi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

class DeriveTest {
  private static final String LINE =
      "x in R[n], w in R[n], t in R\np = w' x\nC = (p - t)^2\nderive C wrt w\n";

  @TempDir Path folder;

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  @Test
  void textIsTheDefault() {
    var run = Run.withInput(LINE, "derive", "-");
    assertThat(run.exit()).isEqualTo(Exit.OK);
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).startsWith("standard input\n").contains("Result     dC/dw = dC/dp x");
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void everyFormatIsWritten(Format format) {
    var run = Run.withInput(LINE, "derive", "--to", Options.word(format), "-");
    assertThat(run.exit()).isEqualTo(Exit.OK);
    assertThat(run.out()).isNotBlank().endsWith("\n");
  }

  @Test
  void jsonHasTheFieldsOfTheContract() {
    var run = Run.withInput(LINE, "derive", "--to", "json", "-");
    var file = JsonMapper.shared().readTree(run.out()).get(0);
    assertThat(file.propertyNames())
        .containsExactly("file", "declarations", "definitions", "results", "notes", "errors");
    var result = file.get("results").get(0);
    assertThat(result.propertyNames())
        .contains("of", "wrt", "order", "shape", "layout", "matrix", "index", "layers", "steps")
        .contains("cases", "uses", "numpy", "checked");
    assertThat(result.get("matrix").get("text").asString()).isEqualTo("2 (p - t) x");
    assertThat(result.get("shape").get(0).asString()).isEqualTo("n");
    assertThat(result.get("numpy").asString()).startsWith("def dC_dw(*, ");
    assertThat(result.get("checked").get("maxRelativeError").asDouble()).isLessThan(1e-6);
  }

  @Test
  void otherNamesReplaceTheRequests() {
    var run = Run.withInput(LINE, "derive", "--wrt", "x,t", "-");
    assertThat(run.out()).contains("dC/dx = ", "dC/dt = ").doesNotContain("dC/dw");
    assertThat(Run.withInput(LINE, "derive", "--of", "p", "-").out()).contains("dp/dw = x");
  }

  @Test
  void unknownNameOfAnOptionIsBadInput() {
    var run = Run.withInput(LINE, "derive", "--wrt", "v", "-");
    assertThat(run.exit()).isEqualTo(Exit.BAD_INPUT);
    assertThat(run.err()).isEqualTo("-: no name `v` is declared or defined\n");
  }

  @Test
  void badFileStopsNoOther() throws IOException {
    var bad = file("bad.jacobi", "y = 2 (x\n");
    var good = file("good.jacobi", LINE);
    var run = Run.of("derive", folder.resolve("none.jacobi").toString(), bad, good);
    assertThat(run.exit()).isEqualTo(Exit.BAD_INPUT);
    assertThat(run.err()).contains("none.jacobi: no such file", "bad.jacobi:1:");
    assertThat(run.out()).startsWith("good.jacobi\n").doesNotContain("bad.jacobi");
  }

  @Test
  void jsonListsTheErrorsOfEachFile() throws IOException {
    var run = Run.of("derive", "--to", "json", file("bad.jacobi", "x in R[n]\ny = 2 (x\n"));
    var errors = JsonMapper.shared().readTree(run.out()).get(0).get("errors");
    assertThat(errors.get(0).get("line").asInt()).isEqualTo(2);
    assertThat(errors.get(0).get("message").asString()).isNotBlank();
  }

  @Test
  void folderGetsAFileForEachInput() throws IOException {
    var a = file("a.jacobi", LINE);
    var b = file("b.jacobi", LINE);
    var run = Run.of("derive", "--to", "markdown", "--out", folder.toString(), a, b);
    assertThat(run.exit()).isEqualTo(Exit.OK);
    assertThat(run.out()).isEmpty();
    assertThat(folder.resolve("a.md")).content().startsWith("# a.jacobi\n");
    assertThat(folder.resolve("b.md")).content().startsWith("# b.jacobi\n");
  }

  @Test
  void asciiIsAscii() {
    var text = "x in R[n], β in R[n]\nC = β' x\nderive C wrt β\n";
    assertThat(Run.withInput(text, "derive", "--ascii", "-").out()).isASCII().contains("dC/dbeta");
  }
}
