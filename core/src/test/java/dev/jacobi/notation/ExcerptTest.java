package dev.jacobi.notation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTest {
  private static Excerpt.Shown shown(String text, int line, int column, int length) {
    return new Excerpt(text, 40, "…").at(new Place(line, column, length)).orElseThrow();
  }

  @Test
  void theMarkStandsUnderThePlace() {
    assertThat(shown("a\r\nb = 𝛽 + c\r\n", 2, 5, 1))
        .isEqualTo(new Excerpt.Shown("  2 | b = 𝛽 + c", "    |     ^"));
  }

  @Test
  void theMarkOfTheEndStandsBehindTheLine() {
    assertThat(shown("a = ", 1, 9, 0)).isEqualTo(new Excerpt.Shown("  1 | a = ", "    |     ^"));
  }

  @Test
  void aPlaceOutsideTheTextIsNotShown() {
    assertThat(new Excerpt("a", 40, "…").at(Place.NONE)).isEmpty();
    assertThat(new Excerpt("a", 40, "…").at(new Place(2, 1, 1))).isEmpty();
  }

  @Test
  void aLongLineIsCutOnBothSidesWhereverTheMarkIs() {
    String text = "𝛼 + ".repeat(1000) + "x = y" + " + b".repeat(1000);
    for (int column : new int[] {1, 50, 4001, 7990}) {
      var shown = shown(text, 1, column, 5);
      int mark = shown.mark().indexOf('^');
      int at = shown.line().offsetByCodePoints(0, mark);
      int place = text.offsetByCodePoints(0, column - 1);
      assertThat(shown.line().startsWith(text.substring(place, place + 4), at)).isTrue();
      assertThat(shown.line().codePointCount(0, shown.line().length())).isLessThanOrEqualTo(48);
    }
  }

  @Test
  void aLineOfAMillionCharactersCostsOnePass() {
    var excerpt = new Excerpt("a = b, ".repeat(200_000), 40, "…");
    long start = System.nanoTime();
    for (int n = 0; n < 200_000; n++) excerpt.at(new Place(1, 7 * n + 1, 5));
    assertThat(System.nanoTime() - start).isLessThan(20_000_000_000L);
  }
}
