package dev.jacobi.learn.exchange;

import dev.jacobi.Given;
import dev.jacobi.Model;
import dev.jacobi.engine.Tensor;
import dev.jacobi.expr.Definition;
import dev.jacobi.expr.Extent;
import dev.jacobi.expr.Index;
import dev.jacobi.expr.Schedule;
import dev.jacobi.learn.LearnException;
import dev.jacobi.learn.data.Standardise;
import dev.jacobi.notation.TextSpelling;
import dev.jacobi.notation.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a model computes for one name, as an ONNX graph in floats: one node or a few for each
/// definition on the way, which keeps its name. Its first axis is that of the examples, of which
/// there may be any number.
public final class Onnx {
  private final Model model;
  private final dev.jacobi.expr.Model names;
  private final OnnxGraph graph = new OnnxGraph();
  private final Map<String, OnnxEntries.Named> known = new HashMap<>();
  private final Set<String> batched = new HashSet<>();
  private final Extent batch;
  private final boolean forMany; // the model has an axis of the examples itself
  private final Index example;
  private final Map<String, Integer> sizes;
  private final OnnxAxes axes;
  private final OnnxFormulas formulas;

  /// What to write.
  ///
  /// @param inputs names that every example has its own numbers for
  /// @param batch the dimension of the examples, where the model is written for many
  /// @param weights the numbers of all other names
  /// @param sizes of dimensions that no weight shows
  /// @param scalings how inputs are moved and scaled before all else
  public record Wanted(
      Model model,
      String output,
      List<String> inputs,
      Optional<String> batch,
      Map<String, Tensor> weights,
      Map<String, Integer> sizes,
      Map<String, Standardise> scalings,
      Map<String, String> metadata) {}

  private Onnx(Wanted w, Map<String, Integer> sizes) {
    this.model = w.model;
    this.names = w.model.read().model();
    this.sizes = sizes;
    this.forMany = w.batch.isPresent();
    this.batch = Extent.of(w.batch.orElseGet(() -> dev.jacobi.Batch.extent(w.model)));
    this.example = names.t.index(batch, "");
    this.axes = new OnnxAxes(graph, Optional.of(batch), this::size);
    this.formulas = new OnnxFormulas(names, axes, known);
  }

  /// The bytes of the file.
  ///
  /// @throws LearnException when ONNX has no operator for a definition, which is named, or weights
  ///   are missing or of other shapes
  public static byte[] of(Wanted w) {
    String output = Vocabulary.canonicalName(w.output);
    if (!w.model.read().model().definitions().containsKey(output))
      throw new LearnException(
          w.model.file() + ": no name `" + w.output + "` is defined, which could be computed");
    var schedule = Schedule.of(w.model.read().model(), List.of(), List.of(output));
    var onnx = new Onnx(w, sizes(w, schedule));
    for (String name : schedule.givens()) onnx.given(name, w);
    for (Schedule.Line line : schedule.forward()) onnx.define(line);
    return onnx.finish(output, w);
  }

  private static Map<String, Integer> sizes(Wanted w, Schedule schedule) {
    Map<String, Given.Array> arrays = new LinkedHashMap<>();
    List<String> needed = new ArrayList<>(schedule.givens());
    needed.removeAll(w.inputs);
    for (String n : needed)
      if (w.weights.containsKey(n)) {
        Tensor t = w.weights.get(n);
        arrays.put(n, new Given.Array(Arrays.stream(t.shape()).boxed().toList(), t::at));
      }
    var given = Given.of(w.model, arrays, w.sizes).require(needed);
    if (!given.problems().isEmpty())
      throw new LearnException(
          String.join(
              "\n", given.problems().stream().map(p -> w.model.file() + ": " + p).toList()));
    return given.sizes();
  }

  private int size(Extent e) {
    for (String n : e.names())
      if (!sizes.containsKey(n)) throw new LearnException(Given.unsized(n));
    return Math.toIntExact(e.value(sizes::get));
  }

  // ---- what is given

  private void given(String name, Wanted w) {
    List<Integer> sides = sides(names.shape(name));
    if (!w.inputs.contains(name)) {
      int[] shape = sides.stream().mapToInt(n -> n).toArray();
      Tensor t = w.weights.get(name);
      float[] data = new float[t.size()];
      for (int q = 0; q < data.length; q++) data[q] = (float) t.at(q);
      graph.constant(name, data, shape);
      known.put(name, new OnnxEntries.Named(name, List.of(), sides));
      return;
    }
    graph.input(name, shown(names.shape(name), !forMany));
    String tensor = name;
    if (w.scalings.containsKey(name)) tensor = scaled(name, w.scalings.get(name));
    if (!forMany) batched.add(name);
    List<Index> front = forMany ? List.of() : List.of(example);
    known.put(name, new OnnxEntries.Named(tensor, front, sides));
  }

  private String scaled(String name, Standardise s) {
    List<Extent> shape = names.shape(name);
    int[] sides = shape.stream().filter(e -> !e.equals(batch)).mapToInt(this::size).toArray();
    String moved = graph.node("Sub", name, graph.array(floats(s.mean()), sides));
    return graph.node("Div", moved, graph.array(floats(s.deviation()), sides));
  }

  private static float[] floats(double[] all) {
    float[] f = new float[all.length];
    for (int q = 0; q < f.length; q++) f[q] = (float) all[q];
    return f;
  }

  /// −1 for the axis of the examples.
  private List<Integer> sides(List<Extent> shape) {
    return shape.stream().map(e -> e.equals(batch) ? -1 : size(e)).toList();
  }

  private List<?> shown(List<Extent> shape, boolean examples) {
    List<Object> all = new ArrayList<>();
    if (examples) all.add(batch.toString());
    for (Extent e : shape) {
      if (e.equals(batch)) all.add(batch.toString());
      else all.add(size(e));
    }
    return all;
  }

  // ---- definitions

  private void define(Schedule.Line line) {
    String doc = told(line.symbol());
    try {
      List<Index> own = new ArrayList<>(line.axes());
      if (names.definitions().get(line.symbol()).uses().stream().anyMatch(batched::contains))
        own.addFirst(example);
      axes.order(own);
      formulas.forget();
      OnnxValue v = body(line.body(), line.symbol());
      if (!forMany && !v.has(example)) own.remove(example);
      if (own.stream().anyMatch(i -> axes.isBatch(i) && !v.has(i)))
        throw new LearnException("it is the same for all examples, whose number is not known");
      if (own.contains(example)) batched.add(line.symbol());
      String tensor = axes.spread(v, own).tensor();
      String name = graph.free(plain(line.symbol()));
      graph.name(tensor, name, doc);
      List<Index> front = own.contains(example) ? List.of(example) : List.of();
      var named = new OnnxEntries.Named(name, front, sides(names.shape(line.symbol())));
      known.put(line.symbol(), named);
    } catch (LearnException e) {
      throw new LearnException(model.file() + ": " + doc + ": " + e.getMessage(), e);
    }
  }

  private OnnxValue body(Definition.Body body, String name) {
    return switch (body) {
      case Definition.Formula f -> formulas.of(f.expr());
      case Definition.Extreme e ->
          axes.reduced(
              e.greatest() ? "ReduceMax" : "ReduceMin", whole(e.expr(), e.over()), e.over());
      case Definition.ProductOver p ->
          axes.reduced("ReduceProd", whole(p.expr(), p.over()), p.over());
      case Definition.ArgMax a -> greatest(whole(a.expr(), a.over()), a);
      case Definition.Determinant d -> {
        OnnxEntries.Named of = known.get(d.of());
        OnnxValue det = new OnnxValue(graph.node("Det", of.tensor()), of.front());
        yield d.logarithm() ? axes.mapped("Log", axes.mapped("Abs", det)) : det;
      }
      case Definition.Inverse _ ->
          throw new LearnException("ONNX has no operator for the inverse of a matrix");
      case Definition.Unknown _ ->
          throw new LearnException("nothing is known of " + name + " but what it depends on");
    };
  }

  private OnnxValue whole(dev.jacobi.expr.Expr e, Index over) {
    OnnxValue v = formulas.of(e);
    if (v.has(over)) return v;
    List<Index> all = new ArrayList<>(v.axes());
    all.add(over);
    return axes.spread(v, all);
  }

  /// 1 at the first place of the greatest entry.
  private OnnxValue greatest(OnnxValue v, Definition.ArgMax a) {
    int axis = v.axes().indexOf(a.over());
    String place = graph.node("ArgMax", List.of(v.tensor()), new OnnxGraph.Attribute("axis", axis));
    long[] places = new long[axes.size(a.over())];
    Arrays.setAll(places, q -> q);
    int[] sides = new int[v.axes().size() - axis];
    Arrays.fill(sides, 1);
    sides[0] = places.length;
    String there = graph.node("Equal", place, graph.whole(places, sides));
    List<Index> found = new ArrayList<>(v.axes());
    found.set(axis, a.at());
    var toFloat = new OnnxGraph.Attribute("to", 1);
    return new OnnxValue(graph.node("Cast", List.of(there), toFloat), found);
  }

  /// As the user wrote it, where he gave it a name.
  private String told(String symbol) {
    var written = model.read().written().get(symbol);
    if (written == null) return "a part without a name";
    return symbol + " = " + TextSpelling.PLAIN.spell(written);
  }

  private static String plain(String symbol) {
    return symbol.startsWith("·") ? "part" + symbol.substring(1) : symbol;
  }

  private byte[] finish(String output, Wanted w) {
    OnnxEntries.Named n = known.get(output);
    graph.output(n.tensor(), shown(names.shape(output), !n.front().isEmpty()));
    return graph.model(
        model.file().replaceFirst("\\.jacobi$", ""), "Written by Jacobi", w.metadata);
  }
}
