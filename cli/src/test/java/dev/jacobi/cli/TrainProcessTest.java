package dev.jacobi.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.engine.data.Npz;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Training in a process of its own, which is interrupted or killed.
@DisabledOnOs(OS.WINDOWS) // which has no such signals
class TrainProcessTest {
  private static final Pattern STOPPED = Pattern.compile("stopped after step (\\d+)");
  private static final int STEPS = 45; // of an epoch
  private static final int MOST = 100_000; // epochs: without end

  @TempDir Path folder;
  private Process process;

  @AfterEach
  void end() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  private List<String> line(int epochs, Path out) {
    String model = Path.of("..", "examples", "digits.jacobi").toString();
    List<String> line = new ArrayList<>(List.of("train", model, "--data", "digits"));
    line.addAll(List.of("--epochs", String.valueOf(epochs), "--threads", "1", "--ascii"));
    line.addAll(List.of("--out", out.toString()));
    return line;
  }

  /// Starts, and waits until some epochs are done.
  private void start(Path out, int epochs, String... more) throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> all = new ArrayList<>(List.of(java));
    // The last bit is that of the machine, with vectors or without: the same here as there.
    if (ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent())
      all.addAll(List.of("--add-modules", "jdk.incubator.vector"));
    all.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.jacobi.cli.Main"));
    all.addAll(line(MOST, out));
    all.addAll(List.of(more));
    process =
        new ProcessBuilder(all)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(errors())
            .start();
    Path metrics = out.resolve("metrics.csv");
    while (!Files.exists(metrics) || Files.readAllLines(metrics).size() < 1 + epochs) {
      assertThat(process.isAlive()).as("it ended: " + said()).isTrue();
      Thread.sleep(20);
    }
  }

  private File errors() {
    return folder.resolve("errors").toFile();
  }

  private String said() throws IOException {
    return Files.readString(errors().toPath(), UTF_8);
  }

  private void signal(String name) throws Exception {
    String pid = String.valueOf(process.pid());
    assertThat(new ProcessBuilder("kill", "-s", name, pid).start().waitFor()).isZero();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
  }

  private static List<List<Double>> weights(Path out) throws IOException {
    return Npz.read(out.resolve("weights.npz")).values().stream()
        .map(t -> Arrays.stream(t.toDoubles()).boxed().toList())
        .toList();
  }

  private static Run run(List<String> line, String... more) {
    List<String> all = new ArrayList<>(line);
    all.addAll(List.of(more));
    return Run.of(all.toArray(String[]::new));
  }

  private void isResumedToTheSameBits(Path out, int epochs) throws IOException {
    var resumed = run(line(epochs, out), "--resume");
    assertThat(resumed.err()).contains("going on from");
    assertThat(resumed.exit()).isEqualTo(Exit.OK);
    Path whole = folder.resolve("whole");
    run(line(epochs, whole));
    assertThat(weights(out)).isEqualTo(weights(whole));
  }

  @Test
  void anInterruptEndsTheStepSavesAndIsResumed() throws Exception {
    Path out = folder.resolve("run");
    start(out, 2);
    var second = run(line(1, out));
    assertThat(second.exit()).isEqualTo(Exit.BAD_INPUT);
    assertThat(second.err())
        .contains("process " + process.pid() + " trains in this folder: wait until it ends");
    signal("TERM"); // as Ctrl-C, which is deaf where a shell started all this in the background
    assertThat(process.exitValue()).isEqualTo(128 + 15);
    var m = STOPPED.matcher(said());
    assertThat(m.find()).as(said()).isTrue();
    isResumedToTheSameBits(out, Integer.parseInt(m.group(1)) / STEPS + 2);
  }

  @Test
  void theLockOfAProcessThatWasKilledHindersNobody() throws Exception {
    Path out = folder.resolve("run");
    start(out, 2, "--checkpoint-every", "10");
    signal("KILL");
    int done = Files.readAllLines(out.resolve("metrics.csv")).size() - 1;
    isResumedToTheSameBits(out, done + 2);
    try (var left = Files.list(out.resolve("checkpoints"))) {
      assertThat(left).allMatch(f -> f.getFileName().toString().endsWith(".checkpoint"));
    }
  }
}
