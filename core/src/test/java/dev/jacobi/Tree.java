package dev.jacobi;

import dev.jacobi.expr.Factor.Comparison;
import dev.jacobi.expr.Function;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// A formula of index notation as somebody might write it, before any canonical form: what random
/// tests build, rename, shuffle and evaluate by the book.
sealed interface Tree {
  /// An index letter over a dimension.
  record Letter(int id, String dimension) {
    @Override
    public String toString() {
      return dimension + id;
    }
  }

  record Num(long num, long den) implements Tree {}

  record Sym(String name, List<Letter> at) implements Tree {}

  /// `δ(a, b)`.
  record Delta(Letter a, Letter b) implements Tree {}

  /// `[a ≤ b]`.
  record AtMost(Letter a, Letter b) implements Tree {}

  record Add(List<Tree> terms) implements Tree {}

  record Mul(List<Tree> factors) implements Tree {}

  record Pow(Tree base, Tree exponent) implements Tree {}

  record Apply(Function function, List<Tree> arguments) implements Tree {}

  record Step(Tree of, Comparison comparison) implements Tree {}

  record Sum(Letter over, Tree of) implements Tree {}

  default List<Tree> children() {
    return switch (this) {
      case Num _, Sym _, Delta _, AtMost _ -> List.of();
      case Add a -> a.terms;
      case Mul m -> m.factors;
      case Pow p -> List.of(p.base, p.exponent);
      case Apply a -> a.arguments;
      case Step s -> List.of(s.of);
      case Sum s -> List.of(s.of);
    };
  }

  default Tree withChildren(List<Tree> c) {
    return switch (this) {
      case Num _, Sym _, Delta _, AtMost _ -> this;
      case Add _ -> new Add(c);
      case Mul _ -> new Mul(c);
      case Pow _ -> new Pow(c.get(0), c.get(1));
      case Apply a -> new Apply(a.function, c);
      case Step s -> new Step(c.get(0), s.comparison);
      case Sum s -> new Sum(s.over, c.get(0));
    };
  }

  default Set<Letter> free() {
    Set<Letter> free = new LinkedHashSet<>();
    switch (this) {
      case Sym s -> free.addAll(s.at);
      case Delta d -> free.addAll(List.of(d.a, d.b));
      case AtMost m -> free.addAll(List.of(m.a, m.b));
      default -> children().forEach(c -> free.addAll(c.free()));
    }
    if (this instanceof Sum s) free.remove(s.over);
    return free;
  }

  /// The same with a free letter replaced; the new letter must be bound nowhere inside.
  default Tree with(Letter from, Letter to) {
    return switch (this) {
      case Sym s -> new Sym(s.name, s.at.stream().map(l -> l.equals(from) ? to : l).toList());
      case Delta d -> new Delta(d.a.equals(from) ? to : d.a, d.b.equals(from) ? to : d.b);
      case AtMost m -> new AtMost(m.a.equals(from) ? to : m.a, m.b.equals(from) ? to : m.b);
      case Sum s when s.over.equals(from) -> this;
      default -> withChildren(children().stream().map(c -> c.with(from, to)).toList());
    };
  }

  /// For people who read a failure.
  default String shown() {
    return switch (this) {
      case Num n -> n.den == 1 ? "" + n.num : n.num + "/" + n.den;
      case Sym s -> s.at.isEmpty() ? s.name : s.name + s.at;
      case Delta d -> "δ[" + d.a + ", " + d.b + "]";
      case AtMost m -> "[" + m.a + " ≤ " + m.b + "]";
      case Add a -> joined(a.terms, " + ");
      case Mul m -> joined(m.factors, " ");
      case Pow p -> p.base.shown() + "^(" + p.exponent.shown() + ")";
      case Apply a -> a.function.identity() + joined(a.arguments, ", ");
      case Step s -> "1[" + s.of.shown() + " " + s.comparison + "]";
      case Sum s -> "Σ_" + s.over + " " + s.of.shown();
    };
  }

  private static String joined(List<Tree> trees, String by) {
    return trees.stream().map(Tree::shown).collect(Collectors.joining(by, "(", ")"));
  }
}
