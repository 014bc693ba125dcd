package dev.jacobi.engine;

import dev.jacobi.engine.plan.Buffer;
import dev.jacobi.engine.plan.Program;
import java.util.Comparator;
import java.util.Locale;

/// Refuses what does not fit before anything is allocated.
final class Memory {
  private Memory() {}

  static void require(Program p, Precision precision) {
    double bytes = 0;
    for (Buffer b : p.buffers()) bytes += (double) b.size * precision.bytes;
    Runtime jvm = Runtime.getRuntime();
    double free = jvm.maxMemory() - (jvm.totalMemory() - jvm.freeMemory());
    if (bytes <= free) return;
    Buffer largest = p.buffers().stream().max(Comparator.comparingInt(b -> b.size)).orElseThrow();
    throw new EngineException(
        String.format(
            Locale.ROOT,
            "the arrays need %s, and this JVM has %s left; the largest is %s with %s."
                + " Smaller sizes, floats, or a larger -Xmx help",
            size(bytes),
            size(free),
            largest.name(),
            size((double) largest.size * precision.bytes)));
  }

  private static String size(double bytes) {
    return bytes < 1e9
        ? String.format(Locale.ROOT, "%.0f MB", bytes / 1e6)
        : String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
  }
}
