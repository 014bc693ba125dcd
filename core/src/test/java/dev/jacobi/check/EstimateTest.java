package dev.jacobi.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.jacobi.elaborate.Claims;
import dev.jacobi.elaborate.Manner.Layout;
import dev.jacobi.eval.Evaluator;
import dev.jacobi.eval.Point;
import dev.jacobi.expr.Index;
import dev.jacobi.notation.Statement;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.TextSpelling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The numbers that rule out guesses are those of the whole reader.
class EstimateTest {
  private int known;

  @Test
  void numbersPartByPartAreThoseOfTheWholeReader() throws IOException {
    for (Path p : MutationStudy.examples(root())) {
      var values = new Values(p.getFileName().toString(), Files.readString(p));
      var setting = new Setting(Files.readString(p));
      for (Statement s : values.model().read().claims())
        if (s instanceof Statement.Equation e) agrees(setting, e);
    }
    assertThat(known).isGreaterThan(250);
  }

  private static Path root() {
    return Path.of(Files.isDirectory(Path.of("examples")) ? "." : "..");
  }

  private void agrees(Setting setting, Statement.Equation e) {
    var letters = new Claims.Letters(new Interpreter(setting).letters(e.sides()));
    var comparison =
        new Comparison(setting, letters, List.of(), Layout.ML, Comparison.Reading.STRICT);
    e.sides().forEach(comparison::meaning); // where letters run
    var estimate = new Estimate(setting, comparison, setting.point(0));
    for (Syntax s : e.sides())
      if (estimate.of(s) instanceof Estimate.Result.Known(Grid g))
        agrees(setting, comparison, s, g);
  }

  private void agrees(Setting setting, Comparison comparison, Syntax s, Grid g) {
    known++;
    Claims.Meaning m = comparison.meaning(s);
    String text = TextSpelling.PLAIN.spell(s);
    assertThat(m.problem()).as(text).isEmpty();
    assertThat(g.shape()).as(text).isEqualTo(m.axes().stream().map(i -> i.extent).toList());
    Point point = setting.point(0);
    List<Index> axes = new ArrayList<>();
    for (String l : g.letters) axes.add(comparison.index(l).orElseThrow());
    axes.addAll(m.axes());
    double[] x = new Evaluator(setting.model, point).array(m.entry(), axes);
    assertThat(g.numbers()).as(text).hasSameSizeAs(x);
    for (int q = 0; q < x.length; q++)
      assertThat(g.numbers()[q])
          .as(text)
          .isCloseTo(x[q], within(1e-9 * Math.max(1, Math.abs(x[q]))));
  }

  @Test
  void whatDoesNotFitIsSaidSo() {
    var setting = new Setting("A in R[m, n]\nx in R[m]\ny = A' x\n");
    var letters = new Claims.Letters(List.of());
    var comparison =
        new Comparison(setting, letters, List.of(), Layout.ML, Comparison.Reading.STRICT);
    var estimate = new Estimate(setting, comparison, setting.point(0));
    Syntax product = dev.jacobi.notation.Parser.formula("A * x");
    assertThat(estimate.of(product)).isSameAs(Estimate.MISFIT);
    assertThat(estimate.of(dev.jacobi.notation.Parser.formula("A' * x")))
        .isInstanceOf(Estimate.Result.Known.class);
  }

  /// All sums and products of these two by two, and of what comes of that with each again.
  @Test
  void whatIsRuledOutUnreadFitsInNoLayout() {
    var setting =
        new Setting(
            """
            A in R[m, n],  B in R[n, n]
            x in R[m],  u in R[n],  c in R
            y = sum((A u - x).^2)
            """);
    List<String> parts =
        List.of("A", "B", "x", "u", "c", "n", "x'", "u'", "I", "sum(u)", "rowsum(A)", "colsum(u)");
    int ruledOut = 0;
    for (Layout layout : Layout.values())
      for (String a : parts)
        for (String b : parts)
          for (String op : List.of("+", "*", ".*"))
            for (String c : List.of("B", "x", "u'")) {
              String text = "(%s %s %s) * %s".formatted(a, op, b, c);
              var comparison =
                  new Comparison(
                      setting,
                      new Claims.Letters(List.of()),
                      List.of(),
                      layout,
                      Comparison.Reading.PAPER);
              Syntax s = dev.jacobi.notation.Parser.formula(text);
              var estimate = new Estimate(setting, comparison, setting.point(0));
              if (estimate.of(s) != Estimate.MISFIT) continue;
              ruledOut++;
              assertThat(comparison.meaning(s).problem()).as(text).isPresent();
            }
    assertThat(ruledOut).isGreaterThan(500);
  }

  @Test
  void aFormulaIsReadOnceAsLongAsNoMoreIsKnownOfItsLetters() {
    var setting = new Setting("A in R[m, n]\nx in R[n]\ny = A x\n");
    var comparison =
        new Comparison(
            setting,
            new Claims.Letters(List.of("i")),
            List.of(),
            Layout.ML,
            Comparison.Reading.PAPER);
    Syntax letter = dev.jacobi.notation.Parser.formula("y[i]");
    Syntax whole = dev.jacobi.notation.Parser.formula("A x");
    Claims.Meaning first = comparison.meaning(whole);
    assertThat(comparison.meaning(whole)).isSameAs(first);
    comparison.meaning(letter);
    assertThat(comparison.meaning(whole)).isNotSameAs(first);
  }

  @Test
  void aPointKeepsWhatWasComputedAtIt() {
    var setting = new Setting("A in R[m, n]\nx in R[n]\ny = A x\n");
    assertThat(setting.at(1)).isSameAs(setting.at(1));
    assertThat(setting.at(1).array("y")).isEqualTo(setting.at(1).array("y")).hasSizeGreaterThan(1);
    assertThat(setting.at(0)).isNotSameAs(setting.at(1));
  }
}
