package dev.jacobi.cli;

import dev.jacobi.check.Checked;
import dev.jacobi.check.Code;
import dev.jacobi.check.Relation;
import dev.jacobi.check.Relation.Correct;
import dev.jacobi.check.Relation.Step;
import dev.jacobi.check.Verdict;
import dev.jacobi.notation.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A judge for tests, without mathematics: a line of the document is a relation, and its first word
/// says how it is judged (`definition`, `proved`, `conditional`, `refuted`, `inherited`, `unread`).
/// A line that starts with `#` is a heading.
final class Judged {
  private Judged() {}

  static Checked check(Source document, Optional<Source> key) {
    List<Relation> relations = new ArrayList<>();
    String section = "";
    int line = 0;
    for (var text : document.text().lines().toList()) {
      line++;
      if (text.startsWith("#")) {
        section = text.replace("#", "").strip();
      } else if (!text.isBlank()) {
        relations.add(relation(line, text, section));
      }
    }
    var assumptions = key.isPresent() ? List.<String>of() : List.of("without a key");
    return new Checked(
        document.name(), document.text(), "numerator", assumptions, relations, List.of());
  }

  private static Relation relation(int line, String text, String section) {
    int space = text.indexOf(' ');
    String word = text.substring(0, space);
    String tex = text.substring(space + 1);
    boolean wrong = word.equals("refuted") || word.equals("inherited");
    Map<String, Object> at = new LinkedHashMap<>();
    if (wrong) {
      at.put("y", List.of(0.2));
      at.put("W", List.of(List.of(1.0, -1.0)));
    }
    return new Relation(
        new Place(line, space + 2, tex.length()),
        "tex",
        tex,
        section,
        wrong ? Verdict.REFUTED : Verdict.valueOf(word.toUpperCase(java.util.Locale.ROOT)),
        word.equals("inherited") ? Step.HOLDS : wrong ? Step.FAILS : Step.NONE,
        word.equals("inherited") ? Optional.of(line - 1) : Optional.empty(),
        word.equals("proved") ? Optional.of("canonical") : Optional.empty(),
        wrong ? 8 : 0,
        wrong ? 2 : 0,
        Optional.empty(),
        word.equals("conditional") ? Optional.of("sum(y) = 1") : Optional.empty(),
        word.equals("proved") ? Set.of("sum(t) = 1") : Set.of(),
        wrong ? Optional.of(Code.SIGN) : Optional.empty(),
        wrong ? "the sign is wrong" : "",
        wrong ? Optional.of(new Correct("y - t", "y - t")) : Optional.empty(),
        at,
        word.equals("unread") ? Optional.of("\\strange") : Optional.empty());
  }
}
