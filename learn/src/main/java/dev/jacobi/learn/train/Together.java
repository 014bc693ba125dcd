package dev.jacobi.learn.train;

import dev.jacobi.engine.Engine;
import dev.jacobi.engine.Outputs;
import dev.jacobi.engine.Tensor;
import dev.jacobi.learn.LearnException;
import dev.jacobi.learn.Random;
import dev.jacobi.learn.data.Batches;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Several machines go on together. Either each computes the gradient over its share of a batch,
/// and the sum is one step: the same, up to rounding, as alone. Or each makes some steps on batches
/// of its own, and the average of where they arrive is where all go on from.
///
/// Sources: Dean et al., "Large Scale Distributed Deep Networks", NIPS 2012 (the first); Stich,
/// "Local SGD Converges Fast and Communicates Little", ICLR 2019 (the second).
final class Together implements Pace {
  private final Job job;
  private final Task task;
  private final Settings settings;
  private final State state;
  private final Batches batches;
  private final Crew crew;
  private final int every; // steps between averages; 0: gradients are added up at each step
  private final int perEpoch;
  private final Map<String, Tensor> gradients = new LinkedHashMap<>();
  private final Updates updates;

  Together(Engine engine, Job job, State state, Batches batches, Crew crew) {
    this.job = job;
    this.task = job.task();
    this.settings = job.settings();
    this.every = job.every();
    if (!task.running().isEmpty())
      throw new LearnException(
          "means over a whole batch (batch norm) are not shared out: train alone");
    if (every == 0 && !Totals.addUp(task))
      throw new LearnException(
          task.one().file()
              + ": the cost of a batch is neither the sum nor the mean of its examples' costs, so"
              + " that its gradient cannot be shared out; --average-every 8 can be");
    this.state = state;
    this.batches = batches;
    this.crew = crew;
    this.perEpoch = settings.perEpoch(batches.order().length);
    state.parameters.forEach(
        (name, p) -> gradients.put(name, Tensor.zeros(settings.precision(), p.first().shape())));
    this.updates = new Updates(engine, settings.choice(), state, gradients);
  }

  @Override
  public void begin() {
    batches.seek(state.epoch, state.place);
  }

  @Override
  public void step() {
    if (every == 0) share();
    else walk();
  }

  private void share() {
    batches.next();
    state.rate = settings.rateAt(state.epoch + (double) state.place / perEpoch);
    Flat now = Flat.of(settings.precision(), state.weights().values());
    List<Part.Work> work = new ArrayList<>();
    for (int p = 0; p < crew.parts(); p++) {
      int from = cut(batches.count(), p);
      int count = cut(batches.count(), p + 1) - from;
      work.add(new Part.Work.Share(now, state.epoch, batches.from() + from, count, state.step));
    }
    List<Part.Answer> answers = crew.answers(work);
    double[] weights = Part.shares(answers);
    if (task.total() == Task.Total.SUM) java.util.Arrays.fill(weights, 1);
    if (!count(answers)) throw failure();
    sum(answers, weights).to(gradients.values());
    updates.run();
    state.step++;
    state.place++;
  }

  private void walk() {
    int all = Math.min(Math.multiplyExact(every, crew.parts()), perEpoch - state.place);
    state.rate = settings.rateAt(state.epoch + (double) (state.place + all - 1) / perEpoch);
    Flat now = Flat.of(settings.precision(), state.moving());
    List<Part.Work> work = new ArrayList<>();
    int longest = 0;
    for (int p = 0; p < crew.parts(); p++) {
      int from = cut(all, p);
      int count = cut(all, p + 1) - from;
      longest = Math.max(longest, count);
      work.add(new Part.Work.Walk(now, state.epoch, state.place + from, count, state.step));
    }
    List<Part.Answer> answers = crew.answers(work);
    if (!count(answers))
      throw new NotFinite(
          state.step + 1,
          "within %d steps after step %d: the loss %s is no finite number; a smaller --rate or --clip may help, and without --average-every the first name made so is told"
              .formatted(longest, state.step, task.cost()));
    sum(answers, Part.shares(answers)).to(state.moving());
    state.step += longest;
    state.place += all;
  }

  /// Where the share of a part begins in so many.
  private int cut(int all, int part) {
    return (int) ((long) all * part / crew.parts());
  }

  private Flat sum(List<Part.Answer> answers, double... weights) {
    return Flat.sum(
        settings.precision(), answers.stream().map(Part.Answer::numbers).toList(), weights);
  }

  /// Adds up losses; false when one is no finite number.
  private boolean count(List<Part.Answer> answers) {
    for (Part.Answer a : answers) state.score.add(a.loss(), a.right(), a.examples());
    return Double.isFinite(answers.stream().mapToDouble(Part.Answer::loss).sum());
  }

  /// The parameters have not changed yet: the batch is run again here, with every array kept.
  private NotFinite failure() {
    Outputs o = Outputs.of(task.cost()).gradients(task.parameters().toArray(String[]::new));
    return new Failure(job)
        .explain(
            task.model(),
            o,
            state.weights(),
            Map.of(),
            batches,
            Random.of(settings.seed()).at("masks"),
            state.step);
  }
}
