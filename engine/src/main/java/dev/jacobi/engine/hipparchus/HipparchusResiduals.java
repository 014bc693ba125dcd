package dev.jacobi.engine.hipparchus;

import dev.jacobi.engine.minimize.Residuals;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresBuilder;
import org.hipparchus.optim.nonlinear.vector.leastsquares.MultivariateJacobianFunction;
import org.hipparchus.util.Pair;

/// [Residuals] for the least squares of Hipparchus: Levenberg and Marquardt, Gauss and Newton.
public final class HipparchusResiduals implements MultivariateJacobianFunction {
  private final Residuals residuals;

  public HipparchusResiduals(Residuals residuals) {
    this.residuals = residuals;
  }

  @Override
  public Pair<RealVector, RealMatrix> value(RealVector x) {
    double[][] jacobian = new double[residuals.size()][residuals.dimension()];
    double[] r = residuals.at(x.toArray(), jacobian);
    return new Pair<>(new ArrayRealVector(r, false), new Array2DRowRealMatrix(jacobian, false));
  }

  /// A problem with model, start and target set: what is left to say is when to stop.
  public LeastSquaresBuilder problem() {
    return new LeastSquaresBuilder()
        .model(this)
        .start(residuals.start())
        .target(new double[residuals.size()]);
  }
}
