package dev.jacobi.check;

import dev.jacobi.check.Comparison.Outcome;
import dev.jacobi.elaborate.Claims;
import dev.jacobi.eval.Point;
import dev.jacobi.expr.Definition;
import dev.jacobi.expr.Rewrite;
import dev.jacobi.notation.Place;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.TextSpelling;
import dev.jacobi.notation.Trees;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// `∂C/∂w = 0 ⇒ X'X w = X'y ⇒ w = (X'X)⁻¹X'y`: the first is a condition that is set, no identity;
/// the others hold where it does.
final class Zeros {
  /// Words with which a condition is set; "set" and "zero" do it together.
  private static final Set<String> SETTING =
      Set.of(
          "setting",
          "equating",
          "solve",
          "solves",
          "solving",
          "satisfy",
          "satisfies",
          "satisfying",
          "nullspace",
          "kernel",
          "stationary",
          "stationarity",
          "critical",
          "extremum",
          "extrema",
          "optimality");

  private static final Pattern TO_ZERO = Pattern.compile("\\bto (zero|0)\\b");
  private static final int FEWEST = 3; // points that tell
  private static final int MOST = 8; // conditions of one section
  private static final int MOST_TOGETHER = 4;
  private static final String UNSAID = ", which is left unsaid";
  private static final Syntax ZERO = new Syntax.Num("0", Place.NONE);

  private final Run run;
  private final Setting setting;
  private final Comparison like;

  Zeros(Run run, Setting setting, Comparison like) {
    this.run = run;
    this.setting = setting;
    this.like = like;
  }

  /// Of an equality that does not hold by itself: that it sets a condition, or that it holds where
  /// one was set.
  Optional<Relation> relation(Syntax left, Syntax right, RelationBuilder b) {
    if (isZero(left) && !isZero(right)) return relation(right, left, b);
    for (Syntax zero : run.values) {
      Optional<Outcome> o = agreement(zero, left, right);
      if (o.isPresent())
        return Optional.of(b.agreement(o.get()).condition(said(zero) + ", as is said").build());
    }
    if (isDerivative(left) && !isZero(right)) return Optional.empty(); // it is told by its cost
    Syntax difference =
        isZero(right) ? left : new Syntax.Binary(Syntax.Op.MINUS, left, right, Place.NONE);
    for (Syntax zero : conditions()) {
      String condition = said(zero);
      Optional<Outcome> o = multiple(zero, difference);
      if (o.isEmpty()) {
        o = solution(zero, left, right);
        if (o.isPresent())
          condition = TextSpelling.PLAIN.spell(left) + " is this solution of " + condition;
      }
      if (o.isEmpty()) o = agreement(zero, left, right);
      if (o.isEmpty()) continue;
      note(setting, difference);
      return Optional.of(b.agreement(o.get()).condition(condition + ", as was set").build());
    }
    Optional<Relation> joint = together(left, right, b).or(() -> stationary(left, right, b));
    if (joint.isPresent()) return joint;
    if (!isZero(right) || !isSet(left)) return Optional.empty();
    note(setting, difference);
    return Optional.of(
        b.verdict(Verdict.DEFINITION).message("a condition: what is set to zero").build());
  }

  /// What was set, and each of it with what was supposed of a name (`w = X'a`) put in.
  private List<Syntax> conditions() {
    List<Syntax> all = new ArrayList<>(setting.zeros);
    for (Syntax s : setting.zeros)
      if (s instanceof Syntax.Binary m
          && m.op() == Syntax.Op.MINUS
          && m.left() instanceof Syntax.Name n)
        for (Syntax zero : setting.zeros)
          if (zero != s && Interpreter.names(zero).contains(n.text()) && all.size() < 2 * MOST)
            all.add(Trees.map(zero, x -> Ellipsis.same(x, n) ? m.right() : x));
    return all;
  }

  /// `y = 1` of `y - 1`, which is zero.
  private static String said(Syntax zero) {
    boolean equation =
        zero instanceof Syntax.Binary m
            && m.op() == Syntax.Op.MINUS
            && m.left() instanceof Syntax.Name;
    return equation
        ? TextSpelling.PLAIN.spell(((Syntax.Binary) zero).left())
            + " = "
            + TextSpelling.PLAIN.spell(((Syntax.Binary) zero).right())
        : TextSpelling.PLAIN.spell(zero) + " = 0";
  }

  /// What is said to be zero from here on.
  static void note(Setting setting, Syntax zero) {
    if (setting.zeros.size() < MOST) setting.zeros.add(zero);
  }

  private static boolean isZero(Syntax s) {
    return s instanceof Syntax.Num n && n.digits().equals("0");
  }

  /// All derivatives together that were set to zero.
  private Optional<Relation> together(Syntax left, Syntax right, RelationBuilder b) {
    List<Syntax> zeros = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (Syntax zero : setting.zeros) {
      Optional<String> by = Edges.derivative(zero).flatMap(d -> Edges.name(d.wrt()));
      if (by.isEmpty() || names.contains(by.get())) continue;
      if (!setting.model.variables().containsKey(by.get())) continue;
      zeros.add(zero);
      names.add(by.get());
    }
    return together(zeros, names, "set " + zeros, left, right, ", as was set", b);
  }

  /// "Setting the derivative to zero gives …", with no formula that says so.
  private Optional<Relation> stationary(Syntax left, Syntax right, RelationBuilder b) {
    Optional<String> cost = setting.cost();
    boolean set = setting.allStationary || wordsSet();
    if (cost.isEmpty() || isZero(right) || !set) return Optional.empty();
    List<String> taken = taken(cost.get());
    List<String> all =
        setting.model.variables().keySet().stream()
            .filter(v -> setting.restsOn(cost.get(), v))
            .toList();
    Optional<Relation> r =
        where(cost.get(), taken.isEmpty() ? all : taken, left, right, ", as the words say", b);
    if (r.isPresent()) setting.allStationary = true;
    return r;
  }

  /// Of an equality that no slip explains: that it holds where derivatives are zero that the
  /// document takes. It is an equation for the least cost then, whatever words say so.
  Optional<Relation> unsaid(Syntax left, Syntax right, RelationBuilder b) {
    if (isZero(left) && !isZero(right)) return unsaid(right, left, b);
    if (hasDerivative(left) || hasDerivative(right)) return Optional.empty();
    for (Definition d : List.copyOf(setting.model.definitions().values())) {
      if (!d.isNamed() || !d.parameters().isEmpty() || speaksOf(d.name(), left, right)) continue;
      Optional<Relation> r =
          where(d.name(), ownFirst(taken(d.name()), left), left, right, UNSAID, b);
      if (r.isPresent()) return r;
    }
    return Optional.empty();
  }

  /// What the left side is itself comes first: `w = …` is where the derivative by w is zero.
  private static List<String> ownFirst(List<String> names, Syntax left) {
    List<String> ordered = new ArrayList<>(names);
    if (left instanceof Syntax.Name n && ordered.remove(n.text())) ordered.addFirst(n.text());
    return ordered;
  }

  /// Of the number itself: that it is zero at its least, say, is a claim.
  private static boolean speaksOf(String number, Syntax left, Syntax right) {
    return Interpreter.names(left).contains(number) || Interpreter.names(right).contains(number);
  }

  /// The declared names by which the document differentiates a number.
  private List<String> taken(String number) {
    return setting.model.variables().keySet().stream()
        .filter(v -> setting.slopesTaken.contains(number + "/" + v))
        .toList();
  }

  /// An equality where the derivative of a number by one of these names is zero, or those by all.
  private Optional<Relation> where(
      String number, List<String> names, Syntax left, Syntax right, String how, RelationBuilder b) {
    List<Syntax> zeros = names.stream().map(v -> slope(number, v)).toList();
    for (Syntax zero : zeros) {
      Optional<Outcome> o = agreement(zero, left, right);
      if (o.isPresent())
        return Optional.of(b.agreement(o.get()).condition(said(zero) + how).build());
    }
    return together(zeros, names, number + "/" + names, left, right, how, b);
  }

  private Optional<Relation> together(
      List<Syntax> zeros,
      List<String> names,
      String key,
      Syntax left,
      Syntax right,
      String how,
      RelationBuilder b) {
    if (zeros.size() < 2 || zeros.size() > MOST_TOGETHER) return Optional.empty();
    List<Point> points =
        setting.together.computeIfAbsent(
            key, _ -> guarded(() -> ZeroSet.ofAll(setting, met(zeros), names)));
    String all = zeros.stream().map(Zeros::said).collect(Collectors.joining(" and "));
    return agreement(points, left, right).map(o -> b.agreement(o).condition(all + how).build());
  }

  private List<Claims.Meaning> met(List<Syntax> zeros) {
    return zeros.stream().map(z -> comparing(z, ZERO).meaning(z)).toList();
  }

  private static List<Point> guarded(Supplier<List<Point>> search) {
    try {
      return search.get();
    } catch (ArithmeticException | IllegalArgumentException e) {
      return List.of();
    }
  }

  private Syntax slope(String of, String by) {
    return setting.stationary.computeIfAbsent(
        of + "/" + by, _ -> new Syntax.Derivative(name(of), name(by), Place.NONE));
  }

  private static Syntax name(String text) {
    return new Syntax.Name(text, Place.NONE);
  }

  /// The derivative of a cost, or what the words around set to zero. That an entry does not rest on
  /// another is a claim.
  private boolean isSet(Syntax left) {
    Optional<Syntax> of = slopeOf(left).filter(this::isCost);
    return of.isPresent() && (of.get() instanceof Syntax.Name || isSolvable(left)) || wordsSet();
  }

  /// Whether the derivative of a formula rests on what it is by, so that it is zero somewhere and
  /// not everywhere.
  private boolean isSolvable(Syntax slope) {
    if (!(slope instanceof Syntax.Derivative d)) return false;
    Set<String> names = new HashSet<>();
    Rewrite.names(setting.slopes.inlined(comparing(slope, ZERO).meaning(slope).entry()), names);
    return Interpreter.names(d.wrt()).stream().anyMatch(names::contains);
  }

  /// What it is the derivative of, by a name.
  private static Optional<Syntax> slopeOf(Syntax s) {
    return switch (s) {
      case Syntax.Derivative d -> Optional.of(d.of());
      case Syntax.Call c when c.function().equals("grad") && !c.arguments().isEmpty() ->
          Optional.of(c.arguments().getFirst());
      default -> Optional.empty();
    };
  }

  /// A number that no letter tells apart: a name, or a formula such as `tr(P)`.
  private boolean isCost(Syntax s) {
    if (s instanceof Syntax.Name n && !setting.model.knows(n.text())) return false;
    if (!new Interpreter(setting).letters(List.of(s)).isEmpty()) return false;
    var meaning = comparing(s, ZERO).meaning(s);
    return meaning.problem().isEmpty() && meaning.axes().isEmpty();
  }

  private boolean wordsSet() {
    String text = run.words.toString();
    Set<String> words = Set.copyOf(List.of(text.split("[^a-z0-9]+")));
    boolean zero = words.contains("zero") || words.contains("0");
    boolean set = words.contains("set") || words.contains("sets") || TO_ZERO.matcher(text).find();
    return zero && set || words.stream().anyMatch(SETTING::contains);
  }

  /// A multiple of the condition is zero where it is.
  private Optional<Outcome> multiple(Syntax zero, Syntax difference) {
    Comparison comparison = comparing(zero, difference);
    var target = new Target(setting, comparison, run.cases, zero);
    List<Syntax> candidates = new ArrayList<>();
    candidates.add(difference);
    candidates.add(new Syntax.Negate(difference, Place.NONE));
    new FactorEdits(setting, target).multiples(difference).forEach(e -> candidates.add(e.edited()));
    return candidates.stream().flatMap(s -> equal(comparison, zero, s).stream()).findFirst();
  }

  /// A declared name is one solution of the condition: put in, it makes it zero.
  private Optional<Outcome> solution(Syntax zero, Syntax left, Syntax right) {
    boolean declared =
        left instanceof Syntax.Name n && setting.model.variables().containsKey(n.text());
    if (!declared || !Interpreter.names(zero).contains(((Syntax.Name) left).text()))
      return Optional.empty();
    boolean[] closed = {true};
    Trees.walk(zero, x -> closed[0] &= !(x instanceof Syntax.Derivative));
    if (!closed[0]) return Optional.empty();
    Syntax put = Trees.map(zero, x -> Ellipsis.same(x, left) ? right : x);
    return equal(comparing(put, ZERO), put, ZERO);
  }

  private static boolean hasDerivative(Syntax s) {
    return !Edges.of(s).isEmpty() || !Edges.taken(s).isEmpty();
  }

  private static boolean isDerivative(Syntax s) {
    return switch (s) {
      case Syntax.Derivative _ -> true;
      case Syntax.Entry e -> isDerivative(e.of());
      case Syntax.Negate n -> isDerivative(n.of());
      case Syntax.Transpose p -> isDerivative(p.of());
      default -> false;
    };
  }

  /// It agrees at points where the condition holds.
  private Optional<Outcome> agreement(Syntax zero, Syntax left, Syntax right) {
    return agreement(points(zero), left, right);
  }

  private Optional<Outcome> agreement(List<Point> at, Syntax left, Syntax right) {
    Comparison comparison = comparing(left, right);
    int points = 0;
    for (Point p : at) {
      Optional<Boolean> agrees = comparison.agreesAt(left, right, isZero(right), p);
      if (agrees.isPresent() && !agrees.get()) return Optional.empty();
      if (agrees.isPresent()) points++;
    }
    return points < FEWEST ? Optional.empty() : Optional.of(Outcome.agrees(points));
  }

  private List<Point> points(Syntax zero) {
    return setting.zeroSets.computeIfAbsent(
        zero,
        z ->
            guarded(() ->
                ZeroSet.of(
                    setting, comparing(z, ZERO).meaning(z), setting.model.variables().keySet())));
  }

  private Comparison comparing(Syntax a, Syntax b) {
    return like.with(new Claims.Letters(new Interpreter(setting).letters(List.of(a, b))));
  }

  private static Optional<Outcome> equal(Comparison comparison, Syntax a, Syntax b) {
    try {
      return Optional.of(comparison.compare(a, b)).filter(o -> o.isEqual() && !o.turned());
    } catch (ArithmeticException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
