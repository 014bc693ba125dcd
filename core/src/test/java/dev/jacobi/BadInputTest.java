package dev.jacobi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.jacobi.notation.Place;
import dev.jacobi.notation.Problem;
import dev.jacobi.notation.Problems;
import dev.jacobi.notation.Statement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/// What is wrong with a file is said at its place, in words that help; nothing is thrown, and
/// nothing takes long. Each file of `bad` says in its first lines what must be said where.
class BadInputTest {
  private static final Pattern EXPECTED = Pattern.compile("# expect: line (\\d+): (.*)");

  @TestFactory
  Stream<DynamicTest> messagesNameThePlaceAndTheRepair() throws Exception {
    Path folder = Path.of(BadInputTest.class.getResource("/dev/jacobi/bad").toURI());
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.sorted().toList();
    }
    assertThat(files).hasSizeGreaterThan(50);
    return files.stream()
        .map(f -> DynamicTest.dynamicTest(f.getFileName().toString(), () -> holds(f)));
  }

  @Test
  void whatRestsOnABadStatementIsNotReportedAgain() {
    for (String bad :
        List.of(
            "x in R(n)",
            "x in Rn",
            "x in R[n",
            "x in R[n]; y in R[n]",
            "x in sym[m, n]",
            "x = ones(3) $",
            "x = ones(3) + inv(")) {
      String text = bad + "\nf = sum(x)\ng = 2 f\nderive g wrt x\n";
      assertThat(problems(text)).as(text).hasSize(1);
      assertThat(problems(text).getFirst().place().line()).isEqualTo(1);
    }
  }

  private static void holds(Path file) throws IOException {
    assertThat(failures(Files.readString(file))).isEmpty();
  }

  /// What is not said although a line asks for it.
  static List<String> failures(String text) {
    List<Problem> said = problems(text);
    String all = Problems.render("bad", text, said);
    List<String> failures = new ArrayList<>();
    text.lines()
        .map(EXPECTED::matcher)
        .filter(Matcher::matches)
        .forEach(m -> {
          int line = Integer.parseInt(m.group(1));
          List<String> words = List.of(m.group(2).strip().split(",\\s+"));
          if (said.stream().noneMatch(p -> says(p, line, words)))
            failures.add("line %d does not say %s:%n%s".formatted(line, words, all));
        });
    return failures;
  }

  private static boolean says(Problem p, int line, List<String> words) {
    String message = p.message() + "\n" + p.hint();
    return p.place().line() == line && words.stream().allMatch(message::contains);
  }

  /// The problems of the file, of its requests and of its claims.
  static List<Problem> problems(String text) {
    Model model = Jacobi.read("bad", text);
    List<Problem> all = new ArrayList<>(model.problems());
    if (!all.isEmpty()) return all;
    for (Statement.Request r : model.read().requests()) {
      try {
        model.derive(r);
      } catch (DerivationException e) {
        all.add(new Problem(r.place(), e.getMessage(), ""));
      }
    }
    return all;
  }

  // ---- large input

  @Test
  @Timeout(20)
  void fiveThousandNestedParenthesesAreRefusedAtTheirPlace() {
    String text = "x in R\ny = " + "(".repeat(5000) + "x" + ")".repeat(5000) + "\nderive y wrt x\n";
    assertThat(problems(text)).isNotEmpty().allMatch(p -> p.place().line() == 2);
  }

  @Test
  @Timeout(20)
  void deepNestingOfEveryKindThrowsNothing() {
    for (String[] nest :
        new String[][] {
          {"exp(", ")"},
          {"-", ""},
          {"[", "]"},
          {"||", "||"},
          {"", "'"},
          {"", "^2"},
          {"2^", ""},
          {"sum[i] ", ""},
          {"1[", " > 0]"},
          {"x + ", ""},
          {"x / ", ""},
          {"1/(1 + ", ")"}
        }) {
      String text = "x in R\ny = " + nest[0].repeat(3000) + "x" + nest[1].repeat(3000) + "\n";
      String all = text + "derive y wrt x\n";
      assertThatCode(() -> problems(all)).as(nest[0] + nest[1]).doesNotThrowAnyException();
    }
  }

  @Test
  @Timeout(30)
  void aLineOfAMegabyteThrowsNothing() {
    for (String part :
        new String[] {"x + ", "x x", "(", "αβγ ", "x[", "'", "\t", "1.", "| ", "=="}) {
      String text = "x in R\ny = " + part.repeat((1 << 20) / part.length() - 10) + "\n";
      assertThatCode(() -> Problems.render("bad", text, Jacobi.read("bad", text).problems()))
          .as(part)
          .doesNotThrowAnyException();
    }
  }

  @Test
  @Timeout(60)
  void threeThousandDefinitionsInARowDerive() {
    var text = new StringBuilder("x in R\ns0 = x\n");
    for (int n = 1; n <= 3000; n++)
      text.append("s%d = s%d + sin(s%d) / 1000\n".formatted(n, n - 1, n - 1));
    text.append("derive s3000 wrt x\n");
    assertThat(problems(text.toString())).isEmpty();
  }

  @Test
  void aNetOfTwoHundredLayersDerivesInTimeLinearInItsDepth() {
    derive(net(20)); // warm
    long small = derive(net(50));
    long large = derive(net(200));
    assertThat(Duration.ofNanos(large)).isLessThan(Duration.ofSeconds(30));
    assertThat(large).isLessThan(12 * small + 1_000_000_000L);
  }

  private static long derive(String text) {
    long start = System.nanoTime();
    assertThat(problems(text)).isEmpty();
    return System.nanoTime() - start;
  }

  /// A net of so many layers, with the gradients of all its weights.
  static String net(int layers) {
    var text = new StringBuilder("a0, y in R[n]\n");
    var names = new ArrayList<String>();
    for (int l = 1; l <= layers; l++) {
      text.append("W%d in R[n, n],  b%d in R[n]\n".formatted(l, l));
      text.append("s%d = W%d a%d + b%d\na%d = tanh(s%d)\n".formatted(l, l, l - 1, l, l, l));
      names.add("W" + l);
      names.add("b" + l);
    }
    text.append("C = ||a%d - y||^2%n".formatted(layers));
    return text + "derive C wrt " + String.join(", ", names) + "\n";
  }

  @Test
  void textOfNoSenseIsRefusedWithPlaces() {
    String text = "x in R[n]\ny = x ++ + 3 x]\nz = tahn(x)\nderive q wrt x\n";
    List<Problem> problems = problems(text);
    assertThat(problems).hasSizeGreaterThan(1).allMatch(p -> !p.place().equals(Place.NONE));
  }

  /// Prints what the files do not say.
  public static void main(String[] files) throws IOException {
    for (String f : files) {
      List<String> failures;
      try {
        failures = failures(Files.readString(Path.of(f)));
      } catch (RuntimeException | StackOverflowError e) {
        failures = List.of(Judge.trace(e));
      }
      if (!failures.isEmpty()) System.out.println("== " + f);
      failures.forEach(System.out::println);
    }
  }
}
