package dev.jacobi.print.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.FunctionTable;
import org.junit.jupiter.api.Test;

class FunctionTableTest {
  @Test
  void primitivesComeWithDerivativeAndRange() {
    assertThat(FunctionsText.text(FunctionTable.rows(), true, Paint.PLAIN))
        .containsPattern("tanh\\(x\\) +1 - y\\^2 +\\(-1, 1\\) +\\(0, 1] +R\n")
        .containsPattern("max\\(x, z\\) +1\\[x > z], +1\\[z >= x]");
  }

  @Test
  void compositesComeWithDefinitionAndDerivative() {
    assertThat(FunctionsText.text(FunctionTable.rows(), true, Paint.PLAIN))
        .contains("silu(u) = u sigmoid(u)\n  derivative  ")
        .contains("softmax(x)[i] = exp(x[i]) / sum[k] exp(x[k])\n");
  }

  @Test
  void everyFunctionOfNumbersHasADerivative() {
    assertThat(FunctionTable.rows())
        .filteredOn(r -> r.group().equals("each entry"))
        .allSatisfy(r -> assertThat(r.derivatives()).as(r.name()).isNotEmpty());
  }

  @Test
  void markdownIsATable() {
    assertThat(FunctionsText.markdown(FunctionTable.rows()))
        .contains("| `tanh(x)` | $1 - y^2$ | (-1, 1) |");
  }
}
