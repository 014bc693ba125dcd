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
  private final LatexFormula formula;
  private final LatexNames names;
  private final LatexSpecials specials;
  private final LatexApplied applied;
  private boolean calling;

  LatexNaming(LatexFormula formula) {
    this.formula = formula;
    this.names = formula.names;
    this.specials = new LatexSpecials(formula);
    this.applied = new LatexApplied(names);
  }

  /// Reads names as functions before every parenthesis, as in `\partial J(x)`.
  void calling(boolean always) {
    calling = always;
  }

  boolean isCalling() {
    return calling;
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
      return formula.calls.apply(function, last, scripted, items, next, true);
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
    Optional<String> called = LatexLabels.called(at, items, next, names);
    if (called.isPresent()) {
      Tex.Scripted rest = items.get(next) instanceof Tex.Scripted s ? s : LatexScripts.NONE;
      labelled(new LatexLabels.Label(called.get(), rest), at);
      return next + 1;
    }
    Optional<LatexLabels.Label> label = LatexLabels.known(base, scripted, names);
    if (label.isPresent() && isFence(items, next) && names.isFunction(label.get().name())) {
      String function = names.target(label.get().name());
      return formula.calls.apply(function, at, label.get().rest(), items, next, false);
    }
    if (label.isPresent()) {
      labelled(label.get(), at);
      boolean whole = label.get().rest().sub().isEmpty();
      return whole && applied.isSaid(label.get().name(), true, items, next) ? next + 1 : next;
    }
    int special = specials.read(base.name(), scripted, at, items, next);
    if (special > 0) {
      return special;
    }
    LatexResolved resolved = LatexResolved.of(base, scripted, names);
    if (isFence(items, next) && applied.isProbability(base.name(), items(items.get(next)))) {
      throw formula.unread(at, "probabilities are not read", "");
    }
    if (!resolved.isEntry() && applied.isSaid(resolved.name(), false, items, next)) {
      formula.emit(Kind.NAME, resolved.name(), at);
      return next + 1;
    }
    if (!resolved.isEntry() && formula.calls.isAtHead(resolved.name(), items, next, true)) {
      return formula.calls.apply(resolved.name(), at, resolved.raised(scripted), items, next, true);
    }
    if (isFence(items, next) && applied.isCalled(resolved, scripted, items.get(next), calling)) {
      String below = LatexResolved.joined(LatexFormula.flat(scripted.sub()));
      if (!resolved.hasPlainIndices() && !below.isEmpty() && !resolved.usesSup()) {
        String lowered = LatexResolved.lowered(resolved.name(), below);
        boolean known = names.isOfNumbers(resolved.name()) || names.isDependent(resolved.name());
        boolean own = names.isFunction(lowered) || !known;
        boolean parameter = !own && LatexIndices.areParameters(LatexFormula.flat(scripted.sub()));
        if (parameter && isOfAll(resolved.name(), items(items.get(next)))) {
          throw formula.unread(at, "this is said of one example, and the key has them all", "");
        }
        String function = parameter ? resolved.name() : lowered;
        return formula.calls.apply(function, at, resolved.raised(scripted), items, next, false);
      }
      Tex.Scripted rest = resolved.rest(scripted);
      return formula.calls.apply(resolved.name(), at, rest, items, next, false);
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

  /// `h_\theta(x)`, where h has an entry for each row of the matrix x.
  private boolean isOfAll(String name, List<Tex> inside) {
    return names.order(name) == 1 && inside.size() == 1 && order(inside.getFirst()) == 2;
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

  /// Whether `(a, b)` stands at an index.
  static boolean isList(List<Tex> items, int i) {
    return isFence(items, i) && LatexScripts.split(items(items.get(i))).size() > 1;
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
