package dev.jacobi.engine.emit;

import dev.jacobi.engine.kernel.Workspace;

/// A compiled program over doubles.
public interface DoubleCode {
  /// Runs it once on the arrays of its buffers, in the order of [Emitted#buffers].
  void run(double[][] buffers, Workspace w);
}
