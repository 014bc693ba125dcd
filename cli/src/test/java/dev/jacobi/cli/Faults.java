package dev.jacobi.cli;

import dev.jacobi.engine.Tensor;
import dev.jacobi.engine.data.Npy;
import dev.jacobi.engine.data.Npz;
import dev.jacobi.learn.report.RunFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/// Provokes what can go wrong with training, one fault after another, and notes what is answered.
final class Faults {
  private static final String NET =
      """
      x in R[n],  y in onehot[K]
      W1 in R[8, n],  b1 in R[8]
      W2 in R[K, 8],  b2 in R[K]
      z = W2 tanh(W1 x + b1) + b2
      C = ce_logits(z, y)
      derive C wrt W1, b1, W2, b2
      """;
  private static final String LINE =
      """
      x in R[n],  y in %s
      w in R[n],  b in R
      p = %s(w' x + b)
      C = (p - y)^2%s
      derive C wrt w, b
      """;

  private final Path folder;
  private final List<String> rows = new ArrayList<>();

  private Faults(Path folder) {
    this.folder = folder;
  }

  /// The rows of a table: what was done, and what was answered.
  static List<String> in(Path folder) throws IOException {
    var f = new Faults(folder);
    f.write("net.jacobi", NET);
    f.write("points.csv", points(60));
    f.checkpoints();
    f.folders();
    f.losses();
    f.tables();
    f.values();
    f.shapes();
    f.files();
    return f.rows;
  }

  private static String points(int count) {
    var table = new StringBuilder("left,right,side\n");
    for (int q = 0; q < count; q++)
      table.append("%d,%d,%s%n".formatted(q % 7, q % 11, q % 7 > q % 11 ? "above" : "below"));
    return table.toString();
  }

  /// A row of what a command answers that is expected to fail, or to go on after a warning.
  private void row(String what, String... line) {
    String answer = Run.of(line).err().strip().replace(folder + "/", "");
    answer = answer.replace("process " + ProcessHandle.current().pid() + " ", "process 4711 ");
    var cells = new StringBuilder();
    for (String s : answer.lines().toList()) {
      String text = s.replaceFirst("^jacobi: ", "").strip().replace("|", "\\|");
      String tick = text.contains("`") ? "``" : "`";
      String pad = text.contains("`") ? " " : "";
      cells.append(cells.isEmpty() ? "" : "<br>");
      cells.append(tick).append(pad).append(text).append(pad).append(tick);
    }
    rows.add("| " + what + " | " + cells + " |");
  }

  private String[] train(String data, String... more) {
    return of("net.jacobi", data, more);
  }

  private String[] of(String model, String data, String... more) {
    List<String> all =
        new ArrayList<>(List.of("train", at(model), "--data", at(data), "--threads", "1"));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  private String at(String name) {
    return folder.resolve(name).toString();
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  // ---- checkpoints

  private void checkpoints() throws IOException {
    String[] begun = train("points.csv", "--epochs", "1", "--out", at("run"));
    String[] more = train("points.csv", "--epochs", "2", "--out", at("run"), "--resume");
    List<String> often = new ArrayList<>(List.of(begun));
    often.addAll(List.of("--checkpoint-every", "1"));
    Run.of(often.toArray(String[]::new));
    Path last = checkpoint("run", 0);
    byte[] whole = Files.readAllBytes(last);
    Files.write(last, Arrays.copyOf(whole, whole.length / 2));
    row("a checkpoint is cut off: the one before is used", more);
    Run.of(often.toArray(String[]::new));
    byte[] changed = whole.clone();
    changed[whole.length / 2] ^= 1;
    Files.write(last, changed);
    row("a byte of it has changed: the same", more);
    Run.of(often.toArray(String[]::new));
    for (int q = 0; q < 2; q++) Files.write(checkpoint("run", q), new byte[9]);
    row("no checkpoint is good", more);
    Run.of(often.toArray(String[]::new));
    row(
        "other options, model or data with `--resume`",
        train("points.csv", "--epochs", "2", "--batch", "16", "--out", at("run"), "--resume"));
  }

  /// One of the last two: 0 is the last.
  private Path checkpoint(String run, int before) throws IOException {
    try (var all = Files.list(folder.resolve(run).resolve("checkpoints"))) {
      List<Path> files = all.sorted().toList();
      return files.get(files.size() - 1 - before);
    }
  }

  private void folders() throws IOException {
    String[] line = train("points.csv", "--epochs", "1", "--out", at("run"));
    Files.delete(folder.resolve("run/result.json"));
    row("a run that is not over is in the folder", line);
    try (var _ = new RunFolder(folder.resolve("run")).lock()) {
      row("another process trains in the folder", line);
    }
    row(
        "a file is where the folder should be",
        train("points.csv", "--epochs", "1", "--out", at("points.csv")));
  }

  /// A disk of so few bytes that two checkpoints fit and a third does not.
  ///
  /// @param disk an empty folder on it, in the other one
  static String full(Path folder, Path disk) throws IOException {
    var f = new Faults(folder);
    f.write("wide.jacobi", NET.replace("8", "900"));
    f.write("points.csv", points(60));
    String[] line = f.of("wide.jacobi", "points.csv", "--out", disk.resolve("run").toString());
    List<String> all = new ArrayList<>(List.of(line));
    all.addAll(List.of("--batch", "12", "--checkpoint-every", "10", "--epochs", "20"));
    f.row("the disk is full", all.toArray(String[]::new));
    return f.rows.getFirst();
  }

  // ---- losses

  private void losses() throws IOException {
    row(
        "the loss overflows",
        train("points.csv", "--optimizer", "sgd", "--rate", "1e38", "--epochs", "1"));
    write("root.jacobi", LINE.formatted("R", "sqrt", ""));
    write("line.csv", "x,y\n-1,2\n-2,3\n-3,4\n4,5\n5,6\n");
    row("the loss is NaN", of("root.jacobi", "line.csv", "--test", "0", "--init", "1"));
  }

  // ---- data

  private void tables() throws IOException {
    table("a value is missing in a table", "left,right,side\n1,2,above\n3,,below\n");
    table("a decimal comma", "left;right;side\n1;1,82;above\n");
    table("a cell is missing", "left,right,side\n1,2\n");
    table("a cell too many", "left,right,side\n1,2,above,below\n");
    table("a quote is never closed", "left,right,side\n1,2,\"above\n3,4,below\n");
    table("a word among numbers", "left,right,side\n1,2,above\n3,four,below\n");
    table("two columns of one name", "left,left,side\n1,2,above\n");
    table("no line after the header", "left,right,side\n");
    table("a number is too large for a double", "left,right,side\n1,1e999,above\n");
    Files.write(folder.resolve("t.csv"), new byte[] {'a', ',', 'b', '\n', (byte) 0xe9, ',', '1'});
    row("a table that is not in UTF-8", train("t.csv"));
    row("there is no such file", train("nowhere.csv"));
  }

  private void table(String what, String text) throws IOException {
    write("t.csv", text);
    row(what, train("t.csv", "--test", "0"));
  }

  private void values() throws IOException {
    double[] side = {0, 1, 0};
    npz("nan.npz", Tensor.of(new double[] {1, Double.NaN, 3}, 3), Tensor.of(side, 3));
    write("side.jacobi", LINE.formatted("{0,1}", "sigmoid", ""));
    row("NaN in the data", of("side.jacobi", "nan.npz", "--test", "0"));
    npz("two.npz", Tensor.of(side, 3), Tensor.of(new double[] {0, 1, 2}, 3));
    row("a label that is not in the declared set", of("side.jacobi", "two.npz", "--test", "0"));
    write("three.csv", points(20) + "3,3,level\n");
    row("more classes than the model has", train("three.csv", "--test", "0", "--size", "K=2"));
    write("other.csv", "left,right,side\n1,2,level\n");
    row("a class that training did not see", train("points.csv", "--test", at("other.csv")));
    write("set.jacobi", LINE.formatted("R", "tanh", " + lambda w' w\nlambda in R+"));
    row("a declared number that no data have", of("set.jacobi", "line.csv", "--test", "0"));
  }

  private void shapes() throws IOException {
    row(
        "another number of columns than the model has",
        train("points.csv", "--size", "n=3", "--epochs", "1"));
    npz("unequal.npz", Tensor.of(new double[6], 3, 2), Tensor.of(new double[2], 2));
    row("different numbers of examples", train("unequal.npz", "--test", "0"));
    write("start.json", "{\"W1\": [1, 2]}");
    row(
        "weights of another shape to start from",
        train("points.csv", "--values", at("start.json"), "--epochs", "1"));
  }

  // ---- files that are cut off

  private void files() throws IOException {
    Npy.write(folder.resolve("x.npy"), Tensor.of(new double[8], 4, 2));
    cut("x.npy", 9);
    row("an `.npy` file is cut off", train("x.npy"));
    Npz.write(folder.resolve("x.npz"), Map.of("x", Tensor.of(new double[8], 4, 2)));
    cut("x.npz", 40);
    row("an `.npz` file is cut off", train("x.npz"));
    byte[] images = idx(new byte[16], 4, 2, 2);
    Files.write(folder.resolve("a-labels-idx1-ubyte"), idx(new byte[] {0, 1, 0, 1}, 4));
    Files.write(folder.resolve("a-images-idx3-ubyte"), images);
    cut("a-images-idx3-ubyte", 5);
    row("an IDX file is cut off", train("a-images-idx3-ubyte"));
    Files.write(folder.resolve("a-images-idx3-ubyte.gz"), zipped(images));
    cut("a-images-idx3-ubyte.gz", 12);
    row("a compressed one is cut off", train("a-images-idx3-ubyte.gz"));
    byte[] table = points(500).getBytes(StandardCharsets.US_ASCII);
    Files.write(folder.resolve("t.csv.gz"), zipped(table));
    cut("t.csv.gz", 30);
    row("a compressed table is cut off", train("t.csv.gz"));
  }

  /// Both in this order, in which messages name them.
  private void npz(String name, Tensor x, Tensor y) throws IOException {
    Map<String, Tensor> all = new LinkedHashMap<>();
    all.put("x", x);
    all.put("y", y);
    Npz.write(folder.resolve(name), all);
  }

  private void cut(String name, int bytes) throws IOException {
    byte[] all = Files.readAllBytes(folder.resolve(name));
    Files.write(folder.resolve(name), Arrays.copyOf(all, all.length - bytes));
  }

  private static byte[] idx(byte[] data, int... sides) {
    var all = ByteBuffer.allocate(4 + 4 * sides.length + data.length);
    all.putShort((short) 0).put((byte) 8).put((byte) sides.length);
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
}
