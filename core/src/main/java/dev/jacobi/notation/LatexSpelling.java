package dev.jacobi.notation;

import dev.jacobi.notation.Box.Fences;
import dev.jacobi.notation.Box.Glyph;
import dev.jacobi.notation.Box.Role;
import java.util.List;

/// LaTeX math, without delimiters, from the commands that KaTeX, MathJax and amsmath share.
///
/// Names that are `marked` can be found again in what is drawn: the signs of the first have the
/// colour 1, those of the second the colour 2, and so on. A page takes the colours off, and keeps
/// whose they were.
public record LatexSpelling(List<String> marked) implements Spelling {
  public LatexSpelling {
    marked = List.copyOf(marked);
  }

  public LatexSpelling() {
    this(List.of());
  }

  @Override
  public String spell(Syntax formula) {
    return written(Typesetter.typeset(formula));
  }

  @Override
  public String chain(List<Syntax> sides) {
    return written(Typesetter.chain(sides));
  }

  private String written(Box box) {
    StringBuilder out = new StringBuilder();
    write(out, box);
    return out.toString();
  }

  private void write(StringBuilder out, Box box) {
    switch (box) {
      case Box.Row(List<Box> parts) -> row(out, parts);
      case Glyph glyph -> glyph(out, glyph);
      case Box.Fraction(Box over, Box under) -> {
        command(out, "\\frac", over);
        braced(out, under);
      }
      case Box.Scripts(Box base, Box sub, Box sup) -> {
        scriptBase(out, base);
        script(out, '_', sub);
        script(out, '^', sup);
      }
      case Box.Accent(String latex, _, Box of) -> command(out, latex, of);
      case Box.Fence(Fences kind, Box of) -> fence(out, kind, of);
      case Box.Root(Box of) -> command(out, "\\sqrt", of);
      case Box.Applied(Box function, Box arguments) -> {
        write(out, function);
        write(out, arguments);
      }
      case Box.Matrix(List<List<Box>> rows) -> matrix(out, rows);
      case Box.Large(Glyph operator, Box under, Box over) -> {
        out.append(operator.latex());
        script(out, '_', under);
        script(out, '^', over);
      }
    }
  }

  private void glyph(StringBuilder out, Glyph glyph) {
    int mark = marked.isEmpty() ? -1 : marked.indexOf(glyph.name());
    if (mark < 0) {
      out.append(glyph.latex());
    } else {
      out.append("\\textcolor{#%06x}{".formatted(mark + 1)).append(glyph.latex()).append('}');
    }
  }

  private void row(StringBuilder out, List<Box> parts) {
    for (int i = 0; i < parts.size(); i++) {
      if (i > 0 && !isTight(parts.get(i - 1), parts.get(i))) {
        out.append(' ');
      }
      write(out, parts.get(i));
    }
  }

  private static boolean isTight(Box left, Box right) {
    if (right instanceof Glyph(_, _, Role role, _)
        && (role == Role.COMMA || role == Role.NOTHING)) {
      return true;
    }
    if (!(left instanceof Glyph(String latex, _, Role role, _))) {
      return false;
    }
    return latex.length() == 1
        && (role == Role.PREFIX || (role == Role.VARIABLE && isSingleLetter(right)));
  }

  private static boolean isSingleLetter(Box box) {
    return box instanceof Glyph(String latex, _, Role role, _)
        && role == Role.VARIABLE
        && latex.length() == 1;
  }

  private void command(StringBuilder out, String name, Box argument) {
    out.append(name);
    braced(out, argument);
  }

  private void braced(StringBuilder out, Box box) {
    out.append('{');
    write(out, box);
    out.append('}');
  }

  /// A script hangs on one thing: several get braces.
  private void scriptBase(StringBuilder out, Box base) {
    if (base instanceof Box.Row || base instanceof Box.Scripts) {
      braced(out, base);
    } else {
      write(out, base);
    }
  }

  private void script(StringBuilder out, char mark, Box script) {
    if (script.equals(Box.EMPTY)) {
      return;
    }
    out.append(mark);
    if (marked.isEmpty() && script instanceof Glyph g && g.latex().length() == 1) {
      out.append(g.latex());
    } else {
      braced(out, script);
    }
  }

  private void fence(StringBuilder out, Fences kind, Box of) {
    boolean tall = isTall(of);
    boolean command = kind.latexOpen.length() > 1;
    out.append(tall ? "\\left" : "").append(kind.latexOpen).append(command || tall ? " " : "");
    write(out, of);
    out.append(command || tall ? " " : "").append(tall ? "\\right" : "").append(kind.latexClose);
  }

  private static boolean isTall(Box box) {
    return switch (box) {
      case Box.Fraction _, Box.Matrix _, Box.Large _ -> true;
      case Glyph _ -> false;
      case Box.Row(List<Box> parts) -> isAnyTall(parts);
      case Box.Scripts(Box base, _, _) -> isTall(base);
      case Box.Accent(_, _, Box of) -> isTall(of);
      case Box.Fence(_, Box of) -> isTall(of);
      case Box.Root(Box of) -> isTall(of);
      case Box.Applied(_, Box arguments) -> isTall(arguments);
    };
  }

  private static boolean isAnyTall(List<Box> parts) {
    for (Box part : parts) {
      if (isTall(part)) {
        return true;
      }
    }
    return false;
  }

  private void matrix(StringBuilder out, List<List<Box>> rows) {
    out.append("\\begin{bmatrix} ");
    for (int i = 0; i < rows.size(); i++) {
      out.append(i == 0 ? "" : " \\\\ ");
      for (int j = 0; j < rows.get(i).size(); j++) {
        out.append(j == 0 ? "" : " & ");
        write(out, rows.get(i).get(j));
      }
    }
    out.append(" \\end{bmatrix}");
  }
}
