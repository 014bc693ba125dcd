package dev.jacobi.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.expr.Function;
import java.lang.reflect.Method;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Generated code finds kernels by the names of the table of functions.
class TableTest {
  private static final double[] POINTS = {-700, -30, -1.5, -1, -0.25, 0, 1e-9, 0.5, 1, 3, 40, 800};

  @ParameterizedTest
  @EnumSource(Function.class)
  void everyRowHasItsScalarAndItsKernel(Function f) throws ReflectiveOperationException {
    Class<?>[] two = {double.class, double.class};
    Class<?>[] one = {double.class};
    Method scalar = Scalar.class.getMethod(f.text, f.arity == 2 ? two : one);
    for (double x : POINTS) {
      for (double z : POINTS) {
        double y = (double) (f.arity == 2 ? scalar.invoke(null, x, z) : scalar.invoke(null, x));
        double expected = f.value(x, z);
        double bound = 1e-14 * Math.abs(expected) + 1e-300;
        boolean close = Math.abs(y - expected) <= bound || Double.compare(y, expected) == 0;
        assertThat(close).as("%s(%s, %s) = %s, here %s", f.text, x, z, expected, y).isTrue();
      }
    }
    for (Class<?> loops : new Class<?>[] {FloatZip.class, DoubleZip.class}) {
      if (f.arity == 2) assertThat(loops.getMethods()).anyMatch(m -> m.getName().equals(f.text));
    }
  }
}
