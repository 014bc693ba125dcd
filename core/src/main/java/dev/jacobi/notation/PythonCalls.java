package dev.jacobi.notation;

import static dev.jacobi.notation.PythonMeaning.unread;

import dev.jacobi.notation.Syntax.Op;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Calls: of a library's function (`np.sum(x, axis=0)`), of a method (`x.sum(0)`), of a function of
/// the author (`sigmoid(z)`). The first two are one: a method's first argument is what stands
/// before the dot.
final class PythonCalls {
  private PythonCalls() {}

  static Syntax of(PythonTree.Call call) {
    return switch (call.of()) {
      case PythonTree.Name(var name, var place) -> plain(name, call, place);
      case PythonTree.Attribute(var of, var name, var place) when isModule(of) ->
          library(name, call.arguments(), call, place);
      case PythonTree.Attribute(var of, var name, var place) when isAuthors(of) ->
          plain(name, call, place);
      case PythonTree.Attribute(var of, var name, var place) -> {
        List<PythonTree> arguments = new ArrayList<>(List.of(of));
        arguments.addAll(call.arguments());
        yield library(name, arguments, call, place);
      }
      default -> throw unread(call.place(), "what is called here is not read");
    };
  }

  private static boolean isModule(PythonTree of) {
    return switch (of) {
      case PythonTree.Name(var n, _) -> PythonFunctions.MODULES.contains(n);
      case PythonTree.Attribute(var inner, var n, _) ->
          PythonFunctions.MODULES.contains(n) && isModule(inner);
      default -> false;
    };
  }

  /// `self.sigmoid(z)`.
  private static boolean isAuthors(PythonTree of) {
    return of instanceof PythonTree.Name(var n, _) && n.equals("self");
  }

  private static Syntax plain(String name, PythonTree.Call call, Place place) {
    List<PythonTree> arguments = call.arguments();
    if (name.equals("len") && arguments.size() == 1) {
      Syntax one = new Syntax.Num("1", place);
      return new Syntax.Call("size", List.of(PythonMeaning.of(arguments.get(0)), one), place);
    }
    if (PythonFunctions.KEEPING.contains(name) && arguments.size() == 1) {
      return PythonMeaning.of(arguments.get(0));
    }
    refuseOptions(call);
    return new Syntax.Call(name, all(arguments), place);
  }

  private static void refuseOptions(PythonTree.Call call) {
    for (var option : call.named().entrySet()) {
      if (!PythonFunctions.IDLE.contains(option.getKey())) {
        throw unread(option.getValue().place(), "the option `" + option.getKey() + "` is not read");
      }
    }
  }

  private static List<Syntax> all(List<PythonTree> arguments) {
    List<Syntax> all = new ArrayList<>();
    for (PythonTree argument : arguments) {
      if (argument instanceof PythonTree.Tuple(var items, _)) {
        all.addAll(all(items));
      } else {
        all.add(PythonMeaning.of(argument));
      }
    }
    return all;
  }

  private static Syntax library(
      String name, List<PythonTree> arguments, PythonTree.Call call, Place place) {
    if (arguments.isEmpty()) {
      throw unread(place, "`" + name + "` needs an argument");
    }
    PythonTree first = arguments.get(0);
    List<PythonTree> rest = arguments.subList(1, arguments.size());
    if (PythonFunctions.KEEPING.contains(name)) {
      return PythonMeaning.of(first);
    }
    if (PythonFunctions.ALONG.containsKey(name)) {
      return reduction(name, first, rest, call, place);
    }
    if (PythonFunctions.OF_ROWS.contains(name)) {
      return ofRows(name, first, rest, call, place);
    }
    return shaped(name, first, rest, call, place);
  }

  /// The axis of a reduction, in `axis=`, `dim=` or the argument after the array.
  private static Optional<PythonTree> axis(List<PythonTree> rest, PythonTree.Call call) {
    for (var option : call.named().entrySet()) {
      String key = option.getKey();
      boolean axis = key.equals("axis") || key.equals("dim");
      if (axis && !(option.getValue() instanceof PythonTree.Name(var n, _) && n.equals("None"))) {
        return Optional.of(option.getValue());
      }
      if (!axis && !PythonFunctions.IDLE.contains(key)) {
        throw unread(option.getValue().place(), "the option `" + key + "` is not read");
      }
    }
    return rest.stream().findFirst();
  }

  private static boolean isFirst(PythonTree axis) {
    return number(axis) == 0 || number(axis) == -2;
  }

  private static int number(PythonTree axis) {
    return switch (axis) {
      case PythonTree.Num(var d, _) when d.equals("0") || d.equals("1") -> d.charAt(0) - '0';
      case PythonTree.Negated(PythonTree.Num(var d, _), _) when d.equals("1") || d.equals("2") ->
          '0' - d.charAt(0);
      case PythonTree.Tuple(var items, _) when items.size() == 1 -> number(items.get(0));
      default -> throw unread(axis.place(), "this axis is not read");
    };
  }

  private static Syntax reduction(
      String name, PythonTree of, List<PythonTree> rest, PythonTree.Call call, Place place) {
    Optional<PythonTree> axis = axis(rest, call);
    String[] words = PythonFunctions.ALONG.get(name);
    String word = axis.map(a -> isFirst(a) ? words[0] : words[1]).orElse(name);
    return new Syntax.Call(word, List.of(PythonMeaning.of(of)), place);
  }

  /// Along the first axis, the rows of the transpose.
  private static Syntax ofRows(
      String name, PythonTree of, List<PythonTree> rest, PythonTree.Call call, Place place) {
    Optional<PythonTree> axis = axis(rest, call);
    Syntax array = PythonMeaning.of(of);
    if (axis.isEmpty() || !isFirst(axis.get())) {
      return new Syntax.Call(name, List.of(array), place);
    }
    Syntax turned = new Syntax.Transpose(array, place);
    Syntax columns = new Syntax.Call(name, List.of(turned), place);
    return name.endsWith("softmax") ? new Syntax.Transpose(columns, place) : columns;
  }

  private static Syntax shaped(
      String name, PythonTree first, List<PythonTree> rest, PythonTree.Call call, Place place) {
    return switch (name) {
      case "t", "transpose", "permute", "swapaxes", "adjoint" ->
          new Syntax.Transpose(PythonMeaning.of(first), place);
      case "size" -> PythonMeaning.size(first, rest, place);
      case "norm" -> norm(first, rest, call, place);
      case "unsqueeze" -> unsqueeze(first, rest, place);
      case "zeros_like" -> times(new Syntax.Num("0", place), first, place);
      case "ones_like" ->
          PythonMeaning.operation(
              "+",
              times(new Syntax.Num("0", place), first, place),
              new Syntax.Num("1", place),
              place);
      case "negative", "neg" -> new Syntax.Negate(PythonMeaning.of(first), place);
      case "reciprocal" ->
          PythonMeaning.operation("/", new Syntax.Num("1", place), PythonMeaning.of(first), place);
      case "heaviside" -> new Syntax.Call("step", List.of(PythonMeaning.of(first)), place);
      case "linear" -> linear(first, rest, place);
      case "clip", "clamp" -> clip(first, rest, call, place);
      default -> named(name, first, rest, call, place);
    };
  }

  private static Syntax times(Syntax factor, PythonTree of, Place place) {
    return new Syntax.Binary(Op.HADAMARD, factor, PythonMeaning.of(of), place);
  }

  private static Syntax norm(
      PythonTree of, List<PythonTree> rest, PythonTree.Call call, Place place) {
    Optional<PythonTree> order =
        rest.isEmpty() ? Optional.ofNullable(call.named().get("ord")) : Optional.of(rest.get(0));
    if (call.named().containsKey("axis") || call.named().containsKey("dim")) {
      throw unread(place, "norms along an axis are not read");
    }
    boolean two =
        order.isEmpty()
            || order.get() instanceof PythonTree.Text
            || order.get() instanceof PythonTree.Num(var d, _) && d.equals("2");
    boolean one =
        order.isPresent() && order.get() instanceof PythonTree.Num(var d, _) && d.equals("1");
    if (!two && !one) {
      throw unread(order.get().place(), "this norm is not read");
    }
    return new Syntax.Norm(PythonMeaning.of(of), one ? "1" : "2", place);
  }

  private static Syntax unsqueeze(PythonTree of, List<PythonTree> rest, Place place) {
    if (rest.size() != 1) {
      throw unread(place, "`unsqueeze` needs its axis");
    }
    Syntax array = PythonMeaning.of(of);
    return number(rest.get(0)) == 0 ? new Syntax.Transpose(array, place) : array;
  }

  private static Syntax linear(PythonTree x, List<PythonTree> rest, Place place) {
    if (rest.isEmpty()) {
      throw unread(place, "`linear` needs its weights");
    }
    Syntax weights = new Syntax.Transpose(PythonMeaning.of(rest.get(0)), place);
    Syntax product = PythonMeaning.operation("@", PythonMeaning.of(x), weights, place);
    return rest.size() < 2
        ? product
        : PythonMeaning.operation("+", product, PythonMeaning.of(rest.get(1)), place);
  }

  /// `x.clamp(min=0)`, `np.clip(x, a, b)`.
  private static Syntax clip(
      PythonTree of, List<PythonTree> rest, PythonTree.Call call, Place place) {
    Syntax x = PythonMeaning.of(of);
    PythonTree low = rest.isEmpty() ? call.named().get("min") : rest.get(0);
    PythonTree high = rest.size() < 2 ? call.named().get("max") : rest.get(1);
    Syntax above =
        isNone(low) ? x : new Syntax.Call("max", List.of(x, PythonMeaning.of(low)), place);
    return isNone(high)
        ? above
        : new Syntax.Call("min", List.of(above, PythonMeaning.of(high)), place);
  }

  private static boolean isNone(PythonTree tree) {
    return tree == null || tree instanceof PythonTree.Name(var n, _) && n.equals("None");
  }

  private static boolean isNumber(PythonTree tree) {
    return tree instanceof PythonTree.Num || tree instanceof PythonTree.Negated;
  }

  private static Syntax named(
      String name, PythonTree first, List<PythonTree> rest, PythonTree.Call call, Place place) {
    String sign = PythonFunctions.operator(name);
    refuseOptions(call);
    if (PythonFunctions.WHOLE.contains(name) && !rest.isEmpty() && isNumber(rest.get(0))) {
      throw unread(rest.get(0).place(), "`" + name + "` along an axis is not read");
    }
    if (!sign.isEmpty() && rest.size() == 1) {
      Syntax left = PythonMeaning.of(first);
      return PythonMeaning.operation(sign, left, PythonMeaning.of(rest.get(0)), place);
    }
    String ours = PythonFunctions.named(name);
    if (ours.isEmpty()) {
      throw unread(place, "the function `" + name + "` is not read");
    }
    List<PythonTree> arguments = new ArrayList<>(List.of(first));
    arguments.addAll(rest);
    return new Syntax.Call(ours, all(arguments), place);
  }
}
