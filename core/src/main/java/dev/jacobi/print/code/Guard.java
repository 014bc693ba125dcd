package dev.jacobi.print.code;

import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Factor;
import dev.jacobi.expr.Function;
import dev.jacobi.expr.Index;
import dev.jacobi.expr.Monomial;
import dev.jacobi.expr.Monomial.Power;
import dev.jacobi.expr.Opaque;
import dev.jacobi.print.code.Code.Level;
import java.util.ArrayList;
import java.util.List;

/// Conditions that stand in a product beside values that may not be finite where the condition
/// fails: there the product is 0, which a multiplication by 0 does not give.
final class Guard {
  private final Formulas formulas;
  private final List<Code> conditions = new ArrayList<>();
  private final List<Code> guarded = new ArrayList<>();

  Guard(Formulas formulas) {
    this.formulas = formulas;
  }

  /// Whether the factor is one of these values, in this product.
  boolean needed(List<Power> product, Power p) {
    return !isCondition(p) && isRisky(p) && product.stream().anyMatch(Guard::isCondition);
  }

  void add(Code value) {
    guarded.add(value);
  }

  void condition(Code mask) {
    conditions.add(mask);
  }

  /// What is to be multiplied: the conditions, or the guarded values in their place.
  List<Code> operands(List<Index> want) {
    if (guarded.isEmpty() || conditions.isEmpty()) {
      List<Code> all = new ArrayList<>(conditions);
      all.addAll(guarded);
      return all;
    }
    var language = formulas.language;
    List<Code> masks = new ArrayList<>();
    for (Code c : conditions)
      masks.add(
          c.isMask()
              ? c
              : new Code(c.axes(), c.at(Level.SUM) + " != 0", Level.COMPARISON, Code.Kind.MASK));
    Code mask = Products.multiplied(formulas, masks, want);
    Code value = Products.multiplied(formulas, guarded, want);
    List<Index> axes = Products.union(List.of(mask, value), want);
    String text =
        language.where(mask.spread(axes, language).text(), value.spread(axes, language).text());
    List<Code> all = new ArrayList<>(List.of(Code.array(axes, text)));
    for (Code c : conditions) if (!c.isMask()) all.add(c);
    return all;
  }

  /// A relation, an indicator, or a sum of such and numbers.
  static boolean isCondition(Power p) {
    if (!p.exponent().isOne()) return false;
    return switch (p.base()) {
      case Factor.Relation r -> !r.isDelta();
      case Factor.Indicator _ -> true;
      case Factor.Group g -> isCondition(g.of);
      case Factor.Symbol _, Factor.Apply _, Factor.Radical _ -> false;
    };
  }

  private static boolean isCondition(Expr e) {
    boolean any = false;
    for (Monomial m : e.terms()) {
      any |= !m.powers().isEmpty();
      for (Power p : m.powers()) if (!isCondition(p)) return false;
    }
    return any;
  }

  static boolean isRisky(Power p) {
    boolean plain = p.exponent().isWhole() && p.exponent().number().signum() > 0;
    return !plain || isRisky(p.base());
  }

  private static boolean isRisky(Factor f) {
    return switch (f) {
      case Factor.Symbol _, Factor.Relation _, Factor.Indicator _, Factor.Radical _ -> false;
      case Factor.Group g -> isRisky(g.of);
      case Factor.Apply a ->
          a.arguments().stream().anyMatch(Guard::isRisky)
              || switch (a.function) {
                case Opaque _ -> true;
                case Function g -> isRisky(g);
              };
    };
  }

  private static boolean isRisky(Function f) {
    return switch (f) {
      case EXP, EXPM1, LOG, LOG1P, TAN, ASIN, ACOS, SINH, COSH, ACOSH, ATANH -> true;
      case ABS, SIGN, FLOOR, SIN, COS, ATAN, TANH, ASINH, ERF, SIGMOID -> false;
      case RELU, SOFTPLUS, MAX, MIN -> false;
    };
  }

  private static boolean isRisky(Expr e) {
    return e.terms().stream().anyMatch(m -> m.powers().stream().anyMatch(Guard::isRisky));
  }
}
