package dev.jacobi.engine.minimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.jacobi.Jacobi;
import dev.jacobi.engine.Engine;
import dev.jacobi.engine.Sizes;
import dev.jacobi.engine.Tensor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MinimizeTest {
  private static final String ROSENBROCK = "x in R, y in R\nC = (1 - x)^2 + 100 (y - x^2)^2\n";

  private static final String LOGISTIC =
      """
      X in R[m, n], t in {0,1}[m], w in R[n], b in R, l in R+
      p = sigmoid(X w + b)
      C = -sum(t .* log(p) + (1 - t) .* log(1 - p)) + l ||w||^2
      """;

  private static Objective rosenbrock() {
    return Objective.of(
        Engine.create(),
        Jacobi.read("rosenbrock", ROSENBROCK),
        "C",
        List.of("x", "y"),
        Map.of("x", Tensor.of(-1.2), "y", Tensor.of(1.0)),
        Sizes.of());
  }

  private static Objective logistic() {
    double[] x = {0.5, 1, -1, 2, 3, -0.5, 0, 0, 1, 1, -2, 1};
    return Objective.of(
        Engine.create(),
        Jacobi.read("logistic", LOGISTIC),
        "C",
        List.of("w", "b"),
        Map.of(
            "X", Tensor.of(x, 6, 2),
            "t", Tensor.of(new double[] {1, 0, 1, 0, 1, 0}, 6),
            "w", Tensor.of(new double[2], 2),
            "b", Tensor.of(0.0),
            "l", Tensor.of(0.1)),
        Sizes.of("m", 6, "n", 2));
  }

  @Test
  void theValleyOfRosenbrockIsFollowedToItsEnd() {
    for (Descent d : List.of(new Lbfgs(), new Newton())) {
      Minimum m = d.tolerance(1e-10).of(rosenbrock());
      assertThat(m.ending()).isEqualTo(Minimum.Ending.CONVERGED);
      assertThat(m.at().get(0)).isCloseTo(1, within(1e-8));
      assertThat(m.at().get(1)).isCloseTo(1, within(1e-8));
      assertThat(m.steps().size()).isLessThan(60);
    }
  }

  @Test
  void bothMethodsAgreeOverSeveralNames() {
    Minimum first = new Lbfgs().of(logistic());
    Minimum second = new Newton().of(logistic());
    assertThat(first.ending()).isEqualTo(Minimum.Ending.CONVERGED);
    assertThat(second.ending()).isEqualTo(Minimum.Ending.CONVERGED);
    assertThat(second.steps().size()).isLessThan(10);
    for (int q = 0; q < 3; q++)
      assertThat(first.at().get(q)).isCloseTo(second.at().get(q), within(1e-6));
    assertThat(logistic().named(second.point()).get("w").shape()).containsExactly(2);
  }

  @Test
  void aWallIsNotCrossed() {
    var f =
        Objective.of(
            Engine.create(),
            Jacobi.read("wall", "x in R\nC = x - log(x)\n"),
            "C",
            List.of("x"),
            Map.of("x", Tensor.of(30.0)),
            Sizes.of());
    Minimum m = new Lbfgs().of(f);
    assertThat(m.ending()).isEqualTo(Minimum.Ending.CONVERGED);
    assertThat(m.at().getFirst()).isCloseTo(1, within(1e-6));
  }

  @Test
  void whatHasNoMinimumDoesNotConverge() {
    var f =
        Objective.of(
            Engine.create(),
            Jacobi.read("slope", "x in R\nC = 2 x\n"),
            "C",
            List.of("x"),
            Map.of("x", Tensor.of(1.0)),
            Sizes.of());
    assertThat(new Lbfgs().iterations(20).of(f).ending()).isNotEqualTo(Minimum.Ending.CONVERGED);
  }
}
