package dev.jacobi.cli;

import dev.jacobi.Model;
import dev.jacobi.Reports;
import dev.jacobi.engine.Compiled;
import dev.jacobi.engine.Engine;
import dev.jacobi.engine.Outputs;
import dev.jacobi.engine.Precision;
import dev.jacobi.engine.Tensors;
import dev.jacobi.notation.TextSpelling;
import dev.jacobi.print.report.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import picocli.CommandLine.ParseResult;

/// Tells of results that are no finite numbers and, when asked, of the first value on the way that
/// is none: a given one, a definition, or an adjoint.
record NonFinite(Model model, Outputs outputs, Supplied supplied, Precision precision) {
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
                  ? "jacobi: " + origin()
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

  /// The same run once more with every intermediate array kept.
  private String origin() {
    var traced = Engine.tracing().compile(model, outputs, supplied.sizes(), precision);
    traced.run(supplied.inputs(traced));
    var first = traced.firstNotFinite();
    if (first.isEmpty()) {
      return "no definition and no adjoint is to blame: only the results overflow";
    }
    var at = first.get();
    var value = " is " + at.value();
    if (at.given()) return "it is given: entry " + (at.place() + 1) + " of " + at.name() + value;
    Optional<String> own = formula(at.name());
    return own.isPresent()
        ? "the first is made by " + own.get() + ": its entry " + (at.place() + 1) + value
        : "the first is made on the way to " + next(at, traced) + ": a number there" + value;
  }

  /// The definition or the result that an array is part of which has no name of its own.
  private String next(Compiled.NotFinite at, Compiled traced) {
    for (String name : at.into()) {
      Optional<String> definition = formula(name);
      if (definition.isPresent()) return definition.get();
      if (traced.results().names().contains(name)) return name;
    }
    return "the derivatives";
  }

  private Optional<String> formula(String name) {
    var spelling = TextSpelling.PLAIN;
    for (Report.Defined d : Reports.of(model, Reports.Ask.plain()).definitions()) {
      if (d.name().equals(name) && d.right().isPresent()) {
        return Optional.of(spelling.spell(d.left()) + " = " + spelling.spell(d.right().get()));
      }
    }
    return model.read().model().knows(name)
        ? Optional.of(spelling.spell(model.printer().name(name)))
        : Optional.empty();
  }
}
