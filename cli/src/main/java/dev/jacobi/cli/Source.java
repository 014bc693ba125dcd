package dev.jacobi.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/// One input and its text.
///
/// @param name the path as the user wrote it, or `-` for standard input
record Source(String name, String text) {
  /// No formula is longer; a wrong path (a disk image, `/dev/zero`) should not fill the memory.
  static final int MAX_BYTES = 16 << 20;

  /// Reads the file at `name`, or standard input when it is `-`.
  ///
  /// - error: [InputException] when it is missing, a folder, over [#MAX_BYTES], or not UTF-8
  static Source read(String name, InputStream standardInput) {
    try (var in = name.equals("-") ? standardInput : open(name)) {
      var bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw new InputException(name + ": over " + (MAX_BYTES >> 20) + " MiB");
      }
      return new Source(name, decode(name, bytes));
    } catch (NoSuchFileException e) {
      throw new InputException(name + ": no such file");
    } catch (AccessDeniedException e) {
      throw new InputException(name + ": not readable (permission denied)");
    } catch (IOException e) {
      throw new InputException(name + ": not readable (" + e.getMessage() + ")");
    }
  }

  /// The file's name without folders and ending: `model` of `a/model.jacobi`.
  static String stem(String name) {
    if (name.equals("-")) {
      return "stdin";
    }
    var last = String.valueOf(Path.of(name).getFileName());
    int dot = last.lastIndexOf('.');
    return dot > 0 ? last.substring(0, dot) : last;
  }

  private static InputStream open(String name) throws IOException {
    try {
      var path = Path.of(name);
      if (Files.isDirectory(path)) {
        throw new InputException(name + ": is a folder; name the files in it");
      }
      return Files.newInputStream(path);
    } catch (InvalidPathException e) {
      throw new InputException(name + ": not a path (" + e.getReason() + ")");
    }
  }

  private static String decode(String name, byte[] bytes) {
    var in = ByteBuffer.wrap(bytes);
    var out = CharBuffer.allocate(bytes.length);
    var decoder = StandardCharsets.UTF_8.newDecoder();
    if (decoder.decode(in, out, true).isError()) {
      var before = out.flip().toString();
      int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
      int column = before.length() - before.lastIndexOf('\n');
      var found = String.format(Locale.ROOT, "%02X", bytes[in.position()]);
      throw new InputException(
          name
              + ": not UTF-8 text: byte "
              + found
              + " at line "
              + line
              + ", column "
              + column
              + "; "
              + repair(bytes));
    }
    var text = out.flip().toString();
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static String repair(byte[] bytes) {
    boolean wide = bytes.length > 1 && (bytes[0] & 0xFF) + (bytes[1] & 0xFF) == 0xFF + 0xFE;
    if (wide) {
      return "this is UTF-16: save it as UTF-8";
    }
    for (byte b : bytes) {
      if (b == 0) {
        return "this is no text; a model is a text file";
      }
    }
    return "save it as UTF-8";
  }
}
