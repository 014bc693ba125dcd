package dev.jacobi.engine.emit;

import dev.jacobi.engine.kernel.Machine;
import jdk.incubator.vector.FloatVector;

/// How many floats a vector of this machine holds.
public final class VectorWidth {
  private VectorWidth() {}

  /// 0 where there are no vectors; the vector module is not touched then.
  public static int floats() {
    return Machine.VECTOR ? FloatVector.SPECIES_PREFERRED.length() : 0;
  }
}
