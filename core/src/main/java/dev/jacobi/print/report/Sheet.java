package dev.jacobi.print.report;

import dev.jacobi.expr.Extent;
import dev.jacobi.notation.Syntax;
import dev.jacobi.print.report.Report.Answer;
import dev.jacobi.print.report.Report.Case;
import dev.jacobi.print.report.Report.Condition;
import dev.jacobi.print.report.Report.Declared;
import dev.jacobi.print.report.Report.Defined;
import dev.jacobi.print.report.Report.Formula;
import dev.jacobi.print.report.Report.Outcome;
import dev.jacobi.print.report.Report.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A report as it is laid out for people, the same in every format: sections, and in them blocks of
/// equations, steps and remarks. What is told at all is decided here, by the forms asked for.
record Sheet(String title, List<Section> sections) {

  /// A stretch of the sheet. `request` stands above the first section of an answer where there are
  /// several answers.
  record Section(Optional<Answer> request, String title, List<Block> blocks) {}

  /// What a section is made of.
  sealed interface Block {}

  /// What is declared: names, unknown functions, and what is assumed.
  record Given(List<Declared> names, List<Defined> unknown, List<String> facts) implements Block {}

  /// Equations whose equals signs stand below each other.
  record Equations(List<Row> rows) implements Block {}

  /// Numbered steps.
  record Steps(List<Step> steps) implements Block {}

  /// A fact that results rest on, in the user's words.
  record Fact(String text) implements Block {}

  /// A sentence: words, then a formula where there is one, then what it is about.
  record Remark(String words, Optional<Syntax> formula, List<Syntax> about) implements Block {}

  /// `left = side = …` with the shape of the left side; `note` is its layout. A case holds only
  /// `when` it says. The last side of a result is its answer.
  record Row(
      Syntax left,
      List<Syntax> sides,
      Optional<List<Extent>> shape,
      String note,
      Optional<Case> when,
      boolean answer) {
    static Row plain(Syntax left, List<Syntax> sides, Optional<List<Extent>> shape) {
      return new Row(left, sides, shape, "", Optional.empty(), false);
    }

    static Row answer(Syntax left, List<Syntax> sides, List<Extent> shape, String layout) {
      return new Row(left, sides, Optional.of(shape), layout, Optional.empty(), true);
    }

    static Row of(Step s) {
      return plain(
          s.chain().get(0), s.chain().subList(1, s.chain().size()), Optional.of(s.shape()));
    }
  }

  static Sheet of(Report report, Set<Form> forms) {
    return new Writer(report, forms).sheet();
  }

  /// Puts the sheet together.
  private static final class Writer {
    private final Report report;
    private final Set<Form> forms;
    private final List<Section> sections = new ArrayList<>();

    Writer(Report report, Set<Form> forms) {
      this.report = report;
      this.forms = forms;
    }

    Sheet sheet() {
      given();
      List<Row> rows = new ArrayList<>();
      for (Defined d : report.definitions()) d.right().ifPresent(_ -> rows.add(row(d)));
      section(Optional.empty(), "Forward", List.of(new Equations(rows)));
      for (Answer a : report.answers()) answer(a);
      List<Outcome> all = report.outcomes();
      if (!all.isEmpty()) section(Optional.empty(), "Checked", List.of(remark(Words.checked(all))));
      return new Sheet(Words.title(report.file()), sections);
    }

    private void given() {
      List<Defined> unknown =
          report.definitions().stream().filter(d -> d.right().isEmpty()).toList();
      var given = new Given(report.declarations(), unknown, report.facts());
      if (!given.names.isEmpty() || !given.facts.isEmpty())
        section(Optional.empty(), "Given", List.of(given));
    }

    private static Row row(Defined d) {
      return Row.plain(d.left(), List.of(d.right().orElseThrow()), d.shape());
    }

    private void section(Optional<Answer> request, String title, List<? extends Block> blocks) {
      List<Block> full = new ArrayList<>();
      for (Block b : blocks) if (!(b instanceof Equations e) || !e.rows.isEmpty()) full.add(b);
      if (!full.isEmpty()) sections.add(new Section(request, title, full));
    }

    private void answer(Answer a) {
      int first = sections.size();
      Optional<Answer> none = Optional.empty();
      section(none, "With", List.of(new Equations(a.names().stream().map(Writer::row).toList())));
      List<Step> steps = forms.contains(Form.STEPS) ? Words.steps(a.outcomes()) : List.of();
      if (!steps.isEmpty()) section(none, "Steps", List.of(new Steps(steps)));
      if (forms.contains(Form.LAYERS)) {
        List<Row> rows = new ArrayList<>();
        for (Formula f : a.backward())
          rows.add(Row.plain(f.shownLeft(), List.of(f.shown()), Optional.of(f.shape())));
        section(none, "Backward", List.of(new Equations(rows)));
      }
      List<Equations> results = new ArrayList<>();
      for (Outcome o : a.outcomes()) results.addAll(result(o));
      section(none, a.outcomes().size() == 1 ? "Result" : "Results", results);
      section(none, "Uses", Words.uses(a.outcomes()).stream().map(Fact::new).toList());
      section(none, "Valid", valid(a.outcomes()));
      if (report.answers().size() > 1 && sections.size() > first) {
        Section s = sections.get(first);
        sections.set(first, new Section(Optional.of(a), s.title, s.blocks));
      }
    }

    private List<Equations> result(Outcome o) {
      Formula f = o.closed();
      List<Row> rows = new ArrayList<>();
      List<Syntax> sides = new ArrayList<>();
      boolean layers = forms.contains(Form.LAYERS);
      if (layers) o.named().flatMap(Formula::matrix).ifPresent(sides::add);
      boolean other = layers && o.named().isPresent() || forms.contains(Form.INDEX);
      if (forms.contains(Form.MATRIX) || !other) f.matrix().ifPresent(sides::add);
      String layout = "layout " + o.layout().text;
      if (!sides.isEmpty()) rows.add(Row.answer(f.left(), sides, f.shape(), layout));
      if (rows.isEmpty() && forms.contains(Form.MATRIX))
        o.vectorised()
            .ifPresent(v ->
                rows.add(
                    Row.answer(
                        v.left(), List.of(v.right()), v.shape(), layout + ", vec by columns")));
      List<Syntax> entry = List.of(f.entry());
      if (rows.isEmpty()) rows.add(Row.answer(f.entryLeft(), entry, f.shape(), layout));
      else if (forms.contains(Form.INDEX) && Words.hasIndexForm(o))
        rows.add(Row.plain(f.entryLeft(), entry, Optional.empty()));
      if (!forms.contains(Form.CASES)) return List.of(new Equations(rows));
      List<Row> cases = new ArrayList<>();
      for (Case c : o.cases())
        cases.add(
            new Row(
                f.entryLeft(), List.of(c.entry()), Optional.empty(), "", Optional.of(c), false));
      return List.of(new Equations(rows), new Equations(cases));
    }

    private static List<Remark> valid(List<Outcome> outcomes) {
      List<Remark> all = new ArrayList<>();
      for (Map.Entry<Condition, List<Outcome>> e : Words.conditions(outcomes).entrySet()) {
        Condition c = e.getKey();
        List<Syntax> about = e.getValue().stream().map(o -> o.closed().left()).toList();
        String words = c.formula().isPresent() ? "where" : "where " + c.words();
        all.add(new Remark(words, c.formula(), about));
      }
      return all;
    }

    private static Remark remark(String words) {
      return new Remark(words, Optional.empty(), List.of());
    }
  }
}
