package dev.jacobi.check;

import dev.jacobi.elaborate.Claims;
import dev.jacobi.elaborate.Manner.Layout;
import dev.jacobi.expr.Extent;
import dev.jacobi.expr.Variable;
import dev.jacobi.notation.Parser;
import dev.jacobi.notation.Place;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.Trees;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A formula without a relation, "its derivative $1 - \tanh^2(x)$": what it is equal to, where that
/// can be told. It claims nothing, so it is never wrong.
final class Alone {
  private static final int MOST_NAMES = 40;

  private final Setting setting;
  private final Claims.Letters letters;
  private final Comparison comparison;

  Alone(Setting setting, Claims.Letters letters, Layout layout, Comparison.Reading reading) {
    this.setting = setting;
    this.letters = letters;
    this.comparison = new Comparison(setting, letters, List.of(), layout, reading);
  }

  Relation judge(Syntax s, RelationBuilder b) {
    b.verdict(Verdict.DEFINITION);
    if (!saysMore(s)) return b.build();
    var target = new Target(setting, comparison, List.of(), s);
    for (var e : candidates(s).entrySet()) {
      if (Ellipsis.same(e.getValue(), s) || target.ratio(e.getValue()) != 1) continue;
      Comparison.Outcome o = comparison.compare(e.getValue(), s);
      if (!o.isEqual() || o.turned()) continue;
      return b.agreement(o).message(e.getKey()).build();
    }
    return b.build();
  }

  /// Whether it is made of others by an operator: a name by itself says nothing.
  private boolean saysMore(Syntax s) {
    Syntax inner = s instanceof Syntax.Transpose t ? t.of() : s;
    boolean made = inner instanceof Syntax.Binary || inner instanceof Syntax.Bound;
    return (made || inner instanceof Syntax.Negate) && comparison.meaning(s).problem().isEmpty();
  }

  private static void put(Map<String, Syntax> all, Syntax s) {
    all.put("it is " + Edits.spelled(s), s);
  }

  /// By what is then said of it.
  private Map<String, Syntax> candidates(Syntax s) {
    Map<String, Syntax> all = new LinkedHashMap<>();
    if (isOfExtents(s)) {
      size().ifPresent(n -> all.put("it counts the numbers in " + declared(), n));
      return all;
    }
    slopes(s).forEach(x -> put(all, x));
    if (!letters.names().isEmpty() || setting.names().size() > MOST_NAMES) return all;
    for (String n : setting.names()) put(all, Edits.name(n));
    for (String n : setting.names())
      setting
          .cost()
          .filter(c -> !c.equals(n) && setting.restsOn(c, n))
          .map(c -> new Syntax.Derivative(Edits.name(c), Edits.name(n), Place.NONE))
          .ifPresent(d -> put(all, d));
    return all;
  }

  /// f'(u) for each f(u) that stands in it.
  private List<Syntax> slopes(Syntax s) {
    List<Syntax> all = new ArrayList<>();
    Trees.walk(
        s,
        x -> {
          if (x instanceof Syntax.Call c
              && c.arguments().size() == 1
              && setting.isEntrywise(c.function()))
            all.add(new Syntax.Prime(c.function(), c.arguments().get(0), Place.NONE));
        });
    return all;
  }

  // ---- counting

  private boolean isOfExtents(Syntax s) {
    boolean[] all = {true};
    boolean[] any = {false};
    Trees.walk(
        s,
        x -> {
          if (x instanceof Syntax.Name n) {
            all[0] &= setting.isExtent(n.text());
            any[0] = true;
          }
        });
    return all[0] && any[0];
  }

  private String declared() {
    List<String> names = List.copyOf(setting.model.variables().keySet());
    if (names.size() == 1) return names.getFirst();
    return String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
  }

  /// How many numbers all that is declared holds.
  private Optional<Syntax> size() {
    Extent all = Extent.ZERO;
    for (Variable v : setting.model.variables().values()) {
      Extent one = Extent.ONE;
      for (Extent e : v.shape()) one = one.times(e);
      all = all.plus(one);
    }
    return all.isZero() ? Optional.empty() : Optional.of(Parser.formula(all.toString()));
  }
}
