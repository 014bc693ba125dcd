package dev.jacobi.notation;

import dev.jacobi.notation.LatexResolved.Base;
import dev.jacobi.notation.Tex.Leaf;
import dev.jacobi.notation.Tex.Role;
import dev.jacobi.notation.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds the names in letters and scripts: `dW2` is one, `Wx` two, `W_1` one when it is known, and
/// a name before a parenthesis is a call when it is a function.
final class LatexNaming {
  private static final String FUNCTION_LETTERS =
      " f g h F G L J p q P Q ell sigma phi psi Phi Psi delta mathcal l ";

  private final LatexFormula formula;
  private final LatexNames names;
  private final LatexSpecials specials;
  private boolean calling;

  LatexNaming(LatexFormula formula) {
    this.formula = formula;
    this.names = formula.names;
    this.specials = new LatexSpecials(formula);
  }

  /// Reads names as functions before every parenthesis, as in `\partial J(x)`.
  void calling(boolean always) {
    calling = always;
  }

  int order(Tex item) {
    String name = whole(item);
    return name.isEmpty() ? -1 : names.order(name);
  }

  /// The name that a thing is; empty when it is an entry of one, or no name.
  private String whole(Tex item) {
    return switch (item) {
      case Leaf(Role role, String text, _, _, _) when role == Role.LETTER || role == Role.WORD ->
          text;
      case Tex.Scripted raw -> {
        Tex.Scripted scripted = LatexScripts.merged(raw);
        Base base = base(scripted.base());
        boolean alone =
            scripted.primes() == 0
                && (scripted.sup().isEmpty() || LatexScripts.isLabel(scripted.sup()));
        var label = base == null ? Optional.<LatexLabels.Label>empty() : known(base, scripted);
        if (label.isPresent()) {
          Tex.Scripted rest = label.get().rest();
          yield rest.sup().isEmpty() && rest.sub().isEmpty() ? label.get().name() : "";
        }
        yield base == null || !alone ? "" : LatexResolved.of(base, scripted, names).whole();
      }
      case Tex.Accent _ -> {
        Base base = base(item);
        yield base == null ? "" : LatexResolved.of(base, LatexScripts.NONE, names).whole();
      }
      default -> "";
    };
  }

  /// The extents of a thing that is a vector or a matrix; empty when they are not known.
  List<String> extents(Tex item) {
    String name = whole(item);
    return name.isEmpty() ? List.of() : names.extents(name);
  }

  private Optional<LatexLabels.Label> known(Base base, Tex.Scripted scripted) {
    return LatexLabels.known(base, scripted, names);
  }

  /// A letter with the accents over it; null when something else is there.
  static Base base(Tex item) {
    return switch (item) {
      case Leaf(Role role, String text, _, _, _) when role == Role.LETTER || role == Role.WORD ->
          new Base(text, "");
      case Tex.Group(List<Tex> items, _, _, _) when items.size() == 1 -> base(items.getFirst());
      case Tex.Accent(String accent, List<Tex> of, _, _, _) -> {
        Base inner =
            LatexFormula.flat(of).size() == 1 ? base(LatexFormula.flat(of).getFirst()) : null;
        String word = inner == null ? LatexResolved.joined(LatexFormula.flat(of)) : "";
        if (inner == null && !word.isEmpty()) {
          inner = new Base(word, "");
        }
        yield inner == null ? null : new Base(inner.stem(), inner.accents() + "_" + accent);
      }
      case Tex.Scripted(Tex of, List<Tex> sub, List<Tex> sup, int primes, _, _)
          when sup.isEmpty() && primes == 0 -> {
        Base inner = base(of);
        String below = LatexResolved.joined(LatexFormula.flat(sub));
        yield inner == null || below.isEmpty()
            ? null
            : new Base(LatexResolved.lowered(inner.stem(), below), inner.accents());
      }
      default -> null;
    };
  }

  /// Says the name at an index, with its scripts and what it is called with.
  int named(List<Tex> items, int i) {
    if (LatexDerivatives.isSlashed(items, i, names)) {
      return LatexDerivatives.slashed(formula, items, i);
    }
    LatexRun run = LatexRun.at(items, i, names);
    Tex last = items.get(i + run.length() - 1);
    Tex.Scripted scripted =
        last instanceof Tex.Scripted raw ? LatexScripts.merged(raw) : LatexScripts.NONE;
    Tex core = last instanceof Tex.Scripted ? scripted.base() : last;
    Base base = run.length() > 1 ? new Base(run.word(), "") : base(core);
    int next = i + run.length();
    if (base == null) {
      throw formula.unread(core, "an accent stands over one name", "");
    }
    String function = LatexRun.function(base.name(), names);
    if (!function.isEmpty() && function.length() > 1 && isApplied(function, base, scripted)) {
      if (Vocabulary.BOUND_OPERATORS.contains(function)
          && !scripted.sub().isEmpty()
          && !isFence(items, next)) {
        return new LatexLarge(formula)
            .read(
                items,
                next - 1,
                new Leaf(Role.LARGE, function, false, last.from(), last.to()),
                LatexFormula.flat(scripted.sub()),
                LatexFormula.flat(scripted.sup()));
      }
      return apply(function, last, scripted, items, next, true);
    }
    return name(base, scripted, last, items, next);
  }

  private boolean isApplied(String function, Base base, Tex.Scripted s) {
    boolean builtIn = Vocabulary.FUNCTIONS.contains(function) && base.accents().isEmpty();
    if (!builtIn || names.isValue(function)) {
      return false;
    }
    return s.sub().isEmpty() || LatexResolved.of(base, s, names).isEntry();
  }

  private int name(Base base, Tex.Scripted scripted, Tex at, List<Tex> items, int next) {
    Optional<LatexLabels.Label> label = LatexLabels.known(base, scripted, names);
    if (label.isPresent()) {
      labelled(label.get(), at);
      return next;
    }
    int special = specials.read(base.name(), scripted, at, items, next);
    if (special > 0) {
      return special;
    }
    LatexResolved resolved = LatexResolved.of(base, scripted, names);
    boolean raised = !resolved.raised(scripted).sup().isEmpty();
    if (isFence(items, next) && isProbability(base.name(), items(items.get(next)))) {
      throw formula.unread(at, "probabilities are not read", "");
    }
    if (!resolved.isEntry() && isAtHead(resolved.name(), items, next, true)) {
      return apply(resolved.name(), at, resolved.raised(scripted), items, next, true);
    }
    if (isFence(items, next) && isCalled(resolved, scripted, items.get(next), raised)) {
      String below = LatexResolved.joined(LatexFormula.flat(scripted.sub()));
      if (!resolved.hasPlainIndices() && !below.isEmpty() && !resolved.usesSup()) {
        String function = LatexResolved.lowered(resolved.name(), below);
        return apply(function, at, resolved.raised(scripted), items, next, false);
      }
      Tex.Scripted rest = resolved.rest(scripted);
      return apply(resolved.name(), at, rest, items, next, false);
    }
    int start = formula.out.size();
    formula.emit(Kind.NAME, resolved.name(), at);
    if (!resolved.isEntry() && isIndexed(resolved.name(), items, next)) {
      LatexScripts.entry(formula, LatexScripts.split(items(items.get(next))), at);
      formula.scripts(start, resolved.raised(scripted));
      if (items.get(next) instanceof Tex.Scripted after) {
        formula.scripts(start, after);
      }
      return next + 1;
    }
    if (resolved.isEntry()) {
      LatexScripts.entry(formula, resolved.indices(), at);
    }
    formula.scripts(start, resolved.raised(scripted));
    return next;
  }

  private void labelled(LatexLabels.Label label, Tex at) {
    int start = formula.out.size();
    Tex.Scripted rest = label.rest();
    formula.emit(Kind.NAME, label.name(), at);
    List<Tex> sub = LatexFormula.flat(rest.sub());
    if (!sub.isEmpty()) {
      LatexScripts.entry(formula, LatexScripts.indices(sub, names.order(label.name())), at);
    }
    formula.scripts(
        start,
        new Tex.Scripted(
            rest.base(), List.of(), rest.sup(), rest.primes(), rest.from(), rest.to()));
  }

  /// `W[i, j]`: brackets right after a name, with a letter or number for each of its axes.
  private boolean isIndexed(String name, List<Tex> items, int next) {
    if (!isFence(items, next)) {
      return false;
    }
    Tex after = items.get(next) instanceof Tex.Scripted s ? s.base() : items.get(next);
    if (!(after instanceof Tex.Fence(String open, _, _, boolean tight, _, _))
        || !open.equals("[")
        || !tight) {
      return false;
    }
    List<List<Tex>> indices = LatexScripts.split(items(after));
    int order = names.order(name);
    return !indices.isEmpty()
        && (order == indices.size() || order < 0 && indices.size() > 1)
        && indices.stream().allMatch(index -> LatexIndices.isPlace(index));
  }

  static List<Tex> items(Tex item) {
    return switch (item) {
      case Tex.Fence fence -> LatexFormula.flat(fence.items());
      case Tex.Scripted scripted -> items(scripted.base());
      default -> List.of();
    };
  }

  static boolean isFence(List<Tex> items, int i) {
    if (i >= items.size()) {
      return false;
    }
    Tex item = items.get(i) instanceof Tex.Scripted scripted ? scripted.base() : items.get(i);
    return item instanceof Tex.Fence(String open, _, _, _, _, _) && LatexFences.isBracket(open);
  }

  /// `P(X = x)`, `p(y | x)`.
  private boolean isProbability(String name, List<Tex> inside) {
    boolean letter = name.equals("P") || name.equals("p") || name.equals("Pr");
    return letter
        && !names.isValue(name)
        && (LatexBlocks.hasRelation(inside) || inside.stream().anyMatch(i -> i.is(Role.BAD)));
  }

  /// `(\cdot)`, `(.)`: whatever the argument is.
  private static boolean isPlaceholder(List<Tex> items, int i) {
    List<Tex> inside = isFence(items, i) ? items(items.get(i)) : List.of();
    return inside.size() == 1
        && items.get(i) instanceof Tex.Fence
        && (inside.getFirst().is(Role.SIGN, "·") || inside.getFirst().is(Role.STOP, "."));
  }

  /// Whether `(a, b)` stands at an index.
  static boolean isList(List<Tex> items, int i) {
    return isFence(items, i) && LatexScripts.split(items(items.get(i))).size() > 1;
  }

  /// Whether a value may be said to rest on it: `J(x)`, `J(W_1)`, `J(\tilde y)`.
  private boolean isOneOther(String name, List<Tex> items) {
    if (items.isEmpty()) {
      return false;
    }
    Tex first = items.getFirst() instanceof Tex.Scripted s ? s.base() : items.getFirst();
    Base base = base(first);
    return base != null
        && LatexRun.at(items, 0, names).length() == items.size()
        && !(items.size() == 1 && base.name().equals(name));
  }

  private boolean isCalled(LatexResolved resolved, Tex.Scripted own, Tex fence, boolean raised) {
    String name = resolved.name();
    boolean round =
        (fence instanceof Tex.Scripted(Tex base, _, _, _, _, _) ? base : fence)
                instanceof Tex.Fence(String open, _, _, _, _, _)
            && open.equals("(");
    boolean comma = LatexScripts.split(items(fence)).size() > 1;
    if (!round) {
      return false;
    }
    if (own.primes() > 0 && own.sub().isEmpty() && names.isFunction(name) && isNumber(name)) {
      return true; // g'(a^T x)
    }
    if (names.isValue(name) && !comma && mentions(items(fence), name)) {
      return false; // g (1 - g)
    }
    boolean both = raised && fence instanceof Tex.Scripted;
    if (names.isDependent(name) && !comma && (both || !isOneOther(name, items(fence)))) {
      return false; // a product: A^T (B C)^T
    }
    if (names.isFunction(name) || comma || calling) {
      return true;
    }
    if (names.isValue(name)) {
      return false;
    }
    return (Vocabulary.isFunction(name) && !name.equals("e"))
        || FUNCTION_LETTERS.contains(" " + name + " ")
        || (resolved.stem().length() > 1 && Vocabulary.greekLetter(resolved.stem()).isEmpty());
  }

  private boolean isNumber(String name) {
    return names.order(name) == 0;
  }

  /// Whether a name stands among things without an argument of its own.
  private static boolean mentions(List<Tex> items, String name) {
    for (int i = 0; i < items.size(); i++) {
      Tex item = items.get(i) instanceof Tex.Scripted s ? s.base() : items.get(i);
      boolean inner = item instanceof Tex.Fence && mentions(items(item), name);
      Base base = base(item);
      if (inner || base != null && base.name().equals(name) && !isFence(items, i + 1)) {
        return true;
      }
    }
    return false;
  }

  /// Says `f(…)` with what stands at an index as its arguments, and its scripts after them. When
  /// `bare`, it may go without parentheses: `\log x_i` takes the factors that follow.
  int apply(String name, Tex at, Tex.Scripted own, List<Tex> items, int next, boolean bare) {
    int start = formula.out.size();
    Tex.Scripted scripted = own;
    String function = name;
    String base = LatexResolved.joined(LatexFormula.flat(own.sub()));
    if (name.equals("log") && (base.equals("2") || base.equals("10") || base.equals("e"))) {
      function = base.equals("e") ? "log" : "log" + base;
      scripted =
          new Tex.Scripted(own.base(), List.of(), own.sup(), own.primes(), own.from(), own.to());
    }
    int after = next;
    if (isPlaceholder(items, next)) {
      after = next + 1;
      formula.emit(Kind.NAME, function, at);
    } else if (isAtHead(function, items, next, bare)) {
      formula.call(function, at);
      formula.all(formula.head.at());
      formula.close(at);
    } else if (isFence(items, next)) {
      after = next + 1;
      arguments(function, at, scripted, items.get(next));
    } else if (bare && LatexArguments.startHere(items, next)) {
      if (function.equals("log") && items.get(next).is(Role.FUNCTION, "det")) {
        return apply("logdet", at, own, items, next + 1, true);
      }
      formula.call(function, at);
      after = LatexArguments.read(formula, items, next);
      formula.close(at);
    } else {
      formula.emit(Kind.NAME, function, at);
    }
    boolean primed = isFence(items, next) && after > next;
    formula.scripts(
        start,
        new Tex.Scripted(
            scripted.base(),
            scripted.sub(),
            scripted.sup(),
            primed ? 0 : scripted.primes(),
            at.from(),
            at.to()));
    return after;
  }

  /// Whether a function without an argument has that of the chain's head: `\sigma (1 - \sigma)`.
  private boolean isAtHead(String function, List<Tex> items, int next, boolean bare) {
    if (!bare || !function.equals(formula.head.function())) {
      return false;
    }
    return isFence(items, next)
        ? items(items.get(next)).stream().anyMatch(item -> isBareFunction(item, function))
        : !LatexArguments.startHere(items, next);
  }

  private boolean isBareFunction(Tex item, String function) {
    Tex core = item instanceof Tex.Scripted s ? s.base() : item;
    return core instanceof Leaf leaf
        && (leaf.is(Role.LETTER) || leaf.is(Role.FUNCTION))
        && (leaf.text().equals(function) || LatexRun.function(leaf.text(), names).equals(function));
  }

  private void arguments(String function, Tex at, Tex.Scripted own, Tex item) {
    boolean outer = calling;
    int start = formula.out.size();
    calling = false;
    formula.emit(Kind.NAME, function, at);
    for (int i = 0; i < own.primes(); i++) {
      formula.emit(Kind.PRIME, "'", at, false);
      formula.primed(function);
    }
    formula.emit(Kind.OPEN, "(", item, false);
    formula.all(items(item));
    formula.close(item);
    if (item instanceof Tex.Scripted scripted) {
      formula.scripts(start, scripted);
    }
    calling = outer;
  }

  /// Names that a list of things is made of; empty when something else is among them.
  static List<Leaf> letters(List<Tex> items) {
    List<Leaf> letters = new ArrayList<>();
    for (Tex item : items) {
      if (item instanceof Leaf leaf && leaf.is(Role.LETTER)) {
        letters.add(leaf);
      } else {
        return List.of();
      }
    }
    return letters;
  }
}
