package dev.jacobi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Random trees of index notation. A failure says how to repeat it, after it was made small.
class TreePropertyTest {
  private static final long SEED = Long.getLong("jacobi.seed", 20_250_917L);
  private static final int TREES = 3000;
  private static final int BATCH = 100; // one table of terms for so many trees
  private static final int LARGEST = 16;

  @Test
  void everyRewritingKeepsValueAndFreeIndicesAndPrintingReadsBack() {
    assertThat(failures(SEED, TREES, LARGEST, 3)).isEmpty();
  }

  /// What fails among so many trees of at most so many parts; no more than `most` of them.
  static List<String> failures(long seed, int trees, int largest, int most) {
    List<String> failures = new ArrayList<>();
    var properties = new TreeProperties();
    for (int n = 0; n < trees && failures.size() < most; n++) {
      if (n % BATCH == BATCH - 1) properties = new TreeProperties();
      failure(seed + n, largest, properties).ifPresent(failures::add);
    }
    return failures;
  }

  private static Optional<String> failure(long seed, int largest, TreeProperties properties) {
    var random = new Random(TreeSource.mixed(~seed));
    var source = new TreeSource(seed);
    List<Tree.Letter> free = new ArrayList<>();
    for (int q = random.nextInt(4); q > 0; q--) free.add(source.letter());
    Tree tree = source.tree(1 + random.nextInt(largest), free);
    Optional<String> f = properties.failure(tree, free, seed);
    if (f.isEmpty()) return f;
    Tree small = shrunk(tree, free, seed);
    return Optional.of(
        "%n%s%n  %s%n  from a tree of -Djacobi.seed=%d"
            .formatted(
                small.shown(),
                new TreeProperties().failure(small, letters(small, free), seed).orElse(f.get()),
                seed));
  }

  /// A smaller tree that fails in the same way: a part of it, or one with parts left out.
  private static Tree shrunk(Tree tree, List<Tree.Letter> free, long seed) {
    String kind = kind(tree, free, seed);
    if (kind.equals("none")) return tree; // rests on what was built before
    for (Tree now = tree; ; ) {
      Tree next = null;
      for (Tree c : candidates(now)) {
        if (!kind(c, free, seed).equals(kind)) continue;
        next = c;
        break;
      }
      if (next == null) return now;
      now = next;
    }
  }

  /// The first words of what goes wrong.
  private static String kind(Tree tree, List<Tree.Letter> free, long seed) {
    String f = new TreeProperties().failure(tree, letters(tree, free), seed).orElse("none");
    return f.substring(0, Math.min(9, f.length()));
  }

  private static List<Tree.Letter> letters(Tree tree, List<Tree.Letter> free) {
    Set<Tree.Letter> all = new LinkedHashSet<>(free);
    all.addAll(tree.free());
    return List.copyOf(all);
  }

  private static List<Tree> candidates(Tree tree) {
    List<Tree> all = new ArrayList<>(tree.children());
    List<Tree> children = tree.children();
    boolean list = tree instanceof Tree.Add || tree instanceof Tree.Mul;
    for (int q = 0; q < children.size(); q++) {
      if (list && children.size() > 1) {
        List<Tree> fewer = new ArrayList<>(children);
        fewer.remove(q);
        all.add(tree.withChildren(fewer));
      }
      for (Tree c : candidates(children.get(q))) {
        List<Tree> changed = new ArrayList<>(children);
        changed.set(q, c);
        all.add(tree.withChildren(changed));
      }
    }
    return all;
  }
}
