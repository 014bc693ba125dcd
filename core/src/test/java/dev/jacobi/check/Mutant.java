package dev.jacobi.check;

import dev.jacobi.notation.Statement;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.TextSpelling;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/// A right formula of an example made wrong: once, or twice where `second` is there.
///
/// - `right`: what it was made of; `wrong`: what was made of it
/// - `fits`: whether its shapes fit as it is written
/// - `codes`: what may be said of it: the code of each mistake that was made, and of every single
///   mistake that leads from the right formula to the same value or the same text
record Mutant(
    Mutation first,
    Optional<Mutation> second,
    Side of,
    Syntax wrong,
    boolean fits,
    Set<Code> codes) {

  /// One side of a chain of an example, after the head.
  record Side(Syntax head, Syntax right, Optional<Syntax> condition) {}

  /// As a claim in text.
  String claim() {
    return claim(of.head, wrong, of.condition);
  }

  static String claim(Syntax head, Syntax side, Optional<Syntax> condition) {
    String claim = TextSpelling.PLAIN.chain(List.of(head, side));
    return claim + condition.map(c -> " if " + TextSpelling.PLAIN.spell(c)).orElse("");
  }

  static List<Side> sides(Values values) {
    List<Side> all = new ArrayList<>();
    for (Statement s : values.model().read().claims())
      if (s instanceof Statement.Equation e)
        for (Syntax right : e.sides().subList(1, e.sides().size()))
          all.add(new Side(e.sides().get(0), right, e.condition()));
    return all;
  }

  /// The mutants of one side: so many of each kind, and so many pairs, those that change the value
  /// or do not fit.
  static List<Mutant> of(Side side, Values values, int most, int pairs, Random random) {
    Optional<Values.Value> truth = values.of(side.right, side.head, side.right, side.condition);
    if (truth.isEmpty()) throw new IllegalStateException("not read: " + side);
    Set<String> letters = new LinkedHashSet<>();
    values.free(side.head, Set.of(), letters);
    values.free(side.right, Set.of(), letters);
    var names = new MutationNames(values.model().read().model(), List.copyOf(letters));
    var maker = new Maker(side, values, truth.get(), names);
    Map<Mutation, List<Mutant>> singles = new LinkedHashMap<>();
    for (Mutation m : Mutation.values()) singles.put(m, maker.singles(m));
    List<Mutant> all = new ArrayList<>();
    for (List<Mutant> one : singles.values())
      for (Mutant m : some(one, most, random)) all.add(maker.described(m));
    all.addAll(maker.pairs(singles, pairs, random));
    return all;
  }

  private static <T> List<T> some(List<T> all, int most, Random random) {
    List<T> shuffled = new ArrayList<>(all);
    java.util.Collections.shuffle(shuffled, random);
    return shuffled.subList(0, Math.min(most, shuffled.size()));
  }

  /// Makes the mutants of one side, and knows the values of all single ones.
  private static final class Maker {
    private record Seen(Mutation by, String text, Optional<Values.Value> value) {}

    private final Side side;
    private final Values values;
    private final Values.Value truth;
    private final MutationNames names;
    private final List<Seen> seen = new ArrayList<>();

    Maker(Side side, Values values, Values.Value truth, MutationNames names) {
      this.side = side;
      this.values = values;
      this.truth = truth;
      this.names = names;
    }

    List<Mutant> singles(Mutation m) {
      List<Mutant> all = new ArrayList<>();
      Set<String> texts = new LinkedHashSet<>();
      for (Syntax s : m.of(side.right, names)) {
        if (!texts.add(TextSpelling.PLAIN.spell(s))) continue;
        made(m, Optional.empty(), s).ifPresent(all::add);
      }
      return all;
    }

    private Optional<Mutant> made(Mutation m, Optional<Mutation> second, Syntax s) {
      Optional<Values.Value> v;
      try {
        v = values.of(s, side.head, side.right, side.condition);
      } catch (ArithmeticException | IllegalArgumentException e) {
        return Optional.empty(); // nothing to hold it against
      }
      boolean fits = v.isPresent() && v.get().sameShape(truth);
      if (fits && (!v.get().isFinite() || v.get().equalTo(truth))) return Optional.empty();
      if (second.isEmpty()) seen.add(new Seen(m, TextSpelling.PLAIN.spell(s), v));
      Set<Code> codes = EnumSet.of(m.code);
      second.ifPresent(x -> codes.add(x.code));
      if (second.isPresent()) describe(codes, TextSpelling.PLAIN.spell(s), v);
      return Optional.of(new Mutant(m, second, side, s, fits, codes));
    }

    /// With the codes of all single mistakes that come to the same.
    Mutant described(Mutant m) {
      Set<Code> codes = EnumSet.copyOf(m.codes);
      String text = TextSpelling.PLAIN.spell(m.wrong);
      for (Seen s : seen)
        if (s.by == m.first && s.text.equals(text)) {
          describe(codes, text, s.value);
          break;
        }
      return new Mutant(m.first, m.second, m.of, m.wrong, m.fits, codes);
    }

    private void describe(Set<Code> codes, String text, Optional<Values.Value> value) {
      for (Seen s : seen) {
        boolean same =
            s.text.equals(text)
                || value.isPresent()
                    && s.value.isPresent()
                    && value.get().sameShape(s.value.get())
                    && value.get().equalTo(s.value.get());
        if (same) codes.add(s.by.code);
      }
    }

    List<Mutant> pairs(Map<Mutation, List<Mutant>> singles, int count, Random random) {
      List<Mutation> kinds =
          new ArrayList<>(
              singles.keySet().stream().filter(k -> !singles.get(k).isEmpty()).toList());
      List<Mutant> all = new ArrayList<>();
      for (int trial = 0; trial < 4 * count && all.size() < count && kinds.size() > 1; trial++) {
        Mutation a = kinds.get(random.nextInt(kinds.size()));
        Mutation b = kinds.get(random.nextInt(kinds.size()));
        if (a == b) continue;
        Syntax once = some(singles.get(a), 1, random).get(0).wrong;
        List<Syntax> twice = some(b.of(once, names), 1, random);
        if (!twice.isEmpty()) made(a, Optional.of(b), twice.get(0)).ifPresent(all::add);
      }
      return all;
    }
  }
}
