package dev.jacobi.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jacobi.Jacobi;
import dev.jacobi.Model;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarFile;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A saved function is called from a program that has nothing else on its class path.
class SavedTest {
  private static final List<String> VECTORS = List.of("--add-modules", "jdk.incubator.vector");

  @TempDir private Path folder;

  @Test
  void aSavedGradientOfLoopsAndProductsGivesTheSameBits() throws Exception {
    String net =
        """
        X in R[N, n]
        T in R[N, K]
        W1 in R[n, a], b1 in R[a]
        W2 in R[a, K]
        Y = tanh(X W1 + b1) W2
        C = ||Y - T||_F^2 / N + sum(exp(softmax(Y)))
        """;
    same(
        compiled(net, Precision.FLOAT, "W1", "b1", "W2"),
        "float",
        "X, T, W1, b1, W2, C, dC_dW1, dC_db1, dC_dW2");
  }

  /// Some functions of the kernels are the evaluator's own.
  @Test
  void aSavedFunctionBringsWhatItsKernelsCall() throws Exception {
    String text =
        "x in R[n], w in R[n]\nC = sum(softplus(x) .* asinh(w) + sigmoid(w) .* gelu(x))\n";
    Compiled c =
        Engine.create()
            .compile(
                Jacobi.read("t", text), Outputs.of("C").gradients("x", "w"), Sizes.of("n", 37));
    same(c, "double", "x, w, C, dC_dx, dC_dw");
  }

  @Test
  void aSavedGradientWithoutLoopsGivesTheSameBits() throws Exception {
    String line = "w in R[n], x in R[n], y in R\nC = (w' x - y)^2\n";
    Compiled c =
        Engine.create()
            .compile(Jacobi.read("line", line), Outputs.of("C").gradients("w"), Sizes.of("n", 3));
    same(c, "double", "w, x, y, C, dC_dw");
  }

  @Test
  void anArrayOfAnotherLengthIsNamed() throws Exception {
    Compiled c = line();
    Path jar = folder.resolve("f.jar");
    c.save(jar, "Line");
    String program =
        """
        public class Main {
          public static void main(String[] a) {
            try {
              new Line().run(new double[2], new double[3], new double[1]);
            } catch (IllegalArgumentException e) {
              System.out.println(e.getMessage());
            }
          }
        }
        """;
    assertThat(run(program, jar, List.of())).contains("w needs 3 numbers, and is given 2");
  }

  @Test
  void theJarTellsItsParametersAndHoldsNothingElseOfJacobi() throws Exception {
    Path jar = folder.resolve("f.jar");
    line().save(jar, "org.example.Line");
    try (var file = new JarFile(jar.toFile())) {
      assertThat(file.getManifest().getMainAttributes().getValue("Jacobi-Class"))
          .isEqualTo("org.example.Line");
      var readme = file.getInputStream(file.getEntry("README.md"));
      assertThat(new String(readme.readAllBytes(), StandardCharsets.UTF_8))
          .contains("f.run(w, x, C)", "| `C` | result `C` |");
      assertThat(file.stream().map(e -> e.getName()).filter(n -> n.endsWith(".class")))
          .allMatch(
              n -> n.equals("org/example/Line.class") || n.startsWith("org/example/line_parts/"));
    }
    byte[] first = Files.readAllBytes(jar);
    line().save(jar, "org.example.Line");
    assertThat(Files.readAllBytes(jar)).isEqualTo(first);
  }

  @Test
  void aNameThatIsNoneIsRefused() {
    assertThatThrownBy(() -> line().save(folder.resolve("f.jar"), "no name"))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("no name is no name for a class");
  }

  private static Compiled line() {
    var model = Jacobi.read("line", "w in R[n], x in R[n]\nC = w' x\n");
    return Engine.create().compile(model, Outputs.of("C"), Sizes.of("n", 3));
  }

  private static Compiled compiled(String text, Precision p, String... wrt) {
    var sizes = Sizes.of("N", 9, "n", 7, "a", 19, "K", 5);
    Model m = Jacobi.read("net", text);
    return Engine.create().compile(m, Outputs.of("C").gradients(wrt), sizes, p);
  }

  /// The saved function against the one at hand, bit by bit, in a JVM with the same modules; and it
  /// runs in one with others.
  private void same(Compiled c, String number, String arguments) throws Exception {
    Path jar = folder.resolve("f.jar");
    c.save(jar, "org.example.Step");
    Tensors in = c.inputs();
    for (String n : in.names())
      for (int q = 0; q < in.get(n).size(); q++) in.get(n).set(q, value(q));
    Tensors out = c.run(in);
    var expected = new StringBuilder();
    for (String n : out.names())
      expected
          .append(Arrays.hashCode(array(out, n)))
          .append(' ')
          .append(out.get(n).at(0))
          .append('\n');
    String program = program(number, arguments, in, out);
    boolean vectors = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
    assertThat(run(program, jar, vectors ? VECTORS : List.of())).isEqualTo(expected.toString());
    assertThat(run(program, jar, vectors ? List.of() : VECTORS).lines())
        .hasSize(out.names().size());
  }

  private static double value(int q) {
    return q % 7 * 0.25 - 0.5;
  }

  private static int[] array(Tensors t, String name) {
    return Arrays.stream(t.get(name).toDoubles()).mapToInt(Double::hashCode).toArray();
  }

  private static String program(String number, String arguments, Tensors in, Tensors out) {
    List<String> names = List.of(arguments.split(", "));
    List<Integer> sizes = new ArrayList<>();
    for (String n : in.names()) sizes.add(in.get(n).size());
    for (String n : out.names()) sizes.add(out.get(n).size());
    var text = new StringBuilder();
    text.append("import org.example.Step;\npublic class Main {\n");
    text.append("  public static void main(String[] a) {\n");
    for (int q = 0; q < names.size(); q++)
      text.append("    var %s = new %s[%d];%n".formatted(names.get(q), number, sizes.get(q)));
    for (String n : names.subList(0, in.names().size()))
      text.append(
          "    for (int q = 0; q < %s.length; q++) %s[q] = q %% 7 * 0.25%s - 0.5%s;%n"
              .formatted(n, n, number.charAt(0), number.charAt(0)));
    text.append("    new Step().run(%s);%n".formatted(arguments));
    for (String n : names.subList(in.names().size(), names.size()))
      text.append("    show(%s);%n".formatted(n));
    text.append("  }\n  static void show(%s[] x) {\n".formatted(number));
    text.append("    int h = 1;\n");
    text.append("    for (var v : x) h = 31 * h + Double.hashCode(v);\n");
    text.append("    System.out.println(h + \" \" + (double) x[0]);\n  }\n}\n");
    return text.toString();
  }

  /// What a program says that has this jar and itself on its class path.
  private String run(String program, Path jar, List<String> options)
      throws IOException, InterruptedException {
    Path source = Files.writeString(folder.resolve("Main.java"), program);
    Path classes = Files.createDirectories(folder.resolve("classes"));
    int failed =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-cp",
                jar.toString(),
                "-d",
                classes.toString(),
                source.toString());
    assertThat(failed).isZero();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.add("--illegal-native-access=deny");
    command.addAll(List.of("-cp", jar + java.io.File.pathSeparator + classes, "Main"));
    Process p = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String said = new String(p.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    p.waitFor();
    return said;
  }
}
