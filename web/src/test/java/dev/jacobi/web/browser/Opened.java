package dev.jacobi.web.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import dev.jacobi.web.Server;
import dev.jacobi.web.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/// One server and one browser for all tests of the page, until the last has run.
final class Opened implements BeforeAllCallback {
  /// What is shared.
  record Playground(Server server, Playwright playwright, Browser browser)
      implements AutoCloseable {
    static Playground start() {
      try {
        var server = Server.start(Settings.of("127.0.0.1", 0));
        var playwright = Chromium.playwright();
        return new Playground(server, playwright, Chromium.launch(playwright));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() {
      browser.close();
      playwright.close();
      server.close();
    }
  }

  private static Playground playground;

  static Playground playground() {
    return playground;
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    if (!Chromium.isThere()) System.out.println("SKIPPED judge: Chromium with node");
    assumeTrue(Chromium.isThere(), "no Chromium with node");
    playground =
        context
            .getRoot()
            .getStore(Namespace.GLOBAL)
            .computeIfAbsent(Playground.class, _ -> Playground.start(), Playground.class);
  }
}
