package dev.jacobi.cli;

import dev.jacobi.Checking;
import dev.jacobi.check.Checked;
import java.util.Optional;

/// What judges a document: the checker of the core, or in a test whatever the test says.
///
/// It is called from several threads at once.
@FunctionalInterface
interface Judge {
  /// The checker of the core.
  Judge CHECKER =
      (document, key) -> Checking.check(document.name(), document.text(), key.map(Source::text));

  Checked check(Source document, Optional<Source> key);
}
