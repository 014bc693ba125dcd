package dev.jacobi.print.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class KinksTest {
  private static List<String> where(String definitions) {
    var text =
        "x in R[n], A in R[m, n], c in R[n], y in R[n]\n" + definitions + "\nderive C wrt x\n";
    return Samples.report(text).outcomes().getFirst().validWhere().stream()
        .map(Report.Condition::words)
        .toList();
  }

  @Test
  void smoothFunctionsHaveNone() {
    assertThat(where("C = sum(tanh(x) ./ (1 + exp(x)))")).isEmpty();
  }

  @Test
  void stepsOfTheDerivativeAreListed() {
    assertThat(where("C = sum(relu(x))")).containsExactly("x != 0");
    assertThat(where("C = sum(abs(x - c))")).containsExactly("x != c");
    assertThat(where("C = sum(max(x, c))")).containsExactly("x != c");
  }

  @Test
  void aGreatestEntryHasAKinkWhereItIsTied() {
    assertThat(where("C = max(x)^2")).containsExactly("max(x) is attained at one place only");
    assertThat(where("r[i] = max[j] A[i,j] x[j]\nC = sum(r)"))
        .containsExactly("each entry of r is attained at one place only");
  }

  @Test
  void arraysAreNotTransposed() {
    assertThat(where("S = c x'\nC = sum(relu(S))")).containsExactly("S != 0");
  }

  @Test
  void stepsOfWhatDoesNotMoveAreNot() {
    assertThat(where("C = sum(relu(c) .* x)")).isEmpty();
  }

  @Test
  void flatFunctionsAreFoundOnTheWay() {
    assertThat(where("C = sum(sign(x))")).containsExactly("x != 0");
  }

  @Test
  void aStepAndItsOppositeAreOne() {
    assertThat(where("C = sum(min(2 x, c))")).containsExactly("2 x != c");
  }

  @Test
  void aNumberStandsOnTheRight() {
    assertThat(where("C = sum(hardtanh(x))")).containsExactly("x != 1", "x != -1");
  }
}
