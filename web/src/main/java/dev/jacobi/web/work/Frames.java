package dev.jacobi.web.work;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;

/// How questions and answers go through a pipe: a status, for answers, a length, and so many bytes.
public final class Frames {
  private static final int LONGEST = 64 << 20;

  private Frames() {}

  /// A status as in HTTP, and JSON.
  public record Answer(int status, byte[] json) {}

  public static void write(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
    out.flush();
  }

  public static void write(DataOutputStream out, Answer answer) throws IOException {
    out.writeInt(answer.status);
    write(out, answer.json);
  }

  public static byte[] read(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > LONGEST) throw new IOException("a frame of " + length + " bytes");
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) throw new EOFException("the other side ended");
    return bytes;
  }

  public static Answer readAnswer(DataInputStream in) throws IOException {
    int status = in.readInt();
    return new Answer(status, read(in));
  }
}
