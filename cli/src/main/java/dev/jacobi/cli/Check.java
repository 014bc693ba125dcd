package dev.jacobi.cli;

import dev.jacobi.check.Checked;
import dev.jacobi.check.report.CheckText;
import dev.jacobi.notation.Place;
import dev.jacobi.notation.Problem;
import dev.jacobi.notation.Problems;
import dev.jacobi.print.report.Paint;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `jacobi check`: a verdict on every formula of a derivation that somebody wrote.
final class Check implements Command {
  private final Judge judge;

  Check(Judge judge) {
    this.judge = judge;
  }

  @Override
  public String name() {
    return "check";
  }

  @Override
  public CommandSpec spec() {
    return CheckOptions.spec();
  }

  @Override
  public Exit run(ParseResult arguments, Terminal terminal) {
    var options = CheckOptions.of(arguments);
    return once(options, terminal);
  }

  private Exit once(CheckOptions options, Terminal terminal) {
    var key = options.key().map(k -> Source.read(k, terminal.in()));
    var documents = Documents.of(options.files(), Optional.empty());
    var checked = judged(documents, key, terminal);
    complain(checked, key, terminal);
    write(checked, options, terminal);
    return exit(checked);
  }

  private List<Checked> judged(
      List<Documents.Document> documents, Optional<Source> key, Terminal terminal) {
    if (documents.isEmpty()) {
      throw new InputException("no .md, .tex, .txt, .ipynb, .jacobi or .py file is in there");
    }
    try (var progress = terminal.progress(documents.size())) {
      return new Judging(judge, key, terminal.in()).all(documents, progress);
    }
  }

  private static void write(List<Checked> checked, CheckOptions options, Terminal terminal) {
    var output = new Output(options.out(), terminal);
    if (!output.isFolder()) {
      output.write(text(checked, options, terminal));
      return;
    }
    for (var c : checked) {
      var ending = options.to().ending();
      output.write(c.file(), ending, text(List.of(c), options, terminal));
    }
  }

  private static String text(List<Checked> checked, CheckOptions options, Terminal terminal) {
    var read = checked.stream().filter(c -> c.errors().isEmpty()).toList();
    return switch (options.to()) {
      case TEXT -> CheckText.of(read, style(options, terminal));
      case JSON -> CheckJson.of(checked);
      case MARKDOWN, HTML, CSV -> throw new InputException("this format is not written yet");
    };
  }

  private static CheckText.Style style(CheckOptions o, Terminal terminal) {
    var paint = o.out().isPresent() ? Paint.PLAIN : terminal.paint();
    return new CheckText.Style(o.all(), o.ascii(), terminal.width(), paint);
  }

  /// A problem with a place is the key's, if there is one.
  private static void complain(List<Checked> checked, Optional<Source> key, Terminal terminal) {
    for (var c : checked) {
      for (Problem p : c.errors()) {
        var at = p.place().equals(Place.NONE) ? Optional.<Source>empty() : key;
        var file = at.map(Source::name).orElse(c.file());
        var text = at.map(Source::text).orElse(c.text());
        terminal.err().print(Problems.render(file, text, List.of(p)));
      }
    }
  }

  private static Exit exit(List<Checked> checked) {
    int worst = checked.stream().mapToInt(Checked::status).max().orElse(0);
    return switch (worst) {
      case 0 -> Exit.OK;
      case 1 -> Exit.WRONG;
      default -> Exit.BAD_INPUT;
    };
  }
}
