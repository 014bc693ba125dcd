package dev.jacobi.learn.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Every malformed table is answered with its place and what to do about it.
class MalformedCsvTest {
  private static final Pattern HOW =
      Pattern.compile("(?:label:(?<label>\\S+)|header:(?<header>\\S+)|sep:(?<sep>\\S)|leave) (.*)");

  @TempDir static Path folder;

  private record Case(String table, String answer) {}

  private static List<Case> cases() throws IOException {
    try (var in = MalformedCsvTest.class.getResourceAsStream("malformed.txt")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .skip(1)
          .map(l -> l.split("  =>  ", 2))
          .map(l -> new Case(l[0].equals("|") ? "" : l[0], l[1]))
          .toList();
    }
  }

  @TestFactory
  Stream<DynamicTest> eachIsAnswered() throws IOException {
    return cases().stream()
        .map(c ->
            DynamicTest.dynamicTest(
                "table " + c.table(), () -> assertThat(answer(c)).isEqualTo(c.answer())));
  }

  @Test
  void thereAreMoreThanAHundred() throws IOException {
    assertThat(cases()).hasSizeGreaterThan(100).doesNotHaveDuplicates();
  }

  private static String answer(Case c) throws IOException {
    var m = HOW.matcher(c.table());
    String table = m.matches() ? m.group(4) : c.table();
    String raw = table.replace("\\n", "\n").replace("\\t", "\t").replace("\\0", "\0");
    Path file = Files.writeString(folder.resolve("t.csv"), raw);
    Reading how = m.matches() ? how(m) : Reading.PLAIN;
    try {
      return "read: " + Sources.open(file, how);
    } catch (DataException e) {
      return e.getMessage();
    }
  }

  private static Reading how(Matcher m) {
    if (m.group("label") != null) return Reading.PLAIN.label(m.group("label"));
    if (m.group("header") != null) return Reading.PLAIN.header(m.group("header").equals("yes"));
    if (m.group("sep") != null) return Reading.PLAIN.separator(m.group("sep").charAt(0));
    return Reading.PLAIN.leaveOut(true);
  }
}
