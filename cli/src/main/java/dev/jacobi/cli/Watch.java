package dev.jacobi.cli;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;
import static java.nio.file.StandardWatchEventKinds.OVERFLOW;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// `jacobi check --watch`: does it again whenever a document or the key changes.
///
/// Folders are watched, not files: most editors write a new file and move it over the old one.
final class Watch {
  /// Saving is several events; they are one change if no more than this lies between them.
  private static final long SETTLE_MS = 100;

  private final CheckOptions options;
  private final Terminal terminal;

  Watch(CheckOptions options, Terminal terminal) {
    this.options = options;
    this.terminal = terminal;
  }

  /// Runs until the thread is interrupted, and returns how the last time ended.
  Exit repeat(Supplier<Exit> once) {
    try (var service = FileSystems.getDefault().newWatchService()) {
      var exit = Exit.OK;
      Map<WatchKey, Path> folders = new HashMap<>();
      while (true) {
        var files = files();
        watch(files, service, folders); // before it is read: no change is missed
        exit = once(once);
        terminal.out().println(prompt(files.size()));
        terminal.out().flush();
        if (!awaitChange(files, service, folders)) {
          return exit;
        }
        if (terminal.colour()) {
          terminal.out().print("\u001b[H\u001b[2J"); // an empty screen
        }
      }
    } catch (IOException e) {
      throw new InputException("--watch: the files cannot be watched (" + e.getMessage() + ")");
    }
  }

  /// What is wrong now may be put right by the next change.
  private Exit once(Supplier<Exit> once) {
    try {
      return once.get();
    } catch (InputException e) {
      terminal.err().println("jacobi: " + e.explanation());
      terminal.err().flush();
      return Exit.BAD_INPUT;
    }
  }

  private static String prompt(int files) {
    return "\nWatching %d %s; Ctrl-C ends it.".formatted(files, files == 1 ? "file" : "files");
  }

  private Set<Path> files() {
    Set<Path> files = new HashSet<>();
    for (var d : Documents.of(options.files(), options.outFile())) {
      files.add(Path.of(d.file()).toAbsolutePath().normalize());
    }
    options.key().ifPresent(k -> files.add(Path.of(k).toAbsolutePath().normalize()));
    return files;
  }

  private void watch(Set<Path> files, WatchService service, Map<WatchKey, Path> folders)
      throws IOException {
    Set<Path> wanted = new HashSet<>();
    files.forEach(f -> wanted.add(f.getParent()));
    for (var named : options.files()) {
      var path = Path.of(named).toAbsolutePath().normalize();
      if (Files.isDirectory(path)) {
        wanted.add(path);
      }
    }
    for (var folder : wanted) {
      if (!folders.containsValue(folder) && Files.isDirectory(folder)) {
        folders.put(folder.register(service, ENTRY_CREATE, ENTRY_MODIFY), folder);
      }
    }
  }

  /// Waits for a change of one of the files, or for a new one in a folder that was named; false
  /// when interrupted.
  private boolean awaitChange(Set<Path> files, WatchService service, Map<WatchKey, Path> folders) {
    try {
      boolean changed = false;
      while (!changed) {
        changed = isOurs(service.take(), files, folders);
      }
      var more = service.poll(SETTLE_MS, TimeUnit.MILLISECONDS);
      while (more != null) {
        isOurs(more, files, folders);
        more = service.poll(SETTLE_MS, TimeUnit.MILLISECONDS);
      }
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }

  private boolean isOurs(WatchKey key, Set<Path> files, Map<WatchKey, Path> folders) {
    boolean ours = false;
    for (var event : key.pollEvents()) {
      if (event.kind() == OVERFLOW) {
        ours = true;
      } else if (event.context() instanceof Path name) {
        var file = folders.get(key).resolve(name);
        ours |= files.contains(file) || files().contains(file);
      }
    }
    if (!key.reset()) {
      folders.remove(key);
    }
    return ours;
  }
}
