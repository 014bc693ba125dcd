package dev.jacobi.cli;

import dev.jacobi.Model;
import dev.jacobi.engine.Engine;
import dev.jacobi.engine.Outputs;
import dev.jacobi.engine.Tensor;
import dev.jacobi.engine.minimize.Descent;
import dev.jacobi.engine.minimize.Lbfgs;
import dev.jacobi.engine.minimize.Minimum;
import dev.jacobi.engine.minimize.Minimum.Ending;
import dev.jacobi.engine.minimize.Newton;
import dev.jacobi.engine.minimize.Objective;
import dev.jacobi.expr.ValueSet;
import dev.jacobi.expr.Variable;
import dev.jacobi.notation.Vocabulary;
import dev.jacobi.print.report.CurveSvg;
import dev.jacobi.print.report.TraceText;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// `jacobi minimize`: the values of some names at which a number of the model is least.
final class Minimize implements Command {
  /// Sets whose entries are tied to each other or are whole: no direction stays within.
  private static final Set<ValueSet> NOT_FREE =
      EnumSet.of(
          ValueSet.BINARY,
          ValueSet.SIGNS,
          ValueSet.SIMPLEX,
          ValueSet.ONE_HOT,
          ValueSet.SYMMETRIC,
          ValueSet.POSITIVE_DEFINITE,
          ValueSet.INTEGERS);

  enum Method {
    LBFGS,
    NEWTON
  }

  @Override
  public String name() {
    return "minimize";
  }

  @Override
  public CommandSpec spec() {
    var spec = CommandSpec.create();
    spec.usageMessage()
        .description("Find the values of some names at which a number of the model is least.")
        .footer(
            "",
            "Exit status 1 when the descent ends before the gradient is small enough.",
            "",
            "Example:",
            "  jacobi minimize --of C --over w,b --values start.json examples/logistic.jacobi");
    return Options.with(
            spec,
            text("--of", "NAME", "The number to be made small.").required(true).build(),
            names("--over", "The names to be found: --over w,b."),
            Supplied.option().required(true).build(),
            Options.choice("--method", "METHOD", Method.values())
                .description("How: lbfgs (gradients) or newton (Hessians). Default: lbfgs.")
                .build(),
            text("--tolerance", "NUMBER", "How small the gradient must become. Default: 1e-8.")
                .type(Double.class)
                .build(),
            text("--iterations", "NUMBER", "How many steps at most. Default: 1000.")
                .type(Integer.class)
                .build(),
            Options.size(),
            Eval.to(),
            Options.out(),
            text("--plot", "PATH", "Draw value and gradient by iteration into this SVG file.")
                .type(Path.class)
                .build(),
            Options.ascii())
        .addPositional(Options.file());
  }

  private static OptionSpec.Builder text(String name, String label, String description) {
    return OptionSpec.builder(name).type(String.class).paramLabel(label).description(description);
  }

  private static OptionSpec names(String name, String description) {
    return OptionSpec.builder(name)
        .type(List.class)
        .auxiliaryTypes(String.class)
        .required(true)
        .paramLabel("NAMES")
        .description(description)
        .build();
  }

  @Override
  public Exit run(ParseResult arguments, Terminal terminal) {
    return OneModel.run(arguments, terminal, model -> minimize(model, arguments, terminal));
  }

  private static Exit minimize(Model model, ParseResult arguments, Terminal terminal) {
    var of = Vocabulary.canonicalName(arguments.matchedOptionValue("--of", ""));
    var over = Options.names(arguments, "--over").stream().map(Vocabulary::canonicalName).toList();
    over.forEach(name -> requireFree(model, name));
    var outputs = Outputs.of(of).gradients(over.toArray(String[]::new));
    Set<String> needed = new java.util.LinkedHashSet<>(outputs.inputs(model));
    needed.addAll(over);
    var supplied = Supplied.of(model, List.copyOf(needed), arguments, terminal);
    var engine = Engine.create(Runtime.getRuntime().availableProcessors());
    var objective = Objective.of(engine, model, of, over, supplied.tensors(), supplied.sizes());
    var writer = EvalWriter.of(arguments, terminal);
    var minimum = descent(arguments, terminal).of(objective);
    wipe(terminal);
    Map<String, Tensor> found = new LinkedHashMap<>();
    found.put(of, Tensor.of(minimum.value()));
    found.putAll(objective.named(minimum.point()));
    writer.write(model.file(), found);
    terminal.err().println("jacobi: " + ending(minimum, of, objective));
    Path plot = arguments.matchedOptionValue("--plot", null);
    if (plot != null) {
      WholeFile.write(plot, curves(of, minimum));
    }
    return minimum.ending() == Ending.CONVERGED ? Exit.OK : Exit.NOT_CONVERGED;
  }

  private static void requireFree(Model model, String name) {
    Variable v = model.read().model().variables().get(name);
    if (v == null) {
      throw new InputException(model.file() + ": --over: no name `" + name + "` is declared");
    }
    if (NOT_FREE.contains(v.set())) {
      throw new InputException(
          model.file()
              + ": --over: "
              + name
              + " is declared in "
              + v.set().text
              + ", whose entries are not free to move; write it as a function of real numbers");
    }
  }

  private static Descent descent(ParseResult arguments, Terminal terminal) {
    Descent d =
        switch (arguments.matchedOptionValue("--method", Method.LBFGS)) {
          case LBFGS -> new Lbfgs();
          case NEWTON -> new Newton();
        };
    d.tolerance(arguments.matchedOptionValue("--tolerance", 1e-8));
    d.iterations(arguments.matchedOptionValue("--iterations", 1000));
    return Boolean.getBoolean("jacobi.progress") ? d.listen(s -> show(s, terminal)) : d;
  }

  private static void show(Minimum.Step s, Terminal terminal) {
    var value = TraceText.number(s.value());
    var line = "%d: %s, gradient %s".formatted(s.number(), value, TraceText.number(s.gradient()));
    terminal.err().print("\r\u001b[K" + line);
    terminal.err().flush();
  }

  private static void wipe(Terminal terminal) {
    if (Boolean.getBoolean("jacobi.progress")) {
      terminal.err().print("\r\u001b[K");
    }
  }

  private static String ending(Minimum m, String of, Objective objective) {
    var last = m.steps().getLast();
    var how =
        switch (m.ending()) {
          case CONVERGED -> "converged";
          case STALLED -> "stopped: no step lowers " + of + " any more";
          case UNFINISHED -> "stopped: the iterations are used up (--iterations allows more)";
          case NOT_FINITE -> "stopped: " + of + " or its gradient is no finite number here";
        };
    return "%s after %d iterations, %d evaluations; the gradient is at most %s"
        .formatted(how, last.number(), objective.evaluations(), TraceText.number(last.gradient()));
  }

  /// How far the value is above the least that was met, and the gradient.
  private static String curves(String of, Minimum m) {
    double least = m.steps().stream().mapToDouble(Minimum.Step::value).min().orElse(0);
    var above = m.steps().stream().map(s -> s.value() - least).toList();
    var gradients = m.steps().stream().map(Minimum.Step::gradient).toList();
    return CurveSvg.of(
        "Descent of " + of,
        List.of(
            new CurveSvg.Curve(of + " above its least", above),
            new CurveSvg.Curve("greatest entry of the gradient", gradients)));
  }
}
