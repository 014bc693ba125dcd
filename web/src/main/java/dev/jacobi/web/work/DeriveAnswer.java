package dev.jacobi.web.work;

import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.TextSpelling;
import dev.jacobi.notation.Vocabulary;
import dev.jacobi.print.report.Report;
import dev.jacobi.print.report.Shapes;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/// What a model says and everything it asks, derived and checked, for the derivation pane.
final class DeriveAnswer {
  private final Asked asked;
  private final Spelled spelled;
  private final boolean steps;

  private DeriveAnswer(Asked asked, boolean steps) {
    this.asked = asked;
    this.spelled = new Spelled(asked.names());
    this.steps = steps;
  }

  static ObjectNode of(Question q) {
    return new DeriveAnswer(Asked.of(q), q.flag("steps")).answer();
  }

  private ObjectNode answer() {
    Report r = asked.report();
    var into = Spelled.node();
    into.put("status", r.status().name().toLowerCase(Locale.ROOT));
    into.set("names", Spelled.each(asked.names(), this::name));
    into.set("declarations", Spelled.each(r.declarations(), this::declared));
    into.set("definitions", Spelled.each(r.definitions(), this::defined));
    into.set("facts", Spelled.texts(r.facts()));
    into.set("answers", Spelled.each(r.answers(), this::answer));
    into.set("problems", Spelled.problems(r.problems()));
    into.set("notes", Spelled.problems(r.notes()));
    return into;
  }

  // ---- what the model says

  private void name(ObjectNode into, String name) {
    var model = asked.model().read().model();
    into.put("name", name).put("text", asked.shown(name));
    into.put("latex", spelled.latex(asked.model().printer().name(name)));
    boolean known = model.knows(name);
    into.put("shape", known ? Shapes.of(model.shape(name)) : "");
    into.put("scalar", known && model.shape(name).isEmpty());
    into.put("declared", model.variables().containsKey(name));
  }

  private void declared(ObjectNode into, Report.Declared d) {
    into.put("name", canonical(d.name())).put("latex", spelled.latex(d.name()));
    into.put("set", Shapes.latex(d)).put("text", Shapes.of(d));
  }

  private void defined(ObjectNode into, Report.Defined d) {
    into.put("name", d.name()).put("left", spelled.latex(d.left()));
    into.put("leftText", TextSpelling.PLAIN.spell(d.left()));
    d.right().ifPresent(right -> into.set("right", spelled.formula(right)));
    d.shape().ifPresent(s -> into.put("shape", Shapes.latex(s)).put("shapeText", Shapes.of(s)));
  }

  private static String canonical(Syntax s) {
    return Vocabulary.canonicalName(TextSpelling.PLAIN.spell(s));
  }

  // ---- what it asks

  private void answer(ObjectNode into, Report.Answer a) {
    into.put("kind", a.request().kind());
    into.set("of", spelled.formula(a.request().of()));
    into.set(
        "wrt", Spelled.texts(a.request().wrt().stream().map(DeriveAnswer::canonical).toList()));
    into.set("where", Spelled.each(a.names(), this::defined));
    into.set("backward", Spelled.each(a.backward(), this::formula));
    into.set("outcomes", Spelled.each(a.outcomes(), this::outcome));
  }

  private void formula(ObjectNode into, Report.Formula f) {
    into.set("left", spelled.formula(f.left()));
    f.matrix().ifPresent(m -> into.set("matrix", spelled.formula(m)));
    into.set("entryLeft", spelled.formula(f.entryLeft()));
    into.set("entry", spelled.formula(f.entry()));
    into.put("shape", Shapes.latex(f.shape())).put("shapeText", Shapes.of(f.shape()));
  }

  private void outcome(ObjectNode into, Report.Outcome o) {
    into.put("of", o.of());
    into.set("wrt", Spelled.texts(o.wrt()));
    into.put("layout", o.layout().name().toLowerCase(Locale.ROOT));
    formula(into.putObject("closed"), o.closed());
    o.named().ifPresent(f -> formula(into.putObject("named"), f));
    o.vectorised()
        .ifPresent(v -> into.set("vectorised", spelled.chain(List.of(v.left(), v.right()))));
    into.set("cases", Spelled.each(o.cases(), this::aCase));
    into.set("uses", Spelled.texts(o.uses()));
    into.set("where", Spelled.texts(o.validWhere().stream().map(Report.Condition::words).toList()));
    into.put("points", o.directions()).put("worst", o.worst());
    if (steps) into.set("steps", Spelled.each(o.steps(), this::step));
  }

  private void aCase(ObjectNode into, Report.Case c) {
    into.put("text", c.text()).put("when", spelled.when(c));
    into.set("entry", spelled.formula(c.entry()));
  }

  private void step(ObjectNode into, Report.Step s) {
    into.put("rule", s.rule()).put("shape", Shapes.latex(s.shape()));
    into.set("chain", spelled.chain(s.chain()));
    into.set("sides", Spelled.each(s.chain(), (side, x) -> side.put("latex", spelled.latex(x))));
  }
}
