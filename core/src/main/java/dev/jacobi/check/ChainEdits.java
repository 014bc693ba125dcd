package dev.jacobi.check;

import dev.jacobi.notation.Place;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.Trees;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// A factor of the chain rule dropped, or one too many: the slope of an activation, a weight
/// matrix, an upstream derivative.
final class ChainEdits implements Edits {
  private final Setting setting;
  private final Comparison comparison;

  ChainEdits(Setting setting, Comparison comparison) {
    this.setting = setting;
    this.comparison = comparison;
  }

  @Override
  public List<Edit> of(Syntax written) {
    List<Edit> all = new ArrayList<>();
    for (Syntax slope : slopes())
      for (Syntax s : Edits.everywhere(written, x -> with(x, slope)))
        all.add(
            new Edit(
                Code.CHAIN, s, "the factor " + Edits.spelled(slope) + " of the chain is missing"));
    for (Syntax s : Edits.everywhere(written, ChainEdits::without))
      all.add(new Edit(Code.CHAIN, s, "a factor of the chain is too many"));
    for (Syntax w : matrices())
      for (Syntax s : Edits.everywhere(written, x -> multiplied(x, w)))
        all.add(
            new Edit(Code.CHAIN, s, "the factor " + Edits.spelled(w) + " of the chain is missing"));
    return all;
  }

  @Override
  public boolean isFirst() {
    return false;
  }

  /// f'(u) for every f(u) that a definition is made of, by entry too where letters are free.
  private List<Syntax> slopes() {
    Set<String> seen = new LinkedHashSet<>();
    List<Syntax> all = new ArrayList<>();
    for (Syntax body : setting.read.written().values())
      Trees.walk(
          body,
          x -> {
            if (!(x instanceof Syntax.Call c) || c.arguments().size() != 1) return;
            if (!setting.isEntrywise(c.function()) || !seen.add(Edits.spelled(c))) return;
            Syntax at = c.arguments().get(0);
            all.add(new Syntax.Prime(c.function(), at, Place.NONE));
            if (at instanceof Syntax.Name n)
              for (String l : comparison.letters())
                all.add(
                    new Syntax.Prime(
                        c.function(),
                        new Syntax.Entry(n, List.of(Edits.name(l)), Place.NONE),
                        Place.NONE));
          });
    return all;
  }

  private List<Syntax> matrices() {
    List<Syntax> all = new ArrayList<>();
    for (var v : setting.model.variables().values())
      if (v.shape().size() == 2) {
        all.add(Edits.name(v.name()));
        all.add(new Syntax.Transpose(Edits.name(v.name()), Place.NONE));
      }
    return all;
  }

  private static List<Syntax> with(Syntax s, Syntax factor) {
    if (!isFactor(s)) return List.of();
    return List.of(Edits.hadamard(s, factor));
  }

  private static List<Syntax> multiplied(Syntax s, Syntax factor) {
    if (!isFactor(s)) return List.of();
    return List.of(Edits.product(factor, s), Edits.product(s, factor));
  }

  private static boolean isFactor(Syntax s) {
    return !(s instanceof Syntax.Num) && !(s instanceof Syntax.Compare);
  }

  private static List<Syntax> without(Syntax s) {
    if (!(s instanceof Syntax.Binary b)) return List.of();
    boolean product = b.op() == Syntax.Op.TIMES || b.op() == Syntax.Op.HADAMARD;
    return product ? List.of(b.left(), b.right()) : List.of();
  }
}
