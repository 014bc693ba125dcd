package dev.jacobi.notation;

import dev.jacobi.notation.Tex.Role;
import java.util.List;

/// `f_t * c_{t-1}`: a star between two vectors, whose matrix product there is none, is the
/// entrywise product.
final class LatexStars {
  private LatexStars() {}

  static boolean joinsVectors(LatexFormula formula, List<Tex> items, int star) {
    return star > 0
        && star + 1 < items.size()
        && before(formula, items, star) == 1
        && after(formula, items, star + 1) == 1;
  }

  /// The axes of the factor that ends before an index.
  private static int before(LatexFormula formula, List<Tex> items, int end) {
    Tex last = items.get(end - 1);
    boolean called = end > 1 && last instanceof Tex.Fence && isFunction(items.get(end - 2));
    boolean alone = end == 1 || called || !isFactor(items.get(end - 2));
    return alone || !(last instanceof Tex.Fence) ? order(formula, last) : -1;
  }

  private static int after(LatexFormula formula, List<Tex> items, int i) {
    boolean called = isFunction(items.get(i)) && i + 1 < items.size();
    return order(formula, items.get(called ? i + 1 : i));
  }

  private static boolean isFunction(Tex item) {
    Tex base = item instanceof Tex.Scripted s ? s.base() : item;
    return base.is(Role.FUNCTION) || base.is(Role.LETTER, "sigma") || base.is(Role.WORD);
  }

  private static boolean isFactor(Tex item) {
    return !item.is(Role.SIGN) && !LatexArguments.ends(item);
  }

  /// As far as a look tells: a name's axes, those of a sum of vectors and numbers, of `∂L/∂h`.
  private static int order(LatexFormula formula, Tex item) {
    return switch (item) {
      case Tex.Fence(_, _, List<Tex> inside, _, _, _) -> most(formula, inside);
      case Tex.Scripted(Tex.Fence fence, List<Tex> sub, _, _, _, _) when sub.isEmpty() ->
          order(formula, fence);
      case Tex.Fraction(List<Tex> over, List<Tex> under, _, _) -> {
        boolean slope = !over.isEmpty() && over.getFirst().is(Role.PARTIAL) && under.size() == 2;
        boolean scalar = slope && over.size() == 2 && formula.order(over.getLast()) == 0;
        yield scalar ? formula.order(under.getLast()) : -1;
      }
      default -> formula.order(item);
    };
  }

  private static int most(LatexFormula formula, List<Tex> inside) {
    int most = 0;
    for (Tex item : LatexFormula.flat(inside)) {
      if (item.is(Role.SIGN) || item.is(Role.NUMBER) || item.is(Role.FUNCTION)) {
        continue;
      }
      Tex plain = item instanceof Tex.Scripted s && s.sub().isEmpty() ? s.base() : item;
      int order = Math.max(order(formula, item), order(formula, plain));
      if (order < 0 || order > 1) {
        return -1;
      }
      most = Math.max(most, order);
    }
    return most;
  }
}
