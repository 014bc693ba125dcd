package dev.jacobi.notation;

import dev.jacobi.notation.Tex.Role;
import java.util.List;
import java.util.Optional;

/// `f_t * c_{t-1}`: a star between two vectors, or two matrices of one shape, whose matrix product
/// there is none, is the entrywise product.
final class LatexStars {
  private static final List<String> NUMBER = List.of();
  private static final List<String> VECTOR = List.of("");

  private LatexStars() {}

  static boolean joinsEntries(LatexFormula formula, List<Tex> items, int star) {
    if (star == 0 || star + 1 >= items.size()) {
      return false;
    }
    Optional<List<String>> left = before(formula, items, star);
    if (left.isEmpty() || !left.equals(after(formula, items, star + 1))) {
      return false;
    }
    List<String> axes = left.get();
    boolean vectors = axes.equals(VECTOR);
    return vectors || axes.size() == 2 && !axes.getFirst().equals(axes.getLast());
  }

  /// The axes of the factor that ends before an index.
  private static Optional<List<String>> before(LatexFormula formula, List<Tex> items, int end) {
    Tex last = items.get(end - 1);
    boolean called = end > 1 && last instanceof Tex.Fence && isFunction(items.get(end - 2));
    boolean alone = end == 1 || called || !isFactor(items.get(end - 2));
    return alone || !(last instanceof Tex.Fence) ? axes(formula, last) : Optional.empty();
  }

  private static Optional<List<String>> after(LatexFormula formula, List<Tex> items, int i) {
    boolean called = isFunction(items.get(i)) && i + 1 < items.size();
    return axes(formula, items.get(called ? i + 1 : i));
  }

  private static boolean isFunction(Tex item) {
    Tex base = item instanceof Tex.Scripted s ? s.base() : item;
    return base.is(Role.FUNCTION) || base.is(Role.LETTER, "sigma") || base.is(Role.WORD);
  }

  private static boolean isFactor(Tex item) {
    return !item.is(Role.SIGN) && !LatexArguments.ends(item);
  }

  /// As far as a look tells: a name's axes, those of a sum of such and numbers, of `∂L/∂h`.
  private static Optional<List<String>> axes(LatexFormula formula, Tex item) {
    return switch (item) {
      case Tex.Fence(_, _, List<Tex> inside, _, _, _) -> ofSum(formula, inside);
      case Tex.Scripted(Tex.Fence fence, List<Tex> sub, _, _, _, _) when sub.isEmpty() ->
          axes(formula, fence);
      case Tex.Fraction(List<Tex> over, List<Tex> under, _, _) -> {
        boolean slope = !over.isEmpty() && over.getFirst().is(Role.PARTIAL) && under.size() == 2;
        boolean scalar = slope && over.size() == 2 && formula.order(over.getLast()) == 0;
        yield scalar ? ofName(formula, under.getLast()) : Optional.empty();
      }
      default -> ofName(formula, item);
    };
  }

  private static Optional<List<String>> ofName(LatexFormula formula, Tex item) {
    List<String> extents = formula.naming.extents(item);
    return switch (formula.order(item)) {
      case 0 -> Optional.of(NUMBER);
      case 1 -> Optional.of(VECTOR);
      case 2 -> extents.size() == 2 ? Optional.of(extents) : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static Optional<List<String>> ofSum(LatexFormula formula, List<Tex> inside) {
    List<String> most = NUMBER;
    for (Tex item : LatexFormula.flat(inside)) {
      boolean called = item instanceof Tex.Scripted s && s.base().is(Role.FUNCTION);
      if (item.is(Role.SIGN) || item.is(Role.NUMBER) || item.is(Role.FUNCTION) || called) {
        continue;
      }
      if (item instanceof Tex.Scripted s && LatexScripts.isTransposed(LatexFormula.flat(s.sup()))) {
        return Optional.empty();
      }
      Tex plain = item instanceof Tex.Scripted s && s.sub().isEmpty() ? s.base() : item;
      Optional<List<String>> own =
          item instanceof Tex.Fence
              ? axes(formula, item)
              : ofName(formula, item).or(() -> ofName(formula, plain));
      if (own.isEmpty() || !most.isEmpty() && !own.get().isEmpty() && !most.equals(own.get())) {
        return Optional.empty();
      }
      most = own.get().isEmpty() ? most : own.get();
    }
    return Optional.of(most);
  }
}
