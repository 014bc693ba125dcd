package dev.jacobi;

import dev.jacobi.expr.Adjoint;
import dev.jacobi.expr.Definition;
import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Index;
import dev.jacobi.notation.Place;
import dev.jacobi.notation.Syntax;
import dev.jacobi.print.Printer;
import dev.jacobi.print.report.Explanation;
import dev.jacobi.print.report.Explanation.Equal;
import dev.jacobi.print.report.Explanation.Fired;
import dev.jacobi.print.report.Explanation.Read;
import dev.jacobi.print.report.Report;
import dev.jacobi.simplify.Simplifier;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Derives what a model asks and tells what happened on the way.
public final class Explanations {
  private final dev.jacobi.expr.Model names;
  private final Printer printer;

  private Explanations(Model model) {
    this.names = model.read().model();
    this.printer = model.printer();
  }

  /// An explanation, and the report of the derivation it explains.
  public record Explained(Report report, Explanation explanation) {}

  public static Explained of(Model model, Reports.Ask ask) {
    List<Simplifier.Fired> fired = new ArrayList<>();
    model.listen(fired::add);
    Report report = Reports.of(model, ask);
    model.listen(_ -> {});
    return new Explained(report, new Explanations(model).explanation(report, fired));
  }

  private Explanation explanation(Report report, List<Simplifier.Fired> fired) {
    List<Read> syntax = new ArrayList<>();
    for (Report.Defined d : report.definitions())
      d.right().ifPresent(r -> syntax.add(new Read(d.left(), r)));
    Set<Equal> adjoints = new LinkedHashSet<>();
    List<Equal> results = new ArrayList<>();
    for (Report.Outcome o : report.outcomes()) {
      for (Report.Formula f : o.layers()) adjoints.add(equal(f));
      results.add(equal(o.closed()));
    }
    return new Explanation(
        report.file(),
        syntax,
        definitions(),
        locals(report),
        List.copyOf(fired(fired)),
        List.copyOf(adjoints),
        results);
  }

  private static Equal equal(Report.Formula f) {
    return new Equal(f.shownLeft(), List.of(f.shown()));
  }

  private List<Equal> definitions() {
    List<Equal> all = new ArrayList<>();
    for (Definition d : names.definitions().values()) {
      if (!(d.body() instanceof Definition.Formula f) || !isSpelled(d.name())) continue;
      Expr symbol = names.t.symbol(d.name(), d.parameters());
      all.add(equal(symbol, List.of(f.expr()), d.parameters(), List.of()));
    }
    return all;
  }

  /// A definition that the derivation made for itself has no name to show.
  private boolean isSpelled(String name) {
    return !(printer.name(name) instanceof Syntax.Name n) || !n.text().startsWith("\u00b7");
  }

  private List<Equal> locals(Report report) {
    Set<Equal> all = new LinkedHashSet<>();
    for (Report.Outcome o : report.outcomes())
      for (Adjoint a : o.source().layers())
        for (Adjoint.Path p : a.paths()) local(a, p).ifPresent(all::add);
    return List.copyOf(all);
  }

  private Optional<Equal> local(Adjoint a, Adjoint.Path p) {
    if (!isSpelled(p.via())) return Optional.empty();
    Syntax of =
        printer.entry(names.t.symbol(p.via(), p.parameters()), p.parameters(), a.entry()).syntax();
    Syntax wrt =
        printer.entry(names.t.symbol(a.wrt(), a.entry()), p.parameters(), a.entry()).syntax();
    List<Syntax> sides = new ArrayList<>();
    for (Expr e : List.of(p.local(), p.folded())) {
      Syntax s = printer.entry(e, p.parameters(), a.entry()).syntax();
      if (!sides.contains(s)) sides.add(s);
    }
    return Optional.of(new Equal(new Syntax.Derivative(of, wrt, Place.NONE), sides));
  }

  private Equal equal(Expr left, List<Expr> sides, List<Index> outer, List<Index> inner) {
    return new Equal(
        printer.entry(left, outer, inner).syntax(),
        sides.stream().map(e -> printer.entry(e, outer, inner).syntax()).toList());
  }

  private Set<Fired> fired(List<Simplifier.Fired> all) {
    Set<Fired> shown = new LinkedHashSet<>();
    for (Simplifier.Fired f : all) {
      List<Index> free = List.of(f.before().free());
      shown.add(
          new Fired(
              f.rule(),
              printer.entry(f.before(), free, List.of()).syntax(),
              printer.entry(f.after(), free, List.of()).syntax()));
    }
    return shown;
  }
}
