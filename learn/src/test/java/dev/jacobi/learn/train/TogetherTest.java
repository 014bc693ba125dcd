package dev.jacobi.learn.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.jacobi.Jacobi;
import dev.jacobi.engine.Engine;
import dev.jacobi.engine.Outputs;
import dev.jacobi.engine.Precision;
import dev.jacobi.engine.Sizes;
import dev.jacobi.engine.Tensor;
import dev.jacobi.learn.LearnException;
import dev.jacobi.learn.data.Dataset;
import dev.jacobi.learn.data.Roles;
import dev.jacobi.learn.data.Stored;
import dev.jacobi.learn.optimise.Choice;
import dev.jacobi.learn.optimise.Optimiser;
import dev.jacobi.learn.optimise.RateSchedule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TogetherTest {
  private static final Settings SETTINGS =
      Settings.standard().batch(16).epochs(4).rate(0.01).precision(Precision.DOUBLE);

  /// Parts in this process, one after another.
  private record Here(List<Part> members) implements Crew {
    static Here of(Task task, Settings s, int parts, int every) {
      var engine = Engine.create();
      List<Part> all = new ArrayList<>();
      for (int p = 0; p < parts; p++) all.add(Part.of(engine, job(task, s, every)));
      return new Here(all);
    }

    @Override
    public int parts() {
      return members.size();
    }

    @Override
    public List<Part.Answer> answers(List<Part.Work> work) {
      List<Part.Answer> all = new ArrayList<>();
      for (int p = 0; p < work.size(); p++) all.add(members.get(p).answer(work.get(p)));
      return all;
    }
  }

  private static Job job(Task task, Settings s, int every) {
    var data = Lines.data();
    List<Integer> all = Arrays.stream(data.all()).boxed().toList();
    return new Job(task, s, Sizes.of(), Lines.initial(), data, all, every);
  }

  private static Trainer together(Task task, Settings s, int parts, int every) {
    var state = new State(Lines.initial(), s);
    return Trainer.together(job(task, s, every), state, Here.of(task, s, parts, every));
  }

  private static List<Double> bits(Trainer t) {
    return t.state().weights().values().stream()
        .flatMap(w -> Arrays.stream(w.toDoubles()).boxed())
        .toList();
  }

  private static void requireClose(List<Double> now, List<Double> then) {
    assertThat(now).hasSameSizeAs(then);
    for (int q = 0; q < now.size(); q++)
      assertThat(now.get(q)).isCloseTo(then.get(q), within(1e-10));
  }

  @ParameterizedTest
  @EnumSource
  void sharesOfEachBatchAddUpToTheStepsOfOneMachine(Optimiser o) {
    var s = SETTINGS.optimiser(o);
    var alone = Lines.trainer(s);
    var three = together(Lines.task(), s, 3, 0);
    for (var t : List.of(alone, three))
      assertThat(t.run(Progress.SILENT)).isEqualTo(Trainer.Ending.DONE);
    requireClose(bits(three), bits(alone));
    for (int e = 0; e < s.epochs(); e++) {
      var then = alone.state().history().get(e);
      var now = three.state().history().get(e);
      assertThat(now.loss()).isCloseTo(then.loss(), within(1e-10));
      assertThat(now.accuracy()).isEqualTo(then.accuracy());
      assertThat(now.step()).isEqualTo(then.step());
    }
  }

  @Test
  void sumsClippingDecayAndScheduleAreSharedOutToo() {
    var model = Lines.model();
    var over = Lines.OVER;
    var roles = Roles.of(model, Outputs.of("C").inputs(model), over);
    var task = Task.of(model, "C", over, roles, Task.Total.SUM);
    var s =
        SETTINGS
            .choice(Choice.parse("momentum").withDecay(0.01).withClip(0.5))
            .schedule(RateSchedule.parse("cosine"));
    var alone =
        Trainer.of(
            task, s, Lines.data(), Lines.data().all(), Sizes.of(), new State(Lines.initial(), s));
    var two = together(task, s, 2, 0);
    alone.run(Progress.SILENT);
    two.run(Progress.SILENT);
    requireClose(bits(two), bits(alone));
  }

  @ParameterizedTest
  @EnumSource(names = {"SGD", "ADAM"})
  void onePartThatWalksIsOneMachine(Optimiser o) {
    var s = SETTINGS.optimiser(o);
    var alone = Lines.trainer(s);
    var one = together(Lines.task(), s, 1, 3);
    alone.run(Progress.SILENT);
    one.run(Progress.SILENT);
    assertThat(bits(one)).isEqualTo(bits(alone));
    assertThat(one.state().step()).isEqualTo(alone.state().step());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void averagesOfSeveralLearnTheSame(int every) {
    var s = SETTINGS.epochs(40).rate(0.05);
    var three = together(Lines.task(), s, 3, every);
    three.run(Progress.SILENT);
    assertThat(three.state().history().getLast().accuracy()).isGreaterThan(0.9);
    assertThat(three.state().history()).hasSize(40);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2})
  void aRunThatIsGoneOnWithHasTheSameBits(int every) {
    var whole = together(Lines.task(), SETTINGS, 2, every);
    whole.run(Progress.SILENT);
    var first = together(Lines.task(), SETTINGS, 2, every);
    first.run(
        new Progress() {
          @Override
          public boolean isStopped() {
            return first.state().step() >= 5;
          }
        });
    // other members, who know nothing of what was before
    var crew = Here.of(Lines.task(), SETTINGS, 2, every);
    var second = Trainer.together(job(Lines.task(), SETTINGS, every), first.state(), crew);
    second.run(Progress.SILENT);
    assertThat(bits(second)).isEqualTo(bits(whole));
  }

  @Test
  void anAnswerIsTheSameWhoeverGivesIt() {
    var once = together(Lines.task(), SETTINGS, 2, 2);
    once.run(Progress.SILENT);
    // each piece of work is done twice, by members that change places, and the second answer counts
    var here = Here.of(Lines.task(), SETTINGS, 2, 2);
    var twice =
        new Crew() {
          @Override
          public int parts() {
            return 2;
          }

          @Override
          public List<Part.Answer> answers(List<Part.Work> work) {
            here.answers(work);
            return new Here(here.members().reversed()).answers(work);
          }
        };
    var state = new State(Lines.initial(), SETTINGS);
    var again = Trainer.together(job(Lines.task(), SETTINGS, 2), state, twice);
    again.run(Progress.SILENT);
    assertThat(bits(again)).isEqualTo(bits(once));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2})
  void aLossThatIsNoNumberEndsItBeforeTheParametersAreLost(int every) {
    var s = SETTINGS.optimiser(Optimiser.MOMENTUM).rate(1e308);
    var t = together(Lines.task(), s, 2, every);
    assertThatThrownBy(() -> t.run(Progress.SILENT))
        .isInstanceOf(NotFinite.class)
        .hasMessageContaining("the loss C is no finite number");
  }

  @Test
  void aCostOfBatchesThatDoesNotAddUpIsRefused() {
    var model =
        Jacobi.read(
            "lengths.jacobi",
            """
            X in R[N, 2],  y in R[N]
            w in R[2]
            C = ||X w - y||
            """);
    var over = List.of("w");
    var roles = Roles.of(model, Outputs.of("C").inputs(model), over);
    var task = Task.of(model, "C", over, roles, Task.Total.MEAN);
    var data =
        new Dataset(
            "points", 4, List.of(Stored.of("X", new double[8], 2), Stored.of("y", new double[4])));
    var w = Map.of("w", Tensor.zeros(Precision.DOUBLE, 2));
    var job = new Job(task, SETTINGS, Sizes.of(), w, data, List.of(0, 1, 2, 3), 0);
    var state = new State(w, SETTINGS);
    assertThatThrownBy(() -> Trainer.together(job, state, new Here(List.of())))
        .isInstanceOf(LearnException.class)
        .hasMessageContaining("neither the sum nor the mean");
  }
}
