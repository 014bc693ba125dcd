package dev.jacobi.learn.train;

import dev.jacobi.engine.Precision;
import dev.jacobi.engine.Tensor;
import dev.jacobi.learn.optimise.Update.Places;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// All that training goes on from: parameters, what the optimiser keeps, where in which epoch it
/// is, and what was measured. Random numbers rest on the seed and these counts alone.
public final class State {
  final Map<String, Places> parameters = new LinkedHashMap<>();
  final Map<String, List<Places>> slots = new LinkedHashMap<>(); // of each parameter
  final Map<String, Tensor> best = new LinkedHashMap<>(); // where the validation loss was least
  final Map<String, Tensor> running = new LinkedHashMap<>(); // averages of means over batches
  final List<Epoch> history = new ArrayList<>();
  Score score = new Score(); // of the epoch at hand
  int side; // which of two places is the present one
  int epoch; // from 0
  int place; // how many batches of the epoch are done
  long step;
  double bestLoss = Double.POSITIVE_INFINITY;
  int bestEpoch;
  double seconds; // of runs before this one
  long began = System.nanoTime();
  double rate; // of the last step

  /// @param initial the parameters at first
  public State(Map<String, Tensor> initial, Settings s) {
    initial.forEach((name, t) -> {
      Precision p = s.precision();
      Places places = Places.zeros(p, t.shape());
      for (int q = 0; q < t.size(); q++) places.first().set(q, t.at(q));
      parameters.put(name, places);
      List<Places> own = new ArrayList<>();
      for (int q = 0; q < s.choice().optimiser().slots().size(); q++)
        own.add(Places.zeros(p, t.shape()));
      slots.put(name, own);
    });
  }

  /// The parameters now; later steps change them.
  public Map<String, Tensor> weights() {
    Map<String, Tensor> all = new LinkedHashMap<>();
    parameters.forEach((name, p) -> all.put(name, p.at(side)));
    return all;
  }

  /// Goes back to where the validation loss was least, if that was kept.
  public void takeBest() {
    Map<String, Tensor> now = judged();
    best.forEach((name, t) -> copy(t, now.get(name)));
  }

  /// All that a model is judged by: the parameters, and the running averages that belong to them.
  Map<String, Tensor> judged() {
    Map<String, Tensor> all = weights();
    all.putAll(running);
    return all;
  }

  public List<Epoch> history() {
    return List.copyOf(history);
  }

  public long step() {
    return step;
  }

  /// How many epochs are done.
  public int epoch() {
    return epoch;
  }

  /// How many batches of the epoch at hand are done.
  public int place() {
    return place;
  }

  /// The epoch, from 1, with the least validation loss; 0 without.
  public int bestEpoch() {
    return bestEpoch;
  }

  /// Seconds of training, those before a resumption included.
  public double secondsNow() {
    return seconds + (System.nanoTime() - began) / 1e9;
  }

  /// Every array that is kept, in an order that rests on names alone.
  List<Tensor> arrays() {
    List<Tensor> all = moving();
    all.addAll(best.values());
    all.addAll(running.values());
    return all;
  }

  /// What a step changes: parameters, and what the optimiser keeps.
  List<Tensor> moving() {
    List<Tensor> all = new ArrayList<>(weights().values());
    for (List<Places> own : slots.values()) for (Places p : own) all.add(p.at(side));
    return all;
  }

  void remember(double loss) {
    bestLoss = loss;
    bestEpoch = epoch;
    judged().forEach((name, t) -> best.put(name, copy(t)));
  }

  static Tensor copy(Tensor t) {
    Tensor c = Tensor.zeros(t.precision(), t.shape());
    copy(t, c);
    return c;
  }

  static void copy(Tensor from, Tensor to) {
    for (int q = 0; q < from.size(); q++) to.set(q, from.at(q));
  }
}
