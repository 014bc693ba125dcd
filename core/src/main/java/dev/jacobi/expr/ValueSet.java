package dev.jacobi.expr;

/// Where a declared name takes its values. Numeric tests draw from it; simplification may use it.
public enum ValueSet {
  REAL("R"),
  POSITIVE("R+"),
  OPEN_UNIT("(0,1)"),
  UNIT("[0,1]"),
  BINARY("{0,1}"),
  SIGNS("{-1,1}"),
  SIMPLEX("simplex"),
  ONE_HOT("onehot"),
  SYMMETRIC("sym"),
  POSITIVE_DEFINITE("psd"),
  INVERTIBLE("inv"),
  INTEGERS("integers");

  public final String text;

  ValueSet(String text) {
    this.text = text;
  }

  /// The set that is spelled so.
  public static java.util.Optional<ValueSet> of(String text) {
    for (ValueSet s : values()) if (s.text.equals(text)) return java.util.Optional.of(s);
    return java.util.Optional.empty();
  }

  public Function.Sign sign() {
    return switch (this) {
      case POSITIVE, OPEN_UNIT -> Function.Sign.POSITIVE;
      case UNIT, BINARY, SIMPLEX, ONE_HOT -> Function.Sign.NOT_NEGATIVE;
      case REAL, SIGNS, SYMMETRIC, POSITIVE_DEFINITE, INVERTIBLE, INTEGERS -> Function.Sign.ANY;
    };
  }

  public boolean isSymmetric() {
    return this == SYMMETRIC || this == POSITIVE_DEFINITE;
  }

  /// Entries (of each row) sum to 1.
  public boolean sumsToOne() {
    return this == SIMPLEX || this == ONE_HOT;
  }

  /// One number is drawn of so few that some points may all have the same.
  public boolean hasFewValues() {
    return this == BINARY || this == SIGNS || this == ONE_HOT || this == INTEGERS;
  }

  /// Its values satisfy an equation, which is lost when one of them moves alone.
  public boolean hasEquations() {
    return sumsToOne() || isIdempotent() || isSymmetric() || this == SIGNS;
  }

  /// Entries are 0 or 1, so every power of one is itself.
  public boolean isIdempotent() {
    return this == BINARY || this == ONE_HOT;
  }
}
