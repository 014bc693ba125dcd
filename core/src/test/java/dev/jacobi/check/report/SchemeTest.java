package dev.jacobi.check.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.check.Relation.Step;
import dev.jacobi.check.Verdict;
import dev.jacobi.check.report.Scheme.Question;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SchemeTest {
  private static final Scheme TWO =
      new Scheme(
          Map.of("2.1", new Question(4, 0), "2", new Question(1, 0)),
          Optional.empty(),
          Scheme.usualCredit(),
          0.5,
          0.5);

  private static Samples.Builder relation(Verdict v) {
    return Samples.of(5, "y = ", "").is(v);
  }

  @Test
  void aQuestionIsTheLongestBeginningOfItsHeading() {
    assertThat(TWO.question("2.1 Softmax")).contains("2.1");
    assertThat(TWO.question("2.1(a)")).contains("2.1");
    assertThat(TWO.question("2.10 Layers")).contains("2");
    assertThat(TWO.question("21 Layers")).isEmpty();
    assertThat(Scheme.usual().question("21  Layers")).contains("21 Layers");
    assertThat(Scheme.usual().question("")).contains(Scheme.NO_SECTION);
  }

  @Test
  void whatOnlyInheritsAMistakeEarnsAPart() {
    assertThat(TWO.credit(relation(Verdict.REFUTED).step(Step.FAILS).build())).isZero();
    assertThat(TWO.credit(relation(Verdict.REFUTED).step(Step.HOLDS).build())).isEqualTo(0.5);
    assertThat(TWO.credit(relation(Verdict.REFUTED).follows(3).build())).isEqualTo(0.5);
  }

  @Test
  void whatIsRightByAWrongStepEarnsAPart() {
    assertThat(TWO.credit(relation(Verdict.PROVED).build())).isEqualTo(1);
    assertThat(TWO.credit(relation(Verdict.PROVED).step(Step.FAILS).build())).isEqualTo(0.5);
  }

  @Test
  void whatIsNotUnderstoodIsLeftToAPerson() {
    var grade = Scheme.usual().grade(Samples.homework());
    var layer = grade.mark("2.2 The layer").orElseThrow();
    assertThat(layer.answer()).hasSize(5);
    assertThat(layer.points()).isEqualTo((1 + 1 + 0 + 0.75) * 2);
    assertThat(layer.open()).isEqualTo(2);
    assertThat(grade.of()).isEqualTo(20);
  }

  @Test
  void aQuestionWithoutAnAnswerIsLeftToAPersonWhole() {
    var scheme =
        new Scheme(
            Map.of("3", new Question(5, 0)), Optional.empty(), Scheme.usualCredit(), 0.5, 0.5);
    var grade = scheme.grade(Samples.homework());
    assertThat(grade.points()).isZero();
    assertThat(grade.open()).isEqualTo(5);
  }
}
