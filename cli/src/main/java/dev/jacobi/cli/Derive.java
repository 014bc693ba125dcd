package dev.jacobi.cli;

import dev.jacobi.Batch;
import dev.jacobi.DerivationException;
import dev.jacobi.Jacobi;
import dev.jacobi.Model;
import dev.jacobi.Reports;
import dev.jacobi.check.Models;
import dev.jacobi.notation.Problems;
import dev.jacobi.notation.TextSpelling;
import dev.jacobi.print.Printer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `jacobi derive`: the derivatives that files ask for, checked before they are shown.
final class Derive implements Command {
  private static final List<String> DOCUMENTS = List.of(".md", ".markdown", ".tex");

  @Override
  public String name() {
    return "derive";
  }

  @Override
  public CommandSpec spec() {
    var spec = CommandSpec.create();
    spec.usageMessage()
        .description("Derive what the files ask for, step by step, and check it before showing it.")
        .footer(
            "",
            "Examples:",
            "  jacobi derive examples/two-layer.jacobi",
            "  jacobi derive --form steps --wrt W1 model.jacobi",
            "  jacobi derive --batch x,y model.jacobi    # for many examples at once",
            "  jacobi derive --to latex-document --out notes.tex model.jacobi",
            "  jacobi derive notes.md            # the model in its ```jacobi blocks or its own math",
            "  cat model.jacobi | jacobi derive --to numpy -");
    return Options.with(
            spec,
            Options.to(Format.values()),
            Options.form(),
            Options.layout(),
            Options.of(),
            Options.wrt(),
            Options.batch(),
            Options.mean(),
            Options.out(),
            Options.ascii())
        .addPositional(Options.files());
  }

  @Override
  public Exit run(ParseResult arguments, Terminal terminal) {
    var output = Options.out(arguments, terminal);
    var format = Options.to(arguments);
    var ask =
        new Reports.Ask(
            Printer.Layout.valueOf(Options.layout(arguments).name()),
            Options.of(arguments),
            Options.wrt(arguments));
    var writer =
        new Writer(format, Options.forms(arguments), Options.ascii(arguments), terminal.paint());
    var exit = Exit.OK;
    List<Writer.Derived> all = new ArrayList<>();
    for (var file : Options.files(arguments)) {
      var derived = derive(file, ask, arguments, terminal);
      exit = exit.worse(Exit.of(derived.report().status()));
      if (!output.isFolder()) {
        all.add(derived);
      } else if (derived.hasContent() || format == Format.JSON) {
        output.write(derived.file(), format, writer.text(List.of(derived)));
      }
    }
    if (!output.isFolder()) {
      output.write(writer.text(all));
    }
    return exit;
  }

  /// A model as it is, or the one that stands in a document or a notebook.
  static String model(Source source) {
    var name = source.name().toLowerCase(Locale.ROOT);
    if (Notebook.isOne(name)) {
      return in(name + ".md", Notebook.read(source).markdown(), source);
    }
    return DOCUMENTS.stream().anyMatch(name::endsWith)
        ? in(name, source.text(), source)
        : source.text();
  }

  private static String in(String name, String text, Source source) {
    return Models.in(name, text)
        .orElseThrow(() ->
            new InputException(
                source.name()
                    + ": no model in it: neither a ```jacobi block nor declarations such as"
                    + " $x \\in \\mathbb{R}^n$ with a cost"));
  }

  /// Reads and answers one file; what is wrong goes to the user, and stops no other file.
  private static Writer.Derived derive(
      String file, Reports.Ask ask, ParseResult arguments, Terminal terminal) {
    try {
      var source = Source.read(file, terminal.in());
      var text = model(source);
      var model = batch(Jacobi.read(source.name(), text), ask, arguments);
      var report = Reports.of(model, ask);
      terminal.err().print(Problems.render(file, model.text(), report.notes()));
      terminal.err().print(Problems.render(file, model.text(), report.problems()));
      return new Writer.Derived(source.name(), Optional.of(model), report);
    } catch (InputException e) {
      terminal.err().println("jacobi: " + e.explanation());
      return new Writer.Derived(file, Optional.empty(), Reports.unreadable(file, e.explanation()));
    }
  }

  /// The model for many examples, where that is asked.
  private static Model batch(Model one, Reports.Ask ask, ParseResult arguments)
      throws InputException {
    var inputs = Options.batch(arguments);
    if (inputs.isEmpty() || !one.problems().isEmpty()) return one;
    var requests = one.read().requests();
    if (ask.of().isEmpty() && requests.isEmpty())
      throw new InputException(one.file() + ": --batch needs a cost: add --of C");
    var cost = ask.of().orElseGet(() -> TextSpelling.PLAIN.spell(requests.getFirst().of()));
    try {
      return Batch.of(one, Batch.extent(one), inputs, cost, Options.total(arguments));
    } catch (DerivationException e) {
      throw new InputException(one.file() + ": " + e.getMessage());
    }
  }
}
