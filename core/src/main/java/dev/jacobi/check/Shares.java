package dev.jacobi.check;

import dev.jacobi.expr.Definition;
import dev.jacobi.expr.Expand;
import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Extent;
import dev.jacobi.expr.Factor;
import dev.jacobi.expr.Index;
import dev.jacobi.expr.Monomial;
import dev.jacobi.expr.Rational;
import dev.jacobi.expr.Terms;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.Trees;
import dev.jacobi.notation.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// `L_i`, where L is a number that sums over the examples: the share of example i, the term of the
/// sum; of a mean, without its `1/N`.
final class Shares {
  private static final int MOST_TERMS = 100;

  private final Setting setting;
  private final Terms t;

  Shares(Setting setting) {
    this.setting = setting;
    this.t = setting.model.t;
  }

  /// The formulas with every number that has an index read as its share; one reading for each axis
  /// that the sums may run over, the axis of a mean first.
  List<List<Syntax>> readings(List<Syntax> formulas) {
    Set<String> numbers = new LinkedHashSet<>();
    for (Syntax s : formulas) Trees.walk(s, x -> number(x).ifPresent(numbers::add));
    if (numbers.size() != 1) return List.of();
    String name = numbers.iterator().next();
    List<List<Syntax>> all = new ArrayList<>();
    for (Extent over : axes(name)) {
      String share = define(name, over);
      all.add(formulas.stream().map(s -> Trees.map(s, x -> named(x, share))).toList());
    }
    return all;
  }

  private Optional<String> number(Syntax s) {
    if (!(s instanceof Syntax.Entry e) || e.indices().size() != 1) return Optional.empty();
    if (!(e.of() instanceof Syntax.Name n) || e.indices().getFirst() instanceof Syntax.Colon)
      return Optional.empty();
    String name = Vocabulary.canonicalName(n.text());
    Definition d = setting.model.definitions().get(name);
    boolean number = d != null && d.body() instanceof Definition.Formula && d.shape().isEmpty();
    return number ? Optional.of(name) : Optional.empty();
  }

  private Syntax named(Syntax s, String share) {
    if (number(s).isEmpty()) return s;
    var e = (Syntax.Entry) s;
    return new Syntax.Entry(new Syntax.Name(share, e.place()), e.indices(), e.place());
  }

  /// The extents over which every term is summed once.
  private List<Extent> axes(String name) {
    Set<Extent> all = null;
    for (Monomial m : body(name).terms()) {
      List<Extent> own = m.summed().stream().map(i -> i.extent).toList();
      Set<Extent> once = new LinkedHashSet<>(own);
      once.removeIf(x -> own.indexOf(x) != own.lastIndexOf(x));
      if (all == null) all = once;
      else all.retainAll(once);
    }
    if (all == null) return List.of();
    List<Extent> sorted = new ArrayList<>(all);
    sorted.sort((a, b) -> Boolean.compare(isMean(name, b), isMean(name, a)));
    return sorted;
  }

  private Expr body(String name) {
    Expr e = ((Definition.Formula) setting.model.definitions().get(name).body()).expr();
    return new Expand(t, MOST_TERMS).apply(e);
  }

  private boolean isMean(String name, Extent over) {
    return body(name).terms().stream().allMatch(m -> isDivided(m, over));
  }

  private boolean isDivided(Monomial m, Extent over) {
    Expr n = t.extent(over);
    if (n.isNumber()) return m.coefficient.den().equals(n.number().num());
    return m.powers().stream()
        .anyMatch(p ->
            p.base() instanceof Factor.Symbol
                && t.of(p.base()) == n
                && p.exponent().isNumber()
                && p.exponent().number().equals(Rational.MINUS_ONE));
  }

  private String define(String name, Extent over) {
    String share = "\u00b7" + name + "/" + over;
    if (setting.model.knows(share)) return share;
    Index example = t.index(over, "");
    List<Expr> terms = new ArrayList<>();
    for (Monomial m : body(name).terms()) terms.add(opened(m, example));
    Expr whole = t.add(terms);
    if (isMean(name, over)) whole = t.times(whole, t.extent(over));
    setting.model.define(
        new Definition(
            share,
            List.of(example),
            new Definition.Formula(whole),
            Definition.Visibility.TRANSPARENT));
    return share;
  }

  private Expr opened(Monomial m, Index example) {
    Terms.Open open = t.open(m);
    Index at =
        open.summed().stream()
            .filter(i -> i.extent.equals(example.extent))
            .findFirst()
            .orElseThrow();
    List<Index> rest = new ArrayList<>(open.summed());
    rest.remove(at);
    Expr body = t.close(new Terms.Open(open.coefficient(), open.powers(), rest));
    return t.substitute(body, at, example);
  }
}
