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

  /// All kinds, in the order in which they are tried. To add one, add a line.
  static List<Edits> inOrder(
      Setting setting, Comparison comparison, Target target, Atoms atoms, Syntax truth) {
    return List.of(
        new SignEdits(),
        new FactorEdits(setting, target),
        new TransposeEdits(),
        new LayoutEdits(),
        new OrderEdits(),
        new HadamardEdits(),
        new SumEdits(setting, comparison, truth),
        new IndexEdits(setting, comparison),
        new DiagonalEdits(),
        new ArgumentEdits(setting),
        new NameEdits(setting),
        new TermEdits(),
        new ChainEdits(setting, atoms, truth),
        new PartEdits(atoms));
  }

  /// A part put in the place of another, and how that is said.
  record Change(Syntax to, String said) {}

  /// The formula with one of its parts changed in each of the ways given, outermost first.
  static List<Edit> everywhere(Code code, Syntax s, Function<Syntax, List<Change>> ways) {
    List<Edit> all = new ArrayList<>();
    if (!(s instanceof Syntax.Compare)) // a condition stays one
    for (Change c : ways.apply(s)) all.add(new Edit(code, c.to(), c.said()));
    List<Syntax> parts = Trees.parts(s);
    for (int q = 0; q < parts.size(); q++) {
      if (isClosed(s, parts.get(q), q)) continue;
      for (Edit e : everywhere(code, parts.get(q), ways)) {
        List<Syntax> with = new ArrayList<>(parts);
        with.set(q, e.edited());
        all.add(new Edit(code, Trees.with(s, with), e.sentence()));
      }
    }
    return all;
  }

  /// Names inside derivatives and entries are no formulas to mend; these have edits of their own.
  private static boolean isClosed(Syntax s, Syntax part, int place) {
    return switch (s) {
      case Syntax.Derivative d -> d.of() instanceof Syntax.Name || d.of() instanceof Syntax.Entry;
      case Syntax.Entry _ -> part instanceof Syntax.Name || place > 0;
      default -> false;
    };
  }

  /// The same where one sentence says them all.
  static List<Edit> everywhere(
      Code code, Syntax s, String said, Function<Syntax, List<Syntax>> ways) {
    return everywhere(code, s, x -> ways.apply(x).stream().map(y -> new Change(y, said)).toList());
  }

  /// A part in the writer's words.
  static String spelled(Syntax s) {
    String text = TextSpelling.PLAIN.spell(s);
    return text.length() <= 60 ? "`" + text + "`" : "a part of it";
  }

  static String meant(Syntax right, Syntax wrong) {
    return spelled(right) + " is meant where " + spelled(wrong) + " stands";
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
