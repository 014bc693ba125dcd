package dev.jacobi.cli;

import dev.jacobi.DerivationException;
import dev.jacobi.Jacobi;
import dev.jacobi.Reports;
import dev.jacobi.Tracer;
import dev.jacobi.notation.LatexSpelling;
import dev.jacobi.notation.Problems;
import dev.jacobi.notation.TextSpelling;
import dev.jacobi.print.Printer;
import dev.jacobi.print.report.Report;
import dev.jacobi.print.report.TraceText;
import dev.jacobi.print.report.Traced;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// `jacobi trace`: every forward value and every adjoint with given numbers, in order.
final class Trace implements Command {
  @Override
  public String name() {
    return "trace";
  }

  @Override
  public CommandSpec spec() {
    var spec = CommandSpec.create();
    spec.usageMessage()
        .description("Show every forward value and every adjoint with given numbers, in order.")
        .footer(
            "",
            "Example:",
            "  echo '{\"x\": [1, 2], \"W\": [[1, 0], [0, 1]]}' > values.json",
            "  jacobi trace --values values.json model.jacobi");
    return Options.with(
            spec,
            values(),
            Options.size(),
            Options.to(Format.TEXT, Format.JSON),
            Options.of(),
            Options.wrt(),
            Options.out(),
            Options.ascii())
        .addPositional(Options.file());
  }

  private static OptionSpec values() {
    return OptionSpec.builder("--values")
        .type(String.class)
        .required(true)
        .paramLabel("FILE")
        .description("A JSON object: each name and its number, list, or list of lists.")
        .build();
  }

  @Override
  public Exit run(ParseResult arguments, Terminal terminal) {
    var values =
        Values.read(Source.read(arguments.matchedOptionValue("--values", ""), terminal.in()));
    var source = Source.read(Options.files(arguments).getFirst(), terminal.in());
    var model = Jacobi.read(source.name(), source.text());
    var ask = new Reports.Ask(Printer.Layout.ML, Options.of(arguments), Options.wrt(arguments));
    var report = Reports.of(model, ask);
    if (!report.problems().isEmpty()) {
      terminal.err().print(Problems.render(source.name(), source.text(), report.problems()));
      return Exit.of(report.status());
    }
    Map<String, Integer> sizes = new HashMap<>();
    Options.sizes(arguments).forEach((name, size) -> sizes.put(name, Math.toIntExact(size)));
    try {
      var traced = Tracer.of(model, report, values, sizes);
      Options.out(arguments, terminal).write(text(report, traced, arguments, terminal));
      return Exit.OK;
    } catch (DerivationException e) {
      throw InputException.lines(source.name(), e.getMessage());
    }
  }

  private static String text(
      Report report, List<Traced> traced, ParseResult arguments, Terminal terminal) {
    boolean ascii = Options.ascii(arguments);
    return Options.to(arguments) == Format.JSON
        ? json(report, traced, new TextSpelling(ascii))
        : TraceText.of(report.file(), traced, ascii, terminal.paint());
  }

  private static String json(Report report, List<Traced> traced, TextSpelling spelling) {
    return Json.text(json ->
        json.object(() -> {
          json.text("file", report.file());
          json.name("values")
              .array(() -> {
                for (var v : traced) {
                  json.object(() -> value(json, v, spelling));
                }
              });
        }));
  }

  private static void value(Json json, Traced v, TextSpelling spelling) {
    json.text("name", spelling.spell(v.name()));
    json.text("part", v.part().name().toLowerCase(Locale.ROOT));
    json.texts("shape", v.shape().stream().map(Object::toString).toList());
    if (v.by().isPresent()) {
      json.text("text", spelling.spell(v.by().get()));
      json.text("latex", new LatexSpelling().spell(v.by().get()));
    }
    json.name("value");
    numbers(json, v.value());
  }

  private static void numbers(Json json, Traced.Numbers n) {
    if (n.sizes().isEmpty()) {
      json.number(n.all().getFirst());
      return;
    }
    json.array(() -> {
      for (int q = 0; q < n.sizes().getFirst(); q++) {
        numbers(json, n.at(q));
      }
    });
  }
}
