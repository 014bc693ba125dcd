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
import java.util.function.BiConsumer;

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

  /// The documents judged, in their order; `done` gets each from its thread.
  List<Checked> all(
      List<Documents.Document> documents,
      Progress progress,
      BiConsumer<Documents.Document, Checked> done) {
    if (documents.isEmpty()) {
      throw new InputException("no .md, .tex, .txt, .ipynb, .jacobi or .py file is in there");
    }
    int threads = Math.min(Runtime.getRuntime().availableProcessors(), documents.size());
    if (threads <= 1) {
      return documents.stream().map(d -> one(d, progress, done)).toList();
    }
    var pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<Checked>> futures = new ArrayList<>();
      for (var d : documents) {
        futures.add(pool.submit(() -> one(d, progress, done)));
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

  private Checked one(
      Documents.Document document,
      Progress progress,
      BiConsumer<Documents.Document, Checked> done) {
    var checked = judged(document.file());
    done.accept(document, checked);
    progress.step();
    return checked;
  }

  private Checked judged(String file) {
    try {
      var source = Source.read(file, in);
      return Notebook.isOne(file)
          ? new NotebookCheck(Notebook.read(source)).check(source, judge, key)
          : judge.check(source, key);
    } catch (InputException e) {
      var why = e.explanation();
      return failed(file, why.startsWith(file + ": ") ? why.substring(file.length() + 2) : why);
    } catch (StackOverflowError e) {
      return failed(file, "the document is nested too deeply");
    }
  }

  private static Checked failed(String file, String why) {
    var problem = new Problem(Place.NONE, why, "");
    return new Checked(file, "", "ml", List.of(), List.of(), List.of(problem));
  }
}
