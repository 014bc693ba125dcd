package dev.jacobi.notation;

import dev.jacobi.notation.LatexResolved.Base;
import dev.jacobi.notation.Tex.Role;
import java.util.ArrayList;
import java.util.List;

/// What a bracket after a name is: its argument, a factor, or what it is said to rest on.
record LatexApplied(LatexNames names) {
  private static final String FUNCTION_LETTERS =
      " f g h F G L J p q P Q ell sigma phi psi Phi Psi delta mathcal l ";

  /// Whether it is an argument; `calling` where every bracket after a name is one.
  boolean isCalled(LatexResolved resolved, Tex.Scripted own, Tex fence, boolean calling) {
    String name = resolved.name();
    boolean round =
        (fence instanceof Tex.Scripted(Tex base, _, _, _, _, _) ? base : fence)
                instanceof Tex.Fence(String open, _, _, _, _, _)
            && open.equals("(");
    boolean comma = LatexScripts.split(LatexNaming.items(fence)).size() > 1;
    if (!round) {
      return false;
    }
    if (own.primes() > 0 && own.sub().isEmpty() && names.isFunction(name) && isNumber(name)) {
      return true; // g'(a^T x)
    }
    if (names.isValue(name) && !comma && mentions(LatexNaming.items(fence), name)) {
      return false; // g (1 - g)
    }
    boolean both = !resolved.raised(own).sup().isEmpty() && fence instanceof Tex.Scripted;
    if (names.isDependent(name)
        && !comma
        && (both || !isOneOther(name, LatexNaming.items(fence)))) {
      return false; // a product: A^T (B C)^T
    }
    if (names.isFunction(name) || comma || calling) {
      return true;
    }
    boolean differential = names.known(List.of(name)).isPresent(); // `dq_i (\dots)`
    if (names.isValue(name) || differential) {
      return false;
    }
    return (Vocabulary.isFunction(name) && !name.equals("e"))
        || FUNCTION_LETTERS.contains(" " + name + " ")
        || (resolved.stem().length() > 1 && Vocabulary.greekLetter(resolved.stem()).isEmpty());
  }

  /// `J(v, o, U)`, `D(q \| p)`, `J(\theta)` with a θ that nothing declares: what a number of the
  /// key depends on is only said.
  boolean isSaid(String name, boolean alias, List<Tex> items, int next) {
    if (isGiven(name, items, next)) {
      return true;
    }
    if (names.order(name) != 0
        || !alias && !names.isDependent(name)
        || next >= items.size()
        || !(items.get(next) instanceof Tex.Fence fence)
        || !fence.open().equals("(")) {
      return false;
    }
    List<List<Tex>> parts = LatexScripts.listed(LatexFormula.flat(fence.items()));
    boolean two = fence.items().stream().filter(item -> item.is(Role.STOP, "||")).count() == 1;
    boolean bars = two || fence.items().stream().anyMatch(item -> item.is(Role.STOP, "|"));
    if (bars && !names.isSaidSo(name, LatexLabels.said(fence.items()))) {
      return false;
    }
    if (two && parts.size() > 1) {
      return true; // D(q(z | x) || p(z))
    }
    for (List<Tex> part : parts) {
      Base base = part.size() == 1 ? LatexNaming.base(core(part.getFirst())) : null;
      boolean known = base != null && names.known(List.of(base.name())).isPresent();
      if (base == null || known && (bars || parts.size() == 1 && !alias)) {
        return false;
      }
    }
    return !parts.isEmpty();
  }

  /// `p(x | \mu)` of a value that rests on x and on μ: one bar is no absolute value. The same is
  /// said of it each time, or another p may be meant.
  private boolean isGiven(String name, List<Tex> items, int next) {
    if (names.order(name) < 0
        || next >= items.size()
        || !(items.get(next) instanceof Tex.Fence fence)
        || !fence.open().equals("(")) {
      return false;
    }
    List<Tex> inside = LatexFormula.flat(fence.items());
    if (inside.stream().filter(item -> item.is(Role.STOP, "|")).count() != 1) {
      return false;
    }
    List<String> on = new ArrayList<>();
    for (List<Tex> part : LatexScripts.listed(inside)) {
      Base base = part.size() == 1 ? LatexNaming.base(core(part.getFirst())) : null;
      on.add(base == null ? "" : base.name());
    }
    return names.rests(name, on);
  }

  /// Whether a value may be said to rest on it: `J(x)`, `J(W_1)`, `J(\tilde y)`.
  private boolean isOneOther(String name, List<Tex> items) {
    if (items.isEmpty()) {
      return false;
    }
    Tex first = items.getFirst() instanceof Tex.Scripted s ? s.base() : items.getFirst();
    Base base = LatexNaming.base(first);
    return base != null
        && LatexRun.at(items, 0, names).length() == items.size()
        && !(items.size() == 1 && base.name().equals(name));
  }

  /// `P(X = x)`, `p(y | x)`.
  boolean isProbability(String name, List<Tex> inside) {
    boolean letter = name.equals("P") || name.equals("p") || name.equals("Pr");
    return letter
        && !names.isValue(name)
        && (LatexBlocks.hasRelation(inside) || inside.stream().anyMatch(i -> i.is(Role.STOP, "|")));
  }

  private boolean isNumber(String name) {
    return names.order(name) == 0;
  }

  /// Whether a name stands among things without an argument of its own.
  private static boolean mentions(List<Tex> items, String name) {
    for (int i = 0; i < items.size(); i++) {
      Tex item = items.get(i) instanceof Tex.Scripted s ? s.base() : items.get(i);
      boolean inner = item instanceof Tex.Fence && mentions(LatexNaming.items(item), name);
      Base base = LatexNaming.base(item);
      if (inner || base != null && base.name().equals(name) && !LatexNaming.isFence(items, i + 1)) {
        return true;
      }
    }
    return false;
  }

  private static Tex core(Tex item) {
    return item instanceof Tex.Scripted scripted ? LatexScripts.merged(scripted).base() : item;
  }
}
