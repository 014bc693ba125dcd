package dev.jacobi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Rational;
import dev.jacobi.expr.Result;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is shown was checked: a wrong derivative is refused, whatever its cost is like.
class CheckerTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "sum(tanh(x))",
        "sum(relu(x))",
        "max(x)",
        "sum(abs(x)) + ||x||^4",
        "1e6 + sum(x.^2)",
        "sum(exp(8 x))",
        "logsumexp(100 x)",
        "sum(floor(x) .* x)",
      })
  void aWrongDerivativeIsRefused(String cost) {
    Model model = Jacobi.read("wrong", "x in R[n]\nC = " + cost + "\nderive C wrt x");
    Result right = model.deriveUnchecked(model.read().requests().get(0)).get(0);
    assertThat(catchThrowable(() -> check(model, right))).isNull();
    Expr wrong = model.read().model().t.scale(right.entry(), Rational.of(11, 10));
    assertThatThrownBy(() -> check(model, with(right, wrong)))
        .isExactlyInstanceOf(DerivationException.class)
        .hasMessageContaining("does not agree with differences");
  }

  @ParameterizedTest
  @ValueSource(strings = {"norminf(a ones(3))", "max([a; a])"})
  void whatSitsOnAKinkAtEveryPointCouldNotBeChecked(String cost) {
    Model model = Jacobi.read("kink", "x in R[n]\na in R\nC = " + cost + "\nderive C wrt a");
    assertThatThrownBy(() -> model.derive(model.read().requests().get(0)))
        .isInstanceOf(DerivationException.Unchecked.class)
        .hasMessageContaining("could not be checked");
  }

  @Test
  void aDivisionByWhatIsAlwaysZeroCouldNotBeChecked() {
    Model model =
        Jacobi.read(
            "zero", "W in R[m, n]\nC = sum(normalize(rowsum(layernorm(W))))\nderive C wrt W");
    assertThatThrownBy(() -> model.derive(model.read().requests().get(0)))
        .isInstanceOf(DerivationException.Unchecked.class);
  }

  private static void check(Model model, Result r) {
    new Checker(model.read().model(), 1).check(List.of(new Checker.Subject(r, "C", "x", "")));
  }

  private static Result with(Result r, Expr entry) {
    return new Result(
        r.kind(), r.of(), r.wrt(), r.outer(), r.inner(), entry, entry, List.of(), r.uses(),
        List.of());
  }
}
