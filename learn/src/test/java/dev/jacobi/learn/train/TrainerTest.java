package dev.jacobi.learn.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.jacobi.Jacobi;
import dev.jacobi.engine.Sizes;
import dev.jacobi.engine.Tensor;
import dev.jacobi.learn.LearnException;
import dev.jacobi.learn.data.Dataset;
import dev.jacobi.learn.data.Stored;
import dev.jacobi.learn.optimise.Choice;
import dev.jacobi.learn.optimise.Optimiser;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrainerTest {
  private static final Settings SETTINGS = Settings.standard().batch(16).epochs(30).rate(0.01);

  @ParameterizedTest
  @EnumSource
  void everyOptimiserLearns(Optimiser o) {
    double rate = o == Optimiser.SGD || o == Optimiser.ADAGRAD ? 0.3 : 0.02;
    var trainer = Lines.trainer(SETTINGS.choice(Choice.of(o)).rate(rate));
    assertThat(trainer.run(Progress.SILENT)).isEqualTo(Trainer.Ending.DONE);
    assertThat(trainer.state().history()).hasSize(30);
    assertThat(trainer.state().history().getLast().accuracy()).isGreaterThan(0.9);
  }

  @Test
  void theSameSeedGivesTheSameBits() {
    var first = Lines.trainer(SETTINGS);
    var second = Lines.trainer(SETTINGS);
    var other = Lines.trainer(SETTINGS.seed(1));
    for (var t : List.of(first, second, other)) t.run(Progress.SILENT);
    assertThat(bits(first)).isEqualTo(bits(second)).isNotEqualTo(bits(other));
  }

  private static List<Double> bits(Trainer t) {
    return t.state().weights().values().stream()
        .flatMap(w -> java.util.Arrays.stream(w.toDoubles()).boxed())
        .toList();
  }

  @Test
  void theLastSmallerBatchIsTakenOrDropped() {
    assertThat(Lines.trainer(SETTINGS).perEpoch()).isEqualTo(7); // 100 = 6 · 16 + 4
    var dropping = Lines.trainer(SETTINGS.droppingLast(true));
    assertThat(dropping.perEpoch()).isEqualTo(6);
    dropping.run(Progress.SILENT);
    assertThat(dropping.state().step()).isEqualTo(180);
    assertThatThrownBy(() -> Lines.trainer(SETTINGS.batch(101).droppingLast(true)))
        .isInstanceOf(LearnException.class)
        .hasMessageContaining("none is whole");
  }

  @Test
  void theLossOfAnEpochIsTheMeanOverItsExamples() {
    // without steps to speak of, the running loss is that of the whole
    var trainer = Lines.trainer(SETTINGS.choice(Choice.of(Optimiser.SGD)).rate(1e-12).epochs(1));
    trainer.run(Progress.SILENT);
    double whole = trainer.evaluation(Lines.data()).of(Lines.data().all()).loss();
    assertThat(trainer.state().history().getFirst().loss()).isCloseTo(whole, within(1e-6));
  }

  @Test
  void itEndsEarlyWhenValidationGetsNoBetter() {
    var s = SETTINGS.epochs(500).patience(3).rate(0.3);
    var trainer = Lines.trainer(s).validate(Lines.data(), new int[] {0, 1, 2, 3, 4});
    assertThat(trainer.run(Progress.SILENT)).isEqualTo(Trainer.Ending.EARLY);
    var state = trainer.state();
    assertThat(state.epoch()).isEqualTo(state.bestEpoch() + 3);
    var best = state.history().get(state.bestEpoch() - 1).validationLoss();
    assertThat(state.history()).allMatch(e -> e.validationLoss() >= best);
  }

  @Test
  void whoeverStopsItGetsAWholeStep() {
    var trainer = Lines.trainer(SETTINGS);
    var ending =
        trainer.run(
            new Progress() {
              @Override
              public boolean isStopped() {
                return trainer.state().step() >= 10;
              }
            });
    assertThat(ending).isEqualTo(Trainer.Ending.STOPPED);
    assertThat(trainer.state().step()).isEqualTo(10);
    assertThat(trainer.state().place()).isEqualTo(3);
  }

  @ParameterizedTest
  @EnumSource(names = {"SGD", "ADAM"})
  void aLossThatOverflowsIsBlamedOnADefinition(Optimiser o) {
    var s = SETTINGS.choice(Choice.of(o)).rate(1e38);
    assertThatThrownBy(() -> Lines.trainer(s).run(Progress.SILENT))
        .isInstanceOf(NotFinite.class)
        .hasMessageMatching(
            "step \\d+: the loss C is no finite number: .*first made so is (a part of )?\\w+,.*");
  }

  @ParameterizedTest
  @EnumSource(names = {"SGD", "ADAM"})
  void notANumberInTheDataIsFoundByItsExample(Optimiser o) {
    double[] x = new double[2 * Lines.EXAMPLES];
    Lines.data().column("x").gather(Lines.data().all(), 0, Lines.EXAMPLES, x, 0);
    x[2 * 70 + 1] = Double.NaN;
    Dataset data = Lines.data().with(Stored.of("x", x, 2));
    var s = SETTINGS.choice(Choice.of(o));
    assertThatThrownBy(
            () -> Lines.trainer(s, data, new State(Lines.initial(), s)).run(Progress.SILENT))
        .isInstanceOf(NotFinite.class)
        .hasMessageContaining("in the data, example 71 has x[2] = NaN");
  }

  @Test
  void aSumOverABatchIsToldByExample() {
    var model =
        Jacobi.read(
            "sum.jacobi",
            """
            x in R[N, 2],  y in onehot[N, 2]
            W1 in R[2, 8],  b1 in R[8]
            W2 in R[8, 2],  b2 in R[2]
            z = tanh(x W1 + b1) W2 + b2
            p = softmax(z)
            C = -sum(y .* log(p))
            """);
    var task = Lines.task(model);
    assertThat(task.total()).isEqualTo(Task.Total.SUM);
    assertThat(task.batch()).isEqualTo("N");
    assertThat(task.prediction()).contains("p");
    var s = SETTINGS.choice(Choice.of(Optimiser.SGD));
    var initial =
        Initial.of(
            model, Lines.OVER, Sizes.of(), 0, java.util.Optional.empty(), java.util.Map.of());
    var data = Lines.data();
    var trainer = Trainer.of(task, s, data, data.all(), Sizes.of(), new State(initial, s));
    trainer.run(Progress.SILENT);
    assertThat(trainer.state().history().getFirst().loss()).isBetween(0.3, 1.0);
    assertThat(trainer.state().history().getLast().accuracy()).isGreaterThan(0.9);
  }

  @Test
  void parametersStartByWhatTheyDo() {
    var model =
        Jacobi.read(
            "start.jacobi",
            """
            x in R[n],  y in R[a]
            W in R[a, n],  b, g, beta in R[a],  s in R+
            c = W x + b
            d[i] = g[i] c[i] + beta[i]
            C = ||d - y||^2 / s
            """);
    var initial =
        Initial.of(
            model,
            List.of("W", "b", "g", "beta"),
            Sizes.of("n", 600, "a", 200),
            0,
            java.util.Optional.of(new Initial.Rule.He()),
            java.util.Map.of());
    assertThat(initial.get("b").toDoubles()).containsOnly(0);
    assertThat(initial.get("g").toDoubles()).containsOnly(1);
    assertThat(initial.get("beta").toDoubles()).containsOnly(0);
    Tensor w = initial.get("W");
    double squares = 0;
    for (double v : w.toDoubles()) squares += v * v;
    assertThat(Math.sqrt(squares / w.size())).isCloseTo(Math.sqrt(2.0 / 600), within(1e-3));
  }
}
