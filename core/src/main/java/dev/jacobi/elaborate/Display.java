package dev.jacobi.elaborate;

import dev.jacobi.notation.Syntax;
import java.util.List;

/// How a definition without a name is written: an array as the user wrote it (`softmax(W x)`), or,
/// with letters, one entry of it (`max[k] A[i,k]`, of letter i).
public record Display(Syntax syntax, List<String> letters) {
  public Display {
    letters = List.copyOf(letters);
  }

  public static Display array(Syntax syntax) {
    return new Display(syntax, List.of());
  }

  public boolean isEntry() {
    return !letters.isEmpty();
  }
}
