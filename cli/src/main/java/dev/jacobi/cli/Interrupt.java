package dev.jacobi.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Ctrl-C as a wish: the run learns of it, ends when it can, and the process waits for that.
final class Interrupt {
  private static final long PATIENCE = 60;

  private final CountDownLatch over = new CountDownLatch(1);
  private volatile boolean wished;

  /// From now on the process ends only when [#over] was called, or after a minute.
  Interrupt() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::await, "interrupt"));
  }

  private void await() {
    wished = true;
    try {
      over.await(PATIENCE, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  boolean isWished() {
    return wished;
  }

  void over() {
    over.countDown();
  }
}
