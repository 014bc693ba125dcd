package dev.jacobi.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Keys, accessibility, a phone.
class MannersTest extends OnThePage {

  @Test
  void everythingIsReachedByKeys() {
    page.keyboard().press("Tab");
    assertThat(page.locator(":focus")).hasText("Skip to the derivation");
    page.locator("#tab-derive").focus();
    page.keyboard().press("ArrowRight");
    assertThat(page.locator(":focus")).hasAttribute("id", "tab-graph");
    assertThat(page.locator(".node").first()).isVisible();
    page.locator(".walk button.primary").focus();
    page.keyboard().press("ArrowRight");
    page.keyboard().press("ArrowRight");
    assertThat(page.locator(".where")).containsText("step 2 of");
    page.keyboard().press("ArrowLeft");
    assertThat(page.locator(".where")).containsText("step 1 of");
    page.locator("#tab-graph").focus();
    page.keyboard().press("Home");
    page.locator("[data-form=layers]").focus();
    page.keyboard().press("ArrowRight");
    assertThat(page.locator("[data-form=matrix]")).isFocused();
    page.locator(".chip").first().focus();
    page.keyboard().press("Enter");
    assertThat(page.locator(".outcome")).hasCount(5);
  }

  @Test
  void nothingBreaksTheRulesOfAccessibility() throws IOException {
    accessible();
  }

  @Test
  void norInTheDarkOnAPhone() throws IOException {
    open(390, 844, ColorScheme.DARK);
    accessible();
    int width = (Integer) page.evaluate("document.documentElement.scrollWidth");
    assertThat(width).isLessThanOrEqualTo(390);
  }

  private void accessible() throws IOException {
    page.click("#tab-check");
    page.click("text=Try a sample");
    assertThat(page.locator(".finding").first()).isVisible();
    rules("check");
    page.click("#tab-graph");
    assertThat(page.locator(".node").first()).isVisible();
    page.click("text=Next ›");
    rules("graph");
    page.click("#tab-train");
    rules("train");
    page.click("#tab-derive");
    page.click("[data-form=steps]");
    page.locator(".step summary").first().click();
    rules("derive");
  }

  private static String axe() throws IOException {
    try (InputStream in =
        MannersTest.class.getResourceAsStream(
            "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private void rules(String pane) throws IOException {
    page.evaluate(axe());
    Object violations =
        page.evaluate(
            """
            async () => (await axe.run(document, {resultTypes: ["violations"]})).violations
                .map(v => v.id + ": " + v.help + " " + v.nodes.slice(0, 4).map(n => n.html.slice(0, 160)).join(" | "))
            """);
    assertThat((List<?>) violations).as(pane).isEmpty();
  }
}
