package dev.jacobi.print.code;

import dev.jacobi.eval.Evaluator;
import dev.jacobi.eval.Point;
import dev.jacobi.expr.Definition;
import dev.jacobi.expr.Model;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A Python that has some library, run once on a file of cases.
record PythonJudge(String program) {
  private static final List<String> PROGRAMS = List.of("/usr/bin/python3", "python3");
  private static final Path SCRIPTS = Path.of("src", "test", "resources", "dev", "jacobi");

  record Run(int status, String output) {}

  /// The first Python that imports the library.
  static Optional<PythonJudge> with(String library) throws InterruptedException {
    for (String p : PROGRAMS) {
      try {
        if (run(List.of(p, "-c", "import " + library)).status == 0)
          return Optional.of(new PythonJudge(p));
      } catch (IOException _) {
        // there is no such program: the next one
      }
    }
    return Optional.empty();
  }

  Run judge(String script, Path cases) throws IOException, InterruptedException {
    return run(List.of(program, SCRIPTS.resolve(script).toString(), cases.toString()));
  }

  private static Run run(List<String> command) throws IOException, InterruptedException {
    Process p = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(p.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(p.waitFor(), output);
  }

  /// The values of a point, as JSON, by the names that parameters have for them; integers and sizes
  /// have no shape.
  static String values(Model model, Point p) {
    List<String> values = new ArrayList<>();
    for (var v : model.variables().values()) {
      boolean whole = model.integers().containsKey(v.name());
      double[] x =
          whole
              ? new Evaluator(model, p).array(model.t.symbol(v.name()), List.of())
              : p.array(v.name());
      String shape = whole ? "null" : Derivations.sizes(v.shape(), p).toString();
      values.add(value(v.name(), shape, x));
    }
    for (var d : List.copyOf(model.definitions().values()))
      if (d.body() instanceof Definition.Unknown) {
        String shape = Derivations.sizes(d.shape(), p).toString();
        values.add(value(Wishes.plain(d.name()), shape, new Evaluator(model, p).array(d.name())));
      }
    p.dimensions().forEach((n, size) -> values.add(value(n, "null", new double[] {size})));
    return "{" + String.join(", ", values) + "}";
  }

  private static String value(String name, String shape, double[] data) {
    return quoted(name) + ": {\"shape\": " + shape + ", \"data\": " + Arrays.toString(data) + "}";
  }

  static String quoted(String s) {
    String escaped = s.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    return "\"" + escaped + "\"";
  }
}
