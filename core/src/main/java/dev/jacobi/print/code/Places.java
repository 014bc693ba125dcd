package dev.jacobi.print.code;

import dev.jacobi.expr.At;
import dev.jacobi.expr.Extent;
import dev.jacobi.expr.Factor;
import dev.jacobi.expr.Index;
import dev.jacobi.expr.Model;
import java.util.ArrayList;
import java.util.List;

/// Entries of named arrays and relations between indices inside a loop nest, as Java expressions.
final class Places {
  private final Scope scope;
  private final Model model;

  Places(Scope scope) {
    this.scope = scope;
    this.model = scope.model();
  }

  String relation(Factor.Relation r, Block b) {
    if (r.isDelta()) {
      String[] two = {place(At.of(r.at.indices[0]), b), place(At.of(r.at.indices[1]), b)};
      return two[0] + " == " + two[1];
    }
    Extent constant = r.at.offset;
    List<String> plus = new ArrayList<>();
    List<String> minus = new ArrayList<>();
    constant = constant.plus(collect(r.at, b, plus, minus));
    if (plus.isEmpty() && !r.equality)
      return total(minus, Extent.ZERO) + " < " + total(List.of(), constant.plus(Extent.ONE));
    boolean toRight = constant.times(-1).neverNegative();
    String left = total(plus, toRight ? Extent.ZERO : constant);
    String right = total(minus, toRight ? constant.times(-1) : Extent.ZERO);
    return left + (r.equality ? " == " : " >= ") + right;
  }

  /// Sorts an index term's indices by sign; their loops count from 0, so their coefficients add up.
  private Extent collect(At at, Block b, List<String> plus, List<String> minus) {
    Extent constant = Extent.ZERO;
    for (int q = 0; q < at.indices.length; q++) {
      Index i = at.indices[q];
      int c = at.coefficients[q];
      if (!model.isInteger(i)) constant = constant.plus(Extent.ONE.times(c));
      String v = model.isInteger(i) ? scope.name(i.letter) : b.variable(i).orElseThrow();
      (c > 0 ? plus : minus).add(Math.abs(c) == 1 ? v : Math.abs(c) + " * " + v);
    }
    return constant;
  }

  private String total(List<String> terms, Extent constant) {
    String c = scope.size(constant).text();
    if (terms.isEmpty()) return c;
    String s = String.join(" + ", terms);
    if (c.startsWith("-")) return s + " - " + c.substring(1);
    return c.equals("0") ? s : s + " + " + c;
  }

  /// The value of an index term less 1: a place counted from 0.
  private String place(At at, Block b) {
    List<String> plus = new ArrayList<>();
    List<String> minus = new ArrayList<>();
    Extent constant = at.offset.minus(Extent.ONE).plus(collect(at, b, plus, minus));
    if (minus.isEmpty()) return total(plus, constant);
    String all = String.join(" + ", plus) + " - " + String.join(" - ", minus);
    return total(List.of(plus.isEmpty() ? all.substring(1) : all), constant);
  }

  /// An entry of a named array; 0 outside it, where no condition beside it says that it is inside.
  Code entry(Factor.Symbol s, Block b, List<Factor.Relation> conditions) {
    if (s.arity() == 0) return scalar(s.name);
    var text = new StringBuilder(scope.name(s.name));
    List<String> inside = new ArrayList<>();
    List<Extent> shape = scope.shape(s.name);
    for (int q = 0; q < s.arity(); q++) {
      At at = s.slot(q);
      String p = place(at, b);
      text.append('[').append(p).append(']');
      if (!Entries.surelyFromFirst(at) && !Entries.given(at.plus(-1), conditions))
        inside.add(p + " >= 0");
      if (!Entries.surelyToLast(at, shape.get(q))
          && !Entries.given(At.of(shape.get(q)).minus(at), conditions))
        inside.add(p + " < " + scope.size(shape.get(q)).text());
    }
    if (inside.isEmpty()) return Fraction.atom(text.toString());
    return Fraction.atom("(" + String.join(" && ", inside) + " ? " + text + " : 0)");
  }

  private Code scalar(String name) {
    if (!model.knows(name)) {
      if (name.equals("pi")) return Fraction.atom("Math.PI");
      if (name.equals("inf")) return Fraction.atom("Double.POSITIVE_INFINITY");
      if (model.dimensions().contains(name)) return Fraction.number(scope.dimension(name));
    }
    return model.integers().containsKey(name)
        ? Fraction.number(scope.name(name))
        : Fraction.atom(scope.name(name));
  }
}
