package dev.jacobi.cli;

import dev.jacobi.check.Checked;
import dev.jacobi.notation.Place;
import dev.jacobi.notation.Problem;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Judges many documents at once, one thread a core. What fails costs its own document only.
final class Judging {
  private final Judge judge;
  private final Optional<Source> key;
  private final InputStream in;

  Judging(Judge judge, Optional<Source> key, InputStream in) {
    this.judge = judge;
    this.key = key;
    this.in = in;
  }

  /// The documents judged, in their order.
  List<Checked> all(List<Documents.Document> documents, Progress progress) {
    int threads = Math.min(Runtime.getRuntime().availableProcessors(), documents.size());
    if (threads <= 1) {
      return documents.stream().map(d -> one(d.file(), progress)).toList();
    }
    var pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<Checked>> futures = new ArrayList<>();
      for (var d : documents) {
        futures.add(pool.submit(() -> one(d.file(), progress)));
      }
      List<Checked> all = new ArrayList<>();
      for (var f : futures) {
        all.add(f.get());
      }
      return all;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException fault
          ? fault
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InputException("interrupted");
    } finally {
      pool.shutdownNow();
    }
  }

  private Checked one(String file, Progress progress) {
    try {
      return judge.check(Source.read(file, in), key);
    } catch (InputException e) {
      var words = e.explanation();
      return failed(
          file, words.startsWith(file + ": ") ? words.substring(file.length() + 2) : words);
    } catch (StackOverflowError e) {
      return failed(file, "the document is nested too deeply");
    } finally {
      progress.step();
    }
  }

  private static Checked failed(String file, String why) {
    var problem = new Problem(Place.NONE, why, "");
    return new Checked(file, "", "ml", List.of(), List.of(), List.of(problem));
  }
}
