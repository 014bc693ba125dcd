package dev.jacobi.print;

import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.Syntax.Op;
import dev.jacobi.notation.Trees;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The sums that the user wrote in definitions: where one of them comes up again in a derivative,
/// its terms stand in his order, and not transposed. After `s = W x + b` a condition says `1[W x +
/// b > 0]`.
final class WrittenSums {
  /// What a formula costs less that stands as the user wrote it: a little more than a transpose.
  static final double LIKED = 0.35;

  private final Map<Integer, List<List<Syntax>>> sums = new HashMap<>(); // by the hash of the terms

  void add(Syntax definition) {
    Trees.walk(
        definition,
        s -> {
          if (!isSum(s)) return;
          List<Syntax> terms = new ArrayList<>();
          terms(s, false, terms);
          sums.computeIfAbsent(hash(terms), _ -> new ArrayList<>()).add(terms);
        });
  }

  /// These terms in the order in which the user wrote them; none where he did not.
  Optional<List<Syntax>> order(List<Syntax> terms) {
    if (terms.size() < 2 || sums.isEmpty()) return Optional.empty();
    for (List<Syntax> written : sums.getOrDefault(hash(terms), List.of())) {
      List<Syntax> left = new ArrayList<>(terms);
      List<Syntax> ordered = new ArrayList<>();
      for (Syntax w : written)
        for (Syntax s : left)
          if (same(w, s)) {
            ordered.add(s);
            left.remove(s);
            break;
          }
      if (left.isEmpty() && ordered.size() == written.size()) return Optional.of(ordered);
    }
    return Optional.empty();
  }

  boolean holds(Syntax s) {
    if (!isSum(s)) return false;
    List<Syntax> terms = new ArrayList<>();
    terms(s, false, terms);
    return order(terms).isPresent();
  }

  private static boolean isSum(Syntax s) {
    return s instanceof Syntax.Binary b && (b.op() == Op.PLUS || b.op() == Op.MINUS);
  }

  /// The terms with their signs, in order.
  private static void terms(Syntax s, boolean negative, List<Syntax> into) {
    if (s instanceof Syntax.Binary b && isSum(s)) {
      terms(b.left(), negative, into);
      terms(b.right(), negative ^ (b.op() == Op.MINUS), into);
    } else {
      into.add(negative ? Build.negate(s) : s);
    }
  }

  private static int hash(List<Syntax> terms) {
    int sum = terms.size();
    for (Syntax s : terms) sum += hash(s) * 0x9E3779B9;
    return sum;
  }

  /// The place in the input is nothing to it.
  private static int hash(Syntax s) {
    int h = label(s).hashCode();
    for (Syntax p : Trees.parts(s)) h = 31 * h + hash(p);
    return h;
  }

  private static boolean same(Syntax a, Syntax b) {
    if (a.getClass() != b.getClass() || !label(a).equals(label(b))) return false;
    List<Syntax> x = Trees.parts(a);
    List<Syntax> y = Trees.parts(b);
    if (x.size() != y.size()) return false;
    for (int q = 0; q < x.size(); q++) if (!same(x.get(q), y.get(q))) return false;
    return true;
  }

  /// What a node says beside its parts.
  private static String label(Syntax s) {
    return switch (s) {
      case Syntax.Name n -> n.text();
      case Syntax.Num n -> n.digits();
      case Syntax.Binary b -> b.op().name();
      case Syntax.Call c -> c.function();
      case Syntax.Prime p -> p.function();
      case Syntax.Norm n -> n.kind();
      case Syntax.Compare c -> c.relation().name();
      case Syntax.Bound b -> b.operator() + b.binders().stream().map(Syntax.Binder::index).toList();
      case Syntax.Negate _ -> "-";
      case Syntax.Transpose _ -> "'";
      case Syntax.Entry _ -> "[]";
      case Syntax.Colon _ -> ":";
      case Syntax.Indicator _ -> "1";
      case Syntax.Block _ -> "[;]";
      case Syntax.Derivative _ -> "d";
    };
  }
}
