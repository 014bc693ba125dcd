package dev.jacobi.web.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.jacobi.web.Server;
import dev.jacobi.web.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/// Takes a picture of each pane, wide and narrow, light and dark, into a folder: to be looked at.
public final class Pictures {
  private static final Map<String, Consumer<Page>> VIEWS =
      Map.of(
          "derive", Pictures::derive,
          "steps", Pictures::steps,
          "graph", Pictures::graph,
          "check", Pictures::check,
          "empty", page -> page.click("#tab-check"),
          "train", Pictures::train,
          "error", Pictures::error,
          "examples", Pictures::examples);

  private Pictures() {}

  /// The folder, then the views that are wanted; all where none is named.
  public static void main(String[] args) throws Exception {
    var folder = Path.of(args[0]);
    var wanted = args.length > 1 ? List.of(args).subList(1, args.length) : VIEWS.keySet();
    try (var server = Server.start(Settings.of("127.0.0.1", 0));
        var playwright = Chromium.playwright();
        var browser = Chromium.launch(playwright)) {
      for (int width : List.of(1280, 390))
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK))
          for (String view : wanted) {
            String name =
                "%s-%d-%s.png".formatted(view, width, scheme.name().toLowerCase(Locale.ROOT));
            take(browser, server.address(), width, scheme, VIEWS.get(view), folder.resolve(name));
          }
    }
  }

  private static void take(
      Browser browser,
      String address,
      int width,
      ColorScheme scheme,
      Consumer<Page> view,
      Path to) {
    var options =
        new Browser.NewContextOptions()
            .setViewportSize(width, width > 600 ? 800 : 844)
            .setColorScheme(scheme);
    try (var context = browser.newContext(options)) {
      var page = context.newPage();
      page.navigate(address);
      page.waitForSelector(".outcome");
      view.accept(page);
      page.waitForTimeout(600);
      page.screenshot(new Page.ScreenshotOptions().setPath(to).setFullPage(width < 600));
    }
  }

  private static void derive(Page page) {
    page.locator(".results [data-name=W2]").first().hover();
  }

  private static void steps(Page page) {
    page.click("[data-form=steps]");
    page.locator(".step summary").nth(1).click();
  }

  private static void graph(Page page) {
    page.click("#tab-graph");
    page.waitForSelector(".node");
    page.locator(".phases >> text=Backward").click();
    page.click("text=Next ›");
  }

  private static void check(Page page) {
    page.click("#tab-check");
    page.click("text=Try a sample");
    page.waitForSelector(".finding");
    page.locator("text=Show me the right line").first().click();
  }

  private static void train(Page page) {
    page.click("#tab-train");
    page.click("text=Train >> nth=1");
    page.waitForCondition(
        () -> page.locator(".figures dd").first().textContent().matches("\\d{2,}"));
    page.click(".play");
  }

  private static void error(Page page) {
    page.locator("#editor .cm-content").click();
    page.keyboard().press("Control+a");
    page.keyboard().press("Delete");
    page.keyboard().insertText("W in R[a, n]\nx in R[m]\ns = W x\nC = sumsq(s)\nderive C wrt W\n");
    page.waitForSelector("div.problem");
  }

  private static void examples(Page page) {
    page.click("#examples-open");
    page.waitForSelector("#examples-list li");
  }
}
