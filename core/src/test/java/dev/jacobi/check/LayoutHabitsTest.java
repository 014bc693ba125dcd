package dev.jacobi.check;

import static dev.jacobi.check.Judged.last;
import static dev.jacobi.check.Judged.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// A derivative in another layout than the document's, beside others of its kind.
class LayoutHabitsTest {
  private static final String KEY =
      """
      x in R[n], t in R[k]
      A in R[m, n], B in R[k, m], D in R[k, k]
      u = A x
      v = B u
      w = D v
      C = 1/2 ||w - t||^2
      r = w - t
      q = D' r
      s = B' q
      """;

  private static final String LIKE =
      "$$\\frac{\\partial C}{\\partial D} = r v^T$$\n\n$$\\frac{\\partial C}{\\partial B} = q u^T$$\n\n";

  private static final String ODD = "$$\\frac{\\partial C}{\\partial A} = x s^T$$\n";

  @Test
  void aMatrixLaidOutOtherwiseThanTheOthersIsTransposed() {
    Relation r = last(KEY, LIKE + ODD);
    assertThat(r.verdict()).isIn(Verdict.REFUTED, Verdict.MALFORMED);
    assertThat(r.diagnosis()).contains(Code.TRANSPOSE);
  }

  @Test
  void besideOneOtherItIsNotation() {
    String one = LIKE.substring(0, LIKE.indexOf("\n"));
    assertThat(last(KEY, one + "\n\n" + ODD).message()).isEqualTo(LayoutHabits.SENTENCE);
  }

  @Test
  void aDocumentInOneLayoutOrInTwoIsNotBlamed() {
    assertThat(verdict(KEY, ODD)).isEqualTo(Verdict.PROVED);
    String other = "$$\\frac{\\partial C}{\\partial B} = u q^T$$\n\n";
    String mixed = LIKE + ODD + "\n" + other;
    assertThat(verdict(KEY, mixed)).isEqualTo(Verdict.CONDITIONAL);
    String vector = "$$\\frac{\\partial C}{\\partial u} = q^T B$$\n\n";
    assertThat(verdict(KEY, LIKE + vector)).isEqualTo(Verdict.CONDITIONAL);
  }

  @Test
  void aRowAmongColumnsIsAMatterOfLayout() {
    String columns =
        "$$\\frac{\\partial C}{\\partial w} = r$$\n\n$$\\frac{\\partial C}{\\partial v} = D^T r$$\n\n";
    assertThat(verdict(KEY, columns + "$$\\frac{\\partial C}{\\partial u} = q^T B$$"))
        .isEqualTo(Verdict.CONDITIONAL);
  }
}
