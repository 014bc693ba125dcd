package dev.jacobi.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jacobi.document.Document.Part;
import dev.jacobi.notation.Place;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class DocumentsTest {
  private static Document bytes(String name, byte[] bytes) {
    Document document = Documents.read(name, bytes);
    Parts.checkOffsets(document);
    return document;
  }

  @Test
  void aMarkOfByteOrderIsNoText() {
    assertThat(bytes("a.md", "\uFEFF# β".getBytes(StandardCharsets.UTF_8)).text()).isEqualTo("# β");
    assertThat(bytes("a.md", "\uFEFF$β$".getBytes(StandardCharsets.UTF_16LE)).text())
        .isEqualTo("$β$");
  }

  @Test
  void whatIsNotUtf8IsWindowsLatin() {
    byte[] latin = {'n', (byte) 0xE9, 'e', ' ', (byte) 0x93};
    assertThat(bytes("a.md", latin).text()).isEqualTo("née “");
  }

  @Test
  void carriageReturnsDoNotShiftPlaces() {
    Document document = Documents.read("a.md", "one\r\n\r\n$$\r\na = b\r\n$$\r\nlet $c$ x\r\n");
    assertThat(document.parts())
        .containsExactly(
            new Part.Prose("one", false, 0),
            new Part.Math("a = b", true, "", 11),
            new Part.Prose("let", false, 22),
            new Part.Math("c", false, "", 27),
            new Part.Prose("x", false, 30));
    assertThat(document.place(27, 1)).isEqualTo(new Place(6, 6, 1));
  }

  @Test
  void whatIsNoTextIsRefusedWithItsName() {
    assertThatThrownBy(() -> Documents.read("a.md", new byte[] {'a', 0, 'b'}))
        .isInstanceOf(DocumentException.class)
        .hasMessage("a.md: not a text file (a zero byte at character 1)");
    assertThatThrownBy(() ->
            Documents.read(
                "a.txt", "%PDF-1.5\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
        .isInstanceOf(DocumentException.class)
        .hasMessageContaining("PDF");
    assertThatThrownBy(() -> Documents.read("a.ipynb", "{}")).isInstanceOf(DocumentException.class);
  }

  @Test
  void anUnknownEndingIsGuessed() {
    assertThat(Parts.of("notes", "\\section{One}\n$5 and more$"))
        .containsExactly("# One", "$5 and more$");
    assertThat(Parts.of("notes.x", "# One\n$5 and more$")).containsExactly("# One", "$5 and more$");
  }

  @Test
  void aPythonFileIsOneBlockOfCode() {
    assertThat(Parts.of("a.py", "dW = x\n")).containsExactly("python: dW = x\n");
  }

  @Test
  void anEmptyFileHasNoParts() {
    for (String name : List.of("a.md", "a.tex", "a.txt", "a"))
      for (String text : List.of("", " ", "\n", "\r\n\r\n"))
        assertThat(Parts.of(name, text)).isEmpty();
  }

  /// What makes a careless scanner look through the rest of the file again and again.
  @Test
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void theTimeGrowsWithTheLengthAlone() {
    List<String> units =
        List.of(
            "text $x$ and $$y$$ *b* `c` \\(d\\) [e](f) \n",
            "$",
            "$$ ",
            "\\( ",
            "\\[ ",
            "\\\\( ",
            "\\begin{align} ",
            "\\begin{align}\n\n",
            "\\begin{aligned} \\end{cases} ",
            "<!-- ",
            "<a ",
            "`",
            "`` ` ",
            "*a ",
            "_a_ ",
            "](",
            "[a](",
            "\\newcommand{\\x}{",
            "\\def\\x#1{",
            "\\section{",
            "\\[ a\n\n",
            "[a](\n",
            "\\begin{alignat}{",
            "\\verb|\n",
            "\\begin{verbatim} ",
            "\\begin{problem}[",
            "\\item[",
            "{",
            "```\n",
            "> ",
            "# $x$ \\(\n",
            "- a\n",
            "\n",
            "\\label{",
            "\\verb|",
            "$5 and ",
            "\\begin{align}\n\n&",
            "$$\n\n",
            "~~~ `\n",
            "a\n---\n\n",
            "    a\n\n",
            "%\n",
            "\\");
    for (String unit : units) {
      String text = unit.repeat(LARGE / unit.length());
      for (String name : List.of("a.md", "a.tex")) {
        long start = System.nanoTime();
        Documents.read(name, text);
        assertThat(Duration.ofNanos(System.nanoTime() - start))
            .as("%s of %s", name, unit)
            .isLessThan(Duration.ofSeconds(3));
      }
    }
  }

  private static final int LARGE = 1 << 18;

  private static final List<String> TOKENS =
      List.of(
          "$",
          "$$",
          "\\",
          "\\begin{align}",
          "\\end{align}",
          "\\[",
          "\\]",
          "\\(",
          "\\)",
          "\n",
          "\n\n",
          "\\begin{",
          "```",
          "`",
          "*",
          "_",
          "- ",
          "# ",
          "<!--",
          "-->",
          "{",
          "}",
          "[",
          "]",
          "(",
          ")",
          "\\newcommand{\\a}",
          "\\def\\b#1",
          "\\item",
          "\\section",
          "%",
          "\r\n",
          "    ",
          "word ",
          "x",
          "5 ",
          "\\begin{document}",
          "\\end{document}",
          "\\begin{verbatim}",
          "---\n",
          "\\verb",
          "\\let\\a\\b",
          "> ",
          "\\item[",
          "\\begin{problem}[",
          "\\\\[",
          "\\text{");

  @Test
  void noTextMakesTheReaderStumble() {
    long seed = Long.getLong("jacobi.seed", 20250101L);
    Random random = new Random(seed);
    for (int i = 0; i < 5_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int k = random.nextInt(25); k >= 0; k--) {
        text.append(TOKENS.get(random.nextInt(TOKENS.size())));
      }
      for (String name : List.of("a.md", "a.tex", "a.txt")) {
        checked(name, text.toString(), seed);
      }
    }
  }

  private static void checked(String name, String text, long seed) {
    try {
      Parts.checkOffsets(Documents.read(name, text));
    } catch (RuntimeException | AssertionError e) {
      throw new AssertionError("-Djacobi.seed=" + seed + ", " + name + ": " + text, e);
    }
  }

  @Test
  void bytesWithoutMeaningAreReadOrRefused() {
    Random random = new Random(Long.getLong("jacobi.seed", 7L));
    for (int i = 0; i < 2000; i++) {
      byte[] bytes = new byte[random.nextInt(200)];
      random.nextBytes(bytes);
      try {
        bytes(i % 2 == 0 ? "a.md" : "a.tex", bytes);
      } catch (DocumentException refused) {
        assertThat(refused).hasMessageStartingWith("a.");
      }
    }
  }
}
