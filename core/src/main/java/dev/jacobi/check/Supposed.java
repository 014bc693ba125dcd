package dev.jacobi.check;

import dev.jacobi.expr.Definition;
import dev.jacobi.expr.Extent;
import dev.jacobi.expr.Rewrite;
import dev.jacobi.notation.Place;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.Trees;
import dev.jacobi.notation.Vocabulary;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// What is taken for granted where it stands, and is no claim: a number for what the key leaves
/// open, the numbers of an example, what an unknown function is for once, "let w = X'a".
final class Supposed {
  private static final int MANY = 5;

  private final Run run;
  private final Setting setting;
  private final Comparison comparison;

  Supposed(Run run, Comparison comparison) {
    this.run = run;
    this.setting = run.setting;
    this.comparison = comparison;
  }

  /// Of an equality that does not hold by itself.
  Optional<Relation> relation(Syntax head, Syntax side, RelationBuilder b) {
    Optional<String> declared = array(head).filter(setting.model.variables()::containsKey);
    if (declared.isPresent() && isNumber(side)) {
      if (head instanceof Syntax.Name) Given.note(run, declared.get(), side);
      return said("taken as given", b);
    }
    Optional<Relation> worked = new Given(run, comparison).relation(head, side, b);
    if (worked.isPresent()) return worked;
    if (isExample(side) && (isStart(head) || isOpen(head)) || isInstance(side))
      return said("the numbers of an example, which are not judged", b);
    if (array(head).filter(this::isUnknown).isPresent())
      return said("what the unknown function is taken to be here", b);
    if (run.lets && (declared.isPresent() || isOfDeclared(head) && isOfDeclared(side))) {
      Zeros.note(setting, new Syntax.Binary(Syntax.Op.MINUS, head, side, Place.NONE));
      return said("a supposition", b);
    }
    return Optional.empty();
  }

  /// Whether it speaks of declared names alone, which no key tells anything of.
  private boolean isOfDeclared(Syntax s) {
    return Interpreter.names(s).stream()
        .allMatch(n -> setting.model.variables().containsKey(n) || Vocabulary.isFunction(n));
  }

  /// `x_0`, of a name whose indices count from 1: where something starts.
  private static boolean isStart(Syntax head) {
    return head instanceof Syntax.Entry e
        && e.indices().size() == 1
        && e.indices().getFirst() instanceof Syntax.Num n
        && n.digits().equals("0");
  }

  /// Arrays of numbers beside names of any length: a case of what the key says of all.
  private boolean isInstance(Syntax side) {
    boolean[] numbers = {false};
    Trees.walk(side, x -> numbers[0] |= x instanceof Syntax.Block && isOfNumbers(x));
    if (!numbers[0] || isOfNumbers(side)) return false;
    Set<String> open = new HashSet<>(Interpreter.names(side));
    open.removeIf(n -> !setting.model.variables().containsKey(n));
    return !open.isEmpty()
        && open.stream().flatMap(n -> setting.model.shape(n).stream()).noneMatch(Extent::isNumber);
  }

  private static Optional<Relation> said(String what, RelationBuilder b) {
    return Optional.of(b.verdict(Verdict.DEFINITION).message(what).build());
  }

  /// Whether its value rests on what may be any: of a constant, numbers are a claim.
  private boolean isOpen(Syntax head) {
    return !open(setting, comparison, head).isEmpty();
  }

  /// The declared names that its value rests on.
  static Set<String> open(Setting setting, Comparison comparison, Syntax head) {
    Set<String> names = new HashSet<>();
    Rewrite.names(setting.slopes.inlined(comparison.meaning(head).entry()), names);
    names.retainAll(setting.model.variables().keySet());
    return names;
  }

  private static Optional<String> array(Syntax s) {
    Syntax array = s instanceof Syntax.Entry e ? e.of() : s;
    return array instanceof Syntax.Name n
        ? Optional.of(Vocabulary.canonicalName(n.text()))
        : Optional.empty();
  }

  private boolean isUnknown(String name) {
    Definition d = setting.model.definitions().get(name);
    return d != null && d.body() instanceof Definition.Unknown;
  }

  static boolean isNumber(Syntax s) {
    return s instanceof Syntax.Num || s instanceof Syntax.Negate n && n.of() instanceof Syntax.Num;
  }

  /// Nothing but numbers, of an array, with a decimal point, or many of them: a claim about all
  /// values is not written so.
  static boolean isExample(Syntax s) {
    boolean[] example = {false};
    int[] count = {0};
    Trees.walk(
        s,
        x -> {
          if (x instanceof Syntax.Num n) {
            count[0]++;
            example[0] |= n.digits().contains(".");
          }
          example[0] |= x instanceof Syntax.Block;
        });
    return isOfNumbers(s) && (example[0] || count[0] >= MANY);
  }

  /// Whether it speaks of numbers alone, so that it can be worked out.
  static boolean isOfNumbers(Syntax s) {
    boolean[] numbers = {true};
    Trees.walk(
        s,
        x ->
            numbers[0] &=
                switch (x) {
                  case Syntax.Block _, Syntax.Num _, Syntax.Binary _, Syntax.Negate _ -> true;
                  case Syntax.Transpose _, Syntax.Norm _ -> true;
                  case Syntax.Call c -> Vocabulary.isFunction(c.function());
                  default -> false;
                });
    return numbers[0];
  }
}
