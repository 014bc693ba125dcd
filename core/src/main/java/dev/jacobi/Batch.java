package dev.jacobi;

import dev.jacobi.expr.At;
import dev.jacobi.expr.Definition;
import dev.jacobi.expr.Expr;
import dev.jacobi.expr.Extent;
import dev.jacobi.expr.Factor;
import dev.jacobi.expr.Index;
import dev.jacobi.expr.Rewrite;
import dev.jacobi.expr.ValueSet;
import dev.jacobi.expr.Variable;
import dev.jacobi.notation.Statement;
import dev.jacobi.notation.TextSpelling;
import dev.jacobi.notation.Vocabulary;
import dev.jacobi.print.Printer;
import dev.jacobi.print.Spellings;
import dev.jacobi.print.report.Shapes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A model for one example, written for many at once: the named inputs, and all that rests on them,
/// gain a first axis of which each row is one example; the cost is the sum, or the mean, of theirs.
///
/// The result is a model as if the user had written it: in matrix notation where that says it (`s1
/// = x W1' + ones(N) b1'`), else by entry. Each of its lines was compared with the model for one
/// example, evaluated example by example, before it was taken.
public final class Batch {
  private static final double TOLERANCE = 1e-9;

  /// A place that is given as the number 1.
  private static final Pattern PLACE_ONE = Pattern.compile("(?<=[\\[,])1(?=[,\\]])");

  private final Model one;
  private final dev.jacobi.expr.Model names;
  private final String extent;
  private final Set<String> batched = new LinkedHashSet<>();
  private final Map<String, String> called = new LinkedHashMap<>();
  private final Set<String> ours = new HashSet<>(); // names that the user did not give
  private final Index example;
  private final Examples samples;
  private final StringBuilder text = new StringBuilder();

  private Batch(Model one, String extent, List<String> inputs) {
    this.one = one;
    this.names = one.read().model();
    this.extent = extent;
    this.example = names.t.index(Extent.of(extent), "");
    for (String input : inputs) {
      String name = Vocabulary.canonicalName(input);
      if (!names.variables().containsKey(name))
        throw new DerivationException("no name `" + input + "` is declared");
      batched.add(name);
    }
    this.samples = new Examples(names, batched);
  }

  /// How the costs of the examples become one.
  public enum Total {
    SUM,
    MEAN
  }

  /// The model of a batch.
  ///
  /// @param extent how many examples there are, as a name: `N`
  /// @throws DerivationException when a name is unknown or taken, the cost is no number, or a line
  ///   has no form for a batch (the inverse of a matrix that differs between examples)
  public static Model of(Model one, String extent, List<String> inputs, String cost, Total total) {
    if (!one.problems().isEmpty()) throw new DerivationException("the model has problems");
    var b = new Batch(one, extent, inputs);
    if (b.names.knows(extent) || b.names.dimensions().contains(extent))
      throw new DerivationException("the name `" + extent + "` is taken: choose another");
    b.declarations();
    String of = Vocabulary.canonicalName(cost);
    for (Definition d : b.names.definitions().values())
      if (!d.name().equals(of) || !b.atOnce(d, total)) b.definition(d, of);
    b.total(of, total);
    b.requests();
    return Jacobi.read(one.file(), b.needed());
  }

  /// A name for the number of examples that the model does not use yet: `N`, if it is free.
  public static String extent(Model one) {
    var names = one.read().model();
    String s = "N";
    while (names.knows(s) || names.dimensions().contains(s)) s += "b";
    return s;
  }

  /// The text without the names of ours that nothing rests on in the end.
  private String needed() {
    var read = Jacobi.read("batch", text.toString()).read().model();
    Set<String> used = new HashSet<>();
    for (Definition d : List.copyOf(read.definitions().values()).reversed())
      if (!ours.contains(d.name()) || used.contains(d.name())) used.addAll(d.uses());
    return text.toString()
        .lines()
        .filter(s -> ours.stream().noneMatch(u -> !used.contains(u) && defines(s, u)))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static boolean defines(String line, String name) {
    return line.startsWith(name + " = ") || line.startsWith(name + "[");
  }

  // ---- declarations

  private void declarations() {
    for (Variable v : names.variables().values()) {
      boolean square = v.set().isSymmetric() || v.set() == ValueSet.INVERTIBLE;
      boolean integer = v.set() == ValueSet.INTEGERS;
      if (batched.contains(v.name()) && (square || integer))
        throw new DerivationException(
            v.name() + " cannot differ between examples: it is in " + v.set().text);
      List<Extent> shape = new ArrayList<>(v.shape());
      if (batched.contains(v.name())) shape.addFirst(Extent.of(extent));
      String set = integer ? v.low() + ".." + v.high() : Shapes.of(v.set(), shape);
      line(v.name() + " in " + set);
      called.put(v.name(), v.name());
    }
    for (String n : names.dimensions()) called.put(n, n);
  }

  private void line(String s) {
    text.append(s).append('\n');
  }

  // ---- definitions

  private void definition(Definition d, String cost) {
    boolean differs = d.uses().stream().anyMatch(batched::contains);
    if (isTransparent(d)) {
      if (differs) batched.add(d.name());
      return;
    }
    String name = name(d, differs, cost);
    called.put(d.name(), name);
    if (differs) batched.add(d.name());
    List<String> tried = candidates(d, name, differs);
    for (String s : tried) {
      if (!holds(s, d, name, differs)) continue;
      line(s);
      return;
    }
    throw new DerivationException(
        "no form of `" + name + "` for a batch was found" + (tried.isEmpty() ? "" : ": " + tried));
  }

  private String name(Definition d, boolean differs, String cost) {
    if (d.name().equals(cost)) return differs ? free(cost + "_each") : cost;
    if (Character.isLetter(d.name().charAt(0))) return d.name();
    String name = free("u" + d.name().substring(1));
    ours.add(name);
    return name;
  }

  private String free(String wish) {
    String s = wish;
    while (names.knows(s) || called.containsValue(s)) s += "_";
    return s;
  }

  /// Ways to write a definition, the most readable first.
  private List<String> candidates(Definition d, String name, boolean differs) {
    List<String> all = new ArrayList<>();
    var written = one.read().written().get(d.name());
    if (written != null && d.isNamed()) all.add(name + " = " + TextSpelling.PLAIN.spell(written));
    List<Index> axes = new ArrayList<>(d.parameters());
    if (differs) axes.addFirst(example);
    var printer = printer();
    switch (d.body()) {
      case Definition.Formula f -> {
        Expr e = batched(f.expr());
        printer
            .matrix(e, List.of(), axes, Printer.Layout.ML)
            .ifPresent(s -> all.add(name + " = " + TextSpelling.PLAIN.spell(s)));
        all.add(byEntry(printer, name, "", e, axes, Optional.empty()));
      }
      case Definition.Extreme x ->
          all.add(
              byEntry(
                  printer,
                  name,
                  x.greatest() ? "max" : "min",
                  batched(x.expr()),
                  axes,
                  Optional.of(x.over())));
      case Definition.ProductOver p ->
          all.add(byEntry(printer, name, "prod", batched(p.expr()), axes, Optional.of(p.over())));
      case Definition.Inverse i -> {
        if (!differs) all.add(name + " = inv(" + called.get(i.of()) + ")");
      }
      case Definition.Determinant x -> {
        if (!differs)
          all.add(name + (x.logarithm() ? " = logdet(" : " = det(") + called.get(x.of()) + ")");
      }
      case Definition.ArgMax _, Definition.Unknown _ -> {}
    }
    return all;
  }

  /// `name[n,i] = max[k] (…)`.
  private static String byEntry(
      Printer printer, String name, String by, Expr e, List<Index> axes, Optional<Index> over) {
    List<Index> all = new ArrayList<>(axes);
    over.ifPresent(all::add);
    var entry = printer.entry(e, List.of(), all);
    List<String> letters = entry.inner().subList(0, axes.size());
    String left = letters.isEmpty() ? name : name + "[" + String.join(",", letters) + "]";
    String right = TextSpelling.PLAIN.spell(entry.syntax());
    if (letters.contains("1")) { // an axis of one entry: a definition needs a letter there
      String letter = unused(left + " " + right);
      left = PLACE_ONE.matcher(left).replaceAll(letter);
      right = PLACE_ONE.matcher(right).replaceAll(letter);
    }
    return over.isEmpty()
        ? left + " = " + right
        : left + " = " + by + "[" + entry.inner().getLast() + "] (" + right + ")";
  }

  private static String unused(String text) {
    char c = 'q';
    while (Pattern.compile("\\b" + c + "\\b").matcher(text).find())
      c = c == 'z' ? 'a' : (char) (c + 1);
    return String.valueOf(c);
  }

  /// A printer that knows the names so far as they are called in the batch.
  private Printer printer() {
    var model = new dev.jacobi.expr.Model(names.t);
    var read = Jacobi.read("batch", text.toString()).read().model();
    read.variables().values().forEach(model::declare);
    read.definitions()
        .values()
        .forEach(d -> {
          if (d.isNamed()) {
            List<Index> axes = new ArrayList<>();
            for (Extent e : d.shape()) axes.add(names.t.index(e, ""));
            model.define(
                new Definition(
                    d.name(),
                    axes,
                    new Definition.Unknown(d.name(), List.of()),
                    Definition.Visibility.NAMED));
          }
        });
    var spellings = new Spellings();
    one.read().spellings().forEach(spellings::name);
    return new Printer(model, spellings);
  }

  /// A formula in which what differs between examples is read at one of them.
  private Expr batched(Expr e) {
    return new Rewrite.Symbols(names.t) {
      @Override
      protected boolean replaces(String name) {
        Definition d = names.definitions().get(name);
        return batched.contains(name)
            || (d != null && isTransparent(d))
            || !called.getOrDefault(name, name).equals(name);
      }

      @Override
      protected Expr replacement(Factor.Symbol s) {
        Definition d = names.definitions().get(s.name);
        if (d != null && isTransparent(d)) return batched(inside(d, s));
        List<At> slots = new ArrayList<>(s.slots());
        if (batched.contains(s.name)) slots.addFirst(At.of(example));
        return names.t.symbol(called.get(s.name), slots.toArray(new At[0]));
      }
    }.apply(e);
  }

  /// What the user wrote without a name stays where it stood.
  private static boolean isTransparent(Definition d) {
    return d.visibility() == Definition.Visibility.TRANSPARENT
        && d.body() instanceof Definition.Formula;
  }

  private Expr inside(Definition d, Factor.Symbol s) {
    Map<Index, At> slots = new HashMap<>();
    for (int q = 0; q < s.arity(); q++) slots.put(d.parameters().get(q), s.slot(q));
    return names.t.substitute(((Definition.Formula) d.body()).expr(), slots);
  }

  // ---- the cost and what is asked

  /// The cost of the batch in one line, where nothing else needs the cost of each example.
  private boolean atOnce(Definition d, Total total) {
    boolean differs = d.uses().stream().anyMatch(batched::contains);
    if (!differs || names.isUsed(d.name()) || !d.shape().isEmpty()) return false;
    if (!(d.body() instanceof Definition.Formula f)) return false;
    double[] want = {0};
    double[] each = samples.apart(d.name(), true);
    for (double x : each) want[0] += x / (total == Total.MEAN ? each.length : 1);
    for (String line : atOnce(d, f.expr(), total == Total.MEAN))
      if (holds(line, d.name(), List.of(), want)) {
        line(line);
        return true;
      }
    return false;
  }

  /// A sum (or a mean) over all entries is one over all examples too, as it was written.
  private List<String> atOnce(Definition d, Expr each, boolean mean) {
    List<String> all = new ArrayList<>();
    var written = one.read().written().get(d.name());
    if (written != null) {
      String s = TextSpelling.PLAIN.spell(written);
      all.add(d.name() + " = " + s);
      if (mean) all.add(d.name() + " = (" + s + ") / " + extent);
    }
    Expr sum = names.t.sum(batched(each), example);
    Expr n = mean ? names.t.extent(Extent.of(extent)) : names.t.one();
    printer()
        .matrix(names.t.over(sum, n), List.of(), List.of(), Printer.Layout.ML)
        .ifPresent(s -> all.add(d.name() + " = " + TextSpelling.PLAIN.spell(s)));
    return all;
  }

  private void total(String cost, Total total) {
    if (!names.knows(cost)) throw new DerivationException("no name `" + cost + "` is defined");
    if (!names.shape(cost).isEmpty())
      throw new DerivationException(cost + " is no number: a batch adds up costs");
    if (!batched.contains(cost)) return; // it is there already, or all examples share it
    String each = called.get(cost);
    line(cost + " = " + (total == Total.SUM ? "sum(" : "mean(") + each + ")");
  }

  private void requests() {
    for (Statement.Request r : one.read().requests()) {
      List<String> by = new ArrayList<>();
      r.wrt().forEach(s -> by.add(TextSpelling.PLAIN.spell(s)));
      if (r.kind().equals("derive"))
        line("derive " + TextSpelling.PLAIN.spell(r.of()) + " wrt " + String.join(", ", by));
    }
  }

  // ---- comparison with the model for one example

  private boolean holds(String candidate, Definition d, String name, boolean differs) {
    List<Extent> shape = new ArrayList<>(d.shape());
    if (differs) shape.addFirst(Extent.of(extent));
    return holds(candidate, name, shape, samples.apart(d.name(), differs));
  }

  private boolean holds(String candidate, String name, List<Extent> shape, double[] want) {
    Model read = Jacobi.read("batch", text + candidate + "\n");
    if (!read.problems().isEmpty() || !read.read().model().knows(name)) return false;
    if (!read.read().model().shape(name).equals(shape)) return false;
    double[] have = samples.together(read.read().model(), extent, name);
    if (have.length != want.length) return false;
    for (int q = 0; q < want.length; q++)
      if (!(Math.abs(have[q] - want[q]) <= TOLERANCE * Math.max(1, Math.abs(want[q]))))
        return false;
    return true;
  }
}
