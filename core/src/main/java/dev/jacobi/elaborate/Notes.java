package dev.jacobi.elaborate;

import dev.jacobi.notation.Parsed;
import dev.jacobi.notation.Place;
import dev.jacobi.notation.Problem;
import dev.jacobi.notation.Statement;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.Syntax.Op;
import dev.jacobi.notation.Vocabulary;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What is right in a text but may not be what its author meant. Nothing follows from a note.
public final class Notes {
  private final List<Problem> notes = new ArrayList<>();
  private final Set<String> hidden = new HashSet<>();

  private Notes() {}

  public static List<Problem> of(Parsed parsed) {
    var n = new Notes();
    for (Statement s : parsed.statements()) n.read(s);
    return List.copyOf(n.notes);
  }

  private void read(Statement s) {
    switch (s) {
      case Statement.Declaration d -> d.names().forEach(this::name);
      case Statement.Equation q -> {
        if (q.sides().getFirst() instanceof Syntax.Name n) name(n);
        q.sides().forEach(side -> Names.walk(side, this::quotient));
      }
      case Statement.UnknownFunction u -> name(u.name());
      case Statement.Fact _, Statement.ShapeClaim _, Statement.Role _ -> {}
      case Statement.Request _, Statement.Alias _ -> {}
    }
  }

  private void name(Syntax.Name n) {
    String name = Vocabulary.canonicalName(n.text());
    boolean builtIn = Vocabulary.isFunction(name) || Vocabulary.CONSTANTS.contains(name);
    if (builtIn && hidden.add(name))
      note(n.place(), "`" + n.text() + "` is a name of this file here and no longer the built-in");
  }

  /// `1/2x`: no space sets the product apart, so it may have been meant below the line.
  private void quotient(Syntax s) {
    if (!(s instanceof Syntax.Binary b) || b.op() != Op.TIMES) return;
    if (!(b.left() instanceof Syntax.Binary q) || q.op() != Op.QUOTIENT) return;
    Place below = q.right().place();
    Place after = b.right().place();
    boolean touches =
        below.line() == after.line() && below.column() + below.length() == after.column();
    if (!touches || !(q.right() instanceof Syntax.Num)) return;
    String top = Spelled.of(q.left());
    String bottom = Spelled.of(q.right());
    String x = Spelled.of(b.right());
    note(
        q.right().place(),
        "read as `(%s/%s) %s`; below the line it is `%s/(%s %s)`"
            .formatted(top, bottom, x, top, bottom, x));
  }

  private void note(Place place, String message) {
    notes.add(new Problem(place, "note: " + message, ""));
  }
}
