package dev.jacobi.print.report;

import dev.jacobi.expr.At;
import dev.jacobi.expr.Definition;
import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Factor;
import dev.jacobi.expr.Index;
import dev.jacobi.expr.Model;
import dev.jacobi.expr.Rewrite;
import dev.jacobi.print.Printer;
import dev.jacobi.print.report.Description.Edge;
import dev.jacobi.print.report.Description.Entry;
import dev.jacobi.print.report.Description.Module;
import dev.jacobi.print.report.Description.Name;
import dev.jacobi.print.report.Description.Role;
import dev.jacobi.print.report.Description.Shaped;
import dev.jacobi.print.report.Report.Declared;
import dev.jacobi.print.report.Report.Defined;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Describes a model.
public final class Describer {
  private final Model model;
  private final Printer printer;
  private final Map<String, Role> roles;

  /// `roles` are those of names that have one; a declared name without one is an input.
  public Describer(Model model, Printer printer, Map<String, Role> roles) {
    this.model = model;
    this.printer = printer;
    this.roles = Map.copyOf(roles);
  }

  public Description describe(String file, List<Declared> declared, List<Defined> defined) {
    List<Name> names = new ArrayList<>();
    List<Shaped> learned = new ArrayList<>();
    int q = 0;
    for (String name : model.variables().keySet()) {
      names.add(new Name(declared.get(q++), role(name)));
      if (role(name) == Role.PARAMETER) learned.add(shaped(name));
    }
    List<Module> modules = new ArrayList<>();
    List<Edge> edges = new ArrayList<>();
    List<Defined> inOrder = new ArrayList<>();
    for (String name : model.definitions().keySet())
      for (Defined d : defined) if (d.name().equals(name)) inOrder.add(d);
    for (Defined d : inOrder) {
      modules.add(module(d));
      for (String u : ordered(d.name())) edges.add(new Edge(u, d.name()));
    }
    return new Description(file, names, modules, new Counting(learned, modules).layers(), edges);
  }

  private Role role(String name) {
    return roles.getOrDefault(name, Role.INPUT);
  }

  private Module module(Defined d) {
    List<Shaped> takes = new ArrayList<>();
    List<Shaped> learns = new ArrayList<>();
    for (String u : ordered(d.name())) (isLearned(u) ? learns : takes).add(shaped(u));
    return new Module(d, takes, learns, shaped(d.name()), entry(d.name()));
  }

  private Shaped shaped(String name) {
    return new Shaped(name, printer.name(name), model.shape(name));
  }

  private Optional<Entry> entry(String name) {
    Definition d = model.definitions().get(name);
    if (!(d.body() instanceof Definition.Formula f)) return Optional.empty();
    Expr symbol = model.t.symbol(name, d.parameters());
    return Optional.of(
        new Entry(
            printer.entry(symbol, d.parameters(), List.of()).syntax(),
            printer.entry(inlined(f.expr()), d.parameters(), List.of()).syntax()));
  }

  /// Arguments that the user wrote without a name go back to where they stood.
  private Expr inlined(Expr e) {
    return new Rewrite.Symbols(model.t) {
      @Override
      protected boolean replaces(String name) {
        Definition d = model.definitions().get(name);
        return d != null && d.visibility() == Definition.Visibility.TRANSPARENT;
      }

      @Override
      protected Expr replacement(Factor.Symbol s) {
        Definition d = model.definitions().get(s.name);
        Map<Index, At> map = new HashMap<>();
        for (int q = 0; q < s.arity(); q++) map.put(d.parameters().get(q), s.slot(q));
        return inlined(model.t.substitute(((Definition.Formula) d.body()).expr(), map));
      }
    }.apply(e);
  }

  private boolean isLearned(String name) {
    return model.variables().containsKey(name) && role(name) == Role.PARAMETER;
  }

  /// What a definition uses: values first, in the order of the file, then parameters.
  private List<String> ordered(String name) {
    Set<String> uses = uses(name);
    List<String> all = new ArrayList<>(model.variables().keySet());
    all.addAll(model.definitions().keySet());
    all.retainAll(uses);
    List<String> values = new ArrayList<>(all);
    values.removeIf(this::isLearned);
    all.removeAll(values);
    values.addAll(all);
    return values;
  }

  /// The names that a definition rests on directly, through formulas that have no name.
  private Set<String> uses(String name) {
    Set<String> named = new LinkedHashSet<>();
    collect(name, named, new LinkedHashSet<>());
    return named;
  }

  private void collect(String name, Set<String> named, Set<String> entered) {
    for (String u : model.definitions().get(name).uses()) {
      Definition d = model.definitions().get(u);
      if (d == null ? model.variables().containsKey(u) : d.isNamed()) named.add(u);
      else if (d != null && entered.add(u)) collect(u, named, entered);
    }
  }
}
