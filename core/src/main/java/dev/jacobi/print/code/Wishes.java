package dev.jacobi.print.code;

import dev.jacobi.expr.At;
import dev.jacobi.expr.Definition;
import dev.jacobi.expr.Index;
import dev.jacobi.expr.Result;
import java.util.List;
import java.util.Map;

/// The names that arrays would like to have in a program: letters, digits and underscores.
final class Wishes {
  private Wishes() {}

  /// A definition keeps its name; one that the user gave none is called by what it is, or nothing.
  static String of(Definition d, Map<String, String> known) {
    String name = Character.isLetter(d.name().charAt(0)) ? plain(d.name()) : made(d, known);
    known.put(d.name(), name);
    return name;
  }

  private static String made(Definition d, Map<String, String> known) {
    return switch (d.body()) {
      case Definition.Inverse i -> "inv_" + known.getOrDefault(i.of(), plain(i.of()));
      case Definition.Determinant x ->
          (x.logarithm() ? "logdet_" : "det_") + known.getOrDefault(x.of(), plain(x.of()));
      case Definition.Extreme e -> e.greatest() ? "largest" : "smallest";
      case Definition.ProductOver _ -> "product";
      case Definition.ArgMax _ -> "at_largest";
      case Definition.Formula _, Definition.Unknown _ -> "";
    };
  }

  /// `dC/dW1` → `dC_dW1`; the derivative of a derivative is `d2L_dy_dy`.
  static String plain(String symbol) {
    int slash = symbol.lastIndexOf("/d");
    if (slash < 0 || !symbol.startsWith("d")) return identifier(symbol);
    String of = plain(symbol.substring(1, slash));
    String by = "_d" + identifier(symbol.substring(slash + 2));
    if (symbol.indexOf("/d") == slash) return "d" + of + by;
    return "d" + (of.startsWith("d2") ? "3" + of.substring(2) : "2" + of.substring(1)) + by;
  }

  /// The derivative of a result's quantity by one name.
  static String of(Result r, String wrt) {
    String by = wrt.startsWith("\u00b7") ? "u" + wrt.substring(1) : identifier(wrt);
    String of = identifier(r.of());
    return switch (r.kind()) {
      case GRADIENT, JACOBIAN -> "d" + of + "_d" + by;
      case HESSIAN -> "d2" + of + "_d" + identifier(r.wrt().getFirst()) + "_d" + by;
      case VJP -> wrt.equals(r.wrt().getLast()) ? "vjp_" + of + "_" + by : "vjp_" + by;
      case JVP -> "jvp_" + of + "_" + by;
      case HVP -> "hvp_" + of + "_" + by;
    };
  }

  /// The name of a function that returns a derivative, or the entries of one: `dC_dA_1_2`.
  static String function(Result r, String of, List<String> wrt) {
    var places = new StringBuilder();
    if (r.part().isPresent())
      for (At at : r.part().get().places()) places.append('_').append(place(at, r.axes()));
    return function(r.kind(), of, wrt) + places;
  }

  private static String place(At at, List<Index> axes) {
    if (!at.isPlain()) return identifier("_" + at.offset).substring(1);
    return axes.contains(at.plain()) ? "all" : identifier(at.plain().letter);
  }

  private static String function(Result.Kind kind, String of, List<String> wrt) {
    StringBuilder by = new StringBuilder();
    for (String w : wrt) by.append("_d").append(identifier(w));
    String names = identifier(of) + "_" + identifier(wrt.getFirst());
    return switch (kind) {
      case GRADIENT, JACOBIAN -> "d" + identifier(of) + by;
      case HESSIAN -> "d2" + identifier(of) + by;
      case VJP -> "vjp_" + names;
      case JVP -> "jvp_" + names;
      case HVP -> "hvp_" + names;
    };
  }

  static String identifier(String name) {
    var s = new StringBuilder();
    for (int q = 0; q < name.length(); q++) {
      char c = name.charAt(q);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
      boolean digit = c >= '0' && c <= '9';
      if (letter || (digit && s.length() > 0)) s.append(c);
      else if (c == '\'') s.append("_prime");
      else s.append(c == '\u00b7' ? "u" : "_");
    }
    return s.toString();
  }
}
