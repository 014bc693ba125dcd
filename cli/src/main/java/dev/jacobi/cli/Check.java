package dev.jacobi.cli;

import dev.jacobi.check.Checked;
import dev.jacobi.notation.Place;
import dev.jacobi.notation.Problem;
import dev.jacobi.notation.Problems;
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
    if (options.wholeClass()) {
      return new Grading(judge, options, terminal).run();
    }
    if (options.watch()) {
      return new Watch(options, terminal).repeat(() -> once(options, terminal));
    }
    return once(options, terminal);
  }

  private Exit once(CheckOptions options, Terminal terminal) {
    var key = options.key().map(k -> Source.read(k, terminal.in()));
    var documents = Documents.of(options.files(), options.outFile());
    var writer = new CheckWriter(options, terminal);
    List<Checked> checked;
    try (var progress = terminal.progress(documents.size())) {
      checked = new Judging(judge, key, terminal.in()).all(documents, progress, (_, _) -> {});
    }
    complain(checked, key, terminal);
    var output = new Output(options.out(), terminal);
    if (!output.isFolder()) {
      output.write(writer.text(checked));
    } else {
      for (int d = 0; d < checked.size(); d++) {
        var file = options.to().file(documents.get(d));
        output.write(file, writer.text(List.of(checked.get(d))));
      }
    }
    return exit(checked);
  }

  /// A problem with a place is the key's, if there is one.
  static void complain(List<Checked> checked, Optional<Source> key, Terminal terminal) {
    for (var c : checked) {
      for (Problem p : c.errors()) {
        var at = p.place().equals(Place.NONE) ? Optional.<Source>empty() : key;
        var file = at.map(Source::name).orElse(c.file());
        var text = at.map(Source::text).orElse(c.text());
        terminal.err().print(Problems.render(file, text, List.of(p)));
      }
    }
  }

  /// Of several documents the worst counts.
  static Exit exit(List<Checked> checked) {
    int worst = checked.stream().mapToInt(Checked::status).max().orElse(0);
    return switch (worst) {
      case 0 -> Exit.OK;
      case 1 -> Exit.WRONG;
      default -> Exit.BAD_INPUT;
    };
  }
}
