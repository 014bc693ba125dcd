package dev.jacobi.print.report;

import dev.jacobi.notation.Syntax;
import java.util.List;

/// A derivation seen from inside: each carrier between the file and the result, and every rule that
/// fired.
///
/// - `syntax`: the definitions as trees
/// - `definitions`: the same in index notation
/// - `locals`: the local derivatives, as the rules gave them and as they were folded
/// - `fired`: what each rule changed, in order
/// - `adjoints`: the backward pass
/// - `results`: what came out
public record Explanation(
    String file,
    List<Read> syntax,
    List<Equal> definitions,
    List<Equal> locals,
    List<Fired> fired,
    List<Equal> adjoints,
    List<Equal> results) {
  public Explanation {
    syntax = List.copyOf(syntax);
    definitions = List.copyOf(definitions);
    locals = List.copyOf(locals);
    fired = List.copyOf(fired);
    adjoints = List.copyOf(adjoints);
    results = List.copyOf(results);
  }

  /// A definition as it was read.
  public record Read(Syntax left, Syntax right) {}

  /// Equal formulas, `left = side = …`.
  public record Equal(Syntax left, List<Syntax> sides) {
    public Equal {
      sides = List.copyOf(sides);
    }
  }

  /// A rule, cited as the definition or fact that it reads backwards, and what it changed.
  public record Fired(String rule, Syntax before, Syntax after) {}
}
