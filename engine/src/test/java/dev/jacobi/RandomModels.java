package dev.jacobi;

import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Extent;
import dev.jacobi.expr.Index;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// The random models and trees of the core's own property tests.
public final class RandomModels {
  private RandomModels() {}

  /// A model with requests, the same for the same seed.
  public static String model(long seed) {
    return new ModelSource(seed).draft().text();
  }

  /// The model whose names the trees are made of.
  public static Model ofTrees() {
    return Jacobi.read("trees", TreeSource.MODEL);
  }

  /// A formula and its axes.
  public record Formula(Expr expr, List<Index> axes) {}

  /// A formula over the names of a model made by [#ofTrees].
  ///
  /// @throws ArithmeticException where it is not defined, such as 1/0
  public static Formula tree(Model model, long seed, int largest) {
    var t = model.read().model().t;
    var random = new Random(TreeSource.mixed(~seed));
    var source = new TreeSource(seed);
    List<Tree.Letter> free = new ArrayList<>();
    for (int q = random.nextInt(4); q > 0; q--) free.add(source.letter());
    Tree tree = source.tree(1 + random.nextInt(largest), free);
    Map<Tree.Letter, Index> indices = new LinkedHashMap<>();
    for (Tree.Letter l : free) indices.put(l, t.index(Extent.of(l.dimension()), ""));
    return new Formula(new TreeBuild(t, indices, null).of(tree), List.copyOf(indices.values()));
  }
}
