package dev.jacobi.learn.train;

import dev.jacobi.learn.LearnException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// States of a run in a folder, the last two of them. One is written beside the others, forced to
/// the disk, and renamed: whoever looks finds it whole, or not at all.
public final class Checkpoints {
  private static final String ENDING = ".checkpoint";
  private static final int KEPT = 2;

  private final Path folder;
  private final Map<String, String> about;

  /// @param about what has to be the same when the run goes on, by what people call it
  public Checkpoints(Path folder, Map<String, String> about) {
    this.folder = folder;
    this.about = Map.copyOf(about);
  }

  /// Whether there is any.
  public boolean isEmpty() {
    return files().isEmpty();
  }

  /// Adds a state, and lets old ones go.
  ///
  /// @throws LearnException when it cannot be written; those before are still there
  public void save(State state) {
    Path file = folder.resolve("%010d%s".formatted(state.step(), ENDING));
    try {
      Files.createDirectories(folder);
      WholeFile.write(file, out -> CheckpointFile.write(out, state, about));
    } catch (IOException e) {
      throw new LearnException(
          file + ": the state cannot be saved (" + WholeFile.reason(e) + ")" + lastGood(), e);
    }
    List<Path> files = files();
    for (int q = 0; q < files.size() - KEPT; q++) delete(files.get(q));
  }

  private String lastGood() {
    List<Path> files = files();
    return files.isEmpty() ? "" : "; the last one is " + files.getLast();
  }

  /// What was found: how many were passed over as damaged, and why.
  public record Found(Path file, List<String> damaged) {}

  /// Brings a fresh state to where the last good checkpoint is.
  ///
  /// @throws LearnException when there is none, or the run was another one
  public Found load(State state) {
    List<String> damaged = new ArrayList<>();
    for (Path file : files().reversed()) {
      try {
        CheckpointFile.read(file, state, about);
        return new Found(file, damaged);
      } catch (IOException e) {
        damaged.add(file + ": " + WholeFile.reason(e));
      }
    }
    String none = folder + ": no checkpoint to go on from";
    throw new LearnException(damaged.isEmpty() ? none : none + "\n" + String.join("\n", damaged));
  }

  /// Removes all.
  public void clear() {
    files().forEach(Checkpoints::delete);
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new LearnException(file + ": cannot be removed (" + WholeFile.reason(e) + ")", e);
    }
  }

  /// The oldest first.
  private List<Path> files() {
    List<Path> all = new ArrayList<>();
    if (!Files.isDirectory(folder)) return all;
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*" + ENDING)) {
      found.forEach(all::add);
    } catch (IOException e) {
      throw new LearnException(folder + ": not readable (" + WholeFile.reason(e) + ")", e);
    }
    all.sort(Comparator.comparing(f -> f.getFileName().toString()));
    return all;
  }
}
