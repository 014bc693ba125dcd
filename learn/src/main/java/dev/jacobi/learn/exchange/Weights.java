package dev.jacobi.learn.exchange;

import dev.jacobi.engine.Tensor;
import dev.jacobi.engine.data.Npz;
import dev.jacobi.learn.LearnException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// Weights in a file, as its ending says: `.npz` of NumPy, or `.safetensors`.
public final class Weights {
  /// What a run calls its own.
  private static final String OF_A_RUN = "weights.npz";

  private Weights() {}

  /// The arrays of a file, by name.
  ///
  /// @param path of a file, or of the folder of a run
  /// @throws LearnException when there is none, or it cannot be read
  public static Map<String, Tensor> read(Path path) {
    Path file = Files.isDirectory(path) ? path.resolve(OF_A_RUN) : path;
    try {
      Map<String, Tensor> all = isSafetensors(file) ? Safetensors.read(file) : Npz.read(file);
      if (all.isEmpty()) throw new LearnException(file + ": no weights are in it");
      return all;
    } catch (NoSuchFileException e) {
      throw new LearnException(file + ": no such file", e);
    } catch (IOException | ArithmeticException e) {
      throw new LearnException(file + ": " + e.getMessage(), e);
    }
  }

  public static boolean isSafetensors(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(".safetensors");
  }
}
