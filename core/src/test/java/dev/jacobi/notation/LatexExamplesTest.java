package dev.jacobi.notation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.notation.Written.Side;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every formula of every example, written in LaTeX, reads back as itself.
class LatexExamplesTest {
  private final Map<String, Integer> values = new HashMap<>();
  private final Set<String> functions = new HashSet<>();
  private final List<Syntax> formulas = new ArrayList<>();

  @Test
  void everyFormulaOfEveryExampleReadsBack() throws IOException {
    Path folder = Path.of(Files.isDirectory(Path.of("examples")) ? "examples" : "../examples");
    List<String> failures = new ArrayList<>();
    int read = 0;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(p -> p.toString().endsWith(".jacobi")).sorted().toList()) {
        LatexExamplesTest example = new LatexExamplesTest();
        Parser.parse(Files.readString(file)).statements().forEach(example::add);
        failures.addAll(example.failures());
        read += example.formulas.size();
      }
    }
    assertThat(failures).isEmpty();
    assertThat(read).isGreaterThan(1000);
  }

  private void add(Statement statement) {
    switch (statement) {
      case Statement.Declaration declared -> {
        boolean square = Set.of("sym", "psd", "inv").contains(declared.set());
        boolean number = declared.set().equals("integers");
        int order = number ? 0 : declared.extents().size() + (square ? 1 : 0);
        declared.names().forEach(name -> values.put(name.text(), order));
        declared.extents().forEach(this::addExtent);
      }
      case Statement.UnknownFunction unknown -> functions.add(unknown.name().text());
      case Statement.Equation equation -> {
        formulas.addAll(equation.sides());
        define(equation.sides().getFirst());
      }
      default -> {}
    }
  }

  private void addExtent(Syntax extent) {
    if (extent instanceof Syntax.Name(String name, _)) {
      values.putIfAbsent(name, 0);
    }
  }

  private void define(Syntax left) {
    switch (left) {
      case Syntax.Call(String function, _, _) -> functions.add(function);
      case Syntax.Name(String name, _) -> values.putIfAbsent(name, -1);
      case Syntax.Entry(Syntax.Name(String name, _), List<Syntax> indices, _) ->
          values.putIfAbsent(name, indices.size());
      default -> {}
    }
  }

  private List<String> failures() {
    LatexNames names = LatexNames.of(values, functions);
    LatexSpelling spelling = new LatexSpelling();
    List<String> failures = new ArrayList<>();
    for (Syntax formula : formulas) {
      String latex = spelling.spell(formula);
      Written read = LatexReader.read(latex, Map.of(), names);
      boolean same =
          LatexTexts.of(read).equals(TextSpelling.PLAIN.spell(formula))
              || (read.chains().getFirst().links().getFirst().side()
                      instanceof Side.Formula(Syntax back)
                  && spelling.spell(back).equals(latex));
      if (!same) {
        failures.add(latex + " was read as " + LatexTexts.of(read));
      }
    }
    return failures;
  }
}
