package dev.jacobi.print.code;

import dev.jacobi.expr.Definition;
import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Index;
import dev.jacobi.expr.Model;
import dev.jacobi.expr.Result;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Derived results as static methods of one Java class, in plain loops: index notation read aloud.
public final class JavaCode {
  private static final Set<String> RESERVED =
      Set.of(
          "abstract",
          "assert",
          "boolean",
          "break",
          "byte",
          "case",
          "catch",
          "char",
          "class",
          "const",
          "continue",
          "default",
          "do",
          "double",
          "else",
          "enum",
          "extends",
          "final",
          "finally",
          "float",
          "for",
          "goto",
          "if",
          "implements",
          "import",
          "instanceof",
          "int",
          "interface",
          "long",
          "native",
          "new",
          "package",
          "private",
          "protected",
          "public",
          "return",
          "short",
          "static",
          "strictfp",
          "super",
          "switch",
          "synchronized",
          "this",
          "throw",
          "throws",
          "transient",
          "try",
          "void",
          "volatile",
          "while",
          "true",
          "false",
          "null",
          "_",
          "Math",
          "Double",
          "java",
          "System");

  private final Model model;
  private final Plan plan;
  private final Scope scope;
  private final Loops loops;
  private final Block top = new Block();

  private JavaCode(Model model, Plan plan) {
    this.model = model;
    this.plan = plan;
    this.scope = new Scope(model, RESERVED);
    this.loops = new Loops(scope);
  }

  /// One method of a class, and the helper methods it calls.
  private record Method(List<String> lines, Set<String> helpers) {}

  /// The source of a class with one method for each result, named as [NumPy] names its functions.
  public static String source(Model model, List<Result> results, String className) {
    List<String> all = new ArrayList<>();
    all.add(
        "/// Derivatives, in plain loops. Arrays are row by row; every method returns a new"
            + " array.");
    all.add("public final class " + className + " {");
    all.add("  private " + className + "() {}");
    Set<String> helpers = new LinkedHashSet<>();
    for (Result r : results) {
      Method m = new JavaCode(model, Plan.of(model, List.of(r))).method(r);
      helpers.addAll(m.helpers);
      indented(m.lines, all);
    }
    for (String h : helpers) indented(JavaFunctions.helper(h), all);
    all.add("}");
    return String.join("\n", all) + "\n";
  }

  private static void indented(List<String> from, List<String> into) {
    into.add("");
    for (String s : from) into.add(s.isEmpty() ? s : "  " + s);
  }

  private Method method(Result r) {
    plan.givens().forEach(scope::name);
    plan.forward().forEach(this::line);
    plan.backward().forEach(this::line);
    Sizes.Solution sizes = Sizes.solve(model, plan.givens(), scope.dimensions());
    String name = Wishes.function(r, r.of(), r.wrt());
    List<String> lines = new ArrayList<>();
    String head = "public static " + type(r.axes().size()) + " " + name + "(";
    lines.add(head + parameters(sizes) + ") {");
    for (Sizes.Reading s : sizes.readings()) lines.add("  " + reading(s));
    for (String s : top.lines()) lines.add("  " + s);
    lines.add("  return " + scope.name(plan.results().get(0)) + ";");
    lines.add("}");
    return new Method(lines, scope.helpers().keySet());
  }

  private static String type(int order) {
    return "double" + "[]".repeat(order);
  }

  private String parameters(Sizes.Solution sizes) {
    List<String> parameters = new ArrayList<>();
    Set<String> names = new LinkedHashSet<>(model.variables().keySet());
    names.retainAll(sizes.givens());
    names.addAll(sizes.givens());
    for (String v : names) {
      boolean whole = model.integers().containsKey(v);
      parameters.add((whole ? "int" : type(model.shape(v).size())) + " " + scope.name(v));
    }
    for (String d : sizes.asked()) parameters.add("int " + scope.name(d));
    for (String f : scope.functions())
      parameters.add("java.util.function.DoubleUnaryOperator " + scope.name(f));
    return String.join(", ", parameters);
  }

  private String reading(Sizes.Reading r) {
    String length = scope.name(r.array()) + "[0]".repeat(r.axis()) + ".length";
    Code rest = scope.size(r.rest().times(-1));
    if (!r.rest().terms().isEmpty())
      length +=
          rest.text().startsWith("-") ? " - " + rest.text().substring(1) : " + " + rest.text();
    if (r.divisor() != 1) length = "(" + length + ") / " + r.divisor();
    return "int " + scope.name(r.dimension()) + " = " + length + ";";
  }

  private void line(Plan.Line l) {
    String name = scope.claim(l.symbol(), l.wish(), l.axes());
    if (l.body() instanceof Definition.Inverse i) {
      String inverse = scope.helper("inverse") + "(" + scope.name(i.of()) + ")";
      top.line(type(2) + " " + name + " = " + inverse + ";");
    } else if (l.axes().isEmpty()) {
      String value = value(l.body(), top);
      top.line("double " + name + " = " + value + ";");
    } else {
      var sides = new StringBuilder();
      for (Index i : l.axes()) sides.append('[').append(scope.size(i.extent).text()).append(']');
      top.line(type(l.axes().size()) + " " + name + " = new double" + sides + ";");
      fill(name, l.axes(), l.body(), top);
    }
  }

  private void fill(String entry, List<Index> axes, Definition.Body body, Block b) {
    if (axes.isEmpty()) {
      String value = value(body, b);
      b.line(entry + " = " + value + ";");
      return;
    }
    Index i = axes.get(0);
    Block inner = loops.open(b, i);
    String v = inner.variable(i).orElseThrow();
    fill(entry + "[" + v + "]", axes.subList(1, axes.size()), body, inner);
    loops.close(inner, b, i);
  }

  private String value(Definition.Body body, Block b) {
    return switch (body) {
      case Definition.Formula f -> loops.of(f.expr(), b).text();
      case Definition.Determinant d -> {
        String x = scope.helper("determinant") + "(" + scope.name(d.of()) + ")";
        yield d.logarithm() ? "Math.log(Math.abs(" + x + "))" : x;
      }
      case Definition.Extreme e -> {
        String start = "Double." + (e.greatest() ? "NEGATIVE" : "POSITIVE") + "_INFINITY";
        String call = e.greatest() ? "Math.max(%s, %s)" : "Math.min(%s, %s)";
        yield reduced(e.expr(), e.over(), start, call, b);
      }
      case Definition.ProductOver p -> reduced(p.expr(), p.over(), "1", "%s * (%s)", b);
      case Definition.ArgMax a -> argMax(a, b);
      case Definition.Inverse _, Definition.Unknown _ ->
          throw new IllegalStateException("no formula of one entry");
    };
  }

  private String reduced(Expr e, Index over, String start, String call, Block b) {
    String name = scope.fresh("all");
    b.line("double " + name + " = " + start + ";");
    Block body = loops.open(b, over);
    String x = loops.of(e, body).text();
    body.line(name + " = " + String.format(call, name, x) + ";");
    loops.close(body, b, over);
    return name;
  }

  private String argMax(Definition.ArgMax a, Block b) {
    String best = scope.fresh("best");
    String at = scope.fresh("at");
    b.line("double " + best + " = Double.NEGATIVE_INFINITY;");
    b.line("int " + at + " = 0;");
    Block body = loops.open(b, a.over());
    Code x = loops.of(a.expr(), body);
    body.line("if (" + x.text() + " > " + best + ") {");
    body.line("  " + best + " = " + x.text() + ";");
    body.line("  " + at + " = " + body.variable(a.over()).orElseThrow() + ";");
    body.line("}");
    loops.close(body, b, a.over());
    Optional<String> here = b.variable(a.at());
    return here.orElseThrow() + " == " + at + " ? 1 : 0";
  }
}
