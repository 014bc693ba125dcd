package dev.jacobi.check.report;

import static dev.jacobi.check.report.Grade.points;

import dev.jacobi.check.Code;
import dev.jacobi.check.Relation;
import dev.jacobi.check.Verdict;
import dev.jacobi.print.report.Paint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A whole class for its grader: how each question went, which mistakes were made, and the points
/// of each submission.
public final class ClassReport {
  private final List<Grade> grades;

  private ClassReport(List<Grade> grades) {
    this.grades = grades;
  }

  public static String text(List<Grade> grades, Paint paint) {
    List<String> parts = new ArrayList<>();
    for (Table t : new ClassReport(grades).tables()) parts.add(t.text(paint));
    return String.join("\n", parts);
  }

  public static String markdown(List<Grade> grades) {
    List<String> parts = new ArrayList<>(List.of("# Class\n"));
    for (Table t : new ClassReport(grades).tables()) parts.add(t.markdown());
    return String.join("\n", parts);
  }

  /// Every question that a submission has, in the order of their first appearance.
  public static List<String> questions(List<Grade> grades) {
    var all = new LinkedHashSet<String>();
    for (Grade g : grades) g.marks().forEach(m -> all.add(m.question()));
    return List.copyOf(all);
  }

  private List<Table> tables() {
    return Stream.of(questions(), mistakes(), submissions())
        .filter(t -> !t.rows().isEmpty())
        .toList();
  }

  private Table questions() {
    var head =
        List.of(
            "question", "submissions", "mean", "of", "wrong", "inherited", "unread", "mistakes");
    List<List<String>> rows = new ArrayList<>();
    for (String q : questions(grades)) {
      var marks = grades.stream().flatMap(g -> g.mark(q).stream()).toList();
      var all = marks.stream().flatMap(m -> m.answer().stream()).toList();
      double mean = marks.stream().mapToDouble(Grade.Mark::points).average().orElse(0);
      long wrong = all.stream().filter(r -> r.verdict().isWrong()).count();
      long mistakes = all.stream().filter(Grade::isMistake).count();
      long unread = all.stream().filter(r -> r.verdict() == Verdict.UNREAD).count();
      rows.add(
          List.of(
              q,
              "" + marks.stream().filter(m -> !m.answer().isEmpty()).count(),
              points(mean),
              points(marks.getFirst().of()),
              "" + mistakes,
              "" + (wrong - mistakes),
              "" + unread,
              codes(all)));
    }
    return new Table("Questions", head, rows);
  }

  /// `sign 3, chain 1`, the most frequent first.
  private static String codes(List<Relation> relations) {
    Map<Code, Integer> counts = new EnumMap<>(Code.class);
    for (Relation r : relations) if (Grade.isMistake(r)) counts.merge(code(r), 1, Integer::sum);
    return counts.entrySet().stream()
        .sorted(Map.Entry.<Code, Integer>comparingByValue().reversed())
        .map(e -> e.getKey().word() + " " + e.getValue())
        .collect(Collectors.joining(", "));
  }

  private static Code code(Relation r) {
    return r.diagnosis().orElse(Code.UNKNOWN);
  }

  /// By code, wherever they were made, also outside the questions.
  private Table mistakes() {
    var head = List.of("mistake", "times", "submissions", "for example");
    Map<Code, Integer> times = new EnumMap<>(Code.class);
    Map<Code, LinkedHashSet<String>> where = new EnumMap<>(Code.class);
    Map<Code, String> example = new TreeMap<>();
    for (Grade g : grades)
      for (Relation r : g.file().relations())
        if (Grade.isMistake(r)) {
          times.merge(code(r), 1, Integer::sum);
          where.computeIfAbsent(code(r), _ -> new LinkedHashSet<>()).add(g.file().file());
          example.putIfAbsent(code(r), g.file().file() + ":" + r.place().line());
        }
    List<List<String>> rows = new ArrayList<>();
    times.keySet().stream()
        .sorted(Comparator.comparingInt((Code c) -> -times.get(c)))
        .forEach(c ->
            rows.add(
                List.of(c.word(), "" + times.get(c), "" + where.get(c).size(), example.get(c))));
    return new Table("Mistakes", head, rows);
  }

  private Table submissions() {
    var head = List.of("submission", "points", "of", "by hand", "mistakes");
    List<List<String>> rows = new ArrayList<>();
    for (Grade g : grades) {
      boolean unusable = !g.file().errors().isEmpty();
      String said = unusable ? g.file().errors().getFirst().message() : codes(g.file().relations());
      rows.add(
          List.of(g.file().file(), points(g.points()), points(g.of()), points(g.open()), said));
    }
    return new Table("Submissions", head, rows);
  }
}
