package dev.jacobi.cli;

import dev.jacobi.DerivationException;
import dev.jacobi.Jacobi;
import dev.jacobi.Model;
import dev.jacobi.engine.EngineException;
import dev.jacobi.learn.LearnException;
import dev.jacobi.learn.data.DataException;
import dev.jacobi.notation.Problems;
import picocli.CommandLine.ParseResult;

/// What commands that compute with the model of one file have in common: the file is read, and what
/// is wrong with it, or with what is asked of it, is told with its name.
final class OneModel {
  /// What a command does with the model.
  interface Computation {
    Exit of(Model model);
  }

  private OneModel() {}

  static Exit run(ParseResult arguments, Terminal terminal, Computation computation) {
    var source = Source.read(Options.files(arguments).getFirst(), terminal.in());
    var text = Derive.model(source);
    var model = Jacobi.read(source.name(), text);
    if (!model.problems().isEmpty()) {
      terminal.err().print(Problems.render(source.name(), text, model.problems()));
      return Exit.BAD_INPUT;
    }
    try {
      return computation.of(model);
    } catch (EngineException | DerivationException e) {
      throw InputException.lines(source.name(), e.getMessage());
    } catch (LearnException | DataException e) {
      throw new InputException(e.getMessage());
    }
  }
}
