package dev.jacobi.elaborate;

import dev.jacobi.expr.Model;
import dev.jacobi.notation.Problem;
import dev.jacobi.notation.Statement;
import dev.jacobi.notation.Syntax;
import java.util.List;
import java.util.Map;

/// What a file means.
///
/// - `model`: its names, definitions and facts in index notation
/// - `written`: each definition as the user wrote it, by name, in the order of the file
/// - `displays`: how definitions without a name are written
/// - `spellings`: the user's spelling of each name (`β` for `beta`)
/// - `aliases`: what documents call names otherwise, by name or words
/// - `requests`, `claims`: what it asks and what it asserts
public record Elaborated(
    Model model,
    Map<String, Syntax> written,
    Map<String, Display> displays,
    Map<String, String> spellings,
    List<Statement.Request> requests,
    List<Statement> claims,
    List<Statement.Role> roles,
    Map<String, Syntax> aliases,
    List<Problem> problems,
    Claims formulas) {

  /// Whether the file defines a function of this name.
  public boolean isFunction(String name) {
    return formulas.isFunction(name);
  }
}
