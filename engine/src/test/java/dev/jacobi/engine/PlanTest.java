package dev.jacobi.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.jacobi.Jacobi;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PlanTest {
  private static String plan(String model, Outputs outputs, Sizes sizes) {
    return Engine.plan(Jacobi.read("m", model), outputs, sizes).text(8);
  }

  @Test
  void aTransposeIsNotMade() {
    assertThat(
            plan(
                "X in R[m, n], t in R[m], w in R[n]\nC = ||X w - t||^2 / 2",
                Outputs.of("C").gradients("w"),
                Sizes.of("m", 60, "n", 20)))
        .contains("gemv 60 x 20 x 1", "dC/dw")
        .doesNotContain("X'[");
  }

  @Test
  void threeMatricesOnAVectorAreThreeMatrixVectorProducts() {
    String text =
        plan(
            "A in R[k, m], B in R[m, n], C in R[n, q], d in R[n], y in R[q]\nz = A B (d .* (C y))",
            Outputs.of("z"),
            Sizes.of("k", 30, "m", 31, "n", 32, "q", 33));
    assertThat(text)
        .contains("gemv 32 x 33", "gemv 31 x 32", "gemv 30 x 31")
        .doesNotContain("gemm");
  }

  @Test
  void aProductAndItsTransposeAreComputedOnce() {
    String text =
        plan(
            "X in R[N, n], T in R[N, K], W1 in R[n, a], W2 in R[a, K]\n"
                + "C = ||relu(X W1) W2 - T||_F^2",
            Outputs.of("C").gradients("W1", "W2"),
            Sizes.of("N", 33, "n", 40, "a", 29, "K", 7));
    assertThat(text.split("gemm ")).hasSize(6); // X W1, A W2, and three of the gradients
  }

  @Test
  void aSymmetricResultIsComputedByOneTriangle() {
    assertThat(
            plan(
                "X in R[m, n], w in R[n]\np = sigmoid(X w)\nC = sum(log(p))",
                Outputs.derivativesOf("C").hessian("w"),
                Sizes.of("m", 30, "n", 20)))
        .contains("one triangle 20 x 30 x 20");
  }

  /// The gradient is no array of its own then.
  @Test
  void aStepDownIsPartOfTheProductThatIsTheGradient() {
    String text =
        plan(
            "X in R[m, n], T in R[m, k], W in R[n, k], rate in R\nC = ||X W - T||^2",
            Outputs.derivativesOf("C").descend("rate", "W"),
            Sizes.of("m", 9, "n", 70, "k", 40));
    assertThat(text).contains("W += 2 rate X' ").doesNotContain("dC/dW");
  }

  @Test
  void aBracketThatSeparatesIsNotAnArrayOfItsOwn() {
    assertThat(
            plan(
                "x in R[m, n]\ny = layernorm(x)\nL(y) in R",
                Outputs.derivativesOf("L").jacobian("L", "x"),
                Sizes.of("m", 64, "n", 512)))
        .doesNotContain("512 x 512");
  }

  @Test
  void anInverseThatOnlyMeetsVectorsIsASystemToSolveAndItsDeterminantHasTheSameFactors() {
    String text =
        plan(
            "S in psd[n], x in R[n]\nC = x' inv(S) x + logdet(S)",
            Outputs.of("C").gradients("x"),
            Sizes.of("n", 12));
    assertThat(text).contains("= lu(S)", "= solve(", "= logdet(").doesNotContain("= inv(");
    assertThat(text.split("= lu\\(")).hasSize(2);
  }

  @Test
  void softmaxAndItsLogarithmSubtractTheLargest() {
    var model =
        Jacobi.read("m", "z in R[n], t in onehot[n]\np = softmax(z)\nC = -sum(t .* log(p))");
    Compiled c = Engine.create().compile(model, Outputs.of("C").gradients("z"), Sizes.of("n", 3));
    Tensors in = c.inputs().put("z", 1000.0, 0.0, -1000.0).put("t", 0.0, 0.0, 1.0);
    Tensors out = c.run(in);
    assertThat(out.get("C").at(0)).isEqualTo(2000);
    assertThat(out.doubles("dC/dz")).containsExactly(1, 0, -1);
  }

  @Test
  void logarithmsOfSigmoidsDoNotRoundToZeroFirst() {
    var model =
        Jacobi.read(
            "m", "z in R, t in {0,1}\np = sigmoid(z)\nC = -(t log(p) + (1 - t) log(1 - p))");
    Compiled c = Engine.create().compile(model, Outputs.of("C").gradients("z"), Sizes.of());
    Tensors in = c.inputs().put("z", 800.0).put("t", 0.0);
    assertThat(c.run(in).get("C").at(0)).isEqualTo(800);
    assertThat(c.run(in.put("z", -800.0).put("t", 1.0)).get("C").at(0)).isEqualTo(800);
  }

  @Test
  void aNormOfLargeNumbersDoesNotOverflow() {
    var model = Jacobi.read("m", "x in R[n]\nr = ||x||");
    Compiled c = Engine.create().compile(model, Outputs.of("r").gradients("x"), Sizes.of("n", 2));
    Tensors out = c.run(c.inputs().put("x", 3e200, 4e200));
    assertThat(out.get("r").at(0) / 5e200).isCloseTo(1, within(1e-15));
    assertThat(out.doubles("dr/dx")).containsExactly(new double[] {0.6, 0.8}, within(1e-15));
  }

  @Test
  void exponentialsOfOneProductAreOneExponential() {
    var model = Jacobi.read("m", "x, m in R[n]\ns = sum(exp(x - m))");
    Compiled c = Engine.create().compile(model, Outputs.of("s"), Sizes.of("n", 2));
    Tensors in = c.inputs().put("x", 1000.0, 999.0).put("m", 1000.0, 1000.0);
    assertThat(c.run(in).get("s").at(0)).isEqualTo(1 + Math.exp(-1));
  }

  @Test
  void theFirstArrayThatIsNotFiniteIsNamed() {
    var model = Jacobi.read("m", "x in R+[n]\na = x + 1\nb = log(a)\nC = sum(b .* b)");
    Compiled c = Engine.tracing().compile(model, Outputs.of("C").gradients("x"), Sizes.of("n", 3));
    c.run(c.inputs().put("x", 2.0, -1.5, 3.0), c.results());
    var bad = c.firstNotFinite().orElseThrow();
    assertThat(bad.name()).isEqualTo("b");
    assertThat(bad.place()).isEqualTo(1);
    assertThat(bad.given()).isFalse();
    c.run(c.inputs().put("x", 2.0, Double.NaN, 3.0), c.results());
    assertThat(c.firstNotFinite().orElseThrow().name()).isEqualTo("x");
    c.run(c.inputs().put("x", 2.0, 3.0, 4.0), c.results());
    assertThat(c.firstNotFinite()).isEmpty();
  }

  @Test
  void temporariesThatAreNotNeededTogetherShareAnArray() {
    String net = "x in R[n]\ny1 = tanh(x)\ny2 = sin(y1)\ny3 = cos(y2)\ny4 = exp(y3)\nC = sum(y4)";
    Compiled c =
        Engine.create().compile(Jacobi.read("m", net), Outputs.of("C"), Sizes.of("n", 2000));
    long temporaries = c.program().buffers().stream().filter(b -> b.size == 2000).count() - 1;
    assertThat(temporaries).isLessThanOrEqualTo(2);
  }

  @Test
  void whatDoesNotFitIsRefusedBeforeItIsAllocated() {
    var model = Jacobi.read("m", "x in R[n]\nA = x x'\nB = A A\nC = sum(B)");
    assertThatThrownBy(() -> Engine.create().compile(model, Outputs.of("B"), Sizes.of("n", 46_000)))
        .isInstanceOf(EngineException.class)
        .hasMessageMatching("(?s).*(GB|array can hold).*");
  }

  @Test
  void whatIsWeightedByZeroDoesNotCount() {
    var model =
        Jacobi.read(
            "m",
            "p, q, t in R[n]\nH = -sum(p .* log(p))\nC = ce(q, t)\nK = kl(q, t)\n"
                + "D = sum(p .* (log(q) - log(p)))\n");
    Outputs all = Outputs.of("H").and("C").and("K").and("D");
    for (Precision precision : Precision.values())
      for (int n : new int[] {2, 40}) {
        Compiled c = Engine.create().compile(model, all, Sizes.of("n", n), precision);
        Tensors in = c.inputs();
        for (String name : in.names()) in.get(name).set(1, 1);
        Tensors out = c.run(in);
        for (String name : out.names()) assertThat(out.get(name).at(0)).as(name).isZero();
        in.get("p").set(0, Double.NaN);
        assertThat(c.run(in).get("H").at(0)).isNaN();
      }
  }

  @Test
  void theGreatestOfComputedNumbersHasSlopeOneThoughTheyAreNotNamed() {
    String text =
        "x in R[n], A in R[m, n]\n"
            + "C = min(elu(x + 1))\nr[i] = max[j] exp(A[i,j]) tanh(A[i,j] + 2)\nk = argmax(exp(A))\n";
    var model = Jacobi.read("m", text);
    Outputs all = Outputs.of("C").gradients("x").jacobian("r", "A").and("k");
    for (int n : new int[] {2, 13, 40})
      for (Precision precision : Precision.values()) {
        Compiled c = Engine.create().compile(model, all, Sizes.of("n", n, "m", 7), precision);
        Tensors in = c.inputs();
        var random = new Random(n);
        for (String name : in.names())
          for (int q = 0; q < in.get(name).size(); q++)
            in.get(name).set(q, random.nextGaussian() - 1);
        Tensors out = c.run(in);
        assertThat(Arrays.stream(out.get("dC/dx").toDoubles()).filter(g -> g != 0)).hasSize(1);
        assertThat(Arrays.stream(out.get("dr/dA").toDoubles()).filter(g -> g != 0)).hasSize(7);
        assertThat(Arrays.stream(out.get("k").toDoubles()).filter(g -> g != 0)).hasSize(7);
      }
  }

  @Test
  void theOtherBranchDoesNotCountHoweverLargeItIs() {
    var model =
        Jacobi.read(
            "m",
            "x in R[n]\ny = elu(x)\nz = where(x > 0, x, exp(x).^2)\nC = sum(elu(x)) + sum(z)\n");
    Outputs all = Outputs.of("y").and("z").and("C").gradients("x");
    for (Precision precision : Precision.values())
      for (int n : new int[] {2, 40}) {
        Compiled c = Engine.create().compile(model, all, Sizes.of("n", n), precision);
        Tensors in = c.inputs();
        for (double x : new double[] {17.25, 50, 1000}) {
          for (int q = 0; q < n; q++) in.get("x").set(q, x);
          Tensors out = c.run(in);
          assertThat(out.get("y").at(0)).isEqualTo(x);
          assertThat(out.get("z").at(1)).isEqualTo(x);
          assertThat(out.get("dC/dx").at(1)).isEqualTo(2);
        }
        in.get("x").set(0, Double.NaN);
        assertThat(c.run(in).get("y").at(0)).isNaN();
      }
  }

  @Test
  void aChainOfManyMatricesIsMultipliedTwoByTwo() {
    var declared = new StringBuilder("x in R[n]");
    var product = new StringBuilder("y = ");
    for (int q = 1; q <= 15; q++) {
      declared.append(", A").append(q).append(" in R[n, n]");
      product.append("A").append(q).append(' ');
    }
    String text = plan(declared + "\n" + product + "x\n", Outputs.of("y"), Sizes.of("n", 40));
    assertThat(text.split("gemv 40 x 40")).hasSize(16);
  }

  @Test
  void solvingAgreesWithTheInverseOnBothSides() {
    String text =
        "S in inv[n], x in R[n], B in R[n, k]\n"
            + "u = inv(S) x\nv = inv(S)' x\nU = inv(S) B\nV = (x' inv(S))'\nW = inv(S)";
    var model = Jacobi.read("m", text);
    var sizes = Sizes.of("n", 13, "k", 4);
    Engine engine = Engine.create();
    Outputs some = Outputs.of("u").and("v").and("U").and("V");
    Compiled solved = engine.compile(model, some, sizes);
    Compiled inverse = engine.compile(model, some.and("W"), sizes);
    assertThat(solved.program().text(8)).contains("solve(");
    var random = new Random(5);
    Tensors in = solved.inputs();
    Tensors same = inverse.inputs();
    for (String name : in.names()) {
      double[] x = in.doubles(name);
      for (int q = 0; q < x.length; q++) x[q] = random.nextGaussian();
      same.put(name, x);
    }
    Tensors a = solved.run(in);
    Tensors b = inverse.run(same);
    for (String name : a.names())
      assertThat(Oracle.relative(a.doubles(name), b.doubles(name))).as(name).isLessThan(1e-9);
  }
}
