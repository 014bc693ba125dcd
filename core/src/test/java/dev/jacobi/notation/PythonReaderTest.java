package dev.jacobi.notation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.notation.PythonLine.Assignment;
import dev.jacobi.notation.PythonLine.Block;
import dev.jacobi.notation.PythonLine.Function;
import dev.jacobi.notation.PythonLine.Given;
import dev.jacobi.notation.PythonLine.Return;
import dev.jacobi.notation.PythonLine.Saved;
import dev.jacobi.notation.PythonLine.Unread;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PythonReaderTest {
  /// Lines in short, formulas in Jacobi's own text.
  private static List<String> read(String code) {
    List<String> all = new ArrayList<>();
    for (PythonLine line : PythonReader.read(code)) {
      assertThat(line.from()).isBetween(0, line.to());
      assertThat(line.to()).isLessThanOrEqualTo(code.length());
      all.add(
          switch (line) {
            case Assignment a -> a.target() + " = " + text(a.value());
            case Given g -> String.join(", ", g.names()) + " of " + g.source();
            case Saved s -> "saved " + texts(s.values());
            case Function f -> f.name() + "(" + String.join(", ", f.parameters()) + ")";
            case Return r -> "return " + texts(r.values());
            case Block b -> b.keyword();
            case Unread u -> u.problem().message();
          });
    }
    return all;
  }

  private static String text(Syntax formula) {
    return TextSpelling.PLAIN.spell(formula);
  }

  private static String texts(List<Syntax> formulas) {
    return String.join(", ", formulas.stream().map(PythonReaderTest::text).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "X.T @ (p - y) / n ~ (X' (p - y)) ./ n",
        "a * b @ c ~ (a .* b) c",
        "-x**2 ~ -x.^2",
        "x**-y**2 ~ x.^(-y.^2)",
        "1 / (1 + np.exp(-z)) ~ 1 ./ (1 + exp(-z))",
        "np.sum(x, axis=0) ~ colsum(x)",
        "np.sum(x, axis=1, keepdims=True) ~ rowsum(x)",
        "x.sum(0) ~ colsum(x)",
        "x.sum(dim=-1) ~ rowsum(x)",
        "torch.sum(x) ~ sum(x)",
        "x.mean(axis=(0,)) ~ colmean(x)",
        "torch.tanh(z) ~ tanh(z)",
        "F.relu(z) ~ relu(z)",
        "torch.nn.functional.softmax(z, dim=1) ~ softmax(z)",
        "F.softmax(z, dim=0) ~ softmax(z')'",
        "np.maximum(z, 0) ~ max(z, 0)",
        "z.clamp(min=0) ~ max(z, 0)",
        "np.where(z > 0, a, b) ~ where(1[z > 0], a, b)",
        "(z > 0) * d ~ 1[z > 0] .* d",
        "d * (z > 0).astype(float) ~ d .* 1[z > 0]",
        "np.outer(a, b) ~ outer(a, b)",
        "np.dot(A, B) ~ A B",
        "A.dot(B.T) ~ A B'",
        "x.t() ~ x'",
        "x.transpose(0, 1) ~ x'",
        "np.diag(s) ~ diag(s)",
        "np.linalg.inv(A) ~ inv(A)",
        "np.linalg.det(A) ~ det(A)",
        "np.linalg.norm(A)**2 ~ ||A||.^2",
        "np.eye(n) - A ~ I(n) - A",
        "np.ones((m, n)) ~ ones(m, n)",
        "x[:, None] * w[None, :] ~ x w'",
        "w[np.newaxis, :] * x[:, np.newaxis] ~ x w'",
        "X + b[None, :] ~ X + b'",
        "d / x.shape[0] ~ d ./ size(x, 1)",
        "d / len(x) ~ d ./ size(x, 1)",
        "W[i, j] * x[0] ~ W[i,j] .* x[1]",
        "X[:, j] ~ X[:,j]",
        "sigmoid(z) * (1 - self.sigmoid(z)) ~ sigmoid(z) .* (1 - sigmoid(z))",
        "cache['a1'] + self.b ~ a1 + b",
        "grads['W1'] * W.grad ~ dW1 .* dW",
        "2. * x + .5 + 1_000 ~ 2 .* x + 0.5 + 1000",
      })
  void anExpressionMeansWhatNumpyMeans(String python, String jacobi) {
    assertThat(read("t = " + python)).containsExactly("t = " + jacobi);
  }

  @Test
  void aBackwardPassIsReadLineByLine() {
    assertThat(
            read(
                """
                import numpy as np

                def backward(X, y, W1, *, rate=0.1):
                    \"""Gradients; dW = 0 in here is no line.\"""
                    p, cache = forward(X, W1)   # dW = 1
                    d = (p -
                         y) / n
                    dW1 = X.T @ \\
                        d
                    dW1 += rate * W1
                    d[p <= 0] = 0
                    print("done", dW1)
                    return dW1, None
                """))
        .containsExactly(
            "backward(X, y, W1, rate)",
            "p, cache of forward",
            "d = (p - y) ./ n",
            "dW1 = X' d",
            "dW1 = dW1 + rate .* W1",
            "d = where(1[p <= 0], 0, d)",
            "return dW1, None");
  }

  @Test
  void aFunctionOfPytorchIsRead() {
    assertThat(
            read(
                """
                class Square(torch.autograd.Function):
                    @staticmethod
                    def forward(ctx, x: torch.Tensor) -> torch.Tensor:
                        ctx.save_for_backward(x)
                        return x ** 2

                    @staticmethod
                    def backward(ctx, g):
                        x, = ctx.saved_tensors
                        return 2 * x * g
                """))
        .containsExactly(
            "class",
            "forward(x)",
            "saved x",
            "return x.^2",
            "backward(g)",
            "x of saved_tensors",
            "return 2 .* x .* g");
  }

  @Test
  void tuplesAndChainsAreSeveralAssignments() {
    assertThat(read("a, b = x, 2 * y; c = d = z"))
        .containsExactly("a = x", "b = 2 .* y", "d = z", "c = z");
  }

  @Test
  void aDictionaryIsAnAssignmentForEachEntry() {
    assertThat(read("grads = {'W1': dW1, \"b1\": d.sum(0),}"))
        .containsExactly("dW1 = dW1", "db1 = colsum(d)");
    assertThat(read("cache = {'z': z}; grads = {}")).containsExactly("z = z");
    assertThat(read("def backward(x):\n  return {'W': x}"))
        .containsExactly("backward(x)", "dW = x");
    assertThat(read("t = {1: x}")).containsExactly("a key that is no text is not read");
    assertThat(read("t = {x}")).containsExactly("expected `:`, found `}`");
  }

  @Test
  void theSizesOfAnArrayAreUnpacked() {
    assertThat(read("N, D = x.shape")).containsExactly("N = size(x, 1)", "D = size(x, 2)");
  }

  @Test
  void entriesAreAssignedUnderAMask() {
    assertThat(read("m = z > 0; d[m] = 1; d[~m] = 0"))
        .containsExactly("m = 1[z > 0]", "d = where(m, 1, d)", "d = where(1 - m, 0, d)");
  }

  @Test
  void loopsAreMarkedAndTheirBodiesRead() {
    assertThat(read("for i in range(3): w = w - d\nif a:\n  w = d"))
        .containsExactly("for", "w = w - d", "if", "w = d");
  }

  @Test
  void whatIsNotUnderstoodIsSaidWithItsToken() {
    PythonLine line = PythonReader.read("a = 1\nd = x % 2").get(1);
    assertThat(line).isInstanceOf(Unread.class);
    Problem problem = ((Unread) line).problem();
    assertThat(problem.place()).isEqualTo(new Place(2, 7, 1));
    assertThat(problem.message()).contains("`%`");
    assertThat(read("d = np.fft(x)")).containsExactly("the function `fft` is not read");
    assertThat(read("d = z.max(1)")).containsExactly("`max` along an axis is not read");
    assertThat(read("d = np.exp(x, where=m)")).containsExactly("the option `where` is not read");
    assertThat(read("d[i, j] = 1")).containsExactly("an assignment to entries is not read");
    assertThat(read("f = lambda u: u")).hasSize(1).first().asString().contains("`lambda`");
    assertThat(read("d = x if c else y")).first().asString().contains("`if`");
  }

  @Test
  void placesCountFromTheStartOfTheCode() {
    PythonLine line = PythonReader.read("\n  dW = x @ y\n").get(0);
    assertThat(line.place()).isEqualTo(new Place(2, 3, 10));
    assertThat(line.from()).isEqualTo(3);
    assertThat(line.to()).isEqualTo(13);
  }

  @Test
  void depthAndLengthAreBounded() {
    assertThat(read("a = " + "(".repeat(100_000))).containsExactly("this line is too long");
    assertThat(read("a = " + "(".repeat(1000))).containsExactly("nested too deeply");
    assertThat(read("a = x" + " + x".repeat(900))).hasSize(1);
  }

  @Test
  void aForgottenBracketDoesNotHideTheNextFunction() {
    assertThat(read("d = (x\ndef f(y):\n  return y")).hasSize(3).contains("f(y)", "return y");
  }

  @Test
  void timeGrowsWithTheLengthAlone() {
    for (String unit : List.of("a = b; ", "a = b\n", "(", "'", "\"\"\"", "x ", "\\\n", "x[")) {
      long start = System.nanoTime();
      PythonReader.read(unit.repeat((1 << 18) / unit.length()));
      assertThat(System.nanoTime() - start).as(unit).isLessThan(3_000_000_000L);
    }
  }

  private static final List<String> TOKENS =
      List.of(
          "x", "=", " ", "\n", "(", ")", "[", "]", "{", "}", ".", "T", "np.", "sum", ",", ":", "+",
          "-", "*", "**", "@", "/", "1", "1.", "'", "\"\"\"", "\\\n", "\\", "def f", "return ",
          "if ", "None", "axis=", "lambda ", "+=", "#", ";", "é", "$", "for ", "self.", "class ",
          "0x1f");

  @Test
  void noCodeMakesTheReaderStumble() {
    long seed = Long.getLong("jacobi.seed", 20250102L);
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder code = new StringBuilder();
      for (int k = random.nextInt(20); k >= 0; k--) {
        code.append(TOKENS.get(random.nextInt(TOKENS.size())));
      }
      try {
        read(code.toString());
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError("-Djacobi.seed=" + seed + ": " + code, e);
      }
    }
  }
}
