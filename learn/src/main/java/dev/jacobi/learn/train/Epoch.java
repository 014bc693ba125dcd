package dev.jacobi.learn.train;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// How an epoch went.
///
/// @param number from 1
/// @param step how many steps were made until its end
/// @param loss the mean of the examples' costs as they were met, while the parameters changed
/// @param accuracy the share that was right, NaN where none is counted; the validation part's are
///   NaN without one
/// @param rate of its last step
/// @param gradients the length of each parameter's gradient on one batch that is always the same;
///   empty where that was not asked for
/// @param seconds since training began, those before a resumption included
public record Epoch(
    int number,
    long step,
    double loss,
    double accuracy,
    double validationLoss,
    double validationAccuracy,
    double rate,
    double seconds,
    Map<String, Double> gradients) {
  public Epoch {
    gradients = Collections.unmodifiableMap(new LinkedHashMap<>(gradients));
  }

  /// The first line of `metrics.csv`.
  public static final String HEADER =
      "epoch,step,loss,accuracy,validation_loss,validation_accuracy,rate,seconds";

  /// A line of `metrics.csv`; what is not known stays empty.
  public String line() {
    return number
        + ","
        + step
        + ","
        + cell(loss)
        + ","
        + cell(accuracy)
        + ","
        + cell(validationLoss)
        + ","
        + cell(validationAccuracy)
        + ","
        + cell(rate)
        + ","
        + "%.3f".formatted(seconds);
  }

  private static String cell(double x) {
    return Double.isNaN(x) ? "" : String.valueOf(x);
  }
}
