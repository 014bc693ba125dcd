package dev.jacobi.print.code;

import dev.jacobi.expr.Rational;
import dev.jacobi.print.code.Code.Kind;
import dev.jacobi.print.code.Code.Level;
import java.util.ArrayList;
import java.util.List;

/// What a product multiplies and what divides it, as Java expressions of numbers; those of kind
/// NUMBER are of type int, and no two of them may meet at a division.
record Fraction(List<Code> above, List<Code> below) {

  Code quotient() {
    Code top = times(above);
    if (below.isEmpty()) return top;
    Code bottom = times(below);
    boolean ints = top.kind() == Kind.NUMBER && bottom.kind() == Kind.NUMBER;
    String real = ints ? "(double) " + top.at(Level.ATOM) : top.at(Level.PRODUCT);
    if (top.text().equals("1")) real = "1.0";
    String text = real + " / " + bottom.at(Level.ATOM);
    return new Code(List.of(), text, Level.PRODUCT, Kind.ARRAY);
  }

  private static Code times(List<Code> codes) {
    if (codes.isEmpty()) return number("1");
    if (codes.size() == 1) return codes.get(0);
    boolean ints = codes.stream().allMatch(c -> c.kind() == Kind.NUMBER);
    List<String> texts = new ArrayList<>();
    for (Code c : codes) {
      boolean first = texts.isEmpty();
      texts.add(c.at(first ? Level.PRODUCT : Level.POWER));
    }
    return new Code(
        List.of(), String.join(" * ", texts), Level.PRODUCT, ints ? Kind.NUMBER : Kind.ARRAY);
  }

  static Code literal(Rational whole) {
    String text = whole.toString();
    return whole.num().bitLength() < 31 ? number(text) : atom(Double.toString(whole.doubleValue()));
  }

  static Code atom(String text) {
    return new Code(List.of(), text, Level.ATOM, Kind.ARRAY);
  }

  static Code number(String text) {
    return new Code(List.of(), text, Level.ATOM, Kind.NUMBER);
  }
}
