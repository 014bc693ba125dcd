package dev.jacobi;

import dev.jacobi.expr.Adjoint;
import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Extent;
import dev.jacobi.expr.Index;
import dev.jacobi.expr.Result;
import dev.jacobi.notation.Statement;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.TextSpelling;
import dev.jacobi.print.Printer;
import dev.jacobi.print.Printer.Layout;
import dev.jacobi.print.report.Report;
import dev.jacobi.print.report.Report.Case;
import dev.jacobi.print.report.Report.Outcome;
import dev.jacobi.print.report.Shapes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a model's results look like in every form, as one text, with what each formula in it must
/// mean.
final class GoldenText {
  private static final TextSpelling TEXT = TextSpelling.PLAIN;

  /// A formula `left = right` as it is printed.
  ///
  /// - `entry`, `axes`: the array it must be, in index notation
  /// - `letters`: those of the axes, in a formula by entry
  /// - `form`: how `right` speaks of it
  /// - `when`: which entries it speaks of
  record Printed(
      String left,
      String right,
      Expr entry,
      List<Index> axes,
      List<String> letters,
      Form form,
      When when) {
    /// The same left side with another right side.
    Printed saying(String other) {
      return new Printed(left, other, entry, axes, letters, form, when);
    }
  }

  enum Form {
    /// The right side has the axes.
    ARRAY,
    /// The right side is one entry.
    ENTRY,
    /// The right side is the matrix between column-major vectors.
    COLUMN_MAJOR
  }

  /// Entries whose letters fulfil `all`, and none of `others`.
  record When(List<Syntax.Compare> all, List<List<Syntax.Compare>> others) {
    static final When ALWAYS = new When(List.of(), List.of());
  }

  private final Model model;
  private final Report report;
  private final Printer printer;
  private final StringBuilder out = new StringBuilder();
  private final List<Printed> printed = new ArrayList<>();

  GoldenText(Model model) {
    this.model = model;
    this.report = Reports.of(model, Reports.Ask.plain());
    this.printer = model.printer();
    if (!report.problems().isEmpty())
      throw new AssertionError(model.file() + ": " + report.problems());
    for (Report.Answer a : report.answers()) answer(a);
  }

  Model model() {
    return model;
  }

  String text() {
    return out.toString();
  }

  List<Printed> printed() {
    return printed;
  }

  List<Result> results() {
    return report.outcomes().stream().map(Outcome::source).toList();
  }

  private void answer(Report.Answer a) {
    out.append(out.isEmpty() ? "" : "\n").append(request(a.request())).append('\n');
    for (Report.Defined d : a.names())
      line("with", TEXT.chain(List.of(d.left(), d.right().orElseThrow())));
    Map<String, Adjoint> layers = new LinkedHashMap<>();
    for (Outcome o : a.outcomes())
      before(o.source()).forEach(l -> layers.putIfAbsent(l.symbol(), l));
    layers.values().forEach(this::layer);
    a.outcomes().forEach(this::result);
  }

  /// The adjoints that lead to a result, without itself.
  private static List<Adjoint> before(Result r) {
    return r.layers().subList(0, Math.max(0, r.layers().size() - 1));
  }

  private static String request(Statement.Request r) {
    List<String> wrt = r.wrt().stream().map(TEXT::spell).toList();
    String by = String.join(r.mixed() ? " and " : ", ", wrt);
    String with = r.with().map(w -> " with " + TEXT.spell(w)).orElse("");
    return r.kind() + " " + TEXT.spell(r.of()) + " wrt " + by + with;
  }

  // ---- one quantity

  private void layer(Adjoint a) {
    List<Index> axes = new ArrayList<>(a.outer());
    axes.addAll(a.entry());
    Expr symbol = model.read().model().t.symbol(a.symbol(), axes);
    if (symbol == a.named()) return;
    String left = TEXT.spell(printer.name(a.symbol()));
    out.append("\nlayer ").append(left).append(" in ").append(shape(axes)).append('\n');
    matrix("matrix", left, a.named(), a.outer(), a.entry(), Layout.ML);
    String entryLeft = TEXT.spell(printer.entry(symbol, a.outer(), a.entry()).syntax());
    entry("entry", entryLeft, a.named(), a.outer(), a.entry());
  }

  private void result(Outcome o) {
    Result r = o.source();
    String left = TEXT.spell(o.closed().left());
    out.append("\nresult ").append(left).append(" in ").append(shape(r.axes()));
    out.append(", layout ").append(o.layout().text).append('\n');
    String entryLeft = TEXT.spell(o.closed().entryLeft());
    List<String> layers =
        before(r).stream().map(a -> TEXT.spell(printer.name(a.symbol()))).toList();
    if (!layers.isEmpty()) line("layers", String.join(", ", layers));
    if (o.named().isPresent()) {
      matrix("from layers", left, r.named(), r.outer(), r.inner(), Layout.ML);
      entry("", entryLeft, r.named(), r.outer(), r.inner());
    }
    matrix("matrix", left, o.closed().matrix(), r.entry(), r.axes());
    for (Layout l : List.of(Layout.NUMERATOR, Layout.DENOMINATOR))
      matrix(l.text, left, r.entry(), r.outer(), r.inner(), l);
    columnMajor(left, r);
    entry("entry", entryLeft, o.closed().entry(), o.closed().letters(), r.entry(), r.axes());
    cases(o);
    r.uses().forEach(fact -> line("uses", fact));
    for (Report.Condition c : o.validWhere())
      line("valid", c.formula().map(TEXT::spell).orElse(c.words()));
  }

  private static String shape(List<Index> axes) {
    List<Extent> extents = axes.stream().map(i -> i.extent).toList();
    return Shapes.of(extents);
  }

  private void line(String label, String text) {
    out.append("  %-12s ".formatted(label)).append(text).append('\n');
  }

  // ---- one formula

  private void matrix(
      String label, String left, Expr e, List<Index> outer, List<Index> inner, Layout layout) {
    Optional<Syntax> s = printer.matrix(e, outer, inner, layout);
    matrix(label, left, s, e, printer.laidOut(outer, inner, layout));
  }

  private void matrix(String label, String left, Optional<Syntax> s, Expr e, List<Index> axes) {
    line(label, s.map(TEXT::spell).orElse("none"));
    s.ifPresent(x -> add(left, x, e, axes, List.of(), Form.ARRAY, When.ALWAYS));
  }

  private void columnMajor(String left, Result r) {
    Optional<Syntax> s = printer.vectorised(r.entry(), r.outer(), r.inner(), Layout.ML);
    if (s.isEmpty()) return;
    line("column-major", TEXT.spell(s.get()));
    List<Index> axes = new ArrayList<>(r.outer().reversed());
    axes.addAll(r.inner().reversed());
    add(left, s.get(), r.entry(), axes, List.of(), Form.COLUMN_MAJOR, When.ALWAYS);
  }

  private void entry(String label, String left, Expr e, List<Index> outer, List<Index> inner) {
    Printer.ByEntry by = printer.entry(e, outer, inner);
    List<String> letters = new ArrayList<>(by.outer());
    letters.addAll(by.inner());
    List<Index> axes = new ArrayList<>(outer);
    axes.addAll(inner);
    entry(label, left, by.syntax(), letters, e, axes);
  }

  private void entry(
      String label, String left, Syntax s, List<String> letters, Expr e, List<Index> axes) {
    line(label, left + " = " + TEXT.spell(s));
    add(left, s, e, axes, letters, Form.ENTRY, When.ALWAYS);
  }

  private void cases(Outcome o) {
    Result r = o.source();
    List<String> letters = o.closed().letters();
    String left = TEXT.spell(o.closed().entryLeft());
    List<List<Syntax.Compare>> before = new ArrayList<>();
    for (Case c : o.cases()) {
      line(c.conditions().isEmpty() ? c.text() : "if " + c.text(), TEXT.spell(c.entry()));
      boolean rest = c.conditions().isEmpty();
      var when = new When(c.conditions(), rest ? List.copyOf(before) : List.of());
      add(left, c.entry(), r.entry(), r.axes(), letters, Form.ENTRY, when);
      before.add(c.conditions());
    }
  }

  private void add(
      String left, Syntax right, Expr e, List<Index> axes, List<String> letters, Form f, When w) {
    printed.add(new Printed(left, TEXT.spell(right), e, List.copyOf(axes), letters, f, w));
  }
}
