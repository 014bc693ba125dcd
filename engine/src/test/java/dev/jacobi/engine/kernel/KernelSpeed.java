package dev.jacobi.engine.kernel;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/// Times of kernels: of the thread, not of the clock, as others may work on the machine; warmed up,
/// by turns, medians.
public final class KernelSpeed {
  private static final int[][] SIZES = {
    {4, 4, 4},
    {13, 13, 13},
    {64, 64, 64},
    {207, 207, 207},
    {256, 256, 256},
    {1024, 1024, 1024},
    {64, 128, 784},
    {128, 784, 64},
    {256, 1024, 784},
    {1, 784, 784}
  };

  private KernelSpeed() {}

  /// What is timed.
  public interface Work {
    void run() throws Throwable;
  }

  /// What it was timed on.
  public static String machine() {
    String cpu = "";
    try {
      for (String line : Files.readAllLines(Path.of("/proc/cpuinfo"))) {
        if (line.startsWith("model name")) cpu = line.substring(line.indexOf(':') + 2);
      }
    } catch (IOException e) {
      cpu = System.getProperty("os.arch");
    }
    String vectors = Machine.VECTOR ? "vectors of " + FloatTiles.L + " floats" : "without vectors";
    return "%s, %s, JDK %s.".formatted(cpu, vectors, System.getProperty("java.version"));
  }

  /// The table of products, in 10⁹ operations a second.
  public static String products() {
    Optional<Blas> blas = BlasTest.installed().filter(p -> Machine.VECTOR).flatMap(Blas::load);
    var text = new StringBuilder(PRODUCTS);
    for (int[] s : SIZES) {
      text.append(product(s, "A B", blas));
      if (s[0] == 1) continue;
      text.append(product(s, "A' B", blas));
      text.append(product(s, "A B'", blas));
    }
    return text.toString();
  }

  private static final String PRODUCTS =
      """

      ## Products of matrices

      In 10⁹ operations a second, float, one thread: three plain loops (the inner one along rows),
      Jacobi, and where it is installed OpenBLAS, called on the same arrays.

      | m × n × k | product | plain loops | Jacobi | OpenBLAS | Jacobi : OpenBLAS |
      | --- | --- | --- | --- | --- | --- |
      """;

  private static String product(int[] s, String layout, Optional<Blas> blas) {
    int m = s[0];
    int n = s[1];
    int k = s[2];
    var a = new float[m * k];
    var b = new float[k * n];
    var c = new float[m * n];
    for (int i = 0; i < a.length; i++) a[i] = i % 7 - 3;
    for (int i = 0; i < b.length; i++) b[i] = i % 5 - 2;
    boolean ta = layout.equals("A' B");
    boolean tb = layout.equals("A B'");
    var w = new Workspace();
    var p = new FloatProduct().sizes(m, n, k, 1, 0).c(c, 0, n, 1);
    p.a(a, 0, ta ? 1 : k, ta ? m : 1).b(b, 0, tb ? 1 : n, tb ? k : 1);
    Work ours =
        () -> FloatGemm.gemm(m, n, k, 1, a, 0, p.ar, p.ac, b, 0, p.br, p.bc, 0, c, 0, n, 1, w);
    Work plain =
        () ->
            ScalarFloatGemm.gemm(m, n, k, 1, a, 0, p.ar, p.ac, b, 0, p.br, p.bc, 0, c, 0, n, 1, w);
    Work theirs = blas.isPresent() ? () -> FloatBlas.gemm(blas.get(), p) : ours;
    double[] t = medians(200, 2_000_000, plain, ours, theirs);
    double work = 2.0 * m * n * k;
    String other = blas.isPresent() ? "%.1f | %.2f".formatted(work / t[2], t[2] / t[1]) : "– | –";
    return "| %d × %d × %d | %s | %.1f | %.1f | %s |%n"
        .formatted(m, n, k, layout, work / t[0], work / t[1], other);
  }

  /// Each warmed for `warm` ms (the vector module crawls until the compiler has come round to it),
  /// then by turns for about `batch` ns, 11 times: medians of one run.
  public static double[] medians(int warm, long batch, Work... works) {
    var repeats = new int[works.length];
    for (int q = 0; q < works.length; q++) repeats[q] = warm(works[q], warm, batch);
    var times = new double[works.length][11];
    for (int round = 0; round < 11; round++) {
      for (int q = 0; q < works.length; q++) times[q][round] = time(works[q], repeats[q]);
    }
    var medians = new double[works.length];
    for (int q = 0; q < works.length; q++) {
      Arrays.sort(times[q]);
      medians[q] = times[q][5];
    }
    return medians;
  }

  private static int warm(Work work, int warm, long batch) {
    long end = now() + warm * 1_000_000L;
    double last = 1;
    int repeats = 1;
    while (now() < end) {
      last = time(work, repeats);
      repeats = (int) Math.clamp(batch / Math.max(last, 1), 1, 1_000_000);
    }
    return repeats;
  }

  private static double time(Work work, int repeats) {
    long start = now();
    try {
      for (int i = 0; i < repeats; i++) work.run();
    } catch (Throwable t) {
      throw new IllegalStateException(t);
    }
    return Math.max(1, now() - start) / (double) repeats;
  }

  private static long now() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
