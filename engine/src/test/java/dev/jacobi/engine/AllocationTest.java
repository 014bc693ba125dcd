package dev.jacobi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.Jacobi;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// A run allocates nothing, needs nothing native, and gives the same bits each time.
class AllocationTest {
  private static Compiled tiny(Precision p) {
    var model =
        Jacobi.read(
            "tiny",
            """
            x in R[2], t in R
            W1 in R[4, 2], b1 in R[4], w in R[4], b in R
            C = (w' tanh(W1 x + b1) + b - t)^2
            """);
    return Engine.create()
        .compile(model, Outputs.of("C").gradients("W1", "b1", "w", "b"), Sizes.of(), p);
  }

  private static Compiled twoLayers(Precision p) {
    var model =
        Jacobi.read(
            "two",
            """
            x in R[n], t in R[K]
            W1 in R[a, n], b1 in R[a], W2 in R[K, a], b2 in R[K]
            C = ||W2 sigmoid(W1 x + b1) + b2 - t||^2
            """);
    var sizes = Sizes.of("n", 10, "a", 20, "K", 5);
    return Engine.create()
        .compile(model, Outputs.of("C").gradients("W1", "b1", "W2", "b2"), sizes, p);
  }

  private static Compiled batch(Precision p) {
    var model =
        Jacobi.read(
            "batch",
            """
            X in R[N, n], T in R[N, K]
            W1 in R[n, a], b1 in R[a], W2 in R[a, K]
            S in psd[K]
            C = ||(relu(X W1 + b1) W2 - T) inv(S)||_F^2 / N
            """);
    var sizes = Sizes.of("N", 32, "n", 64, "a", 32, "K", 16);
    return Engine.create().compile(model, Outputs.of("C").gradients("W1", "b1", "W2"), sizes, p);
  }

  /// No axis is a whole number of vectors.
  private static Compiled ragged(Precision p) {
    var model =
        Jacobi.read(
            "ragged",
            """
            X in R[N, n], T in R[N, K]
            W1 in R[n, a], b1 in R[a], W2 in R[a, K]
            Y = relu(X W1 + b1) W2
            C = ||Y - T||_F^2 / N - sum(T .* log_softmax(Y))
            """);
    var sizes = Sizes.of("N", 33, "n", 65, "a", 31, "K", 17);
    return Engine.create().compile(model, Outputs.of("C").gradients("W1", "b1", "W2"), sizes, p);
  }

  /// Products through tiles of every kind: some set what they give, some are added to it.
  private static Compiled descent(Precision p) {
    var model =
        Jacobi.read(
            "descent",
            """
            X in R[N, n], T in R[N, K]
            W1 in R[n, a], W2 in R[a, K], rate in R
            C = ||relu(X W1) W2 - T||_F^2 / N
            """);
    var sizes = Sizes.of("N", 72, "n", 200, "a", 128, "K", 40);
    return Engine.create().compile(model, Outputs.of("C").descend("rate", "W1", "W2"), sizes, p);
  }

  /// A symmetric product with weights, whose sums are made in several rounds.
  private static Compiled hessian(Precision p) {
    var model =
        Jacobi.read(
            "hessian",
            """
            X in R[m, n], w in R[n], t in R[m]
            C = -sum(t .* log(sigmoid(X w)) + (1 - t) .* log(1 - sigmoid(X w)))
            """);
    var sizes = Sizes.of("m", 1100, "n", 100);
    return Engine.create().compile(model, Outputs.derivativesOf("C").hessian("w"), sizes, p);
  }

  /// Sums over an axis of several blocks.
  private static Compiled sums(int n, Precision p) {
    var model =
        Jacobi.read("sums", "x in R[n], y in R[n]\nC = x' y / sum(x.^2) + logsumexp(y) - sum(x)\n");
    return Engine.create().compile(model, Outputs.of("C").gradients("x"), Sizes.of("n", n), p);
  }

  @Test
  void sumsOverLongAndShortAxesAllocateNothing() {
    for (Precision p : Precision.values())
      for (int n : new int[] {5000, 207, 3001, 1024})
        assertThat(allocated(sums(n, p))).as(n + " numbers " + p).isZero();
  }

  @Test
  void aStepOfDescentAndAHessianAllocateNothing() {
    for (Precision p : Precision.values()) {
      assertThat(allocated(descent(p))).as("a step of descent " + p).isZero();
      assertThat(allocated(hessian(p))).as("a Hessian " + p).isZero();
    }
  }

  @Test
  void aRunAllocatesNothing() {
    for (Precision p : Precision.values()) {
      assertThat(allocated(tiny(p))).as("tiny " + p).isZero();
      assertThat(allocated(batch(p))).as("a batch " + p).isZero();
      assertThat(allocated(ragged(p))).as("a ragged batch " + p).isZero();
    }
  }

  private static long allocated(Compiled c) {
    return Allocation.of(c, filled(c));
  }

  @Test
  void twoRunsAndACopyGiveTheSameBits() throws InterruptedException {
    for (Precision p : Precision.values()) {
      for (Compiled c : new Compiled[] {tiny(p), twoLayers(p), batch(p)}) {
        Tensors in = filled(c);
        Tensors first = c.run(in);
        Tensors second = c.run(in);
        Tensors other = c.copy().results();
        var thread = Thread.ofPlatform().start(() -> c.copy().run(in, other));
        thread.join();
        for (String name : first.names()) {
          double[] bits = first.get(name).toDoubles();
          assertThat(Arrays.equals(second.get(name).toDoubles(), bits)).isTrue();
          assertThat(Arrays.equals(other.get(name).toDoubles(), bits)).isTrue();
        }
      }
    }
  }

  /// Numbers in every input.
  private static Tensors filled(Compiled c) {
    var random = new Random(3);
    Tensors in = c.inputs();
    for (String n : in.names())
      for (int q = 0; q < in.get(n).size(); q++) in.get(n).set(q, random.nextDouble() - 0.5);
    return in;
  }
}
