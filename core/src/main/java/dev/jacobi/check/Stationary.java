package dev.jacobi.check;

import dev.jacobi.check.Comparison.Outcome;
import dev.jacobi.expr.Definition;
import dev.jacobi.notation.Place;
import dev.jacobi.notation.Syntax;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Equations for the least cost, `X'X w = X'y`: they hold where derivatives of a number are zero,
/// by one name or by several together.
final class Stationary {
  private static final String UNSAID = ", which is left unsaid";

  private final Setting setting;
  private final ZeroPoints points;

  Stationary(Setting setting, ZeroPoints points) {
    this.setting = setting;
    this.points = points;
  }

  /// All derivatives together that were set to zero.
  Optional<Relation> allSet(Syntax left, Syntax right, RelationBuilder b) {
    List<Syntax> zeros = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (Syntax zero : setting.zeros) {
      Optional<String> by = Edges.derivative(zero).flatMap(d -> Edges.name(d.wrt()));
      if (by.isEmpty() || names.contains(by.get())) continue;
      if (!setting.model.variables().containsKey(by.get())) continue;
      zeros.add(zero);
      names.add(by.get());
    }
    Optional<Relation> r = together(zeros, names, left, right, ", as was set", b);
    if (r.isPresent()) return r;
    return constrained(zeros, left, right, b);
  }

  /// The derivatives of one number that were set to zero, with its constraints.
  private Optional<Relation> constrained(
      List<Syntax> zeros, Syntax left, Syntax right, RelationBuilder b) {
    if (hasDerivative(left)) return Optional.empty(); // it sets one more
    Map<String, List<Syntax>> all = new LinkedHashMap<>();
    for (Syntax zero : zeros)
      Edges.derivative(zero)
          .flatMap(d -> Edges.name(d.of()))
          .ifPresent(of -> all.computeIfAbsent(of, _ -> new ArrayList<>()).add(zero));
    for (var e : all.entrySet()) {
      List<Syntax> own = e.getValue();
      List<String> by = new ArrayList<>();
      for (Syntax zero : own)
        by.add(Edges.name(Edges.derivative(zero).orElseThrow().wrt()).orElseThrow());
      int set = by.size();
      for (String v : multipliers(e.getKey()))
        if (!by.contains(v)) {
          own.add(slope(e.getKey(), v));
          by.add(v);
        }
      if (by.size() == set) continue;
      Optional<Relation> r = together(own, by, left, right, ", as was set", b);
      if (r.isPresent()) return r;
    }
    return Optional.empty();
  }

  /// Lagrange's multipliers of a number: its derivatives by them are the constraints.
  private List<String> multipliers(String number) {
    return setting.model.variables().keySet().stream()
        .filter(v -> v.startsWith("lambda") || v.equals("nu"))
        .filter(v -> setting.restsOn(number, v))
        .toList();
  }

  /// "Setting the derivative to zero gives …", with no formula that says so.
  Optional<Relation> said(Syntax left, Syntax right, RelationBuilder b) {
    Optional<String> cost = setting.cost();
    if (cost.isEmpty() || ZeroPoints.isZero(right)) return Optional.empty();
    List<String> taken = taken(cost.get());
    List<String> all =
        setting.model.variables().keySet().stream()
            .filter(v -> setting.restsOn(cost.get(), v))
            .toList();
    List<String> by = new ArrayList<>(taken.isEmpty() ? all : taken);
    if (left instanceof Syntax.Name n && all.contains(n.text()) && !by.contains(n.text()))
      by.add(n.text());
    Optional<Relation> r =
        where(cost.get(), ownFirst(by, left), left, right, ", as the words say", b);
    if (r.isEmpty()) {
      List<String> more = new ArrayList<>(by);
      multipliers(cost.get()).stream().filter(v -> !by.contains(v)).forEach(more::add);
      if (more.size() > by.size())
        r = where(cost.get(), more, left, right, ", as the words say", b);
    }
    if (r.isPresent()) setting.allStationary = true;
    return r;
  }

  /// Of an equality that no slip explains: that it holds where derivatives are zero that the
  /// document takes. It is an equation for the least cost then, whatever words say so.
  Optional<Relation> unsaid(Syntax left, Syntax right, RelationBuilder b) {
    if (ZeroPoints.isZero(left) && !ZeroPoints.isZero(right)) return unsaid(right, left, b);
    if (hasDerivative(left) || hasDerivative(right)) return Optional.empty();
    for (Definition d : List.copyOf(setting.model.definitions().values())) {
      if (!d.isNamed() || !d.parameters().isEmpty() || speaksOf(d.name(), left, right)) continue;
      Optional<Relation> r =
          where(d.name(), ownFirst(taken(d.name()), left), left, right, UNSAID, b);
      if (r.isPresent()) return r;
    }
    return Optional.empty();
  }

  /// What the left side is itself comes first: `w = …` is where the derivative by w is zero.
  private static List<String> ownFirst(List<String> names, Syntax left) {
    List<String> ordered = new ArrayList<>(names);
    if (left instanceof Syntax.Name n && ordered.remove(n.text())) ordered.addFirst(n.text());
    return ordered;
  }

  /// Of the number itself: that it is zero at its least, say, is a claim.
  private static boolean speaksOf(String number, Syntax left, Syntax right) {
    return Interpreter.names(left).contains(number) || Interpreter.names(right).contains(number);
  }

  /// The declared names by which the document differentiates a number.
  private List<String> taken(String number) {
    return setting.model.variables().keySet().stream()
        .filter(v -> setting.slopesTaken.contains(number + "/" + v))
        .toList();
  }

  /// An equality where the derivative of a number by one of these names is zero, or those by all.
  private Optional<Relation> where(
      String number, List<String> names, Syntax left, Syntax right, String how, RelationBuilder b) {
    List<Syntax> zeros = names.stream().map(v -> slope(number, v)).toList();
    for (Syntax zero : zeros) {
      Optional<Outcome> o = points.agreement(zero, left, right);
      if (o.isPresent())
        return Optional.of(b.agreement(o.get()).condition(Zeros.said(zero) + how).build());
    }
    return together(zeros, names, left, right, how, b);
  }

  private Optional<Relation> together(
      List<Syntax> zeros,
      List<String> names,
      Syntax left,
      Syntax right,
      String how,
      RelationBuilder b) {
    String all = zeros.stream().map(Zeros::said).collect(Collectors.joining(" and "));
    return points
        .agreement(zeros, names, left, right)
        .map(o -> b.agreement(o).condition(all + how).build());
  }

  private Syntax slope(String of, String by) {
    return setting.stationary.computeIfAbsent(
        of + "/" + by, _ -> new Syntax.Derivative(name(of), name(by), Place.NONE));
  }

  private static Syntax name(String text) {
    return new Syntax.Name(text, Place.NONE);
  }

  private static boolean hasDerivative(Syntax s) {
    return !Edges.of(s).isEmpty() || !Edges.taken(s).isEmpty();
  }
}
