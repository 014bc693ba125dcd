package dev.jacobi.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
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
    page.click("#examples-open");
    assertThat(page.locator("#examples-list button").first()).isVisible();
    rules("examples");
    page.keyboard().press("Escape");
    write("W in R[a, n]\nx in R[m]\ns = W x\n");
    assertThat(page.locator("div.problem")).isVisible();
    rules("a mistake");
  }

  @Test
  void norInTheDarkOnAPhone() throws IOException {
    open(390, 844, ColorScheme.DARK);
    accessible();
    int width = (Integer) page.evaluate("document.documentElement.scrollWidth");
    assertThat(width).isLessThanOrEqualTo(390);
  }

  @Test
  void whoWantsLessMotionGetsNone() {
    page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
    assertThat(
            page.evaluate("getComputedStyle(document.getElementById('toast')).transitionDuration"))
        .isEqualTo("0s");
  }

  @Test
  void everyFormulaHasItsMathMl() {
    int formulas = page.locator(".katex").count();
    assertThat(formulas).isGreaterThan(20);
    assertThat(page.locator(".katex .katex-mathml math annotation").count()).isEqualTo(formulas);
    assertThat(page.locator("annotation").first().textContent()).doesNotContain("textcolor");
  }

  private void accessible() throws IOException {
    page.click("#tab-check");
    rules("an empty check pane");
    page.click("text=Try a sample");
    assertThat(page.locator(".finding").first()).isVisible();
    rules("check");
    page.click("#tab-graph");
    assertThat(page.locator(".node").first()).isVisible();
    page.click("text=Next ›");
    page.locator(".node").first().click();
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
    if (!(Boolean) page.evaluate("'axe' in window")) page.evaluate(axe());
    Object violations =
        page.evaluate(
            """
            async () => (await axe.run(document, {resultTypes: ["violations"]})).violations
                .map(v => v.id + ": " + v.help + " " + v.nodes.slice(0, 4).map(n => n.html.slice(0, 160)).join(" | "))
            """);
    assertThat((List<?>) violations).as(pane).isEmpty();
  }
}
