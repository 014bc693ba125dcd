package dev.jacobi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GivenTest {
  private final Map<String, Given.Array> arrays = new LinkedHashMap<>();

  private GivenTest array(String name, List<Integer> sides, double... all) {
    arrays.put(name, new Given.Array(sides, q -> all[q % all.length]));
    return this;
  }

  private Given of(String model) {
    var read = Jacobi.read("given.jacobi", model);
    assertThat(read.problems()).isEmpty();
    read.deriveRequests();
    return Given.of(read, arrays, Map.of());
  }

  private List<String> problems(String model) {
    return of(model).problems();
  }

  @Test
  void sizesAreReadOffAxesThatAreSums() {
    var given =
        array("X", List.of(4, 3), 0).array("b", List.of(8), 0).of("X in R[m, n+1], b in R[n k]");
    assertThat(given.sizes()).containsOnly(Map.entry("m", 4), Map.entry("n", 2), Map.entry("k", 4));
    assertThat(given.problems()).isEmpty();
  }

  @Test
  void anAxisThatNoSizeFitsIsTold() {
    assertThat(array("b", List.of(3), 0).of("b in R[2 n]").require(List.of("b")).problems())
        .containsExactly("nothing says how large n is: add --size n=…");
    arrays.put("x", new Given.Array(List.of(2), _ -> 0));
    assertThat(problems("x in R[n], b in R[2 n]"))
        .containsExactly("b is in R[2n], with n = 2, and is given [3]");
  }

  @Test
  void everythingWrongIsToldAtOnce() {
    array("x", List.of(2), 1).array("W", List.of(3, 3), 1).array("s", List.of(), 1);
    array("q", List.of(), 1);
    var given =
        of("x in R[n], W in R[m, n], b in R[m]\ns = W x + b").require(List.of("x", "W", "b"));
    assertThat(given.problems())
        .containsExactly(
            "s is defined by the model; give declared names only",
            "no name `q` is declared",
            "W is in R[m, n], with m = 3, n = 2, and is given [3, 3]",
            "no value for b, which is in R[m]");
  }

  @Test
  void aDimensionThatTheModelDoesNotHaveIsNoSize() {
    var read = Jacobi.read("given.jacobi", "x in R[n]");
    assertThat(Given.of(read, Map.of(), Map.of("q", 3)).problems())
        .containsExactly("no dimension `q`; there is n");
  }

  @Test
  void valuesLieInTheSetTheyAreDeclaredIn() {
    List<String> all = new ArrayList<>();
    all.addAll(array("t", List.of(2), 0.5, 0.6).problems("t in simplex[K]"));
    all.addAll(array("t", List.of(2, 2), 0.5, 0.5, 0.5, 0.6).problems("t in simplex[m, K]"));
    arrays.clear();
    all.addAll(array("p", List.of(2), 0.5, 1).problems("p in (0,1)[n]"));
    arrays.clear();
    all.addAll(array("A", List.of(2, 2), 1, 2, 3, 4).problems("A in sym[n]"));
    arrays.clear();
    all.addAll(array("k", List.of(), 3).problems("k in 1..2"));
    assertThat(all)
        .containsExactly(
            "t is declared in simplex[K], and its entries sum to 1.1",
            "t is declared in simplex[m, K], and row [2] sums to 1.1",
            "p is declared in (0,1)[n], and entry [2] is 1",
            "A is declared in sym[n], and entry [2, 1] is 3 and its mirror 2",
            "k is declared in 1..2, and it is 3");
  }

  @Test
  void derivativesOfUnknownFunctionsGoByEitherSpelling() {
    var model = "x in R[n]\ny = 2 x\nL(y) in R\nderive L wrt x";
    assertThat(array("dL_dy", List.of(2), 1).of(model).names())
        .containsOnly(Map.entry("dL/dy", "dL_dy"));
    assertThat(array("dL/dy", List.of(2), 1).problems(model))
        .containsExactly("dL/dy is given twice, once as dL/dy");
  }
}
