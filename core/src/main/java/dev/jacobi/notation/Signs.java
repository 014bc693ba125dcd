package dev.jacobi.notation;

import dev.jacobi.notation.Token.Kind;
import java.util.Arrays;

/// Finds the sign that a text goes on with, the longest first: `.*` before `.`, `^+` before `^`.
final class Signs {
  static final Sign NO_SIGN = new Sign("", Kind.UNREADABLE);
  private static final int ASCII = 128;
  private static final Sign[] NONE = {};
  private static final Sign[][] BY_FIRST = new Sign[ASCII + 1][];

  /// A spelling of a kind.
  record Sign(String spelling, Kind kind) {}

  static {
    Arrays.fill(BY_FIRST, NONE);
    for (Kind kind : Kind.values()) {
      for (String spelling : kind.spellings) {
        insert(new Sign(spelling, kind));
      }
    }
  }

  private Signs() {}

  private static void insert(Sign sign) {
    int row = Math.min(sign.spelling().charAt(0), ASCII);
    Sign[] old = BY_FIRST[row];
    Sign[] signs = Arrays.copyOf(old, old.length + 1);
    int place = old.length;
    while (place > 0 && signs[place - 1].spelling().length() < sign.spelling().length()) {
      signs[place] = signs[place - 1];
      place--;
    }
    signs[place] = sign;
    BY_FIRST[row] = signs;
  }

  /// The longest sign that stands at an index of a text, or [#NO_SIGN].
  static Sign at(String text, int index) {
    for (Sign sign : BY_FIRST[Math.min(text.charAt(index), ASCII)]) {
      if (text.startsWith(sign.spelling(), index)) {
        return sign;
      }
    }
    return NO_SIGN;
  }
}
