package dev.jacobi.engine.hipparchus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.jacobi.Jacobi;
import dev.jacobi.engine.Engine;
import dev.jacobi.engine.Sizes;
import dev.jacobi.engine.Tensor;
import dev.jacobi.engine.minimize.Objective;
import dev.jacobi.engine.minimize.Residuals;
import java.util.List;
import java.util.Map;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.MaxIter;
import org.hipparchus.optim.SimpleValueChecker;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.gradient.NonLinearConjugateGradientOptimizer;
import org.hipparchus.optim.nonlinear.vector.constrained.LinearInequalityConstraint;
import org.hipparchus.optim.nonlinear.vector.constrained.SQPOptimizerS;
import org.hipparchus.optim.nonlinear.vector.leastsquares.GaussNewtonOptimizer;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresOptimizer;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LevenbergMarquardtOptimizer;
import org.junit.jupiter.api.Test;

/// The optimisers of Hipparchus find their way by our derivatives.
class HipparchusTest {
  private static final double[] MINIMUM = {1, 1};

  private static HipparchusObjective rosenbrock() {
    String text = "x in R, y in R\nC = (1 - x)^2 + 100 (y - x^2)^2\n";
    return new HipparchusObjective(
        Objective.of(
            Engine.create(),
            Jacobi.read("rosenbrock", text),
            "C",
            List.of("x", "y"),
            Map.of("x", Tensor.of(-1.2), "y", Tensor.of(1.0)),
            Sizes.of()));
  }

  @Test
  void conjugateGradientsFindTheEndOfTheValley() {
    var f = rosenbrock();
    var found =
        new NonLinearConjugateGradientOptimizer(
                NonLinearConjugateGradientOptimizer.Formula.POLAK_RIBIERE,
                new SimpleValueChecker(1e-14, 1e-14))
            .optimize(
                f.function(),
                f.gradient(),
                GoalType.MINIMIZE,
                new InitialGuess(new double[] {-1.2, 1}),
                new MaxEval(10_000),
                MaxIter.unlimited());
    assertThat(found.getPoint()).containsExactly(MINIMUM, within(1e-5));
  }

  @Test
  void quadraticProgramsFindTheEndOfTheValleyBehindABound() {
    var bound = new LinearInequalityConstraint(new double[][] {{1, 0}}, new double[] {-1.5});
    var found =
        new SQPOptimizerS()
            .optimize(
                new ObjectiveFunction(rosenbrock()),
                bound,
                new InitialGuess(new double[] {-1.2, 1}),
                new MaxIter(1000));
    assertThat(found.getX().toArray()).containsExactly(MINIMUM, within(1e-4));
  }

  @Test
  void secondDerivativesAreSymmetric() {
    double[][] h = rosenbrock().hessian(new double[] {2, 3}).getData();
    assertThat(h[0]).containsExactly(1200 * 4 - 400 * 3 + 2, -800);
    assertThat(h[1]).containsExactly(-800, 200);
  }

  private static HipparchusResiduals growth() {
    String text =
        """
        t, y in R[m], a in R, k in R[p]
        r[i] = a exp(k[1] t[i]) + k[2] - y[i]
        """;
    double[] t = {0, 0.5, 1, 1.5, 2, 3};
    double[] y = new double[t.length];
    for (int i = 0; i < y.length; i++) y[i] = 2 * Math.exp(-0.7 * t[i]) + 0.5;
    return new HipparchusResiduals(
        Residuals.of(
            Engine.create(),
            Jacobi.read("decay", text),
            "r",
            List.of("a", "k"),
            Map.of(
                "t", Tensor.of(t, 6),
                "y", Tensor.of(y, 6),
                "a", Tensor.of(1.0),
                "k", Tensor.of(new double[] {-1, 0}, 2)),
            Sizes.of("m", 6, "p", 2)));
  }

  @Test
  void leastSquaresAreFoundByLevenbergAndMarquardtAndByGaussAndNewton() {
    List<LeastSquaresOptimizer> all =
        List.of(new LevenbergMarquardtOptimizer(), new GaussNewtonOptimizer());
    for (LeastSquaresOptimizer each : all) {
      var problem = growth().problem().maxEvaluations(100).maxIterations(100);
      if (each instanceof GaussNewtonOptimizer)
        problem.checker((_, a, b) -> a.getPoint().subtract(b.getPoint()).getNorm() < 1e-10);
      var found = each.optimize(problem.build());
      assertThat(found.getRMS()).isLessThan(1e-8);
      assertThat(found.getPoint().toArray())
          .containsExactly(new double[] {2, -0.7, 0.5}, within(1e-7));
    }
  }
}
