package dev.jacobi.cli;

import dev.jacobi.Model;
import dev.jacobi.Reports;
import dev.jacobi.Tracer;
import dev.jacobi.engine.Engine;
import dev.jacobi.engine.Outputs;
import dev.jacobi.engine.Precision;
import dev.jacobi.engine.Tensor;
import dev.jacobi.engine.Tensors;
import dev.jacobi.notation.TextSpelling;
import dev.jacobi.print.Printer;
import dev.jacobi.print.report.Report;
import dev.jacobi.print.report.Traced;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import picocli.CommandLine.ParseResult;

/// Tells of results that are no finite numbers and, when asked, of the first value on the way that
/// is none: a given one, a definition, or an adjoint.
record NonFinite(Model model, Engine engine, Supplied supplied, Precision precision) {
  void report(Tensors results, ParseResult arguments, Terminal terminal) {
    boolean any = false;
    for (var name : results.names()) {
      var t = results.get(name);
      var found = first(EvalWriter.sides(t), t::at);
      found.ifPresent(at -> terminal.err().println("jacobi: " + name + ": " + at));
      any |= found.isPresent();
    }
    boolean trace = arguments.matchedOptionValue("--trace-nan", false);
    if (any) {
      terminal
          .err()
          .println(
              trace
                  ? "jacobi: " + origin(arguments)
                  : "jacobi: --trace-nan says which definition made the first");
    }
  }

  /// `3 of 10 entries are no finite numbers, first [2, 1] = NaN`, places counted from 1.
  private static Optional<String> first(List<Integer> sides, IntToDoubleFunction at) {
    int all = sides.stream().reduce(1, (a, b) -> a * b);
    int count = 0;
    int first = -1;
    for (int q = 0; q < all; q++) {
      if (!Double.isFinite(at.applyAsDouble(q))) {
        first = count++ == 0 ? q : first;
      }
    }
    if (count == 0) {
      return Optional.empty();
    }
    var value = at.applyAsDouble(first);
    return Optional.of(
        sides.isEmpty()
            ? "is " + value
            : "%d of %d entries are no finite numbers, the first %s = %s"
                .formatted(count, all, places(sides, first), value));
  }

  private static List<Integer> places(List<Integer> sides, int place) {
    List<Integer> places = new ArrayList<>();
    int rest = place;
    for (int side : sides.reversed()) {
      places.addFirst(rest % side + 1);
      rest /= side;
    }
    return places;
  }

  private String origin(ParseResult arguments) {
    for (var given : supplied.tensors().entrySet()) {
      var at = first(EvalWriter.sides(given.getValue()), given.getValue()::at);
      if (at.isPresent()) {
        return "it is given: " + given.getKey() + ": " + at.get();
      }
    }
    var of = Options.names(arguments, "--of").stream().findFirst();
    var ask = new Reports.Ask(Printer.Layout.ML, of, Options.wrt(arguments));
    var report = Reports.of(model, ask);
    return forward(report)
        .or(() -> backward(report))
        .orElse("no definition and no adjoint is to blame: the result itself overflows");
  }

  /// The definitions in order, computed as the results were.
  private Optional<String> forward(Report report) {
    for (Report.Defined d : report.definitions()) {
      var outputs = Outputs.of(d.name());
      boolean known =
          d.right().isPresent() && supplied.tensors().keySet().containsAll(outputs.inputs(model));
      if (!known) {
        continue;
      }
      var compiled = engine.compile(model, outputs, supplied.sizes(), precision);
      Tensor t = compiled.run(supplied.inputs(compiled)).get(d.name());
      var at = first(EvalWriter.sides(t), t::at);
      if (at.isPresent()) {
        var spelling = TextSpelling.PLAIN;
        return Optional.of(
            "the first is made by %s = %s: %s"
                .formatted(spelling.spell(d.left()), spelling.spell(d.right().get()), at.get()));
      }
    }
    return Optional.empty();
  }

  /// The adjoints in order, by the slow evaluator in double.
  private Optional<String> backward(Report report) {
    Map<String, Traced.Numbers> numbers = new LinkedHashMap<>();
    supplied
        .tensors()
        .forEach((name, t) -> {
          List<Double> all = new ArrayList<>();
          for (double x : t.toDoubles()) {
            all.add(x);
          }
          numbers.put(name, new Traced.Numbers(EvalWriter.sides(t), all));
        });
    for (var v : Tracer.of(model, report, numbers, supplied.sizes().all())) {
      var at = first(v.value().sizes(), q -> v.value().all().get(q));
      if (at.isPresent() && v.by().isPresent()) {
        var spelling = TextSpelling.PLAIN;
        return Optional.of(
            "the first is made by %s = %s: %s"
                .formatted(spelling.spell(v.name()), spelling.spell(v.by().get()), at.get()));
      }
    }
    return Optional.empty();
  }
}
