package dev.jacobi.cli;

import dev.jacobi.check.Checked;
import java.util.Optional;

/// What judges a document: the checker of the core, or in a test whatever the test says.
///
/// It is called from several threads at once.
@FunctionalInterface
interface Judge {
  /// The checker of the core. TODO connect `dev.jacobi.Checking` here.
  Judge CHECKER =
      (_, _) -> {
        throw new InputException("check: the checker is not connected yet");
      };

  Checked check(Source document, Optional<Source> key);
}
