package dev.jacobi.web;

import java.util.concurrent.atomic.AtomicLong;

/// Refusals are answered slowly where there are many, so that whoever is refused and asks again at
/// once takes no time from others.
final class Patience {
  private final AtomicLong second = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();

  /// To be told of each refusal, by the thread that is to answer it.
  void refused() {
    long now = System.nanoTime() / 1_000_000_000L;
    if (second.getAndSet(now) != now) refused.set(0);
    if (refused.incrementAndGet() <= Limits.REFUSALS) return;
    try {
      Thread.sleep(Limits.REFUSAL_WAITS_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
