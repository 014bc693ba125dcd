package dev.jacobi;

import dev.jacobi.check.Checked;
import dev.jacobi.check.Checker;
import java.util.Optional;

/// Checks what somebody derived: reads a document, judges every relation in it, and names the
/// mistakes.
///
/// ```java
/// Checked c = Checking.check("hw1.md", text, Optional.of(key));
/// for (Relation r : c.relations()) System.out.println(r.place().line() + " " + r.verdict().word());
/// ```
public final class Checking {
  private Checking() {}

  /// Judges a document (`.md`, `.tex`, `.txt`), code (`.py`), or the claims of a `.jacobi` text,
  /// against a key. The name tells the format. A notebook is to be given as Markdown.
  ///
  /// What is wrong with the file or the key as such stands in [Checked#errors()]; nothing is thrown
  /// for what a file may hold.
  public static Checked check(String file, String text, Optional<String> key) {
    return Checker.check(file, text, key);
  }
}
