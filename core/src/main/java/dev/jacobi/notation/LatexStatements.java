package dev.jacobi.notation;

import dev.jacobi.notation.Tex.Leaf;
import dev.jacobi.notation.Tex.Role;
import java.util.ArrayList;
import java.util.List;

/// Cuts mathematics into statements: at rows that begin a new left side, at commas and words
/// between equations, at arrows.
final class LatexStatements {
  /// One chain of sides with relations between, and the conditions written with it.
  record Statement(List<Tex> items, List<List<Tex>> conditions) {}

  private final List<List<Tex>> rows = new ArrayList<>();
  private boolean proof;

  /// The relation that an item is, also one with something over it; null when it is none.
  static Tex relation(Tex item) {
    if (item.is(Role.RELATION)) {
      return item;
    }
    return item instanceof Tex.Scripted(Tex base, _, _, _, _, _) && base.is(Role.RELATION)
        ? base
        : null;
  }

  List<Statement> of(List<Tex> items) {
    List<List<Tex>> row = new ArrayList<>();
    List<Tex> cell = new ArrayList<>();
    List<Tex> flat = LatexLayout.flat(items);
    proof = flat.stream().anyMatch(item -> item.is(Role.ARROW, "∴"));
    for (Tex item : flat) {
      if (item.is(Role.CELL)) {
        row.add(cell);
        cell = new ArrayList<>();
      } else if (item.is(Role.ROW)) {
        row.add(cell);
        row(row);
        row = new ArrayList<>();
        cell = new ArrayList<>();
      } else {
        cell.add(item);
      }
    }
    row.add(cell);
    row(row);
    List<Statement> statements = new ArrayList<>();
    for (List<Tex> whole : rows) {
      statements.addAll(new LatexPieces(whole).statements());
    }
    return statements;
  }

  /// `A &= x & B &= y` is two statements; every other cell goes on with the one before.
  private void row(List<List<Tex>> cells) {
    List<Tex> current = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      List<Tex> cell = trimmed(cells.get(i));
      boolean before = i + 1 < cells.size() && beginsWithRelation(trimmed(cells.get(i + 1)));
      boolean own = before || !current.isEmpty() && isEquation(current) && isEquation(cell);
      boolean starts = own && !cell.isEmpty() && !goesOn(cell);
      if (starts && !current.isEmpty() && !isOpen(current)) {
        chunk(current);
        current = new ArrayList<>();
      }
      current.addAll(cell);
    }
    chunk(current);
  }

  /// Whether a relation stands between two sides: `A = x && B = y` is two statements as well.
  private static boolean isEquation(List<Tex> items) {
    for (int i = 1; i + 1 < items.size(); i++) if (relation(items.get(i)) != null) return true;
    return false;
  }

  private void chunk(List<Tex> items) {
    List<Tex> chunk = trimmed(items);
    if (chunk.isEmpty()) {
      return;
    }
    int aside = because(chunk);
    if (aside > 0) {
      chunk(chunk.subList(0, aside));
      chunk(chunk.subList(aside, chunk.size()));
      return;
    }
    boolean continues = goesOn(chunk) || (!rows.isEmpty() && isOpen(rows.getLast()));
    if (!rows.isEmpty() && continues) {
      List<Tex> last = goesOnFrom();
      while (beginsWithRelation(chunk) && !last.isEmpty() && isPause(last.getLast())) {
        last.removeLast();
      }
      last.addAll(chunk);
    } else {
      rows.add(new ArrayList<>(chunk));
    }
  }

  /// Where a reason begins that is given beside a step.
  private static int because(List<Tex> chunk) {
    for (int i = 0; i < chunk.size(); i++) {
      if (chunk.get(i).is(Role.ARROW, "∵")) {
        return i;
      }
    }
    return -1;
  }

  /// The row that one goes on from: not a reason between two steps, unless the rows are a proof
  /// with a ∴, or the reason stands first.
  private List<Tex> goesOnFrom() {
    if (!proof) {
      for (List<Tex> row : rows.reversed()) {
        if (because(row) != 0) {
          return row;
        }
      }
    }
    return rows.getLast();
  }

  /// A row that begins with its relation sign or an operator. A minus begins one too, unless the
  /// row has a relation of its own: `- dW = …`.
  private static boolean goesOn(List<Tex> chunk) {
    if (beginsWithRelation(chunk)) {
      return true;
    }
    if (!chunk.getFirst().is(Role.SIGN)) {
      return false;
    }
    boolean minus = chunk.getFirst().is(Role.SIGN, "-");
    return !minus || chunk.stream().noneMatch(item -> relation(item) != null);
  }

  private static boolean isOpen(List<Tex> items) {
    return !items.isEmpty() && (items.getLast().is(Role.SIGN) || relation(items.getLast()) != null);
  }

  private static boolean beginsWithRelation(List<Tex> items) {
    return !items.isEmpty() && relation(items.getFirst()) != null;
  }

  private static boolean isPause(Tex item) {
    return item.is(Role.STOP) || item.is(Role.WIDE);
  }

  static List<Tex> trimmed(List<Tex> items) {
    int from = 0;
    int to = items.size();
    while (from < to && (items.get(from).is(Role.WIDE) || isEmptyGroup(items.get(from)))) {
      from++;
    }
    while (to > from && isAfterAll(items.get(to - 1))) {
      to--;
    }
    return items.subList(from, to);
  }

  /// A space, and the sign at the end of a proof.
  private static boolean isAfterAll(Tex item) {
    return item.is(Role.WIDE) || item.is(Role.MARK, "∎");
  }

  private static boolean isEmptyGroup(Tex item) {
    return item instanceof Tex.Group(List<Tex> inner, _, _, _) && inner.isEmpty();
  }

  static boolean isStop(Tex item, String text) {
    return item instanceof Leaf leaf && leaf.is(Role.STOP, text);
  }
}
