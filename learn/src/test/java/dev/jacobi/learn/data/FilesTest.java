package dev.jacobi.learn.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jacobi.engine.Tensor;
import dev.jacobi.engine.data.Npy;
import dev.jacobi.engine.data.Npz;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// IDX and NumPy's files, and folders of files: read, and refused.
class FilesTest {
  @TempDir Path folder;

  // ---- IDX

  private static byte[] idx(int type, byte[] data, int... sides) {
    var all = ByteBuffer.allocate(4 + 4 * sides.length + data.length);
    all.putShort((short) 0).put((byte) type).put((byte) sides.length);
    for (int s : sides) all.putInt(s);
    return all.put(data).array();
  }

  private static byte[] zipped(byte[] data) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(bytes)) {
      out.write(data);
    }
    return bytes.toByteArray();
  }

  private Path write(String name, byte[] data) throws IOException {
    return Files.write(folder.resolve(name), data);
  }

  private void pair(String part, boolean zip) throws IOException {
    byte[] images = idx(8, new byte[] {0, 1, 2, 3, (byte) 255, 5, 6, 7}, 2, 2, 2);
    byte[] labels = idx(8, new byte[] {1, 2}, 2);
    write(part + "-images-idx3-ubyte" + (zip ? ".gz" : ""), zip ? zipped(images) : images);
    write(part + "-labels-idx1-ubyte", labels);
  }

  private static double[] row(Dataset d, String name, int example) {
    double[] row = new double[d.column(name).width()];
    d.column(name).gather(new int[] {example}, 0, 1, row, 0);
    float[] floats = new float[row.length];
    d.column(name).gather(new int[] {example}, 0, 1, floats, 0);
    for (int q = 0; q < row.length; q++) assertThat(floats[q]).isEqualTo((float) row[q]);
    return row;
  }

  private static Opened open(Path path) {
    return Sources.open(path, Reading.PLAIN);
  }

  @Test
  void imagesAndLabelsArePairedByNameZippedOrNot() throws IOException {
    pair("train", true);
    pair("t10k", false);
    var all = open(folder);
    assertThat(row(all.data(), "image", 1)).containsExactly(255, 5, 6, 7);
    assertThat(row(all.test().orElseThrow(), "image", 0)).containsExactly(0, 1, 2, 3);
    assertThat(row(all.data(), "label", 1)).containsExactly(2);
    assertThat(all.data().labels().orElseThrow().classes()).containsExactly("0", "1", "2");
    assertThat(open(folder.resolve("t10k-images-idx3-ubyte")).data().size()).isEqualTo(2);
  }

  @Test
  void everyTypeOfIdxIsRead() throws IOException {
    byte[] eight = new byte[16];
    ByteBuffer.wrap(eight).putDouble(-1.5).putDouble(2);
    assertThat(values(0x0E, eight)).containsExactly(-1.5, 2);
    assertThat(values(0x0D, new byte[] {0x3f, (byte) 0x80, 0, 0, 0, 0, 0, 0}))
        .containsExactly(1, 0);
    assertThat(values(0x0C, new byte[] {-1, -1, -1, -2, 0, 0, 1, 0})).containsExactly(-2, 256);
    assertThat(values(0x0B, new byte[] {-1, -2, 1, 0})).containsExactly(-2, 256);
    assertThat(values(0x09, new byte[] {-2, 3})).containsExactly(-2, 3);
  }

  private double[] values(int type, byte[] data) throws IOException {
    var c = Idx.read(write("a.idx1", idx(type, data, 2))).column("a");
    double[] all = new double[2];
    c.gather(new int[] {0, 1}, 0, 2, all, 0);
    return all;
  }

  @Test
  void damagedIdxFilesAreRefused() throws IOException {
    pair("train", true);
    Path images = folder.resolve("train-images-idx3-ubyte.gz");
    byte[] whole = Files.readAllBytes(images);
    Files.write(images, Arrays.copyOf(whole, whole.length - 10));
    assertThatThrownBy(() -> open(images))
        .hasMessageContaining("cut off or damaged: fetch it again");
    Files.write(images, zipped(Arrays.copyOf(idx(8, new byte[8], 2, 2, 2), 20)));
    assertThatThrownBy(() -> open(images))
        .hasMessage(
            "train-images-idx3-ubyte.gz: is cut off: 8 bytes should follow its head, and 4 do: fetch it again");
    Files.write(images, zipped(idx(8, new byte[12], 3, 2, 2)));
    assertThatThrownBy(() -> open(images))
        .hasMessageContaining("has 3 images, and train-labels-idx1-ubyte has 2 labels");
    Files.write(images, "what is this".getBytes(StandardCharsets.US_ASCII));
    assertThatThrownBy(() -> open(images)).hasMessageContaining("is no IDX file");
    Files.write(images, idx(7, new byte[8], 2, 2, 2));
    assertThatThrownBy(() -> open(images)).hasMessageContaining("unknown type, 7");
    Files.write(images, idx(8, new byte[8], 2, -2, 2));
    assertThatThrownBy(() -> open(images)).hasMessageContaining("axis 2 has -2 entries");
    Files.delete(folder.resolve("train-labels-idx1-ubyte"));
    pair("test", false);
    Files.delete(folder.resolve("test-labels-idx1-ubyte"));
    assertThatThrownBy(() -> open(folder.resolve("test-images-idx3-ubyte")))
        .hasMessage(
            "test-images-idx3-ubyte: its labels are not there: test-labels-idx1-ubyte is looked for");
  }

  @Test
  void labelsThatAreNoneAreRefused() throws IOException {
    byte[] floats = new byte[8];
    ByteBuffer.wrap(floats).putFloat(1).putFloat(1.5f);
    var idx = Idx.read(write("labels.idx1", idx(0x0D, floats, 2)));
    assertThatThrownBy(() -> idx.labels("label"))
        .hasMessage("labels.idx1: the label of example 2 is 1.5: 0 to 9999 fit");
    var square = Idx.read(write("labels.idx2", idx(8, new byte[4], 2, 2)));
    assertThatThrownBy(() -> square.labels("label")).hasMessageContaining("here are 2 × 2");
  }

  // ---- NumPy

  @Test
  void arraysAreColumnsAndTheLabelsComeLast() throws IOException {
    Map<String, Tensor> all = new LinkedHashMap<>();
    all.put("y", Tensor.of(new double[] {0, 1, 0}, 3));
    all.put("x", Tensor.of(new float[] {1, 2, 3, 4, 5, 6}, 3, 2));
    Path file = folder.resolve("d.npz");
    Npz.write(file, all);
    var d = open(file).data();
    assertThat(d.columns().stream().map(Column::name)).containsExactly("x", "y");
    assertThat(row(d, "x", 2)).containsExactly(5, 6);
    all.put("z", Tensor.of(new double[2], 2));
    Npz.write(file, all);
    assertThatThrownBy(() -> open(file))
        .hasMessage("d.npz: y has 3 examples, and z has 2: their first axes must be equal");
    Npz.write(file, Map.of("C", Tensor.of(1.0)));
    assertThatThrownBy(() -> open(file)).hasMessageContaining("C is one number");
  }

  @Test
  void arraysForTrainingAndTestComeApart() throws IOException {
    Map<String, Tensor> all = new LinkedHashMap<>();
    for (String part : new String[] {"train", "test"}) {
      int n = part.equals("test") ? 1 : 2;
      all.put("x_" + part, Tensor.of(new double[n * 2], n, 2));
      all.put("y_" + part, Tensor.of(new double[n], n));
    }
    Path file = folder.resolve("mnist.npz");
    Npz.write(file, all);
    assertThat(open(file).data().size()).isEqualTo(2);
    assertThat(open(file).test().orElseThrow().size()).isEqualTo(1);
    assertThat(open(file).test().orElseThrow().columns().getFirst().name()).isEqualTo("x");
  }

  @Test
  void aFolderOfArraysIsMapped() throws IOException {
    Npy.write(folder.resolve("image.npy"), Tensor.of(new float[] {1, 2, 3, 4, 5, 6}, 3, 2));
    Npy.write(folder.resolve("label.npy"), Tensor.of(new double[] {2, 0, 1}, 3));
    var d = open(folder).data();
    assertThat(d.column("image")).isInstanceOf(Mapped.class);
    assertThat(row(d, "image", 1)).containsExactly(3, 4);
    assertThat(row(d, "label", 0)).containsExactly(2);
    try (var f = new RandomAccessFile(folder.resolve("image.npy").toFile(), "rw")) {
      f.setLength(f.length() - 1);
    }
    assertThatThrownBy(() -> open(folder))
        .hasMessage(
            "image.npy: is cut off: 24 bytes should follow its head, and 23 do: write it again");
    write("image.npy", new byte[] {1, 2, 3});
    assertThatThrownBy(() -> open(folder)).hasMessageContaining("no NumPy array");
  }

  @Test
  void aFileLargerThanAnArrayIsReadWhereItIsNeeded() throws IOException {
    Path file = folder.resolve("large-images-idx3-ubyte");
    int n = 3_000_000; // of 1024 bytes: 3 GB, of which the disk holds what is written
    try (var f = new RandomAccessFile(file.toFile(), "rw")) {
      f.write(idx(8, new byte[0], n, 32, 32));
      long start = f.getFilePointer();
      f.setLength(start + n * 1024L);
      f.seek(start + (n - 1) * 1024L);
      f.write(new byte[] {1, 2, 3});
    }
    var c = Idx.read(file).column("image");
    double[] last = new double[1024];
    c.gather(new int[] {n - 1}, 0, 1, last, 0);
    assertThat(Arrays.copyOf(last, 4)).containsExactly(1, 2, 3, 0);
  }

  // ---- tables and folders

  @Test
  void aFolderOfTwoTablesComesApart() throws IOException {
    Files.writeString(folder.resolve("train.csv"), "a,b\n1,2\n3,4\n");
    assertThat(open(folder).test()).isEmpty();
    Files.writeString(folder.resolve("test.csv"), "a,b\n1,2\n");
    assertThat(open(folder).data().size()).isEqualTo(2);
    assertThat(open(folder).test().orElseThrow().size()).isEqualTo(1);
    Files.writeString(folder.resolve("other.csv"), "a,b\n1,2\n");
    Files.delete(folder.resolve("test.csv"));
    assertThatThrownBy(() -> open(folder))
        .hasMessageContaining("which of these is meant? other.csv, train.csv");
  }

  @Test
  void aFolderWithNothingInItSaysWhatIsExpected() {
    assertThatThrownBy(() -> open(folder))
        .hasMessageContaining("nothing that can be read is in it");
  }
}
