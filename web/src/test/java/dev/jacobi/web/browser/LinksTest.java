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
    page.waitForTimeout(500);
    page.reload();
    assertThat(editor()).containsText("q = sum(u)");
  }

  @Test
  void everyExampleOpens() {
    page.click("#examples-open");
    assertThat(page.locator("#examples-list li").first()).isVisible();
    page.fill("#examples-find", "lstm");
    page.keyboard().press("Enter");
    assertThat(editor()).containsText("tanh");
    assertThat(page.locator("#name")).hasText("lstm-cell");
  }
}
