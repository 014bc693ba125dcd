package dev.jacobi.web.desk;

import dev.jacobi.web.work.Frames;
import dev.jacobi.web.work.Worker;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// A process that computes one answer at a time. It can be ended at any moment, whatever it is
/// doing: that is what bounds the time and the memory of a computation.
final class WorkerProcess implements AutoCloseable {
  /// Exit status of a JVM that ran out of memory and was told to end then.
  private static final int OUT_OF_MEMORY = 3;

  /// Names the launcher's start-up cache, where there is one.
  private static final String START_UP_CACHE = "jacobi.aot";

  private final Process process;
  private final DataOutputStream to;
  private final DataInputStream from;

  WorkerProcess(int megabytes) throws IOException {
    process =
        new ProcessBuilder(command(megabytes))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    to = new DataOutputStream(process.getOutputStream());
    from = new DataInputStream(process.getInputStream());
  }

  private static List<String> command(int megabytes) {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> line = new ArrayList<>(List.of(java));
    line.addAll(List.of("-XX:+UseSerialGC", "-XX:-UsePerfData", "-XX:+ExitOnOutOfMemoryError"));
    // The quick compiler alone: a worker is warm within a second, and the other gains little here.
    line.add("-XX:TieredStopAtLevel=1");
    String cache = System.getProperty(START_UP_CACHE, "");
    if (!cache.isEmpty())
      line.addAll(List.of("-XX:AOTCache=" + cache, "-Xlog:aot=off", "-Xlog:cds=off"));
    line.addAll(List.of("-Xms64m", "-Xmx" + megabytes + "m", "-Dfile.encoding=UTF-8"));
    line.addAll(List.of("-cp", System.getProperty("java.class.path"), Worker.class.getName()));
    return line;
  }

  /// Asks; the answer comes later. It fails with an IOException when the process ends before.
  CompletableFuture<Frames.Answer> ask(byte[] question) {
    var answer = new CompletableFuture<Frames.Answer>();
    // Reading a pipe holds a carrier of virtual threads: with two of them all would stand still.
    Thread.ofPlatform()
        .daemon()
        .start(() -> {
          try {
            Frames.write(to, question);
            answer.complete(Frames.readAnswer(from));
          } catch (IOException e) {
            answer.completeExceptionally(e);
          }
        });
    return answer;
  }

  /// Whether it ended because it needed more memory than it may have.
  boolean ranOutOfMemory() {
    try {
      return process.waitFor(1, TimeUnit.SECONDS) && process.exitValue() == OUT_OF_MEMORY;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /// The seconds of a processor that it has used; negative where the system does not tell.
  double seconds() {
    return process.info().totalCpuDuration().map(d -> d.toNanos() / 1e9).orElse(-1.0);
  }

  /// Lets all others go first. Where the system has no `renice`, it stays as it is.
  void lower() {
    List<String> line = new ArrayList<>(List.of("renice", "-n", "10", "-p"));
    // Under Linux a priority is that of a thread.
    String[] threads = Path.of("/proc", "" + pid(), "task").toFile().list();
    line.addAll(threads == null ? List.of("" + pid()) : List.of(threads));
    try {
      new ProcessBuilder(line)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      // It computes beside the others, then.
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  long pid() {
    return process.pid();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
