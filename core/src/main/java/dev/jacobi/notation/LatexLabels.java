package dev.jacobi.notation;

import dev.jacobi.notation.Tex.Leaf;
import dev.jacobi.notation.Tex.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Names that a key spells in LaTeX, `h_{t-1}`, in the one spelling that they are found under.
public final class LatexLabels {
  private LatexLabels() {}

  /// The label of a name with scripts; the text itself when it is none.
  public static String of(String text) {
    boolean scripts = text.indexOf('_') >= 0 || text.indexOf('^') >= 0 || text.indexOf('\\') >= 0;
    boolean words = text.indexOf(' ') >= 0 && text.indexOf('\\') < 0 && text.indexOf('{') < 0;
    boolean call = text.indexOf('(') > 0 && text.endsWith(")");
    if (!(scripts || call) || words) {
      return text;
    }
    try {
      List<Tex> read = LatexFormula.flat(LatexTree.read(text, Map.of(), (_, _) -> Place.NONE));
      List<Tex> items = LatexSteps.joined(read, LatexNames.of(Map.of(), Set.of()));
      return items.size() == 1 || isWord(items) || isCall(items) ? said(items) : text;
    } catch (NotationException refused) {
      return text;
    }
  }

  /// `net_{h_1}`: letters side by side, the last with scripts.
  private static boolean isWord(List<Tex> items) {
    return !items.isEmpty()
        && items.getLast() instanceof Tex.Scripted last
        && last.base().is(Role.LETTER)
        && items.subList(0, items.size() - 1).stream()
            .allMatch(item -> item instanceof Leaf leaf && leaf.is(Role.LETTER))
        && items.stream().skip(1).allMatch(LatexSides::isTight);
  }

  /// `\pi(a | s)`: a name with what it is said to rest on.
  private static boolean isCall(List<Tex> items) {
    return items.size() == 2
        && items.getLast() instanceof Tex.Fence(String open, _, _, _, _, _)
        && open.equals("(");
  }

  /// The known name that a thing and the bracket after it are together: an alias.
  static Optional<String> called(Tex name, List<Tex> items, int next, LatexNames names) {
    if (!LatexNaming.isFence(items, next)) {
      return Optional.empty();
    }
    Tex fence = items.get(next) instanceof Tex.Scripted s ? s.base() : items.get(next);
    List<Tex> both = List.of(name, fence);
    return isCall(both) ? names.known(List.of(said(both))) : Optional.empty();
  }

  /// Whether all letters are such as indices have.
  public static boolean areIndices(String letters) {
    return letters.chars().allMatch(c -> LatexIndices.LETTERS.indexOf(c) >= 0);
  }

  /// A known name, and the scripts that are left.
  record Label(String name, Tex.Scripted rest) {}

  /// The known name that a scripted letter is: an alias, or `h_prev` for `h_{t-1}`.
  static Optional<Label> known(LatexResolved.Base base, Tex.Scripted s, LatexNames names) {
    Tex none = s.base();
    if (s.primes() > 0) {
      String primed = base.name() + scripts(s) + "'".repeat(s.primes());
      var rest = new Tex.Scripted(none, List.of(), List.of(), 0, s.from(), s.to());
      Optional<Label> own = names.known(List.of(primed)).map(name -> new Label(name, rest));
      if (own.isPresent()) {
        return own; // an alias for x'
      }
    }
    if (s.sub().isEmpty() && s.sup().isEmpty()) {
      return Optional.empty();
    }
    Optional<String> whole = name(base, s, names);
    if (whole.isPresent()) {
      var rest = new Tex.Scripted(none, List.of(), List.of(), s.primes(), s.from(), s.to());
      return Optional.of(new Label(whole.get(), rest));
    }
    if (s.sub().isEmpty() || s.sup().isEmpty()) {
      return Optional.empty();
    }
    var below = new Tex.Scripted(none, s.sub(), List.of(), 0, s.from(), s.to());
    var rest = new Tex.Scripted(none, List.of(), s.sup(), s.primes(), s.from(), s.to());
    Optional<Label> lowered = name(base, below, names).map(name -> new Label(name, rest));
    if (lowered.isPresent() || !LatexScripts.isLabel(s.sup())) {
      return lowered;
    }
    var above = new Tex.Scripted(none, List.of(), s.sup(), 0, s.from(), s.to());
    var entry = new Tex.Scripted(none, s.sub(), List.of(), s.primes(), s.from(), s.to());
    return name(base, above, names).map(name -> new Label(name, entry));
  }

  private static Optional<String> name(LatexResolved.Base base, Tex.Scripted s, LatexNames names) {
    String label = base.name() + scripts(s);
    List<String> candidates = new ArrayList<>(List.of(label));
    List<Tex> step = LatexFormula.flat(s.sub().isEmpty() ? unwrapped(s.sup()) : s.sub());
    boolean shifted =
        step.size() == 3
            && step.getFirst().is(Role.LETTER)
            && step.get(1).is(Role.SIGN)
            && step.getLast().is(Role.NUMBER, "1");
    if (shifted && (s.sub().isEmpty() || s.sup().isEmpty())) {
      String way = step.get(1).is(Role.SIGN, "-") ? "prev" : "next";
      candidates.add(base.name() + "_" + way);
      candidates.add(base.name() + way);
      candidates.add(base.name() + "_" + ((Leaf) step.getFirst()).text() + "_" + way);
    }
    return names.known(candidates);
  }

  private static List<Tex> unwrapped(List<Tex> sup) {
    return LatexScripts.isLabel(sup)
        ? ((Tex.Fence) LatexFormula.flat(sup).getFirst()).items()
        : sup;
  }

  private static String scripts(Tex.Scripted s) {
    String below = s.sub().isEmpty() ? "" : "_{" + said(s.sub()) + "}";
    String above = s.sup().isEmpty() ? "" : "^{" + said(s.sup()) + "}";
    return below + above;
  }

  static String said(List<Tex> items) {
    StringBuilder said = new StringBuilder();
    LatexFormula.flat(items).forEach(item -> said.append(said(item)));
    return said.toString();
  }

  private static String said(Tex item) {
    return switch (item) {
      case Leaf leaf -> leaf.text();
      case Tex.Scripted raw -> {
        Tex.Scripted s = LatexScripts.merged(raw);
        LatexResolved.Base base = LatexNaming.base(s.base());
        yield (base == null ? said(s.base()) : base.name()) + scripts(s);
      }
      case Tex.Accent accent -> {
        LatexResolved.Base base = LatexNaming.base(accent);
        yield base == null ? said(accent.of()) + "_" + accent.accent() : base.name();
      }
      case Tex.Fence(String open, _, List<Tex> inside, _, _, _) -> open + said(inside) + open;
      case Tex.Group(List<Tex> inside, _, _, _) -> said(inside);
      default -> "?";
    };
  }
}
