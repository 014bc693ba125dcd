package dev.jacobi.bench.work;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;

/// The median over many short batches, each of half a millisecond or of one run that takes longer:
/// short, so that most are not interrupted where the machine has other work too.
record Timing(double median, double least, int batches) {
  private static final double BATCH = 0.5e6;
  private static final long PATIENCE = 20_000_000_000L; // ns, for the compiler

  static Timing of(Work work, double seconds) {
    long end = System.nanoTime() + (long) (1e9 * seconds);
    int count = count(work);
    var times = new double[1 << 16];
    int batches = 0;
    do {
      times[batches++] = batch(work, count) / count;
    } while (batches < times.length && System.nanoTime() < end);
    double[] sorted = Arrays.copyOf(times, batches);
    Arrays.sort(sorted);
    return new Timing(sorted[batches / 2] / 1e3, sorted[0] / 1e3, batches);
  }

  /// Runs until the compiler has had nothing to do for a while, and this thread has worked for so
  /// many seconds; but no more than six times as long, if others keep the machine busy.
  static Timing warm(Work work, double seconds) {
    var compiler = ManagementFactory.getCompilationMXBean();
    var threads = ManagementFactory.getThreadMXBean();
    long cpu = threads.getCurrentThreadCpuTime() + (long) (1e9 * seconds);
    long end = System.nanoTime() + (long) (6e9 * seconds);
    long compiled;
    Timing last;
    do {
      compiled = compiler.getTotalCompilationTime();
      last = of(work, Math.max(0.3, seconds / 10));
    } while (System.nanoTime() < end
        && (threads.getCurrentThreadCpuTime() < cpu
            || compiler.getTotalCompilationTime() != compiled));
    return last;
  }

  /// One run, in microseconds.
  static double once(Work work) {
    return batch(work, 1) / 1e3;
  }

  /// The bytes that a run allocates in this thread, when the JVM has compiled it: the least of
  /// many windows. Of a long run some steps are called so seldom that they are compiled after a
  /// thousand runs, and until then their vectors are objects.
  static double allocated(Work work) {
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long end = System.nanoTime() + PATIENCE;
    int count = 100;
    long least = Long.MAX_VALUE;
    do {
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < count; i++) work.run();
      // what asking itself allocates is less than a byte a run
      least = Math.min(least, (threads.getCurrentThreadAllocatedBytes() - before) / count);
    } while (least > 0 && System.nanoTime() < end);
    return least;
  }

  /// How many runs make a batch.
  private static int count(Work work) {
    int count = 1;
    for (double time = batch(work, 1); time < BATCH; time = batch(work, count))
      count = time < BATCH / 10 ? 10 * count : (int) Math.ceil(count * 1.1 * BATCH / time);
    return count;
  }

  private static double batch(Work work, int count) {
    long start = System.nanoTime();
    for (int i = 0; i < count; i++) work.run();
    return System.nanoTime() - start;
  }

  String json() {
    String form = "{\"us\":%.6g,\"least\":%.6g,\"batches\":%d}";
    return String.format(Locale.ROOT, form, median, least, batches);
  }
}
