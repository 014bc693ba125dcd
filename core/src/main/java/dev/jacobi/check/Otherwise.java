package dev.jacobi.check;

import dev.jacobi.check.Comparison.Kind;
import dev.jacobi.notation.Syntax;
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
