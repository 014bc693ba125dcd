package dev.jacobi.print.code;

import dev.jacobi.expr.Adjoint;
import dev.jacobi.expr.Definition;
import dev.jacobi.expr.Index;
import dev.jacobi.expr.Model;
import dev.jacobi.expr.Result;
import dev.jacobi.expr.Schedule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a program computes, in order, and the names that its arrays would like to have.
///
/// - `givens`: declared names and derivatives of unknown functions that the lines read
/// - `results`: the symbol of each result, in the order asked
record Plan(Set<String> givens, List<Line> forward, List<Line> backward, List<String> results) {

  /// One array: the symbol by which formulas call it, the name it would like, its axes, and its
  /// entries.
  record Line(String symbol, String wish, List<Index> axes, Definition.Body body) {}

  static Plan of(Model model, List<Result> results) {
    return of(model, results, List.of());
  }

  /// The same, with the values of some names besides.
  static Plan of(Model model, List<Result> results, List<String> values) {
    Schedule s = Schedule.of(model, results, values);
    Map<String, String> known = new HashMap<>();
    List<Line> forward = new ArrayList<>();
    for (Schedule.Line l : s.forward())
      forward.add(line(l, Wishes.of(model.definitions().get(l.symbol()), known)));
    Map<String, String> wishes = wishes(results);
    List<Line> backward = new ArrayList<>();
    for (Schedule.Line l : s.backward()) backward.add(line(l, wishes.get(l.symbol())));
    return new Plan(s.givens(), forward, backward, s.results());
  }

  private static Line line(Schedule.Line l, String wish) {
    return new Line(l.symbol(), wish, l.axes(), l.body());
  }

  private static Map<String, String> wishes(List<Result> results) {
    Map<String, String> wishes = new HashMap<>();
    for (Result r : results) {
      for (Adjoint a : r.layers()) wishes.putIfAbsent(a.symbol(), Wishes.of(r, a.wrt()));
      wishes.putIfAbsent(Schedule.symbol(r), Wishes.of(r, r.wrt().getLast()));
    }
    return wishes;
  }

  static boolean isGiven(Model model, String symbol) {
    return Schedule.isGiven(model, symbol);
  }
}
