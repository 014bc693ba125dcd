package dev.jacobi.print.report;

import dev.jacobi.notation.Place;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.Syntax.Op;
import dev.jacobi.notation.TextSpelling;
import java.util.ArrayList;
import java.util.List;

/// A long sum in pieces that fit on a line each. A piece after the first goes on with its `sign`,
/// `+` or `-`; what follows the sign is only to be read behind it.
record Pieces(List<Piece> pieces) {
  private static final int WIDTH = 78;

  record Piece(String sign, Syntax part) {}

  private record Term(Op sign, Syntax part) {}

  static Pieces of(Syntax s) {
    List<Term> terms = new ArrayList<>();
    collect(s, Op.PLUS, terms);
    List<Piece> pieces = new ArrayList<>();
    List<Term> line = new ArrayList<>();
    int width = 0;
    for (Term t : terms) {
      int w = TextSpelling.PLAIN.spell(t.part).length() + 3;
      if (!line.isEmpty() && width + w > WIDTH) {
        pieces.add(piece(line, pieces.isEmpty()));
        line.clear();
        width = 0;
      }
      line.add(t);
      width += w;
    }
    pieces.add(piece(line, pieces.isEmpty()));
    return new Pieces(pieces);
  }

  boolean isWhole() {
    return pieces.size() == 1;
  }

  private static void collect(Syntax s, Op sign, List<Term> into) {
    if (s instanceof Syntax.Binary b && (b.op() == Op.PLUS || b.op() == Op.MINUS)) {
      collect(b.left(), sign, into);
      into.add(new Term(b.op(), b.right()));
    } else {
      into.add(new Term(sign, s));
    }
  }

  private static Piece piece(List<Term> line, boolean first) {
    Syntax sum = line.get(0).part;
    for (Term t : line.subList(1, line.size()))
      sum = new Syntax.Binary(t.sign, sum, t.part, Place.NONE);
    return new Piece(first ? "" : line.get(0).sign == Op.PLUS ? "+" : "-", sum);
  }
}
