package dev.jacobi.web.work;

import dev.jacobi.Descriptions;
import dev.jacobi.Tracer;
import dev.jacobi.notation.Syntax;
import dev.jacobi.notation.TextSpelling;
import dev.jacobi.notation.Vocabulary;
import dev.jacobi.print.report.Description;
import dev.jacobi.print.report.Report;
import dev.jacobi.print.report.Shapes;
import dev.jacobi.print.report.Traced;
import dev.jacobi.print.report.Traced.Numbers;
import dev.jacobi.web.Limits;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A model as a graph, with a small size for each dimension, numbers for each declared name, and
/// every value that follows from them, for the graph pane.
final class TraceAnswer {
  private final Asked asked;
  private final Spelled spelled;

  private TraceAnswer(Asked asked) {
    this.asked = asked;
    this.spelled = new Spelled(asked.names());
  }

  static ObjectNode of(Question q) {
    return new TraceAnswer(Asked.of(q)).answer(q);
  }

  private ObjectNode answer(Question q) {
    Report r = asked.report();
    var into = Spelled.node();
    into.set("problems", Spelled.problems(r.problems()));
    if (!r.problems().isEmpty()) return into;
    var description = Descriptions.of(asked.model());
    var sizes = SmallNumbers.sizes(asked.model(), q.sizes("sizes", Limits.GRAPH_SIZE));
    var values = SmallNumbers.of(asked.model(), sizes, q.json().path("values"));
    graph(into, description);
    var shown = into.putObject("sizes");
    sizes.forEach(shown::put);
    var given = into.putObject("given");
    values.forEach((name, n) -> given.set(name, numbers(n)));
    into.set("values", Spelled.each(traced(r, values, sizes), this::value));
    return into;
  }

  private List<Traced> traced(Report r, Map<String, Numbers> values, Map<String, Integer> sizes) {
    return Tracer.of(asked.model(), r, new LinkedHashMap<>(values), sizes);
  }

  // ---- the graph

  private void graph(ObjectNode into, Description d) {
    into.set("names", Spelled.each(d.names(), this::declared));
    into.set("modules", Spelled.each(d.modules(), this::module));
    into.set(
        "edges",
        Spelled.each(d.edges(), (e, edge) -> e.put("from", edge.from()).put("to", edge.to())));
    var of = into.putArray("of");
    asked.report().answers().forEach(a -> of.add(TextSpelling.PLAIN.spell(a.request().of())));
    var wrt = into.putArray("wrt");
    asked.report().outcomes().forEach(o -> wrt.add(o.wrt().getFirst()));
  }

  private void declared(ObjectNode into, Description.Name n) {
    into.put("name", SmallNumbers.name(n.declared()));
    into.put("latex", spelled.latex(n.declared().name()));
    into.put("role", n.role().name().toLowerCase(Locale.ROOT));
    into.put("shape", Shapes.of(n.declared()));
  }

  private void module(ObjectNode into, Description.Module m) {
    into.put("name", m.definition().name()).put("latex", spelled.latex(m.definition().left()));
    m.definition().right().ifPresent(right -> into.set("right", spelled.formula(right)));
    into.put("shape", Shapes.of(m.gives().shape()));
  }

  // ---- the numbers

  private void value(ObjectNode into, Traced v) {
    into.put("name", TextSpelling.PLAIN.spell(v.name()));
    into.put("latex", spelled.latex(v.name()));
    boolean derived = v.name() instanceof Syntax.Derivative;
    Syntax about = v.name() instanceof Syntax.Derivative d ? d.wrt() : v.name();
    into.put("node", Vocabulary.canonicalName(TextSpelling.PLAIN.spell(about)));
    into.put("derivative", derived);
    into.put("part", v.part().name().toLowerCase(Locale.ROOT));
    into.put("shape", Shapes.of(v.shape()));
    v.by().ifPresent(by -> into.set("by", spelled.formula(by)));
    into.set("value", numbers(v.value()));
  }

  private static ObjectNode numbers(Numbers n) {
    var into = Spelled.node();
    ArrayNode sides = into.putArray("sides");
    n.sizes().forEach(sides::add);
    ArrayNode all = into.putArray("all");
    for (double x : n.all())
      if (Double.isFinite(x)) all.add(x);
      else all.add(Double.toString(x));
    return into;
  }
}
