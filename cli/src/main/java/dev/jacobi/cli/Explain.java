package dev.jacobi.cli;

import dev.jacobi.Explanations;
import dev.jacobi.Given;
import dev.jacobi.Jacobi;
import dev.jacobi.Model;
import dev.jacobi.Reports;
import dev.jacobi.engine.Engine;
import dev.jacobi.engine.EngineException;
import dev.jacobi.engine.Outputs;
import dev.jacobi.engine.Precision;
import dev.jacobi.engine.Sizes;
import dev.jacobi.notation.Problems;
import dev.jacobi.print.Printer;
import dev.jacobi.print.report.ExplanationText;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// `jacobi explain`: each carrier of a derivation and every rule that fired, in order.
final class Explain implements Command {
  @Override
  public String name() {
    return "explain";
  }

  @Override
  public CommandSpec spec() {
    var spec = CommandSpec.create();
    spec.usageMessage()
        .description("Show each stage of a derivation and every rule that fired, in order.")
        .footer(
            "",
            "Examples:",
            "  jacobi explain model.jacobi",
            "  jacobi explain --plan --size n=784,a=30,K=10 model.jacobi   # what compiled code does");
    return Options.with(
            spec,
            Options.of(),
            Options.wrt(),
            plan(),
            Options.size(),
            Options.out(),
            Options.ascii())
        .addPositional(Options.files());
  }

  private static OptionSpec plan() {
    return OptionSpec.builder("--plan")
        .type(boolean.class)
        .arity("0")
        .description(
            "Show the steps that compiled code takes at the sizes given, with their operations and"
                + " bytes.")
        .build();
  }

  @Override
  public Exit run(ParseResult arguments, Terminal terminal) {
    return arguments.matchedOptionValue("--plan", false)
        ? plans(arguments, terminal)
        : derivations(arguments, terminal);
  }

  private static Exit plans(ParseResult arguments, Terminal terminal) {
    var text = new StringBuilder();
    for (var file : Options.files(arguments)) {
      var source = Source.read(file, terminal.in());
      var model = Jacobi.read(source.name(), source.text());
      try {
        Map<String, Integer> sizes = new LinkedHashMap<>();
        Options.sizes(arguments).forEach((name, n) -> sizes.put(name, Math.toIntExact(n)));
        var outputs = outputs(model, arguments);
        requireSizes(model, outputs.inputs(model), sizes.keySet());
        var program = Engine.plan(model, outputs, Sizes.of(sizes));
        text.append(text.isEmpty() ? "" : "\n").append(program.text(Precision.DOUBLE.bytes));
      } catch (EngineException | ArithmeticException e) {
        throw new InputException(e.getMessage());
      }
    }
    Options.out(arguments, terminal).write(text.toString());
    return Exit.OK;
  }

  private static void requireSizes(Model model, List<String> inputs, Set<String> given) {
    Set<String> missing = new LinkedHashSet<>();
    for (var name : inputs) {
      var v = model.read().model().variables().get(name);
      if (v != null) missing.addAll(v.dimensions());
    }
    missing.removeAll(given);
    if (!missing.isEmpty())
      throw new InputException(
          missing.stream().map(Given::unsized).collect(Collectors.joining("\n")));
  }

  /// What the file asks for, or the names given.
  private static Outputs outputs(Model model, ParseResult arguments) {
    var of = Options.of(arguments);
    if (of.isEmpty()) return Outputs.requestedBy(model);
    var wrt = Options.wrt(arguments);
    var value = Outputs.of(of.get());
    return wrt.isEmpty() ? value : value.gradients(wrt.toArray(new String[0]));
  }

  private static Exit derivations(ParseResult arguments, Terminal terminal) {
    var ask = new Reports.Ask(Printer.Layout.ML, Options.of(arguments), Options.wrt(arguments));
    var text = new StringBuilder();
    var exit = Exit.OK;
    for (var file : Options.files(arguments)) {
      var source = Source.read(file, terminal.in());
      var model = Jacobi.read(source.name(), source.text());
      var explained = Explanations.of(model, ask);
      var report = explained.report();
      terminal.err().print(Problems.render(source.name(), source.text(), report.problems()));
      exit = exit.worse(Exit.of(report.status()));
      if (model.problems().isEmpty()) {
        text.append(text.isEmpty() ? "" : "\n\n");
        text.append(
            ExplanationText.of(
                explained.explanation(), Options.ascii(arguments), terminal.paint()));
      }
    }
    Options.out(arguments, terminal).write(text.toString());
    return exit;
  }
}
