package dev.jacobi.check;

import dev.jacobi.check.Comparison.Outcome;
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
import java.util.regex.Pattern;

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

  /// The same in other languages.
  private static final Pattern ELSEWHERE =
      Pattern.compile(
          "\\b(igual\\p{L}*|anul\\p{L}*|hac\\p{L}+|poniendo) .{0,60}\\b(cero|zero|0)\\b" // es, pt
              + "|\\bnull ?(setz|stell)|\\bgleich (null|0)\\b|(ab|ablei)\\p{L}* .{0,40}\\bnull\\b" // de
              + "|\\b(annul\\p{L}*|égal\\p{L}*|pos\\p{L}+) .{0,40}\\b(zéro|0)\\b" // fr
              + "|\\b(uguagl\\p{L}*|pon\\p{L}+) .{0,40}\\bzero\\b|приравн" // it, ru
              + "|(令|让|使|設|设).{0,40}(等于|等於|为|為|=) ?(0|零)|(导数|偏导|梯度|導數).{0,12}(0|零)"); // zh

  private static final int MOST = 8; // conditions of one section

  private final Run run;
  private final Setting setting;
  private final ZeroPoints points;

  Zeros(Run run, Setting setting, Comparison like) {
    this.run = run;
    this.setting = setting;
    this.points = new ZeroPoints(setting, like);
  }

  /// Of an equality that does not hold by itself: that it sets a condition, or that it holds where
  /// one was set.
  Optional<Relation> relation(Syntax left, Syntax right, RelationBuilder b) {
    if (ZeroPoints.isZero(left) && !ZeroPoints.isZero(right)) return relation(right, left, b);
    for (Syntax zero : run.values) {
      Optional<Outcome> o = points.agreement(zero, left, right);
      if (o.isPresent())
        return Optional.of(b.agreement(o.get()).condition(said(zero) + ", as is said").build());
    }
    if (isDerivative(left) && !ZeroPoints.isZero(right))
      return Optional.empty(); // it is told by its cost
    Syntax difference =
        ZeroPoints.isZero(right)
            ? left
            : new Syntax.Binary(Syntax.Op.MINUS, left, right, Place.NONE);
    for (Syntax zero : conditions()) {
      String condition = said(zero);
      Optional<Outcome> o = multiple(zero, difference);
      if (o.isEmpty()) {
        o = solution(zero, left, right);
        if (o.isPresent())
          condition = TextSpelling.PLAIN.spell(left) + " is this solution of " + condition;
      }
      if (o.isEmpty()) o = points.agreement(zero, left, right);
      if (o.isEmpty()) continue;
      note(setting, difference);
      return Optional.of(b.agreement(o.get()).condition(condition + ", as was set").build());
    }
    var stationary = new Stationary(setting, points);
    Optional<Relation> least = stationary.allSet(left, right, b);
    if (least.isEmpty() && (setting.allStationary || wordsSet()))
      least = stationary.said(left, right, b);
    if (least.isPresent()) return least;
    if (!ZeroPoints.isZero(right) || !isSet(left)) return Optional.empty();
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
  static String said(Syntax zero) {
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
    Rewrite.names(
        setting.slopes.inlined(points.comparing(slope, ZeroPoints.ZERO).meaning(slope).entry()),
        names);
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
    return points.comparing(s, ZeroPoints.ZERO).meaning(s).isNumber();
  }

  private boolean wordsSet() {
    String text = run.words.toString();
    Set<String> words = Set.copyOf(List.of(text.split("[^a-z0-9]+")));
    boolean zero = words.contains("zero") || words.contains("0");
    boolean set = words.contains("set") || words.contains("sets") || TO_ZERO.matcher(text).find();
    return zero && set
        || words.stream().anyMatch(SETTING::contains)
        || ELSEWHERE.matcher(text).find();
  }

  /// A multiple of the condition is zero where it is.
  private Optional<Outcome> multiple(Syntax zero, Syntax difference) {
    Comparison comparison = points.comparing(zero, difference);
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
    return equal(points.comparing(put, ZeroPoints.ZERO), put, ZeroPoints.ZERO);
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

  private static Optional<Outcome> equal(Comparison comparison, Syntax a, Syntax b) {
    try {
      return Optional.of(comparison.compare(a, b)).filter(o -> o.isEqual() && !o.turned());
    } catch (ArithmeticException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
