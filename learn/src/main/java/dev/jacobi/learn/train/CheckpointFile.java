package dev.jacobi.learn.train;

import dev.jacobi.engine.Precision;
import dev.jacobi.engine.Tensor;
import dev.jacobi.learn.LearnException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One state in a file: a line that says what it is, the length of the counts, the counts as JSON,
/// the arrays as they lie in memory (little-endian), and a checksum (CRC-32C) of all before it.
final class CheckpointFile {
  private static final byte[] HEAD = "jacobi checkpoint 1\n".getBytes(StandardCharsets.US_ASCII);
  private static final int CHUNK = 1 << 16;
  private static final JsonMapper MAPPER = JsonMapper.shared();

  private CheckpointFile() {}

  static void write(OutputStream out, State s, Map<String, String> about) throws IOException {
    var checked = new CheckedOutputStream(out, new CRC32C());
    byte[] counts = counts(s, about).getBytes(StandardCharsets.UTF_8);
    checked.write(HEAD);
    checked.write(number(counts.length));
    checked.write(counts);
    for (Tensor t : s.arrays()) write(checked, t);
    out.write(number((int) checked.getChecksum().getValue()));
  }

  private static byte[] number(int n) {
    return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(n).array();
  }

  private static void write(OutputStream out, Tensor t) throws IOException {
    var chunk = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
    for (int q = 0; q < t.size(); q++) {
      if (t.precision() == Precision.FLOAT) chunk.putFloat((float) t.at(q));
      else chunk.putDouble(t.at(q));
      if (chunk.remaining() < Double.BYTES || q == t.size() - 1) {
        out.write(chunk.array(), 0, chunk.position());
        chunk.clear();
      }
    }
  }

  // ---- counts

  private static String counts(State s, Map<String, String> about) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("about", about);
    all.put("epoch", s.epoch);
    all.put("place", s.place);
    all.put("step", s.step);
    // numbers as text: JSON has no NaN, and not every reader keeps the last bit
    all.put("lossSum", text(s.score.sum()));
    all.put("right", s.score.right());
    all.put("examples", s.score.examples());
    all.put("rate", text(s.rate));
    all.put("seconds", text(s.secondsNow()));
    all.put("bestLoss", text(s.bestLoss));
    all.put("bestEpoch", s.bestEpoch);
    all.put("history", s.history.stream().map(CheckpointFile::row).toList());
    all.put("shapes", shapes(s));
    all.put("kept", s.best.size());
    return MAPPER.writeValueAsString(all);
  }

  private static String text(double x) {
    return Double.toString(x);
  }

  private static List<Object> row(Epoch e) {
    return List.of(
        String.valueOf(e.number()),
        String.valueOf(e.step()),
        text(e.loss()),
        text(e.accuracy()),
        text(e.validationLoss()),
        text(e.validationAccuracy()),
        text(e.rate()),
        text(e.seconds()),
        e.gradients());
  }

  private static Map<String, String> shapes(State s) {
    Map<String, String> all = new LinkedHashMap<>();
    s.weights().forEach((name, t) -> all.put(name, Arrays.toString(t.shape())));
    return all;
  }

  // ---- reading

  /// @throws IOException when it is damaged: then the state is as it was
  /// @throws LearnException when it is of another run
  static void read(Path file, State s, Map<String, String> about) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    var all = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    if (bytes.length < HEAD.length + 8) throw new IOException("it is cut off");
    if (!Arrays.equals(bytes, 0, HEAD.length, HEAD, 0, HEAD.length))
      throw new IOException("no checkpoint of this version");
    var sum = new CRC32C();
    sum.update(bytes, 0, bytes.length - 4);
    if ((int) sum.getValue() != all.getInt(bytes.length - 4))
      throw new IOException("it is cut off or damaged: its checksum is wrong");
    all.position(HEAD.length);
    byte[] counts = new byte[all.getInt()];
    all.get(counts);
    try {
      JsonNode node = MAPPER.readTree(new String(counts, StandardCharsets.UTF_8));
      requireSame(file, node, about);
      if (!node.get("shapes").equals(MAPPER.valueToTree(shapes(s))))
        throw new LearnException(file + ": its parameters are others: " + node.get("shapes"));
      restore(s, node, all);
    } catch (JacksonException e) {
      throw new IOException("its counts are not readable", e);
    }
  }

  private static void requireSame(Path file, JsonNode node, Map<String, String> about) {
    JsonNode then = node.get("about");
    StringBuilder differences = new StringBuilder();
    about.forEach((name, now) -> {
      String before = then.path(name).asString("nothing");
      if (!before.equals(now))
        differences
            .append("\n  ")
            .append(name)
            .append(": it was ")
            .append(before)
            .append(", and is ")
            .append(now)
            .append(" now");
    });
    if (!differences.isEmpty())
      throw new LearnException(file + " is of a run that was begun otherwise:" + differences);
  }

  private static void restore(State s, JsonNode n, ByteBuffer arrays) {
    s.side = 0;
    s.epoch = n.get("epoch").asInt();
    s.place = n.get("place").asInt();
    s.step = n.get("step").asLong();
    s.score =
        new Score(number(n.get("lossSum")), n.get("right").asLong(), n.get("examples").asLong());
    s.rate = number(n.get("rate"));
    s.seconds = number(n.get("seconds"));
    s.bestLoss = number(n.get("bestLoss"));
    s.bestEpoch = n.get("bestEpoch").asInt();
    s.history.clear();
    for (JsonNode row : n.get("history")) s.history.add(epoch(row));
    s.best.clear();
    s.judged().entrySet().stream()
        .limit(n.get("kept").asInt())
        .forEach(e -> s.best.put(e.getKey(), State.copy(e.getValue())));
    for (Tensor t : s.arrays())
      for (int q = 0; q < t.size(); q++)
        t.set(q, t.precision() == Precision.FLOAT ? arrays.getFloat() : arrays.getDouble());
  }

  private static double number(JsonNode n) {
    return Double.parseDouble(n.asString());
  }

  private static Epoch epoch(JsonNode row) {
    return new Epoch(
        Integer.parseInt(row.get(0).asString()),
        Long.parseLong(row.get(1).asString()),
        number(row.get(2)),
        number(row.get(3)),
        number(row.get(4)),
        number(row.get(5)),
        number(row.get(6)),
        number(row.get(7)),
        gradients(row.get(8)));
  }

  private static Map<String, Double> gradients(JsonNode node) {
    Map<String, Double> all = new LinkedHashMap<>();
    node.properties().forEach(e -> all.put(e.getKey(), e.getValue().asDouble()));
    return all;
  }
}
