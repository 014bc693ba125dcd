package dev.jacobi.web.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.jacobi.web.Server;
import dev.jacobi.web.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// From a key to gradients on the screen, in a real browser: a program for bench/playground.
public final class Latency {
  private static final int KEYS = 120;
  private static final int WARM = 40;
  private static final String WATCH =
      """
      () => {
        window.keys = [];
        let pressed = 0;
        document.addEventListener("keydown", () => { pressed = performance.now(); }, true);
        new PerformanceObserver(() => {
          // After the frame that shows it.
          requestAnimationFrame(() => setTimeout(() => {
            if (pressed) window.keys.push(performance.now() - pressed);
            pressed = 0;
          }));
        }).observe({type: "mark"});
      }
      """;

  private Latency() {}

  /// Prints a line for each example.
  public static void main(String[] args) throws Exception {
    try (var server = Server.start(Settings.of("127.0.0.1", 0));
        var playwright = Chromium.playwright();
        var browser = Chromium.launch(playwright)) {
      // The first round is until all is compiled.
      for (String name : List.of("two-layer", "two-layer", "five-layer")) {
        var page = browser.newPage();
        page.navigate(server.address());
        page.waitForSelector(".outcome");
        System.out.printf("%-12s %s%n", name, told(keys(page, name)));
        page.close();
      }
      var page = browser.newPage();
      page.navigate(server.address());
      page.waitForSelector(".outcome");
      var paint =
          page.evaluate(
              "() => performance.getEntriesByName('first-contentful-paint')[0].startTime");
      System.out.printf("%-12s %.0f ms%n", "first paint", ((Number) paint).doubleValue());
    }
  }

  /// The example with a factor before its cost, which is typed over again and again.
  private static List<Double> keys(Page page, String name) throws Exception {
    String text = Files.readString(Path.of("examples", name + ".jacobi"));
    String asked = text.substring(0, text.indexOf('\n', text.indexOf("derive ")) + 1);
    String scaled = asked.replaceFirst("(?m)^C( *)= ", "C$1= 3 * ");
    page.locator("#editor .cm-content").click();
    page.keyboard().press("Control+a");
    page.keyboard().press("Delete");
    page.keyboard().insertText(scaled);
    page.waitForTimeout(1500);
    toTheFactor(page, scaled);
    int outcomes = asked.substring(asked.indexOf("derive ")).split(",").length;
    PlaywrightAssertions.assertThat(page.locator("article.outcome")).hasCount(outcomes);
    PlaywrightAssertions.assertThat(page.locator("#state")).hasText("");
    page.evaluate(WATCH);
    for (int q = 0; q < KEYS; q++) {
      page.keyboard().press(q % 2 == 0 ? "5" : "Backspace");
      page.waitForTimeout(120);
    }
    List<Double> all = new ArrayList<>();
    for (Object x : (List<?>) page.evaluate("window.keys")) all.add(((Number) x).doubleValue());
    return all.subList(Math.min(WARM, all.size()), all.size());
  }

  private static void toTheFactor(Page page, String text) {
    var lines = text.lines().toList();
    int line = 0;
    while (!lines.get(line).contains("= 3 * ")) line++;
    page.keyboard().press("Control+Home");
    for (int q = 0; q < line; q++) page.keyboard().press("ArrowDown");
    page.keyboard().press("Home");
    for (int q = 0; q < lines.get(line).indexOf("= 3") + 3; q++)
      page.keyboard().press("ArrowRight");
    page.waitForTimeout(1000);
  }

  private static String told(List<Double> ms) {
    if (ms.isEmpty()) return "nothing was measured";
    List<Double> sorted = new ArrayList<>(ms);
    Collections.sort(sorted);
    return "median %.0f ms, 90%% below %.0f ms, of %d keys"
        .formatted(
            sorted.get(sorted.size() / 2), sorted.get(sorted.size() * 9 / 10), sorted.size());
  }
}
