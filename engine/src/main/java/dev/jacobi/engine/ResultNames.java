package dev.jacobi.engine;

import dev.jacobi.expr.Result;
import dev.jacobi.notation.Statement;
import dev.jacobi.notation.TextSpelling;

/// The names by which results are given back, as reports write them: `dC/dW`, `hess(C, w)`.
final class ResultNames {
  private ResultNames() {}

  static String of(Result r, Statement.Request request) {
    String last = r.wrt().getLast();
    return switch (r.kind()) {
      case GRADIENT, JACOBIAN -> "d" + r.of() + "/d" + last + places(r);
      case HESSIAN -> {
        boolean same = r.wrt().getFirst().equals(last);
        yield "hess(" + r.of() + ", " + (same ? "" : r.wrt().getFirst() + ", ") + last + ")";
      }
      case VJP -> "vjp(" + r.of() + ", " + last + with(request) + ")";
      case JVP -> "jvp(" + r.of() + ", " + last + with(request) + ")";
      case HVP -> "hvp(" + r.of() + ", " + last + with(request) + ")";
    };
  }

  private static String with(Statement.Request r) {
    return r.with().map(s -> ", " + TextSpelling.PLAIN.spell(s)).orElse("");
  }

  /// Where only a part was asked for, which.
  private static String places(Result r) {
    if (r.part().isEmpty()) return "";
    return r.part().get().places().toString();
  }
}
