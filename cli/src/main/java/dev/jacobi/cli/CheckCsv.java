package dev.jacobi.cli;

import dev.jacobi.check.Checked;
import dev.jacobi.check.Code;
import dev.jacobi.check.Relation;
import dev.jacobi.check.Verdict;
import dev.jacobi.check.report.ClassReport;
import dev.jacobi.check.report.Grade;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Checked documents as CSV: a row for each relation, or in a class for each submission.
final class CheckCsv {
  private static final List<String> HEAD =
      List.of(
          "file",
          "line",
          "column",
          "section",
          "verdict",
          "step",
          "follows",
          "diagnosis",
          "condition",
          "uses",
          "message",
          "written",
          "correct");

  private CheckCsv() {}

  static String relations(List<Checked> files) {
    List<List<String>> rows = new ArrayList<>();
    for (var f : files) {
      for (var r : f.relations()) {
        rows.add(row(f.file(), r));
      }
    }
    return Csv.of(HEAD, rows);
  }

  private static List<String> row(String file, Relation r) {
    return List.of(
        file,
        "" + r.place().line(),
        "" + r.place().column(),
        r.section(),
        r.verdict().word(),
        r.step().word(),
        r.follows().map(Object::toString).orElse(""),
        r.diagnosis().map(Code::word).orElse(""),
        r.condition().orElse(""),
        String.join("; ", r.uses()),
        r.message(),
        r.written(),
        r.correct().map(Relation.Correct::text).orElse(""));
  }

  /// Points in all and by question, then how many relations have each verdict, and each mistake.
  static String submissions(List<Grade> grades) {
    var questions = ClassReport.questions(grades);
    List<String> head = new ArrayList<>(List.of("file", "points", "of", "by hand"));
    head.addAll(questions);
    Arrays.stream(Verdict.values()).map(Verdict::word).forEach(head::add);
    Arrays.stream(Code.values()).map(c -> "mistake " + c.word()).forEach(head::add);
    List<List<String>> rows = new ArrayList<>();
    for (var g : grades) {
      rows.add(row(g, questions));
    }
    return Csv.of(head, rows);
  }

  private static List<String> row(Grade g, List<String> questions) {
    List<String> row = new ArrayList<>();
    row.add(g.file().file());
    row.add(Grade.points(g.points()));
    row.add(Grade.points(g.of()));
    row.add(Grade.points(g.open()));
    for (var q : questions) {
      row.add(g.mark(q).map(m -> Grade.points(m.points())).orElse(""));
    }
    g.file().summary().values().forEach(n -> row.add(n.toString()));
    for (var code : Code.values()) {
      var made = g.file().relations().stream().filter(Grade::isMistake);
      row.add("" + made.filter(r -> r.diagnosis().orElse(Code.UNKNOWN) == code).count());
    }
    return row;
  }
}
