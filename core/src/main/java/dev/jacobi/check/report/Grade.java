package dev.jacobi.check.report;

import dev.jacobi.check.Checked;
import dev.jacobi.check.Relation;
import java.util.List;
import java.util.Optional;

/// The points of a submission.
public record Grade(Checked file, List<Mark> marks) {
  public Grade {
    marks = List.copyOf(marks);
  }

  /// The points of a question.
  ///
  /// - `of`: how many there are; `open`: how many of them a person has to decide, since nothing was
  ///   written there or it was not understood
  /// - `answer`: the relations judged, without definitions
  public record Mark(
      String question, double points, double of, double open, List<Relation> answer) {
    public Mark {
      answer = List.copyOf(answer);
    }

    /// The relations where a mistake was made, not those that inherit it.
    public List<Relation> mistakes() {
      return answer.stream().filter(Grade::isMistake).toList();
    }
  }

  /// Whether a mistake was made here, and not before.
  public static boolean isMistake(Relation r) {
    boolean inherits = r.follows().isPresent() || r.step() == Relation.Step.HOLDS;
    return r.verdict().isWrong() && !inherits;
  }

  /// Of a question; none when the submission does not have it.
  public Optional<Mark> mark(String question) {
    return marks.stream().filter(m -> m.question().equals(question)).findFirst();
  }

  public double points() {
    return marks.stream().mapToDouble(Mark::points).sum();
  }

  public double of() {
    return marks.stream().mapToDouble(Mark::of).sum();
  }

  public double open() {
    return marks.stream().mapToDouble(Mark::open).sum();
  }

  /// With at most two digits: `7`, `7.5`, `6.67`.
  public static String points(double points) {
    return java.math.BigDecimal.valueOf(points)
        .setScale(2, java.math.RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }
}
