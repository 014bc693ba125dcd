package dev.jacobi.learn.network;

import static dev.jacobi.learn.network.Module.activation;
import static dev.jacobi.learn.network.Module.batchNorm;
import static dev.jacobi.learn.network.Module.bias;
import static dev.jacobi.learn.network.Module.dropout;
import static dev.jacobi.learn.network.Module.layerNorm;
import static dev.jacobi.learn.network.Module.linear;
import static dev.jacobi.learn.network.Module.residual;
import static dev.jacobi.learn.network.Module.sequential;
import static dev.jacobi.learn.network.Module.softmax;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.jacobi.engine.Precision;
import dev.jacobi.learn.LearnException;
import dev.jacobi.learn.Random;
import dev.jacobi.learn.data.Dataset;
import dev.jacobi.learn.data.Stored;
import dev.jacobi.learn.optimise.Choice;
import dev.jacobi.learn.optimise.Optimiser;
import dev.jacobi.learn.train.Settings;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NetworkTest {
  private static final Settings DOUBLE =
      Settings.standard().precision(Precision.DOUBLE).choice(Choice.of(Optimiser.SGD)).rate(0.1);

  private static Network plain() {
    return Network.of(2, Loss.CE_LOGITS, linear(8), activation("tanh"), linear(2));
  }

  @Test
  void aNetworkIsATextInTheLanguage() {
    assertThat(plain().text())
        .isEqualTo(
            """
            x in R[2]
            W1 in R[8, 2]
            b1 in R[8]
            W2 in R[2, 8]
            b2 in R[2]
            y in onehot[2]

            s1 = W1 x + b1
            a1 = tanh(s1)
            s2 = W2 a1 + b2
            C = ce_logits(s2, y)

            derive C wrt W1, b1, W2, b2
            """);
  }

  @Test
  void itPrintsItsOwnDerivation() {
    assertThat(plain().derive())
        .contains("dC/dW2 = dC/ds2 a1'", "dC/ds1 = ", "(1 - a1.^2)", "worst relative error");
  }

  @Test
  void theSummaryCountsWhatIsLearned() {
    var net = Network.of(4, Loss.MSE, linear(3), layerNorm(), residual(linear(3), bias()));
    assertThat(net.summary())
        .isEqualTo(
            """
            input                      R[4]   0
            linear 3                   R[3]  15
            layer norm                 R[3]   6
            residual (linear 3, bias)  R[3]  15
            in all                           36
            """);
  }

  @Test
  void modulesThatDoNotFitAreRefused() {
    assertThatThrownBy(() -> Network.of(4, Loss.MSE, residual(linear(3))))
        .isInstanceOf(LearnException.class)
        .hasMessage("a residual goes from 4 numbers to as many, not to 3");
    assertThatThrownBy(() -> Network.of(4, Loss.MSE, activation("reluu")))
        .isInstanceOf(LearnException.class)
        .hasMessageContaining("did you mean `relu`?");
    assertThatThrownBy(() -> dropout(0)).hasMessageContaining("a part above 0");
  }

  /// Points by the side of a curve that they lie on, in the form that a loss wants.
  static Dataset data(Loss loss) {
    Random r = Random.of(1);
    double[] x = new double[400];
    double[] y = new double[400];
    for (int e = 0; e < 200; e++) {
      x[2 * e] = r.normal();
      x[2 * e + 1] = r.normal();
      int above = x[2 * e + 1] > x[2 * e] * x[2 * e] - 1 ? 1 : 0;
      y[2 * e + above] = 1;
      if (loss == Loss.HINGE) y[2 * e + 1 - above] = -1;
      if (loss == Loss.KL) {
        y[2 * e + above] = 0.9;
        y[2 * e + 1 - above] = 0.1;
      }
    }
    return new Dataset("points", 200, List.of(Stored.of("x", x, 2), Stored.of("y", y, 2)));
  }

  @ParameterizedTest
  @EnumSource
  void everyLossGoesDown(Loss loss) {
    List<Module> all = new ArrayList<>(List.of(linear(8), activation("tanh"), linear(2)));
    if (loss == Loss.BCE) all.add(activation("sigmoid"));
    if (loss == Loss.KL) all.add(softmax());
    var net = Network.of(2, loss, all.toArray(Module[]::new));
    var adam = Settings.standard().epochs(20).rate(0.02);
    var history = net.fit(data(loss), adam).state().history();
    assertThat(history.getLast().loss()).isLessThan(0.7 * history.getFirst().loss());
  }

  @Test
  void everyModuleTrains() {
    var net =
        Network.of(
            2,
            Loss.CE_LOGITS,
            linear(16),
            batchNorm(),
            activation("relu"),
            dropout(0.9),
            residual(sequential(linear(16), layerNorm(), activation("gelu"))),
            linear(2),
            bias());
    var trainer = net.fit(data(Loss.CE_LOGITS), Settings.standard().epochs(30).rate(0.01));
    var d = data(Loss.CE_LOGITS);
    assertThat(trainer.evaluation(d).of(d.all()).accuracy()).isGreaterThan(0.9);
  }

  // ---- the five steps

  private static final double[] X = {0.5, -1, 2, 0.25, -0.75, 1};
  private static final double[] Y = {1, 0, 0, 1, 0, 1};

  @Test
  void gradientsAddUpUntilTheyAreCleared() {
    var learner = plain().learner(3, DOUBLE);
    learner.forward(X);
    learner.loss(Y);
    learner.backward();
    double once = learner.gradient("W1").at(0);
    learner.backward();
    assertThat(learner.gradient("W1").at(0)).isCloseTo(2 * once, within(1e-15));
    learner.zeroGradients();
    assertThat(learner.gradient("W1").toDoubles()).containsOnly(0);
    learner.backward();
    assertThat(learner.gradient("W1").at(0)).isEqualTo(once);
    double before = learner.parameter("W1").at(0);
    learner.update();
    assertThat(learner.parameter("W1").at(0)).isCloseTo(before - 0.1 * once, within(1e-15));
  }

  @Test
  void aGradientIsTheSlopeOfTheLoss() {
    var learner = plain().learner(3, DOUBLE);
    learner.forward(X);
    learner.loss(Y);
    learner.backward();
    var w = learner.parameter("W2");
    double h = 1e-6;
    double at = w.at(3);
    w.set(3, at + h);
    learner.forward(X);
    double up = learner.loss(Y);
    w.set(3, at - h);
    learner.forward(X);
    double down = learner.loss(Y);
    assertThat(learner.gradient("W2").at(3)).isCloseTo((up - down) / (2 * h), within(1e-8));
  }

  @Test
  void theStepsInTheirOrderLearn() {
    var learner = plain().learner(3, DOUBLE.choice(Choice.of(Optimiser.ADAM)).rate(0.05));
    learner.forward(X);
    double first = learner.loss(Y);
    double last = first;
    for (int q = 0; q < 100; q++) {
      learner.forward(X);
      last = learner.loss(Y);
      learner.zeroGradients();
      learner.backward();
      learner.update();
    }
    assertThat(last).isLessThan(0.05 * first);
  }

  @Test
  void stepsOutOfOrderAreRefused() {
    var learner = plain().learner(3, DOUBLE);
    assertThatThrownBy(() -> learner.loss(Y)).hasMessage("call forward before loss");
    assertThatThrownBy(learner::backward).hasMessage("call loss before backward");
    assertThatThrownBy(() -> learner.forward(1, 2)).hasMessage("x has 6 numbers, not 2");
    assertThatThrownBy(() -> learner.gradient("W9")).hasMessageContaining("there are W1, b1");
  }
}
