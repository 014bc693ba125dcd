package dev.jacobi.bench;

import dev.jacobi.Jacobi;
import dev.jacobi.Model;
import dev.jacobi.expr.Result;
import dev.jacobi.notation.Statement;
import dev.jacobi.notation.TextSpelling;
import dev.jacobi.print.Printer;

/// What is timed: a model is read, everything it asks for is derived, and each result is written in
/// matrix and in index notation.
final class Derivation {
  private Derivation() {}

  /// Without the check of the results.
  static String unchecked(String text) {
    Model model = read(text);
    var out = new StringBuilder();
    for (Statement.Request request : model.read().requests())
      for (Result r : model.deriveUnchecked(request)) print(model, r, out);
    return out.toString();
  }

  /// As the command does: each result is checked before it is written.
  static String checked(String text) {
    Model model = read(text);
    var out = new StringBuilder();
    for (Statement.Request request : model.read().requests())
      for (Model.Derived d : model.derive(request)) print(model, d.result(), out);
    return out.toString();
  }

  private static Model read(String text) {
    Model model = Jacobi.read("benchmark", text);
    if (!model.problems().isEmpty()) throw new IllegalStateException(model.problems().toString());
    return model;
  }

  private static void print(Model model, Result r, StringBuilder out) {
    model
        .printer()
        .matrix(r.entry(), r.outer(), r.inner(), Printer.Layout.ML)
        .ifPresent(s -> out.append(TextSpelling.PLAIN.spell(s)).append('\n'));
    var entry = model.printer().entry(r.entry(), r.outer(), r.inner());
    out.append(TextSpelling.PLAIN.spell(entry.syntax())).append('\n');
  }
}
