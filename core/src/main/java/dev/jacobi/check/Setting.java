package dev.jacobi.check;

import dev.jacobi.calculus.Local;
import dev.jacobi.elaborate.Claims;
import dev.jacobi.elaborate.Elaborated;
import dev.jacobi.elaborate.Elaborator;
import dev.jacobi.eval.Evaluator;
import dev.jacobi.eval.Point;
import dev.jacobi.eval.Sampler;
import dev.jacobi.expr.Definition;
import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Function;
import dev.jacobi.expr.Index;
import dev.jacobi.expr.Model;
import dev.jacobi.expr.Terms;
import dev.jacobi.expr.ValueSet;
import dev.jacobi.expr.Variable;
import dev.jacobi.notation.LatexLabels;
import dev.jacobi.notation.Parser;
import dev.jacobi.notation.Problem;
import dev.jacobi.notation.Renaming;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.Vocabulary;
import dev.jacobi.simplify.Simplifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What is known where a formula stands: the names of one section of a key, or of the document
/// itself, with their derivatives and with points at which formulas are compared.
final class Setting {
  static final int FAR_EACH = 8;
  private static final int FAR = 1000;

  /// The number of the first of some points at which dimensions are longer than at the others.
  static final int WIDE = 500;

  static final int WIDE_MANY = 3;
  private static final int MOST_KEPT = 12;
  private static final long SEED = 20_250_601;

  final Elaborated read;
  final Model model;
  final Claims formulas;
  final Simplifier simplifier;
  final Slopes slopes;
  private final Map<String, Syntax> aliases = new LinkedHashMap<>();
  private final Set<String> ofKey;
  private final List<NamedEntry> entries = new ArrayList<>();
  private final List<Point> points = new ArrayList<>();
  private final List<Evaluator> evaluators = new ArrayList<>(); // at the first of them
  private final Map<Integer, Point> wide = new HashMap<>();
  private final List<Double> far = new ArrayList<>(); // how far out
  private final Sampler sampler;
  private final List<String> names;
  private Optional<String> cost = Optional.empty();
  private boolean costKnown;
  private long searched;
  private final Set<Index> hot = new HashSet<>();

  /// What the document has set to zero so far.
  final List<Syntax> zeros = new ArrayList<>();

  /// What the document says that a name rests on, as in `p(x | \mu)`.
  final Map<String, List<String>> lists = new HashMap<>();

  /// The names by which the document differentiates.
  final Set<String> edges = new HashSet<>();

  /// The derivatives of a name by a name that the document takes, `C/w` each.
  final Set<String> slopesTaken = new HashSet<>();

  /// Whether the document transposes the rows of a matrix, which are columns to it then.
  boolean rowsTurned;

  /// Whether something followed from words that set the derivatives of the cost to zero.
  boolean allStationary;

  /// Derivatives that may be zero, each once.
  final Map<String, Syntax> stationary = new HashMap<>();

  /// Points at which these hold.
  final IdentityHashMap<Syntax, List<Point>> zeroSets = new IdentityHashMap<>();

  /// Points at which several derivatives of a number are zero.
  final Map<List<Syntax>, List<Point>> together = new HashMap<>();

  /// The numbers that the document gives to declared names, for an example.
  final Map<String, Syntax> given = new LinkedHashMap<>();

  /// Under which heading it does.
  String givenIn = "";

  /// Which declared names move in a differential that the model has a name for.
  final Map<String, Set<String>> moving = new HashMap<>();

  private final String text;
  private final Map<String, Optional<Setting>> assumed = new LinkedHashMap<>();

  Setting(String text) {
    this.text = text;
    this.read = Elaborator.elaborateUnjudged(Parser.parse(text), new Calculus());
    this.model = read.model();
    this.names = allNames(); // before formulas bring definitions without names
    this.formulas = read.formulas();
    this.simplifier = new Simplifier(model);
    this.slopes = new Slopes(model, simplifier);
    this.sampler = new Sampler(model, SEED);
    formulas.derivatives(slopes);
    read.aliases()
        .forEach((name, s) -> aliases.put(Vocabulary.canonicalName(LatexLabels.of(name)), s));
    ofKey = Set.copyOf(aliases.keySet());
  }

  /// Whether the key says what a name is.
  boolean isOfKey(String name) {
    return model.knows(name) || ofKey.contains(name);
  }

  /// What reading a key asks of calculus.
  private static final class Calculus implements Elaborator.Slope {
    @Override
    public Expr of(Terms t, Expr e, String name) {
      return Local.slope(t, e, name);
    }

    @Override
    public Claims.Derivatives in(Model model) {
      return (of, wrt) -> new Slopes(model, new Simplifier(model)).of(of, wrt);
    }
  }

  List<Problem> problems() {
    return read.problems();
  }

  /// The number of the first of [#FAR_EACH] points that lie a scale farther out, or nearer to 0.
  int far(double scale) {
    if (!far.contains(scale)) far.add(scale);
    return FAR + far.indexOf(scale) * FAR_EACH;
  }

  private Point far(int n) {
    double scale = far.get(n / FAR_EACH);
    Point p = sampler.point(n % FAR_EACH).copy();
    for (Variable v : model.variables().values())
      if (v.set() == ValueSet.REAL || v.set() == ValueSet.POSITIVE) {
        p.put(v.name(), Arrays.stream(p.array(v.name())).map(x -> x * scale).toArray());
      } else if ((v.set() == ValueSet.UNIT || v.set() == ValueSet.OPEN_UNIT) && scale < 1) {
        double reach = Math.min(scale, 1 - scale); // about the scale, within (0, 1)
        p.put(
            v.name(),
            Arrays.stream(p.array(v.name())).map(x -> scale + (2 * x - 1) * reach).toArray());
      }
    return p;
  }

  /// The n-th point; a copy, since evaluation keeps what it computes.
  Point point(int n) {
    if (n >= FAR) return far(n - FAR);
    if (n >= WIDE) return wide.computeIfAbsent(n, k -> sampler.point(k, 4 + k - WIDE)).copy();
    while (points.size() <= n) points.add(sampler.point(points.size()));
    return points.get(n).copy();
  }

  /// Evaluates at the n-th point, and keeps what it computed for those who ask next.
  Evaluator at(int n) {
    if (n >= MOST_KEPT) return new Evaluator(model, point(n));
    while (evaluators.size() <= n) evaluators.add(new Evaluator(model, point(evaluators.size())));
    return evaluators.get(n);
  }

  /// What a name or some words stand for, beside the model's own names.
  Map<String, Syntax> aliases() {
    return aliases;
  }

  void alias(String name, Syntax formula) {
    aliases.put(name, formula);
  }

  boolean knows(String name) {
    return model.knows(name) || aliases.containsKey(name);
  }

  /// The number that everything else serves: the last scalar definition that no other uses. What
  /// `dW1` is the derivative of.
  Optional<String> cost() {
    if (!costKnown) {
      costKnown = true;
      Set<String> used = new HashSet<>();
      for (Definition d : model.definitions().values()) used.addAll(d.uses());
      for (Definition d : List.copyOf(model.definitions().values())) {
        boolean named = d.visibility() == Definition.Visibility.NAMED && !d.name().startsWith("·");
        if (named && d.parameters().isEmpty() && !used.contains(d.name()))
          cost = Optional.of(d.name());
      }
    }
    return cost;
  }

  boolean isFunction(String name) {
    return read.isFunction(name);
  }

  /// Whether it may stand for a place or a size: a dimension, or a declared integer.
  boolean isExtent(String name) {
    return model.dimensions().contains(name) || model.integer(name).isPresent();
  }

  /// Whether a value is made of a name, directly or not.
  boolean restsOn(String value, String name) {
    return model.rests(value, name);
  }

  /// Of several matrices told apart by their indices, `w_kj` and `w_ji`, the one that the indices
  /// given speak of: by their letters, then by what runs over the same extents.
  Optional<String> family(String stem, List<Syntax> indices) {
    List<String> members = new ArrayList<>();
    for (String v : model.variables().keySet())
      if (v.startsWith(stem + "_") && model.shape(v).size() == indices.size()) members.add(v);
    if (members.isEmpty()) return Optional.empty();
    String best = "";
    int most = -1;
    for (String m : members) {
      String letters = m.substring(stem.length() + 1);
      if (letters.length() != indices.size() || !LatexLabels.areIndices(letters)) continue;
      int fit = 0;
      for (int q = 0; q < indices.size(); q++)
        if (indices.get(q) instanceof Syntax.Name n && n.text().equals(letters.substring(q, q + 1)))
          fit++;
      if (fit > most) {
        most = fit;
        best = m;
      }
    }
    return best.isEmpty() ? Optional.empty() : Optional.of(best);
  }

  /// The one name that is one-hot, when there is exactly one.
  Optional<Variable> oneHot() {
    List<Variable> hot =
        model.variables().values().stream().filter(v -> v.set() == ValueSet.ONE_HOT).toList();
    return hot.size() == 1 ? Optional.of(hot.get(0)) : Optional.empty();
  }

  /// Remembers an index that stands for the place of the one.
  void hot(Index k) {
    hot.add(k);
  }

  boolean isHot(Index k) {
    return hot.contains(k);
  }

  /// The names that a writer may use, declared and defined.
  List<String> names() {
    return names;
  }

  private List<String> allNames() {
    List<String> all = new ArrayList<>(model.variables().keySet());
    for (Definition d : model.definitions().values())
      if (d.visibility() == Definition.Visibility.NAMED && !d.name().startsWith("·"))
        all.add(d.name());
    return List.copyOf(all);
  }

  /// Whether a function is applied to each entry, so that it has slopes.
  boolean isEntrywise(String name) {
    String n = Vocabulary.canonicalName(name);
    n = Vocabulary.ALIASES.getOrDefault(n, n);
    return Function.named(n).filter(f -> f.arity == 1).isPresent();
  }

  /// Whether a name is declared as a place, `c in 1..K`.
  boolean isInteger(String name) {
    Variable v = model.variables().get(name);
    return v != null && v.set() == ValueSet.INTEGERS;
  }

  /// Whether it is declared as a number of two values, `y in {0,1}`.
  boolean isOfFewValues(String name) {
    Variable v = model.variables().get(name);
    return v != null
        && v.shape().isEmpty()
        && (v.set() == ValueSet.BINARY || v.set() == ValueSet.SIGNS);
  }

  /// Whether `dW1` may be the derivative of the cost by a name: `d` before one that is known.
  boolean isDifferential(String name) {
    return name.startsWith("d")
        && name.length() > 1
        && cost().isPresent()
        && (knows(name.substring(1)) || knows(name.substring(1).replace("_", "")));
  }

  // ---- entries that a document names: `δ_j = …`

  /// An entry by its name and letters, and what it stands for.
  private record NamedEntry(Syntax.Entry pattern, Syntax formula) {}

  void entry(Syntax.Entry pattern, Syntax formula) {
    entries.add(new NamedEntry(pattern, formula));
  }

  /// Whether the document said what the entries of a name are.
  boolean isEntered(String name) {
    return entries.stream()
        .anyMatch(n -> n.pattern.of() instanceof Syntax.Name of && of.text().equals(name));
  }

  /// Whether an entry was named with these very letters.
  boolean hasEntry(Syntax.Entry e) {
    return entries.stream().anyMatch(n -> Ellipsis.same(n.pattern, e));
  }

  /// What an entry stands for, with the letters given: the definition written with the same
  /// letters, else the only one of that name.
  Optional<Syntax> entry(Syntax.Entry e) {
    List<NamedEntry> fits =
        entries.stream()
            .filter(n -> Ellipsis.same(n.pattern.of(), e.of()))
            .filter(n -> n.pattern.indices().size() == e.indices().size())
            .toList();
    for (NamedEntry n : fits) if (Ellipsis.same(n.pattern, e)) return Optional.of(n.formula);
    if (fits.size() != 1) return Optional.empty();
    List<String> letters = new ArrayList<>();
    for (Syntax s : fits.get(0).pattern.indices()) letters.add(((Syntax.Name) s).text());
    return Optional.of(Renaming.of(fits.get(0).formula, letters, e.indices()));
  }

  /// The same names where something more is a fact; empty where it makes no sense.
  Optional<Setting> assuming(String fact) {
    return assumed.computeIfAbsent(
        fact,
        _ -> {
          var s = new Setting(text + "\nassume " + fact + "\n");
          return s.problems().isEmpty() ? Optional.of(s) : Optional.empty();
        });
  }

  /// The same names and a number more; empty where there is such a name.
  Optional<Setting> withNumber(String name) {
    return assumed.computeIfAbsent(
        "number " + name,
        _ -> {
          var s = new Setting(text + "\n" + name + " in R\n");
          return s.problems().isEmpty() ? Optional.of(s) : Optional.empty();
        });
  }

  /// The same names where some that are defined are declared only, and so rest on nothing; empty
  /// where that cannot be written.
  Optional<Setting> holding(Set<String> held) {
    return assumed.computeIfAbsent(
        "held " + held,
        _ -> {
          var s = new Setting(Held.text(text, model, held));
          return s.problems().isEmpty() ? Optional.of(s) : Optional.empty();
        });
  }

  /// How many steps of work went into looking for mistakes among these names.
  long searched() {
    return searched;
  }

  void searched(long more) {
    searched += more;
  }
}
