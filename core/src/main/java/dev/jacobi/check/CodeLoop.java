package dev.jacobi.check;

import dev.jacobi.notation.Place;
import dev.jacobi.notation.Problem;
import dev.jacobi.notation.PythonLine;
import dev.jacobi.notation.Syntax;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// The outermost loop around a line of code. What it does the same way each time can be judged;
/// what it counts or collects cannot.
final class CodeLoop {
  static final CodeLoop NONE = new CodeLoop(0, Set.of(), Set.of());

  private final int column;
  private final Set<String> counters;
  private final Set<String> outside; // own names from before it

  private CodeLoop(int column, Set<String> counters, Set<String> outside) {
    this.column = column;
    this.counters = counters;
    this.outside = outside;
  }

  /// The loop that a block begins; none when it does not repeat.
  ///
  /// - `head`: its line, `for i in range(N)`
  static CodeLoop at(PythonLine.Block b, String head, Set<String> own) {
    boolean counts = b.keyword().equals("for");
    if (!counts && !b.keyword().equals("while")) return NONE;
    Set<String> counters = new HashSet<>();
    int in = head.indexOf(" in ");
    if (counts && in > 0)
      for (String w : head.substring("for".length(), in).split("[^\\p{L}\\p{N}_]+"))
        if (!w.isEmpty() && !w.equals("_")) counters.add(w);
    return new CodeLoop(b.place().column(), counters, Set.copyOf(own));
  }

  boolean holds(PythonLine line) {
    return line.place().column() > column;
  }

  /// A formula that speaks of what the loop counts.
  Optional<Problem> problem(Syntax s, Place place) {
    for (String n : CodeOwn.names(s))
      if (counters.contains(n))
        return Optional.of(new Problem(place, "a loop over `" + n + "` is not read", ""));
    return Optional.empty();
  }

  /// Whether the loop adds to what a name was before it.
  boolean collects(String name, CodeOwn own) {
    return column > 0 && (outside.contains(name) || !own.has(name));
  }
}
