package dev.jacobi.web.work;

import dev.jacobi.Checking;
import dev.jacobi.check.Checked;
import dev.jacobi.check.Relation;
import dev.jacobi.check.report.Said;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A verdict on each relation of a document, for the check pane.
final class CheckAnswer {
  private static final String FILE = "derivation.md";
  private static final Pattern NAME =
      Pattern.compile("[^/\\\\\\p{Cntrl}]{1,100}\\.(md|markdown|tex|txt|py|jacobi)");

  private CheckAnswer() {}

  static ObjectNode of(Question q) {
    var checked = checked(q);
    var into = Spelled.node();
    into.put("status", checked.status()).put("layout", checked.layout());
    into.set("assumptions", Spelled.texts(checked.assumptions()));
    into.set("relations", Spelled.each(checked.relations(), CheckAnswer::relation));
    var summary = into.putObject("summary");
    checked.summary().forEach((verdict, n) -> summary.put(verdict.word(), n));
    into.set("errors", Spelled.problems(checked.errors()));
    into.put("typed", TypedLines.are(checked.text()));
    into.put("keyed", key(q).isPresent());
    return into;
  }

  static Checked checked(Question q) {
    String name = name(q);
    String text = q.text("text");
    return name.equals(FILE) && TypedLines.are(text)
        ? TypedLines.judged(text, key(q))
        : Checking.check(name, text, key(q));
  }

  private static Optional<String> key(Question q) {
    return q.optional("key").filter(k -> !k.isBlank());
  }

  /// The document's name tells its format; nothing is opened by it.
  private static String name(Question q) {
    String name = q.optional("name").orElse(FILE);
    return NAME.matcher(name).matches() ? name : FILE;
  }

  private static void relation(ObjectNode into, Relation r) {
    into.put("line", r.place().line()).put("column", r.place().column());
    into.put("length", r.place().length()).put("written", r.written());
    into.put("section", r.section()).put("spelling", r.spelling());
    into.put("verdict", r.verdict().word()).put("plain", Said.isPlain(r));
    into.put("headline", Said.headline(r)).put("message", Said.sentence(r));
    r.diagnosis().ifPresent(c -> into.put("diagnosis", c.word()));
    r.correct()
        .ifPresent(c -> into.putObject("correct").put("text", c.text()).put("latex", c.latex()));
    into.put("step", r.step().word());
    r.follows().ifPresent(f -> into.put("follows", f));
    var at = into.putObject("counterexample");
    r.counterexample().forEach((name, value) -> at.set(name, value(value)));
    into.set(
        "notes",
        Spelled.each(
            Said.notes(r), (n, note) -> n.put("label", note.label()).put("words", note.words())));
  }

  private static JsonNode value(Object value) {
    return switch (value) {
      case Collection<?> list -> {
        var array = Answers.MAPPER.createArrayNode();
        list.forEach(each -> array.add(value(each)));
        yield array;
      }
      case Number n -> Answers.MAPPER.getNodeFactory().numberNode(n.doubleValue());
      default -> Answers.MAPPER.getNodeFactory().stringNode(value.toString());
    };
  }
}
