package dev.jacobi.notation;

import dev.jacobi.notation.Syntax.Op;
import java.util.List;

/// Writes one formula as plain text. What must not be misread is decided from the text itself: an
/// operand that begins with a sign, a factor that begins with a digit, `da / db`.
final class TextWriter {
  private final StringBuilder out = new StringBuilder();
  private final boolean ascii;
  private boolean betweenBars;

  TextWriter(boolean ascii) {
    this.ascii = ascii;
  }

  String written() {
    return out.toString();
  }

  /// Writes a formula, in parentheses when it holds together less tightly than its surroundings
  /// ask.
  ///
  /// `last` says that no further factor follows, so that a bound operator, which takes all that do,
  /// can stand bare.
  void write(Syntax formula, int least, boolean last) {
    boolean loose = Precedence.of(formula) < least;
    boolean runsOn = formula instanceof Syntax.Bound && !last;
    boolean barsInBars = formula instanceof Syntax.Norm && betweenBars;
    if (loose || runsOn || barsInBars) {
      grouped(formula);
    } else {
      bare(formula, last);
    }
  }

  private void grouped(Syntax formula) {
    out.append('(');
    inside(formula);
    out.append(')');
  }

  private void inside(Syntax formula) {
    boolean outer = betweenBars;
    betweenBars = false;
    write(formula, Precedence.COMPARISON, true);
    betweenBars = outer;
  }

  private void list(List<Syntax> formulas, String separator) {
    for (int i = 0; i < formulas.size(); i++) {
      out.append(i == 0 ? "" : separator);
      inside(formulas.get(i));
    }
  }

  private void bare(Syntax formula, boolean last) {
    switch (formula) {
      case Syntax.Name(String text, _) -> out.append(name(text));
      case Syntax.Num(String digits, _) -> out.append(digits);
      case Syntax.Negate(Syntax of, _) -> negative(of, last);
      case Syntax.Binary binary -> binary(binary, last);
      case Syntax.Transpose(Syntax of, _) -> {
        write(of, Precedence.POSTFIX, false);
        out.append('\'');
      }
      case Syntax.Call(String function, List<Syntax> arguments, _) -> call(function, arguments);
      case Syntax.Prime(String function, Syntax at, _) -> call(function + "'", List.of(at));
      case Syntax.Entry(Syntax of, List<Syntax> indices, _) -> entry(of, indices);
      case Syntax.Colon _ -> out.append(':');
      case Syntax.Bound bound -> bound(bound);
      case Syntax.Norm(Syntax of, String kind, _) -> norm(of, kind);
      case Syntax.Indicator(Syntax condition, _) -> indicator(condition);
      case Syntax.Compare compare -> compare(compare);
      case Syntax.Block(List<List<Syntax>> rows, _) -> block(rows);
      case Syntax.Derivative(Syntax of, Syntax wrt, _) -> {
        boolean calls = of instanceof Syntax.Call && wrt instanceof Syntax.Call; // dvec(Y)/dvec(X)
        out.append('d');
        differential(of, calls);
        out.append("/d");
        differential(wrt, calls);
      }
    }
  }

  /// A name or an entry; any other formula, as LaTeX has them, gets parentheses.
  private void differential(Syntax of, boolean bare) {
    boolean name =
        bare
            || of instanceof Syntax.Name
            || (of instanceof Syntax.Entry(Syntax entryOf, _, _) && entryOf instanceof Syntax.Name);
    if (name) {
      inside(of);
    } else {
      grouped(of);
    }
  }

  private void indicator(Syntax condition) {
    out.append("1[");
    inside(condition);
    out.append(']');
  }

  private void compare(Syntax.Compare compare) {
    write(compare.left(), Precedence.SUM, true);
    out.append(' ').append(compare.relation().text).append(' ');
    write(compare.right(), Precedence.SUM, true);
  }

  private String name(String text) {
    return ascii ? Vocabulary.canonicalName(text) : text;
  }

  private void negative(Syntax of, boolean last) {
    out.append('-');
    if (of instanceof Syntax.Negate) {
      grouped(of);
    } else {
      write(of, Precedence.PREFIX, last);
    }
  }

  private void binary(Syntax.Binary binary, boolean last) {
    switch (binary.op()) {
      case PLUS, MINUS -> {
        write(binary.left(), Precedence.SUM, true);
        out.append(binary.op() == Op.PLUS ? " + " : " - ");
        unsigned(binary.right(), Precedence.PRODUCT, last);
      }
      case TIMES -> {
        leftFactor(binary);
        out.append(' ');
        int start = out.length();
        unsigned(binary.right(), Precedence.PREFIX, last);
        if (beginsWithNumber(start)) {
          out.insert(start, "* ");
        }
      }
      case HADAMARD, ENTRY_QUOTIENT -> {
        leftFactor(binary);
        out.append(binary.op() == Op.HADAMARD ? " .* " : " ./ ");
        unsigned(binary.right(), Precedence.PREFIX, false);
      }
      case QUOTIENT -> quotient(binary, last);
      case POWER, ENTRY_POWER -> {
        write(binary.left(), Precedence.POSTFIX, false);
        out.append(binary.op() == Op.POWER ? "^" : ".^");
        exponent(binary.right());
      }
    }
  }

  private void leftFactor(Syntax.Binary product) {
    if (Precedence.misleadsOnLeft(product.op(), product.left())) {
      grouped(product.left());
    } else {
      write(product.left(), Precedence.PRODUCT, false);
    }
  }

  /// An operand after an operator: a sign there gets parentheses.
  private void unsigned(Syntax operand, int least, boolean last) {
    int start = out.length();
    write(operand, least, last);
    if (out.charAt(start) == '-') {
      out.insert(start, '(').append(')');
    }
  }

  /// A number, and not the 1 of an indicator.
  private boolean beginsWithNumber(int start) {
    char first = out.charAt(start);
    boolean digit = (first >= '0' && first <= '9') || first == '.';
    return digit && !(out.length() > start + 1 && out.charAt(start + 1) == '[');
  }

  private void quotient(Syntax.Binary quotient, boolean last) {
    if (quotient.left() instanceof Syntax.Derivative) {
      grouped(quotient.left());
    } else {
      leftFactor(quotient);
    }
    boolean differential = Derivatives.mayEndUpperHalf(out);
    boolean tight = isShort(quotient.left()) && isSimple(quotient.right()) && !differential;
    out.append(tight ? "/" : " / ");
    int start = out.length();
    if (quotient.right() instanceof Syntax.Derivative) {
      grouped(quotient.right());
    } else {
      unsigned(quotient.right(), Precedence.PREFIX, last && sumsOneFactor(quotient.right()));
    }
    if (differential && out.charAt(start) == 'd') {
      out.insert(start, '(').append(')');
    }
  }

  /// `exp(x[i]) / sum[j] exp(x[j])` is clear; a longer body gets parentheses.
  private static boolean sumsOneFactor(Syntax formula) {
    return formula instanceof Syntax.Bound bound && Precedence.of(bound.body()) > Precedence.PREFIX;
  }

  private static boolean isSimple(Syntax formula) {
    return formula instanceof Syntax.Name || formula instanceof Syntax.Num;
  }

  private static boolean isName(Syntax formula) {
    return isSimple(formula) || (formula instanceof Syntax.Entry e && isSimple(e.of()));
  }

  private static boolean isShort(Syntax formula) {
    return switch (formula) {
      case Syntax.Negate(Syntax of, _) -> isSimple(of);
      case Syntax.Call c -> c.arguments().stream().allMatch(TextWriter::isName);
      default -> isSimple(formula);
    };
  }

  private void exponent(Syntax exponent) {
    Syntax size = exponent instanceof Syntax.Negate(Syntax of, _) ? of : exponent;
    boolean transposes = exponent instanceof Syntax.Name(String text, _) && text.equals("T");
    if (isSimple(size) && !transposes) {
      bare(exponent, true);
    } else {
      grouped(exponent);
    }
  }

  private void call(String function, List<Syntax> arguments) {
    out.append(name(function)).append('(');
    list(arguments, ", ");
    out.append(')');
  }

  private void entry(Syntax of, List<Syntax> indices) {
    boolean bindsInstead =
        of instanceof Syntax.Name(String text, _) && Vocabulary.BOUND_OPERATORS.contains(text);
    if (of instanceof Syntax.Num || of instanceof Syntax.Norm || bindsInstead) {
      grouped(of);
    } else {
      write(of, Precedence.POSTFIX, false);
    }
    boolean allShort = true;
    for (Syntax index : indices) {
      allShort &= isSimple(index) || index instanceof Syntax.Colon;
    }
    out.append('[');
    list(indices, allShort ? "," : ", ");
    out.append(']');
  }

  private void bound(Syntax.Bound bound) {
    out.append(bound.operator()).append('[');
    for (int i = 0; i < bound.binders().size(); i++) {
      Syntax.Binder binder = bound.binders().get(i);
      out.append(i == 0 ? "" : ", ").append(name(binder.index()));
      if (!binder.range().isEmpty()) {
        out.append('=');
        rangeEnd(binder.range().get(0));
        out.append("..");
        rangeEnd(binder.range().get(1));
      }
    }
    if (!bound.conditions().isEmpty()) {
      out.append("; ");
      list(bound.conditions(), ", ");
    }
    out.append("] ");
    if (bound.body() instanceof Syntax.Negate) {
      grouped(bound.body());
    } else {
      write(bound.body(), Precedence.PRODUCT, true);
    }
  }

  private void rangeEnd(Syntax end) {
    boolean outer = betweenBars;
    betweenBars = false;
    write(end, Precedence.SUM, true);
    betweenBars = outer;
  }

  private void norm(Syntax of, String kind) {
    String bars = kind.equals("abs") ? "|" : "||";
    out.append(bars);
    betweenBars = true;
    write(of, Precedence.COMPARISON, true);
    betweenBars = false;
    out.append(bars);
    if (!kind.equals("abs") && !kind.equals("2")) {
      out.append('_').append(kind);
    }
  }

  private void block(List<List<Syntax>> rows) {
    out.append('[');
    for (int i = 0; i < rows.size(); i++) {
      out.append(i == 0 ? "" : "; ");
      list(rows.get(i), ", ");
    }
    out.append(']');
  }
}
