package dev.jacobi.engine.hipparchus;

import dev.jacobi.engine.minimize.Objective;
import java.util.Arrays;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunctionGradient;
import org.hipparchus.optim.nonlinear.vector.constrained.TwiceDifferentiableFunction;

/// An [Objective] for Hipparchus: by itself for its sequential quadratic programs, and by
/// [#function] and [#gradient] for its conjugate gradients and all methods without derivatives.
///
/// Hipparchus asks for value and gradient apart; where it asks for both at one point they are
/// computed once.
public final class HipparchusObjective extends TwiceDifferentiableFunction {
  private final Objective objective;
  private final double[] gradient;
  private double[] at = {};
  private double value;

  public HipparchusObjective(Objective objective) {
    this.objective = objective;
    this.gradient = new double[objective.dimension()];
  }

  @Override
  public int dim() {
    return objective.dimension();
  }

  @Override
  public double value(RealVector x) {
    compute(x.toArray());
    return value;
  }

  @Override
  public RealVector gradient(RealVector x) {
    compute(x.toArray());
    return new ArrayRealVector(gradient);
  }

  @Override
  public RealMatrix hessian(RealVector x) {
    double[][] h = objective.hessian(x.toArray());
    for (int i = 0; i < h.length; i++) for (int j = 0; j < i; j++) h[j][i] = h[i][j];
    return new Array2DRowRealMatrix(h, false);
  }

  private void compute(double[] x) {
    if (Arrays.equals(x, at)) return;
    value = objective.at(x, gradient);
    at = x.clone();
  }

  public ObjectiveFunction function() {
    return new ObjectiveFunction(x -> value(new ArrayRealVector(x, false)));
  }

  public ObjectiveFunctionGradient gradient() {
    return new ObjectiveFunctionGradient(x -> gradient(new ArrayRealVector(x, false)).toArray());
  }
}
