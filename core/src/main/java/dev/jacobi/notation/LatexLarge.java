package dev.jacobi.notation;

import dev.jacobi.notation.Tex.Leaf;
import dev.jacobi.notation.Tex.Role;
import dev.jacobi.notation.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/// `\sum_{n=1, n \neq i}^{K}`, said as `sum[n=1..K; n != i]`.
final class LatexLarge {
  private final LatexFormula formula;

  private record Binder(Leaf index, List<Tex> from, List<Tex> to) {}

  private final List<Binder> binders = new ArrayList<>();
  private final List<List<Tex>> conditions = new ArrayList<>();

  LatexLarge(LatexFormula formula) {
    this.formula = formula;
  }

  int read(List<Tex> items, int i, Leaf operator, List<Tex> sub, List<Tex> sup) {
    if (sub.isEmpty()) {
      return plain(items, i, operator, sup);
    }
    Leaf unsaid = sub.size() == 1 && sub.getFirst().is(Role.NUMBER) ? unsaid(items, i + 1) : null;
    if (unsaid != null) {
      Leaf is = new Leaf(Role.RELATION, "=", false, unsaid.from(), unsaid.to());
      return read(items, i, operator, List.of(unsaid, is, sub.getFirst()), sup);
    }
    LatexLarge large = new LatexLarge(formula);
    large.parts(sub, sup, operator);
    if (!isTotal(operator.text())) {
      large.refuseNames();
    }
    large.say(operator);
    return i + 1;
  }

  static boolean isLarge(Tex item) {
    return item.is(Role.LARGE)
        || (item instanceof Tex.Scripted(Tex base, _, _, _, _, _) && base.is(Role.LARGE))
        || (item instanceof Tex.Fraction fraction && LatexDerivatives.isOperator(fraction));
  }

  private static boolean isTotal(String operator) {
    return operator.equals("sum") || operator.equals("prod");
  }

  /// The index of `\sum_1^n x_i y_i`: the one letter that what follows has for an index; null when
  /// there are none, or several.
  private Leaf unsaid(List<Tex> items, int from) {
    int to = from;
    while (to < items.size() && (to == from || !LatexArguments.ends(items.get(to)))) {
      to++;
    }
    List<Leaf> letters = new ArrayList<>();
    indices(items.subList(Math.min(from, items.size()), to), letters);
    boolean one = letters.stream().map(Leaf::text).distinct().count() == 1;
    return one ? letters.getFirst() : null;
  }

  private void indices(List<Tex> items, List<Leaf> into) {
    for (Tex item : LatexFormula.flat(items)) {
      switch (item) {
        case Tex.Scripted(Tex base, List<Tex> sub, _, _, _, _) -> {
          indices(List.of(base), into);
          for (Tex below : LatexFormula.flat(sub)) {
            if (below instanceof Leaf letter
                && letter.is(Role.LETTER)
                && LatexIndices.areLetters(letter.text(), formula.names)) {
              into.add(letter);
            }
          }
        }
        case Tex.Fence fence -> indices(fence.items(), into);
        case Tex.Fraction(List<Tex> over, List<Tex> under, _, _) -> {
          indices(over, into);
          indices(under, into);
        }
        case Tex.Group group -> indices(group.items(), into);
        case Tex.Root root -> indices(root.of(), into);
        default -> {}
      }
    }
  }

  /// `\min_w v` asks for a w: that is no value.
  private void refuseNames() {
    for (Binder binder : binders) {
      if (formula.order(binder.index()) > 0) {
        String name = binder.index().text();
        throw formula.unread(
            binder.index(), "what is sought among all " + name + " is not read", "");
      }
    }
  }

  /// `\max(a, b)`, or a sum that names no index: `\sum (a - b)^2` sums squares.
  private int plain(List<Tex> items, int i, Leaf operator, List<Tex> sup) {
    if (!sup.isEmpty()) {
      Leaf unsaid = unsaid(items, i + 1);
      if (unsaid == null) {
        throw formula.unread(operator, "this names the end of a range and no index", "");
      }
      return read(items, i, operator, List.of(unsaid), sup);
    }
    boolean called = LatexNaming.isFence(items, i + 1) && !isTotal(operator.text());
    if (called || i + 1 >= items.size()) {
      Tex.Scripted none = LatexScripts.NONE;
      return formula.calls.apply(operator.text(), operator, none, items, i + 1, false);
    }
    formula.call(operator.text(), operator);
    int next = i + 1;
    while (next < items.size() && !LatexArguments.ends(items.get(next))) {
      next = formula.unit(items, next);
    }
    formula.close(operator);
    return next;
  }

  private void parts(List<Tex> sub, List<Tex> sup, Tex at) {
    int stop = 0;
    while (stop < sub.size() && !sub.get(stop).is(Role.STOP, ";") && !isSuchThat(sub, stop)) {
      stop++;
    }
    List<List<Tex>> parts = LatexScripts.split(sub.subList(0, stop));
    for (int i = 0; i < parts.size(); i++) {
      List<Tex> part = parts.get(i);
      if (part.size() == 1 && part.getFirst().is(Role.DOTS) && i + 1 < parts.size()) {
        endRange(parts.get(++i));
      } else {
        part(part, at);
      }
    }
    if (!sup.isEmpty()) {
      for (int i = 0; i < binders.size(); i++) {
        if (binders.get(i).to().isEmpty()) {
          binders.set(i, ranged(binders.get(i), sup));
        }
      }
    }
    if (stop < sub.size()) {
      conditions.addAll(LatexScripts.split(sub.subList(stop + 1, sub.size())));
    }
    if (binders.isEmpty()) {
      throw formula.unread(at, "this binds no index", "");
    }
  }

  /// The colon of `i: y_i > 0`; that of `i = 1:n` ends a range.
  private static boolean isSuchThat(List<Tex> sub, int at) {
    return sub.get(at).is(Role.STOP, ":")
        && at > 0
        && sub.subList(0, at).stream().noneMatch(x -> x.is(Role.RELATION))
        && sub.subList(at, sub.size()).stream().anyMatch(x -> x.is(Role.RELATION));
  }

  private void endRange(List<Tex> to) {
    if (!binders.isEmpty()) {
      Binder last = binders.removeLast();
      binders.add(new Binder(last.index(), last.from(), to));
    }
  }

  private static Binder ranged(Binder binder, List<Tex> to) {
    List<Tex> from = binder.from();
    Leaf one = new Leaf(Role.NUMBER, "1", false, binder.index().from(), binder.index().to());
    return new Binder(binder.index(), from.isEmpty() ? List.of(one) : from, to);
  }

  private void part(List<Tex> part, Tex at) {
    List<Integer> relations = new ArrayList<>();
    for (int i = 0; i < part.size(); i++) {
      if (part.get(i).is(Role.RELATION)) {
        relations.add(i);
      }
    }
    if (relations.isEmpty() && isExcluded(part)) {
      List<Tex> more = new ArrayList<>(conditions.getLast().subList(0, 2));
      more.addAll(part);
      conditions.add(more);
      return;
    }
    if (relations.isEmpty()) {
      bind(part, List.of(), at);
      return;
    }
    int first = relations.getFirst();
    List<Tex> left = part.subList(0, first);
    List<Tex> right = part.subList(first + 1, part.size());
    if (relations.size() == 2) {
      between(part, relations, at);
    } else if (part.get(first).is(Role.RELATION, "=")) {
      for (int i = 0; i < right.size(); i++) {
        if (right.get(i).is(Role.DOTS) || right.get(i).is(Role.STOP, ":")) {
          bind(left, right.subList(0, i), at);
          endRange(right.subList(i + 1, right.size()));
          return;
        }
      }
      bind(left, right, at);
    } else if (part.get(first).is(Role.RELATION, "∈")) {
      List<Leaf> letters = new ArrayList<>();
      places(left, letters);
      bind(letters.isEmpty() ? left : List.copyOf(letters), List.of(), at);
    } else {
      if (binders.isEmpty()) {
        bind(left, List.of(), at);
      }
      conditions.add(part);
    }
  }

  /// The l of `j \neq i, l`, which is left out as well: nothing is bound after such a condition.
  private boolean isExcluded(List<Tex> part) {
    List<Tex> last = conditions.isEmpty() ? List.of() : conditions.getLast();
    return part.size() == 1 && last.size() == 3 && last.get(1).is(Role.RELATION, "!=");
  }

  /// The i of `x_i \in D` and of `x^{(i)} \in D`.
  private void places(List<Tex> items, List<Leaf> into) {
    indices(items, into);
    for (Tex item : items) {
      if (into.isEmpty() && item instanceof Tex.Scripted s) {
        for (Tex above : LatexFormula.flat(s.sup())) {
          if (above instanceof Tex.Fence f) {
            into.addAll(LatexNaming.letters(LatexFormula.flat(f.items())));
          }
        }
      }
    }
  }

  /// `1 \le i \le n`.
  private void between(List<Tex> part, List<Integer> relations, Tex at) {
    int first = relations.getFirst();
    int second = relations.getLast();
    boolean closed =
        part.get(first).is(Role.RELATION, "<=") && part.get(second).is(Role.RELATION, "<=");
    if (!closed) {
      throw formula.unread(at, "this range of an index is not understood", "");
    }
    bind(part.subList(first + 1, second), part.subList(0, first), at);
    endRange(part.subList(second + 1, part.size()));
  }

  private void bind(List<Tex> letters, List<Tex> from, Tex at) {
    List<Leaf> indices = LatexNaming.letters(LatexFormula.flat(letters));
    if (indices.isEmpty()) {
      throw formula.unread(letters.isEmpty() ? at : letters.getFirst(), "this is no index", "");
    }
    for (Leaf index : indices) {
      binders.add(new Binder(index, from, List.of()));
    }
  }

  private void say(Leaf operator) {
    formula.emit(Kind.NAME, operator.text(), operator);
    formula.emit(Kind.OPEN_SQUARE, "[", operator, false);
    for (int i = 0; i < binders.size(); i++) {
      Binder binder = binders.get(i);
      if (i > 0) {
        formula.emit(Kind.COMMA, ",", operator);
      }
      formula.emit(Kind.NAME, binder.index().text(), binder.index());
      if (!binder.to().isEmpty()) {
        List<Tex> from = ranged(binder, binder.to()).from();
        formula.emit(Kind.EQUALS, "=", operator);
        formula.all(from);
        formula.emit(Kind.RANGE, "..", operator);
        formula.all(binder.to());
      }
    }
    for (int i = 0; i < conditions.size(); i++) {
      formula.emit(i == 0 ? Kind.SEMICOLON : Kind.COMMA, i == 0 ? ";" : ",", operator);
      formula.all(conditions.get(i));
    }
    formula.emit(Kind.CLOSE_SQUARE, "]", operator);
  }
}
