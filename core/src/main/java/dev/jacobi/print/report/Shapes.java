package dev.jacobi.print.report;

import dev.jacobi.expr.Extent;
import dev.jacobi.expr.Index;
import dev.jacobi.expr.ValueSet;
import dev.jacobi.notation.Place;
import dev.jacobi.notation.Syntax;
import java.util.ArrayList;
import java.util.List;

/// Shapes and value sets as the language spells them: `R[a, n]`, `simplex[K]`, `1..K`.
public final class Shapes {
  private Shapes() {}

  public static String of(List<Extent> shape) {
    return of(ValueSet.REAL, shape);
  }

  public static String of(ValueSet set, List<Extent> shape) {
    if (shape.isEmpty()) return set.text;
    boolean square = set.isSymmetric() || set == ValueSet.INVERTIBLE;
    var s = new StringBuilder(set.text).append('[');
    for (int q = 0; q < (square ? 1 : shape.size()); q++)
      s.append(q == 0 ? "" : ", ").append(shape.get(q));
    return s.append(']').toString();
  }

  public static String of(Report.Declared d) {
    return d.set() == ValueSet.INTEGERS ? d.low() + ".." + d.high() : of(d.set(), d.shape());
  }

  /// What a value set adds to "vector" or "matrix", in words; nothing for real numbers.
  static String words(ValueSet set) {
    return switch (set) {
      case REAL -> "";
      case POSITIVE -> ", positive";
      case OPEN_UNIT -> ", between 0 and 1";
      case UNIT -> ", from 0 to 1";
      case BINARY -> ", 0 or 1";
      case SIGNS -> ", −1 or 1";
      case SIMPLEX -> ", not negative, sum 1";
      case ONE_HOT -> ", one 1, else 0";
      case SYMMETRIC -> ", symmetric";
      case POSITIVE_DEFINITE -> ", symmetric positive definite";
      case INVERTIBLE -> ", invertible";
      case INTEGERS -> ", whole";
    };
  }

  /// The set without the shape: `R`, `simplex`, `1..K`.
  public static String set(Report.Declared d) {
    return d.set() == ValueSet.INTEGERS ? of(d) : d.set().text;
  }

  /// `R[a, n]` as typeset mathematics: `\mathbb{R}^{a \times n}`.
  public static String latex(List<Extent> shape) {
    return "\\mathbb{R}" + (shape.isEmpty() ? "" : "^{" + latexProduct(shape) + "}");
  }

  public static String latex(Report.Declared d) {
    String size = d.shape().isEmpty() ? "" : "^{" + latexProduct(d.shape()) + "}";
    String square = d.shape().isEmpty() ? "" : "^{" + latex(d.shape().get(0)) + "}";
    return switch (d.set()) {
      case REAL -> "\\mathbb{R}" + size;
      case POSITIVE -> "\\mathbb{R}_{>0}" + size;
      case OPEN_UNIT -> "(0,1)" + size;
      case UNIT -> "[0,1]" + size;
      case BINARY -> "\\{0,1\\}" + size;
      case SIGNS -> "\\{-1,1\\}" + size;
      case SIMPLEX -> "\\Delta" + size;
      case ONE_HOT -> "\\text{one-hot}" + size;
      case SYMMETRIC -> "\\mathbb{S}" + square;
      case POSITIVE_DEFINITE -> "\\mathbb{S}_{++}" + square;
      case INVERTIBLE ->
          "\\mathrm{GL}(" + (d.shape().isEmpty() ? "" : latex(d.shape().get(0))) + ")";
      case INTEGERS -> "\\{" + latex(d.low()) + ",\\dots," + latex(d.high()) + "\\}";
    };
  }

  private static String latexProduct(List<Extent> shape) {
    var s = new StringBuilder();
    for (Extent e : shape) {
      boolean sum = shape.size() > 1 && e.terms().size() > 1;
      s.append(s.isEmpty() ? "" : " \\times ")
          .append(sum ? "(" : "")
          .append(latex(e))
          .append(sum ? ")" : "");
    }
    return s.toString();
  }

  private static String latex(Extent e) {
    return new dev.jacobi.notation.LatexSpelling().spell(syntax(e));
  }

  /// An extent as a formula.
  static Syntax syntax(Extent e) {
    Syntax sum = null;
    for (var term : e.terms().entrySet()) {
      Syntax p = product(term.getKey(), Math.abs(term.getValue()));
      boolean minus = term.getValue() < 0;
      if (sum == null) sum = minus ? new Syntax.Negate(p, Place.NONE) : p;
      else sum = new Syntax.Binary(minus ? Syntax.Op.MINUS : Syntax.Op.PLUS, sum, p, Place.NONE);
    }
    return sum == null ? new Syntax.Num("0", Place.NONE) : sum;
  }

  /// A product of extents as a formula: `(n + 1) a`.
  static Syntax product(List<Extent> extents) {
    Syntax p = null;
    for (Extent e : extents) {
      if (e.equals(Extent.ONE)) continue;
      Syntax s = syntax(e);
      p = p == null ? s : new Syntax.Binary(Syntax.Op.TIMES, p, s, Place.NONE);
    }
    return p == null ? syntax(Extent.ONE) : p;
  }

  private static Syntax product(List<String> names, long coefficient) {
    Syntax p = null;
    if (coefficient != 1 || names.isEmpty())
      p = new Syntax.Num(Long.toString(coefficient), Place.NONE);
    for (String n : names) {
      Syntax name = new Syntax.Name(n, Place.NONE);
      p = p == null ? name : new Syntax.Binary(Syntax.Op.TIMES, p, name, Place.NONE);
    }
    return p;
  }

  static List<Extent> of(Iterable<Index> axes) {
    List<Extent> shape = new ArrayList<>();
    for (Index i : axes) shape.add(i.extent);
    return shape;
  }
}
