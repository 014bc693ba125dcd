package dev.jacobi.cli;

import dev.jacobi.learn.train.Epoch;
import dev.jacobi.learn.train.Score;
import dev.jacobi.learn.train.State;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Shows how training goes: a line for each epoch, and on a terminal a bar below them.
final class TrainShow implements dev.jacobi.learn.train.Progress {
  private static final long BETWEEN = TimeUnit.MILLISECONDS.toNanos(100);
  private static final long LINES = TimeUnit.MILLISECONDS.toNanos(500);
  private static final long WARM = TimeUnit.SECONDS.toNanos(2); // before, it tells nothing
  private static final int LONGEST_BAR = 30;

  /// What else happens at these points.
  interface Saving {
    void save(State state, boolean epochEnds);
  }

  private final Terminal terminal;
  private final int epochs;
  private final boolean bar;
  private final int width;
  private final Consumer<Epoch> record;
  private final Saving saving;
  private final BooleanSupplier stopped;
  private final long begun = System.nanoTime();
  private long first = -1; // the step before the first of this run
  private long drawn;
  private long since; // begun
  private long told;

  TrainShow(
      Terminal terminal,
      int epochs,
      Consumer<Epoch> record,
      Saving saving,
      BooleanSupplier stopped) {
    this.terminal = terminal;
    this.epochs = epochs;
    this.bar = Boolean.getBoolean("jacobi.progress");
    this.width = Math.min(terminal.width(), 100);
    this.record = record;
    this.saving = saving;
    this.stopped = stopped;
  }

  @Override
  public void stepped(long step, long steps, Score sofar, double rate) {
    if (first < 0) {
      first = step - 1;
    }
    if (!bar) {
      return;
    }
    long now = System.nanoTime();
    if (now - drawn < BETWEEN) {
      return;
    }
    drawn = now;
    since = now - begun;
    double each = since / 1e9 / (step - first);
    terminal.err().print("\r" + line(step, steps, sofar, rate, each * (steps - step)) + "\u001b[K");
    terminal.err().flush();
  }

  private String line(long step, long steps, Score sofar, double rate, double left) {
    var right = sofar.accuracy() > 0 ? ", %.1f %% right".formatted(100 * sofar.accuracy()) : "";
    var words =
        " %d/%d  loss %s%s, rate %s%s"
            .formatted(
                Math.min(epochs, (step - 1) * epochs / steps + 1),
                epochs,
                number(sofar.loss()),
                right,
                number(rate),
                since < WARM ? "" : ", " + time(left) + " left");
    int room = Math.min(LONGEST_BAR, width - 1 - words.length() - 2);
    if (room < 5) {
      return words.strip();
    }
    int filled = (int) (room * step / steps);
    return "[" + "#".repeat(filled) + ".".repeat(room - filled) + "]" + words;
  }

  static String number(double x) {
    return String.format(Locale.ROOT, "%.4g", x)
        .replaceFirst("(\\.\\d*?)0+($|e)", "$1$2")
        .replaceFirst("\\.($|e)", "$1")
        .replaceFirst("e([-+])0", "e$1");
  }

  static String time(double seconds) {
    long s = Math.round(seconds);
    return s < 3600
        ? "%d:%02d".formatted(s / 60, s % 60)
        : "%d:%02d:%02d".formatted(s / 3600, s / 60 % 60, s % 60);
  }

  @Override
  public void finished(Epoch e) {
    record.accept(e);
    long now = System.nanoTime();
    boolean due = !bar || now - told > LINES || e.number() == epochs;
    if (!due) {
      return;
    }
    told = now;
    wipe();
    terminal.out().println(line(e));
    terminal.out().flush();
  }

  private String line(Epoch e) {
    var text = new StringBuilder("epoch %d/%d  loss %.4f".formatted(e.number(), epochs, e.loss()));
    if (!Double.isNaN(e.accuracy())) {
      text.append("  right %.2f %%".formatted(100 * e.accuracy()));
    }
    if (!Double.isNaN(e.validationLoss())) {
      text.append("  validation %.4f".formatted(e.validationLoss()));
    }
    if (!Double.isNaN(e.validationAccuracy())) {
      text.append("  right %.2f %%".formatted(100 * e.validationAccuracy()));
    }
    return text.append("  rate %s  %.1f s".formatted(number(e.rate()), e.seconds())).toString();
  }

  /// Takes the bar away.
  void wipe() {
    if (bar && drawn != 0) {
      terminal.err().print("\r\u001b[K");
      terminal.err().flush();
    }
  }

  @Override
  public boolean isStopped() {
    return stopped.getAsBoolean();
  }

  @Override
  public void save(State state, boolean epochEnds) {
    saving.save(state, epochEnds);
  }
}
