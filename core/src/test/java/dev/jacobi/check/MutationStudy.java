package dev.jacobi.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The mutation study: the right formulas of the examples made wrong, and judged. `bin/mutants`
/// runs it and writes its table to `docs/mutations.md`.
class MutationStudy {
  static final long SEED = Long.getLong("jacobi.seed", 3);
  private static final int MOST = Integer.getInteger("jacobi.mutants", 1);
  private static final int PAIRS = Integer.getInteger("jacobi.pairs", 1);

  /// What was said of a mutant.
  record Judged(String file, Mutant mutant, Relation said, double millis) {
    boolean isCaught() {
      return said.verdict().isWrong();
    }

    boolean isNamed() {
      return isCaught() && said.diagnosis().filter(mutant.codes()::contains).isPresent();
    }
  }

  @Test
  void writesItsTable() throws Exception {
    Path root = Path.of(Files.isDirectory(Path.of("examples")) ? "." : "..");
    main(new String[] {root.toString()});
  }

  /// Arguments: the root of the repository, then names of examples; all when none is given.
  public static void main(String[] arguments) throws Exception {
    Path root = Path.of(arguments.length == 0 ? "." : arguments[0]);
    List<String> only = List.of(arguments).subList(Math.min(1, arguments.length), arguments.length);
    long start = System.nanoTime();
    List<Path> files =
        examples(root).stream()
            .filter(p ->
                only.isEmpty() || only.contains(p.getFileName().toString().replace(".jacobi", "")))
            .toList();
    List<Judged> all = inParallel(files, p -> judged(p, MOST, PAIRS));
    List<Rewritten.Judged> right = inParallel(files, Rewritten::judged);
    double seconds = (System.nanoTime() - start) / 1e9;
    String table = MutationTable.of(all, right, files.size(), seconds);
    System.out.println(table);
    if (Boolean.getBoolean("jacobi.misses")) MutationTable.misses(all, right);
    if (only.isEmpty()) Files.writeString(root.resolve("docs/mutations.md"), table);
  }

  static List<Path> examples(Path root) throws IOException {
    try (Stream<Path> files = Files.list(root.resolve("examples"))) {
      return files.filter(p -> p.toString().endsWith(".jacobi")).sorted().toList();
    }
  }

  private interface Study<T> {
    List<T> of(Path file) throws IOException;
  }

  private static <T> List<T> inParallel(List<Path> files, Study<T> study) throws Exception {
    List<Callable<List<T>>> each = new ArrayList<>();
    for (Path f : files) each.add(() -> study.of(f));
    List<T> all = new ArrayList<>();
    int cores = Runtime.getRuntime().availableProcessors();
    try (ExecutorService threads = Executors.newFixedThreadPool(cores)) {
      for (Future<List<T>> f : threads.invokeAll(each)) all.addAll(f.get());
    }
    return all;
  }

  /// The mutants of one example, judged as claims of one text, after its own.
  static List<Judged> judged(Path file, int most, int pairs) throws IOException {
    String name = file.getFileName().toString();
    String text = Files.readString(file);
    var values = new Values(name, text);
    var random = new Random(SEED * 31 + name.hashCode());
    List<Mutant> mutants = new ArrayList<>();
    for (Mutant.Side s : Mutant.sides(values))
      mutants.addAll(Mutant.of(s, values, most, pairs, random));
    List<Judged> all = new ArrayList<>();
    if (mutants.isEmpty()) return all;
    int own = Checker.check(name, text, Optional.empty()).relations().size();
    StringBuilder with = new StringBuilder(text);
    for (Mutant m : mutants) with.append("\n").append(m.claim());
    long start = System.nanoTime();
    Checked checked = Checker.check(name, with.toString(), Optional.empty());
    double millis = (System.nanoTime() - start) / 1e6 / mutants.size();
    List<Relation> said = checked.relations();
    if (said.size() != own + mutants.size())
      throw new IllegalStateException(
          name + ": " + checked.errors() + " " + said.size() + " of " + (own + mutants.size()));
    for (int q = 0; q < mutants.size(); q++)
      all.add(new Judged(name, mutants.get(q), said.get(own + q), millis));
    return all;
  }
}
