package dev.jacobi.cli;

import dev.jacobi.FunctionTable;
import dev.jacobi.notation.LatexSpelling;
import dev.jacobi.notation.TextSpelling;
import dev.jacobi.print.report.FunctionRow;
import dev.jacobi.print.report.FunctionsText;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `jacobi functions`: every built-in function with its derivative, ranges and kinks.
final class Functions implements Command {
  @Override
  public String name() {
    return "functions";
  }

  @Override
  public CommandSpec spec() {
    var spec = CommandSpec.create();
    spec.usageMessage().description("List the functions with derivatives, ranges and kinks.");
    return Options.with(
        spec,
        Options.to(Format.TEXT, Format.MARKDOWN, Format.JSON),
        Options.out(),
        Options.ascii());
  }

  @Override
  public Exit run(ParseResult arguments, Terminal terminal) {
    var rows = FunctionTable.rows();
    boolean ascii = Options.ascii(arguments);
    var text =
        switch (Options.to(arguments)) {
          case MARKDOWN -> FunctionsText.markdown(rows);
          case JSON -> json(rows, new TextSpelling(ascii));
          default -> FunctionsText.text(rows, ascii, terminal.paint());
        };
    Options.out(arguments, terminal).write(text);
    return Exit.OK;
  }

  private static String json(List<FunctionRow> rows, TextSpelling spelling) {
    return Json.text(json ->
        json.array(() -> {
          for (var r : rows) {
            json.object(() -> row(json, r, spelling));
          }
        }));
  }

  private static void row(Json json, FunctionRow r, TextSpelling spelling) {
    json.text("name", r.name());
    json.text("group", r.group());
    json.text("call", r.call());
    r.definition().ifPresent(d -> json.text("definition", spelling.spell(d)));
    json.texts("derivatives", r.derivatives().stream().map(spelling::spell).toList());
    json.texts("latex", r.derivatives().stream().map(new LatexSpelling()::spell).toList());
    json.text("range", r.range());
    json.text("slopes", r.slopes());
    json.text("domain", r.domain());
    json.text("kinks", r.kinks());
    json.text("note", r.note());
  }
}
