package dev.jacobi.elaborate;

import dev.jacobi.expr.At;
import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Extent;
import dev.jacobi.expr.Index;
import dev.jacobi.notation.Renaming;
import dev.jacobi.notation.Syntax;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What names mean inside one formula beside the model's own: index letters, and the arguments and
/// extents of a function's body.
final class Scope {
  private final Optional<Scope> outer;
  private final Map<String, Letter> letters = new HashMap<>();
  private final Map<String, Value> values = new HashMap<>();
  private final Map<String, Extent> extents = new HashMap<>();
  private final Map<String, Syntax> written = new LinkedHashMap<>();
  private final List<Expr> ranges = new ArrayList<>();
  private List<Index> beside = List.of();

  private Scope(Optional<Scope> outer) {
    this.outer = outer;
  }

  static Scope top() {
    return new Scope(Optional.empty());
  }

  Scope inner() {
    return new Scope(Optional.of(this));
  }

  /// An index letter. Its extent is that of the first axis it stands on, unless it was given; over
  /// an array that a function takes `all entries` of, it stands for all the axes at once.
  static final class Letter {
    final String name;
    private At at;
    private final List<Index> companions = new ArrayList<>();

    Letter(String name) {
      this.name = name;
    }

    Letter(String name, At at) {
      this.name = name;
      this.at = at;
    }

    boolean isKnown() {
      return at != null;
    }

    At at() {
      return at;
    }

    void is(At value) {
      this.at = value;
    }

    List<Index> companions() {
      return companions;
    }
  }

  void bind(Letter letter) {
    letters.put(letter.name, letter);
  }

  void bind(String name, Value value) {
    values.put(name, value);
  }

  void bind(String name, Extent extent) {
    extents.put(name, extent);
  }

  Optional<Letter> letter(String name) {
    Letter l = letters.get(name);
    if (l != null) return Optional.of(l);
    if (values.containsKey(name)) return Optional.empty();
    return outer.flatMap(s -> s.letter(name));
  }

  Optional<Value> value(String name) {
    Value v = values.get(name);
    return v != null ? Optional.of(v) : outer.flatMap(s -> s.value(name));
  }

  Optional<Extent> extent(String name) {
    Extent e = extents.get(name);
    return e != null ? Optional.of(e) : outer.flatMap(s -> s.extent(name));
  }

  /// The axes beside the rows that the body of a function of rows sees one of.
  void beside(List<Index> axes) {
    beside = List.copyOf(axes);
  }

  List<Index> beside() {
    return beside.isEmpty() ? outer.map(Scope::beside).orElse(beside) : beside;
  }

  /// Notes how the user wrote what a parameter stands for.
  void write(String name, Syntax syntax) {
    written.put(name, syntax);
  }

  /// A formula of a function's body in the user's words: his arguments for the parameters.
  Syntax inUsersWords(Syntax s) {
    if (written.isEmpty()) return outer.map(o -> o.inUsersWords(s)).orElse(s);
    return Renaming.of(s, List.copyOf(written.keySet()), List.copyOf(written.values()));
  }

  /// Whether any letter is bound here or outside: then a part of the formula may rest on it.
  boolean hasLetters() {
    return !letters.isEmpty() || outer.map(Scope::hasLetters).orElse(false);
  }

  /// Remembers that an index must be in range, until the operator that binds it takes it up.
  void range(Expr condition) {
    if (!condition.isOne()) ranges.add(condition);
  }

  List<Expr> takeRanges() {
    List<Expr> result = List.copyOf(ranges);
    ranges.clear();
    return result;
  }
}
