package dev.jacobi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.print.Printer.Layout;
import dev.jacobi.print.report.Form;
import dev.jacobi.print.report.LatexReport;
import dev.jacobi.print.report.Report;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// KaTeX reads every formula of every example: what is given and defined, the layers, the results
/// in each layout, their entries and cases, and the steps.
class KatexTest {
  private static final String KATEX = "META-INF/resources/webjars/katex/0.18.11/dist/katex.min.js";
  private static final Pattern MATH =
      Pattern.compile(
          "\\\\begin\\{align\\*}\n(.*?)\n\\\\end\\{align\\*}|\\$(.*?)\\$", Pattern.DOTALL);

  private static final Pattern SIDES =
      Pattern.compile(" ?(\\\\\\\\\n|&= |&& |&\\\\qquad \\{} |\\\\quad(?= \\\\text))");

  private static Context context;
  private static Value parse;
  private static Value render;

  @BeforeAll
  static void loadKatex() throws IOException {
    context =
        Context.newBuilder("js")
            .option("engine.WarnInterpreterOnly", "false")
            .out(new ByteArrayOutputStream())
            .err(new ByteArrayOutputStream())
            .build();
    try (InputStream script = KatexTest.class.getClassLoader().getResourceAsStream(KATEX)) {
      assertThat(script).as(KATEX).isNotNull();
      var text = new String(script.readAllBytes(), StandardCharsets.UTF_8);
      context.eval(Source.newBuilder("js", text, "katex.min.js").build());
    }
    parse = function("__parse");
    render = function("renderToString");
  }

  private static Value function(String name) {
    String options = "{throwOnError: true, displayMode: true, strict: 'error'}";
    return context.eval("js", "tex => globalThis.katex." + name + "(tex, " + options + ")");
  }

  @AfterAll
  static void close() {
    context.close();
  }

  @Test
  void everyFormulaOfEveryExampleIsReadByKatex() throws IOException {
    Set<String> formulas = new LinkedHashSet<>();
    for (Path p : ExampleClaimsTest.examples())
      for (Layout layout : Layout.values()) formulas.addAll(formulas(p, layout));
    List<String> failures = new ArrayList<>();
    for (String f : formulas) failure(parse, f).ifPresent(failures::add);
    assertThat(failures).as(() -> String.join("\n", failures)).isEmpty();
    assertThat(formulas).hasSizeGreaterThan(1000);
  }

  @Test
  void alignedEquationsAreTypesetByKatex() throws IOException {
    Path example = ExampleClaimsTest.examples().getFirst().resolveSibling("two-layer.jacobi");
    Matcher m = MATH.matcher(latex(example, Layout.ML));
    List<String> failures = new ArrayList<>();
    while (m.find())
      if (m.group(1) != null)
        failure(render, "\\begin{aligned}" + m.group(1) + "\\end{aligned}")
            .ifPresent(failures::add);
    assertThat(failures).isEmpty();
  }

  @Test
  void whatIsNoLatexIsRefused() {
    assertThat(failure(parse, "\\frac{a}{")).isPresent();
    assertThat(failure(parse, "\\nosuchcommand x")).isPresent();
    assertThat(failure(parse, "\\left( a")).isPresent();
  }

  private static Optional<String> failure(Value katex, String tex) {
    try {
      katex.executeVoid(tex);
      return Optional.empty();
    } catch (PolyglotException e) {
      return Optional.of(tex + "\n    " + e.getMessage());
    }
  }

  /// All mathematics of a report; the sides of aligned equations one by one, as many rows share
  /// them.
  private static Set<String> formulas(Path example, Layout layout) throws IOException {
    Set<String> all = new LinkedHashSet<>();
    Matcher m = MATH.matcher(latex(example, layout));
    while (m.find()) {
      if (m.group(2) != null) all.add(m.group(2));
      else all.addAll(List.of(SIDES.split(m.group(1).strip())));
    }
    return all;
  }

  private static String latex(Path example, Layout layout) throws IOException {
    var ask = new Reports.Ask(layout, Optional.empty(), List.of());
    Report report = Reports.of(Jacobi.read(example), ask);
    assertThat(report.problems()).isEmpty();
    Set<Form> forms = EnumSet.allOf(Form.class);
    if (layout != Layout.ML) forms.remove(Form.STEPS);
    return LatexReport.fragment(report, forms);
  }
}
