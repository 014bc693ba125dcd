package dev.jacobi.notation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Properties on random formulas. A failure says how to repeat it.
class SpellingPropertyTest {
  private static final int TREES = 20_000;
  private static final long SEED = Long.getLong("jacobi.seed", 20_250_917L);

  @Test
  void textReadsBackAsTheSameTree() {
    Names names = RandomSyntax.names();
    for (long seed = SEED; seed < SEED + TREES; seed++) {
      Syntax tree = new RandomSyntax(seed).formula(1 + (int) (seed % 14));
      String text = TextSpelling.PLAIN.spell(tree);
      assertThat(RandomSyntax.placeless(read(text, names, seed)))
          .as("%s, repeat with -Djacobi.seed=%d", text, seed)
          .isEqualTo(tree);
    }
  }

  @Test
  void asciiTextReadsBackAsASCIIText() {
    TextSpelling ascii = new TextSpelling(true);
    for (long seed = SEED; seed < SEED + 1000; seed++) {
      String text = ascii.spell(new RandomSyntax(seed).formula(8));
      assertThat(text.chars().allMatch(c -> c < 128)).as(text).isTrue();
      assertThat(ascii.spell(read(text, RandomSyntax.names(), seed))).isEqualTo(text);
    }
  }

  @Test
  void latexBracesAndBracketsBalance() {
    for (long seed = SEED; seed < SEED + TREES; seed++) {
      String latex =
          new LatexSpelling().spell(new RandomSyntax(seed).formula(1 + (int) (seed % 14)));
      assertThat(isBalanced(latex)).as("%s, -Djacobi.seed=%d", latex, seed).isTrue();
      assertThat(latex).doesNotContain("}^{}", "^^", "__");
    }
  }

  @Test
  void mathmlElementsNest() throws Exception {
    var factory = javax.xml.parsers.SAXParserFactory.newInstance();
    for (long seed = SEED; seed < SEED + 2000; seed++) {
      String mathml = new MathmlSpelling(true).spell(new RandomSyntax(seed).formula(10));
      var bytes =
          new java.io.ByteArrayInputStream(
              mathml.getBytes(java.nio.charset.StandardCharsets.UTF_8));
      factory.newSAXParser().parse(bytes, new org.xml.sax.helpers.DefaultHandler());
    }
  }

  /// Whatever stands in a file, reading it ends, and what goes wrong is a problem and no exception.
  @Test
  void anyTextIsReadOrRefusedWithPlacedProblems() {
    List<String> pieces =
        List.of(
            "x", "W1", "f", "dC", "/", "dW1", "(", ")", "[", "]", "{", "}", "|", "||", "'", "^",
            "^+", ".^", "sum", "sum[i", "=", "==", "in", "R", "R[", "1", "2.5", "..", ",", ";", ":",
            "\n", " ", "  ", "+", "-", "*", ".*", "if", "derive", "wrt", "with", "and", "assume",
            "∂", "√", "²", "⁻¹", "β", "#", "\"", "@", "_", "∈", "×", "T", "input", "for", "1..K");
    for (long seed = SEED; seed < SEED + TREES; seed++) {
      Random random = new Random(seed);
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < 30; i++) {
        text.append(pieces.get(random.nextInt(pieces.size())));
        text.append(random.nextBoolean() ? " " : "");
      }
      try {
        Parsed parsed = Parser.parse(text.toString());
        assertThat(Problems.render("f", text.toString(), parsed.problems())).isNotNull();
        assertThat(parsed.problems()).allMatch(p -> p.place().line() > 0);
      } catch (RuntimeException e) {
        fail("%s, -Djacobi.seed=%d".formatted(text, seed), e);
      }
    }
  }

  private static Syntax read(String text, Names names, long seed) {
    try {
      return Parser.formula(text, names);
    } catch (NotationException e) {
      return fail(
          "%s%nseed %d: %s at %s".formatted(text, seed, e.getMessage(), e.problem().place()));
    }
  }

  private static boolean isBalanced(String latex) {
    int braces = 0;
    int brackets = 0;
    for (int i = 0; i < latex.length(); i++) {
      braces += latex.charAt(i) == '{' ? 1 : latex.charAt(i) == '}' ? -1 : 0;
      brackets += latex.startsWith("\\left", i) && !latex.startsWith("\\leftarrow", i) ? 1 : 0;
      brackets -= latex.startsWith("\\right", i) ? 1 : 0;
      if (braces < 0 || brackets < 0) {
        return false;
      }
    }
    return braces == 0 && brackets == 0;
  }
}
