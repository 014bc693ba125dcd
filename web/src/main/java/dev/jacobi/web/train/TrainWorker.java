package dev.jacobi.web.train;

import dev.jacobi.learn.LearnException;
import dev.jacobi.web.work.Frames;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The process of one session: what to begin with and every command come through its standard
/// input, a frame each, and what happened goes out in the same way. It ends when the input does.
public final class TrainWorker {
  static final JsonMapper MAPPER = JsonMapper.shared();

  private TrainWorker() {}

  /// The process's entry.
  public static void main(String[] args) throws IOException {
    Locale.setDefault(Locale.ROOT);
    var out =
        new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
    System.setOut(new PrintStream(System.err, true, StandardCharsets.UTF_8));
    var in = new DataInputStream(new BufferedInputStream(System.in));
    var question = MAPPER.readTree(Frames.read(in));
    var start = Start.of(question);
    var controls = new Controls(!question.path("paused").asBoolean(false));
    Thread.ofPlatform().daemon().start(() -> listen(in, controls));
    try {
      new Session(Lesson.of(start), controls, event -> send(out, event)).run();
    } catch (LearnException e) {
      send(out, MAPPER.createObjectNode().put("error", firstLine(e.getMessage())));
    } catch (RuntimeException | LinkageError e) {
      send(out, MAPPER.createObjectNode().put("error", "a fault of Jacobi itself: " + e));
    }
  }

  private static String firstLine(String s) {
    return s.lines().findFirst().orElse("");
  }

  private static void listen(DataInputStream in, Controls controls) {
    try {
      while (true) controls.take(MAPPER.readTree(Frames.read(in)));
    } catch (IOException e) {
      Runtime.getRuntime().halt(0); // the server is gone
    }
  }

  private static void send(DataOutputStream out, ObjectNode event) {
    try {
      Frames.write(out, MAPPER.writeValueAsBytes(event));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
