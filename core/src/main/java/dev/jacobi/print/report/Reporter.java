package dev.jacobi.print.report;

import dev.jacobi.expr.Adjoint;
import dev.jacobi.expr.At;
import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Extent;
import dev.jacobi.expr.Index;
import dev.jacobi.expr.Model;
import dev.jacobi.expr.Result;
import dev.jacobi.expr.Terms;
import dev.jacobi.notation.Place;
import dev.jacobi.notation.Renaming;
import dev.jacobi.notation.Statement;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.Syntax.Op;
import dev.jacobi.notation.TextSpelling;
import dev.jacobi.notation.Vocabulary;
import dev.jacobi.print.Printer;
import dev.jacobi.print.Spellings;
import dev.jacobi.print.report.Report.Answer;
import dev.jacobi.print.report.Report.Defined;
import dev.jacobi.print.report.Report.Formula;
import dev.jacobi.print.report.Report.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Turns derived results into formulas in one layout.
public final class Reporter {
  private final Model model;
  private final Printer printer;
  private final Spellings spellings;
  private final Printer.Layout layout;
  private final Abbreviations abbreviations;
  private final Map<String, Formula> written = new HashMap<>();

  /// A result with how it was checked.
  public record Checked(
      Result result, int directions, double worst, Map<Long, Integer> shortened) {}

  public Reporter(Model model, Printer printer, Spellings spellings, Printer.Layout layout) {
    this.model = model;
    this.printer = printer;
    this.spellings = spellings;
    this.layout = layout;
    this.abbreviations = new Abbreviations(model, printer, spellings);
  }

  /// What one request gave.
  public Answer answer(Statement.Request request, List<Checked> results) {
    List<Outcome> outcomes = new ArrayList<>();
    Map<String, Adjoint> shared = new LinkedHashMap<>();
    Map<String, Defined> names = new LinkedHashMap<>();
    for (Checked c : results) {
      for (Defined d : abbreviations.of(request, c.result())) names.put(d.name(), d);
      outcomes.add(outcome(request, c));
      collect(c.result(), results, shared);
    }
    List<Adjoint> backward = new ArrayList<>(shared.values());
    backward.sort(Comparator.comparingInt((Adjoint a) -> -place(a.wrt())));
    return new Answer(
        request,
        List.copyOf(names.values()),
        backward.stream().map(this::formula).filter(f -> !f.isGiven()).toList(),
        outcomes);
  }

  /// The adjoints that lead to a result: all but the last, and that too when another rests on it.
  private static void collect(Result r, List<Checked> all, Map<String, Adjoint> into) {
    List<Adjoint> layers = r.layers();
    for (int q = 0; q < layers.size(); q++) {
      Adjoint a = layers.get(q);
      boolean last = q == layers.size() - 1;
      boolean used = false;
      for (Checked c : all)
        used |=
            c.result().layers().indexOf(a) < c.result().layers().size() - 1
                && c.result().layers().contains(a);
      if (!last || used) into.putIfAbsent(a.symbol(), a);
    }
  }

  private int place(String name) {
    int q = 0;
    for (String d : model.definitions().keySet()) {
      q++;
      if (d.equals(name)) return q;
    }
    return 0;
  }

  // ---- one result

  private Outcome outcome(Statement.Request request, Checked c) {
    Result r = c.result();
    Adjoint whole = whole(request, r);
    Formula closed = inPart(formula(whole, r.entry()), r, whole.symbol());
    List<Formula> layers = new ArrayList<>();
    for (Adjoint a : r.layers()) layers.add(formula(a));
    Formula named = named(closed, whole, r, layers);
    layers.removeIf(Formula::isGiven);
    boolean same = named.shown().equals(closed.shown()) || named.isGiven();
    return new Outcome(
        r.of(),
        r.wrt(),
        layout,
        closed,
        vectorised(r),
        same ? Optional.empty() : Optional.of(named),
        layers,
        new Steps(model, printer, r),
        Cases.of(model.t, printer, r),
        List.copyOf(r.uses()),
        Kinks.of(model, printer, r),
        c.directions(),
        c.worst(),
        c.shortened(),
        r);
  }

  /// The result in terms of the adjoints before it: mostly the last of these has been written
  /// already.
  private Formula named(Formula closed, Adjoint whole, Result r, List<Formula> layers) {
    boolean written = !layers.isEmpty() && r.layers().getLast().named() == r.named();
    if (!written) return formula(whole, r.named());
    Formula last = layers.getLast();
    return new Formula(
        closed.left(),
        closed.shape(),
        last.matrix(),
        closed.entryLeft(),
        last.entry(),
        last.letters());
  }

  /// The result as an adjoint whose symbol is written as the request writes it: `dC/dW1`, `hess(C,
  /// w)`, `dy/dx v`.
  private Adjoint whole(Statement.Request request, Result r) {
    boolean first = r.kind() == Result.Kind.GRADIENT || r.kind() == Result.Kind.JACOBIAN;
    String of = first ? r.of() : r.kind() + " " + r.of();
    Adjoint a = quantity(of, String.join(" ", r.wrt()), r.outer(), r.inner(), r.entry());
    printer.adjoint(
        r.part().map(p -> quantity(of, a.wrt(), p.outer(), p.inner(), r.entry())).orElse(a));
    if (!first) spellings.array(a.symbol(), written(request, r));
    return a;
  }

  /// With the entry, the row, … that was asked for on its left side: `dC/dW[1,2]`, `dC/dW[1,:]`.
  private Formula inPart(Formula f, Result r, String symbol) {
    if (r.part().isEmpty()) return f;
    Syntax entry = leftOfPart(printer, model.t, r, symbol);
    List<Syntax> colons = Collections.nCopies(f.letters().size(), new Syntax.Colon(Place.NONE));
    Syntax left = withoutColons(Renaming.of(entry, f.letters(), colons));
    return new Formula(left, f.shape(), f.matrix(), entry, f.entry(), f.letters());
  }

  /// `dy[:]/dx[2]` → `dy/dx[2]`.
  private static Syntax withoutColons(Syntax s) {
    return switch (s) {
      case Syntax.Derivative d ->
          new Syntax.Derivative(withoutColons(d.of()), withoutColons(d.wrt()), d.place());
      case Syntax.Entry e when e.indices().stream().allMatch(i -> i instanceof Syntax.Colon) ->
          e.of();
      default -> s;
    };
  }

  static Syntax leftOfPart(Printer printer, Terms t, Result r, String symbol) {
    At[] places = r.part().orElseThrow().places().toArray(new At[0]);
    return printer.entry(t.symbol(symbol, places), r.outer(), r.inner()).syntax();
  }

  private Syntax written(Statement.Request request, Result r) {
    Syntax of = printer.name(r.of());
    List<Syntax> wrt = r.wrt().stream().map(printer::name).toList();
    Syntax jacobian = new Syntax.Derivative(of, wrt.get(0), Place.NONE);
    boolean vectors = model.shape(r.of()).size() <= 1 && model.shape(r.wrt().get(0)).size() <= 1;
    return switch (r.kind()) {
      case GRADIENT, JACOBIAN -> jacobian;
      case HESSIAN -> {
        boolean twice = r.wrt().get(0).equals(r.wrt().get(1));
        yield call("hess", twice ? List.of(of, wrt.get(0)) : List.of(of, wrt.get(0), wrt.get(1)));
      }
      case VJP ->
          vectors
              ? times(new Syntax.Transpose(jacobian, Place.NONE), with(request))
              : call("vjp", List.of(of, wrt.get(0), with(request)));
      case JVP ->
          vectors
              ? times(jacobian, with(request))
              : call("jvp", List.of(of, wrt.get(0), with(request)));
      case HVP ->
          vectors
              ? times(call("hess", List.of(of, wrt.get(0))), with(request))
              : call("hvp", List.of(of, wrt.get(0), with(request)));
    };
  }

  private Syntax with(Statement.Request request) {
    Syntax s = request.with().orElseThrow();
    return s instanceof Syntax.Name n ? printer.name(Vocabulary.canonicalName(n.text())) : s;
  }

  private static Syntax call(String function, List<Syntax> arguments) {
    return new Syntax.Call(function, arguments, Place.NONE);
  }

  private static Syntax times(Syntax l, Syntax r) {
    return new Syntax.Binary(Op.TIMES, l, r, Place.NONE);
  }

  /// A quantity with axes of what is differentiated and by what, to be written like an adjoint.
  static Adjoint quantity(String of, String wrt, List<Index> outer, List<Index> entry, Expr value) {
    return new Adjoint(of, wrt, outer, entry, value, List.of(), Set.of());
  }

  // ---- formulas

  private Formula formula(Adjoint a) {
    Formula f = written.get(a.symbol());
    if (f == null) {
      f = formula(a, a.named());
      written.put(a.symbol(), f);
    }
    return f;
  }

  private Formula formula(Adjoint a, Expr value) {
    List<Index> axes = new ArrayList<>(a.outer());
    axes.addAll(a.entry());
    Expr symbol = model.t.symbol(a.symbol(), axes);
    Syntax array = printer.name(a.symbol());
    Optional<Syntax> right = printer.matrix(value, a.outer(), a.entry(), layout);
    var entry = printer.entry(value, a.outer(), a.entry());
    List<String> letters = new ArrayList<>(entry.outer());
    letters.addAll(entry.inner());
    return new Formula(
        isTransposed(a) ? new Syntax.Transpose(array, Place.NONE) : array,
        Shapes.of(printer.laidOut(a.outer(), a.entry(), layout)),
        isSpelled(array) ? right : Optional.empty(),
        printer.entry(symbol, a.outer(), a.entry()).syntax(),
        entry.syntax(),
        letters);
  }

  private Optional<Report.Vectorised> vectorised(Result r) {
    if (r.kind() != Result.Kind.JACOBIAN) return Optional.empty();
    Optional<Syntax> right = printer.vectorised(r.entry(), r.outer(), r.inner(), layout);
    Syntax of = vec(printer.name(r.of()), r.outer());
    Syntax left =
        new Syntax.Derivative(of, vec(printer.name(r.wrt().get(0)), r.inner()), Place.NONE);
    boolean turned = layout == Printer.Layout.DENOMINATOR;
    List<Extent> shape = List.of(product(r.outer()), product(r.inner()));
    return right.map(x ->
        new Report.Vectorised(
            turned ? new Syntax.Transpose(left, Place.NONE) : left,
            x,
            turned ? shape.reversed() : shape));
  }

  private static Syntax vec(Syntax array, List<Index> axes) {
    return axes.size() < 2 ? array : call("vec", List.of(array));
  }

  private static Extent product(List<Index> axes) {
    Extent p = Extent.ONE;
    for (Index i : axes) p = p.times(i.extent);
    return p;
  }

  /// Whether the layout turns the array of a quantity over.
  private boolean isTransposed(Adjoint a) {
    List<Index> own = counting(printer.laidOut(a.outer(), a.entry(), Printer.Layout.ML));
    return !counting(printer.laidOut(a.outer(), a.entry(), layout)).equals(own);
  }

  /// More than two axes are written as two where the others have extent 1.
  private static List<Index> counting(List<Index> axes) {
    if (axes.size() <= 2) return axes;
    return axes.stream().filter(i -> !i.extent.equals(Extent.ONE)).toList();
  }

  /// What the elaborator named itself cannot be written as an array.
  static boolean isSpelled(Syntax s) {
    return TextSpelling.PLAIN.spell(s).indexOf('\u00b7') < 0;
  }
}
