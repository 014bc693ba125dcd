package dev.jacobi.engine;

import dev.jacobi.DerivationException;
import dev.jacobi.Jacobi;
import dev.jacobi.Model;
import dev.jacobi.engine.emit.Emitter;
import dev.jacobi.engine.emit.Loader;
import dev.jacobi.engine.emit.VectorWidth;
import dev.jacobi.engine.plan.Buffer;
import dev.jacobi.engine.plan.PlanException;
import dev.jacobi.engine.plan.Planner;
import dev.jacobi.engine.plan.Program;
import dev.jacobi.expr.Extent;
import dev.jacobi.expr.Result;
import dev.jacobi.expr.Schedule;
import dev.jacobi.notation.Problems;
import dev.jacobi.notation.Statement;
import dev.jacobi.notation.Vocabulary;
import dev.jacobi.print.report.Shapes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Compiles models: the values and derivatives asked for, at given sizes, to a function.
///
/// It keeps what it compiled last, so that asking for the same again costs nothing. One thread uses
/// an engine at a time.
public final class Engine {
  private final int lanes; // of a vector of floats; 0 without vectors
  private final int threads;
  private final boolean keepsAll;
  private final Map<Derivations, Asked> derived = new Recent<>();
  private final Map<Asking, Ready> ready = new Recent<>();
  private final Map<String, Object> codes = new Recent<>();

  private Engine(int lanes, int threads, boolean keepsAll) {
    this.lanes = lanes;
    this.threads = threads;
    this.keepsAll = keepsAll;
  }

  /// An engine for one thread, with vectors where this JVM has them.
  public static Engine create() {
    return create(1);
  }

  /// The same where so many threads may help with what is large.
  public static Engine create(int threads) {
    return new Engine(VectorWidth.floats(), threads, false);
  }

  /// An engine whose functions keep every intermediate array, so that [Compiled#firstNotFinite] can
  /// look for the first that went wrong. They are slower, and take more memory.
  public static Engine tracing() {
    return new Engine(VectorWidth.floats(), 1, true);
  }

  /// Compiles in double precision.
  public Compiled compile(Model model, Outputs outputs, Sizes sizes) {
    return compile(model, outputs, sizes, Precision.DOUBLE);
  }

  /// Derives what is asked, checks it, and compiles it.
  ///
  /// @throws EngineException when the model has problems, a name or a size is missing, or the
  ///   arrays would not fit into memory
  public Compiled compile(Model model, Outputs outputs, Sizes sizes, Precision precision) {
    if (!model.problems().isEmpty())
      throw new EngineException(
          Problems.render(model.file(), model.text(), model.problems()).strip());
    var asking = new Asking(Derivations.of(model, outputs), sizes.all(), precision);
    Ready r = ready.get(asking);
    if (r == null) {
      r = made(asking, model.file(), outputs, sizes);
      ready.put(asking, r);
    } else {
      Memory.require(r.program, precision);
    }
    return new Compiled(r.program, precision, r.code, r.inputs, r.results, threads);
  }

  /// Forgets what was not asked for longest.
  private static final class Recent<K, V> extends LinkedHashMap<K, V> {
    private static final int MOST = 256;

    Recent() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
      return size() > MOST;
    }
  }

  /// All that derived formulas rest on.
  private record Derivations(
      String text,
      List<String> values,
      List<Statement.Request> requests,
      List<Outputs.Descent> descents) {
    static Derivations of(Model m, Outputs o) {
      return new Derivations(m.text(), o.values(), o.requests(), o.descents());
    }
  }

  /// All that a function rests on.
  private record Asking(Derivations derivations, Map<String, Integer> sizes, Precision precision) {}

  /// What functions of one asking share.
  private record Ready(
      Program program, Object code, Compiled.Signature inputs, Compiled.Signature results) {}

  private Ready made(Asking asking, String file, Outputs outputs, Sizes sizes) {
    try {
      return made(derived(asking.derivations, file, outputs), sizes, asking.precision);
    } catch (DerivationException | PlanException e) {
      throw new EngineException(e.getMessage());
    }
  }

  private Asked derived(Derivations asking, String file, Outputs outputs) {
    Asked known = derived.get(asking);
    if (known != null) return known;
    // read anew: the order of factors, and with it the last bit, may change with what else a model
    // was asked before
    Asked asked = asked(Jacobi.read(file, asking.text), outputs);
    derived.put(asking, asked);
    return asked;
  }

  /// What is compiled for these outputs, at whatever sizes.
  Asked derived(Model model, Outputs outputs) {
    return derived(Derivations.of(model, outputs), model.file(), outputs);
  }

  /// The steps that would run, each array under the name it has in the model: for people to read.
  /// What runs shares arrays that are not needed at the same time.
  public static Program plan(Model model, Outputs outputs, Sizes sizes) {
    return new Engine(0, 1, true).compile(model, outputs, sizes).program();
  }

  /// What is asked, by name: values of symbols, and derived results.
  record Asked(
      Model model,
      Map<String, String> values,
      Map<String, Result> results,
      List<Descended> descents) {}

  record Descended(String parameter, String rate, Result gradient) {}

  private static Asked asked(Model model, Outputs outputs) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String v : outputs.values()) {
      String name = Vocabulary.canonicalName(v);
      if (!model.read().model().knows(name))
        throw new EngineException("no name `" + v + "` is declared or defined");
      values.put(name, name);
    }
    Map<String, Result> results = new LinkedHashMap<>();
    for (Statement.Request r : outputs.requests())
      for (var d : model.derive(r)) results.put(ResultNames.of(d.result(), r), d.result());
    List<Descended> descents = new ArrayList<>();
    for (Outputs.Descent d : outputs.descents()) {
      var gradients = model.derive(d.request());
      for (int q = 0; q < gradients.size(); q++)
        descents.add(new Descended(d.parameters().get(q), d.rate(), gradients.get(q).result()));
    }
    return new Asked(model, values, results, descents);
  }

  private Ready made(Asked asked, Sizes sizes, Precision precision) {
    var names = asked.model.read().model();
    List<Result> results = new ArrayList<>(asked.results.values());
    asked.descents.forEach(d -> results.add(d.gradient));
    Schedule schedule = Schedule.of(names, results, List.copyOf(asked.values.values()));
    List<Planner.Output> outputs = new ArrayList<>();
    asked.values.forEach((name, symbol) -> outputs.add(new Planner.Output(symbol, name)));
    int q = 0;
    for (String name : asked.results.keySet())
      outputs.add(new Planner.Output(schedule.results().get(q++), name));
    List<Planner.Descent> descents = new ArrayList<>();
    for (Descended d : asked.descents)
      descents.add(
          new Planner.Descent(
              Vocabulary.canonicalName(d.parameter),
              Vocabulary.canonicalName(d.rate),
              schedule.results().get(q++)));
    Program program = Planner.plan(names, schedule, outputs, descents, sizes::require, keepsAll);
    Memory.require(program, precision);
    return new Ready(
        program,
        code(program, precision),
        signature(asked.model, program.inputs(), sizes),
        signature(asked.model, program.outputs(), sizes));
  }

  private Object code(Program program, Precision precision) {
    boolean isDouble = precision == Precision.DOUBLE;
    return codes.computeIfAbsent(
        precision + program.key(),
        _ ->
            Loader.load(
                Emitter.emit(program, Loader.name(), isDouble, lanes(precision), keepsAll)));
  }

  private int lanes(Precision precision) {
    return precision == Precision.FLOAT ? lanes : lanes / 2;
  }

  private static Compiled.Signature signature(Model model, List<Buffer> buffers, Sizes sizes) {
    List<String> names = new ArrayList<>();
    List<String> words = new ArrayList<>();
    int[][] shapes = new int[buffers.size()][];
    for (Buffer b : buffers) {
      shapes[names.size()] = b.shape.stream().mapToInt(x -> x).toArray();
      names.add(b.name());
      words.add(words(model, b, sizes));
    }
    return new Compiled.Signature(names, words, shapes);
  }

  private static String words(Model model, Buffer b, Sizes sizes) {
    var names = model.read().model();
    if (!names.knows(b.name())) return "R" + b.shape;
    List<Extent> shape = names.shape(b.name());
    Set<String> used = new LinkedHashSet<>();
    for (Extent e : shape) used.addAll(e.names());
    List<String> given = new ArrayList<>();
    for (String n : used) given.add(n + " = " + sizes.require(n));
    return Shapes.of(shape) + (given.isEmpty() ? "" : " with " + String.join(", ", given));
  }
}
