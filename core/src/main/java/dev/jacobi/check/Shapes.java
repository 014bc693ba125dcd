package dev.jacobi.check;

import dev.jacobi.elaborate.Claims;
import dev.jacobi.elaborate.Manner;
import dev.jacobi.elaborate.Manner.Layout;
import dev.jacobi.expr.Extent;
import dev.jacobi.expr.Index;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.TextSpelling;
import dev.jacobi.notation.Trees;
import dev.jacobi.notation.Vocabulary;
import dev.jacobi.notation.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Judges what is said of a shape: `W ∈ ℝ^{a×n}`, `∂C/∂y ∈ ℝ^{1×K}`.
final class Shapes {
  private final Setting setting;
  private final Claims.Letters letters;
  private final Layout layout;

  Shapes(Setting setting, Claims.Letters letters, Layout layout) {
    this.setting = setting;
    this.letters = letters;
    this.layout = layout;
  }

  Relation judge(Optional<Syntax> of, Written.Side.Shape shape, RelationBuilder b) {
    List<String> claimed = new ArrayList<>();
    for (Syntax e : shape.extents()) claimed.add(extent(e));
    boolean known = shape.extents().stream().allMatch(this::isKnown);
    if (of.isEmpty() || !known || shape.extents().isEmpty() && !shape.set().equals("R"))
      return b.verdict(Verdict.DEFINITION).build();
    List<Layout> layouts = new ArrayList<>(List.of(layout));
    for (Layout l : Layout.values()) if (l != layout) layouts.add(l);
    String found = "";
    for (Layout l : layouts) {
      Claims.Meaning m = setting.formulas.read(of.get(), letters, Manner.paper(l));
      if (m.unknown()) return b.verdict(Verdict.DEFINITION).build();
      if (m.problem().isPresent()) return b.unread(m.problem().get()).build();
      List<String> own = new ArrayList<>();
      for (Index i : m.axes()) own.add(extent(i.extent));
      if (found.isEmpty()) found = m.shape();
      if (!same(own, claimed)) continue;
      b.verdict(Verdict.PROVED).message("");
      if (l != layout) b.layout(l.word()).condition(l.word() + " layout");
      return b.build();
    }
    return b.verdict(Verdict.REFUTED)
        .diagnosis(Code.SHAPE)
        .message("the left side has " + found + ", not " + String.join(" × ", claimed))
        .build();
  }

  /// A column may be said to have one column more, `n × 1`; a row is a row.
  private static boolean same(List<String> own, List<String> claimed) {
    if (own.equals(claimed)) return true;
    List<String> column = new ArrayList<>(own);
    column.add("1");
    if (own.size() == 1 && column.equals(claimed)) return true;
    return own.size() == 2 && own.get(0).equals("1") && own.subList(1, 2).equals(claimed);
  }

  private boolean isKnown(Syntax e) {
    boolean[] known = {true};
    Trees.walk(
        e,
        x -> {
          if (x instanceof Syntax.Name n)
            known[0] &=
                setting.isExtent(Vocabulary.canonicalName(n.text()).replace("_", ""))
                    || setting.isExtent(Vocabulary.canonicalName(n.text()));
        });
    return known[0];
  }

  private static String extent(Syntax e) {
    return TextSpelling.PLAIN.spell(e).replace("_", "");
  }

  private static String extent(Extent e) {
    return e.toString().replace("_", "");
  }
}
