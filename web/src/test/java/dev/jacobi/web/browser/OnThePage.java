package dev.jacobi.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/// A test of the page in a real browser: what a user does, by mouse and by keys. Each test has a
/// page of its own, with nothing stored.
@ExtendWith(Opened.class)
abstract class OnThePage {
  private static final double PATIENCE = 30_000;

  private final List<String> complaints = new ArrayList<>();
  private BrowserContext context;
  Page page;

  @BeforeEach
  void open() {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    open(1280, 860, ColorScheme.LIGHT);
  }

  final void open(int width, int height, ColorScheme scheme) {
    if (context != null) context.close();
    context =
        browser()
            .newContext(
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
    page.navigate(Opened.playground().server().address());
    assertThat(page.locator(".outcome").first()).isVisible();
  }

  /// Neither an error of a script, nor anything that the content policy had to forbid.
  @AfterEach
  void nothingWasComplainedOf() {
    if (context == null) return;
    context.close();
    assertThat(complaints).isEmpty();
  }

  /// What the browser says of a status that a test brought about.
  final void forgive(String words) {
    complaints.removeIf(c -> c.contains(words));
  }

  static Browser browser() {
    return Opened.playground().browser();
  }

  final Locator editor() {
    return page.locator("#editor .cm-content");
  }

  final void write(String text) {
    editor().click();
    page.keyboard().press("Control+a");
    paste(text);
  }

  /// Drops files, by their names, on the page.
  final void drop(Map<String, String> texts) {
    page.evaluate(
        """
        texts => {
          const all = new DataTransfer();
          for (const [name, text] of Object.entries(texts)) all.items.add(new File([text], name));
          document.body.dispatchEvent(new DragEvent("drop", {dataTransfer: all, bubbles: true}));
        }
        """,
        texts);
  }

  /// Opens the first of the dialog's files that have these words.
  final void openFile(String words) {
    page.click("#examples-open");
    assertThat(page.locator("#examples-list button").first()).isVisible();
    page.fill("#examples-find", words);
    page.keyboard().press("Enter");
  }

  /// Until the browser has stored this, which it does a moment after the typing.
  final void untilStored(String text) {
    page.waitForFunction(
        "text => (localStorage.getItem('jacobi.playground') ?? '').includes(text)", text);
  }

  final void paste(String text) {
    page.evaluate("t => navigator.clipboard.writeText(t)", text);
    page.keyboard().press("Control+v");
  }
}
