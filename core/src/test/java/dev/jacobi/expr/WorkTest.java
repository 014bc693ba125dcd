package dev.jacobi.expr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class WorkTest {
  private final Terms t = new Terms();
  private final Work work = t.work();

  private Expr sums(int n) {
    Expr e = t.number(Rational.ONE);
    for (int q = 0; q < n; q++) e = t.plus(e, t.number(Rational.of(q, 7)));
    return e;
  }

  @Test
  void whatTakesMoreThanItsStepsIsEnded() {
    assertThatThrownBy(() -> work.within(100, () -> sums(1000))).isInstanceOf(Work.OutOfWork.class);
  }

  @Test
  void afterwardsThereIsNoLimit() {
    assertThatThrownBy(() -> work.within(100, () -> sums(1000))).isInstanceOf(Work.OutOfWork.class);
    assertThat(sums(1000)).isNotNull();
  }

  @Test
  void aWiderLimitInsideANarrowerOneDoesNotHelp() {
    assertThatThrownBy(() -> work.within(100, () -> work.within(1_000_000, () -> sums(1000))))
        .isInstanceOf(Work.OutOfWork.class);
  }
}
