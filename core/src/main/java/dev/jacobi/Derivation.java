package dev.jacobi;

import dev.jacobi.notation.LatexSpelling;
import dev.jacobi.notation.Place;
import dev.jacobi.notation.Problems;
import dev.jacobi.notation.Spelling;
import dev.jacobi.notation.Statement;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.TextSpelling;
import dev.jacobi.print.Printer.Layout;
import dev.jacobi.print.code.NumPy;
import dev.jacobi.print.report.Report;
import dev.jacobi.print.report.Reporter;
import dev.jacobi.print.report.Shapes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One derivative of a model, checked and written down: `dC/dW1 = dC/ds1 x'`.
///
/// - shape: the axes of what is differentiated, then those of what by (layout `ml`), unless another
///   layout is asked for
/// - error: [DerivationException] for a model with problems, a name it does not know, the gradient
///   of what is no number, and a result that disagrees with differences
public final class Derivation {
  private final Model model;
  private final Report.Outcome outcome;

  private Derivation(Model model, Report.Outcome outcome) {
    this.model = model;
    this.outcome = outcome;
  }

  /// The gradient of a number: it has the shape of `wrt`.
  public static Derivation gradient(Model model, String of, String wrt) {
    return gradient(model, of, wrt, Layout.ML);
  }

  public static Derivation gradient(Model model, String of, String wrt, Layout layout) {
    return derive(model, "derive", of, List.of(wrt), layout);
  }

  /// The Jacobian of anything by anything: the axes of `of`, then those of `wrt`.
  public static Derivation jacobian(Model model, String of, String wrt) {
    return jacobian(model, of, wrt, Layout.ML);
  }

  public static Derivation jacobian(Model model, String of, String wrt, Layout layout) {
    return derive(model, "jacobian", of, List.of(wrt), layout);
  }

  /// The Hessian of a number: the axes of `wrt` twice.
  public static Derivation hessian(Model model, String of, String wrt) {
    return derive(model, "hessian", of, List.of(wrt), Layout.ML);
  }

  /// A mixed Hessian, `∂²of / ∂first ∂second`.
  public static Derivation hessian(Model model, String of, String first, String second) {
    return derive(model, "hessian", of, List.of(first, second), Layout.ML);
  }

  private static Derivation derive(
      Model model, String kind, String of, List<String> wrt, Layout layout) {
    if (!model.problems().isEmpty()) {
      throw new DerivationException(
          Problems.render(model.file(), model.text(), model.problems()).strip());
    }
    List<Syntax> names = new ArrayList<>();
    for (String w : wrt) names.add(name(w));
    boolean mixed = wrt.size() == 2;
    var request = new Statement.Request(kind, name(of), names, mixed, Optional.empty(), Place.NONE);
    List<Reporter.Checked> checked = new ArrayList<>();
    for (var d : model.derive(request)) {
      checked.add(
          new Reporter.Checked(d.result(), d.points(), d.maxRelativeError(), d.shortened()));
    }
    var reporter = new Reporter(model.read().model(), model.printer(), model.spellings(), layout);
    return new Derivation(model, reporter.answer(request, checked).outcomes().getFirst());
  }

  private static Syntax name(String s) {
    return new Syntax.Name(s, Place.NONE);
  }

  /// The closed form in matrix notation, where it has one: `6 ((W2' (s2 - y)) .* 1[s1 > 0]) x'`.
  public Optional<String> matrix() {
    return outcome.closed().matrix().map(TextSpelling.PLAIN::spell);
  }

  /// One entry of it, in the letters of [#letters].
  public String entry() {
    return TextSpelling.PLAIN.spell(outcome.closed().entry());
  }

  /// The index letters of [#entry], one for each axis in layout `ml`.
  public List<String> letters() {
    return outcome.closed().letters();
  }

  /// The backward pass that leads to it, one line for each name, the result last: `dC/ds2 = …`.
  public List<String> layers() {
    return outcome.layers().stream().map(f -> equation(f, TextSpelling.PLAIN)).toList();
  }

  /// Its shape, as the language spells it: `R[a, n]`.
  public String shape() {
    return Shapes.of(outcome.closed().shape());
  }

  /// The facts it rests on, such as `sum(t) = 1`.
  public List<String> uses() {
    return outcome.uses();
  }

  /// The greatest relative error (no unit) found when it was held against differences.
  public double maxRelativeError() {
    return outcome.worst();
  }

  /// The equation in LaTeX, in matrix notation where it has one, else by entry.
  public String latex() {
    return equation(outcome.closed(), new LatexSpelling());
  }

  /// A Python function that computes it, self-contained beside `import numpy as np`.
  public String numpy() {
    return NumPy.function(model.read().model(), outcome.source(), outcome.of(), outcome.wrt());
  }

  /// The equation in the language, in matrix notation where it has one, else by entry.
  @Override
  public String toString() {
    return equation(outcome.closed(), TextSpelling.PLAIN);
  }

  private static String equation(Report.Formula f, Spelling spelling) {
    return spelling.chain(List.of(f.shownLeft(), f.shown()));
  }
}
