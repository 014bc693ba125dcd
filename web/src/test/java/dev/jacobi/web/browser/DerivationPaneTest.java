package dev.jacobi.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// The derivation pane, and mistakes in the model.
class DerivationPaneTest extends OnThePage {

  @Test
  void gradientsFollowTheTyping() {
    write("x in R[n]\nA in R[n, n]\nf = x' A x\nderive f wrt x\n");
    assertThat(page.locator(".outcome")).hasCount(1);
    assertThat(page.locator(".outcome annotation").first()).containsText("A^{\\top}");
    page.click("[data-form=index]");
    assertThat(page.locator(".outcome annotation").first()).containsText("\\sum");
    page.click("[data-form=steps]");
    page.locator(".step summary").first().click();
    assertThat(page.locator(".step .why").first()).containsText("Definition used");
  }

  @Test
  void aClickOnANameDifferentiatesByIt() {
    page.locator(".model [data-name=x]").first().click();
    assertThat(page.locator(".outcome")).hasCount(1);
    assertThat(page.locator(".outcome")).hasAttribute("aria-label", "dC/dx");
    page.locator(".chip[data-name=W1]").click();
    assertThat(page.locator(".outcome")).hasCount(2);
    page.click("text=as the model asks");
    assertThat(page.locator(".outcome")).hasCount(4);
  }

  @Test
  void pointingAtASymbolLightsEveryPlace() {
    page.locator(".results [data-name=W2]").first().hover();
    int lit = page.locator(".katex .lit").count();
    assertThat(lit).isGreaterThan(3);
    assertThat(page.locator(".model .lit").count()).isPositive();
  }

  @Test
  void aWordOfTheEditorAndItsSignsLightTogether() {
    page.locator(".results [data-name=W2]").first().hover();
    assertThat(page.locator("#editor .cm-lit")).hasCount(3);
    page.locator("#editor .cm-lit").nth(1).hover();
    assertThat(page.locator(".model .lit").first()).isVisible();
    page.locator("#model-title").hover();
    assertThat(page.locator(".lit, .cm-lit")).hasCount(0);
  }

  @Test
  void aLayoutTurnsAJacobianAndCasesAreTold() {
    write("A in R[m, n]\nx in R[n]\ny = A x\njacobian y wrt x\n");
    var first = page.locator(".outcome annotation").first();
    assertThat(first).not().containsText("\\top");
    page.selectOption("select[aria-label^=Layout]", "denominator");
    assertThat(first).containsText("A^{\\top}");
    write("x in R[n]\np = softmax(x)\njacobian p wrt x\n");
    page.click("[data-form=cases]");
    assertThat(page.locator(".outcome .shape annotation").first()).containsText("i = j");
  }

  @Test
  void whatTheServerWasTooBusyForIsAskedAgain() {
    var times = new AtomicInteger();
    page.route(
        "**/api/derive",
        route -> {
          if (times.incrementAndGet() > 1) route.resume();
          else
            route.fulfill(
                new Route.FulfillOptions()
                    .setStatus(503)
                    .setHeaders(Map.of("Retry-After", "1"))
                    .setContentType("application/json")
                    .setBody("{\"error\": 503, \"message\": \"busy\"}"));
        });
    write("x in R[n]\nf = ||x||^2\nderive f wrt x\n");
    assertThat(page.locator(".outcome")).hasCount(1);
    assertThat(times.get()).isGreaterThanOrEqualTo(2);
    forgive("503");
  }

  @Test
  void formulasAreCopiedInEverySpelling() {
    page.click("[data-form=matrix]");
    var first = page.locator(".outcome").nth(1);
    for (var each :
        List.of(
            "LaTeX:\\frac{\\partial C}",
            "Text:dC/db1 = ",
            "NumPy:import numpy",
            "PyTorch:torch",
            "Java:public final class")) {
      String[] parts = each.split(":", 2);
      first.locator("button", new Locator.LocatorOptions().setHasText(parts[0])).click();
      assertThat(page.locator("#toast")).containsText(parts[0] + " copied");
      String copied = (String) page.evaluate("navigator.clipboard.readText()");
      assertThat(copied).contains(parts[1]).doesNotContain("textcolor");
    }
  }

  @Test
  void aMistakeIsToldUnderItsPlaceAndWhatWasThereStays() {
    write("W in R[a, n]\nx in R[m]\ns = W x\n");
    assertThat(page.locator("div.problem")).containsText("the inner extents differ");
    assertThat(page.locator(".cm-wrong")).hasText("W x");
    assertThat(page.locator("#state")).hasText("1 mistake");
    assertThat(page.locator(".outcome")).hasCount(4);
  }
}
