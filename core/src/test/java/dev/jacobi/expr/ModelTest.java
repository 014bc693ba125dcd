package dev.jacobi.expr;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ModelTest {
  private final Terms t = new Terms();
  private final Model model = new Model(t);

  private Expr difference(Index i) {
    return t.minus(t.symbol("x", At.of(i)), t.symbol("y", At.of(i)));
  }

  @Test
  void aSumThatIsWrittenWithEverNewIndicesIsRememberedOnce() {
    for (int n = 0; n < 1000; n++) model.sum(difference(t.index(Extent.ONE.plus(Extent.ONE), "")));
    assertThat(model.writtenSums()).hasSize(1);
    model.sum(t.negate(difference(t.index(Extent.ONE.plus(Extent.ONE), ""))));
    assertThat(model.writtenSums()).hasSize(2);
  }

  @Test
  void whatStandsInFrontOfAWrittenSumDoesNotCount() {
    Index i = t.index(Extent.ONE.plus(Extent.ONE), "i");
    model.sum(difference(i));
    model.sum(t.scale(difference(i), Rational.of(3)));
    assertThat(model.writtenSums()).hasSize(1);
  }
}
