package dev.jacobi.notation;

import dev.jacobi.notation.Box.Fences;
import dev.jacobi.notation.Box.Glyph;
import dev.jacobi.notation.Box.Role;
import java.util.List;

/// Presentation MathML (the Core that browsers draw), as a whole `<math>` element for a page
/// without scripts. It looks like the LaTeX.
///
/// @param block on a line of its own rather than in the text
public record MathmlSpelling(boolean block) implements Spelling {

  @Override
  public String spell(Syntax formula) {
    return written(Typesetter.typeset(formula));
  }

  @Override
  public String chain(List<Syntax> sides) {
    return written(Typesetter.chain(sides));
  }

  private String written(Box box) {
    StringBuilder out = new StringBuilder(block ? "<math display=\"block\">" : "<math>");
    write(out, box);
    return out.append("</math>").toString();
  }

  private static void write(StringBuilder out, Box box) {
    switch (box) {
      case Box.Row(List<Box> parts) -> row(out, parts);
      case Glyph glyph -> glyph(out, glyph);
      case Box.Fraction(Box over, Box under) -> element(out, "mfrac", over, under);
      case Box.Scripts(Box base, Box sub, Box sup) -> scripts(out, base, sub, sup);
      case Box.Accent(_, String sign, Box of) -> {
        out.append("<mover accent=\"true\">");
        write(out, of);
        out.append("<mo stretchy=\"false\">").append(sign).append("</mo></mover>");
      }
      case Box.Fence(Fences kind, Box of) -> {
        out.append("<mrow>");
        fence(out, "prefix", kind.open);
        write(out, of);
        fence(out, "postfix", kind.close);
        out.append("</mrow>");
      }
      case Box.Root(Box of) -> element(out, "msqrt", of);
      case Box.Applied(Box function, Box arguments) -> {
        out.append("<mrow>");
        write(out, function);
        out.append("<mo>&#x2061;</mo>");
        write(out, arguments);
        out.append("</mrow>");
      }
      case Box.Matrix(List<List<Box>> rows) -> matrix(out, rows);
      case Box.Large(Glyph operator, Box under, Box over) -> large(out, operator, under, over);
    }
  }

  private static void element(StringBuilder out, String name, Box... children) {
    out.append('<').append(name).append('>');
    for (Box child : children) {
      write(out, child);
    }
    out.append("</").append(name).append('>');
  }

  private static void row(StringBuilder out, List<Box> parts) {
    out.append("<mrow>");
    for (Box part : parts) {
      write(out, part);
    }
    out.append("</mrow>");
  }

  private static void glyph(StringBuilder out, Glyph glyph) {
    String text = glyph.unicode();
    switch (glyph.role()) {
      case VARIABLE -> leaf(out, "<mi>", text, "</mi>");
      case WORD -> {
        boolean slanted = text.codePointCount(0, text.length()) == 1;
        leaf(out, slanted ? "<mi mathvariant=\"normal\">" : "<mi>", text, "</mi>");
      }
      case NUMBER -> number(out, text);
      case OPERATOR, PREFIX, COMMA -> leaf(out, "<mo>", text, "</mo>");
      case NOTHING -> out.append("<mo>&#x2062;</mo>");
      case SPACE -> out.append("<mspace width=\"0.1667em\"></mspace>");
    }
  }

  private static void number(StringBuilder out, String text) {
    if (text.startsWith("-")) {
      out.append("<mrow><mo>−</mo><mn>").append(text, 1, text.length()).append("</mn></mrow>");
    } else {
      leaf(out, "<mn>", text, "</mn>");
    }
  }

  private static void leaf(StringBuilder out, String open, String text, String close) {
    out.append(open);
    for (int i = 0; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '&' -> out.append("&amp;");
        default -> out.append(text.charAt(i));
      }
    }
    out.append(close);
  }

  private static void scripts(StringBuilder out, Box base, Box sub, Box sup) {
    if (sup.equals(Box.EMPTY)) {
      element(out, "msub", base, sub);
    } else if (sub.equals(Box.EMPTY)) {
      element(out, "msup", base, sup);
    } else {
      element(out, "msubsup", base, sub, sup);
    }
  }

  private static void fence(StringBuilder out, String form, String sign) {
    out.append("<mo fence=\"true\" form=\"").append(form).append("\">");
    out.append(sign).append("</mo>");
  }

  private static void large(StringBuilder out, Glyph operator, Box under, Box over) {
    String name = over.equals(Box.EMPTY) ? "munder" : "munderover";
    out.append('<').append(name).append('>');
    if (operator.role() == Role.WORD) {
      glyph(out, operator);
    } else {
      leaf(out, "<mo movablelimits=\"false\">", operator.unicode(), "</mo>");
    }
    write(out, under);
    if (!over.equals(Box.EMPTY)) {
      write(out, over);
    }
    out.append("</").append(name).append('>');
  }

  private static void matrix(StringBuilder out, List<List<Box>> rows) {
    out.append("<mrow>");
    fence(out, "prefix", "[");
    out.append("<mtable>");
    for (List<Box> row : rows) {
      out.append("<mtr>");
      for (Box cell : row) {
        element(out, "mtd", cell);
      }
      out.append("</mtr>");
    }
    out.append("</mtable>");
    fence(out, "postfix", "]");
    out.append("</mrow>");
  }
}
