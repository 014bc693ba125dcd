package dev.jacobi.print.code;

import dev.jacobi.expr.Index;
import dev.jacobi.print.code.Code.Level;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Sums a product over indices: by matrix products, inner products and sums along axes while one of
/// these says it, the smallest first; what is left is one `einsum`.
final class Contraction {
  private final Formulas formulas;
  private final ArrayLanguage language;
  private final List<Code> operands;
  private final Set<Index> summed;
  private final List<Index> want;

  private Contraction(Formulas formulas, List<Code> operands, Set<Index> summed, List<Index> want) {
    this.formulas = formulas;
    this.language = formulas.language;
    this.operands = new ArrayList<>(operands);
    this.summed = new LinkedHashSet<>(summed);
    this.want = want;
    for (Index i : List.copyOf(this.summed)) if (holders(i).isEmpty()) this.summed.remove(i);
  }

  /// Operands with the same product summed over these indices.
  static List<Code> of(Formulas f, List<Code> operands, Set<Index> summed, List<Index> want) {
    var c = new Contraction(f, operands, summed, want);
    while (!c.summed.isEmpty() && c.step()) {}
    if (!c.summed.isEmpty()) c.einsum();
    return c.operands;
  }

  private List<Code> holders(Index i) {
    return operands.stream().filter(c -> c.axes().contains(i)).toList();
  }

  private boolean step() {
    return alone() || together() || matrixProduct() || scaled();
  }

  private void replace(List<Code> old, Code with, Set<Index> gone) {
    int place = operands.indexOf(old.get(0));
    operands.set(place, with);
    for (Code c : old.subList(1, old.size())) operands.remove(c);
    summed.removeAll(gone);
  }

  /// Indices that one operand alone holds: a sum along axes, or a trace.
  private boolean alone() {
    for (Code c : operands) {
      List<Integer> places = new ArrayList<>();
      Set<Index> gone = new HashSet<>();
      for (int q = 0; q < c.order(); q++) {
        Index i = c.axes().get(q);
        if (!summed.contains(i) || holders(i).size() > 1) continue;
        places.add(q);
        gone.add(i);
      }
      if (places.isEmpty()) continue;
      List<Index> left = new ArrayList<>(c.axes());
      left.removeAll(gone);
      String text = formulas.number(c).text();
      String sum = language.sum(text, left.isEmpty() ? List.of() : places);
      replace(List.of(c), Code.array(left, sum), gone);
      return true;
    }
    return false;
  }

  /// Two operands of the same axes, not both vectors: entry by entry.
  private boolean together() {
    for (Code a : operands)
      for (Code b : operands) {
        if (a == b || a.order() != b.order() || !touches(a)) continue;
        if (!new HashSet<>(a.axes()).equals(new HashSet<>(b.axes()))) continue;
        boolean inner = a.order() == 1 && holders(a.axes().get(0)).size() == 2;
        if (inner) continue;
        replace(List.of(a, b), Products.spread(formulas, List.of(a, b), a.axes()), Set.of());
        return true;
      }
    return false;
  }

  private boolean touches(Code c) {
    return c.axes().stream().anyMatch(summed::contains);
  }

  /// The product over one index of two vectors, a matrix and a vector, or two matrices; the one
  /// with the smallest result first.
  private boolean matrixProduct() {
    Code bestA = null;
    Code bestB = null;
    Index best = null;
    int least = 3;
    for (Index k : summed) {
      List<Code> two = holders(k);
      if (two.size() != 2) continue;
      Code a = two.get(0);
      Code b = two.get(1);
      if (a.order() > 2 || b.order() > 2 || shared(a, b) != 1) continue;
      int order = a.order() + b.order() - 2;
      if (order >= least) continue;
      least = order;
      best = k;
      bestA = a;
      bestB = b;
    }
    if (best == null) return false;
    replace(List.of(bestA, bestB), product(bestA, bestB, best), Set.of(best));
    return true;
  }

  private static int shared(Code a, Code b) {
    return (int) a.axes().stream().filter(b.axes()::contains).count();
  }

  private Code product(Code a, Code b, Index k) {
    boolean masks = (a.isMask() && b.isMask()) || !language.contractsMasks();
    Code x = masks ? formulas.number(a) : a;
    Code y = masks && !language.contractsMasks() ? formulas.number(b) : b;
    if (x.order() == 1 && y.order() == 1) return product(x, y);
    if (x.order() == 1) return product(last(y, k), x);
    if (y.order() == 1) return product(last(x, k), y);
    Index i = other(x, k);
    Index j = other(y, k);
    int straight = turns(last(x, k), x) + turns(first(y, k), y);
    int turned = turns(last(y, k), y) + turns(first(x, k), x);
    List<Index> order = Formulas.ordered(List.of(i, j), want);
    boolean wanted = want.contains(i) && want.contains(j);
    if (wanted && !order.get(0).equals(i)) straight++;
    if (wanted && order.get(0).equals(i)) turned++;
    return straight <= turned ? product(last(x, k), first(y, k)) : product(last(y, k), first(x, k));
  }

  private static int turns(Code turned, Code from) {
    return turned.axes().equals(from.axes()) ? 0 : 1;
  }

  private static Index other(Code c, Index k) {
    return c.axes().get(c.axes().get(0).equals(k) ? 1 : 0);
  }

  private Code last(Code c, Index k) {
    return c.permuted(List.of(other(c, k), k), language);
  }

  private Code first(Code c, Index k) {
    return c.permuted(List.of(k, other(c, k)), language);
  }

  private static Code product(Code a, Code b) {
    List<Index> axes = new ArrayList<>(a.axes().subList(0, a.order() - 1));
    axes.addAll(b.axes().subList(1, b.order()));
    String left = a.level() == Level.PRODUCT ? "(" + a.text() + ")" : a.at(Level.MATRIX_PRODUCT);
    String text = left + " @ " + b.at(Level.POWER);
    return new Code(axes, text, Level.MATRIX_PRODUCT, Code.Kind.ARRAY);
  }

  /// An operand whose axes another one has too scales it.
  private boolean scaled() {
    for (Code v : operands) {
      if (v.isScalar() || !touches(v)) continue;
      Code best = null;
      for (Code a : operands) {
        if (a.order() <= v.order() || !a.axes().containsAll(v.axes())) continue;
        if (best == null || a.order() < best.order()) best = a;
      }
      if (best == null) continue;
      replace(List.of(best, v), scaled(best, v), Set.of());
      return true;
    }
    return false;
  }

  private Code scaled(Code a, Code v) {
    boolean turn = a.order() == 2 && v.order() == 1 && a.axes().get(0).equals(v.axes().get(0));
    Code x = turn ? a.permuted(a.axes().reversed(), language) : a;
    return Products.spread(formulas, List.of(x, v), x.axes());
  }

  private void einsum() {
    List<Code> joined = new ArrayList<>();
    Set<Index> axes = new LinkedHashSet<>();
    for (Code c : operands) {
      if (!touches(c)) continue;
      joined.add(c);
      axes.addAll(c.axes());
    }
    axes.removeAll(summed);
    List<Index> order = Formulas.ordered(axes, want);
    var letters = new Subscripts();
    List<String> in = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    boolean masks = joined.stream().allMatch(Code::isMask) || !language.contractsMasks();
    for (Code c : joined) {
      in.add(letters.of(c.axes()));
      texts.add(masks ? formulas.number(c).text() : c.text());
    }
    String subscripts = String.join(",", in) + "->" + letters.of(order);
    replace(joined, Code.array(order, language.einsum(subscripts, texts)), Set.copyOf(summed));
  }
}
