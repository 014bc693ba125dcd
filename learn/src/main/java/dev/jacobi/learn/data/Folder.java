package dev.jacobi.learn.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// A folder: of IDX files, of NumPy's files, of pictures in a folder for each class, or of two such
/// parts, one to learn from and one to judge by.
final class Folder {
  private static final List<String> TRAIN = List.of("train", "training");
  private static final List<String> TEST = List.of("test", "t10k", "testing");

  private Folder() {}

  static Opened read(Path folder, Reading how) throws IOException {
    List<Path> images = list(folder, IdxPair::isImages);
    if (!images.isEmpty()) return idx(folder, images);
    List<Path> tables = list(folder, p -> name(p).matches(".*\\.(csv|tsv)(\\.gz)?"));
    if (!tables.isEmpty()) return tables(folder, tables, how);
    List<Path> arrays = list(folder, p -> name(p).matches(".*\\.npy(\\.gz)?"));
    if (!arrays.isEmpty()) return new Opened(arrays(folder, arrays));
    List<Path> folders = list(folder, Files::isDirectory);
    Optional<Path> train = part(folders, TRAIN);
    Optional<Path> test = part(folders, TEST);
    if (train.isPresent() && test.isPresent())
      return new Opened(read(train.get(), how).data(), Optional.of(read(test.get(), how).data()));
    if (!folders.isEmpty()) return new Opened(Pictures.read(folder, folders, how));
    throw new DataException(
        folder
            + ": nothing that can be read is in it: IDX files, .csv, .npy, folders of pictures by"
            + " class, or folders train and test of these are expected");
  }

  /// Visible entries in the order of their names.
  static List<Path> list(Path folder, Predicate<Path> wanted) throws IOException {
    try (var all = Files.list(folder)) {
      return all.filter(p -> !name(p).startsWith(".")).filter(wanted).sorted().toList();
    }
  }

  private static String name(Path p) {
    return p.getFileName().toString().toLowerCase(Locale.ROOT);
  }

  private static Optional<Path> part(List<Path> all, List<String> words) {
    return all.stream().filter(p -> words.contains(name(p).split("[-_.]")[0])).findFirst();
  }

  private static Opened idx(Path folder, List<Path> images) throws IOException {
    Optional<Path> train = part(images, TRAIN);
    Optional<Path> test = part(images, TEST);
    if (train.isPresent() && test.isPresent())
      return new Opened(IdxPair.read(train.get()), Optional.of(IdxPair.read(test.get())));
    return new Opened(IdxPair.read(only(folder, images)));
  }

  private static Opened tables(Path folder, List<Path> tables, Reading how) throws IOException {
    Optional<Path> train = part(tables, TRAIN);
    Optional<Path> test = part(tables, TEST);
    if (train.isPresent() && test.isPresent())
      return new Opened(Csv.read(train.get(), how), Optional.of(Csv.read(test.get(), how)));
    return new Opened(Csv.read(only(folder, tables), how));
  }

  private static Path only(Path folder, List<Path> files) {
    if (files.size() == 1) return files.getFirst();
    throw new DataException(
        folder
            + ": which of these is meant? "
            + Classes.listed(files.stream().map(p -> p.getFileName().toString()).toList())
            + ": name one, or call two of them train and test");
  }

  private static Dataset arrays(Path folder, List<Path> files) throws IOException {
    Map<Path, String> columns = new LinkedHashMap<>();
    for (Path p : files)
      columns.put(p, p.getFileName().toString().replaceFirst("\\.npy(\\.gz)?$", ""));
    return NumPyData.dataset(folder.getFileName().toString(), columns);
  }
}
