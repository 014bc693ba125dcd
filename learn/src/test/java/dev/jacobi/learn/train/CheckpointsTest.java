package dev.jacobi.learn.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jacobi.learn.LearnException;
import dev.jacobi.learn.optimise.Choice;
import dev.jacobi.learn.optimise.Optimiser;
import dev.jacobi.learn.optimise.RateSchedule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CheckpointsTest {
  private static final Map<String, String> ABOUT = Map.of("--batch", "16");

  @TempDir Path folder;

  private static Settings settings(Optimiser o) {
    return Settings.standard()
        .batch(16)
        .epochs(3)
        .choice(Choice.of(o))
        .rate(0.01)
        .schedule(new RateSchedule.Cosine())
        .patience(50);
  }

  /// Stops after so many steps in all.
  private static Progress until(Trainer t, long step) {
    return new Progress() {
      @Override
      public boolean isStopped() {
        return t.state().step() >= step;
      }
    };
  }

  private static Trainer trainer(Settings s) {
    return Lines.trainer(s).validate(Lines.data(), new int[] {0, 1, 2, 3, 4, 5, 6});
  }

  private static List<Object> all(State s) {
    List<Object> all = new ArrayList<>();
    s.arrays().forEach(t -> Arrays.stream(t.toDoubles()).forEach(all::add));
    for (Epoch e : s.history())
      all.addAll(List.of(e.loss(), e.accuracy(), e.validationLoss(), e.rate(), e.step()));
    return all;
  }

  @ParameterizedTest
  @EnumSource(names = {"SGD", "ADAM"})
  void goingOnFromAnyStepGivesTheSameBits(Optimiser o) {
    var s = settings(o);
    var whole = trainer(s);
    whole.run(Progress.SILENT);
    for (int k = 1; k < whole.state().step(); k++) {
      var checkpoints = new Checkpoints(folder.resolve("at" + k), ABOUT);
      var begun = trainer(s);
      begun.run(until(begun, k));
      checkpoints.save(begun.state());
      var resumed = trainer(s);
      assertThat(checkpoints.load(resumed.state()).damaged()).isEmpty();
      resumed.run(Progress.SILENT);
      assertThat(all(resumed.state())).as("from step " + k).isEqualTo(all(whole.state()));
    }
  }

  private Checkpoints saved() {
    var checkpoints = new Checkpoints(folder, ABOUT);
    var trainer = trainer(settings(Optimiser.ADAM));
    for (int step = 3; step < 10; step++) {
      trainer.run(until(trainer, step));
      checkpoints.save(trainer.state());
    }
    return checkpoints;
  }

  private List<Path> files() throws IOException {
    try (var all = Files.list(folder)) {
      return all.sorted().toList();
    }
  }

  @Test
  void theLastTwoAreKept() throws IOException {
    saved();
    assertThat(files())
        .extracting(f -> f.getFileName().toString())
        .containsExactly("0000000008.checkpoint", "0000000009.checkpoint");
  }

  @Test
  void aCheckpointCutOffAnywhereIsPassedOver() throws IOException {
    var checkpoints = saved();
    byte[] bytes = Files.readAllBytes(files().getLast());
    for (int length = 0; length < bytes.length; length += bytes.length / 37) {
      Files.write(folder.resolve("0000000009.checkpoint"), Arrays.copyOf(bytes, length));
      var state = trainer(settings(Optimiser.ADAM)).state();
      var found = checkpoints.load(state);
      assertThat(found.file()).hasFileName("0000000008.checkpoint");
      assertThat(found.damaged()).hasSize(1).first().asString().contains("cut off");
      assertThat(state.step()).isEqualTo(8);
    }
  }

  @Test
  void aCheckpointWithAnyByteChangedIsPassedOver() throws IOException {
    var checkpoints = saved();
    byte[] bytes = Files.readAllBytes(files().getLast());
    for (int at = 0; at < bytes.length; at += bytes.length / 41) {
      byte[] damaged = bytes.clone();
      damaged[at] ^= 4;
      Files.write(folder.resolve("0000000009.checkpoint"), damaged);
      var found = checkpoints.load(trainer(settings(Optimiser.ADAM)).state());
      assertThat(found.file()).hasFileName("0000000008.checkpoint");
    }
  }

  @Test
  void whereNoneIsGoodThatIsSaidOfEach() throws IOException {
    var checkpoints = saved();
    for (Path f : files()) Files.write(f, new byte[] {1, 2, 3});
    assertThatThrownBy(() -> checkpoints.load(trainer(settings(Optimiser.ADAM)).state()))
        .isInstanceOf(LearnException.class)
        .hasMessageContainingAll("no checkpoint to go on from", "0000000008", "0000000009");
  }

  @Test
  void aRunBegunOtherwiseIsNotGoneOnWith() {
    saved();
    var other = new Checkpoints(folder, Map.of("--batch", "32"));
    assertThatThrownBy(() -> other.load(trainer(settings(Optimiser.ADAM)).state()))
        .hasMessageContaining("--batch: it was 16, and is 32 now");
  }

  @Test
  void whereNothingCanBeWrittenTheReasonIsSaid() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "in the way");
    var checkpoints = new Checkpoints(file, ABOUT);
    assertThatThrownBy(() -> checkpoints.save(trainer(settings(Optimiser.SGD)).state()))
        .isInstanceOf(LearnException.class)
        .hasMessageContaining("the state cannot be saved");
  }
}
