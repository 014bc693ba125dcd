package dev.jacobi.print.report;

import dev.jacobi.expr.Adjoint;
import dev.jacobi.expr.Model;
import dev.jacobi.expr.Result;
import dev.jacobi.notation.Place;
import dev.jacobi.notation.Statement;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.Syntax.Op;
import dev.jacobi.print.Printer;
import dev.jacobi.print.Spellings;
import dev.jacobi.print.report.Report.Defined;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Gives a name to what a derivation made for itself: the gradient that a Hessian differentiates
/// once more (`g = dC/dw`), the number whose gradient is a product with an upstream (`L = sum(g .*
/// y)`).
final class Abbreviations {
  private final Model model;
  private final Printer printer;
  private final Spellings spellings;

  Abbreviations(Model model, Printer printer, Spellings spellings) {
    this.model = model;
    this.printer = printer;
    this.spellings = spellings;
  }

  /// The names that a result's layers need, which are spelled so from now on.
  List<Defined> of(Statement.Request request, Result r) {
    List<Defined> all = new ArrayList<>();
    for (Adjoint a : r.layers()) {
      String made = a.of();
      boolean known = all.stream().anyMatch(d -> d.name().equals(made));
      if (made.startsWith("\u00b7") && !known) all.add(abbreviation(request, r, made));
    }
    return all;
  }

  private Defined abbreviation(Statement.Request request, Result r, String made) {
    boolean gradient = r.order() == 2;
    String name = gradient ? gradientName(request, r) : free("L", "J", "E", "F", "loss");
    Syntax left = new Syntax.Name(name, Place.NONE);
    Syntax right =
        gradient
            ? new Syntax.Derivative(printer.name(r.of()), printer.name(r.wrt().get(0)), Place.NONE)
            : upstream(request, r);
    spellings.name(made, name);
    for (Adjoint a : r.layers())
      if (a.of().equals(made))
        spellings.array(a.symbol(), new Syntax.Derivative(left, printer.name(a.wrt()), Place.NONE));
    return new Defined(made, left, Optional.of(right), Optional.of(model.shape(made)));
  }

  private String gradientName(Statement.Request request, Result r) {
    return request.wrt().size() == 1
        ? free("g", "G", "grad")
        : free("g_" + r.wrt().get(0), "G_" + r.wrt().get(0));
  }

  private String free(String... names) {
    for (String n : names) if (!model.knows(n) && !model.dimensions().contains(n)) return n;
    return names[0] + "_";
  }

  private Syntax upstream(Statement.Request request, Result r) {
    Syntax g = request.with().orElseThrow();
    Syntax y = printer.name(r.of());
    if (model.shape(r.of()).isEmpty()) return new Syntax.Binary(Op.TIMES, g, y, Place.NONE);
    Syntax product = new Syntax.Binary(Op.HADAMARD, g, y, Place.NONE);
    return new Syntax.Call("sum", List.of(product), Place.NONE);
  }
}
