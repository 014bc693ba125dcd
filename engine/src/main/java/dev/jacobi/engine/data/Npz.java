package dev.jacobi.engine.data;

import dev.jacobi.engine.Tensor;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Arrays by name: a zip file of `.npy` files, as `numpy.savez` writes it.
public final class Npz {
  private static final String ENDING = ".npy";

  /// Of every file within, so that the same arrays give the same bytes.
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private Npz() {}

  /// All arrays, in the order of the file.
  ///
  /// @throws IOException when it is no such file, or one of its arrays is none of numbers
  public static Map<String, Tensor> read(Path file) throws IOException {
    Map<String, Tensor> all = new LinkedHashMap<>();
    try (var zip = new ZipFile(file.toFile())) {
      for (ZipEntry e : Collections.list(zip.entries()))
        if (e.getName().endsWith(ENDING)) all.put(name(e), read(zip, e));
    } catch (ZipException e) {
      throw new IOException("no NumPy archive (.npz): " + e.getMessage(), e);
    }
    return all;
  }

  private static String name(ZipEntry e) {
    return e.getName().substring(0, e.getName().length() - ENDING.length());
  }

  private static Tensor read(ZipFile zip, ZipEntry e) throws IOException {
    try (var in = new BufferedInputStream(zip.getInputStream(e))) {
      return Npy.read(in);
    } catch (ZipException x) {
      throw x;
    } catch (IOException x) {
      throw new IOException(name(e) + ": " + x.getMessage(), x);
    }
  }

  public static void write(Path file, Map<String, Tensor> arrays) throws IOException {
    try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
      write(out, arrays);
    }
  }

  /// Uncompressed, as NumPy does it: others may then map the file into memory.
  public static void write(OutputStream out, Map<String, Tensor> arrays) throws IOException {
    var zip = new ZipOutputStream(out);
    for (var a : arrays.entrySet()) {
      var checked = new CheckedOutputStream(OutputStream.nullOutputStream(), new CRC32());
      Npy.write(checked, a.getValue());
      var entry = new ZipEntry(a.getKey() + ENDING);
      entry.setTimeLocal(TIME);
      entry.setMethod(ZipEntry.STORED);
      entry.setSize(Npy.size(a.getValue()));
      entry.setCrc(checked.getChecksum().getValue());
      zip.putNextEntry(entry);
      Npy.write(zip, a.getValue());
      zip.closeEntry();
    }
    zip.finish();
  }
}
