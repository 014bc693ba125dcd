package dev.jacobi.learn.exchange;

import dev.jacobi.expr.Exponentials;
import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Extent;
import dev.jacobi.expr.Factor;
import dev.jacobi.expr.Function;
import dev.jacobi.expr.Model;
import dev.jacobi.expr.Monomial;
import dev.jacobi.expr.Monomial.Power;
import dev.jacobi.expr.Opaque;
import dev.jacobi.expr.Rational;
import dev.jacobi.learn.LearnException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Index notation as nodes of a graph.
final class OnnxFormulas {
  private final Model model;
  private final OnnxAxes axes;
  private final OnnxGraph graph;
  private final OnnxEntries entries;
  private final Map<Expr, OnnxValue> done = new HashMap<>();

  /// @param known the tensor of each name, over the axes in front of its own
  OnnxFormulas(Model model, OnnxAxes axes, Map<String, OnnxEntries.Named> known) {
    this.model = model;
    this.axes = axes;
    this.graph = axes.graph;
    this.entries = new OnnxEntries(axes, known);
  }

  OnnxValue of(Expr e) {
    OnnxValue known = done.get(e);
    if (known != null) return known;
    // Products of matrices last: what is added to one can then go into its node.
    List<OnnxValue> terms = new ArrayList<>();
    for (Monomial m : e.terms()) if (!m.hasSums()) terms.add(of(m));
    for (Monomial m : e.terms()) if (m.hasSums()) terms.add(of(m));
    OnnxValue sum = terms.isEmpty() ? number(0) : terms.getLast();
    for (int q = terms.size() - 2; q >= 0; q--) sum = axes.plus(sum, terms.get(q));
    done.put(e, sum);
    return sum;
  }

  /// Formulas may be written again under other axes.
  void forget() {
    done.clear();
  }

  private OnnxValue number(double x) {
    return new OnnxValue(graph.number((float) x), List.of());
  }

  private OnnxValue of(Monomial m) {
    var open = model.t.open(m);
    List<Power> powers = new ArrayList<>(open.powers());
    List<OnnxValue> factors = new ArrayList<>();
    for (var s : Exponentials.softmaxes(model.t, powers)) factors.add(softmax(s));
    for (Power p : powers) factors.add(power(p));
    OnnxValue product =
        open.summed().isEmpty() ? times(factors) : new OnnxSums(axes).of(factors, open.summed());
    if (open.coefficient().isOne()) return product;
    if (open.coefficient().equals(Rational.MINUS_ONE)) return axes.mapped("Neg", product);
    return axes.combined("Mul", product, number(open.coefficient().doubleValue()));
  }

  private OnnxValue times(List<OnnxValue> factors) {
    OnnxValue product = factors.isEmpty() ? number(1) : factors.getFirst();
    for (int q = 1; q < factors.size(); q++)
      product = axes.combined("Mul", product, factors.get(q));
    return product;
  }

  private OnnxValue softmax(Exponentials.Softmax s) {
    OnnxValue z = of(s.argument());
    var axis = new OnnxGraph.Attribute("axis", z.axes().indexOf(s.axis()));
    return new OnnxValue(graph.node("Softmax", List.of(z.tensor()), axis), z.axes());
  }

  // ---- powers

  private OnnxValue power(Power p) {
    OnnxValue base = factor(p.base());
    if (!p.exponent().isNumber()) return axes.combined("Pow", base, of(p.exponent()));
    Rational r = p.exponent().number();
    if (r.isOne()) return base;
    OnnxValue positive = positive(base, r.abs());
    return r.signum() < 0 ? axes.mapped("Reciprocal", positive) : positive;
  }

  private OnnxValue positive(OnnxValue base, Rational r) {
    if (r.isOne()) return base;
    if (r.equals(Rational.TWO)) return axes.combined("Mul", base, base);
    if (r.equals(Rational.of(1, 2))) return axes.mapped("Sqrt", base);
    return axes.combined("Pow", base, number(r.doubleValue()));
  }

  // ---- factors

  private OnnxValue factor(Factor f) {
    return switch (f) {
      case Factor.Symbol s -> symbol(s);
      case Factor.Relation r -> entries.relation(r);
      case Factor.Indicator i -> indicator(i);
      case Factor.Apply a -> apply(a);
      case Factor.Group g -> of(g.of);
      case Factor.Radical r -> number(r.of.doubleValue());
    };
  }

  private OnnxValue symbol(Factor.Symbol s) {
    if (s.name.equals("pi")) return number(Math.PI);
    if (s.name.equals("inf")) return number(Double.POSITIVE_INFINITY);
    boolean dimension = model.dimensions().contains(s.name) && !model.knows(s.name);
    if (!dimension) return entries.entry(s);
    return number(axes.value(Extent.of(s.name)));
  }

  private OnnxValue indicator(Factor.Indicator i) {
    OnnxValue x = of(i.of);
    String zero = graph.number(0);
    String holds =
        switch (i.comparison) {
          case POSITIVE -> graph.node("Greater", x.tensor(), zero);
          case NOT_NEGATIVE -> graph.node("GreaterOrEqual", x.tensor(), zero);
          case ZERO -> graph.node("Equal", x.tensor(), zero);
        };
    var toFloat = new OnnxGraph.Attribute("to", 1);
    return new OnnxValue(graph.node("Cast", List.of(holds), toFloat), x.axes());
  }

  private OnnxValue apply(Factor.Apply a) {
    if (a.function == Function.LOG) {
      var total = Exponentials.total(model.t, a.argument(0));
      if (total.isPresent())
        return axes.reduced("ReduceLogSumExp", of(total.get().argument()), total.get().over());
    }
    OnnxValue x = of(a.argument(0));
    return switch (a.function) {
      case Opaque f -> throw new LearnException(f.noValue());
      case Function f -> apply(f, x, a);
    };
  }

  private OnnxValue apply(Function f, OnnxValue x, Factor.Apply a) {
    return switch (f) {
      case MAX -> axes.combined("Max", x, of(a.argument(1)));
      case MIN -> axes.combined("Min", x, of(a.argument(1)));
      case EXPM1 -> axes.combined("Sub", axes.mapped("Exp", x), number(1));
      case LOG1P -> axes.mapped("Log", axes.combined("Add", x, number(1)));
      default -> axes.mapped(operator(f), x);
    };
  }

  private static String operator(Function f) {
    return switch (f) {
      case EXP -> "Exp";
      case LOG -> "Log";
      case ABS -> "Abs";
      case SIGN -> "Sign";
      case FLOOR -> "Floor";
      case SIN -> "Sin";
      case COS -> "Cos";
      case TAN -> "Tan";
      case ASIN -> "Asin";
      case ACOS -> "Acos";
      case ATAN -> "Atan";
      case SINH -> "Sinh";
      case COSH -> "Cosh";
      case TANH -> "Tanh";
      case ASINH -> "Asinh";
      case ACOSH -> "Acosh";
      case ATANH -> "Atanh";
      case ERF -> "Erf";
      case SIGMOID -> "Sigmoid";
      case RELU -> "Relu";
      case SOFTPLUS -> "Softplus";
      case EXPM1, LOG1P, MAX, MIN -> throw new IllegalStateException(f.text);
    };
  }
}
