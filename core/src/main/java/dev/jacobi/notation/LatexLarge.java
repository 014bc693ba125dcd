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
    LatexLarge large = new LatexLarge(formula);
    large.parts(sub, sup, operator);
    if (!operator.text().equals("sum") && !operator.text().equals("prod")) {
      large.refuseNames();
    }
    large.say(operator);
    return i + 1;
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

  /// `\max(a, b)`, or a sum that names no index.
  private int plain(List<Tex> items, int i, Leaf operator, List<Tex> sup) {
    if (!sup.isEmpty()) {
      throw formula.unread(operator, "this names the end of a range and no index", "");
    }
    if (LatexNaming.isFence(items, i + 1) || i + 1 >= items.size()) {
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
    while (stop < sub.size() && !sub.get(stop).is(Role.STOP, ";")) {
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
      conditions.addAll(LatexScripts.split(sub.subList(stop, sub.size())));
    }
    if (binders.isEmpty()) {
      throw formula.unread(at, "this binds no index", "");
    }
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
      bind(left, List.of(), at);
    } else {
      if (binders.isEmpty()) {
        bind(left, List.of(), at);
      }
      conditions.add(part);
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
