package dev.jacobi.web.desk;

import dev.jacobi.web.Limits;
import java.util.HashMap;
import java.util.Map;

/// Who asks, and what each may ask at once.
final class Clients {
  private final Map<String, Client> byName = new HashMap<>();
  private int open;

  /// - `atOnce`: how many questions it may have open; 0 for as many as a page
  /// - error: [Refusal] when it asks too much (429), or all together do (503)
  synchronized Client enter(String who, int atOnce) throws Refusal {
    double now = Desk.now();
    if (byName.size() > 2 * Limits.OPEN_OF_ALL) byName.values().removeIf(c -> c.isIdle(now));
    Client client = byName.computeIfAbsent(who, _ -> new Client());
    if (client.open() >= (atOnce <= 0 ? Limits.OPEN_OF_A_PAGE : atOnce))
      throw Refusal.later(
          429, "you have " + client.open() + " questions open; wait for one of them", 1);
    if (client.used(now) > Limits.SECONDS_OF_A_CLIENT)
      throw Refusal.later(429, "your computations take too much time; wait a little", 15);
    if (open >= Limits.OPEN_OF_ALL) throw Refusal.later(503, "too many wait; try again", 2);
    client.opened();
    open++;
    return client;
  }

  synchronized void leave(Client client) {
    client.closed();
    open--;
  }
}
