package dev.jacobi.print.report;

import dev.jacobi.expr.Extent;
import dev.jacobi.notation.Place;
import dev.jacobi.notation.Syntax;
import dev.jacobi.print.report.Report.Declared;
import dev.jacobi.print.report.Report.Defined;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a model is made of, ready to be shown: its names and what they are for, its modules with
/// what goes in and comes out, how many numbers it learns, and what depends on what.
public record Description(
    String file, List<Name> names, List<Module> modules, List<Layer> layers, List<Edge> edges) {
  public Description {
    names = List.copyOf(names);
    modules = List.copyOf(modules);
    layers = List.copyOf(layers);
    edges = List.copyOf(edges);
  }

  /// What a declared name is for.
  public enum Role {
    INPUT,
    TARGET,
    PARAMETER
  }

  /// A declared name and its role.
  public record Name(Declared declared, Role role) {}

  /// A name with its shape.
  public record Shaped(String name, Syntax shown, List<Extent> shape) {}

  /// A definition as a module: it takes values, learns parameters, and gives one array, whose entry
  /// is written out; that of an unknown function is not known.
  public record Module(
      Defined definition,
      List<Shaped> takes,
      List<Shaped> learns,
      Shaped gives,
      Optional<Entry> entry) {}

  /// An array written out: `left = right` by entry.
  public record Entry(Syntax left, Syntax right) {}

  /// Parameters that are counted together, and how many numbers they are: a weight and its bias `(n
  /// +
  /// 1) a`.
  public record Layer(List<String> names, Syntax count, Extent number) {}

  /// One name is used by another.
  public record Edge(String from, String to) {}

  /// How many numbers are learned, in dimensions.
  public Extent number() {
    Extent sum = Extent.ZERO;
    for (Layer l : layers) sum = sum.plus(l.number());
    return sum;
  }

  /// The same, one layer after another, like ones together: `(n + 1) a + (a + 1) K`.
  public Optional<Syntax> count() {
    Map<Syntax, Integer> times = new LinkedHashMap<>();
    for (Layer l : layers) times.merge(l.count(), 1, Integer::sum);
    Syntax sum = null;
    for (var e : times.entrySet()) {
      Syntax n = new Syntax.Num(e.getValue().toString(), Place.NONE);
      Syntax term = e.getValue() == 1 ? e.getKey() : binary(Syntax.Op.TIMES, n, e.getKey());
      sum = sum == null ? term : binary(Syntax.Op.PLUS, sum, term);
    }
    return Optional.ofNullable(sum);
  }

  private static Syntax binary(Syntax.Op op, Syntax l, Syntax r) {
    return new Syntax.Binary(op, l, r, Place.NONE);
  }
}
