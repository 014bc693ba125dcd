package dev.jacobi.notation;

import dev.jacobi.notation.Syntax.Op;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Python's expressions in the nodes of [Syntax]. `*` and `/` work by entry, `@` is the matrix
/// product; a comparison is an indicator; `x[:, None]` is x, which broadcasts by the names of its
/// axes, and `x.shape[0]` is `size(x, 1)`.
final class PythonMeaning {
  private static final Map<String, Op> OPERATORS =
      Map.of(
          "+", Op.PLUS,
          "-", Op.MINUS,
          "*", Op.HADAMARD,
          "/", Op.ENTRY_QUOTIENT,
          "@", Op.TIMES,
          "**", Op.ENTRY_POWER);

  private PythonMeaning() {}

  static Syntax of(PythonTree tree) {
    return switch (tree) {
      case PythonTree.Name n -> name(n);
      case PythonTree.Num n -> number(n);
      case PythonTree.Negated(var of, var place) -> new Syntax.Negate(of(of), place);
      case PythonTree.Infix i -> infix(i);
      case PythonTree.Attribute a -> attribute(a);
      case PythonTree.Subscript s -> subscript(s);
      case PythonTree.Call c -> PythonCalls.of(c);
      case PythonTree.Tuple(var items, var place) when items.size() == 1 -> {
        throw unread(place, "a list of one is not read");
      }
      case PythonTree.Tuple t -> throw unread(t.place(), "a tuple is no formula");
      case PythonTree.Text t -> throw unread(t.place(), "a text is no formula");
      case PythonTree.Whole w -> throw unread(w.place(), "`:` stands only between brackets");
    };
  }

  static NotationException unread(Place place, String message) {
    return new NotationException(place, message, "");
  }

  private static Syntax name(PythonTree.Name n) {
    return switch (n.text()) {
      case "True" -> new Syntax.Num("1", n.place());
      case "False" -> new Syntax.Num("0", n.place());
      case "None" -> throw unread(n.place(), "`None` is no value");
      default -> new Syntax.Name(n.text(), n.place());
    };
  }

  private static Syntax number(PythonTree.Num n) {
    String digits = n.digits().replace("_", "");
    int point = digits.indexOf('.');
    if (point >= 0 && (point + 1 == digits.length() || !isDigit(digits, point + 1))) {
      digits = digits.substring(0, point) + digits.substring(point + 1);
    }
    digits = digits.startsWith(".") ? "0" + digits : digits;
    for (int i = 0; i < digits.length(); i++) {
      if (!isDigit(digits, i) && ".eE+-".indexOf(digits.charAt(i)) < 0) {
        throw unread(n.place(), "`" + n.digits() + "` is no decimal number");
      }
    }
    return new Syntax.Num(digits, n.place());
  }

  private static boolean isDigit(String text, int at) {
    return text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }

  private static Syntax infix(PythonTree.Infix i) {
    for (Syntax.Relation relation : Syntax.Relation.values()) {
      if (relation.text.equals(i.sign())) {
        var compare = new Syntax.Compare(relation, of(i.left()), of(i.right()), i.place());
        return new Syntax.Indicator(compare, i.place());
      }
    }
    boolean outer = i.sign().equals("*");
    if (outer && isColumn(i.left()) && isRow(i.right())) {
      return new Syntax.Binary(Op.TIMES, of(i.left()), of(i.right()), i.place());
    }
    if (outer && isRow(i.left()) && isColumn(i.right())) {
      return new Syntax.Binary(Op.TIMES, of(i.right()), of(i.left()), i.place());
    }
    return operation(i.sign(), of(i.left()), of(i.right()), i.place());
  }

  static Syntax operation(String sign, Syntax left, Syntax right, Place place) {
    return new Syntax.Binary(OPERATORS.get(sign), left, right, place);
  }

  /// `x[:, None]`.
  private static boolean isColumn(PythonTree tree) {
    return tree instanceof PythonTree.Subscript(_, var items, _)
        && items.size() == 2
        && items.get(0) instanceof PythonTree.Whole
        && isNew(items.get(1));
  }

  /// `x[None, :]`, `x[None]`.
  private static boolean isRow(PythonTree tree) {
    return tree instanceof PythonTree.Subscript(_, var items, _)
        && !items.isEmpty()
        && isNew(items.get(0))
        && items.stream().skip(1).allMatch(PythonTree.Whole.class::isInstance);
  }

  private static boolean isNew(PythonTree item) {
    return item instanceof PythonTree.Name(var n, _) && n.equals("None")
        || item instanceof PythonTree.Attribute(_, var a, _) && a.equals("newaxis");
  }

  private static Syntax attribute(PythonTree.Attribute a) {
    if (a.of() instanceof PythonTree.Name(var holder, _)) {
      boolean module = PythonFunctions.MODULES.contains(holder);
      if (module && (a.name().equals("pi") || a.name().equals("inf"))) {
        return new Syntax.Name(a.name(), a.place());
      }
      if (module) {
        throw unread(a.place(), "`" + holder + "." + a.name() + "` is not read");
      }
    }
    return switch (a.name()) {
      case "T", "mT" -> new Syntax.Transpose(of(a.of()), a.place());
      case "data" -> of(a.of());
      case "size" -> new Syntax.Call("size", List.of(of(a.of())), a.place());
      case "shape", "ndim", "dtype", "device" ->
          throw unread(a.place(), "`." + a.name() + "` is no formula");
      default -> new Syntax.Name(held(a), a.place());
    };
  }

  /// The name that `self.W`, `W.grad` or `layer.W` stands for.
  static String held(PythonTree.Attribute a) {
    if (a.name().equals("grad") && a.of() instanceof PythonTree.Name(var of, _)) {
      return "d" + of;
    }
    if (a.name().equals("grad") && a.of() instanceof PythonTree.Attribute inner) {
      return "d" + held(inner);
    }
    if (!(a.of() instanceof PythonTree.Name)) {
      throw unread(a.place(), "`." + a.name() + "` is not read");
    }
    return a.name();
  }

  /// The name that `cache["a1"]` or `grads["W1"]` stands for.
  static String held(String holder, String key) {
    boolean gradient = holder.toLowerCase(java.util.Locale.ROOT).startsWith("grad");
    return gradient && !key.startsWith("d") && !key.startsWith("grad") ? "d" + key : key;
  }

  private static Syntax subscript(PythonTree.Subscript s) {
    if (s.of() instanceof PythonTree.Attribute(var of, var name, _) && name.equals("shape")) {
      return size(of, s.items(), s.place());
    }
    if (s.items().size() == 1 && s.items().get(0) instanceof PythonTree.Text(var key, _)) {
      String holder = s.of() instanceof PythonTree.Name(var n, _) ? n : "";
      if (s.of() instanceof PythonTree.Attribute(_, var n, _)) {
        holder = n;
      }
      return new Syntax.Name(held(holder, key), s.place());
    }
    if (isRow(s)) {
      return new Syntax.Transpose(of(s.of()), s.place());
    }
    if (s.items().stream().allMatch(i -> isNew(i) || i instanceof PythonTree.Whole)) {
      return of(s.of());
    }
    List<Syntax> indices = new ArrayList<>();
    for (PythonTree item : s.items()) {
      indices.add(index(item));
    }
    return new Syntax.Entry(of(s.of()), indices, s.place());
  }

  /// `size(x, 1)`: the extent of an axis, counted from 1.
  static Syntax size(PythonTree of, List<PythonTree> axis, Place place) {
    if (axis.size() != 1 || !(axis.get(0) instanceof PythonTree.Num(var digits, _))) {
      throw unread(place, "which axis is not said by a number");
    }
    Syntax count = new Syntax.Num(digits.equals("0") ? "1" : "2", axis.get(0).place());
    return new Syntax.Call("size", List.of(of(of), count), place);
  }

  /// Python counts from 0.
  private static Syntax index(PythonTree item) {
    return switch (item) {
      case PythonTree.Whole(var place) -> new Syntax.Colon(place);
      case PythonTree.Num(var digits, var place) when digits.length() < 9 && isWhole(digits) ->
          new Syntax.Num(Integer.toString(Integer.parseInt(digits) + 1), place);
      case PythonTree.Name(var n, var place) when !isNew(item) -> new Syntax.Name(n, place);
      default -> throw unread(item.place(), "this index is not read");
    };
  }

  private static boolean isWhole(String digits) {
    return digits.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
