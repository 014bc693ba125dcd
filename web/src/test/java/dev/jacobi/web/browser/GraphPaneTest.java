package dev.jacobi.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;

/// The graph pane.
class GraphPaneTest extends OnThePage {

  @Test
  void theGraphIsWalkedForwardsAndBackwards() {
    page.click("#tab-graph");
    assertThat(page.locator(".node")).hasCount(10);
    page.click("text=Next ›");
    assertThat(page.locator(".stepcard annotation").first()).containsText("W");
    page.locator(".phases >> text=Backward").click();
    assertThat(page.locator(".node.now")).hasCount(1);
    page.locator(".phases >> text=Update").click();
    assertThat(page.locator(".stepcard annotation").first()).containsText("\\leftarrow");
    page.click("text=‹ Back");
    assertThat(page.locator(".phases [aria-current]")).hasText("Backward");
  }

  @Test
  void numbersOfTheUsersAreComputedWith() {
    write("x in R\ny in R\nC = (x - y)^2\nderive C wrt x\n");
    page.click("#tab-graph");
    page.locator("[aria-label='x ']").fill("5");
    page.locator("[aria-label='y ']").fill("2");
    page.keyboard().press("Tab");
    page.locator(".phases >> text=Loss").click();
    assertThat(page.locator(".stepcard annotation").first()).containsText("= 9");
    page.locator(".phases >> text=Backward").click();
    assertThat(page.locator(".stepcard annotation").first()).containsText("= 6");
  }
}
