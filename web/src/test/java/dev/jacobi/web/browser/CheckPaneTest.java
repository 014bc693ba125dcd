package dev.jacobi.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/// The check pane.
class CheckPaneTest extends OnThePage {
  private static final String WRONG =
      "$$\\frac{\\partial C}{\\partial s_2} = y - s_2$$\n\n$$\\frac{\\partial C}{\\partial b_2} = s_2 - y$$\n";

  @Test
  void aDerivationIsJudgedLineByLine() {
    page.click("#tab-check");
    page.locator(".document .cm-content").click();
    paste(WRONG);
    assertThat(page.locator(".verdict.wrong")).containsText("refuted (sign)");
    assertThat(page.locator(".verdict.true")).containsText("proved");
    assertThat(page.locator(".finding")).containsText("False at");
    assertThat(page.locator(".finding .answer")).hasCount(0);
    page.click("text=Show me the right line");
    assertThat(page.locator(".finding .answer annotation")).containsText("s_2 - y");
    var kept = page.waitForDownload(() -> page.locator("#check >> text=Report").click());
    assertThat(kept.suggestedFilename()).isEqualTo("derivation.check.html");
  }

  @Test
  void aDocumentThatIsDroppedIsJudged() {
    drop(Map.of("homework.md", WRONG));
    assertThat(page.locator(".verdict.wrong")).containsText("refuted (sign)");
  }

  @Test
  void aKeyThatIsDroppedWithADocumentJudgesIt() {
    drop(
        Map.of(
            "homework.md", "$$\\frac{\\partial f}{\\partial u} = 2 u$$\n",
            "homework.jacobi", "u in R[n]\nf = ||u||^2\nderive f wrt u\n"));
    assertThat(page.locator(".verdict.true")).containsText("proved");
    assertThat(page.locator("#name")).hasValue("homework");
  }

  @Test
  void aSampleBringsTheModelThatItSpeaksOf() {
    write("u in R[n]\nf = ||u||^2\nderive f wrt u\n");
    assertThat(page.locator(".outcome")).hasCount(1);
    page.click("#tab-check");
    page.click("text=Try a sample");
    assertThat(page.locator(".verdict.true")).hasCount(1);
    assertThat(page.locator(".finding")).hasCount(2);
    openFile("two layers");
    assertThat(editor()).containsText("f = ||u||^2");
  }

  @Test
  void aNewcomerTypesAnEquationAndIsToldWhatIsMissing() {
    page.click("#tab-check");
    page.locator(".document .cm-content").click();
    page.keyboard().type("My gradients:\n\n");
    assertThat(page.locator("#check .message")).containsText("No equation was found yet");
    page.keyboard().type("dC/ds2 = y - s2");
    assertThat(page.locator(".verdict.wrong")).containsText("refuted (sign)");
    assertThat(page.locator("#check .message")).isHidden();
    page.keyboard().press("Enter");
    page.keyboard().type("dC/ds2 = y -");
    assertThat(page.locator(".verdict.unread")).hasText("? unread");
    assertThat(page.locator(".verdict.wrong")).containsText("refuted (sign)");
    page.keyboard().press("Enter");
    page.keyboard().type("dC/db2 = s2 - y");
    assertThat(page.locator(".verdict.true")).containsText("proved");
    assertThat(page.locator(".finding").nth(1)).containsText("Line 4");
  }
}
