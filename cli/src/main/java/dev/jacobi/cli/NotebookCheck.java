package dev.jacobi.cli;

import dev.jacobi.check.Checked;
import dev.jacobi.check.Relation;
import java.util.Optional;

/// Judges a notebook as the Markdown text that it is; what is said of a relation begins with its
/// cell and line.
record NotebookCheck(Notebook notebook) {

  Checked check(Source source, Judge judge, Optional<Source> key) {
    var markdown = new Source(source.name() + ".md", notebook.markdown());
    var c = judge.check(markdown, key);
    var relations = c.relations().stream().map(this::placed).toList();
    return new Checked(source.name(), c.text(), c.layout(), c.assumptions(), relations, c.errors());
  }

  private Relation placed(Relation r) {
    var at = where(r.place().line());
    var from = r.follows().map(line -> " (its mistake: " + where(line) + ")").orElse("");
    var message = r.message().isEmpty() ? at + from : at + from + ": " + r.message();
    return new Relation(
        r.place(),
        r.spelling(),
        r.written(),
        r.section(),
        r.verdict(),
        r.step(),
        r.follows(),
        r.tier(),
        r.points(),
        r.maxError(),
        r.layout(),
        r.condition(),
        r.uses(),
        r.diagnosis(),
        message,
        r.correct(),
        r.counterexample(),
        r.reason());
  }

  private String where(int line) {
    var origin = notebook.origin(line);
    return "cell " + origin.cell() + ", line " + origin.line();
  }
}
