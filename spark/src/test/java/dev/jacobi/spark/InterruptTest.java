package dev.jacobi.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Ctrl-C while Spark computes: Spark is told of it at the same moment as Jacobi. Sent as SIGTERM,
/// since the other is ignored where a shell started all this in the background.
@DisabledOnOs(OS.WINDOWS) // which has no such signal
class InterruptTest {
  @TempDir Path folder;

  private static List<String> java() {
    List<String> all = new ArrayList<>();
    all.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    all.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    all.removeIf(a -> a.startsWith("-agentlib") || a.startsWith("-javaagent"));
    all.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.jacobi.spark.Main"));
    return all;
  }

  @Test
  void anInterruptSavesTheStateAndSaysSo() throws Exception {
    Path out = folder.resolve("run");
    Path errors = folder.resolve("errors");
    List<String> line = java();
    String model = Path.of("..", "examples", "digits.jacobi").toString();
    line.addAll(List.of("train", model, "--data", "digits", "--spark", "local[2]"));
    line.addAll(List.of("--epochs", "100000", "--batch", "256", "--out", out.toString()));
    var process =
        new ProcessBuilder(line)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(errors.toFile())
            .start();
    try {
      Path metrics = out.resolve("metrics.csv");
      while (!Files.exists(metrics) || Files.readAllLines(metrics).size() < 2) {
        assertThat(process.isAlive()).as(Files.readString(errors)).isTrue();
        Thread.sleep(20);
      }
      String pid = String.valueOf(process.pid());
      assertThat(new ProcessBuilder("kill", "-s", "TERM", pid).start().waitFor()).isZero();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isIn(130, 128 + 15); // ours, or that of the signal
      String said = Files.readString(errors);
      assertThat(said)
          .containsPattern("jacobi: stopped after step \\d+; --resume goes on from here")
          .doesNotContain("Exception", "\tat ");
      try (var saved = Files.list(out.resolve("checkpoints"))) {
        assertThat(saved).isNotEmpty();
      }
    } finally {
      process.destroyForcibly().waitFor();
    }
  }
}
