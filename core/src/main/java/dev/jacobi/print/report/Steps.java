package dev.jacobi.print.report;

import dev.jacobi.expr.Adjoint;
import dev.jacobi.expr.Definition;
import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Index;
import dev.jacobi.expr.Model;
import dev.jacobi.expr.Result;
import dev.jacobi.expr.Terms;
import dev.jacobi.notation.Syntax;
import dev.jacobi.print.Printer;
import dev.jacobi.print.report.Report.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A derivation told rule by rule: for each adjoint the chain rule, the local derivative, what it
/// becomes, and the sum of the paths. They are written when first asked for: most readers never do.
final class Steps {
  private final Model model;
  private final Terms t;
  private final Printer printer;
  private final Result result;
  private final List<Step> steps = new ArrayList<>();
  private boolean told;

  Steps(Model model, Printer printer, Result result) {
    this.model = model;
    this.t = model.t;
    this.printer = printer;
    this.result = result;
  }

  /// The steps to the result, in order from what is differentiated.
  List<Step> all() {
    if (!told) {
      told = true;
      for (Adjoint a : result.layers()) adjoint(a);
      for (Result.Step x : result.steps()) given(x);
      if (result.entry() != result.named()) closed(result);
    }
    return List.copyOf(steps);
  }

  private void adjoint(Adjoint a) {
    for (Adjoint.Path p : a.paths()) path(a, p);
    if (a.paths().size() > 1) {
      List<Syntax> chain = new ArrayList<>(List.of(entryLeft(a)));
      Expr sum = t.add(a.paths().stream().map(Adjoint.Path::contribution).toList());
      chain.add(entry(sum, a));
      add("sum over the " + a.paths().size() + " paths", with(chain, entry(a.named(), a)), a);
    }
    Optional<Syntax> matrix = matrix(a.named(), a);
    if (matrix.isPresent() && !a.entry().isEmpty() && isSpelled(a.wrt()))
      add("in matrix notation", List.of(printer.name(a.symbol()), matrix.get()), a);
  }

  private void path(Adjoint a, Adjoint.Path p) {
    if (isTransparent(p.via())) {
      add(
          "derivative of " + definition(p.via()),
          List.of(entryLeft(a), entry(p.contribution(), a)),
          a);
      return;
    }
    boolean direct = p.via().equals(a.of());
    Adjoint local = Reporter.quantity(p.via(), a.wrt(), p.parameters(), a.entry(), p.folded());
    boolean spelled = isSpelled(p.via());
    if (spelled) {
      printer.adjoint(local);
      if (!direct)
        add(
            "chain rule through " + name(p.via()),
            List.of(entryLeft(a), chainRule(a, p, local)),
            a);
      List<Syntax> chain = new ArrayList<>(List.of(entryLeft(local), entry(p.local(), local)));
      add(
          "derivative of the definition of " + name(p.via()),
          with(chain, entry(p.folded(), local)),
          local);
    }
    boolean last = a.paths().size() == 1;
    String rule = last ? "put in" : "the path through " + name(p.via());
    if (!direct || !spelled)
      add(rule, List.of(entryLeft(a), entry(last ? a.named() : p.contribution(), a)), a);
  }

  /// An argument that the user wrote without a name: what contains it counts.
  private boolean isTransparent(String name) {
    Definition d = model.definitions().get(name);
    return d != null && d.visibility() == Definition.Visibility.TRANSPARENT;
  }

  /// The first name that is defined by way of an argument, and the argument.
  private String definition(String argument) {
    String at = argument;
    for (Definition d : model.definitions().values()) {
      if (!d.uses().contains(at)) continue;
      if (d.visibility() != Definition.Visibility.TRANSPARENT)
        return name(d.name()) + ", through " + name(argument);
      at = d.name();
    }
    return name(argument);
  }

  /// `Σ_k dC/ds2[k] ds2[k]/da1[j]`.
  private Syntax chainRule(Adjoint a, Adjoint.Path p, Adjoint local) {
    List<Index> outer = new ArrayList<>(a.outer());
    outer.addAll(p.parameters());
    var upstream = Reporter.quantity(a.of(), p.via(), a.outer(), p.parameters(), t.zero());
    printer.adjoint(upstream);
    Expr product = t.times(t.symbol(upstream.symbol(), outer), symbol(local));
    return entry(t.sum(product, p.parameters().toArray(new Index[0])), a);
  }

  private void given(Result.Step x) {
    List<Syntax> chain = new ArrayList<>();
    var a = Reporter.quantity(x.of(), x.wrt(), x.outer(), x.inner(), x.after());
    printer.adjoint(a);
    chain.add(entryLeft(a));
    x.before().ifPresent(b -> chain.add(entry(b, a)));
    add(x.rule(), with(chain, entry(x.after(), a)), a);
  }

  private void closed(Result r) {
    if (r.layers().isEmpty()) return;
    Adjoint last = r.layers().getLast();
    boolean part = r.part().isPresent();
    Adjoint a =
        part ? Reporter.quantity(last.of(), last.wrt(), r.outer(), r.inner(), r.named()) : last;
    Syntax left = part ? Reporter.leftOfPart(printer, t, r, a.symbol()) : entryLeft(a);
    List<Syntax> chain = new ArrayList<>(List.of(left, entry(r.named(), a)));
    add("the adjoints before it put in", with(chain, entry(r.entry(), a)), a);
    if (part) return;
    Optional<Syntax> matrix = matrix(r.entry(), a);
    if (matrix.isPresent() && !a.entry().isEmpty() && isSpelled(a.wrt()))
      add("in matrix notation", List.of(printer.name(a.symbol()), matrix.get()), a);
  }

  private void add(String rule, List<Syntax> chain, Adjoint a) {
    List<Index> axes = new ArrayList<>(a.outer());
    axes.addAll(a.entry());
    steps.add(new Step(rule, chain, Shapes.of(axes)));
  }

  /// A chain with one more side, unless that says nothing new.
  private static List<Syntax> with(List<Syntax> chain, Syntax next) {
    if (!chain.getLast().equals(next)) chain.add(next);
    return chain;
  }

  private boolean isSpelled(String name) {
    return Reporter.isSpelled(printer.name(name));
  }

  private String name(String via) {
    return isSpelled(via)
        ? dev.jacobi.notation.TextSpelling.PLAIN.spell(printer.name(via))
        : "a formula without a name";
  }

  private Expr symbol(Adjoint a) {
    List<Index> axes = new ArrayList<>(a.outer());
    axes.addAll(a.entry());
    return t.symbol(a.symbol(), axes);
  }

  private Syntax entryLeft(Adjoint a) {
    return entry(symbol(a), a);
  }

  private Syntax entry(Expr e, Adjoint a) {
    return printer.entry(e, a.outer(), a.entry()).syntax();
  }

  private Optional<Syntax> matrix(Expr e, Adjoint a) {
    return printer.matrix(e, a.outer(), a.entry(), Printer.Layout.ML);
  }
}
