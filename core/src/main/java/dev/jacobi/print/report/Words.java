package dev.jacobi.print.report;

import dev.jacobi.notation.NotationException;
import dev.jacobi.notation.Parser;
import dev.jacobi.notation.Syntax;
import dev.jacobi.print.report.Report.Answer;
import dev.jacobi.print.report.Report.Condition;
import dev.jacobi.print.report.Report.Outcome;
import dev.jacobi.print.report.Report.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Sentences and lists that every format for people shares.
public final class Words {
  private Words() {}

  /// `two-layer.jacobi` of `examples/two-layer.jacobi`.
  public static String title(String file) {
    if (file.equals("-")) return "standard input";
    return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  }

  /// `derive C wrt W1, b1`, with names as `spelled` writes them.
  static String request(Answer a, java.util.function.Function<Syntax, String> spelled) {
    var r = a.request();
    var s = new StringBuilder(r.kind()).append(' ').append(spelled.apply(r.of())).append(" wrt ");
    for (int q = 0; q < r.wrt().size(); q++)
      s.append(q == 0 ? "" : r.mixed() ? " and " : ", ").append(spelled.apply(r.wrt().get(q)));
    r.with().ifPresent(w -> s.append(" with ").append(spelled.apply(w)));
    return s.toString();
  }

  /// How the results of a report were checked.
  static String checked(List<Outcome> outcomes) {
    double worst = 0;
    int least = Integer.MAX_VALUE;
    for (Outcome o : outcomes) {
      worst = Math.max(worst, o.worst());
      least = Math.min(least, o.directions());
    }
    int n = outcomes.size();
    return n
        + (n == 1 ? " result" : " results")
        + " against differences, in "
        + least
        + " random directions"
        + (n == 1 ? "" : " each")
        + shortened(outcomes)
        + ": worst relative error "
        + scientific(worst);
  }

  /// ` (sizes 8 for 512 and 9 for 784)`: extents that were shorter in the check.
  private static String shortened(List<Outcome> outcomes) {
    Map<Long, Integer> all = new TreeMap<>();
    outcomes.forEach(o -> all.putAll(o.shortened()));
    if (all.isEmpty()) return "";
    List<String> each = new ArrayList<>();
    all.forEach((n, less) -> each.add(less + " for " + n));
    String last = each.removeLast();
    return " (sizes " + (each.isEmpty() ? last : String.join(", ", each) + " and " + last) + ")";
  }

  /// One digit and a power of ten: `5e-13`.
  public static String scientific(double x) {
    if (x == 0) return "0";
    int exponent = (int) Math.floor(Math.log10(x));
    long digit = Math.round(x / Math.pow(10, exponent));
    if (digit == 10) {
      digit = 1;
      exponent++;
    }
    return digit + "e" + exponent;
  }

  /// Where outcomes are valid, each condition with the outcomes it is for; none when it is for all.
  static Map<Condition, List<Outcome>> conditions(List<Outcome> outcomes) {
    Map<Condition, List<Outcome>> all = new LinkedHashMap<>();
    for (Outcome o : outcomes)
      for (Condition c : o.validWhere()) all.computeIfAbsent(c, _ -> new ArrayList<>()).add(o);
    all.replaceAll((_, some) -> some.size() == outcomes.size() ? List.of() : some);
    return all;
  }

  static List<String> uses(List<Outcome> outcomes) {
    var all = new LinkedHashSet<String>();
    for (Outcome o : outcomes) all.addAll(o.uses());
    return List.copyOf(all);
  }

  /// The steps of all outcomes, each once.
  static List<Step> steps(List<Outcome> outcomes) {
    var all = new LinkedHashSet<Step>();
    for (Outcome o : outcomes) all.addAll(o.steps());
    return List.copyOf(all);
  }

  /// Whether the index form says something beside the matrix form.
  static boolean hasIndexForm(Outcome o) {
    var f = o.closed();
    return f.matrix().isEmpty() || !f.entry().equals(f.matrix().get());
  }

  /// The two sides of a fact as formulas; none when it cannot be read.
  static List<Syntax> sides(String fact) {
    int equals = fact.indexOf(" = ");
    if (equals < 0) return List.of();
    try {
      Syntax left = Parser.formula(fact.substring(0, equals));
      return List.of(left, Parser.formula(fact.substring(equals + 3)));
    } catch (NotationException e) {
      return List.of();
    }
  }
}
