package dev.jacobi.learn.data;

/// How labels stand for a name.
public enum Form {
  /// They do not: numbers are taken as they are.
  VALUES,
  /// A row with a 1 at the place of the class.
  ONE_HOT,
  /// The number of the class, from 0.
  NUMBER,
  /// The first of two classes as −1, the second as 1.
  SIGN,
  /// The number of the class, from 1.
  FROM_ONE
}
