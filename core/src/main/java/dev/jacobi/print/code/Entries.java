package dev.jacobi.print.code;

import dev.jacobi.expr.At;
import dev.jacobi.expr.Extent;
import dev.jacobi.expr.Factor;
import dev.jacobi.expr.Index;
import dev.jacobi.expr.Model;
import dev.jacobi.print.code.Code.Kind;
import dev.jacobi.print.code.Code.Level;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Entries of named arrays and relations between indices, as whole arrays: slices where an index
/// runs through an axis or a stretch of it, else index arrays. An entry outside its array is 0.
final class Entries {
  private final Scope scope;
  private final Model model;
  private final ArrayLanguage language;

  Entries(Scope scope, ArrayLanguage language) {
    this.scope = scope;
    this.model = scope.model();
    this.language = language;
  }

  /// The array of all entries; `conditions` are the relations that stand beside it.
  Code of(Factor.Symbol s, List<Factor.Relation> conditions) {
    if (s.arity() == 0) return scalar(s.name);
    List<Extent> shape = scope.shape(s.name);
    List<String> slots = new ArrayList<>();
    List<Index> axes = new ArrayList<>();
    int arrays = 0;
    boolean constants = false;
    for (int q = 0; q < s.arity(); q++) {
      At at = s.slot(q);
      List<Index> mine = axes(at);
      constants |= mine.isEmpty();
      String slot = surely(at, shape.get(q)) ? stretch(at, shape.get(q)) : "";
      if (slot.isEmpty()) arrays++;
      else axes.addAll(mine);
      slots.add(slot);
    }
    if (arrays == 0) return repeated(axes, sliced(scope.name(s.name), slots));
    boolean oneArray = arrays == 1 && !constants && new HashSet<>(axes).size() == axes.size();
    return indexed(s, shape, slots, oneArray, conditions);
  }

  private Code scalar(String name) {
    if (!model.knows(name)) {
      if (name.equals("pi")) return Code.number(language.pi());
      if (name.equals("inf")) return Code.number(language.infinity());
      if (model.dimensions().contains(name)) return Code.number(scope.dimension(name));
    }
    if (model.integers().containsKey(name)) return Code.number(scope.name(name));
    return Code.array(List.of(), scope.name(name));
  }

  /// The indices of a term that are axes; declared integers are numbers.
  private List<Index> axes(At at) {
    List<Index> axes = new ArrayList<>(List.of(at.indices));
    axes.removeIf(model::isInteger);
    return axes;
  }

  private static boolean surely(At at, Extent size) {
    return surelyFromFirst(at) && surelyToLast(at, size);
  }

  static boolean surelyFromFirst(At at) {
    return at.times(-1).greatestValue().times(-1).minus(Extent.ONE).neverNegative();
  }

  static boolean surelyToLast(At at, Extent size) {
    return size.minus(at.greatestValue()).neverNegative();
  }

  /// `:`, `1:`, `k - 1`; empty when it takes an index array.
  private String stretch(At at, Extent size) {
    List<Index> mine = axes(at);
    if (mine.isEmpty()) return position(at, List.of()).text();
    boolean one = at.indices.length == 1 && at.coefficients[0] == 1;
    if (!one) return "";
    Extent stop = at.offset.plus(mine.get(0).extent);
    String from = at.offset.terms().isEmpty() ? "" : scope.size(at.offset).text();
    return from + ":" + (stop.equals(size) ? "" : scope.size(stop).text());
  }

  private static String sliced(String name, List<String> slots) {
    List<String> kept = new ArrayList<>(slots);
    while (!kept.isEmpty() && kept.getLast().equals(":")) kept.removeLast();
    return kept.isEmpty() ? name : name + "[" + String.join(", ", kept) + "]";
  }

  /// An index that stands twice takes the diagonal.
  private Code repeated(List<Index> axes, String text) {
    Set<Index> distinct = new LinkedHashSet<>(axes);
    if (distinct.size() == axes.size()) return Code.array(axes, text);
    if (axes.size() == 2) return Code.array(List.copyOf(distinct), language.diagonal(text));
    var letters = new Subscripts();
    String in = letters.of(axes);
    String subscripts = in + "->" + letters.of(List.copyOf(distinct));
    return Code.array(List.copyOf(distinct), language.einsum(subscripts, List.of(text)));
  }

  private Code indexed(
      Factor.Symbol s,
      List<Extent> shape,
      List<String> slots,
      boolean oneArray,
      List<Factor.Relation> conditions) {
    Set<Index> all = new LinkedHashSet<>();
    for (At at : s.slots()) all.addAll(axes(at));
    List<Index> axes = List.copyOf(all);
    List<String> texts = new ArrayList<>();
    List<String> masks = new ArrayList<>();
    for (int q = 0; q < s.arity(); q++) {
      boolean slice = oneArray && !slots.get(q).isEmpty();
      if (slice && axes(s.slot(q)).stream().anyMatch(i -> count(s, i) > 1)) {
        return indexed(s, shape, slots, false, conditions);
      }
      if (slice) texts.add(slots.get(q));
      else texts.add(place(s.slot(q), shape.get(q), oneArray, axes, conditions, masks));
    }
    String text = scope.name(s.name) + "[" + String.join(", ", texts) + "]";
    if (masks.size() == 1) masks.replaceAll(m -> m.substring(1, m.length() - 1));
    if (!masks.isEmpty()) text = language.where(String.join(" & ", masks), text);
    return Code.array(axes, text);
  }

  private static int count(Factor.Symbol s, Index i) {
    int n = 0;
    for (At at : s.slots()) if (at.contains(i)) n++;
    return n;
  }

  /// One slot as an index array, clipped where it can leave the axis; `masks` gain what says so.
  private String place(
      At at,
      Extent size,
      boolean alone,
      List<Index> axes,
      List<Factor.Relation> conditions,
      List<String> masks) {
    List<Index> own = axes(at);
    List<Index> order = alone ? own : axes;
    Code p = position(at, order);
    if (surely(at, size)) return p.text();
    Code local = new Code(own, scope.local("p", p.text()), Level.ATOM, Kind.ARRAY);
    Code spread = alone ? local.spread(axes, language) : local;
    if (!surelyFromFirst(at) && !given(at.plus(-1), conditions))
      masks.add("(" + spread.text() + " >= 0)");
    if (!surelyToLast(at, size) && !given(At.of(size).minus(at), conditions))
      masks.add("(" + spread.text() + " < " + scope.size(size).at(Level.SUM) + ")");
    return language.clip(local.text(), scope.size(size.minus(Extent.ONE)).text());
  }

  /// Whether the relation only says that an index array stays inside its axis.
  boolean isImplied(Factor.Symbol s, Factor.Relation r) {
    if (r.equality) return false;
    for (int q = 0; q < s.arity(); q++) {
      At at = s.slot(q);
      boolean first = !surelyFromFirst(at) && r.at.equals(at.plus(-1));
      Extent size = scope.shape(s.name).get(q);
      boolean last = !surelyToLast(at, size) && r.at.equals(At.of(size).minus(at));
      if (first || last) return true;
    }
    return false;
  }

  static boolean given(At notNegative, List<Factor.Relation> conditions) {
    return conditions.stream().anyMatch(r -> !r.equality && r.at.equals(notNegative));
  }

  /// The place counted from 0, spread over the axes.
  private Code position(At at, List<Index> axes) {
    Extent constant = at.offset.minus(Extent.ONE);
    for (Index i : axes(at)) constant = constant.plus(Extent.ONE.times(at.coefficient(i)));
    List<String> plus = new ArrayList<>();
    List<String> minus = new ArrayList<>();
    collect(at, axes, plus, minus);
    return total(plus, minus, constant);
  }

  private void collect(At at, List<Index> axes, List<String> plus, List<String> minus) {
    for (int q = 0; q < at.indices.length; q++) {
      Index i = at.indices[q];
      int c = at.coefficients[q];
      String text = model.isInteger(i) ? scope.name(i.letter) : range(i, axes);
      (c > 0 ? plus : minus).add(Math.abs(c) == 1 ? text : Math.abs(c) + " * " + text);
    }
  }

  private String range(Index i, List<Index> axes) {
    String text = language.range(scope.size(i.extent).text());
    return Code.array(List.of(i), text).spread(axes, language).text();
  }

  private Code total(List<String> plus, List<String> minus, Extent constant) {
    var s = new StringBuilder(String.join(" + ", plus));
    for (String m : minus) s.append(s.length() == 0 ? "-" : " - ").append(m);
    Code c = scope.size(constant);
    if (s.length() == 0) return c;
    if (c.text().startsWith("-")) s.append(" - ").append(c.text().substring(1));
    else if (!c.text().equals("0")) s.append(" + ").append(c.text());
    boolean single = plus.size() == 1 && minus.isEmpty() && constant.terms().isEmpty();
    Level level = single && !plus.get(0).contains(" * ") ? Level.ATOM : Level.SUM;
    return new Code(List.of(), s.toString(), level, Kind.ARRAY);
  }

  /// A relation as a mask; a Kronecker delta of two axes as an identity matrix.
  Code of(Factor.Relation r, List<Index> want) {
    List<Index> axes = Formulas.ordered(axes(r.at), want);
    if (r.isDelta() && axes.size() == 2)
      return new Code(
          axes,
          language.identity(scope.size(axes.get(0).extent).text(), scope),
          Level.ATOM,
          Kind.IDENTITY);
    List<String> left = new ArrayList<>();
    List<String> right = new ArrayList<>();
    collect(r.at, axes, left, right);
    Extent constant = r.at.offset;
    for (Index i : axes) constant = constant.plus(Extent.ONE.times(r.at.coefficient(i)));
    boolean turned = left.isEmpty() && !r.equality;
    if (turned) return below(axes, total(right, List.of(), Extent.ZERO), constant);
    boolean toRight = constant.times(-1).neverNegative();
    Code a = total(left, List.of(), toRight ? Extent.ZERO : constant);
    Code b = total(right, List.of(), toRight ? constant.times(-1) : Extent.ZERO);
    String text = a.text() + (r.equality ? " == " : " >= ") + b.text();
    return new Code(axes, text, Level.COMPARISON, Kind.MASK);
  }

  /// `constant ≥ x` as `x < constant + 1`.
  private Code below(List<Index> axes, Code x, Extent constant) {
    String text = x.text() + " < " + scope.size(constant.plus(Extent.ONE)).text();
    return new Code(axes, text, Level.COMPARISON, Kind.MASK);
  }

  /// `Σ_k [i ≥ k]` over the extent of i: i itself, counted from 1.
  Optional<Code> count(Factor.Relation r, Index k) {
    if (r.equality || !r.at.offset.terms().isEmpty() || r.at.indices.length != 2)
      return Optional.empty();
    Index i = r.at.indices[0].equals(k) ? r.at.indices[1] : r.at.indices[0];
    boolean plain = r.at.coefficient(i) == 1 && r.at.coefficient(k) == -1;
    if (!plain || model.isInteger(i) || !i.extent.equals(k.extent)) return Optional.empty();
    String to = scope.size(i.extent.plus(Extent.ONE)).text();
    return Optional.of(Code.array(List.of(i), language.range("1, " + to)));
  }
}
