package dev.jacobi.print;

import dev.jacobi.expr.Adjoint;
import dev.jacobi.expr.Definition;
import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Extent;
import dev.jacobi.expr.Index;
import dev.jacobi.expr.Model;
import dev.jacobi.expr.Variable;
import dev.jacobi.notation.Place;
import dev.jacobi.notation.Syntax;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Writes entries of index notation as formulas: in matrix notation, in a layout, or by entry.
/// Layout is decided here and only here.
public final class Printer {
  /// How the axes of a derivative are laid out on paper.
  ///
  /// - `ML`: of what is differentiated, then by what; a gradient has the shape of its variable
  /// - `NUMERATOR`: of what is differentiated, then by what reversed; a gradient is a row
  /// - `DENOMINATOR`: by what, then of what is differentiated
  public enum Layout {
    ML("ml"),
    NUMERATOR("numerator"),
    DENOMINATOR("denominator");

    public final String text;

    Layout(String text) {
      this.text = text;
    }
  }

  private final Model model;
  private final Spellings spellings;
  private final NamedArrays arrays;
  private final Signs signs;
  private final WrittenSums written = new WrittenSums();
  private final MatrixForm matrix;
  private final Map<String, Integer> outerAxes = new HashMap<>();
  private final Map<String, List<Extent>> adjointShapes = new HashMap<>();
  private Set<String> names = Set.of();
  private int namesOf = -1;

  public Printer(Model model, Spellings spellings) {
    this.model = model;
    this.spellings = spellings;
    this.arrays = new NamedArrays(spellings);
    this.signs = new Signs(model);
    this.matrix = new MatrixForm(model.t, arrays, signs, written);
    for (Variable v : model.variables().values()) if (hasUnit(v.shape())) arrays.unitAxes(v.name());
    for (Definition d : model.definitions().values())
      if (hasUnit(d.shape())) arrays.unitAxes(d.name());
    model.integers().values().forEach(arrays::fixed);
    arrays.symmetric(model::isSymmetric);
    spellings.unnamed(this::made);
  }

  /// A definition as the user wrote it: sums in it keep their order where they come up again.
  public void wrote(Syntax definition) {
    written.add(definition);
  }

  /// Whether a formula is a sum that the user wrote himself, on this side and not transposed.
  public boolean isWritten(Syntax s) {
    return written.holds(s);
  }

  /// Definitions made by a rule: the inverse of a name, and the given derivative of an unknown
  /// function.
  private Optional<Syntax> made(String name) {
    Definition d = model.definitions().get(name);
    if (d == null) return Optional.empty();
    if (d.body() instanceof Definition.Inverse i)
      return Optional.of(Build.call("inv", spellings.of(i.of())));
    if (!(d.body() instanceof Definition.Unknown f)) return Optional.empty();
    List<String> by = f.by();
    String of = f.of();
    if (!name.contains("/d") || !model.knows(of) || !model.knows(by.getFirst()))
      return Optional.empty();
    Syntax y = spellings.of(of);
    Syntax u = spellings.of(by.getFirst());
    if (by.size() == 1) {
      outerAxes.put(name, model.shape(of).size());
      return Optional.of(new Syntax.Derivative(y, u, Place.NONE));
    }
    if (by.size() > 2 || !model.shape(of).isEmpty()) return Optional.empty();
    Syntax v = spellings.of(by.getLast());
    return Optional.of(u.equals(v) ? Build.call("hess", y, u) : Build.call("hess", y, u, v));
  }

  private static boolean hasUnit(List<Extent> shape) {
    return shape.contains(Extent.ONE);
  }

  /// Makes an adjoint's symbol printable as `dC/ds2`.
  public void adjoint(Adjoint a) {
    spellings.derivative(a.symbol(), a.of(), a.wrt());
    outerAxes.put(a.symbol(), a.outer().size());
    List<Extent> shape = new ArrayList<>();
    a.outer().forEach(i -> shape.add(i.extent));
    a.entry().forEach(i -> shape.add(i.extent));
    adjointShapes.put(a.symbol(), shape);
    if (a.entry().stream().anyMatch(i -> i.extent.equals(Extent.ONE))) arrays.unitAxes(a.symbol());
  }

  /// The shape as it is laid out.
  public List<Index> laidOut(List<Index> outer, List<Index> inner, Layout layout) {
    List<Index> axes = new ArrayList<>();
    switch (layout) {
      case ML -> {
        axes.addAll(outer);
        axes.addAll(inner);
      }
      case NUMERATOR -> {
        axes.addAll(outer);
        axes.addAll(inner.reversed());
        if (outer.isEmpty() && inner.size() == 1) axes.addFirst(unit());
      }
      case DENOMINATOR -> {
        axes.addAll(inner);
        axes.addAll(outer);
      }
    }
    return axes;
  }

  private Index unit() {
    return model.t.index(Extent.ONE, "");
  }

  /// The matrix form of an entry in a layout; empty when it has more than two axes that count, or
  /// none.
  public Optional<Syntax> matrix(Expr e, List<Index> outer, List<Index> inner, Layout layout) {
    List<Index> axes = laidOut(outer, inner, layout);
    List<Index> all = List.copyOf(axes);
    if (axes.size() > 2) axes.removeIf(i -> i.extent.equals(Extent.ONE));
    if (axes.size() > 2) return Optional.empty();
    Index row = axes.isEmpty() ? null : axis(axes.get(0));
    Index column = axes.size() < 2 ? null : axis(axes.get(1));
    return matrix.of(e, row, column).map(Polish::of).filter(s -> verifier.holds(s, e, all));
  }

  /// Looks at a matrix form before it is shown.
  public interface Verifier {
    /// Whether the formula means the entry over the axes.
    boolean holds(Syntax formula, Expr entry, List<Index> axes);

    /// Whether it does as a matrix between column-major vectors over the axes.
    default boolean holds(Syntax formula, Expr entry, List<Index> rows, List<Index> columns) {
      return true;
    }
  }

  private Verifier verifier = (_, _, _) -> true;

  /// From now on shows only what the verifier lets pass.
  public void verifyWith(Verifier v) {
    this.verifier = v;
  }

  private static Index axis(Index i) {
    return i.extent.equals(Extent.ONE) ? null : i;
  }

  /// A derivative with three or four axes as a matrix between column-major vectors, where it is a
  /// sum of Kronecker products; in the denominator layout its transpose.
  public Optional<Syntax> vectorised(Expr e, List<Index> outer, List<Index> inner, Layout layout) {
    if (outer.size() + inner.size() < 3) return Optional.empty();
    var kronecker = new Kronecker(model.t, matrix);
    List<Index> rows = layout == Layout.DENOMINATOR ? inner : outer;
    List<Index> columns = layout == Layout.DENOMINATOR ? outer : inner;
    return kronecker.of(e, rows, columns).filter(s -> verifier.holds(s, e, rows, columns));
  }

  /// The entry by letters, with the letters of the axes: those of `outer`, then of `inner`.
  public ByEntry entry(Expr e, List<Index> outer, List<Index> inner) {
    var letters = new Letters(names());
    List<String> first = new ArrayList<>();
    List<String> second = new ArrayList<>();
    for (Index i : outer) first.add(i.extent.equals(Extent.ONE) ? "1" : letters.bind(i));
    for (Index i : inner) second.add(i.extent.equals(Extent.ONE) ? "1" : letters.bind(i));
    Syntax s = indexForm().of(e, letters);
    return new ByEntry(Polish.of(s), first, second);
  }

  /// A formula by entry and the letters of its axes.
  public record ByEntry(Syntax syntax, List<String> outer, List<String> inner) {}

  private IndexForm indexForm() {
    return new IndexForm(model.t, spellings, signs, this::outerAxes, this::shape);
  }

  private List<Extent> shape(String name) {
    List<Extent> s = adjointShapes.get(name);
    return s != null ? s : model.shape(name);
  }

  private int outerAxes(String name) {
    spellings.of(name); // a derivative that is met for the first time is told apart here
    return outerAxes.getOrDefault(name, 0);
  }

  /// What no index may be called; made anew when the model has grown.
  private Set<String> names() {
    int size = model.variables().size() + model.definitions().size() + model.dimensions().size();
    if (size == namesOf) return names;
    namesOf = size;
    names = new LinkedHashSet<>(model.variables().keySet());
    names.addAll(model.definitions().keySet());
    names.addAll(model.dimensions());
    names.addAll(List.of("e", "I", "R"));
    return names;
  }

  /// The array of a name as it is written.
  public Syntax name(String name) {
    return spellings.of(name);
  }
}
