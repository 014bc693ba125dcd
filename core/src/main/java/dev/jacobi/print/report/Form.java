package dev.jacobi.print.report;

import java.util.EnumSet;
import java.util.Set;

/// How one derivation is told.
public enum Form {
  /// Named adjoints in order: ds2, da1, ds1, dW1.
  LAYERS,
  /// Closed form.
  MATRIX,
  /// By entry, with Kronecker deltas.
  INDEX,
  /// Numbered: which rule or definition, before, after, shape.
  STEPS,
  /// By entry, each case of a Kronecker delta for itself.
  CASES;

  /// What a teacher writes.
  public static Set<Form> usual() {
    return EnumSet.of(LAYERS, MATRIX, INDEX);
  }

  /// The forms asked for, or the usual ones when there are none. The index form brings its cases
  /// when it is asked for by name.
  public static Set<Form> asked(Iterable<Form> forms) {
    Set<Form> all = EnumSet.noneOf(Form.class);
    for (Form f : forms) all.add(f);
    if (all.isEmpty()) return usual();
    if (all.contains(INDEX)) all.add(CASES);
    return all;
  }
}
