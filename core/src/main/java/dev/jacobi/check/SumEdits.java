package dev.jacobi.check;

import dev.jacobi.notation.Place;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A sum missing over an axis or a letter, one too many, or one that reaches too far or not far
/// enough.
final class SumEdits implements Edits {
  private final Setting setting;
  private final Comparison comparison;
  private final Syntax truth;

  SumEdits(Setting setting, Comparison comparison, Syntax truth) {
    this.truth = truth;
    this.setting = setting;
    this.comparison = comparison;
  }

  @Override
  public List<Edit> of(Syntax written) {
    List<Edit> all = new ArrayList<>(Edits.everywhere(Code.SUM, written, this::dropped));
    for (String f : List.of("colsum", "rowsum", "sum")) {
      String said = "a sum over " + axis(f) + " is missing";
      all.addAll(Edits.everywhere(Code.SUM, written, said, x -> called(f, x)));
    }
    Syntax column = new Syntax.Call("colsum", List.of(written), written.place());
    String missing = "a sum over " + axis("colsum") + " is missing";
    all.add(new Edit(Code.SUM, new Syntax.Transpose(column, written.place()), missing));
    for (String letter : new Interpreter(setting).letters(List.of(written)))
      if (comparison.isFree(letter)) {
        String said = "a sum over " + letter + " is missing";
        String own = unused(written);
        all.addAll(Edits.everywhere(Code.SUM, written, said, x -> summed(x, letter, own)));
      }
    all(written).ifPresent(all::add);
    all.addAll(
        Edits.everywhere(Code.SUM, written, "the sum ends at another place", SumEdits::rescoped));
    return all;
  }

  /// A sum over all the letters that the truth does not have free.
  private Optional<Edit> all(Syntax written) {
    Set<String> own = Set.copyOf(Interpreter.names(truth));
    List<Syntax.Binder> binders = new ArrayList<>();
    List<String> said = new ArrayList<>();
    Syntax body = written;
    for (String letter : new Interpreter(setting).letters(List.of(written))) {
      if (own.contains(letter)) continue;
      String to = unused(body);
      body = renamed(body, letter, to);
      binders.add(new Syntax.Binder(to, List.of(), Place.NONE));
      said.add(letter);
    }
    if (binders.size() < 2) return Optional.empty();
    Syntax sum = new Syntax.Bound("sum", binders, List.of(), body, Place.NONE);
    String sentence = "a sum over " + String.join(" and ", said) + " is missing";
    return Optional.of(new Edit(Code.SUM, sum, sentence));
  }

  private static String axis(String f) {
    return switch (f) {
      case "colsum" -> "the rows (the examples)";
      case "rowsum" -> "the columns";
      default -> "all entries";
    };
  }

  private static List<Syntax> called(String f, Syntax s) {
    boolean value = !(s instanceof Syntax.Num);
    return value ? List.of(new Syntax.Call(f, List.of(s), Place.NONE)) : List.of();
  }

  /// Any sum taken away; its letter becomes one of those that are free.
  private List<Change> dropped(Syntax s) {
    if (s instanceof Syntax.Bound b && b.operator().equals("sum")) {
      List<Change> all = new ArrayList<>();
      for (Syntax.Binder one : b.binders()) {
        List<Syntax.Binder> rest = new ArrayList<>(b.binders());
        rest.remove(one);
        String said = "the sum over " + plain(one.index()) + " is too many";
        Syntax body =
            rest.isEmpty()
                ? b.body()
                : new Syntax.Bound(b.operator(), rest, b.conditions(), b.body(), b.place());
        all.add(new Change(body, said));
        for (String letter : comparison.letters())
          all.add(new Change(renamed(body, one.index(), letter), said));
      }
      return all;
    }
    boolean sum =
        s instanceof Syntax.Call c
            && Set.of("sum", "rowsum", "colsum", "mean").contains(c.function())
            && c.arguments().size() == 1;
    if (!sum) return List.of();
    Syntax.Call c = (Syntax.Call) s;
    String said = "the sum " + Edits.spelled(c) + " is too many";
    return List.of(new Change(c.arguments().get(0), said));
  }

  /// A letter as it was written: a bound one that clashes is told apart by a number.
  private String plain(String letter) {
    int at = letter.lastIndexOf("_");
    boolean clash = at > 0 && comparison.isFree(letter.substring(0, at));
    return clash ? letter.substring(0, at) : letter;
  }

  private static Syntax renamed(Syntax s, String from, String to) {
    return Trees.map(
        s,
        x ->
            x instanceof Syntax.Name n && n.text().equals(from)
                ? new Syntax.Name(to, n.place())
                : x);
  }

  /// The sum needs a letter of its own where the truth, or what is written, has it free.
  private static List<Syntax> summed(Syntax s, String letter, String own) {
    boolean there = !(s instanceof Syntax.Name) && Interpreter.names(s).contains(letter);
    if (!there) return List.of();
    var binder = new Syntax.Binder(own, List.of(), Place.NONE);
    Syntax body = renamed(s, letter, own);
    return List.of(new Syntax.Bound("sum", List.of(binder), List.of(), body, s.place()));
  }

  private String unused(Syntax written) {
    var names = Interpreter.names(written);
    for (char c : "kjilmpqrstuvwhnabcdefgxyz".toCharArray()) {
      String letter = String.valueOf(c);
      boolean taken =
          names.contains(letter)
              || comparison.isFree(letter)
              || setting.knows(letter)
              || setting.isExtent(letter)
              || isBound(written, letter);
      if (!taken) return letter;
    }
    return "k_0";
  }

  private static boolean isBound(Syntax s, String letter) {
    boolean[] bound = {false};
    Trees.walk(
        s,
        x ->
            bound[0] |=
                x instanceof Syntax.Bound b
                    && b.binders().stream().anyMatch(i -> i.index().equals(letter)));
    return bound[0];
  }

  /// `Σ a − b` for `Σ (a − b)`, and the reverse.
  private static List<Syntax> rescoped(Syntax s) {
    if (s instanceof Syntax.Bound b && b.body() instanceof Syntax.Binary x && isSum(x))
      return List.of(with(x, over(b, x.left()), x.right()));
    if (s instanceof Syntax.Binary x && isSum(x)) {
      Optional<Syntax.Bound> b =
          x.left() instanceof Syntax.Bound l ? Optional.of(l) : Optional.empty();
      return b.map(l -> List.<Syntax>of(over(l, with(x, l.body(), x.right())))).orElse(List.of());
    }
    return List.of();
  }

  private static boolean isSum(Syntax.Binary b) {
    return b.op() == Syntax.Op.PLUS || b.op() == Syntax.Op.MINUS;
  }

  private static Syntax over(Syntax.Bound b, Syntax body) {
    return new Syntax.Bound(b.operator(), b.binders(), b.conditions(), body, b.place());
  }

  private static Syntax with(Syntax.Binary b, Syntax left, Syntax right) {
    return new Syntax.Binary(b.op(), left, right, b.place());
  }
}
