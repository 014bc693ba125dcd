package dev.jacobi.notation;

import java.util.HashSet;
import java.util.Set;

/// What the names around a formula are, as far as reading it needs: `a(b)` calls a function and
/// multiplies a value, and `dC/dW1` is a derivative when C and W1 are known.
///
/// Names are compared in their canonical spelling, so that β and `beta` are one.
public final class Names {
  private final Set<String> values = new HashSet<>();
  private final Set<String> functions = new HashSet<>();
  private final boolean trusting;

  private Names(boolean trusting) {
    this.trusting = trusting;
  }

  /// No names yet.
  public static Names none() {
    return new Names(false);
  }

  /// For a formula without its file: every `dA/dB` is a derivative, and every name followed at once
  /// by `(` is a function.
  public static Names trusting() {
    return new Names(true);
  }

  /// The same, with a declared or defined value (a number, vector, matrix or extent) more.
  public Names value(String name) {
    values.add(Vocabulary.canonicalName(name));
    return this;
  }

  /// The same, with a function more. A name may be both: `f(x) = W x` makes f its value at x too.
  public Names function(String name) {
    functions.add(Vocabulary.canonicalName(name));
    return this;
  }

  /// All of them, in their canonical spelling.
  Set<String> all() {
    Set<String> all = new HashSet<>(values);
    all.addAll(functions);
    return all;
  }

  public boolean isValue(String name) {
    return values.contains(Vocabulary.canonicalName(name));
  }

  /// A user's function, or a built-in one that no declared name hides.
  public boolean isFunction(String name) {
    String canonical = Vocabulary.canonicalName(name);
    return functions.contains(canonical)
        || (Vocabulary.isFunction(canonical) && !values.contains(canonical));
  }

  /// Whether `name(` calls it. An unknown name does: that it is unknown is said later, of a
  /// function.
  boolean isCalled(String name) {
    String canonical = Vocabulary.canonicalName(name);
    return functions.contains(canonical) || !values.contains(canonical);
  }

  /// Whether the file says what it is; only then is `dC` read as the differential of C.
  boolean isKnown(String name) {
    String canonical = Vocabulary.canonicalName(name);
    return trusting || values.contains(canonical) || functions.contains(canonical);
  }
}
