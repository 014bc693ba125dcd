package dev.jacobi.notation;

import dev.jacobi.notation.Tex.Leaf;
import dev.jacobi.notation.Tex.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a letter with scripts is: a name that is known (`W_1`, `W^{(1)}`, `D_x`), or an entry of
/// one.
///
/// @param stem the letter alone
/// @param indices what is an index of the name
/// @param usesSup whether the superscript is used up too
record LatexResolved(String stem, String name, List<List<Tex>> indices, boolean usesSup) {
  /// A letter or word, and the accents over it (`_hat`).
  record Base(String stem, String accents) {
    String name() {
      return stem + accents;
    }

    /// Every spelling of the name with something below or above it.
    List<String> with(String below) {
      if (accents.isEmpty()) {
        return spellings(stem, below);
      }
      List<String> all = new ArrayList<>(6);
      for (String spelling : spellings(stem, below)) {
        all.add(spelling + accents);
      }
      all.addAll(spellings(stem + accents, below));
      return all;
    }
  }

  /// Whether every index is a letter or number that can be one: not `f_\theta(x)`.
  boolean hasPlainIndices() {
    for (List<Tex> index : indices) {
      for (Tex item : index) {
        if (item instanceof Leaf(Role role, String text, _, _, _)
            && role == Role.LETTER
            && (text.length() > 1 || !LatexIndices.LETTERS.contains(text))) {
          return false;
        }
      }
    }
    return true;
  }

  boolean isEntry() {
    return !indices.isEmpty();
  }

  boolean isKnown(LatexNames names) {
    return names.known(List.of(name)).isPresent();
  }

  /// The name, when it is not an entry; else empty.
  String whole() {
    return isEntry() ? "" : name;
  }

  /// The scripts that are left when the name is said.
  Tex.Scripted raised(Tex.Scripted s) {
    List<Tex> sup = usesSup ? List.of() : s.sup();
    return new Tex.Scripted(s.base(), List.of(), sup, s.primes(), s.from(), s.to());
  }

  /// The scripts of a call: `f_i(x)` is an entry of f(x).
  Tex.Scripted rest(Tex.Scripted s) {
    List<Tex> sup = usesSup ? List.of() : s.sup();
    List<Tex> sub = isEntry() ? s.sub() : List.of();
    return new Tex.Scripted(s.base(), sub, sup, s.primes(), s.from(), s.to());
  }

  static List<String> spellings(String name) {
    int digits = name.length();
    while (digits > 1 && Character.isDigit(name.charAt(digits - 1))) {
      digits--;
    }
    return digits == name.length() || name.charAt(digits - 1) == '_'
        ? List.of(name)
        : List.of(name, name.substring(0, digits) + "_" + name.substring(digits));
  }

  static List<String> spellings(String stem, String below) {
    return List.of(stem + below, stem + "_" + below);
  }

  /// The usual spelling with something below: `W1`, `D_x`.
  static String lowered(String stem, String below) {
    boolean digits = below.chars().allMatch(Character::isDigit);
    return digits ? stem + below : stem + "_" + below;
  }

  /// The letters, digits and words of a script, in a row; empty when anything else is there.
  static String joined(List<Tex> items) {
    StringBuilder joined = new StringBuilder();
    for (Tex item : items) {
      switch (item) {
        case Leaf(Role role, String text, _, _, _) -> {
          switch (role) {
            case LETTER, WORD, NUMBER -> joined.append(text.replace(' ', '_').replace('-', '_'));
            case STOP -> joined.append(text.equals(",") || text.equals("|") ? "_" : ".");
            case SIGN -> joined.append(text.equals("*") && items.size() == 1 ? "star" : ".");
            case ONE -> joined.append(text);
            default -> joined.append('.');
          }
        }
        case Tex.Fence(String open, _, List<Tex> inner, _, _, _)
            when items.size() == 1 && LatexFences.isBracket(open) ->
            joined.append(joined(inner));
        default -> joined.append('.');
      }
    }
    return joined.indexOf(".") >= 0 ? "" : joined.toString();
  }

  static LatexResolved of(Base base, Tex.Scripted scripted, LatexNames names) {
    List<Tex> sub = LatexFormula.flat(scripted.sub());
    List<Tex> sup = LatexFormula.flat(scripted.sup());
    String label = label(base, sub, sup, names);
    Optional<String> whole = names.known(List.of(base.name()));
    if (!label.isEmpty()) {
      return labelled(base, sub, sup, label, names);
    }
    if (LatexScripts.isLabel(sup)) {
      List<List<Tex>> all = new ArrayList<>();
      all.add(((Tex.Fence) sup.getFirst()).items());
      all.addAll(sub.isEmpty() ? List.of() : LatexScripts.indices(sub, -1));
      return new LatexResolved(base.stem(), base.name(), all, true);
    }
    if (LatexIndices.isLayer(sup, names)
        && names.order(base.name()) != 0
        && !base.name().equals("e")) {
      List<List<Tex>> all = new ArrayList<>(List.of(sup));
      all.addAll(sub.isEmpty() ? List.of() : LatexScripts.indices(sub, -1));
      return new LatexResolved(base.stem(), base.name(), all, true);
    }
    if (sub.isEmpty()) {
      return new LatexResolved(base.stem(), whole.orElse(base.name()), List.of(), false);
    }
    if (sub.size() == 1 && sub.getFirst().is(Role.SIGN, "+")) {
      return new LatexResolved(base.stem(), base.name(), List.of(), false);
    }
    return below(base, sub, sup, names);
  }

  /// What marks a name from above: `W^{(1)}`, `w^*`, and `W^1` when W1 is a vector or a matrix.
  private static String label(Base base, List<Tex> sub, List<Tex> sup, LatexNames names) {
    if (LatexScripts.isLabel(sup)) {
      String label = joined(sup);
      boolean known = !label.isEmpty() && names.known(base.with(label)).isPresent();
      boolean plain =
          !label.isEmpty() && (Character.isDigit(label.charAt(0)) || label.length() > 1);
      return known || (plain && names.order(base.name()) < 1) ? label : "";
    }
    if (sup.size() != 1) {
      return "";
    }
    if (sup.getFirst().is(Role.SIGN, "*")) {
      return "star";
    }
    if (sup.getFirst() instanceof Leaf(Role role, String text, _, _, _)) {
      Optional<String> known = names.known(base.with(text));
      boolean unknown = names.known(List.of(base.name())).isEmpty();
      boolean array = known.isPresent() && (names.order(known.get()) > 0 || unknown);
      boolean free = unknown || text.equals("1");
      boolean word = role == Role.WORD && !text.equals("T") && !names.isValue(text);
      return word || (role == Role.NUMBER && array && free && sub.isEmpty()) ? text : "";
    }
    return "";
  }

  private static LatexResolved labelled(
      Base base, List<Tex> sub, List<Tex> sup, String label, LatexNames names) {
    String below = joined(sub);
    if (!below.isEmpty()) {
      List<String> both = new ArrayList<>(base.with(below + "_" + label));
      both.addAll(base.with(label + "_" + below));
      Optional<String> known = names.known(both);
      if (known.isPresent()) {
        return new LatexResolved(base.stem(), known.get(), List.of(), true);
      }
    }
    Optional<String> known = names.known(base.with(label));
    if (known.isEmpty() && !below.isEmpty()) {
      Optional<String> lower = names.known(base.with(below));
      if (lower.isPresent() && LatexScripts.isLabel(sup)) {
        List<Tex> index = ((Tex.Fence) sup.getFirst()).items();
        return new LatexResolved(base.stem(), lower.get(), List.of(index), true);
      }
    }
    String name =
        known
            .or(() -> differential(base, label, names))
            .orElse(lowered(base.stem(), label) + base.accents());
    List<List<Tex>> indices =
        sub.isEmpty() ? List.of() : LatexScripts.indices(sub, names.order(name));
    return new LatexResolved(base.stem(), name, indices, true);
  }

  private static LatexResolved below(Base base, List<Tex> sub, List<Tex> sup, LatexNames names) {
    String joined = joined(sub);
    Optional<String> known = joined.isEmpty() ? Optional.empty() : names.known(base.with(joined));
    if (known.isPresent()) {
      boolean indexed = LatexIndices.isIndices(joined, names.order(known.get()), names);
      List<List<Tex>> indices = indexed ? LatexScripts.indices(sub, -1) : List.of();
      return new LatexResolved(base.stem(), known.get(), indices, false);
    }
    Optional<LatexResolved> lower = LatexEntries.lower(base, sub, names);
    if (lower.isPresent()) {
      return lower.get();
    }
    Optional<String> whole = names.known(List.of(base.name()));
    List<List<Tex>> indices = LatexScripts.indices(sub, whole.map(names::order).orElse(-1));
    if (whole.isEmpty() && indices.size() > 1) {
      Optional<LatexResolved> entry = LatexEntries.ofNumbered(base, indices, names);
      if (entry.isPresent()) {
        return entry.get();
      }
    }
    boolean ofNumber = whole.isPresent() && names.order(whole.get()) == 0;
    if (ofNumber && !joined.isEmpty() && !LatexIndices.areLetters(joined, names)) {
      String name = base.name() + "_" + joined;
      return new LatexResolved(base.stem(), name, List.of(), false);
    }
    if (LatexIndices.isWord(sub, joined, whole, names)) {
      return new LatexResolved(base.stem(), lowered(base.name(), joined), List.of(), false);
    }
    Optional<String> differential = differential(base, joined, names);
    if (differential.isPresent()) {
      return new LatexResolved(base.stem(), differential.get(), List.of(), false);
    }
    if (differs(base, joined, names)) {
      return new LatexResolved(base.stem(), base.name() + "_" + joined, List.of(), false);
    }
    if (LatexIndices.isUpperIndex(base, sup, names)) {
      List<List<Tex>> both = new ArrayList<>();
      both.add(sup);
      both.addAll(indices);
      return new LatexResolved(base.stem(), base.name(), both, true);
    }
    return new LatexResolved(base.stem(), whole.orElse(base.name()), indices, false);
  }

  /// `dz_2`, where z2 is known.
  private static Optional<String> differential(Base base, String below, LatexNames names) {
    String name = base.name();
    boolean letter = name.length() > 1 && name.charAt(0) == 'd' && !below.isEmpty();
    return letter && names.known(List.of(name)).isEmpty() && !Vocabulary.isFunction(name)
        ? names.known(spellings(name.substring(1), below)).map(known -> "d" + known)
        : Optional.empty();
  }

  /// `dh_1`, where h is known and `dh` is not.
  private static boolean differs(Base base, String below, LatexNames names) {
    String name = base.name();
    return name.length() > 1
        && name.charAt(0) == 'd'
        && !below.isEmpty()
        && Character.isDigit(below.charAt(0))
        && names.known(List.of(name)).isEmpty()
        && names.known(List.of(name.substring(1))).isPresent()
        && Vocabulary.greekLetter(name).isEmpty();
  }
}
