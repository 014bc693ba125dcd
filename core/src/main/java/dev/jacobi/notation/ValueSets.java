package dev.jacobi.notation;

import dev.jacobi.notation.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads what stands after `in`: `R[a, n]`, `ℝ^(a×n)`, `[0,1][n]`, `simplex[K]`, `1..K`.
final class ValueSets {
  private static final String KNOWN =
      "value sets are R, R+, (0,1), [0,1], {0,1}, {-1,1}, simplex, onehot, sym, psd, inv and 1..K";

  private final Cursor cursor;
  private final Formulas formulas;

  /// A value set and the shape that goes with it.
  record ValueSet(String set, List<Syntax> extents) {}

  ValueSets(Cursor cursor, Formulas formulas) {
    this.cursor = cursor;
    this.formulas = formulas;
  }

  ValueSet read() {
    Token start = cursor.token();
    String interval = interval();
    if (!interval.isEmpty()) {
      return new ValueSet(interval, extents());
    }
    String word = FirstPass.setWord(start);
    if (start.is(Kind.NAME) && Vocabulary.SETS.contains(word) && !cursor.ahead(1).is(Kind.RANGE)) {
      cursor.next();
      List<Syntax> extents = extents();
      if (extents.isEmpty() && !word.startsWith("R")) {
        throw new NotationException(
            start.place(), word + " needs its extent", "write " + word + "[n]");
      }
      return new ValueSet(word, extents);
    }
    return integers(start);
  }

  /// The interval or pair of values that stands here, without white space; empty when none does.
  private String interval() {
    int closing = cursor.kind().opens() ? cursor.closing(0) : -1;
    if (closing < 0 || closing > 6) {
      return "";
    }
    StringBuilder written = new StringBuilder();
    for (int i = 0; i <= closing; i++) {
      written.append(cursor.ahead(i).is(Kind.MINUS) ? "-" : cursor.ahead(i).text());
    }
    String interval = known(written.toString());
    for (int i = 0; i <= closing && !interval.isEmpty(); i++) {
      cursor.next();
    }
    return interval;
  }

  private static String known(String written) {
    return switch (written) {
      case "(0,1)", "[0,1]", "{0,1}", "{-1,1}" -> written;
      case "{1,0}" -> "{0,1}";
      case "{1,-1}", "{-1,+1}", "{+1,-1}" -> "{-1,1}";
      default -> "";
    };
  }

  private ValueSet integers(Token start) {
    if (start.kind().opens() && !start.is(Kind.OPEN)) {
      throw new NotationException(start.place(), "this value set is not known", KNOWN);
    }
    Syntax from = formulas.extent();
    if (!cursor.at(Kind.RANGE)) {
      String message = start.described() + " begins no value set";
      Optional<String> nearest = Nearest.to(start.text(), Vocabulary.SETS);
      String hint = nearest.isPresent() ? "did you mean " + nearest.get() + "?" : KNOWN;
      boolean shaped = start.text().startsWith("R") && start.text().length() > 1;
      if (shaped) hint = "did you mean R[" + start.text().substring(1) + "]?";
      throw new NotationException(start.place(), message, hint);
    }
    cursor.next();
    return new ValueSet("integers", List.of(from, formulas.extent()));
  }

  private List<Syntax> extents() {
    List<Syntax> extents = new ArrayList<>(3);
    if (cursor.at(Kind.OPEN_SQUARE)) {
      bracketed(extents);
    } else if (cursor.at(Kind.SUPERSCRIPT)) {
      Token power = cursor.next();
      extents.add(
          power.text().equals("n")
              ? new Syntax.Name("n", power.place())
              : new Syntax.Num(power.text(), power.place()));
    } else if (cursor.skip(Kind.POWER)) {
      raised(extents);
    }
    return extents;
  }

  /// `^n`, `^(a×n)`, `^{a x n}`, `^n×m`.
  private void raised(List<Syntax> extents) {
    if (cursor.kind().opens()) {
      bracketed(extents);
      return;
    }
    do {
      Token extent = cursor.next();
      switch (extent.kind()) {
        case NAME -> extents.add(new Syntax.Name(extent.text(), extent.place()));
        case NUMBER -> extents.add(new Syntax.Num(extent.text(), extent.place()));
        default ->
            throw new NotationException(
                extent.place(),
                "expected an extent, found " + extent.described(),
                "write R[a, n] or R^(a×n)");
      }
    } while (cursor.skip(Kind.CROSS));
  }

  private void bracketed(List<Syntax> extents) {
    Token opener = cursor.next();
    Kind closer =
        switch (opener.kind()) {
          case OPEN -> Kind.CLOSE;
          case OPEN_CURLY -> Kind.CLOSE_CURLY;
          default -> Kind.CLOSE_SQUARE;
        };
    do {
      extents.add(formulas.extent());
    } while (skipSeparator());
    cursor.close(closer, opener);
  }

  private boolean skipSeparator() {
    if (cursor.at(Kind.COMMA) || cursor.at(Kind.CROSS) || cursor.atWord("x")) {
      cursor.next();
      return true;
    }
    return false;
  }
}
