package dev.jacobi.check;

import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.Syntax.Op;
import java.util.ArrayList;
import java.util.List;

/// A matrix product where an entrywise one is meant, and the reverse.
final class HadamardEdits implements Edits {
  @Override
  public List<Edit> of(Syntax written) {
    List<Edit> all = new ArrayList<>();
    add(all, written, Op.TIMES, "an entrywise product is meant where a matrix product stands");
    add(all, written, Op.HADAMARD, "a matrix product is meant where an entrywise one stands");
    all.addAll(
        Edits.everywhere(
            Code.HADAMARD,
            written,
            "the products are to be taken entry by entry",
            HadamardEdits::choices));
    return all;
  }

  private static void add(List<Edit> all, Syntax written, Op from, String sentence) {
    all.addAll(Edits.everywhere(Code.HADAMARD, written, sentence, x -> other(x, from)));
  }

  private static List<Syntax> other(Syntax s, Op from) {
    if (!(s instanceof Syntax.Binary b) || b.op() != from) return List.of();
    Op to = from == Op.TIMES ? Op.HADAMARD : Op.TIMES;
    return List.of(new Syntax.Binary(to, b.left(), b.right(), b.place()));
  }

  /// A product of several factors in a row, of which a run in the middle is entrywise: `(A B) ∘ c ∘
  /// d E`, every choice of which signs are entrywise, from the left.
  private static List<Syntax> choices(Syntax s) {
    List<Syntax> factors = new ArrayList<>();
    flatten(s, factors);
    int signs = factors.size() - 1;
    if (signs < 2 || signs > 6) return List.of();
    List<Syntax> all = new ArrayList<>();
    for (int set = 1; set < 1 << signs; set++) {
      if (Integer.bitCount(set) < 2) continue;
      Syntax product = factors.get(0);
      for (int q = 1; q <= signs; q++) {
        Op op = (set >> (q - 1) & 1) == 1 ? Op.HADAMARD : Op.TIMES;
        product = new Syntax.Binary(op, product, factors.get(q), s.place());
      }
      all.add(product);
    }
    return all;
  }

  private static void flatten(Syntax s, List<Syntax> into) {
    if (s instanceof Syntax.Binary b && b.op() == Op.TIMES) {
      flatten(b.left(), into);
      flatten(b.right(), into);
    } else into.add(s);
  }
}
