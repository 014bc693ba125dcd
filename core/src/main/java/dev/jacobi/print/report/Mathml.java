package dev.jacobi.print.report;

import dev.jacobi.expr.Extent;
import dev.jacobi.notation.MathmlSpelling;
import dev.jacobi.notation.Syntax;
import java.util.List;

/// Pieces of MathML and HTML: formulas, value sets, words.
public final class Mathml {
  private static final MathmlSpelling TALL = new MathmlSpelling(true);
  private static final MathmlSpelling INLINE = new MathmlSpelling(false);

  private Mathml() {}

  /// A formula in running text.
  public static String inline(Syntax s) {
    return INLINE.spell(s);
  }

  /// Equal formulas in running text.
  public static String inline(List<Syntax> chain) {
    return INLINE.chain(chain);
  }

  /// A formula with full-size fractions and sums.
  static String tall(Syntax s) {
    return TALL.spell(s);
  }

  /// A continued sum: its sign, and what follows.
  static String tall(Pieces.Piece p) {
    String whole = tall(p.part());
    if (p.sign().isEmpty()) return whole;
    int start = whole.indexOf('>') + 1;
    String sign = "<mo form=\"infix\">" + (p.sign().equals("-") ? "−" : "+") + "</mo>";
    return whole.substring(0, start) + sign + whole.substring(start);
  }

  /// `ℝ` to the power of a shape.
  static String space(List<Extent> shape) {
    return math(power("<mi mathvariant=\"normal\">ℝ</mi>", shape));
  }

  static String set(Report.Declared d) {
    List<Extent> shape = d.shape();
    List<Extent> side = shape.isEmpty() ? shape : shape.subList(0, 1);
    return math(
        switch (d.set()) {
          case REAL -> power("<mi mathvariant=\"normal\">ℝ</mi>", shape);
          case POSITIVE -> positive(shape);
          case OPEN_UNIT -> power(word("(0, 1)"), shape);
          case UNIT -> power(word("[0, 1]"), shape);
          case BINARY -> power(word("{0, 1}"), shape);
          case SIGNS -> power(word("{−1, 1}"), shape);
          case SIMPLEX -> power("<mi mathvariant=\"normal\">Δ</mi>", shape);
          case ONE_HOT -> power(word("one-hot"), shape);
          case SYMMETRIC -> power("<mi mathvariant=\"normal\">𝕊</mi>", side);
          case POSITIVE_DEFINITE -> power(word("𝕊₊₊"), side);
          case INVERTIBLE -> power(word("GL"), side);
          case INTEGERS ->
              word("{")
                  + inner(Shapes.syntax(d.low()))
                  + word(", …, ")
                  + inner(Shapes.syntax(d.high()))
                  + word("}");
        });
  }

  private static String positive(List<Extent> shape) {
    String base = "<mi mathvariant=\"normal\">ℝ</mi>";
    String sign = "<mrow><mo>&gt;</mo><mn>0</mn></mrow>";
    return shape.isEmpty()
        ? "<msub>" + base + sign + "</msub>"
        : "<msubsup>" + base + sign + product(shape) + "</msubsup>";
  }

  private static String word(String s) {
    return "<mtext>" + escape(s) + "</mtext>";
  }

  private static String power(String base, List<Extent> shape) {
    return shape.isEmpty() ? base : "<msup>" + base + product(shape) + "</msup>";
  }

  private static String product(List<Extent> shape) {
    var s = new StringBuilder("<mrow>");
    for (int q = 0; q < shape.size(); q++) {
      boolean sum = shape.size() > 1 && shape.get(q).terms().size() > 1;
      s.append(q == 0 ? "" : "<mo>×</mo>").append(sum ? "<mo>(</mo>" : "");
      s.append(inner(Shapes.syntax(shape.get(q)))).append(sum ? "<mo>)</mo>" : "");
    }
    return s.append("</mrow>").toString();
  }

  private static String inner(Syntax s) {
    String whole = INLINE.spell(s);
    return whole.substring(whole.indexOf('>') + 1, whole.lastIndexOf("</math>"));
  }

  private static String math(String inner) {
    return "<math>" + inner + "</math>";
  }

  /// Words as HTML text.
  public static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
