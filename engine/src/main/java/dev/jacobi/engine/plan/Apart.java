package dev.jacobi.engine.plan;

import dev.jacobi.expr.Function;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Functions whose vectors are much code have a loop of their own where two would share one: of the
/// second the compiler makes a call, and objects of the vectors that go through it.
final class Apart {
  private static final Set<Function> LONG =
      EnumSet.of(
          Function.EXP,
          Function.TANH,
          Function.SIGMOID,
          Function.SOFTPLUS,
          Function.ERF,
          Function.ASINH,
          Function.ACOSH,
          Function.ATANH,
          Function.FLOOR,
          Function.SIGN);
  private static final int FEW = 12; // nodes that may come before
  private static final int LEAST = 4; // the shortest vectors

  private final Workshop shop;
  private final List<Var> loops;

  Apart(Workshop shop, List<Var> loops) {
    this.shop = shop;
    this.loops = loops;
  }

  Scalar of(Scalar body) {
    if (loops.stream().noneMatch(v -> v.extent() >= LEAST)) return body;
    if (body instanceof Scalar.Call c && isLong(c)) {
      Scalar x = c.argument();
      boolean simple = calls(x).isEmpty() && Reads.nodes(x).size() <= FEW;
      return simple ? body : shop.scalars.call(c.function, kept(x).orElse(x));
    }
    List<Scalar.Call> calls = calls(body);
    boolean one = calls.size() == 1 && Reads.nodes(calls.getFirst().argument()).size() <= FEW;
    if (calls.isEmpty() || one) return body;
    Set<Scalar> guarded = LongBody.guarded(Reads.nodes(body));
    return new Rebuilt(
            shop.scalars,
            s ->
                s instanceof Scalar.Call c && isLong(c) && !guarded.contains(s)
                    ? kept(s)
                    : Optional.empty())
        .of(body);
  }

  private static boolean isLong(Scalar.Call c) {
    return LONG.contains(c.function);
  }

  private static List<Scalar.Call> calls(Scalar body) {
    return Reads.nodes(body).stream()
        .filter(s -> s instanceof Scalar.Call c && isLong(c))
        .map(s -> (Scalar.Call) s)
        .toList();
  }

  /// A part as an array, where it fits into one.
  private Optional<Scalar> kept(Scalar part) {
    if (!LongBody.isFree(part, loops)) return Optional.empty();
    List<Var> axes = loops.stream().filter(part.vars::contains).toList();
    return Optional.of(shop.load(shop.keep(part, axes), axes));
  }
}
