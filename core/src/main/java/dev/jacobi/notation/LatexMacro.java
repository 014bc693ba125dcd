package dev.jacobi.notation;

import java.util.Optional;

/// What an author defined: `\newcommand{\v}[1]{\mathbf{#1}}`. With a default, the first of the
/// arguments stands in square brackets and may be left out.
public record LatexMacro(int arguments, Optional<String> firstDefault, String body) {
  public LatexMacro(int arguments, String body) {
    this(arguments, Optional.empty(), body);
  }
}
