package dev.jacobi.learn.train;

import dev.jacobi.engine.Precision;
import dev.jacobi.learn.LearnException;
import dev.jacobi.learn.Written;
import dev.jacobi.learn.optimise.Choice;
import dev.jacobi.learn.optimise.Optimiser;
import dev.jacobi.learn.optimise.RateSchedule;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/// How to train.
///
/// @param rate the learning rate, before its schedule
/// @param dropsLast whether the last batch of an epoch is left out where it is smaller than others
/// @param patience after so many epochs without a better validation loss it ends; 0 for never
/// @param threads that may help with what is large; the same number gives the same bits
public record Settings(
    int epochs,
    int batch,
    boolean dropsLast,
    Choice choice,
    double rate,
    RateSchedule schedule,
    int patience,
    long seed,
    int threads,
    Precision precision)
    implements Serializable {
  public Settings {
    if (epochs < 1) throw new LearnException("--epochs " + epochs + ": at least 1");
    if (batch < 1) throw new LearnException("--batch " + batch + ": at least 1");
    if (!(rate > 0) || !Double.isFinite(rate))
      throw new LearnException("--rate " + Written.number(rate) + ": a number above 0");
  }

  /// Batches of 32 with Adam for 10 epochs, in floats, from seed 0.
  public static Settings standard() {
    var adam = Choice.of(Optimiser.ADAM);
    double rate = Optimiser.ADAM.rate();
    return new Settings(
        10, 32, false, adam, rate, new RateSchedule.Constant(), 0, 0, 1, Precision.FLOAT);
  }

  /// What a copy is changed in.
  private static final class Draft {
    int epochs;
    int batch;
    boolean dropsLast;
    Choice choice;
    double rate;
    RateSchedule schedule;
    int patience;
    long seed;
    int threads;
    Precision precision;

    Draft(Settings s) {
      epochs = s.epochs;
      batch = s.batch;
      dropsLast = s.dropsLast;
      choice = s.choice;
      rate = s.rate;
      schedule = s.schedule;
      patience = s.patience;
      seed = s.seed;
      threads = s.threads;
      precision = s.precision;
    }
  }

  private Settings with(Consumer<Draft> change) {
    var d = new Draft(this);
    change.accept(d);
    return new Settings(
        d.epochs,
        d.batch,
        d.dropsLast,
        d.choice,
        d.rate,
        d.schedule,
        d.patience,
        d.seed,
        d.threads,
        d.precision);
  }

  public Settings epochs(int n) {
    return with(d -> d.epochs = n);
  }

  public Settings batch(int n) {
    return with(d -> d.batch = n);
  }

  public Settings droppingLast(boolean drops) {
    return with(d -> d.dropsLast = drops);
  }

  /// With the optimiser's own rate.
  public Settings optimiser(Optimiser o) {
    return choice(Choice.of(o)).rate(o.rate());
  }

  public Settings choice(Choice c) {
    return with(d -> d.choice = c);
  }

  public Settings rate(double r) {
    return with(d -> d.rate = r);
  }

  public Settings schedule(RateSchedule s) {
    return with(d -> d.schedule = s);
  }

  public Settings patience(int n) {
    return with(d -> d.patience = n);
  }

  public Settings seed(long s) {
    return with(d -> d.seed = s);
  }

  public Settings threads(int n) {
    return with(d -> d.threads = n);
  }

  public Settings precision(Precision p) {
    return with(d -> d.precision = p);
  }

  /// The learning rate of a moment.
  ///
  /// @param done how many epochs, and which part of one, are done
  double rateAt(double done) {
    return rate * schedule.factor(done, epochs);
  }

  /// How many batches an epoch has.
  ///
  /// @throws LearnException when there is none
  int perEpoch(int examples) {
    int whole = examples / batch;
    if (dropsLast && whole == 0)
      throw new LearnException(
          "batches of "
              + batch
              + " of "
              + examples
              + " examples: none is whole, and the last is dropped");
    return dropsLast ? whole : (examples - 1) / batch + 1;
  }

  /// What has to be the same when a run goes on, by option: all but the number of epochs and
  /// threads.
  public Map<String, String> told() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("--batch", batch + (dropsLast ? ", the last dropped" : ""));
    all.put("--optimizer", choice.toString());
    all.put("--rate", Written.number(rate));
    all.put("--schedule", schedule.toString());
    all.put("--early-stop", patience > 0 ? String.valueOf(patience) : "never");
    all.put("--seed", String.valueOf(seed));
    all.put("precision", Written.word(precision));
    return all;
  }
}
