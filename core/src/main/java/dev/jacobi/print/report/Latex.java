package dev.jacobi.print.report;

import dev.jacobi.notation.LatexSpelling;
import dev.jacobi.notation.Place;
import dev.jacobi.notation.Syntax;
import dev.jacobi.print.report.Pieces.Piece;
import dev.jacobi.print.report.Sheet.Row;
import java.util.List;

/// Pieces of LaTeX that its formats share: aligned equations, declarations, words.
final class Latex {
  private static final LatexSpelling SPELLING = new LatexSpelling();

  private Latex() {}

  static String math(Syntax s) {
    return SPELLING.spell(s);
  }

  /// The rows of an `aligned` or `align*` environment, without it.
  static String rows(List<Row> rows) {
    var s = new StringBuilder();
    for (Row r : rows) row(s, r);
    return s.toString();
  }

  private static void row(StringBuilder s, Row r) {
    for (int q = 0; q < r.sides().size(); q++) {
      boolean last = q == r.sides().size() - 1;
      List<Piece> pieces = Pieces.of(r.sides().get(q)).pieces();
      for (Piece p : pieces) {
        boolean first = p.sign().isEmpty();
        if (!s.isEmpty()) s.append(" \\\\\n");
        s.append(q == 0 && first ? math(r.left()) + " " : "")
            .append(first ? "&= " : "&\\qquad {} " + p.sign() + " ");
        boolean box = r.answer() && last && pieces.size() == 1;
        s.append(box ? "\\boxed{" + math(p.part()) + "}" : math(p.part()));
        if (q == 0 && first) s.append(note(r));
      }
    }
  }

  private static String note(Row r) {
    var s = new StringBuilder();
    r.shape().ifPresent(x -> s.append("\\in ").append(Shapes.latex(x)));
    if (!r.note().isEmpty()) s.append(" \\quad \\text{").append(words(r.note())).append('}');
    r.when().ifPresent(c -> s.append(when(c)));
    return s.isEmpty() ? "" : " && " + s;
  }

  private static String when(Report.Case c) {
    if (c.conditions().isEmpty()) return "\\text{otherwise}";
    var s = new StringBuilder("\\text{if }");
    for (Syntax x : c.conditions())
      s.append(x == c.conditions().get(0) ? "" : " \\text{ and } ").append(math(x));
    return s.toString();
  }

  /// `x ∈ ℝⁿ` for each, and what is assumed.
  static String given(Sheet.Given g) {
    var s = new StringBuilder();
    for (var d : g.names()) item(s, math(d.name()) + " \\in " + Shapes.latex(d));
    for (var d : g.unknown())
      item(s, math(d.left()) + " \\in " + Shapes.latex(d.shape().orElseThrow()));
    for (String fact : g.facts()) item(s, fact(fact));
    return s.toString();
  }

  private static void item(StringBuilder s, String math) {
    s.append(s.isEmpty() ? "" : ",\n").append('$').append(math).append('$');
  }

  /// A fact in the user's words as mathematics; what cannot be read again stays text.
  static String fact(String text) {
    List<Syntax> sides = Words.sides(text);
    return sides.isEmpty() ? "\\text{" + words(text) + "}" : SPELLING.chain(sides);
  }

  /// A sentence: words and mathematics.
  static String remark(Sheet.Remark r) {
    var s = new StringBuilder(words(r.words()));
    r.formula().ifPresent(f -> s.append(" $").append(math(f)).append('$'));
    String sign = " for ";
    for (Syntax about : r.about()) {
      s.append(sign).append('$').append(math(about)).append('$');
      sign = ", ";
    }
    return s.toString();
  }

  /// Text whose characters mean themselves, in a document that knows ASCII only.
  static String words(String text) {
    var s = new StringBuilder();
    for (int q = 0; q < text.length(); q += Character.charCount(text.codePointAt(q))) {
      int c = text.codePointAt(q);
      switch (c) {
        case '\\' -> s.append("\\textbackslash{}");
        case '^' -> s.append("\\textasciicircum{}");
        case '~' -> s.append("\\textasciitilde{}");
        case '#', '$', '%', '&', '_', '{', '}' -> s.append('\\').append((char) c);
        case '…' -> s.append("\\dots{}");
        default -> {
          if (c < 128) s.append((char) c);
          else
            s.append('$')
                .append(math(new Syntax.Name(Character.toString(c), Place.NONE)))
                .append('$');
        }
      }
    }
    return s.toString();
  }
}
