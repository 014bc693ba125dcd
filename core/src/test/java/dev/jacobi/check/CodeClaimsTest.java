package dev.jacobi.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.Checking;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeClaimsTest {
  /// A batch of rows through a ReLU layer, a softmax and cross entropy.
  private static final String BATCH =
      """
      X  in R[N, D]
      T  in simplex[N, K]
      W1 in R[D, H],  b1 in R[H]
      W2 in R[H, K],  b2 in R[K]
      Z1 = X W1 + b1
      A1 = relu(Z1)
      Z2 = A1 W2 + b2
      Y  = softmax(Z2)
      C  = -sum(T .* log(Y))
      """;

  /// One example, a column.
  private static final String COLUMN =
      """
      x in R[n],  y in R[K]
      W in R[K, n],  b in R[K]
      z = W x + b
      a = sigmoid(z)
      J = 1/2 ||a - y||^2
      """;

  /// A layer of which nothing is known above it.
  private static final String LAYER =
      """
      x in R[N, D]
      W in R[D, K],  b in R[K]
      z = x W + b
      a = tanh(z)
      """;

  private static List<Relation> relations(String file, String key, String text) {
    Checked checked = Checking.check(file, text, Optional.of(key));
    assertThat(checked.errors()).isEmpty();
    return checked.relations();
  }

  /// Line, verdict, and the mistake's code.
  private static String said(Relation r) {
    String code = r.diagnosis().map(c -> " " + c.word()).orElse("");
    return r.place().line() + " " + r.verdict().word() + code;
  }

  private static List<String> judged(String key, String text) {
    return relations("a.py", key, text).stream()
        .filter(r -> r.verdict() != Verdict.DEFINITION)
        .map(CodeClaimsTest::said)
        .toList();
  }

  private static void isRight(String key, String text) {
    for (Relation r : relations("a.py", key, text))
      assertThat(r.verdict().isTrue() || r.verdict() == Verdict.DEFINITION)
          .as(said(r) + ": " + r.written() + " " + r.message() + r.reason().orElse(""))
          .isTrue();
  }

  @Test
  void aRightForwardAndBackwardHaveNothingWrong() {
    String code =
        """
        import numpy as np

        rng = np.random.default_rng(0)
        X = rng.normal(size=(5, 3))

        def relu_slope(z):
            return (z > 0).astype(float)

        def forward(X, W1, b1, W2, b2):
            Z1 = X @ W1 + b1
            A1 = np.maximum(Z1, 0)
            Z2 = A1 @ W2 + b2
            Y = np.exp(Z2) / np.exp(Z2).sum(axis=1, keepdims=True)
            return Y, (Z1, A1)

        def backward(X, T, Y, cache):
            Z1, A1 = cache
            N = X.shape[0]
            d = Y - T
            dW2 = A1.T @ d
            db2 = np.sum(d, axis=0, keepdims=True)
            d = (d @ W2.T) * relu_slope(Z1)
            dW1 = np.zeros_like(W1)
            dW1 += X.T @ d
            db1 = np.ones(N) @ d
            dX = d @ W1.T
            W1 -= 0.1 * dW1
            return {"W1": dW1, "b1": d.sum(0), "W2": dW2, "b2": db2}
        """;
    isRight(BATCH, code);
    assertThat(judged(BATCH, code)).hasSize(10);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "dZ2 = T - Y ~ refuted sign",
        "dZ1 = (Y - T) @ W2.T ~ refuted chain",
        "dW2 = (Y - T).T @ A1 ~ malformed transpose",
        "dA1 = (Y - T) @ W2 ~ malformed transpose",
        "db2 = Y - T ~ malformed sum",
        "dW2 = A1.T @ (Y - T) / X.shape[0] ~ refuted factor",
        "db2 = (Y - T).mean(axis=0) ~ refuted factor",
        "dW2 = (Y - T) @ A1.T ~ malformed order",
        "dZ1 = dA1 @ (Z1 > 0) ~ malformed hadamard",
        "Z1 = X @ W1 ~ refuted term",
        "A1 = np.maximum(Z2, 0) ~ malformed shape",
        "dX = np.fft.fft(X) ~ unread",
      })
  void aWrongLineIsFoundWithItsMistake(String line, String verdict) {
    assertThat(judged(BATCH, "import numpy as np\n" + line)).containsExactly("2 " + verdict);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {"dW1", "dC_dW1", "dCdW1", "grad_W1", "gradW1", "W1_grad", "dL_dW1", "dw1", "d_W1"})
  void aDerivativeOfTheCostHasManyNames(String name) {
    assertThat(judged(BATCH, name + " = X.T @ dZ1")).containsExactly("1 proved");
    assertThat(judged(BATCH, name + " = -X.T @ dZ1")).containsExactly("1 refuted sign");
  }

  @Test
  void aVectorOfNumpyLiesDownOrStandsAsItFits() {
    isRight(
        COLUMN,
        """
        z = W @ x + b
        a = 1 / (1 + np.exp(-z))
        dz = (a - y) * a * (1 - a)
        dW = np.outer(dz, x)
        dW = dz[:, None] * x[None, :]
        dx = dz @ W
        dx = W.T @ dz
        db = dz
        J = 0.5 * (a - y) @ (a - y)
        """);
  }

  @Test
  void aFunctionOfPytorchReturnsTheDerivativesByItsInputs() {
    String code =
        """
        class Layer(torch.autograd.Function):
            @staticmethod
            def forward(ctx, x, W, b):
                a = torch.tanh(x @ W + b)
                ctx.save_for_backward(x, W, a)
                return a

            @staticmethod
            def backward(ctx, grad_output):
                x, W, out = ctx.saved_tensors
                dz = grad_output * (1 - out ** 2)
                return dz @ W.t(), x.t() @ dz, dz.sum(0)
        """;
    assertThat(judged(LAYER, code))
        .containsExactly("4 proved", "11 proved", "12 proved", "12 proved", "12 proved");
    String swapped = code.replace("dz @ W.t(), x.t() @ dz", "x.t() @ dz, dz @ W.t()");
    assertThat(judged(LAYER, swapped)).filteredOn(r -> r.startsWith("12 malformed")).hasSize(2);
    String unsummed = code.replace("dz.sum(0)", "dz");
    assertThat(judged(LAYER, unsummed)).contains("12 malformed sum");
    String flat = code.replace(" * (1 - out ** 2)", "");
    assertThat(judged(LAYER, flat)).contains("11 refuted chain");
    String none = code.replace("dz @ W.t(), ", "None, ");
    assertThat(judged(LAYER, none)).hasSize(4).allMatch(r -> r.endsWith("proved"));
  }

  @Test
  void whatAFunctionReturnsStandsWhereItStands() {
    List<Relation> all =
        relations(
            "a.py",
            LAYER,
            """
            class F(torch.autograd.Function):
                def forward(ctx, x, W, b):
                    return torch.tanh(x @ W + b)
                def backward(ctx, g):
                    return None, g, None
            """);
    Relation r = all.getLast();
    assertThat(r.written()).isEqualTo("g");
    assertThat(r.place()).isEqualTo(new dev.jacobi.notation.Place(5, 22, 1));
    assertThat(r.section()).isEqualTo("backward");
  }

  @Test
  void aLineThatALaterOneGoesOnFromIsNotJudgedAlone() {
    isRight(
        BATCH,
        """
        dZ1 = (Y - T) @ W2.T
        dZ1[Z1 <= 0] = 0
        keep = Z1 > 0
        dA1 = (Y - T) @ W2.T
        dZ1 = dA1.copy()
        dZ1[~keep] = 0
        """);
    assertThat(judged(BATCH, "dZ1 = (Y - T) @ W2.T\ndZ1[Z2 <= 0] = 0"))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("2 malformed");
  }

  @Test
  void aSumInALoopIsUnreadAndNotWrong() {
    assertThat(
            judged(
                BATCH,
                """
                dW2 = np.zeros_like(W2)
                for i in range(N):
                    dW2 += np.outer(A1[i], Y[i] - T[i])
                for epoch in range(10):
                    dZ2 = Y - T
                """))
        .containsExactly("3 unread", "5 proved");
  }

  @Test
  void whatRestsOnAnUnreadLineIsUnread() {
    List<Relation> all = relations("a.py", BATCH, "d = np.fft(Y)\ndW2 = A1.T @ d");
    assertThat(all).hasSize(1);
    assertThat(said(all.get(0))).isEqualTo("2 unread");
    assertThat(all.get(0).reason().orElseThrow()).contains("`d` of line 1").contains("`fft`");
  }

  @Test
  void blocksOfADocumentAreJudgedAtTheirLines() {
    String text =
        """
        # Backward

        ```python
        dZ2 = Y - T
        dW2 = A1.T @ dZ2
        dW1 = dZ1.T @ X
        ```

        ```jacobi
        dC/dW2 = A1' (Y - T)
        dC/dW2 = A1' (T - Y)
        ```

        ```
        dZ1 = (Y - T) @ W2.T * (A1 > 0)
        ```

        ```
        dC/dZ2 = T - Y
        ```

        ```
        pip install numpy
        ```
        """;
    assertThat(relations("a.md", BATCH, text).stream().map(CodeClaimsTest::said))
        .containsExactly(
            "4 proved",
            "5 proved",
            "6 malformed transpose",
            "10 proved",
            "11 refuted sign",
            "15 agrees",
            "19 refuted sign");
  }

  @Test
  void aModelInABlockIsTheKeyOfItsDocument() {
    String text =
        """
        # Least squares

        ```jacobi
        x in R[n],  y in R[K]
        W in R[K, n]
        z = W x
        J = 1/2 ||z - y||^2
        dJ/dW = (z - y) x'
        ```

        $$\\frac{\\partial J}{\\partial W} = (y - z) x^\\top$$

        ```python
        dW = np.outer(z - y, x)
        ```
        """;
    Checked checked = Checking.check("a.md", text, Optional.empty());
    assertThat(checked.relations().stream().map(CodeClaimsTest::said))
        .containsExactly("8 proved", "11 refuted sign", "14 proved");
    assertThat(relations("a.md", COLUMN, text).stream().map(CodeClaimsTest::said))
        .anyMatch(r -> r.startsWith("6 refuted"));
  }

  @Test
  void whatAPlainFunctionIsGivenIsKnownWhereTheCostIsOpen() {
    String code =
        """
        def layer_backward(dout, cache):
            x, W, a = cache
            dz = dout * (1 - a**2)
            dW = x.T @ dz
            dx = dz @ W
            return dx, dW
        """;
    assertThat(judged(LAYER, code))
        .containsExactly("3 proved", "4 proved", "5 malformed transpose");
    assertThat(judged(BATCH, "def backward(dout):\n    dZ2 = dout")).containsExactly("2 unread");
  }

  private static final List<String> TOKENS =
      List.of(
          "dW1",
          "dZ1",
          "X",
          "T",
          "Y",
          "A1",
          "W2",
          "d",
          " = ",
          "\n",
          "(",
          ")",
          "[",
          "]",
          "{",
          "}",
          ".T",
          " @ ",
          " * ",
          " + ",
          "-",
          "np.sum",
          "np.exp(",
          ", axis=0)",
          ",",
          "'W1': ",
          ":",
          "1",
          "0.5",
          "**2",
          "def backward(dout):\n    ",
          "def f(d): return ",
          "f(",
          "return ",
          "class F:\n  def forward(ctx, X):\n    ",
          "  def backward(ctx, g):\n    ",
          "+=",
          " > 0",
          "for i in X:\n    ",
          "X.shape",
          "len(X)",
          "#",
          "~",
          ";",
          "None",
          "if X:\n    ");

  @Test
  void noCodeMakesTheCheckerStumble() {
    long seed = Long.getLong("jacobi.seed", 20260417L);
    var random = new java.util.Random(seed);
    for (int i = 0; i < 400; i++) {
      var code = new StringBuilder();
      for (int k = random.nextInt(30); k >= 0; k--)
        code.append(TOKENS.get(random.nextInt(TOKENS.size())));
      try {
        relations("a.py", BATCH, code.toString());
      } catch (RuntimeException | AssertionError | StackOverflowError e) {
        throw new AssertionError("-Djacobi.seed=" + seed + ":\n" + code, e);
      }
    }
  }
}
