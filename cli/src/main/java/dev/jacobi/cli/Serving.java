package dev.jacobi.cli;

import dev.jacobi.web.Server;
import dev.jacobi.web.Settings;
import java.io.IOException;
import java.net.BindException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;

/// The playground while it runs.
record Serving(String bind, int port, int budget, boolean opens, Terminal terminal) {

  /// Serves until the process ends, or its thread is interrupted.
  Exit untilInterrupted() {
    try (var server = Server.start(Settings.of(bind, port).withBudget(budget))) {
      terminal.out().println("Jacobi's playground: " + server.address());
      terminal.out().println("Ctrl-C ends it.");
      terminal.out().flush();
      if (opens) open(server.address());
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (UnknownHostException e) {
      throw new InputException("--bind: there is no address " + bind);
    } catch (BindException e) {
      throw new InputException(
          "%s:%d cannot be listened on (%s); try --port 0".formatted(bind, port, e.getMessage()));
    } catch (IOException e) {
      throw new InputException("the server cannot start: " + e.getMessage());
    }
    return Exit.OK;
  }

  /// With the system's own opener; where there is none, the address was printed.
  private static void open(String address) {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    List<String> command =
        system.contains("win")
            ? List.of("rundll32", "url.dll,FileProtocolHandler", address)
            : List.of(system.contains("mac") ? "open" : "xdg-open", address);
    try {
      new ProcessBuilder(command)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException _) {
      // The user opens it.
    }
  }
}
