package dev.jacobi.check;

import dev.jacobi.notation.Place;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.Syntax.Op;
import dev.jacobi.notation.TextSpelling;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// A constant, a dimension or a scalar name too much or too little. The ratio of both sides, where
/// it is the same everywhere, says which to try first; each is tried on the formula all the same.
final class FactorEdits implements Edits {
  private final Setting setting;
  private final Comparison comparison;
  private final Syntax truth;

  FactorEdits(Setting setting, Comparison comparison, Syntax truth) {
    this.setting = setting;
    this.comparison = comparison;
    this.truth = truth;
  }

  @Override
  public List<Edit> of(Syntax written) {
    List<Edit> all = new ArrayList<>();
    OptionalDouble ratio = comparison.ratio(truth, written); // of truth to written
    if (ratio.isPresent()) {
      double r = ratio.getAsDouble();
      for (int n = 2; n <= 12; n++) {
        if (near(Math.abs(r), n)) all.add(times(written, Edits.number("" + n), r < 0));
        if (near(Math.abs(r), 1.0 / n)) all.add(over(written, Edits.number("" + n), r < 0));
      }
      for (int n = 1; n <= 9; n += 2)
        for (int d = 2; d <= 8; d++)
          if (n > 1 && near(Math.abs(r), (double) n / d)) {
            Syntax q =
                new Syntax.Binary(
                    Op.QUOTIENT, Edits.number("" + n), Edits.number("" + d), Place.NONE);
            all.add(times(written, q, r < 0));
          }
      for (String d : setting.model.dimensions()) {
        all.add(times(written, Edits.name(d), r < 0));
        all.add(over(written, Edits.name(d), r < 0));
      }
    }
    for (var v : setting.model.variables().values())
      if (v.shape().isEmpty()) {
        all.add(times(written, Edits.name(v.name()), false));
        all.add(over(written, Edits.name(v.name()), false));
      }
    for (Syntax s : Edits.everywhere(written, FactorEdits::changed))
      all.add(new Edit(Code.FACTOR, s, "a constant factor is wrong"));
    return all;
  }

  @Override
  public boolean isFirst() {
    return false;
  }

  private static boolean near(double a, double b) {
    return Math.abs(a - b) < 1e-7 * b;
  }

  private static Edit times(Syntax s, Syntax factor, boolean negative) {
    Syntax product = Edits.product(factor, s);
    return new Edit(
        Code.FACTOR,
        negative ? new Syntax.Negate(product, s.place()) : product,
        "a factor " + (negative ? "-" : "") + TextSpelling.PLAIN.spell(factor) + " is missing");
  }

  private static Edit over(Syntax s, Syntax factor, boolean negative) {
    Syntax quotient = new Syntax.Binary(Op.QUOTIENT, s, factor, s.place());
    return new Edit(
        Code.FACTOR,
        negative ? new Syntax.Negate(quotient, s.place()) : quotient,
        "it is " + (negative ? "-" : "") + TextSpelling.PLAIN.spell(factor) + " times too large");
  }

  /// A number dropped, put in, or another.
  private static List<Syntax> changed(Syntax s) {
    List<Syntax> all = new ArrayList<>();
    if (s instanceof Syntax.Binary b) {
      boolean product = b.op() == Op.TIMES || b.op() == Op.HADAMARD;
      if (product && isConstant(b.left())) all.add(b.right());
      if (product && isConstant(b.right())) all.add(b.left());
      if (b.op() == Op.QUOTIENT && isConstant(b.right())) all.add(b.left());
      if (b.op() == Op.PLUS || b.op() == Op.MINUS)
        for (String c : List.of("2", "1/2")) {
          Syntax f =
              c.equals("2")
                  ? Edits.number("2")
                  : new Syntax.Binary(
                      Op.QUOTIENT, Edits.number("1"), Edits.number("2"), Place.NONE);
          all.add(new Syntax.Binary(b.op(), Edits.product(f, b.left()), b.right(), b.place()));
          all.add(new Syntax.Binary(b.op(), b.left(), Edits.product(f, b.right()), b.place()));
        }
    }
    if (s instanceof Syntax.Num n && n.digits().equals("2")) all.add(Edits.number("1"));
    if (s instanceof Syntax.Num n && n.digits().equals("1")) all.add(Edits.number("2"));
    return all;
  }

  private static boolean isConstant(Syntax s) {
    return switch (s) {
      case Syntax.Num _ -> true;
      case Syntax.Binary b -> isConstant(b.left()) && isConstant(b.right());
      case Syntax.Name n ->
          n.text().length() == 1 && Character.isUpperCase(n.text().charAt(0))
              || n.text().equals("n")
              || n.text().equals("m");
      default -> false;
    };
  }
}
