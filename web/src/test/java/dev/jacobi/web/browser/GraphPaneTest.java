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
  void everyNumberCanBeReadByMouseAndByKeys() {
    page.click("#tab-graph");
    page.locator("[data-node=W1] .forward .cell").nth(1).hover();
    assertThat(page.locator(".celltip")).containsText("W1[1,2] = ");
    page.locator(".drawing").focus();
    page.keyboard().press("ArrowDown");
    assertThat(page.locator(".node.chosen")).hasCount(1);
    assertThat(page.locator(".stepcard annotation").last()).containsText("bmatrix");
    page.keyboard().press("ArrowDown");
    page.keyboard().press("ArrowRight");
    assertThat(page.locator(".where")).containsText("step 1 of");
  }

  @Test
  void aSizeIsChangedAndATrainingStepIsGoneOnWith() {
    page.click("#tab-graph");
    page.locator("[aria-label='size n']").fill("5");
    page.keyboard().press("Tab");
    assertThat(page.locator("[data-node=x] .forward .cell")).hasCount(5);
    page.locator(".phases >> text=Update").click();
    var next = page.locator(".walk button.primary");
    while (!next.textContent().contains("round")) next.click();
    next.click();
    assertThat(page.locator(".where")).containsText("round 2");
    assertThat(page.locator(".stepcard")).containsText("Loss so far");
  }

  @Test
  void whatIsTooLargeToBeFollowedByHandIsSaidToBe() {
    write("W in R[784, 30]\nx in R[30]\nC = ||W x||^2\nderive C wrt W\n");
    page.click("#tab-graph");
    assertThat(page.locator("#graph .message")).containsText("too many entries");
    assertThat(page.locator(".drawing")).isHidden();
    forgive("400");
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
