package dev.jacobi.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The train pane.
class TrainPaneTest extends OnThePage {

  @Test
  void digitsAreLearntByAModelThatIsOffered() {
    write("u in R[n]\nq = ||u||^2\nderive q wrt u\n");
    page.click("#tab-train");
    page.click("[data-set=digits]");
    page.click("text=Use a model for these data");
    assertThat(page.locator(".digits figure")).hasCount(30);
    assertThat(page.locator(".digits figcaption").first()).not().hasText("–");
    assertThat(page.locator("#name")).hasValue("digits");
    page.click(".play");
    assertThat(page.locator(".play")).hasText("Go on");
  }

  @Test
  void pointsOfAnotherSetAreLearntAtAnotherRate() {
    page.click("#tab-train");
    page.click("[data-set=xor]");
    page.locator("#rate").fill("-0.5");
    page.locator("#batch").fill("5");
    assertThat(page.locator("output[for=rate]")).hasText("0.316");
    assertThat(page.locator("output[for=batch]")).hasText("32");
    page.locator("#train .tools >> text=\"Step\"").click();
    assertThat(page.locator(".figures dd").nth(1)).not().hasText("–");
    assertThat(page.locator("canvas.plane"))
        .hasAttribute("aria-label", Pattern.compile("held-out"));
  }

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
