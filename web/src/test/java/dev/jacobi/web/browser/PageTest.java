package dev.jacobi.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import dev.jacobi.web.Server;
import dev.jacobi.web.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The page in a real browser: what a user does in each pane, by mouse and by keys.
class PageTest {
  private static final String WRONG =
      "$$\\frac{\\partial C}{\\partial s_2} = y - s_2$$\n\n$$\\frac{\\partial C}{\\partial b_2} = s_2 - y$$\n";
  private static final double PATIENCE = 12_000;

  private static Server server;
  private static Playwright playwright;
  private static Browser browser;
  private static String axe;
  private final List<String> complaints = new ArrayList<>();
  private BrowserContext context;
  private Page page;

  @BeforeAll
  static void start() throws IOException {
    if (!Chromium.isThere()) System.out.println("SKIPPED judge: Chromium with node");
    assumeTrue(Chromium.isThere(), "no Chromium with node");
    server = Server.start(Settings.of("127.0.0.1", 0));
    playwright = Chromium.playwright();
    browser = Chromium.launch(playwright);
    axe = resource("/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js");
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
  }

  private static String resource(String path) throws IOException {
    try (InputStream in = PageTest.class.getResourceAsStream(path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @AfterAll
  static void stop() {
    if (server == null) return;
    browser.close();
    playwright.close();
    server.close();
  }

  @BeforeEach
  void open() {
    open(1280, 860, ColorScheme.LIGHT);
  }

  private void open(int width, int height, ColorScheme scheme) {
    context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(scheme)
                .setPermissions(List.of("clipboard-read", "clipboard-write")));
    page = context.newPage();
    page.setDefaultTimeout(PATIENCE);
    page.onConsoleMessage(m -> {
      if (m.type().equals("error")) complaints.add(m.text());
    });
    page.onPageError(complaints::add);
    page.navigate(server.address());
    assertThat(page.locator(".outcome").first()).isVisible();
  }

  /// Neither an error of a script, nor anything that the content policy had to forbid.
  @AfterEach
  void nothingWasComplainedOf() {
    if (context == null) return;
    context.close();
    assertThat(complaints).isEmpty();
  }

  private Locator editor() {
    return page.locator("#editor .cm-content");
  }

  private void write(String text) {
    editor().click();
    page.keyboard().press("Control+a");
    paste(text);
  }

  private void paste(String text) {
    page.evaluate("t => navigator.clipboard.writeText(t)", text);
    page.keyboard().press("Control+v");
  }

  // ---- derivation

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

  // ---- links and files

  @Test
  void aLinkCarriesTheWholeText() {
    write("u in R[n]\nq = ||u||^2\nderive q wrt u\n");
    assertThat(page.locator(".outcome")).hasCount(1);
    page.click("#share");
    assertThat(page.locator("#toast")).containsText("copied");
    String link = (String) page.evaluate("navigator.clipboard.readText()");
    assertThat(link).contains("/#");
    var other = browser.newContext();
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

  // ---- graph

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

  // ---- check

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
    page.evaluate(
        """
        text => {
          const all = new DataTransfer();
          all.items.add(new File([text], "homework.md", {type: "text/markdown"}));
          document.body.dispatchEvent(new DragEvent("drop", {dataTransfer: all, bubbles: true}));
        }
        """,
        WRONG);
    assertThat(page.locator(".verdict.wrong")).containsText("refuted (sign)");
  }

  // ---- train

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

  // ---- manners

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
  void nothingBreaksTheRulesOfAccessibility() {
    accessible();
  }

  @Test
  void norInTheDarkOnAPhone() {
    context.close();
    open(390, 844, ColorScheme.DARK);
    accessible();
    int width = (Integer) page.evaluate("document.documentElement.scrollWidth");
    assertThat(width).isLessThanOrEqualTo(390);
  }

  private void accessible() {
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

  private void rules(String pane) {
    page.evaluate(axe);
    Object violations =
        page.evaluate(
            """
            async () => (await axe.run(document, {resultTypes: ["violations"]})).violations
                .map(v => v.id + ": " + v.help + " " + v.nodes.slice(0, 4).map(n => n.html.slice(0, 160)).join(" | "))
            """);
    assertThat((List<?>) violations).as(pane).isEmpty();
  }
}
