package dev.jacobi.notation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemTest {

  private static String render(String text) {
    return Problems.render("hw1.jacobi", text, Parser.parse(text).problems());
  }

  @Test
  void everyProblemOfAFileIsFoundAndTheRestIsRead() {
    Parsed parsed =
        Parser.parse("x in Q[n]\ny = (1 + 2\nz = 3 @ 4\nsection here\nw = 1\nv = * 2\n");
    assertThat(parsed.problems()).extracting(p -> p.place().line()).containsExactly(1, 2, 3, 4, 6);
    assertThat(parsed.statements()).hasSize(1);
  }

  @Test
  void aForgottenBracketCostsOneStatement() {
    Parsed parsed = Parser.parse("y = f(a, (b + 2)\nz = (3)\nw = [1\nv = 2");
    assertThat(parsed.problems())
        .extracting(Problem::message)
        .containsExactly("this `(` is never closed", "this `[` is never closed");
    assertThat(parsed.statements()).hasSize(2);
  }

  @Test
  void aProblemIsShownUnderItsLine() {
    assertThat(render("x in R[n]\n\ts1 = W1 x + * b1\n"))
        .isEqualTo(
            """
            hw1.jacobi:2:14: expected a name, a number or `(`, found `*`
              2 |     s1 = W1 x + * b1
                |                 ^
            """);
  }

  @Test
  void hintsFollowTheLine() {
    assertThat(render("derrive C"))
        .isEqualTo(
            """
            hw1.jacobi:1:1: `derrive` begins no statement
              1 | derrive C
                | ^^^^^^^
              hint: did you mean `derive`?
            """);
    assertThat(render("derivative f wrt x")).contains("did you mean `derive`?");
    assertThat(render("max in R\ny = max(1, 2)"))
        .contains("`max` is declared", "hides the function");
    assertThat(render("y = 2 /")).contains(":1:7: nothing follows `/`");
    assertThat(render("x in simplx[n]")).contains("hint: did you mean simplex?");
    assertThat(render("x in simplex")).contains("simplex needs its extent");
    assertThat(render("vjp y wrt x")).contains("vjp needs its factor");
    assertThat(render("for l in 1..L: z[l] = 1")).contains("families (`for`) are not read yet");
  }

  @Test
  void columnsCountCodePoints() {
    assertThat(render("β𝐱 = ŷ @ 1")).contains(":1:8:").contains("| β𝐱 = ŷ @ 1\n    |        ^\n");
  }

  @Test
  void longLinesAreCutAroundTheMark() {
    String shown = render("y = " + "a + ".repeat(100) + "* b + " + "c + ".repeat(100) + "d");
    assertThat(shown.lines()).allMatch(line -> line.length() < 110);
    List<String> lines = shown.lines().toList();
    assertThat(lines.get(1).charAt(lines.get(2).indexOf('^'))).isEqualTo('*');
  }

  @Test
  void linesMayEndInCarriageReturns() {
    assertThat(Parser.parse("x in R[n]\r\ny = x\r\n").problems()).isEmpty();
    assertThat(render("y = *\r\n")).contains("1 | y = *\n");
  }

  @Test
  void textThatIsTooLongIsRefusedWhole() {
    Parsed parsed = Parser.parse("x".repeat(Parser.MAX_LENGTH + 1));
    assertThat(parsed.problems()).hasSize(1);
    assertThat(parsed.statements()).isEmpty();
  }

  @Test
  void hostileTextIsReadInTimeAlmostLinear() {
    for (String piece :
        List.of("(\n", "a+\n\n\n", "a, ", "da[", "|", "x in R, ", "[(", "'", "\"\n")) {
      String text = piece.repeat(Parser.MAX_LENGTH / 4 / piece.length());
      long start = System.nanoTime();
      Parser.parse(text);
      assertThat(System.nanoTime() - start).as(piece).isLessThan(5_000_000_000L);
    }
  }

  @Test
  void problemsWithoutAPlaceAreStillSaid() {
    List<Problem> problems = List.of(new Problem(Place.NONE, "no request", "derive C wrt W1"));
    assertThat(Problems.render("f", "", problems))
        .isEqualTo("f: no request\n  hint: derive C wrt W1\n");
  }

  @Test
  void nearestIsAtMostTwoEditsAway() {
    assertThat(Nearest.to("sigmod", Vocabulary.FUNCTIONS)).contains("sigmoid");
    assertThat(Nearest.to("sofmtax", Vocabulary.FUNCTIONS)).contains("softmax");
    assertThat(Nearest.to("quaternion", Vocabulary.FUNCTIONS)).isEmpty();
    assertThat(Nearest.to("x", List.of("y", "z"))).isEmpty();
    assertThat(Nearest.to("relu", Vocabulary.FUNCTIONS)).isEmpty();
    assertThat(Nearest.distance("ca", "abc")).isEqualTo(3);
    assertThat(Nearest.distance("ab", "ba")).isEqualTo(1);
  }
}
