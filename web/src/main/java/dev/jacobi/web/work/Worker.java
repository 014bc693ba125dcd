package dev.jacobi.web.work;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;

/// A process that answers questions, one after the other, until its standard input ends.
public final class Worker {
  /// Deep formulas recurse; what is deeper than this is refused.
  private static final long STACK = 96L << 20;

  private Worker() {}

  /// The process's entry.
  public static void main(String[] args) throws IOException, InterruptedException {
    Locale.setDefault(Locale.ROOT);
    var out =
        new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
    // Whatever prints must not come between the frames.
    System.setOut(new PrintStream(System.err, true, StandardCharsets.UTF_8));
    var in = new DataInputStream(new BufferedInputStream(System.in));
    while (true) {
      byte[] question;
      try {
        question = Frames.read(in);
      } catch (IOException e) {
        return; // the server is gone
      }
      Frames.write(out, answer(question));
    }
  }

  /// On a thread of its own, for its deep stack.
  private static Frames.Answer answer(byte[] question) throws InterruptedException {
    var answer = new AtomicReference<Frames.Answer>();
    var thread = new Thread(null, () -> answer.set(Answers.to(question)), "answer", STACK);
    thread.start();
    thread.join();
    return answer.get();
  }
}
