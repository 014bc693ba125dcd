package dev.jacobi.check;

import dev.jacobi.notation.Place;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.TextSpelling;
import dev.jacobi.notation.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// One kind of mistake: the edits that would mend it.
interface Edits {
  /// A formula with one thing changed, what was changed, and how it is said.
  record Edit(Code code, Syntax edited, String sentence) {}

  List<Edit> of(Syntax written);

  /// Whether it may be the first of two edits: those that are few and often made.
  default boolean isFirst() {
    return true;
  }

  /// All kinds, in the order in which they are tried. To add one, add a line.
  static List<Edits> inOrder(Setting setting, Comparison comparison, Syntax truth) {
    return List.of(
        new SignEdits(),
        new FactorEdits(setting, comparison, truth),
        new TransposeEdits(),
        new OrderEdits(),
        new HadamardEdits(),
        new SumEdits(setting, comparison),
        new IndexEdits(setting, comparison),
        new DiagonalEdits(),
        new ChainEdits(setting, comparison),
        new ArgumentEdits(setting),
        new NameEdits(setting),
        new TermEdits(setting, comparison, truth));
  }

  /// The formula with one of its nodes changed in each of the ways given, outermost first.
  static List<Syntax> everywhere(Syntax s, Function<Syntax, List<Syntax>> ways) {
    List<Syntax> all = new ArrayList<>(ways.apply(s));
    if (s instanceof Syntax.Derivative d
        && (d.of() instanceof Syntax.Name || d.of() instanceof Syntax.Entry))
      return all; // a name, not a formula to mend
    List<Syntax> parts = Trees.parts(s);
    for (int q = 0; q < parts.size(); q++) {
      boolean whole = parts.get(q) instanceof Syntax.Name || q > 0;
      if (s instanceof Syntax.Entry && whole) continue; // entries have edits of their own
      for (Syntax changed : everywhere(parts.get(q), ways)) {
        List<Syntax> with = new ArrayList<>(parts);
        with.set(q, changed);
        all.add(Trees.with(s, with));
      }
    }
    return all;
  }

  /// A part in the writer's words.
  static String spelled(Syntax s) {
    String text = TextSpelling.PLAIN.spell(s);
    return text.length() <= 60 ? "`" + text + "`" : "a part of it";
  }

  static Syntax product(Syntax a, Syntax b) {
    return new Syntax.Binary(Syntax.Op.TIMES, a, b, Place.NONE);
  }

  static Syntax hadamard(Syntax a, Syntax b) {
    return new Syntax.Binary(Syntax.Op.HADAMARD, a, b, Place.NONE);
  }

  static Syntax number(String digits) {
    return new Syntax.Num(digits, Place.NONE);
  }

  static Syntax name(String text) {
    return new Syntax.Name(text, Place.NONE);
  }
}
