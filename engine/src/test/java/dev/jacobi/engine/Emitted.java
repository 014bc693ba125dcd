package dev.jacobi.engine;

import dev.jacobi.Jacobi;
import dev.jacobi.engine.emit.DoubleCode;
import dev.jacobi.engine.emit.Emitter;
import dev.jacobi.engine.emit.FloatCode;
import dev.jacobi.engine.emit.Loader;
import dev.jacobi.engine.emit.VectorWidth;
import dev.jacobi.engine.kernel.Workspace;
import dev.jacobi.engine.plan.Buffer;
import dev.jacobi.engine.plan.Program;
import dev.jacobi.expr.Function;
import java.util.Arrays;
import java.util.List;

/// The loops that are emitted for one function over an array: by vectors where there are any, or
/// number by number.
public final class Emitted {
  private final Program program;

  /// Of so many numbers.
  public Emitted(String function, int n) {
    var model = Jacobi.read("function", "x in R[n]\ny = " + function + "(x)\n");
    program = Engine.create().compile(model, Outputs.of("y"), Sizes.of("n", n)).program();
  }

  /// The functions of one number, by their names.
  public static List<String> functions() {
    return Arrays.stream(Function.values()).filter(f -> f.arity == 1).map(f -> f.text).toList();
  }

  /// `y ← f(x)`.
  public interface Floats {
    void run(float[] x, float[] y);
  }

  /// `y ← f(x)`.
  public interface Doubles {
    void run(double[] x, double[] y);
  }

  public Floats floats(boolean vectors) {
    var code = (FloatCode) code(false, vectors ? VectorWidth.floats() : 0);
    float[][] arrays =
        program.buffers().stream().map(b -> new float[b.size]).toArray(float[][]::new);
    int in = place("x");
    int out = place("y");
    var work = new Workspace();
    return (x, y) -> {
      arrays[in] = x;
      arrays[out] = y;
      code.run(arrays, work);
    };
  }

  public Doubles doubles(boolean vectors) {
    var code = (DoubleCode) code(true, vectors ? VectorWidth.floats() / 2 : 0);
    double[][] arrays =
        program.buffers().stream().map(b -> new double[b.size]).toArray(double[][]::new);
    int in = place("x");
    int out = place("y");
    var work = new Workspace();
    return (x, y) -> {
      arrays[in] = x;
      arrays[out] = y;
      code.run(arrays, work);
    };
  }

  private Object code(boolean isDouble, int lanes) {
    return Loader.load(Emitter.emit(program, Loader.name(), isDouble, lanes, true));
  }

  private int place(String name) {
    return program.buffers().stream().map(Buffer::name).toList().indexOf(name);
  }
}
