package dev.jacobi.engine;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/// What runs of a compiled function allocate, when the JVM has compiled it: until then, vectors are
/// objects.
final class Allocation {
  private static final int RUNS = 20;
  private static final long WINDOW = 10_000_000; // ns
  private static final long PATIENCE = 60_000_000_000L; // ns, on a busy machine

  private Allocation() {}

  /// Bytes, in a window of at least so many runs: the first of nothing, or the last.
  static long of(Compiled c, Tensors in) {
    Tensors out = c.results();
    return of(() -> c.run(in, out));
  }

  static long of(Runnable work) {
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long id = Thread.currentThread().threadId();
    long allocated = Long.MAX_VALUE;
    long start = System.nanoTime();
    while (allocated > 0 && System.nanoTime() - start < PATIENCE) {
      long window = System.nanoTime();
      long before = threads.getThreadAllocatedBytes(id);
      for (int q = 0; q < RUNS || System.nanoTime() - window < WINDOW; q++) work.run();
      allocated = threads.getThreadAllocatedBytes(id) - before;
    }
    return allocated;
  }
}
