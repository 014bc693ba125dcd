package dev.jacobi.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Links, what the browser keeps, and the examples.
class LinksTest extends OnThePage {

  @Test
  void aLinkCarriesTheWholeText() {
    write("u in R[n]\nq = ||u||^2\nderive q wrt u\n");
    assertThat(page.locator(".outcome")).hasCount(1);
    page.click("#share");
    assertThat(page.locator("#toast")).containsText("copied");
    String link = (String) page.evaluate("navigator.clipboard.readText()");
    assertThat(link).contains("/#");
    var other = browser().newContext();
    var shared = other.newPage();
    shared.navigate(link);
    assertThat(shared.locator("#editor .cm-content")).containsText("q = ||u||^2");
    assertThat(shared.locator(".outcome")).hasCount(1);
    other.close();
  }

  @Test
  void whatWasWrittenIsThereAgain() {
    write("u in R[n]\nq = sum(u)\nderive q wrt u\n");
    assertThat(page.locator(".outcome")).hasCount(1);
    untilStored("q = sum(u)");
    page.reload();
    assertThat(editor()).containsText("q = sum(u)");
  }

  @Test
  void everyExampleOpens() {
    openFile("lstm");
    assertThat(editor()).containsText("tanh");
    assertThat(page.locator("#name")).hasValue("lstm-cell");
  }

  @Test
  void aDocumentOfTheExamplesComesWithItsKey() {
    openFile("homework/right.md");
    assertThat(page.locator("#name")).hasValue("two-layer");
    assertThat(editor()).containsText("key of right.md");
    assertThat(page.locator(".verdict.true").first()).isVisible();
    assertThat(page.locator(".verdict.wrong")).hasCount(0);
    openFile("no-key");
    assertThat(page.locator("#keyed")).not().isChecked();
    assertThat(page.locator(".verdict.true").first()).isVisible();
  }

  @Test
  void whatIsSavedIsFoundByItsNameUntilItIsDeleted() {
    write("u in R[n]\nq = sum(u)\nderive q wrt u\n");
    page.fill("#name", "mine");
    page.keyboard().press("Control+s");
    assertThat(page.locator("#toast")).containsText("Kept in this browser");
    openFile("lstm");
    assertThat(editor()).containsText("tanh");
    openFile("mine");
    assertThat(editor()).containsText("q = sum(u)");
    page.click("#examples-open");
    page.click("[aria-label='Delete mine.jacobi']");
    assertThat(page.locator("#examples-list .own")).hasCount(0);
  }

  @Test
  void aLinkTakesNothingAwayThatOneWrote() {
    write("u in R[n]\nq = ||u||^2\nderive q wrt u\n");
    page.click("#share");
    assertThat(page.locator("#toast")).containsText("copied");
    String link = (String) page.evaluate("navigator.clipboard.readText()");
    write("u in R[n]\nq = sum(u)\nderive q wrt u\n");
    untilStored("q = sum(u)");
    page.navigate(link);
    assertThat(editor()).containsText("q = ||u||^2");
    page.reload();
    openFile("two layers");
    assertThat(editor()).containsText("q = sum(u)");
  }
}
