package dev.jacobi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.expr.Expr;
import dev.jacobi.notation.Parser;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// One formula has one key, in whatever order its sums are written.
class CanonicalFormTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "tanh((sum[k] B[i,k] u[k]) * (sum[k] B[j,k] u[k]))",
        "sinh((sum[l] B[j,l]) * (sum[l] B[1,l]) + q[i])",
        "delta[j,k] + x[k] y[j] tanh(delta[i,j] x[i])",
        "b^(delta[j,k] q[k] + delta[j,i])",
        "min(c[k], delta[j,k] p[j] q[i])",
        "tanh(delta[i,j] delta[j,k] x[j] + y[i])",
        "exp(delta[i,j] (x[i] + A[j,k])) * tanh(delta[j,k] y[k])",
        "exp(delta[i,j] / 2) (3 x[k] + 3 A[k,j] - A[k,i]) tanh(x[k])",
        "exp(tanh(A[k,j] - x[i] - y[k])) tanh(y[k] + q[i])",
      })
  void theOrderOfSumsDoesNotShow(String formula) {
    Model model = Jacobi.read("trees", TreeSource.MODEL);
    Set<Expr> keys = new LinkedHashSet<>();
    for (List<String> order : orders(List.of("i", "j", "k"))) {
      String text = formula;
      for (String letter : order.reversed()) text = "sum[%s=1..n] (%s)".formatted(letter, text);
      keys.add(model.read().formulas().entry(Parser.formula(text), List.of(), List.of()).entry());
    }
    assertThat(keys).hasSize(1);
  }

  /// The hashes of `exp(u)` and `exp(-u)` are equal where u is over a sum, whose sign may rest on
  /// names.
  @Test
  void theOrderOfTermsDoesNotShow() {
    Model model = Jacobi.read("trees", TreeSource.MODEL);
    Set<Expr> keys = new LinkedHashSet<>();
    for (String text :
        List.of(
            "exp(exp(x[i]) / sum[k] exp(x[k])) + exp(-exp(x[i]) / sum[k] exp(x[k]))",
            "exp(-exp(x[i]) / sum[k] exp(x[k])) + exp(exp(x[i]) / sum[k] exp(x[k]))"))
      for (String sum : List.of("sum[i] (%s)", "sum[i] sin(p[i] + %s)"))
        keys.add(
            model
                .read()
                .formulas()
                .entry(Parser.formula(sum.formatted(text)), List.of(), List.of())
                .entry());
    assertThat(keys).hasSize(2);
  }

  private static List<List<String>> orders(List<String> letters) {
    if (letters.isEmpty()) return List.of(List.of());
    List<List<String>> all = new ArrayList<>();
    for (String first : letters) {
      List<String> rest = new ArrayList<>(letters);
      rest.remove(first);
      for (List<String> order : orders(rest)) {
        List<String> whole = new ArrayList<>(List.of(first));
        whole.addAll(order);
        all.add(whole);
      }
    }
    return all;
  }
}
