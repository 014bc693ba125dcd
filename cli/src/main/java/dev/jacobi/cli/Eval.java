package dev.jacobi.cli;

import dev.jacobi.Model;
import dev.jacobi.engine.Engine;
import dev.jacobi.engine.Tensors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// `jacobi eval`: values and derivatives with given numbers, by compiled code.
final class Eval implements Command {
  @Override
  public String name() {
    return "eval";
  }

  @Override
  public CommandSpec spec() {
    var spec = CommandSpec.create();
    spec.usageMessage()
        .description("Compute values and derivatives with given numbers, by compiled code.")
        .footer(
            "",
            "Examples:",
            "  jacobi eval --values values.json examples/two-layer.jacobi",
            "  jacobi eval --values weights.npz --values data.npz --to npz --out grads.npz net.jacobi",
            "  jacobi eval --values values.json --of C --wrt w --hessian --to json model.jacobi",
            "  jacobi eval --save step.jar --class org.example.Step --size n=784,a=30 net.jacobi");
    return Options.with(
            spec,
            Supplied.option().build(),
            Asked.of(),
            Asked.wrt(),
            Asked.hessian(),
            precision(),
            Options.size(),
            to(),
            Options.out(),
            nan(),
            Kept.jarOption(),
            Kept.classOption(),
            Options.ascii())
        .addPositional(Options.file());
  }

  private static OptionSpec precision() {
    return OptionSpec.builder("--float")
        .type(boolean.class)
        .arity("0")
        .description("Compute in float, not in double.")
        .build();
  }

  static OptionSpec to() {
    return Options.choice("--to", "FORMAT", EvalFormat.values())
        .description("Write text, json, npz. Default: as the ending of --out says, else text.")
        .build();
  }

  private static OptionSpec nan() {
    return OptionSpec.builder("--trace-nan")
        .type(boolean.class)
        .arity("0")
        .description("Where a result is no finite number, say which definition made the first.")
        .build();
  }

  @Override
  public Exit run(ParseResult arguments, Terminal terminal) {
    return OneModel.run(arguments, terminal, model -> evaluate(model, arguments, terminal));
  }

  private static Exit evaluate(Model model, ParseResult arguments, Terminal terminal) {
    var kept = Kept.of(arguments);
    var outputs = Asked.outputs(model, arguments);
    var precision = Supplied.precision(arguments);
    var engine = Engine.create(Runtime.getRuntime().availableProcessors());
    if (!arguments.hasMatchedOption("--values")) {
      if (kept.isEmpty()) {
        throw new InputException("--values is missing: the numbers to compute with");
      }
      var sizes = Supplied.sizes(arguments);
      kept.get().write(engine.compile(model, outputs, sizes, precision));
      return Exit.OK;
    }
    var supplied = Supplied.of(model, outputs.inputs(model), arguments, terminal);
    var compiled = engine.compile(model, outputs, supplied.sizes(), precision);
    kept.ifPresent(k -> k.write(compiled));
    Tensors results = compiled.run(supplied.inputs(compiled));
    EvalWriter.of(arguments, terminal).write(model.file(), results);
    var nonFinite = new NonFinite(model, outputs, supplied, precision);
    nonFinite.report(results, arguments, terminal);
    return Exit.OK;
  }
}
