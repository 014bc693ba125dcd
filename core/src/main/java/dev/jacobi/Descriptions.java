package dev.jacobi;

import dev.jacobi.notation.Statement;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.Vocabulary;
import dev.jacobi.print.report.Describer;
import dev.jacobi.print.report.Description;
import dev.jacobi.print.report.Description.Role;
import dev.jacobi.print.report.Report;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// Describes a model: names and roles, modules, the count of parameters, the dependency graph.
public final class Descriptions {
  private Descriptions() {}

  /// The description of a model without problems.
  public static Description of(Model model) {
    Report said = Reports.said(model);
    return new Describer(model.read().model(), model.printer(), roles(model))
        .describe(model.file(), said.declarations(), said.definitions());
  }

  /// Parameters are the names that the file says are, else those its requests are by, else all.
  private static Map<String, Role> roles(Model model) {
    Map<String, Role> roles = new LinkedHashMap<>();
    for (Statement.Role r : model.read().roles())
      for (Syntax.Name n : r.names())
        roles.put(
            Vocabulary.canonicalName(n.text()), Role.valueOf(r.role().toUpperCase(Locale.ROOT)));
    if (roles.containsValue(Role.PARAMETER)) return roles;
    for (Statement.Request r : model.read().requests())
      for (Syntax w : r.wrt()) {
        String name = Vocabulary.canonicalName(Reports.text(w));
        if (model.read().model().variables().containsKey(name))
          roles.putIfAbsent(name, Role.PARAMETER);
      }
    if (model.read().requests().isEmpty())
      for (String v : model.read().model().variables().keySet())
        roles.putIfAbsent(v, Role.PARAMETER);
    return roles;
  }
}
