package dev.jacobi.learn.report;

import dev.jacobi.learn.LearnException;
import dev.jacobi.learn.train.WholeFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Keeps other processes from training in a folder. The system lets go of it when this process
/// ends, in whatever way: what is left in the folder is a file, and no lock.
public final class RunLock implements AutoCloseable {
  private final FileChannel channel;

  private RunLock(FileChannel channel) {
    this.channel = channel;
  }

  /// @throws LearnException when the folder is locked, or cannot be
  static RunLock of(Path folder) {
    Path file = folder.resolve(".lock");
    try {
      var channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      if (!isOurs(channel)) {
        channel.close();
        throw taken(folder, file);
      }
      channel.truncate(0);
      String own = String.valueOf(ProcessHandle.current().pid());
      channel.write(ByteBuffer.wrap(own.getBytes(StandardCharsets.US_ASCII)));
      return new RunLock(channel);
    } catch (IOException e) {
      throw new LearnException(file + ": cannot be locked (" + WholeFile.reason(e) + ")", e);
    }
  }

  /// The lock is on a place far behind what is written, so that the file can be read meanwhile on
  /// any system.
  private static boolean isOurs(FileChannel channel) throws IOException {
    try {
      return channel.tryLock(Long.MAX_VALUE - 1, 1, false) != null;
    } catch (OverlappingFileLockException e) {
      return false; // another thread of this process
    }
  }

  private static LearnException taken(Path folder, Path file) throws IOException {
    String owner = Files.readString(file).strip();
    return new LearnException(
        folder
            + (owner.isEmpty() ? ": another process" : ": process " + owner)
            + " trains in this folder: wait until it ends, or choose another folder with --out");
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new LearnException("the lock cannot be given back (" + WholeFile.reason(e) + ")", e);
    }
  }
}
