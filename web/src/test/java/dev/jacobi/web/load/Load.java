package dev.jacobi.web.load;

import java.nio.file.Path;
import java.util.List;

/// Many clients at once, or an honest one beside hostile ones: a program for bench/playground.
public final class Load {
  private static final int TYPING = 1500;
  private static final int ALONE = 250;

  private Load() {}

  /// `load CLIENTS SECONDS` or `hostile CLIENTS SECONDS`.
  public static void main(String[] args) throws Exception {
    int clients = Integer.parseInt(args[1]);
    int seconds = Integer.parseInt(args[2]);
    try (var server = new Served()) {
      if (args[0].equals("load")) load(server, clients, seconds);
      else hostile(server, clients, seconds);
    }
  }

  private static void load(Served server, int clients, int seconds) throws Exception {
    told(server, 1, 3, ALONE, "warm-up");
    System.out.println("before       " + server.told());
    // Twice: what grows is a leak, what was only not there yet is not.
    for (int round = 1; round <= 2; round++) {
      told(server, clients, seconds, TYPING, clients + " clients");
      Thread.sleep(3000);
      System.out.println("after        " + server.told());
    }
  }

  private static void hostile(Served server, int clients, int seconds) throws Exception {
    told(server, 1, 5, ALONE, "warm-up");
    told(server, 1, seconds, ALONE, "alone");
    System.out.println("before       " + server.told());
    var attack = attack(server.port, clients, seconds);
    Thread.sleep(2000);
    told(server, 1, seconds, ALONE, "beside " + clients);
    attack.waitFor();
    // Until what they left open is closed.
    Thread.sleep(15_000);
    System.out.println("after        " + server.told());
  }

  private static void told(Served server, int clients, int seconds, int pause, String what)
      throws InterruptedException {
    try (var honest = new Honest(server.port)) {
      honest.ask(clients, seconds, pause);
      System.out.printf("%-12s derive %s%n", what, honest.derive.told());
      System.out.printf("%-12s check  %s%n", "", honest.check.told());
    }
  }

  private static Process attack(int port, int clients, int seconds) throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classes = System.getProperty("java.class.path");
    return new ProcessBuilder(
            // What they do costs processors, too, that are not the server's in earnest.
            List.of(
                "nice",
                "-n",
                "19",
                java,
                "-cp",
                classes,
                Hostile.class.getName(),
                "" + port,
                "" + clients,
                "" + (seconds + 2)))
        .inheritIO()
        .start();
  }
}
