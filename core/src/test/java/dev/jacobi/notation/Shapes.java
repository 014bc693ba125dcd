package dev.jacobi.notation;

import java.util.List;
import java.util.stream.Collectors;

/// Formulas with every operation in braces, so that a test can say how one was read.
final class Shapes {
  private Shapes() {}

  static String of(Syntax formula) {
    return switch (formula) {
      case Syntax.Name(String text, _) -> text;
      case Syntax.Num(String digits, _) -> digits;
      case Syntax.Negate(Syntax of, _) -> "{-" + of(of) + "}";
      case Syntax.Binary(Syntax.Op op, Syntax left, Syntax right, _) ->
          "{" + of(left) + sign(op) + of(right) + "}";
      case Syntax.Transpose(Syntax of, _) -> "{" + of(of) + "'}";
      case Syntax.Call(String function, List<Syntax> arguments, _) ->
          function + "(" + list(arguments) + ")";
      case Syntax.Prime(String function, Syntax at, _) -> function + "'(" + of(at) + ")";
      case Syntax.Entry(Syntax of, List<Syntax> indices, _) -> of(of) + "[" + list(indices) + "]";
      case Syntax.Colon _ -> ":";
      case Syntax.Bound bound ->
          bound.operator()
              + "["
              + bound.binders().stream().map(Shapes::of).collect(Collectors.joining(","))
              + (bound.conditions().isEmpty() ? "" : ";" + list(bound.conditions()))
              + "]"
              + of(bound.body());
      case Syntax.Norm(Syntax of, String kind, _) -> "norm" + kind + "(" + of(of) + ")";
      case Syntax.Indicator(Syntax condition, _) -> "1[" + of(condition) + "]";
      case Syntax.Compare(Syntax.Relation relation, Syntax left, Syntax right, _) ->
          "{" + of(left) + " " + relation.text + " " + of(right) + "}";
      case Syntax.Block(List<List<Syntax>> rows, _) ->
          "[" + rows.stream().map(Shapes::list).collect(Collectors.joining(";")) + "]";
      case Syntax.Derivative(Syntax of, Syntax wrt, _) -> "d(" + of(of) + ")/d(" + of(wrt) + ")";
    };
  }

  private static String of(Syntax.Binder binder) {
    return binder.range().isEmpty()
        ? binder.index()
        : binder.index() + "=" + of(binder.range().get(0)) + ".." + of(binder.range().get(1));
  }

  static String list(List<Syntax> formulas) {
    return formulas.stream().map(Shapes::of).collect(Collectors.joining(","));
  }

  private static String sign(Syntax.Op op) {
    return switch (op) {
      case PLUS -> " + ";
      case MINUS -> " - ";
      case TIMES -> " ";
      case HADAMARD -> " .* ";
      case QUOTIENT -> " / ";
      case ENTRY_QUOTIENT -> " ./ ";
      case POWER -> " ^ ";
      case ENTRY_POWER -> " .^ ";
    };
  }
}
