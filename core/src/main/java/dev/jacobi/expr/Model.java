package dev.jacobi.expr;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A model: declared names, definitions in an order in which each uses only earlier ones, facts,
/// and the table of its index notation. Definitions can be added, never changed.
public final class Model {
  public final Terms t;
  private final Map<String, Variable> variables = new LinkedHashMap<>();
  private final Map<String, Definition> definitions = new LinkedHashMap<>();
  private final List<Fact> facts = new ArrayList<>();
  private final Set<String> dimensions = new LinkedHashSet<>();
  private final Set<Long> sums = new HashSet<>(); // patterns, to meet each once
  private final Set<Long> written = new HashSet<>(); // patterns, without their content
  private final Map<String, Index> integers = new LinkedHashMap<>();
  private final Map<String, Boolean> symmetric = new HashMap<>(); // of definitions, asked before
  private int anonymous = 0;
  private long transparent = 0; // the bits of the names of transparent definitions

  public Model(Terms t) {
    this.t = t;
  }

  public void declare(Variable v) {
    variables.put(v.name(), v);
    if (v.set() == ValueSet.INTEGERS) integers.put(v.name(), t.index(v.high(), v.name()));
    t.declareSign(v.name(), v.set().sign());
    v.shape().forEach(e -> dimensions.addAll(e.names()));
  }

  public void dimension(String name) {
    dimensions.add(name);
  }

  /// Adds a definition whose uses are all known already.
  public void define(Definition d) {
    if (d.body() instanceof Definition.Formula f)
      for (Index i : f.expr().free())
        if (!d.parameters().contains(i) && !isInteger(i))
          throw new IllegalArgumentException(d.name() + " has no axis for an index of its formula");
    definitions.put(d.name(), d);
    if (d.visibility() == Definition.Visibility.TRANSPARENT) transparent |= Node.bit(d.name());
    if (d.body() instanceof Definition.Formula f) {
      sum(f.expr());
      t.declareSign(
          d.name(),
          t.isPositive(f.expr())
              ? Function.Sign.POSITIVE
              : t.isNotNegative(f.expr()) ? Function.Sign.NOT_NEGATIVE : Function.Sign.ANY);
    }
  }

  /// Whether a transparent definition may occur in a formula; a no is sure.
  public boolean mayHoldTransparent(Expr e) {
    return (e.names & transparent) != 0;
  }

  /// Remembers a sum that the user wrote, `x - y` rather than `y - x`.
  public void sum(Expr e) {
    if (e.size() > 1 && sums.add(e.pattern()))
      written.add(t.scale(e, Terms.content(e).inverse()).pattern());
  }

  /// The patterns of the sums in definitions and of those that the user wrote, without what all
  /// their terms have in front.
  public Set<Long> writtenSums() {
    return Set.copyOf(written);
  }

  public void assume(Fact f) {
    facts.add(f);
  }

  /// A name for a definition that the user gave none; no name of the language can be it.
  public String anonymousName() {
    return "\u00b7" + ++anonymous;
  }

  /// A declared integer as an index: `k in 1..K` stands where an index can.
  public java.util.Optional<Index> integer(String name) {
    return java.util.Optional.ofNullable(integers.get(name));
  }

  public Map<String, Index> integers() {
    return integers;
  }

  public boolean isInteger(Index i) {
    return integers.containsValue(i);
  }

  public Map<String, Variable> variables() {
    return variables;
  }

  public Map<String, Definition> definitions() {
    return definitions;
  }

  public List<Fact> facts() {
    return facts;
  }

  public Set<String> dimensions() {
    return dimensions;
  }

  public boolean knows(String name) {
    return variables.containsKey(name) || definitions.containsKey(name);
  }

  /// A function of which only the name is known, when a definition applies one.
  public Optional<Opaque> opaque() {
    List<Opaque> found = new ArrayList<>();
    for (Definition d : definitions.values())
      if (d.body() instanceof Definition.Formula f) Rewrite.opaque(f.expr(), found);
    return found.stream().findFirst();
  }

  /// Whether something is given of a name, by its set or by a fact, that does not hold off it: what
  /// is differentiated by it may not rest on that yet.
  public boolean isRestricted(String name) {
    Variable v = variables.get(name);
    return !facts.isEmpty() || isSymmetric(name) || v != null && v.set().hasEquations();
  }

  /// Whether one name is made of another, directly or through others.
  public boolean rests(String of, String on) {
    Deque<String> open = new ArrayDeque<>(List.of(of));
    Set<String> seen = new HashSet<>(open);
    while (!open.isEmpty()) {
      String name = open.pop();
      if (name.equals(on)) return true;
      Definition d = definitions.get(name);
      if (d == null) continue;
      for (String u : d.uses()) if (seen.add(u)) open.push(u);
    }
    return false;
  }

  /// The shape of a declared or defined name.
  public List<Extent> shape(String name) {
    Definition d = definitions.get(name);
    if (d != null) return d.shape();
    Variable v = variables.get(name);
    if (v == null) throw new IllegalArgumentException("no name " + name);
    return v.shape();
  }

  public boolean isSymmetric(String name) {
    Variable v = variables.get(name);
    if (v != null) return v.set().isSymmetric();
    Definition d = definitions.get(name);
    if (d == null || d.parameters().size() != 2) return false;
    Boolean known = symmetric.get(name);
    if (known == null) {
      known =
          switch (d.body()) {
            case Definition.Inverse i -> isSymmetric(i.of());
            case Definition.Formula f -> isSymmetric(f.expr(), d.parameters());
            case Definition.Determinant _, Definition.Extreme _, Definition.ProductOver _ -> false;
            case Definition.ArgMax _, Definition.Unknown _ -> false;
          };
      symmetric.put(name, known);
    }
    return known;
  }

  /// Whether a formula stays itself when its two indices change places, as that of `X' A X` does
  /// with a symmetric A. Unknown is no.
  private boolean isSymmetric(Expr e, List<Index> axes) {
    if (!axes.get(0).extent.equals(axes.get(1).extent)) return false;
    Expr turned = t.substitute(e, axes, axes.reversed());
    return turned == e || bothWays(turned) == bothWays(e);
  }

  /// The formula with `A_ij + A_ji` for each entry of a symmetric A, multiplied out: the same
  /// whichever way each was written.
  private Expr bothWays(Expr e) {
    Expr sums =
        new Rewrite.Symbols(t) {
          @Override
          protected boolean replaces(String name) {
            return isSymmetric(name);
          }

          @Override
          protected Expr replacement(Factor.Symbol s) {
            Expr other = t.symbol(s.name, s.slot(1), s.slot(0));
            return t.plus(t.of(s), other);
          }
        }.apply(e);
    return new Expand(t, 64).apply(sums);
  }

  /// Fresh indices over the axes of a name; letters are those of its definition's parameters.
  public List<Index> indices(String name) {
    Definition d = definitions.get(name);
    List<Index> result = new ArrayList<>();
    if (d != null) d.parameters().forEach(i -> result.add(t.fresh(i)));
    else shape(name).forEach(e -> result.add(t.index(e, "")));
    return result;
  }

  /// The definition without a name that an entry is, whole and in the same order of axes.
  public java.util.Optional<Definition> anonymous(Expr entry, List<Index> axes) {
    if (entry.size() != 1 || entry.term(0).powers().size() != 1) return java.util.Optional.empty();
    Monomial m = entry.term(0);
    if (!m.coefficient.isOne() || m.hasSums() || !m.powers().get(0).exponent().isOne())
      return java.util.Optional.empty();
    if (!(m.powers().get(0).base() instanceof Factor.Symbol s)) return java.util.Optional.empty();
    Definition d = definitions.get(s.name);
    if (d == null || d.visibility() != Definition.Visibility.ANONYMOUS)
      return java.util.Optional.empty();
    return t.symbol(s.name, axes) == entry ? java.util.Optional.of(d) : java.util.Optional.empty();
  }

  /// Whether another definition is made of this one.
  public boolean isUsed(String name) {
    for (Definition d : definitions.values()) if (d.uses().contains(name)) return true;
    return false;
  }

  /// Takes back a definition that nothing uses.
  public void forget(String name) {
    definitions.remove(name);
  }

  /// The inverse of a named matrix as a definition of its own, made once.
  public Definition inverseOf(String matrix) {
    for (Definition d : definitions.values())
      if (d.body() instanceof Definition.Inverse i && i.of().equals(matrix)) return d;
    var d =
        new Definition(
            anonymousName(),
            indices(matrix),
            new Definition.Inverse(matrix),
            Definition.Visibility.ANONYMOUS);
    define(d);
    return d;
  }
}
