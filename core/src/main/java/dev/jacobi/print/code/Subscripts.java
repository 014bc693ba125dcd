package dev.jacobi.print.code;

import dev.jacobi.expr.Index;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The letters of one `einsum`: the user's own where they are single and free.
final class Subscripts {
  private static final String LETTERS = "ijklmnopqrstuvwxyzabcdefghABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private final Map<Index, String> letters = new HashMap<>();

  String of(List<Index> axes) {
    var s = new StringBuilder();
    for (Index i : axes) s.append(of(i));
    return s.toString();
  }

  private String of(Index i) {
    String known = letters.get(i);
    if (known != null) return known;
    String letter = i.letter;
    if (letter.length() != 1 || !LETTERS.contains(letter) || letters.containsValue(letter)) {
      int q = 0;
      while (letters.containsValue(LETTERS.substring(q, q + 1))) q++;
      letter = LETTERS.substring(q, q + 1);
    }
    letters.put(i, letter);
    return letter;
  }
}
