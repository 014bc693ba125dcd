package dev.jacobi.cli;

import java.io.PrintStream;
import java.util.concurrent.TimeUnit;

/// A bar on a terminal, once a run takes longer than a moment; nothing elsewhere.
final class Progress implements AutoCloseable {
  private static final int WIDTH = 40;
  private static final long QUIET = TimeUnit.MILLISECONDS.toNanos(700);
  private static final long BETWEEN = TimeUnit.MILLISECONDS.toNanos(100);

  private final PrintStream out;
  private final boolean visible;
  private final int all;
  private final long start;
  private int done;
  private long drawn;

  /// - `all`: how many steps there are
  Progress(PrintStream out, boolean visible, int all) {
    this(out, visible, all, System.nanoTime());
  }

  Progress(PrintStream out, boolean visible, int all, long start) {
    this.out = out;
    this.visible = visible;
    this.all = all;
    this.start = start;
  }

  /// One more is done; called from any thread.
  synchronized void step() {
    done++;
    long now = System.nanoTime();
    boolean due = now - start > QUIET && (drawn == 0 || now - drawn > BETWEEN || done == all);
    if (!visible || all < 2 || !due) {
      return;
    }
    drawn = now;
    int filled = WIDTH * done / all;
    var bar = "#".repeat(filled) + ".".repeat(WIDTH - filled);
    out.print("\r[%s] %d/%d%s".formatted(bar, done, all, left(now)));
    out.flush();
  }

  /// How long the rest will take if it goes on like this.
  private String left(long now) {
    long seconds = TimeUnit.NANOSECONDS.toSeconds((now - start) / done * (all - done));
    return ", %d:%02d left ".formatted(seconds / 60, seconds % 60);
  }

  /// Wipes the bar.
  @Override
  public synchronized void close() {
    if (drawn != 0) {
      out.print("\r\u001b[K");
      out.flush();
    }
  }
}
