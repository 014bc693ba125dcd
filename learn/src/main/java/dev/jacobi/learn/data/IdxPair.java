package dev.jacobi.learn.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Images and their labels in two IDX files, which belong together by their names:
/// `train-images-idx3-ubyte.gz` and `train-labels-idx1-ubyte.gz`.
final class IdxPair {
  private static final String IMAGES = "images";
  private static final String LABELS = "labels";

  private IdxPair() {}

  static boolean is(String name) {
    return name.matches(".*(idx\\d-ubyte|\\.idx\\d?)(\\.gz)?");
  }

  static boolean isImages(Path file) {
    String name = file.getFileName().toString();
    return is(name) && name.contains(IMAGES);
  }

  static Dataset read(Path images) throws IOException {
    String name = images.getFileName().toString();
    if (!name.contains(IMAGES))
      throw new DataException(
          name
              + ": name the file of the images; that of the labels is found by its name (images"
              + " replaced by labels)");
    Idx pictures = Idx.read(images);
    Idx labels = Idx.read(labels(images, name));
    if (pictures.size() != labels.size())
      throw new DataException(
          name
              + ": has "
              + pictures.size()
              + " images, and "
              + labels.file()
              + " has "
              + labels.size()
              + " labels: they do not belong together");
    return new Dataset(
        name, pictures.size(), List.of(pictures.column("image"), labels.labels("label")));
  }

  /// With or without compression, whichever the images have.
  private static Path labels(Path images, String name) {
    String other = name.replace(IMAGES, LABELS).replace("idx3", "idx1");
    String plain = other.replaceFirst("\\.gz$", "");
    for (String s : List.of(other, plain, plain + ".gz")) {
      Path path = images.resolveSibling(s);
      if (Files.exists(path)) return path;
    }
    throw new DataException(name + ": its labels are not there: " + other + " is looked for");
  }
}
