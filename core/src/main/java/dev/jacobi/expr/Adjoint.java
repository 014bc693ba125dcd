package dev.jacobi.expr;

import java.util.List;
import java.util.Set;

/// The derivative of `of` by every entry of `wrt`: `∂of[outer] / ∂wrt[entry]`.
///
/// - `outer`: indices over the axes of `of`; none when it is a scalar
/// - `named`: in terms of the adjoints nearer to `of`, as a backward pass computes it
/// - `uses`: the facts it rests on, in the user's words
/// - `paths`: what the chain rule summed, one for each name that uses `wrt` directly
public record Adjoint(
    String of,
    String wrt,
    List<Index> outer,
    List<Index> entry,
    Expr named,
    List<Path> paths,
    Set<String> uses) {
  public Adjoint {
    outer = List.copyOf(outer);
    entry = List.copyOf(entry);
    paths = List.copyOf(paths);
  }

  /// Through one name: its local derivative `∂via[parameters]/∂wrt[entry]`, as it came from the
  /// rules and as it was folded, and what it adds.
  public record Path(
      String via, List<Index> parameters, Expr local, Expr folded, Expr contribution) {}

  /// The name of the array of all its entries.
  public String symbol() {
    return "d" + of + "/d" + wrt;
  }
}
