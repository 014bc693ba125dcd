package dev.jacobi.print.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.eval.Evaluator;
import dev.jacobi.eval.Point;
import dev.jacobi.expr.Definition;
import dev.jacobi.expr.Result;
import java.io.StringWriter;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaCodeTest {
  @TempDir Path folder;

  @Test
  void everyResultCompilesAndAgreesWithTheEvaluator() throws Exception {
    List<Derivations.Derived> all = Derivations.all();
    for (int q = 0; q < all.size(); q++) write(q, all.get(q));
    compile();
    List<String> wrong = new ArrayList<>();
    int checked = 0;
    try (var loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
      for (int q = 0; q < all.size(); q++) {
        Class<?> c = loader.loadClass("Derived" + q);
        for (int r = 0; r < all.get(q).results().size(); r++, checked++)
          compare(all.get(q), r, c, wrong);
      }
    }
    System.out.println("JavaCode: " + checked + " methods agree with the evaluator");
    assertThat(wrong).isEmpty();
    assertThat(checked).isGreaterThan(500);
  }

  private void write(int q, Derivations.Derived d) throws Exception {
    String source = JavaCode.source(d.model(), d.results(), "Derived" + q);
    Files.writeString(folder.resolve("Derived" + q + ".java"), source);
  }

  private void compile() throws Exception {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    var messages = new StringWriter();
    try (var manager = compiler.getStandardFileManager(null, null, null);
        var files = Files.list(folder)) {
      List<Path> sources = files.filter(p -> p.toString().endsWith(".java")).toList();
      List<String> options = List.of("-d", folder.toString(), "-parameters", "-Xlint:all");
      var units = manager.getJavaFileObjectsFromPaths(sources);
      var task = compiler.getTask(messages, manager, null, options, null, units);
      assertThat(task.call()).as(messages.toString()).isTrue();
    }
    assertThat(messages.toString()).isEmpty();
  }

  private static void compare(
      Derivations.Derived d, int number, Class<?> compiled, List<String> wrong) throws Exception {
    Result r = d.results().get(number);
    String name = Wishes.function(r, r.of(), r.wrt());
    Method m =
        Arrays.stream(compiled.getMethods())
            .filter(x -> x.getName().equals(name))
            .findFirst()
            .orElseThrow(() -> new AssertionError(d.id() + " has no method " + name));
    for (int n = 0; n < 2; n++) {
      Point p = d.point(n);
      Map<String, Object> values = values(d.model(), p);
      List<Object> arguments = new ArrayList<>();
      for (Parameter q : m.getParameters()) arguments.add(values.get(q.getName()));
      List<Double> got = new ArrayList<>();
      flatten(m.invoke(null, arguments.toArray()), got);
      double[] want = Derivations.Derived.value(d.model(), r, p);
      if (!close(got, want))
        wrong.add(d.id() + " " + name + ": " + got + " for " + Arrays.toString(want));
    }
  }

  private static boolean close(List<Double> got, double[] want) {
    if (got.size() != want.length) return false;
    double scale = 1;
    for (double w : want) if (Double.isFinite(w)) scale = Math.max(scale, Math.abs(w));
    for (int q = 0; q < want.length; q++) {
      double a = got.get(q);
      double b = want[q];
      boolean same = Double.compare(a, b) == 0 || Math.abs(a - b) <= 1e-9 * scale;
      if (!same) return false;
    }
    return true;
  }

  /// Every value by the name that a method's parameter can have for it.
  private static Map<String, Object> values(dev.jacobi.expr.Model model, Point p) {
    Map<String, Object> values = new HashMap<>();
    p.dimensions().forEach(values::put);
    for (var v : model.variables().values()) {
      boolean whole = model.integers().containsKey(v.name());
      var e = new Evaluator(model, p);
      Object x =
          whole
              ? (Object) (int) e.array(model.t.symbol(v.name()), List.of())[0]
              : nested(p.array(v.name()), Derivations.sizes(v.shape(), p));
      values.put(v.name(), x);
      values.put(v.name() + "_", x);
    }
    for (var d : List.copyOf(model.definitions().values()))
      if (d.body() instanceof Definition.Unknown) {
        double[] x = new Evaluator(model, p).array(d.name());
        values.put(Wishes.plain(d.name()), nested(x, Derivations.sizes(d.shape(), p)));
      }
    return values;
  }

  private static Object nested(double[] data, List<Integer> sizes) {
    if (sizes.isEmpty()) return data[0];
    if (sizes.size() == 1) return data;
    int[] dimensions = sizes.stream().mapToInt(Integer::intValue).toArray();
    Object array = Array.newInstance(double.class, dimensions);
    int step = data.length / dimensions[0];
    for (int q = 0; q < dimensions[0]; q++) {
      double[] part = Arrays.copyOfRange(data, q * step, (q + 1) * step);
      Array.set(array, q, nested(part, sizes.subList(1, sizes.size())));
    }
    return array;
  }

  private static void flatten(Object array, List<Double> into) {
    if (array instanceof Double d) into.add(d);
    else for (int q = 0; q < Array.getLength(array); q++) flatten(Array.get(array, q), into);
  }
}
