package dev.jacobi.learn.network;

import static dev.jacobi.learn.network.Module.activation;
import static dev.jacobi.learn.network.Module.batchNorm;
import static dev.jacobi.learn.network.Module.linear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.jacobi.engine.Precision;
import dev.jacobi.engine.Sizes;
import dev.jacobi.learn.data.Dataset;
import dev.jacobi.learn.optimise.Choice;
import dev.jacobi.learn.optimise.Optimiser;
import dev.jacobi.learn.train.Checkpoints;
import dev.jacobi.learn.train.Epoch;
import dev.jacobi.learn.train.Progress;
import dev.jacobi.learn.train.Settings;
import dev.jacobi.learn.train.State;
import dev.jacobi.learn.train.Trainer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Batch norm goes by the means of a batch in training, and by running means of those outside it.
class BatchNormTest {
  private static final Settings DOUBLE =
      Settings.standard().precision(Precision.DOUBLE).choice(Choice.of(Optimiser.SGD)).rate(0.1);

  @Test
  void batchNormIsJudgedByRunningMeans() {
    var net = Network.of(2, Loss.CE_LOGITS, batchNorm(), linear(2));
    var d = NetworkTest.data(Loss.CE_LOGITS);
    var trainer = net.fit(d, Settings.standard().epochs(30));
    var evaluation = trainer.evaluation(d);
    // one by one or together: what is said of an example does not rest on the others
    double sum = 0;
    for (int e : d.all()) sum += evaluation.of(new int[] {e}).loss();
    assertThat(sum / d.size()).isCloseTo(evaluation.of(d.all()).loss(), within(1e-4));
  }

  private static double loss(Trainer trainer, Dataset d) {
    return trainer.evaluation(d).of(d.all()).loss();
  }

  @Test
  void theBestWeightsKeepTheirRunningMeans() {
    var net = Network.of(2, Loss.CE_LOGITS, batchNorm(), linear(8), batchNorm(), linear(2));
    var all = NetworkTest.data(Loss.CE_LOGITS);
    var some = new Dataset("some", 40, all.columns());
    var s = Settings.standard().epochs(200).patience(3).rate(0.3).seed(4);
    var trainer = net.fit(all, some, s, Progress.SILENT);
    var state = trainer.state();
    assertThat(state.epoch()).isEqualTo(state.bestEpoch() + 3).isLessThan(200);
    double best = state.history().get(state.bestEpoch() - 1).validationLoss();
    assertThat(loss(trainer, some)).isEqualTo(best);
  }

  @Test
  void aCheckpointHoldsTheRunningMeansOfTheBestWeights(@TempDir Path folder) {
    var net = Network.of(2, Loss.CE_LOGITS, batchNorm(), linear(2));
    var d = NetworkTest.data(Loss.CE_LOGITS);
    var s = Settings.standard().epochs(20).patience(5).rate(0.3).seed(4);
    var whole = net.fit(d, d, s, Progress.SILENT);
    var checkpoints = new Checkpoints(folder, Map.of());
    var begun =
        net.fit(
            d,
            d,
            s,
            new Progress() {
              private int epochs;

              @Override
              public void finished(Epoch e) {
                epochs = e.number();
              }

              @Override
              public void save(State state, boolean epochEnds) {
                if (epochEnds && state.epoch() == 6) checkpoints.save(state);
              }

              @Override
              public boolean isStopped() {
                return epochs == 6;
              }
            });
    assertThat(begun.state().epoch()).isEqualTo(6);
    var state = new State(net.initial(s.seed()), s);
    var resumed = Trainer.of(net.task(), s, d, d.all(), Sizes.of(), state);
    checkpoints.load(state);
    resumed.validate(d, d.all()).run(Progress.SILENT);
    state.takeBest();
    assertThat(loss(resumed, d)).isEqualTo(loss(whole, d));
  }

  @Test
  void theStepsOneByOneAreThoseOfFitWithBatchNormToo() {
    var net = Network.of(2, Loss.CE_LOGITS, linear(4), batchNorm(), activation("tanh"), linear(2));
    var d = NetworkTest.data(Loss.CE_LOGITS);
    var s = DOUBLE.batch(d.size()).epochs(5);
    var trainer = net.fit(d, s);
    double[] x = new double[2 * d.size()];
    double[] y = new double[2 * d.size()];
    d.column("x").gather(d.all(), 0, d.size(), x, 0);
    d.column("y").gather(d.all(), 0, d.size(), y, 0);
    var learner = net.learner(d.size(), s);
    for (int step = 0; step < 5; step++) {
      learner.forward(x);
      learner.loss(y);
      learner.zeroGradients();
      learner.backward();
      learner.update();
    }
    trainer
        .state()
        .weights()
        .forEach((name, t) ->
            assertThat(learner.parameter(name).toDoubles())
                .containsExactly(t.toDoubles(), within(1e-12)));
    var last = learner.predict(x);
    assertThat(ce(last, y)).isCloseTo(loss(trainer, d), within(1e-9));
    assertThat(learner.predict(x)).as("nothing is drawn or follows").isEqualTo(last);
  }

  /// The mean cross entropy of the inputs of a softmax of two.
  private static double ce(double[] z, double[] y) {
    double sum = 0;
    for (int q = 0; q < z.length; q += 2) {
      double e = Math.exp(z[q]) + Math.exp(z[q + 1]);
      sum += Math.log(e) - y[q] * z[q] - y[q + 1] * z[q + 1];
    }
    return sum / (z.length / 2.0);
  }
}
