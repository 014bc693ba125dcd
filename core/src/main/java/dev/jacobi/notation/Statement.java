package dev.jacobi.notation;

import java.util.List;
import java.util.Optional;

/// One statement of a model. See docs/language.md for the table of forms.
public sealed interface Statement {

  Place place();

  /// `W1, W2 in R[a, n]`; `set` is how the value set is spelled: `R`, `R+`, `(0,1)`, `[0,1]`,
  /// `{0,1}`, `{-1,1}`, `simplex`, `onehot`, `sym`, `psd`, `inv`, or `integers` for `k in 1..K`,
  /// whose two extents are then the ends of the range. A scalar has no extents.
  record Declaration(List<Syntax.Name> names, String set, List<Syntax> extents, Place place)
      implements Statement {
    public Declaration {
      names = List.copyOf(names);
      extents = List.copyOf(extents);
    }
  }

  /// `L(y) in R`, `g(x, u) in R[m]`: a function of which nothing else is known.
  record UnknownFunction(
      Syntax.Name name, List<Syntax.Name> arguments, List<Syntax> extents, Place place)
      implements Statement {
    public UnknownFunction {
      arguments = List.copyOf(arguments);
      extents = List.copyOf(extents);
    }
  }

  /// `a = b = c`, with the condition of a case (`… if i != j`) when one is written. Whether the
  /// first relation defines or claims is for the elaborator to say. `shape` claims (`dC/dW1 in R[a,
  /// n]`) are [ShapeClaim].
  record Equation(List<Syntax> sides, Optional<Syntax> condition, Place place)
      implements Statement {
    public Equation {
      sides = List.copyOf(sides);
    }
  }

  /// `dC/dW1 in R[a, n]`.
  record ShapeClaim(Syntax of, List<Syntax> extents, Place place) implements Statement {
    public ShapeClaim {
      extents = List.copyOf(extents);
    }
  }

  /// `assume sum(t) = 1`.
  record Fact(Syntax left, Syntax right, Place place) implements Statement {}

  /// `alias w = W`, `alias "f output" = a1`: another name, or words, for a formula. It serves the
  /// reading of documents.
  record Alias(String name, Syntax formula, Place place) implements Statement {}

  /// `input x`, `target y`, `parameter W1, b1`.
  record Role(String role, List<Syntax.Name> names, Place place) implements Statement {
    public Role {
      names = List.copyOf(names);
    }
  }

  /// `derive C wrt W1, b1` and its kin. `kind` is `derive`, `jacobian`, `hessian`, `vjp`, `jvp` or
  /// `hvp`. `mixed` is true for `hessian C wrt u and v`. `with` is the direction or upstream of a
  /// product. `of` and `wrt` are a [Syntax.Name] or an [Syntax.Entry] of one.
  record Request(
      String kind, Syntax of, List<Syntax> wrt, boolean mixed, Optional<Syntax> with, Place place)
      implements Statement {
    public Request {
      wrt = List.copyOf(wrt);
    }
  }
}
