package dev.jacobi.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// One command of `jacobi`: how it is called, and what it does.
///
/// To add one: a class with these three methods, its row in [Main#COMMANDS], and a test.
interface Command {
  /// The word after `jacobi`.
  String name();

  /// Its options and help, for the parser, the man page and the completion.
  CommandSpec spec();

  /// Runs it on parsed arguments.
  ///
  /// - error: [InputException] for whatever the user can put right
  Exit run(ParseResult arguments, Terminal terminal);
}
