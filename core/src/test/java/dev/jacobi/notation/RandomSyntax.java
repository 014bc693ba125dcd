package dev.jacobi.notation;

import dev.jacobi.notation.Syntax.Op;
import dev.jacobi.notation.Syntax.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Random formulas, and formulas without their places, so that trees can be compared.
final class RandomSyntax {
  static final List<String> VALUES =
      List.of(
          "a", "b", "x", "y", "W1", "W2", "s1", "C", "n", "beta", "β", "y_hat", "dC", "dW1",
          "depth");
  private static final List<String> NUMBERS =
      List.of("0", "1", "2", "10", "0.5", ".5", "2e1", "1e-3");
  private static final List<String> INDICES = List.of("i", "j", "k");
  private static final List<String> FUNCTIONS =
      List.of("f", "g", "tanh", "softmax", "sum", "inv", "exp");
  private static final List<String> NORMS = List.of("2", "abs", "1", "inf", "3");

  private final Random random;

  RandomSyntax(long seed) {
    this.random = new Random(seed);
  }

  /// What the names of the random formulas are.
  static Names names() {
    Names names = Names.none().function("f").function("g");
    VALUES.forEach(names::value);
    INDICES.forEach(names::value);
    return names;
  }

  Syntax formula(int size) {
    if (size <= 1) {
      return random.nextInt(4) == 0 ? number() : name();
    }
    int rest = size - 1;
    return switch (random.nextInt(20)) {
      case 0, 1, 2, 3, 4, 5, 6, 7 -> binary(rest);
      case 8 -> new Syntax.Negate(formula(rest), Place.NONE);
      case 9, 10 -> new Syntax.Transpose(formula(rest), Place.NONE);
      case 11 -> new Syntax.Call(one(FUNCTIONS), list(rest), Place.NONE);
      case 12 -> new Syntax.Prime(random.nextBoolean() ? "f" : "tanh", formula(rest), Place.NONE);
      case 13 -> new Syntax.Entry(formula(rest), indices(), Place.NONE);
      case 14, 15 -> bound(rest);
      case 16 -> new Syntax.Norm(formula(rest), one(NORMS), Place.NONE);
      case 17 -> new Syntax.Indicator(compare(rest), Place.NONE);
      case 18 -> random.nextBoolean() ? compare(rest) : block(rest);
      default -> new Syntax.Derivative(reference(), reference(), Place.NONE);
    };
  }

  private Syntax binary(int size) {
    Op op = Op.values()[random.nextInt(Op.values().length)];
    int left = 1 + random.nextInt(size);
    return new Syntax.Binary(op, formula(left), formula(size - left), Place.NONE);
  }

  private Syntax compare(int size) {
    Relation relation = Relation.values()[random.nextInt(Relation.values().length)];
    return new Syntax.Compare(relation, formula(size / 2), formula(size - size / 2), Place.NONE);
  }

  private Syntax bound(int size) {
    List<Syntax.Binder> binders = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(2); i++) {
      List<Syntax> range = random.nextBoolean() ? List.of() : List.of(formula(1), formula(2));
      binders.add(new Syntax.Binder(one(INDICES), range, Place.NONE));
    }
    List<Syntax> conditions = random.nextInt(3) == 0 ? List.of(compare(2)) : List.of();
    String operator = one(List.of("sum", "prod", "max", "softmax"));
    return new Syntax.Bound(operator, binders, conditions, formula(size), Place.NONE);
  }

  private Syntax block(int size) {
    Syntax a = formula(size / 2);
    Syntax b = formula(size - size / 2);
    return switch (random.nextInt(3)) {
      case 0 -> new Syntax.Block(List.of(List.of(a, b)), Place.NONE);
      case 1 -> new Syntax.Block(List.of(List.of(a), List.of(b)), Place.NONE);
      default -> new Syntax.Block(List.of(List.of(a, b), List.of(b, a)), Place.NONE);
    };
  }

  private List<Syntax> list(int size) {
    return random.nextInt(3) == 0
        ? List.of(formula(size / 2), formula(size - size / 2))
        : List.of(formula(size));
  }

  private List<Syntax> indices() {
    List<Syntax> indices = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(2); i++) {
      indices.add(
          switch (random.nextInt(4)) {
            case 0 -> new Syntax.Colon(Place.NONE);
            case 1 -> formula(3);
            default -> new Syntax.Name(one(INDICES), Place.NONE);
          });
    }
    return indices;
  }

  private Syntax reference() {
    Syntax name = new Syntax.Name(one(List.of("C", "W1", "x", "y", "f", "β")), Place.NONE);
    return random.nextInt(3) == 0 ? new Syntax.Entry(name, indices(), Place.NONE) : name;
  }

  private Syntax name() {
    return new Syntax.Name(
        random.nextInt(20) == 0 ? one(List.of("T", "f")) : one(VALUES), Place.NONE);
  }

  private Syntax number() {
    return new Syntax.Num(one(NUMBERS), Place.NONE);
  }

  private String one(List<String> words) {
    return words.get(random.nextInt(words.size()));
  }

  /// The same formula, standing nowhere.
  static Syntax placeless(Syntax formula) {
    Place none = Place.NONE;
    return switch (formula) {
      case Syntax.Name(String text, _) -> new Syntax.Name(text, none);
      case Syntax.Num(String digits, _) -> new Syntax.Num(digits, none);
      case Syntax.Negate(Syntax of, _) -> new Syntax.Negate(placeless(of), none);
      case Syntax.Binary(Op op, Syntax left, Syntax right, _) ->
          new Syntax.Binary(op, placeless(left), placeless(right), none);
      case Syntax.Transpose(Syntax of, _) -> new Syntax.Transpose(placeless(of), none);
      case Syntax.Call(String function, List<Syntax> arguments, _) ->
          new Syntax.Call(function, placeless(arguments), none);
      case Syntax.Prime(String function, Syntax at, _) ->
          new Syntax.Prime(function, placeless(at), none);
      case Syntax.Entry(Syntax of, List<Syntax> indices, _) ->
          new Syntax.Entry(placeless(of), placeless(indices), none);
      case Syntax.Colon _ -> new Syntax.Colon(none);
      case Syntax.Bound(
              String operator,
              List<Syntax.Binder> binders,
              var conditions,
              var body,
              _) ->
          new Syntax.Bound(
              operator,
              binders.stream()
                  .map(b -> new Syntax.Binder(b.index(), placeless(b.range()), none))
                  .toList(),
              placeless(conditions),
              placeless(body),
              none);
      case Syntax.Norm(Syntax of, String kind, _) -> new Syntax.Norm(placeless(of), kind, none);
      case Syntax.Indicator(Syntax condition, _) ->
          new Syntax.Indicator(placeless(condition), none);
      case Syntax.Compare(Relation relation, Syntax left, Syntax right, _) ->
          new Syntax.Compare(relation, placeless(left), placeless(right), none);
      case Syntax.Block(List<List<Syntax>> rows, _) ->
          new Syntax.Block(rows.stream().map(RandomSyntax::placeless).toList(), none);
      case Syntax.Derivative(Syntax of, Syntax wrt, _) ->
          new Syntax.Derivative(placeless(of), placeless(wrt), none);
    };
  }

  private static List<Syntax> placeless(List<Syntax> formulas) {
    return formulas.stream().map(RandomSyntax::placeless).toList();
  }
}
