package dev.jacobi.document;

import dev.jacobi.document.Delimiters.Found;
import dev.jacobi.document.Document.Part;
import java.util.ArrayList;
import java.util.List;

/// The parts of a document as they are found. The words of a line wait until the line is over, for
/// what is emphasised in it may begin before a formula and end after it.
final class Assembly {
  /// Turns the words of one line into prose: markup goes, words stay.
  interface Cleaning {
    /// The text of each stretch of the line.
    List<Words> clean(String text, List<Stretch> line);
  }

  record Stretch(int from, int to) {}

  /// What is left of a stretch, and where it begins.
  record Words(String text, int from) {}

  private final String text;
  private final Macros macros;
  private final Cleaning cleaning;
  private final List<Part> parts = new ArrayList<>();
  private final List<Stretch> stretches = new ArrayList<>();

  /// The formulas of the line, each with how many stretches stand before it.
  private final List<Part> formulas = new ArrayList<>();

  private final List<Integer> before = new ArrayList<>();
  private int bulletAt = -1;

  Assembly(String text, Macros macros, Cleaning cleaning) {
    this.text = text;
    this.macros = macros;
    this.cleaning = cleaning;
  }

  List<Part> parts() {
    return parts;
  }

  void bullet(int from) {
    endLine();
    bulletAt = from;
  }

  void words(int from, int to) {
    if (from < to) {
      stretches.add(new Stretch(from, to));
    }
  }

  /// A formula, without the definitions of macros at its head; nothing when it has nothing else.
  void math(Found found) {
    int from = found.from();
    for (int e = macros.endOf(from); e >= 0 && e <= found.to(); e = macros.endOf(from)) {
      from = Scan.afterBlanks(text, e, found.to());
    }
    if (from < found.to()) {
      String tex = text.substring(from, found.to());
      formulas.add(new Part.Math(tex, found.display(), found.environment(), from));
      before.add(stretches.size());
    }
  }

  /// A part that ends the line before it.
  void add(Part part) {
    endLine();
    parts.add(part);
  }

  void endLine() {
    if (stretches.isEmpty() && formulas.isEmpty() && bulletAt < 0) {
      return;
    }
    List<Words> words = cleaning.clean(text, stretches);
    boolean bullet = bulletAt >= 0;
    if (bullet && (words.isEmpty() || words.getFirst().text().isEmpty() || startsWithMath())) {
      parts.add(new Part.Prose("", true, bulletAt));
      bullet = false;
    }
    int formula = 0;
    for (int i = 0; i <= words.size(); i++) {
      while (formula < formulas.size() && before.get(formula) == i) {
        parts.add(formulas.get(formula++));
      }
      if (i < words.size() && !words.get(i).text().isEmpty()) {
        parts.add(new Part.Prose(words.get(i).text(), bullet, words.get(i).from()));
        bullet = false;
      }
    }
    stretches.clear();
    formulas.clear();
    before.clear();
    bulletAt = -1;
  }

  private boolean startsWithMath() {
    return !before.isEmpty() && before.getFirst() == 0;
  }
}
