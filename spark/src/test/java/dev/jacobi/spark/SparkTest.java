package dev.jacobi.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.cli.Machines;
import dev.jacobi.learn.train.Crew;
import dev.jacobi.learn.train.Job;
import dev.jacobi.learn.train.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Training on a real Spark gives, bit for bit, what the same parts give in this process.
class SparkTest {
  @TempDir Path folder;

  /// What a run leaves behind, less its seconds.
  private record Left(String weights, List<String> metrics) {}

  private interface Hire {
    Crew at(String master, int parts, Job job);
  }

  private record Hired(Hire hire) implements Machines {
    @Override
    public OptionalInt parts(String master) {
      return OptionalInt.of(2);
    }

    @Override
    public Crew hire(String master, int parts, Job job) {
      return hire.at(master, parts, job);
    }
  }

  private Left train(String master, Hire hire, String... more) throws IOException {
    Path out = Files.createTempDirectory(folder, "run");
    String model = Path.of("..", "examples", "digits.jacobi").toString();
    List<String> line = new ArrayList<>(List.of("train", model, "--data", "digits"));
    line.addAll(List.of("--out", out.toString(), "--spark", master, "--validate", "0.1"));
    line.addAll(List.of(more));
    int status = dev.jacobi.cli.Main.run(line.toArray(String[]::new), new Hired(hire));
    assertThat(status).isZero();
    var metrics =
        Files.readAllLines(out.resolve("metrics.csv")).stream()
            .map(l -> l.substring(0, l.lastIndexOf(',')))
            .toList();
    return new Left(digest(out.resolve("weights.npz")), metrics);
  }

  private static String digest(Path file) throws IOException {
    var sum = new CRC32C();
    sum.update(Files.readAllBytes(file));
    return Long.toHexString(sum.getValue());
  }

  /// The parts one after another, without Spark.
  private static Crew here(Job job, int parts) {
    var assignment = new Assignment(job);
    return new Crew() {
      @Override
      public int parts() {
        return parts;
      }

      @Override
      public List<Part.Answer> answers(List<Part.Work> work) {
        return work.stream().map(assignment::answer).toList();
      }
    };
  }

  private Left here(String... more) throws IOException {
    return train("none", (_, parts, job) -> here(job, parts), more);
  }

  @Test
  void gradientsOfSharesAddUpToTheSameBits() throws IOException {
    String[] how = {"--epochs", "2", "--batch", "128", "--optimizer", "adamw"};
    assertThat(train("local[2]", (m, n, job) -> SparkCrew.at(m, job, n), how)).isEqualTo(here(how));
  }

  @Test
  void anExecutorThatIsKilledIsNotMissed() throws IOException {
    String[] how = {"--epochs", "3", "--average-every", "4", "--schedule", "cosine"};
    List<Long> killed = new ArrayList<>();
    Hire hire = (master, parts, job) -> new Killing(SparkCrew.at(master, job, parts), killed);
    assertThat(train("local-cluster[2,1,1024]", hire, how)).isEqualTo(here(how));
    assertThat(killed).hasSize(1);
  }

  /// At the fourth piece of work an executor's process is killed, at once and for good.
  private static final class Killing implements Crew {
    private final Crew crew;
    private final List<Long> killed;
    private int asked;

    Killing(Crew crew, List<Long> killed) {
      this.crew = crew;
      this.killed = killed;
    }

    @Override
    public int parts() {
      return crew.parts();
    }

    @Override
    public List<Part.Answer> answers(List<Part.Work> work) {
      if (++asked == 4) kill();
      return crew.answers(work);
    }

    /// Executors are the only children of this process.
    private void kill() {
      ProcessHandle executor =
          ProcessHandle.current()
              .children()
              .filter(p -> p.info().command().orElse("").endsWith("java"))
              .findFirst()
              .orElseThrow();
      executor.destroyForcibly();
      killed.add(executor.pid());
    }

    @Override
    public void close() {
      crew.close();
    }
  }
}
