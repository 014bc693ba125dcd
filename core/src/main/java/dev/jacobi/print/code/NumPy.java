package dev.jacobi.print.code;

import dev.jacobi.expr.Model;
import dev.jacobi.expr.Result;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// A derived result as one Python function, self-contained beside `import numpy as np`. It takes
/// the arrays it needs by name, computes forward and back, and returns the array in `ml` layout.
public final class NumPy {
  static final Set<String> RESERVED =
      Set.of(
          "False",
          "None",
          "True",
          "and",
          "as",
          "assert",
          "async",
          "await",
          "break",
          "class",
          "continue",
          "def",
          "del",
          "elif",
          "else",
          "except",
          "finally",
          "for",
          "from",
          "global",
          "if",
          "import",
          "in",
          "is",
          "lambda",
          "nonlocal",
          "not",
          "or",
          "pass",
          "raise",
          "return",
          "try",
          "while",
          "with",
          "yield",
          "np",
          "torch",
          "ctx",
          "math",
          "float");

  private final Model model;
  private final Plan plan;
  private final Scope scope;
  private final Formulas formulas;
  private final List<String> lines = new ArrayList<>();

  private NumPy(Model model, Plan plan) {
    this.model = model;
    this.plan = plan;
    this.scope = new Scope(model, RESERVED);
    this.formulas = new Formulas(scope, new NumPyLanguage());
  }

  /// The source of the function for a result; `of` and `wrt` are the names as they are shown.
  public static String function(Model model, Result result, String of, List<String> wrt) {
    return new NumPy(model, Plan.of(model, List.of(result)))
        .written(Wishes.function(result, of, wrt), result);
  }

  /// A module with the functions of several results.
  public static String module(Model model, List<Result> results) {
    var s = new StringBuilder("import numpy as np\n");
    for (Result r : results) s.append("\n\n").append(function(model, r, r.of(), r.wrt()));
    return s.toString();
  }

  private String written(String name, Result result) {
    plan.givens().forEach(scope::name);
    var bodies = new Bodies(formulas);
    for (Plan.Line l : plan.forward()) bodies.line(l, lines);
    for (Plan.Line l : plan.backward()) bodies.line(l, lines);
    String symbol = plan.results().get(0);
    String value = scope.name(symbol);
    Sizes.Solution sizes = Sizes.solve(model, plan.givens(), scope.dimensions());
    List<String> all = new ArrayList<>();
    all.add("def " + name + "(" + parameters(sizes) + "):");
    scope.helpers().forEach((what, h) -> indented(NumPyLanguage.helper(what, h), all));
    for (Sizes.Reading r : sizes.readings()) indented(List.of(scope.reading(r)), all);
    indented(lines, all);
    indented(List.of("return " + (result.axes().isEmpty() ? "float(" + value + ")" : value)), all);
    return String.join("\n", Wrapped.lines(all)) + "\n";
  }

  private static void indented(List<String> from, List<String> into) {
    for (String s : from) into.add(s.isEmpty() ? s : "    " + s);
  }

  private String parameters(Sizes.Solution sizes) {
    Set<String> names = new LinkedHashSet<>();
    for (String v : model.variables().keySet()) if (sizes.givens().contains(v)) names.add(v);
    names.addAll(sizes.givens());
    names.addAll(sizes.asked());
    names.addAll(scope.functions());
    if (names.isEmpty()) return "";
    return "*, " + String.join(", ", names.stream().map(scope::name).toList());
  }
}
