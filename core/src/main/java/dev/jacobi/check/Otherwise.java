package dev.jacobi.check;

import dev.jacobi.check.Comparison.Kind;
import dev.jacobi.expr.Extent;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.Trees;
import java.util.List;
import java.util.function.UnaryOperator;

/// What people mean by a formula that does not hold as it is written, in the order in which it is
/// tried. Where the formula fits so, what is wrong with it is said of it in this reading.
enum Otherwise {
  /// `(D - \lambda) u`.
  MULTIPLES("the number beside a matrix is read as that multiple of I", true) {
    @Override
    UnaryOperator<Syntax> reading(Comparison c, Setting s) {
      return new Multiples(c, s)::named;
    }
  },

  /// `\frac{P G^T}{G P G^T + R}`.
  FRACTIONS("a fraction of matrices is read as the product with the inverse", true) {
    @Override
    boolean concerns(Kind kind, Setting s, String written) {
      return kind == Kind.SHAPES; // else entry by entry
    }

    @Override
    UnaryOperator<Syntax> reading(Comparison c, Setting s) {
      return new Fractions(c)::named;
    }
  },

  /// `W [h, x]`.
  STACKS("columns in a list are read one on top of the other", false) {
    @Override
    boolean concerns(Kind kind, Setting s, String written) {
      return kind == Kind.SHAPES;
    }

    @Override
    UnaryOperator<Syntax> reading(Comparison c, Setting s) {
      return new Stacks(c)::named;
    }
  },

  /// `w_k x`.
  ROWS("a row of a matrix is written as a row", true) {
    @Override
    boolean concerns(Kind kind, Setting s, String written) {
      return kind == Kind.SHAPES && !s.rowsTurned;
    }

    @Override
    UnaryOperator<Syntax> reading(Comparison c, Setting s) {
      return x -> {
        Syntax rows = new Rows(s).named(x);
        Syntax lying = Dots.ofRows(c).named(rows);
        return lying.equals(rows) ? x : lying;
      };
    }
  },

  /// `W^T E * f'(Z)` of matrices that do not multiply.
  STARS("the star between arrays of one shape is read entry by entry", false) {
    @Override
    boolean concerns(Kind kind, Setting s, String written) {
      return kind == Kind.SHAPES && (written.contains("*") || written.contains("\\ast"));
    }

    @Override
    UnaryOperator<Syntax> reading(Comparison c, Setting s) {
      return x -> Trees.map(x, y -> y instanceof Syntax.Binary b ? entrywise(b, c) : y);
    }

    private static Syntax entrywise(Syntax.Binary b, Comparison c) {
      if (b.op() != Syntax.Op.TIMES) return b;
      var left = extents(b.left(), c);
      boolean alike = !left.isEmpty() && left.equals(extents(b.right(), c));
      boolean square = left.size() == 2 && left.getFirst().equals(left.getLast());
      return alike && !square
          ? new Syntax.Binary(Syntax.Op.HADAMARD, b.left(), b.right(), b.place())
          : b;
    }

    private static List<Extent> extents(Syntax s, Comparison c) {
      var m = c.meaning(s);
      return m.problem().isPresent() ? List.of() : m.axes().stream().map(i -> i.extent).toList();
    }
  },

  /// `(p - t) \otimes x`.
  OUTER("the product of two vectors with a circle is read as the matrix of all products", false) {
    @Override
    boolean concerns(Kind kind, Setting s, String written) {
      return kind == Kind.SHAPES && written.contains("otimes");
    }

    @Override
    UnaryOperator<Syntax> reading(Comparison c, Setting s) {
      return x -> Trees.map(x, y -> y instanceof Syntax.Call k ? outer(k, c) : y);
    }

    private static Syntax outer(Syntax.Call k, Comparison c) {
      boolean vectors =
          k.function().equals("kron")
              && k.arguments().stream().allMatch(a -> c.meaning(a).isColumn());
      return vectors ? new Syntax.Call("outer", k.arguments(), k.place()) : k;
    }
  },

  /// `u \cdot v`.
  DOTS("the dot between vectors is read as their inner product", false) {
    @Override
    boolean concerns(Kind kind, Setting s, String written) {
      return kind == Kind.SHAPES && Dots.stand(written);
    }

    @Override
    UnaryOperator<Syntax> reading(Comparison c, Setting s) {
      return Dots.between(c)::named;
    }
  };

  final String sentence;

  /// Whether the writing is loose; else it is one of two usual ones.
  final boolean loose;

  Otherwise(String sentence, boolean loose) {
    this.sentence = sentence;
    this.loose = loose;
  }

  /// Whether it is tried at all of a relation that came out so.
  boolean concerns(Kind kind, Setting s, String written) {
    return true;
  }

  /// A formula in this reading; the same where nothing in it is read otherwise.
  abstract UnaryOperator<Syntax> reading(Comparison c, Setting s);
}
