package dev.jacobi.learn.train;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/// Writes a file so that whoever looks finds it whole or not at all, also after the power failed.
public final class WholeFile {
  private static final int BUFFER = 1 << 16;

  private WholeFile() {}

  /// What goes into a file.
  public interface Content {
    void to(OutputStream out) throws IOException;
  }

  public static void write(Path file, Content content) throws IOException {
    Path part = file.resolveSibling("." + file.getFileName() + ".part");
    try {
      var how =
          Set.of(
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE,
              StandardOpenOption.TRUNCATE_EXISTING);
      try (var channel = FileChannel.open(part, how)) {
        var out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
        content.to(out);
        out.flush();
        channel.force(true);
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      force(file.toAbsolutePath().getParent());
    } catch (IOException e) {
      Files.deleteIfExists(part);
      throw e;
    }
  }

  /// Removes what was being written to a folder when a process was killed. Nobody else must write
  /// there.
  public static void removeParts(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) return;
    try (var parts = Files.newDirectoryStream(folder, ".*.part")) {
      for (Path p : parts) Files.delete(p);
    }
  }

  /// The name is in the folder, and that has to reach the disk too. Not every system can.
  private static void force(Path folder) {
    try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException _) {
      return;
    }
  }

  /// Why something failed, for people: a bare path is no reason.
  public static String reason(IOException e) {
    return switch (e) {
      case AccessDeniedException _ -> "permission denied";
      case NoSuchFileException _ -> "no such file";
      case FileAlreadyExistsException _ -> "a file of that name is in the way";
      default -> e.getMessage() == null ? e.toString() : e.getMessage();
    };
  }
}
