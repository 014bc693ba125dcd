package dev.jacobi.engine;

import dev.jacobi.engine.emit.DoubleCode;
import dev.jacobi.engine.emit.FloatCode;
import dev.jacobi.engine.kernel.Workspace;
import dev.jacobi.engine.plan.Buffer;
import dev.jacobi.engine.plan.Program;
import dev.jacobi.engine.plan.Step;
import dev.jacobi.engine.saved.JarWriter;
import dev.jacobi.engine.saved.SavedFunction;
import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A function compiled for given sizes: from named arrays to named arrays.
///
/// [#run] allocates nothing. One thread uses a `Compiled` at a time; [#copy] gives another thread
/// one of its own, with the same code.
public final class Compiled {
  private final Program program;
  private final Precision precision;
  private final Object code; // FloatCode or DoubleCode
  private final Signature inputs;
  private final Signature results;
  private final Workspace workspace;
  private final boolean changesInputs;
  private final Object[] arrays; // float[][] or double[][]: inputs, outputs, temporaries
  private Tensors boundIn; // whose arrays stand there, when both had been told so many arrays
  private Tensors boundOut;
  private long puts;

  /// Names, how errors tell their shapes, and the shapes.
  record Signature(List<String> names, List<String> words, int[][] shapes) {
    List<SavedFunction.Array> saved() {
      List<SavedFunction.Array> all = new ArrayList<>();
      for (int q = 0; q < shapes.length; q++)
        all.add(new SavedFunction.Array(names.get(q), words.get(q), shapes[q]));
      return all;
    }
  }

  Compiled(
      Program program,
      Precision precision,
      Object code,
      Signature inputs,
      Signature results,
      int threads) {
    this.program = program;
    this.precision = precision;
    this.code = code;
    this.inputs = inputs;
    this.results = results;
    this.workspace = new Workspace(threads);
    this.changesInputs =
        program.steps().stream().anyMatch(s -> s.out().kind() == Buffer.Kind.INPUT);
    List<Buffer> buffers = program.buffers();
    int n = buffers.size();
    boolean isFloat = precision == Precision.FLOAT;
    this.arrays = isFloat ? new float[n][] : new double[n][];
    for (int q = inputs.names.size() + results.names.size(); q < n; q++) {
      int size = buffers.get(q).size;
      arrays[q] = isFloat ? new float[size] : new double[size];
    }
  }

  /// The same function for another thread.
  public Compiled copy() {
    return new Compiled(program, precision, code, inputs, results, workspace.threads());
  }

  public Precision precision() {
    return precision;
  }

  /// The steps it runs.
  public Program program() {
    return program;
  }

  /// Tensors for everything it reads, zeros at first.
  public Tensors inputs() {
    return new Tensors(precision, inputs.names, inputs.words, inputs.shapes);
  }

  /// Tensors for everything it gives back.
  public Tensors results() {
    return new Tensors(precision, results.names, results.words, results.shapes);
  }

  /// Computes the results of some inputs. Both must come from [#inputs] and [#results] of this
  /// function or a copy.
  public void run(Tensors in, Tensors out) {
    if (in != boundIn || out != boundOut || in.puts() + out.puts() != puts) bind(in, out);
    in.copyIn();
    if (precision == Precision.FLOAT) ((FloatCode) code).run((float[][]) arrays, workspace);
    else ((DoubleCode) code).run((double[][]) arrays, workspace);
    if (changesInputs) in.copyOut();
    out.copyOut();
  }

  /// A run with the tensors of the last one, which is most often so, has none of this to do.
  private void bind(Tensors in, Tensors out) {
    if (!in.isFor(inputs.shapes) || !out.isFor(results.shapes))
      throw new EngineException("these tensors are not of this function: ask it for its own");
    int q = 0;
    for (int k = 0; k < in.count(); k++) arrays[q++] = in.array(k);
    for (int k = 0; k < out.count(); k++) arrays[q++] = out.array(k);
    boundIn = in;
    boundOut = out;
    puts = in.puts() + out.puts();
  }

  /// The results of some inputs, in new tensors.
  public Tensors run(Tensors in) {
    Tensors out = results();
    run(in, out);
    return out;
  }

  /// Writes a jar with one class of this name, such as `org.example.Step`, which does the same and
  /// needs nothing of Jacobi: its method `run` takes the arrays of [#inputs] and then those of
  /// [#results], each by its name. The jar's README tells them.
  ///
  /// @throws EngineException when that is no name for a class
  public void save(Path jar, String className) throws IOException {
    List<Integer> own = new ArrayList<>();
    for (int q = inputs.names.size() + results.names.size(); q < arrays.length; q++)
      own.add(Array.getLength(arrays[q]));
    var f =
        new SavedFunction(
            program,
            precision == Precision.DOUBLE,
            inputs.saved(),
            results.saved(),
            own,
            workspace.threads());
    try {
      JarWriter.write(f, className, jar);
    } catch (IllegalArgumentException e) {
      throw new EngineException(e.getMessage());
    }
  }

  /// Where something first stopped being a finite number: an input, or the first array computed.
  ///
  /// - `name`: as in the model; the formula's own number where the user gave it no name
  /// - `place`: of the entry, row-major, counted from 0
  /// - `given`: whether it came in so
  /// - `into`: the names of what is computed from it, in order
  public record NotFinite(String name, int place, double value, boolean given, List<String> into) {
    public NotFinite {
      into = List.copyOf(into);
    }
  }

  /// Looks through the last run in the order of its steps. Only functions of [Engine#tracing] know
  /// all of it; of others it sees what is still there.
  public Optional<NotFinite> firstNotFinite() {
    List<Buffer> order = new ArrayList<>(program.inputs());
    program.steps().forEach(s -> order.add(s.out()));
    List<Buffer> buffers = program.buffers();
    for (Buffer b : order) {
      Object array = arrays[buffers.indexOf(b)];
      for (int q = 0; q < b.size; q++) {
        double x = Array.getDouble(array, q);
        boolean given = b.kind() == Buffer.Kind.INPUT;
        if (!Double.isFinite(x)) return Optional.of(new NotFinite(b.name(), q, x, given, into(b)));
      }
    }
    return Optional.empty();
  }

  private List<String> into(Buffer from) {
    Set<Buffer> resting = new HashSet<>(Set.of(from));
    List<String> names = new ArrayList<>();
    for (Step s : program.steps())
      if (!Collections.disjoint(s.reads(), resting) && resting.add(s.out()))
        names.add(s.out().name());
    return names;
  }

  /// Whether another one runs the same class.
  boolean sameCode(Compiled other) {
    return code == other.code;
  }
}
