package dev.jacobi.check;

import dev.jacobi.notation.Place;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.Syntax.Op;
import dev.jacobi.notation.TextSpelling;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// A constant, a dimension or a scalar name too much or too little. The ratio of both sides, where
/// it is the same everywhere, says which to try first; each is tried on the formula all the same.
final class FactorEdits implements Edits {
  private final Setting setting;
  private final Target target;

  FactorEdits(Setting setting, Target target) {
    this.setting = setting;
    this.target = target;
  }

  @Override
  public List<Edit> of(Syntax written) {
    List<Edit> all = multiples(written);
    all.addAll(Edits.everywhere(Code.FACTOR, written, this::changed));
    return all;
  }

  /// The formula times, or over, what its ratio to the truth may be.
  List<Edit> multiples(Syntax written) {
    List<Edit> all = new ArrayList<>();
    double r = target.ratio(written); // of the truth to it
    if (Double.isFinite(r)) {
      for (int n = 2; n <= 12; n++) {
        if (near(Math.abs(r), n)) all.add(times(written, Edits.number("" + n), r < 0));
        if (near(Math.abs(r), 1.0 / n)) all.add(over(written, Edits.number("" + n), r < 0));
      }
      for (int n = 1; n <= 9; n += 2)
        for (int d = 2; d <= 8; d++)
          if (n > 1 && n != d && near(Math.abs(r), (double) n / d)) {
            Syntax q = quotient(Edits.number("" + n), Edits.number("" + d));
            all.add(times(written, q, r < 0));
          }
      for (String d : setting.model.dimensions()) {
        all.add(times(written, Edits.name(d), r < 0));
        all.add(over(written, Edits.name(d), r < 0));
        Syntax root = new Syntax.Call("sqrt", List.of(Edits.name(d)), Place.NONE);
        if (near(Math.abs(r), Math.sqrt(target.size(d)))) all.add(times(written, root, r < 0));
        if (near(Math.abs(r), 1 / Math.sqrt(target.size(d))))
          all.add(missing(written, root, r < 0));
        for (int n = 2; n <= 4; n++) {
          Syntax number = Edits.number("" + n);
          Syntax many = Edits.product(number, Edits.name(d));
          if (near(Math.abs(r), (double) n * target.size(d))) all.add(times(written, many, r < 0));
          if (near(Math.abs(r), 1.0 / n / target.size(d))) all.add(over(written, many, r < 0));
          if (near(Math.abs(r), (double) target.size(d) / n))
            all.add(times(written, quotient(Edits.name(d), number), r < 0));
          if (near(Math.abs(r), (double) n / target.size(d)))
            all.add(times(written, quotient(number, Edits.name(d)), r < 0));
        }
      }
    }
    for (var v : setting.model.variables().values())
      if (v.shape().isEmpty()) {
        all.add(times(written, Edits.name(v.name()), false));
        all.add(over(written, Edits.name(v.name()), false));
      }
    return all;
  }

  private static boolean near(double a, double b) {
    return Math.abs(a - b) < 1e-7 * b;
  }

  private static Syntax quotient(Syntax a, Syntax b) {
    return new Syntax.Binary(Op.QUOTIENT, a, b, Place.NONE);
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

  /// A divisor that was lost on the way, as attention's `sqrt(d)`.
  private static Edit missing(Syntax s, Syntax divisor, boolean negative) {
    return new Edit(
        Code.FACTOR,
        over(s, divisor, negative).edited(),
        "the divisor " + Edits.spelled(divisor) + " is missing");
  }

  /// A number or a scalar dropped, put in, or another.
  private List<Change> changed(Syntax s) {
    List<Change> all = new ArrayList<>();
    if (s instanceof Syntax.Binary b) {
      boolean product = b.op() == Op.TIMES || b.op() == Op.HADAMARD;
      if (product && isScale(b.left())) all.add(new Change(b.right(), tooMany(b.left())));
      if (product && isScale(b.right())) all.add(new Change(b.left(), tooMany(b.right())));
      if (b.op() == Op.QUOTIENT && isScale(b.right()))
        all.add(new Change(b.left(), "the divisor " + Edits.spelled(b.right()) + " is too many"));
      if (b.op() == Op.PLUS || b.op() == Op.MINUS)
        for (Syntax scale : scales()) {
          terms(b, x -> Edits.product(scale, x), "a factor " + Edits.spelled(scale), all);
          terms(
              b,
              x -> new Syntax.Binary(Op.QUOTIENT, x, scale, Place.NONE),
              "the divisor " + Edits.spelled(scale),
              all);
        }
    }
    if (s instanceof Syntax.Num n)
      for (String other : List.of("1", "2", "3", "4"))
        if (!other.equals(n.digits()))
          all.add(
              new Change(
                  Edits.number(other),
                  "the number " + Edits.spelled(n) + " is to be `" + other + "`"));
    return all;
  }

  private static void terms(
      Syntax.Binary sum, UnaryOperator<Syntax> scaled, String what, List<Change> all) {
    Syntax left = new Syntax.Binary(sum.op(), scaled.apply(sum.left()), sum.right(), sum.place());
    Syntax right = new Syntax.Binary(sum.op(), sum.left(), scaled.apply(sum.right()), sum.place());
    all.add(new Change(left, what + " is missing at " + Edits.spelled(sum.left())));
    all.add(new Change(right, what + " is missing at " + Edits.spelled(sum.right())));
  }

  private static String tooMany(Syntax factor) {
    return "the factor " + Edits.spelled(factor) + " is too many";
  }

  /// 2, the dimensions and the declared numbers.
  private List<Syntax> scales() {
    List<Syntax> all = new ArrayList<>(List.of(Edits.number("2")));
    for (String d : setting.model.dimensions()) all.add(Edits.name(d));
    for (var v : setting.model.variables().values())
      if (v.shape().isEmpty()) all.add(Edits.name(v.name()));
    return all;
  }

  private boolean isScale(Syntax s) {
    return switch (s) {
      case Syntax.Num _ -> true;
      case Syntax.Negate n -> isScale(n.of());
      case Syntax.Binary b -> isScale(b.left()) && isScale(b.right());
      case Syntax.Name n ->
          setting.isExtent(n.text())
              || setting.model.variables().containsKey(n.text())
                  && setting.model.shape(n.text()).isEmpty();
      default -> false;
    };
  }
}
