package dev.jacobi.learn.report;

import dev.jacobi.engine.Tensor;
import dev.jacobi.engine.data.Npz;
import dev.jacobi.learn.LearnException;
import dev.jacobi.learn.data.Preparation;
import dev.jacobi.learn.data.PreparationJson;
import dev.jacobi.learn.train.Epoch;
import dev.jacobi.learn.train.Task;
import dev.jacobi.learn.train.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// What a run leaves behind, in one folder: `metrics.csv`, `result.json`, `weights.npz`, and others
/// by name.
public final class RunFolder {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final Path folder;

  /// @throws LearnException when there can be no such folder
  public RunFolder(Path folder) {
    this.folder = folder;
    attempt("", () -> Files.createDirectories(folder));
  }

  /// Keeps others from training here until it is closed, and clears away what a run that was killed
  /// was writing.
  ///
  /// @throws LearnException when another process trains here
  public RunLock lock() {
    var lock = RunLock.of(folder);
    for (Path f : List.of(folder, checkpoints())) attempt("", () -> WholeFile.removeParts(f));
    return lock;
  }

  public Path checkpoints() {
    return folder.resolve("checkpoints");
  }

  /// Whether a run came to its end here.
  public boolean isFinished() {
    return Files.exists(folder.resolve("result.json"));
  }

  /// Begins `metrics.csv` anew, with what is known already; an earlier result goes.
  public void begin(List<Epoch> history) {
    attempt("result.json", () -> Files.deleteIfExists(folder.resolve("result.json")));
    var text = new StringBuilder(Epoch.HEADER).append('\n');
    for (Epoch e : history) text.append(e.line()).append('\n');
    write("metrics.csv", text.toString());
  }

  /// Adds an epoch to `metrics.csv`.
  public void add(Epoch e) {
    attempt(
        "metrics.csv",
        () ->
            Files.writeString(
                folder.resolve("metrics.csv"),
                e.line() + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND));
  }

  public void weights(Map<String, Tensor> weights) {
    attempt(
        "weights.npz",
        () -> WholeFile.write(folder.resolve("weights.npz"), out -> Npz.write(out, weights)));
  }

  /// Writes what others need to use the weights: `model.jacobi`, how data are read
  /// (`preparation.json`), and what is learned (`task.json`).
  public void describe(Task task, Preparation preparation) {
    write("model.jacobi", task.one().text());
    write("preparation.json", PreparationJson.text(preparation));
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("file", task.one().file());
    all.put("minimize", task.cost());
    all.put("over", task.parameters());
    all.put("total", task.total().toString());
    all.put("predict", task.prediction().orElse(null));
    all.put("target", task.target().orElse(null));
    write("task.json", MAPPER.writeValueAsString(all) + "\n");
  }

  /// Writes `result.json`; numbers that are none are null.
  public void result(Map<String, Object> result) {
    write("result.json", MAPPER.writeValueAsString(result) + "\n");
  }

  public void write(String name, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    attempt(name, () -> WholeFile.write(folder.resolve(name), out -> out.write(bytes)));
  }

  private interface Attempt {
    void run() throws IOException;
  }

  private void attempt(String name, Attempt a) {
    try {
      a.run();
    } catch (IOException e) {
      throw new LearnException(
          folder.resolve(name) + ": cannot be written (" + WholeFile.reason(e) + ")", e);
    }
  }
}
