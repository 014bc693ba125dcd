package dev.jacobi.print.report;

import dev.jacobi.notation.Syntax;
import java.util.List;
import java.util.Optional;

/// One function of the language, ready to be shown.
///
/// - `group`: what it acts on, `each entry`, `rows`, …
/// - `call`: how it is called, `tanh(x)`, with the values of parameters that may be left out
/// - `definition`: in the language; none for a primitive
/// - `derivatives`: by its first argument, then by others, in its arguments and its own value `y`;
///   none where it takes arrays
/// - `range`, `slopes`, `domain`, `kinks`: sets of values, of values of the derivative, of
///   arguments, and where there is no derivative; empty where `note` says what is known
public record FunctionRow(
    String group,
    String name,
    String call,
    Optional<Syntax> definition,
    List<Syntax> derivatives,
    String range,
    String slopes,
    String domain,
    String kinks,
    String note) {
  public FunctionRow {
    derivatives = List.copyOf(derivatives);
  }
}
