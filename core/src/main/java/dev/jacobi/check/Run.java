package dev.jacobi.check;

import dev.jacobi.notation.Place;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A chain of relations as it stands in a document, `a = b = c`, over all the rows and displays
/// that it goes on through.
final class Run {
  /// One side and the sign before it: as it was written, and where.
  record Side(Written.Sign sign, Written.Side side, Place place, String written) {}

  /// "For the case $i = j$:", "on the diagonal": how two letters are related, those named or else
  /// the two that a formula has; and the line where it stands.
  record Case(Syntax.Relation relation, List<Syntax> letters, int line) {
    static Case of(Syntax.Compare c, int line) {
      return new Case(c.relation(), List.of(c.left(), c.right()), line);
    }

    /// Of a formula with these letters.
    Optional<Syntax.Compare> of(List<String> free) {
      if (!letters.isEmpty())
        return Optional.of(
            new Syntax.Compare(relation, letters.get(0), letters.get(1), Place.NONE));
      if (free.size() != 2) return Optional.empty();
      return Optional.of(
          new Syntax.Compare(
              relation,
              new Syntax.Name(free.get(0), Place.NONE),
              new Syntax.Name(free.get(1), Place.NONE),
              Place.NONE));
    }
  }

  final Setting setting;

  /// That of the section; the same but under a hypothesis.
  Setting sectionSetting;

  final String section;
  final String spelling;
  final List<Side> sides = new ArrayList<>();
  final List<Syntax.Compare> cases = new ArrayList<>();

  /// How many of the cases, the first of them, were stated before the chain.
  int before;

  /// The case that the text has stated last, in this part of it: it may still hold.
  Optional<Case> lasting = Optional.empty();

  /// What is zero in the case at hand: "When $y = 1$".
  List<Syntax> values = List.of();

  /// The words before and after, in lower case.
  final StringBuilder words = new StringBuilder();

  /// The text around says that a matrix is symmetric.
  boolean symmetric;

  /// Every word of the document, in lower case.
  java.util.Set<String> vocabulary = java.util.Set.of();

  /// Without a key: the names of which the document says different things.
  Optional<java.util.Set<String>> ambiguous = Optional.empty();

  /// Names taken for functions of which nothing is known.
  java.util.Set<String> assumed = java.util.Set.of();

  /// Letters that the words call the place of the one.
  java.util.Set<String> hot = java.util.Set.of();

  /// A chain of the document's own that defines its first side.
  boolean defines;

  /// "Let w = …", "take x = …".
  boolean lets;

  /// It says what a declared name becomes in one step.
  boolean steps;

  /// The first equation for its left side, which the names of the document rest on.
  boolean first;

  /// Where a function that nothing declares is set equal to what the chain says.
  final java.util.Set<Place> introduces = new java.util.HashSet<>();

  /// It ends with its sign; what follows is the other side.
  boolean awaits;

  /// A line of code: `sum` may keep its axis, a vector is a row or a column as it fits.
  boolean code;

  /// A chain that states a hypothesis: "If W1 = W2,".
  boolean stated;

  /// The chain itself; or, where its first side is not understood, what leads to the first side
  /// that is, and from there on a chain of its own.
  List<Run> parts() {
    int head = 0;
    while (head < sides.size() && sides.get(head).side() instanceof Written.Side.Unread) head++;
    if (head == 0 || head + 1 >= sides.size()) return List.of(this);
    Side first = sides.get(head);
    if (!(first.side() instanceof Written.Side.Formula)) return List.of(this);
    Run rest = another();
    rest.sides.add(new Side(Written.Sign.FIRST, first.side(), first.place(), first.written()));
    rest.sides.addAll(sides.subList(head + 1, sides.size()));
    sides.subList(head + 1, sides.size()).clear();
    return List.of(this, rest);
  }

  /// A chain without sides, of which all is said that is said of this one.
  private Run another() {
    Run other = new Run(setting, section, spelling);
    other.sectionSetting = sectionSetting;
    other.cases.addAll(cases);
    other.before = before;
    other.lasting = lasting;
    other.values = values;
    other.words.append(words);
    other.symmetric = symmetric;
    other.vocabulary = vocabulary;
    other.ambiguous = ambiguous;
    other.assumed = assumed;
    other.hot = hot;
    other.code = code;
    other.lets = lets;
    return other;
  }

  /// How many of its sides were told already, in the display that it goes on from.
  int told;

  /// The same chain to go on with, once it was judged as far as it had come.
  Run resumed() {
    Run rest = another();
    rest.sides.addAll(sides);
    rest.told = sides.size() - 1;
    return rest;
  }

  Run(Setting setting, String section, String spelling) {
    this.setting = setting;
    this.sectionSetting = setting;
    this.section = section;
    this.spelling = spelling;
  }
}
