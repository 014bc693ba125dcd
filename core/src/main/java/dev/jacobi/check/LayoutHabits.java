package dev.jacobi.check;

import dev.jacobi.elaborate.Manner.Layout;
import java.util.List;

/// What a document that has one layout says of a derivative in another. Where it lays out
/// derivatives of the same kind, of a number by a matrix say, as its layout has it, the odd one is
/// no matter of layout.
final class LayoutHabits {
  /// What becomes of a relation that is right in another layout.
  enum Excuse {
    /// It may be meant so.
    LAYOUT,
    /// The document writes the like otherwise.
    LOOSE,
    /// The document writes the like otherwise, and no one writes the one and the other.
    NONE
  }

  static final String SENTENCE = "it is laid out otherwise than the like derivatives here";

  private final List<Judge> judges;
  private final Layout document;

  LayoutHabits(List<Judge> judges, Layout document) {
    this.judges = judges;
    this.document = document;
  }

  /// Rows among columns are seen too often where nothing is meant by them: only derivatives by
  /// matrices tell.
  Excuse of(Judge odd, Layout used) {
    List<Integer> kind = odd.kind();
    if (!kind.equals(List.of(0, 2))) return Excuse.LAYOUT;
    List<Judge> like = judges.stream().filter(j -> j.kind().equals(kind)).toList();
    long own = like.stream().filter(j -> j != odd && j.isRightOnlyIn(document, used)).count();
    long same = like.stream().filter(j -> j.isRightOnlyIn(used, document)).count();
    long other = Math.max(1, same);
    if (own >= 2 * other) return Excuse.NONE;
    boolean one = own == 1 && other == 1;
    return own > other || one ? Excuse.LOOSE : Excuse.LAYOUT;
  }
}
