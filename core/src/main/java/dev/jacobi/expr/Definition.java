package dev.jacobi.expr;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// A named array given entry by entry: `name[parameters] = body`.
///
/// One that the user did not name (`softmax(W x)` inside a formula) is anonymous: it has a name of
/// its own here, and is shown as it was written. A transparent one is inlined in what is shown.
public record Definition(String name, List<Index> parameters, Body body, Visibility visibility) {
  public Definition {
    parameters = List.copyOf(parameters);
  }

  /// How a definition shows in results.
  public enum Visibility {
    NAMED,
    ANONYMOUS,
    TRANSPARENT
  }

  /// What defines the entries.
  public sealed interface Body {
    /// The same with the parameters called otherwise.
    default Body renamed(Terms t, List<Index> from, List<Index> to) {
      return switch (this) {
        case Formula f -> new Formula(t.substitute(f.expr, from, to));
        case Extreme e -> new Extreme(t.substitute(e.expr, from, to), e.over, e.greatest);
        case ProductOver p -> new ProductOver(t.substitute(p.expr, from, to), p.over);
        case ArgMax a -> new ArgMax(t.substitute(a.expr, from, to), a.over, a.at);
        case Inverse _, Determinant _, Unknown _ -> this;
      };
    }
  }

  /// A formula of other names.
  public record Formula(Expr expr) implements Body {}

  /// The inverse of a named square matrix.
  public record Inverse(String of) implements Body {}

  /// The determinant of a named square matrix, or the logarithm of its absolute value.
  public record Determinant(String of, boolean logarithm) implements Body {}

  /// The greatest (or least) of a formula over an index of its own.
  public record Extreme(Expr expr, Index over, boolean greatest) implements Body {}

  /// The product of a formula over an index of its own.
  public record ProductOver(Expr expr, Index over) implements Body {}

  /// 1 at the first place of the greatest entry along an index: a step, with derivative zero.
  public record ArgMax(Expr expr, Index over, Index at) implements Body {}

  /// A function of named arrays of which nothing else is known, or a partial derivative of one:
  /// `of` by the names in `by`, in turn, the other arguments held.
  public record Unknown(List<String> arguments, String of, List<String> by) implements Body {
    public Unknown {
      arguments = List.copyOf(arguments);
      by = List.copyOf(by);
    }

    /// The function itself.
    public Unknown(String name, List<String> arguments) {
      this(arguments, name, List.of());
    }

    /// Its partial derivative by one argument more.
    public Unknown by(String argument) {
      List<String> all = new ArrayList<>(by);
      all.add(argument);
      return new Unknown(arguments, of, all);
    }
  }

  public List<Extent> shape() {
    Extent[] shape = new Extent[parameters.size()];
    for (int q = 0; q < shape.length; q++) shape[q] = parameters.get(q).extent;
    return List.of(shape);
  }

  public boolean isNamed() {
    return visibility == Visibility.NAMED;
  }

  /// The names it is made of, dimensions among them.
  public Set<String> uses() {
    Set<String> names = new LinkedHashSet<>();
    switch (body) {
      case Formula f -> Rewrite.names(f.expr, names);
      case Inverse i -> names.add(i.of);
      case Determinant d -> names.add(d.of);
      case Extreme e -> Rewrite.names(e.expr, names);
      case ProductOver p -> Rewrite.names(p.expr, names);
      case ArgMax a -> Rewrite.names(a.expr, names);
      case Unknown u -> names.addAll(u.arguments);
    }
    return names;
  }
}
