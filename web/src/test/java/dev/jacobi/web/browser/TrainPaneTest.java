package dev.jacobi.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;

/// The train pane.
class TrainPaneTest extends OnThePage {

  @Test
  void theModelLearnsWhileOneLooks() {
    page.click("#tab-train");
    page.click("text=Train >> nth=1");
    assertThat(page.locator(".play")).hasText("Pause");
    var epoch = page.locator(".figures dd").first();
    page.waitForCondition(() -> epoch.textContent().matches("\\d{2,}"));
    page.click(".play");
    assertThat(page.locator(".play")).hasText("Go on");
    assertThat(page.locator(".curve polyline")).hasCount(2);
    page.click("#train >> text=Reset");
    assertThat(epoch).hasText("0");
    page.locator("#train .tools >> text=\"Step\"").click();
    assertThat(page.locator(".figures dd").nth(1)).not().hasText("–");
  }
}
