package dev.jacobi.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Damaged documents and keys: whatever they hold, there is a report, and soon.
class FuzzTest {
  private static final String KEY =
      """
      section "One"
      x in R[n],  t in onehot[K]
      W in R[K, n],  b in R[K]
      s = W x + b
      y = softmax(s)
      C = -sum[i] t[i] log(y[i])
      alias "network output" = y
      section "Two / (a)"
      X in R[N, D],  V in R[D, H]
      Z = X V
      L(Z) in R
      """;

  private static final String DOCUMENT =
      """
      # One
      Let $s = W x + b$ and $y_i = \\frac{e^{s_i}}{\\sum_k e^{s_k}}$. For $i \\neq j$,

      $$\\frac{\\partial y_i}{\\partial s_j} = -y_i y_j$$

      \\begin{align*}
      \\frac{\\partial C}{\\partial s} &= y - t \\\\
        &= \\begin{bmatrix} y_1 - t_1 & \\dots & y_K - t_K \\end{bmatrix}^\\top \\\\
      \\frac{\\partial C}{\\partial W} &= \\frac{\\partial C}{\\partial s} x^{\\top}
      \\end{align*}

      ## Two
      (a) $$- dV = \\frac{\\partial L}{\\partial V} = X^T dZ, \\quad \\text{if } N > 1$$

      ```python
      dV = X.T @ dZ
      dX = dZ @ V.T
      ```
      If $a = b$ then $\\left( \\frac{1}{2} \\right)^{-1} = 2$ and $\\| x \\|_2^2 = \\sum_i x_i^2$.
      """;

  private static final String[] PIECES = {
    "$",
    "$$",
    "\\\\",
    "&",
    "{",
    "}",
    "^",
    "_",
    "\\frac",
    "\\left(",
    "\\right)",
    "\\sum_",
    "=",
    "'",
    "\\begin{",
    "\\end{",
    "aligned}",
    "\\partial",
    "-",
    "+",
    "\\cdot",
    "[",
    "]",
    "(",
    ")",
    "\n\n",
    "\\text{",
    "\\in",
    "\\mathbb{R}",
    "|",
    "\\|",
    "\u0000",
    "\\newcommand{\\a}{\\a\\a}",
    "\\a",
    "#",
    "```",
    "9999999999",
    "^{^{",
    "\\delta_",
    "\\dots",
    "if ",
    "\\ne",
    "%",
    "\u00e9",
    "x",
    "W",
    "1/0"
  };

  /// One text with a few random changes.
  private static String damaged(String text, Random random) {
    var s = new StringBuilder(text);
    int changes = 1 + random.nextInt(6);
    for (int q = 0; q < changes && !s.isEmpty(); q++) {
      int at = random.nextInt(s.length());
      switch (random.nextInt(4)) {
        case 0 -> s.deleteCharAt(at);
        case 1 -> s.insert(at, PIECES[random.nextInt(PIECES.length)]);
        case 2 -> s.delete(at, Math.min(s.length(), at + random.nextInt(40)));
        default -> {
          int end = Math.min(s.length(), at + random.nextInt(60));
          s.insert(random.nextInt(s.length()), s.substring(at, end));
        }
      }
    }
    return s.toString();
  }

  @Test
  void damagedDocumentsAndKeysAreReported() {
    var random = new Random(11);
    for (int q = 0; q < 150; q++) {
      String key = q % 3 == 0 ? damaged(KEY, random) : KEY;
      String text = damaged(DOCUMENT, random);
      Optional<String> given = q % 5 == 0 ? Optional.empty() : Optional.of(key);
      String name = q % 4 == 0 ? "a.tex" : "a.md";
      assertThat(Checker.check(name, text, given)).isNotNull();
    }
  }

  /// Small damaged documents, one for each refusal that was met in an hour of damage: each is still
  /// reported, and what is not read says why.
  @Test
  void theCorpusIsReported() throws IOException {
    try (var files = Files.list(Path.of("src/test/resources/check/corpus"))) {
      List<Path> all = files.sorted().toList();
      assertThat(all).hasSizeGreaterThan(30);
      for (Path file : all) {
        byte[] bytes = Files.readAllBytes(file);
        String name = file.getFileName().toString();
        Checked c =
            Checker.check(name, new String(bytes, StandardCharsets.UTF_8), Optional.of(KEY));
        assertThat(c.relations())
            .as(name)
            .anyMatch(r -> r.verdict() == Verdict.UNREAD)
            .filteredOn(r -> r.verdict() == Verdict.UNREAD)
            .allSatisfy(r -> assertThat(r.reason().orElse("")).as(name).isNotBlank());
      }
    }
  }

  @Test
  void deepNestingIsUnreadAndNothingWorse() {
    String deep = "$" + "\\frac{1}{".repeat(3000) + "x" + "}".repeat(3000) + " = 1$";
    Checked c = Checker.check("a.md", deep, Optional.of(KEY));
    assertThat(c.relations()).allMatch(r -> r.verdict() == Verdict.UNREAD);
    String sums = "x in R\ny = " + "(".repeat(5000) + "x" + ")".repeat(5000) + "\ny = x\n";
    assertThat(Checker.check("a.jacobi", sums, Optional.empty()).status()).isNotZero();
  }

  @Test
  void aMacroThatGrowsWithoutEndIsUnread() {
    String text = "\\newcommand{\\a}{\\b\\b}\\newcommand{\\b}{\\a\\a} $\\a = x$";
    assertThat(Checker.check("a.md", text, Optional.of(KEY))).isNotNull();
  }

  /// Keeps the smallest damaged line for each refusal, up to what it quotes, in a folder.
  private static void collect(Path folder, List<String> lines, double minutes) throws IOException {
    Map<String, String> smallest = new TreeMap<>();
    long end = System.nanoTime() + (long) (minutes * 60e9);
    for (long seed = 1; System.nanoTime() < end; seed++) {
      var random = new Random(seed);
      String text = "# One\n" + damaged(lines.get(random.nextInt(lines.size())), random) + "\n";
      for (Relation r : Checker.check("a.md", text, Optional.of(KEY)).relations())
        r.reason()
            .map(why -> why.replaceAll("`[^`]*`", "_").replaceAll("[0-9]+", "0"))
            .ifPresent(why -> smallest.merge(why, text, (a, b) -> b.length() < a.length() ? b : a));
    }
    int n = 0;
    for (String text : smallest.values())
      Files.writeString(folder.resolve("%03d.md".formatted(++n)), text);
    smallest.keySet().forEach(System.out::println);
  }

  private static final List<String> NAMES =
      List.of("a.md", "b.md", "c.md", "a.tex", "a.txt", "a.jacobi", "a.py");

  /// Searches for so many minutes among damaged copies of the files given (or the ones above), and
  /// prints what throws or takes long.
  public static void main(String[] arguments) throws IOException {
    double minutes = Double.parseDouble(arguments[0]);
    if (arguments.length > 2 && arguments[1].equals("--collect")) {
      collect(
          Path.of(arguments[2]), DOCUMENT.lines().filter(l -> l.contains("\\")).toList(), minutes);
      return;
    }
    List<String[]> pairs = new ArrayList<>();
    pairs.add(new String[] {"a.md", DOCUMENT, KEY});
    for (int q = 1; q + 1 < arguments.length; q += 2)
      pairs.add(
          new String[] {
            arguments[q],
            Files.readString(Path.of(arguments[q])),
            Files.readString(Path.of(arguments[q + 1]))
          });
    long end = System.nanoTime() + (long) (minutes * 60e9);
    long seed = System.currentTimeMillis();
    int run = 0;
    int failed = 0;
    double longest = 0;
    for (; System.nanoTime() < end; run++) {
      var random = new Random(seed + run);
      String[] pair = pairs.get(random.nextInt(pairs.size()));
      String key = random.nextInt(3) == 0 ? damaged(pair[2], random) : pair[2];
      String text = damaged(pair[1], random);
      Optional<String> given = random.nextInt(5) == 0 ? Optional.empty() : Optional.of(key);
      long start = processorTime();
      try {
        Checker.check(NAMES.get(random.nextInt(NAMES.size())), text, given);
      } catch (RuntimeException | StackOverflowError e) {
        failed++;
        StackTraceElement[] trace = e.getStackTrace();
        System.out.println("seed " + (seed + run) + ": " + e);
        for (int q = 0; q < Math.min(6, trace.length); q++) System.out.println("    " + trace[q]);
        Files.writeString(Path.of("/tmp", "fuzz-" + (seed + run) + ".md"), text);
        Files.writeString(Path.of("/tmp", "fuzz-" + (seed + run) + ".key"), given.orElse(""));
      }
      double took = (processorTime() - start) / 1e9;
      if (took > 10) {
        System.out.printf("seed %d: %.1f s%n", seed + run, took);
        Files.writeString(Path.of("/tmp", "slow-" + (seed + run) + ".md"), text);
        Files.writeString(Path.of("/tmp", "slow-" + (seed + run) + ".key"), given.orElse(""));
      }
      longest = Math.max(longest, took);
    }
    System.out.printf(
        "%d documents, %d thrown, longest %.1f s of processor time%n", run, failed, longest);
  }

  /// In nanoseconds, of this thread: what a busy machine does not change.
  private static long processorTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
