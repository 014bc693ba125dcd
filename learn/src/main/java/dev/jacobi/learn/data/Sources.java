package dev.jacobi.learn.data;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// Data by a word or a path: `digits`, `fashion-mnist`, a table (`.csv`), NumPy's files (`.npy`,
/// `.npz`), IDX files, or a folder of these or of pictures by class.
public final class Sources {
  /// Where a system's own package puts what cannot be shipped.
  private static final Map<String, Path> INSTALLED =
      Map.of("fashion-mnist", Path.of("/usr/share/datasets/fashion-mnist"));

  private Sources() {}

  /// Opens a data set by its name, or by the path of a file or folder.
  ///
  /// @throws DataException when there is no such thing, or it cannot be used
  public static Opened open(String what, Reading how) {
    if (what.equals("digits")) return new Opened(Digits.read());
    Path path = INSTALLED.get(what);
    if (path != null && !Files.isDirectory(path))
      throw new DataException(
          what
              + ": is not installed: apt install dataset-"
              + what
              + " puts it into "
              + path
              + "; or name the folder that holds its four files");
    return open(path != null ? path : Path.of(what), how);
  }

  /// The same of a file or folder.
  public static Opened open(Path path, Reading how) {
    try {
      return Files.isDirectory(path) ? Folder.read(path, how) : file(path, how);
    } catch (NoSuchFileException e) {
      throw new DataException(
          e.getFile() + ": no such file; `digits` and `fashion-mnist` are known by name", e);
    } catch (AccessDeniedException e) {
      throw new DataException(e.getFile() + ": may not be read", e);
    } catch (IOException e) {
      throw new DataException(path.getFileName() + ": " + e.getMessage(), e);
    }
  }

  static Opened file(Path path, Reading how) throws IOException {
    String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
    if (!Files.exists(path)) throw new NoSuchFileException(path.toString());
    if (Files.size(path) == 0) throw new DataException(path.getFileName() + ": the file is empty");
    if (name.endsWith(".npz")) return NumPyData.archive(path);
    if (name.endsWith(".npy"))
      return new Opened(NumPyData.dataset(path.getFileName().toString(), Map.of(path, "x")));
    if (IdxPair.is(name)) return new Opened(IdxPair.read(path));
    if (name.matches(".*\\.(csv|tsv|txt|data)(\\.gz)?")) return new Opened(Csv.read(path, how));
    throw new DataException(
        path.getFileName()
            + ": of what kind it is, its name does not say: .csv, .tsv, .npy, .npz or"
            + " an IDX file (…-images-idx3-ubyte) fit, each but .npz also gzipped");
  }
}
