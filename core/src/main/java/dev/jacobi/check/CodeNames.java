package dev.jacobi.check;

import dev.jacobi.elaborate.Claims;
import dev.jacobi.elaborate.Manner.Layout;
import dev.jacobi.expr.Definition;
import dev.jacobi.expr.Extent;
import dev.jacobi.notation.Place;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What a name in code stands for: a value of the key, or the derivative of its cost by one: `dW1`,
/// `dC_dW1`, `dLdW`, `grad_W1`, `W1_grad`.
final class CodeNames {
  private static final Set<String> COSTS =
      Set.of("L", "J", "C", "E", "l", "loss", "Loss", "cost", "Cost", "out_loss");

  private static final Set<String> UPSTREAM =
      Set.of(
          "grad_output",
          "grad_out",
          "grad_outputs",
          "gradoutput",
          "upstream",
          "dout",
          "d_out",
          "doutput",
          "dvalues",
          "dy",
          "dldout",
          "dl_dout",
          "grad",
          "g",
          "gout",
          "gradient");

  private final Setting setting;

  CodeNames(Setting setting) {
    this.setting = setting;
  }

  Setting setting() {
    return setting;
  }

  /// What a name stands for; empty for a name of the author's own.
  Optional<Syntax> of(String text, Place place) {
    Optional<String> value = value(text);
    if (value.isPresent()) return Optional.of(new Syntax.Name(value.get(), place));
    return by(text).map(name -> derivative(name, place));
  }

  /// Whether the key declares a name and does not say what it is: data, or a parameter.
  boolean isGiven(String text) {
    return value(text).filter(setting.model.variables()::containsKey).isPresent();
  }

  /// The name of the key that is meant, whatever the case of its letters.
  Optional<String> value(String text) {
    String name = Vocabulary.canonicalName(text);
    if (setting.names().contains(name) || setting.aliases().containsKey(name))
      return Optional.of(name);
    List<String> alike =
        setting.names().stream()
            .filter(n -> n.length() > 1 || Character.isUpperCase(n.charAt(0)))
            .filter(n -> n.equalsIgnoreCase(name) || n.equalsIgnoreCase(name.replace("_", "")))
            .toList();
    return alike.size() == 1 ? Optional.of(alike.get(0)) : Optional.empty();
  }

  // ---- derivatives of the cost

  /// By which name a derivative of the cost is, if it is one.
  Optional<String> by(String text) {
    if (setting.cost().isEmpty()) return Optional.empty();
    for (String rest : rests(text)) {
      Optional<String> by = rest.isEmpty() ? Optional.empty() : value(rest);
      if (by.isPresent()) return by;
    }
    return Optional.empty();
  }

  /// What may be left of a name when what says that it is a derivative is taken away.
  private List<String> rests(String text) {
    List<String> rests = new ArrayList<>();
    if (text.startsWith("grad_")) rests.add(text.substring("grad_".length()));
    if (text.startsWith("grad")) rests.add(text.substring("grad".length()));
    if (text.endsWith("_grad")) rests.add(text.substring(0, text.length() - "_grad".length()));
    if (text.startsWith("d")) {
      for (String cost : costs())
        for (String between : List.of("_d", "d", "_"))
          if (text.startsWith("d" + cost + between))
            rests.add(text.substring(1 + cost.length() + between.length()));
      rests.add(text.substring(1));
      if (text.startsWith("d_")) rests.add(text.substring(2));
    }
    return rests;
  }

  private List<String> costs() {
    List<String> costs = new ArrayList<>(List.of(setting.cost().orElseThrow()));
    for (String c : COSTS) if (!setting.names().contains(c)) costs.add(c);
    return costs;
  }

  Syntax derivative(String by, Place place) {
    var cost = new Syntax.Name(setting.cost().orElseThrow(), place);
    return new Syntax.Derivative(cost, new Syntax.Name(by, place), place);
  }

  /// `grad_output`, `dout`: what comes from above.
  static boolean isUpstream(String text) {
    return UPSTREAM.contains(text.toLowerCase(Locale.ROOT));
  }

  /// What the code's function gives: that which the cost is a function of, or the last definition
  /// before it.
  Optional<String> output() {
    Optional<String> cost = setting.cost();
    Definition top = cost.map(setting.model.definitions()::get).orElse(null);
    Optional<String> last = Optional.empty();
    Optional<String> used = Optional.empty();
    for (Definition d : setting.model.definitions().values()) {
      if (!isNamed(d) || cost.isPresent() && d.name().equals(cost.get())) continue;
      last = Optional.of(d.name());
      if (top != null && top.uses().contains(d.name())) used = last;
    }
    return used.isPresent() ? used : last;
  }

  /// The definition, other than the cost, that a formula equals.
  Optional<String> equal(Syntax formula) {
    var none = new Claims.Letters(List.of());
    var comparison = new Comparison(setting, none, List.of(), Layout.ML, Comparison.Reading.CODE);
    Syntax value = new Interpreter(setting).apply(formula, List.of());
    return setting.model.definitions().values().stream()
        .filter(CodeNames::isNamed)
        .map(Definition::name)
        .filter(d -> !setting.cost().equals(Optional.of(d)))
        .filter(d -> isEqual(comparison, d, value))
        .findFirst();
  }

  static boolean isNamed(Definition d) {
    return d.visibility() == Definition.Visibility.NAMED
        && !d.name().startsWith("·")
        && !(d.body() instanceof Definition.Unknown);
  }

  private static boolean isEqual(Comparison comparison, String name, Syntax value) {
    try {
      return comparison.compare(new Syntax.Name(name, Place.NONE), value).isEqual();
    } catch (StackOverflowError | ArithmeticException | IllegalArgumentException e) {
      return false; // it cannot be computed
    }
  }

  /// Whether nothing is known of the cost but what it is a function of.
  boolean isCostOpen() {
    return setting
        .cost()
        .map(setting.model.definitions()::get)
        .filter(d -> d.body() instanceof Definition.Unknown)
        .isPresent();
  }

  /// `X.shape[0]` as the dimension that it is.
  Syntax size(Syntax s) {
    if (!(s instanceof Syntax.Call c) || !c.function().equals("size")) return s;
    if (c.arguments().size() != 2 || !(c.arguments().get(0) instanceof Syntax.Name n)) return s;
    if (!setting.model.knows(n.text()) || !(c.arguments().get(1) instanceof Syntax.Num k)) return s;
    List<Extent> shape = setting.model.shape(n.text());
    int axis = Integer.parseInt(k.digits()) - 1;
    if (axis >= shape.size()) return s;
    String extent = shape.get(axis).toString();
    return setting.model.dimensions().contains(extent) ? new Syntax.Name(extent, c.place()) : s;
  }
}
