package dev.jacobi.cli;

import dev.jacobi.check.Checked;
import dev.jacobi.check.Relation;
import dev.jacobi.notation.Problem;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Checked documents as JSON: an array with one object a file. Its members are listed in
/// docs/json.md.
final class CheckJson {
  private final Json json;

  private CheckJson(Json json) {
    this.json = json;
  }

  static String of(List<Checked> files) {
    return Json.text(json -> json.array(() -> files.forEach(new CheckJson(json)::file)));
  }

  private void file(Checked c) {
    json.object(() -> {
      json.text("file", c.file());
      json.text("layout", c.layout());
      json.texts("assumptions", c.assumptions());
      json.name("relations").array(() -> c.relations().forEach(this::relation));
      json.name("summary")
          .object(() -> c.summary().forEach((verdict, n) -> json.number(verdict.word(), n)));
      json.name("errors").array(() -> c.errors().forEach(this::error));
    });
  }

  private void relation(Relation r) {
    json.object(() -> {
      json.number("line", r.place().line());
      json.number("column", r.place().column());
      json.text(r.spelling(), r.written());
      json.text("section", r.section());
      json.text("verdict", r.verdict().word());
      orNull("tier", r.tier());
      json.number("points", r.points());
      json.number("maxError", r.maxError());
      orNull("layout", r.layout());
      orNull("condition", r.condition());
      json.texts("uses", List.copyOf(r.uses()));
      orNull("diagnosis", r.diagnosis().map(c -> c.word()));
      json.text("message", r.message());
      correct(r.correct());
      counterexample(r);
      json.text("step", r.step().word());
      follows(r.follows());
      orNull("reason", r.reason());
    });
  }

  private void correct(Optional<Relation.Correct> correct) {
    if (correct.isEmpty()) {
      json.nothing("correct");
      return;
    }
    json.name("correct")
        .object(() -> {
          json.text("text", correct.get().text());
          json.text("latex", correct.get().latex());
        });
  }

  private void counterexample(Relation r) {
    if (r.counterexample().isEmpty()) {
      json.nothing("counterexample");
      return;
    }
    json.name("counterexample")
        .object(() ->
            r.counterexample()
                .forEach((name, value) -> {
                  json.name(name);
                  value(value);
                }));
  }

  private void value(Object value) {
    switch (value) {
      case Collection<?> list -> json.array(() -> list.forEach(this::value));
      case Number n -> json.number(n.doubleValue());
      default -> json.text(value.toString());
    }
  }

  private void follows(Optional<Integer> line) {
    if (line.isPresent()) {
      json.number("follows", line.get());
    } else {
      json.nothing("follows");
    }
  }

  private void error(Problem p) {
    json.object(() -> {
      json.number("line", p.place().line());
      json.number("column", p.place().column());
      json.text("message", p.message());
      json.text("hint", p.hint());
    });
  }

  private void orNull(String name, Optional<String> value) {
    value.ifPresentOrElse(v -> json.text(name, v), () -> json.nothing(name));
  }
}
