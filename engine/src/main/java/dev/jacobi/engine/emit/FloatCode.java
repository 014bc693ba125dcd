package dev.jacobi.engine.emit;

import dev.jacobi.engine.kernel.Workspace;

/// A compiled program over floats.
public interface FloatCode {
  /// Runs it once on the arrays of its buffers, in the order of [Emitted#buffers].
  void run(float[][] buffers, Workspace w);
}
