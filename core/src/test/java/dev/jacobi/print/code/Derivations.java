package dev.jacobi.print.code;

import dev.jacobi.DerivationException;
import dev.jacobi.Jacobi;
import dev.jacobi.Model;
import dev.jacobi.eval.Evaluator;
import dev.jacobi.eval.Point;
import dev.jacobi.eval.Sampler;
import dev.jacobi.expr.Extent;
import dev.jacobi.expr.Result;
import dev.jacobi.notation.Statement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What the examples ask for, and the derivatives that the first claim of each identity speaks of.
public final class Derivations {
  private static final Path EXAMPLES = Path.of("..", "examples");
  private static final Path RESOURCES =
      Path.of("..", "core", "src", "test", "resources", "dev", "jacobi");
  private static final Pattern CALLED =
      Pattern.compile("^(grad|jac|hess)\\((\\w+), ([^)]*)\\)'? *=.*");
  private static final Pattern BY_ENTRY =
      Pattern.compile("^d(\\w+)(?:\\[[^\\]]*\\])?/d(\\w+)(?:\\[[^\\]]*\\])? *=.*");

  private Derivations() {}

  /// All results of one file or block.
  record Derived(String id, dev.jacobi.expr.Model model, List<Result> results) {
    Point point(int n) {
      return new Sampler(model, 7).point(n);
    }

    /// What a result's array is at a point, row by row.
    static double[] value(dev.jacobi.expr.Model model, Result r, Point p) {
      var evaluator = new Evaluator(model, p.copy());
      evaluator.layers(r.layers());
      return evaluator.array(r.entry(), r.axes());
    }
  }

  static List<Integer> sizes(List<Extent> shape, Point p) {
    return shape.stream().map(p::size).toList();
  }

  static List<Derived> all() throws IOException {
    List<Derived> all = new ArrayList<>();
    for (Text t : texts()) derived(t.id, t.text).ifPresent(all::add);
    return all;
  }

  /// A model with requests.
  public record Text(String id, String text) {}

  /// Examples, corners, and identities as requests, in this order.
  public static List<Text> texts() throws IOException {
    List<Text> all = new ArrayList<>();
    try (Stream<Path> files = Files.list(EXAMPLES)) {
      for (Path f : files.filter(p -> p.toString().endsWith(".jacobi")).sorted().toList())
        all.add(new Text(f.getFileName().toString(), Files.readString(f)));
    }
    for (String block : blocks("code-corners.txt")) all.add(new Text(title(block), block));
    for (String block : blocks("identities.txt"))
      request(block).ifPresent(text -> all.add(new Text(title(block), text)));
    return all;
  }

  private static String[] blocks(String file) throws IOException {
    return Files.readString(RESOURCES.resolve(file)).split("\n\\s*\n");
  }

  private static String title(String block) {
    return block.strip().lines().findFirst().orElse("");
  }

  private static Optional<Derived> derived(String id, String text) {
    Model m = Jacobi.read(id, text);
    if (!m.problems().isEmpty()) {
      System.out.println("not read: " + id + ": " + m.problems().getFirst().message());
      return Optional.empty();
    }
    List<Result> results = new ArrayList<>();
    for (Statement.Request r : m.read().requests()) {
      try {
        m.derive(r).forEach(d -> results.add(d.result()));
      } catch (DerivationException | ArithmeticException e) {
        System.out.println("not derived: " + id + ": " + e.getMessage());
      }
    }
    return Optional.of(new Derived(id, m.read().model(), results));
  }

  /// The block with its first claim about a derivative made a request.
  private static Optional<String> request(String block) {
    var text = new StringBuilder();
    boolean found = false;
    for (String line : block.strip().lines().toList()) {
      Optional<String> request = found ? Optional.empty() : asked(line);
      found |= request.isPresent();
      text.append(request.orElse(line)).append('\n');
    }
    return found ? Optional.of(text.toString()) : Optional.empty();
  }

  private static Optional<String> asked(String line) {
    Matcher called = CALLED.matcher(line);
    if (called.matches()) {
      String by = called.group(3).replace(",", " and");
      String kind =
          switch (called.group(1)) {
            case "grad" -> "derive ";
            case "jac" -> "jacobian ";
            default -> "hessian ";
          };
      return Optional.of(kind + called.group(2) + " wrt " + by);
    }
    Matcher entry = BY_ENTRY.matcher(line);
    if (!entry.matches()) return Optional.empty();
    return Optional.of("jacobian " + entry.group(1) + " wrt " + entry.group(2));
  }
}
