package dev.jacobi.learn.train;

import dev.jacobi.Given;
import dev.jacobi.Model;
import dev.jacobi.engine.Precision;
import dev.jacobi.engine.Sizes;
import dev.jacobi.engine.Tensor;
import dev.jacobi.expr.Definition;
import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Extent;
import dev.jacobi.expr.Factor;
import dev.jacobi.expr.Monomial;
import dev.jacobi.expr.ValueSet;
import dev.jacobi.learn.LearnException;
import dev.jacobi.learn.Random;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleSupplier;

/// Where parameters start.
///
/// What a formula sums over with other factors is a weight, and drawn so that what it makes keeps
/// its spread; what is added as it stands is a bias, and 0; what scales entries is 1.
///
/// Sources: Glorot, Bengio, "Understanding the difficulty of training deep feedforward neural
/// networks", AISTATS 2010; He et al., "Delving deep into rectifiers", ICCV 2015.
public final class Initial {
  private final Model model;
  private final Sizes sizes;
  private final Random random;

  /// How a weight is drawn.
  public sealed interface Rule {
    /// Uniform, of variance 2 / (in + out).
    record Xavier() implements Rule {}

    /// Normal, of variance 2 / in.
    record He() implements Rule {}

    /// Normal, of this deviation.
    record Normal(double deviation) implements Rule {}

    /// Uniform between minus this and this.
    record Uniform(double most) implements Rule {}

    record Constant(double value) implements Rule {}

    /// Reads `xavier`, `he`, `zeros`, `ones`, `normal:0.1`, `uniform:0.1` or a number.
    ///
    /// @throws LearnException when it is none
    static Rule parse(String text) {
      String[] words = text.split(":", 2);
      try {
        return switch (words[0].strip()) {
          case "xavier" -> new Xavier();
          case "he" -> new He();
          case "zeros" -> new Constant(0);
          case "ones" -> new Constant(1);
          case "normal" -> new Normal(Double.parseDouble(words[1]));
          case "uniform" -> new Uniform(Double.parseDouble(words[1]));
          default -> new Constant(Double.parseDouble(text.strip()));
        };
      } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
        throw new LearnException(
            "no rule `"
                + text
                + "` to start by; there are xavier, he, zeros, ones, normal:0.1,"
                + " uniform:0.1 and numbers",
            e);
      }
    }
  }

  private enum Part {
    WEIGHT,
    BIAS,
    SCALE
  }

  private Initial(Model model, Sizes sizes, long seed) {
    this.model = model;
    this.sizes = sizes;
    this.random = Random.of(seed).at("initial");
  }

  /// Values for parameters.
  ///
  /// @param standard how weights are drawn; empty for Xavier's rule
  /// @param rules of single names
  /// @throws LearnException when a size is not known
  public static Map<String, Tensor> of(
      Model model,
      List<String> parameters,
      Sizes sizes,
      long seed,
      Optional<Rule> standard,
      Map<String, Rule> rules) {
    var initial = new Initial(model, sizes, seed);
    Map<String, Tensor> all = new LinkedHashMap<>();
    for (String p : parameters)
      all.put(p, initial.drawn(p, rules.getOrDefault(p, initial.rule(p, standard))));
    return all;
  }

  private Rule rule(String name, Optional<Rule> standard) {
    return switch (part(name)) {
      case WEIGHT -> standard.orElse(new Rule.Xavier());
      case BIAS -> new Rule.Constant(isPositive(name) ? 1 : 0);
      case SCALE -> new Rule.Constant(1);
    };
  }

  private boolean isPositive(String name) {
    return model.read().model().variables().get(name).set() == ValueSet.POSITIVE;
  }

  private Tensor drawn(String name, Rule rule) {
    List<Extent> shape = model.read().model().shape(name);
    int[] sides = shape.stream().mapToInt(this::size).toArray();
    Tensor t = Tensor.zeros(Precision.DOUBLE, sides);
    DoubleSupplier next = numbers(rule, random.at(name), fans(name));
    for (int q = 0; q < t.size(); q++) t.set(q, next.getAsDouble());
    return t;
  }

  private static DoubleSupplier numbers(Rule rule, Random r, Fans fans) {
    return switch (rule) {
      case Rule.Xavier _ -> uniform(r, Math.sqrt(6 / (fans.in + fans.out)));
      case Rule.He _ -> normal(r, Math.sqrt(2 / fans.in));
      case Rule.Normal n -> normal(r, n.deviation());
      case Rule.Uniform u -> uniform(r, u.most());
      case Rule.Constant c -> c::value;
    };
  }

  private static DoubleSupplier uniform(Random r, double most) {
    return () -> (2 * r.uniform() - 1) * most;
  }

  private static DoubleSupplier normal(Random r, double deviation) {
    return () -> r.normal() * deviation;
  }

  private int size(Extent e) {
    for (String n : e.names())
      if (sizes.size(n).isEmpty()) throw new LearnException(model.file() + ": " + Given.unsized(n));
    return Math.toIntExact(e.value(n -> sizes.size(n).orElseThrow()));
  }

  private record Fans(double in, double out) {}

  /// How many numbers come in to, and go out of, what first is made with a name. An axis that what
  /// is made has too goes out.
  private Fans fans(String name) {
    double in = 1;
    double out = 1;
    Set<Extent> left = new LinkedHashSet<>(maker(name).map(Definition::shape).orElse(List.of()));
    for (Extent e : model.read().model().shape(name)) {
      if (left.remove(e)) out *= size(e);
      else in *= size(e);
    }
    return new Fans(in, out);
  }

  /// The first definition of an array that uses a name; of a number, if there is none.
  private Optional<Definition> maker(String name) {
    List<Definition> all =
        model.read().model().definitions().values().stream()
            .filter(d -> d.uses().contains(name))
            .toList();
    return all.stream()
        .filter(d -> !d.shape().isEmpty())
        .findFirst()
        .or(() -> all.stream().findFirst());
  }

  private Part part(String name) {
    Optional<Definition> d = maker(name);
    return d.isPresent() && d.get().body() instanceof Definition.Formula f
        ? part(f.expr(), name)
        : Part.BIAS;
  }

  private static Part part(Expr e, String name) {
    Part found = Part.BIAS;
    for (Monomial m : e.terms()) {
      Part p = part(m, name);
      if (p == Part.WEIGHT) return p;
      if (p == Part.SCALE) found = p;
    }
    return found;
  }

  private static Part part(Monomial m, String name) {
    Part found = Part.BIAS;
    for (Monomial.Power p : m.powers()) {
      Part inner =
          switch (p.base()) {
            case Factor.Symbol s when s.name.equals(name) ->
                m.hasSums() ? Part.WEIGHT : m.powers().size() > 1 ? Part.SCALE : Part.BIAS;
            case Factor.Apply a ->
                a.arguments().stream().map(x -> part(x, name)).reduce(Part.BIAS, Initial::more);
            case Factor.Group g -> part(g.of, name);
            default -> Part.BIAS;
          };
      found = more(found, inner);
    }
    return found;
  }

  private static Part more(Part a, Part b) {
    return a == Part.WEIGHT || b == Part.BIAS ? a : b;
  }
}
