package dev.jacobi.print;

import dev.jacobi.expr.At;
import dev.jacobi.expr.Extent;
import dev.jacobi.expr.Factor;
import dev.jacobi.expr.Index;
import dev.jacobi.notation.Place;
import dev.jacobi.notation.Syntax;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/// Entries of named arrays as arrays in matrix notation: `A`, `diag(A)`, `A[1,:]`.
final class NamedArrays {
  private final Spellings spellings;
  private Predicate<String> symmetric = _ -> false;
  private final Set<String> unitAxes = new HashSet<>();
  private final Set<Index> fixed = new HashSet<>();

  NamedArrays(Spellings spellings) {
    this.spellings = spellings;
  }

  /// A name with its axes; a fixed index makes it a part of its array.
  List<Piece> ways(Factor.Symbol s) {
    if (!spellings.hasArray(s.name)) return List.of();
    List<Index> axes = new ArrayList<>();
    List<Syntax> slots = new ArrayList<>();
    boolean part = false;
    for (At at : s.slots()) {
      boolean unit = at.indices.length == 0 && at.offset.equals(Extent.ONE);
      if (at.isPlain() && !isFixed(at.plain())) {
        axes.add(at.plain());
        slots.add(new Syntax.Colon(Place.NONE));
      } else if (at.indices.length == 0 || at.isPlain()) {
        axes.add(null);
        slots.add(at.isPlain() ? Build.name(at.plain().letter) : Build.extent(at.offset));
        part |= !unit || !unitAxes.contains(s.name);
      } else {
        return List.of();
      }
    }
    Syntax name = Build.whole(spellings.of(s.name));
    if (part) return part(name, axes, slots);
    return switch (axes.size()) {
      case 0 -> List.of(Piece.of(name, null, null, 1));
      case 1 -> List.of(Piece.of(name, axes.get(0), null, 1));
      case 2 ->
          matrix(symmetric.test(s.name) ? Build.symmetric(name) : name, axes.get(0), axes.get(1));
      default -> List.of();
    };
  }

  private static List<Piece> matrix(Syntax name, Index a, Index b) {
    if (a != null && a.equals(b)) return List.of(Piece.of(Build.call("diag", name), a, null, 2));
    return List.of(Piece.of(name, a, b, 1));
  }

  private static List<Piece> part(Syntax name, List<Index> axes, List<Syntax> slots) {
    List<Index> left = new ArrayList<>(axes);
    left.removeIf(Objects::isNull);
    Syntax s = new Syntax.Entry(name, slots, Place.NONE);
    return switch (left.size()) {
      case 0 -> List.of(Piece.of(s, null, null, 1.5));
      case 1 -> List.of(Piece.of(s, left.get(0), null, 1.5));
      case 2 ->
          left.get(0).equals(left.get(1))
              ? List.of()
              : List.of(Piece.of(s, left.get(0), left.get(1), 1.5));
      default -> List.of();
    };
  }

  /// Which names are symmetric matrices, whose transpose is themselves.
  void symmetric(Predicate<String> test) {
    this.symmetric = test;
  }

  /// Names whose fixed first index is an axis of extent 1, not one entry of a longer one.
  void unitAxes(String name) {
    unitAxes.add(name);
  }

  /// An index that is a declared integer.
  void fixed(Index i) {
    fixed.add(i);
  }

  boolean isFixed(Index i) {
    return fixed.contains(i);
  }
}
