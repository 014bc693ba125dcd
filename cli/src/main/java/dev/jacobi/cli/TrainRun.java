package dev.jacobi.cli;

import dev.jacobi.learn.LearnException;
import dev.jacobi.learn.report.Judged;
import dev.jacobi.learn.report.RunFolder;
import dev.jacobi.learn.report.RunReport;
import dev.jacobi.learn.train.Checkpoints;
import dev.jacobi.learn.train.Epoch;
import dev.jacobi.learn.train.NotFinite;
import dev.jacobi.learn.train.Score;
import dev.jacobi.learn.train.State;
import dev.jacobi.learn.train.Trainer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/// One run: from the first checkpoint, or the start, to the result.
final class TrainRun {
  private final TrainSetup setup;
  private final Trainer trainer;
  private final Optional<RunFolder> folder;
  private final Terminal terminal;
  private final long begun = System.nanoTime();
  private Optional<Saving> saving = Optional.empty();

  TrainRun(TrainSetup setup, Trainer trainer, Optional<RunFolder> folder, Terminal terminal) {
    this.setup = setup;
    this.trainer = trainer;
    this.folder = folder;
    this.terminal = terminal;
  }

  /// Brings the state to where the run is to go on.
  ///
  /// - error: [InputException] when an unfinished run is in the way
  void begin(Checkpoints checkpoints, ParseResult a) {
    var out = folder.orElseThrow();
    State state = trainer.state();
    boolean resumes = a.matchedOptionValue("--resume", false);
    if (resumes && checkpoints.isEmpty()) {
      terminal.err().println("jacobi: there is no checkpoint yet: beginning at the beginning");
    } else if (resumes) {
      var found = checkpoints.load(state);
      found.damaged().forEach(d -> terminal.err().println("jacobi: " + d));
      terminal.err().println("jacobi: going on from " + found.file());
    } else if (!checkpoints.isEmpty() && !out.isFinished()) {
      throw new InputException(
          a.matchedOptionValue("--out", null)
              + " holds a run that is not over: --resume goes on with it; else choose another"
              + " folder, or remove it");
    } else {
      checkpoints.clear();
    }
    trainer.measureGradients();
    out.begin(state.history());
    out.describe(setup.task(), setup.preparation());
    saving = Optional.of(new Saving(checkpoints, a.matchedOptionValue("--checkpoint-every", 0)));
  }

  Exit train() {
    told();
    var interrupt = new Interrupt();
    var show =
        new TrainShow(
            terminal,
            setup.settings().epochs(),
            e -> folder.ifPresent(f -> f.add(e)),
            (state, ends) -> saving.ifPresent(s -> s.save(state, ends)),
            interrupt::isWished);
    try {
      var ending = trainer.run(show);
      show.wipe();
      saving.ifPresent(s -> s.now(trainer.state()));
      if (ending == Trainer.Ending.STOPPED) {
        return stopped();
      }
      finish(ending);
      return Exit.OK;
    } catch (LearnException e) {
      // machines that were let go as somebody pressed Ctrl-C: the state is that of the last step
      show.wipe();
      if (!interrupt.isWished()) throw e;
      saving.ifPresent(s -> s.now(trainer.state()));
      return stopped();
    } catch (NotFinite e) {
      show.wipe();
      throw new InputException(setup.task().one().file() + ": " + e.getMessage());
    } finally {
      interrupt.over();
    }
  }

  private Exit stopped() {
    State s = trainer.state();
    terminal
        .err()
        .println(
            "jacobi: stopped after step "
                + s.step()
                + (folder.isPresent() ? "; --resume goes on from here" : ""));
    terminal.err().flush();
    return Exit.INTERRUPTED;
  }

  private void told() {
    terminal
        .out()
        .println(
            "%s: %,d numbers learned from %,d examples, %d steps an epoch"
                .formatted(
                    setup.task().one().file(),
                    setup.learned(),
                    setup.training().numbers().size(),
                    trainer.perEpoch()));
    terminal.out().flush();
  }

  private void finish(Trainer.Ending ending) {
    State state = trainer.state();
    state.takeBest();
    Optional<Score> test = setup.test().map(t -> trainer.evaluation(t.data()).of(t.examples()));
    test.ifPresent(t -> terminal.out().println(told(t)));
    if (ending == Trainer.Ending.EARLY) {
      terminal.out().println("ended early: the best epoch was " + state.bestEpoch());
    }
    folder.ifPresent(f -> {
      f.weights(state.weights());
      f.write("report.html", report(test));
      f.result(result(ending, test));
    });
  }

  private String report(Optional<Score> test) {
    Optional<Judged> judged =
        setup.task().countsRight()
            ? setup
                .test()
                .map(t ->
                    Judged.of(
                        trainer.evaluation(t.data()),
                        t.examples(),
                        setup.preparation().classes(),
                        setup.pictures()))
            : Optional.empty();
    Map<String, String> facts = new LinkedHashMap<>();
    test.ifPresent(t -> facts.put("test", measured(t)));
    facts.put("learned", "%,d numbers".formatted(setup.learned()));
    facts.put("trained on", "%,d examples".formatted(setup.training().numbers().size()));
    facts.put("epochs", String.valueOf(trainer.state().epoch()));
    facts.putAll(setup.about());
    facts.put("seconds", "%.1f".formatted(trainer.state().secondsNow()));
    return RunReport.of(setup.task(), trainer.state().history(), judged, facts);
  }

  private String told(Score test) {
    return "test " + measured(test);
  }

  private String measured(Score test) {
    var accuracy =
        setup.task().countsRight() ? ", right %.2f %%".formatted(100 * test.accuracy()) : "";
    return "loss %.4f%s of %,d examples".formatted(test.loss(), accuracy, test.examples());
  }

  private Map<String, Object> result(Trainer.Ending ending, Optional<Score> test) {
    State state = trainer.state();
    Epoch last = state.history().getLast();
    boolean counts = setup.task().countsRight();
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("model", setup.task().one().file());
    all.put("test_accuracy", counts ? test.map(Score::accuracy).orElse(null) : null);
    all.put("test_loss", test.map(Score::loss).orElse(null));
    all.put("loss", last.loss());
    all.put("accuracy", number(last.accuracy()));
    all.put("validation_loss", number(last.validationLoss()));
    all.put("validation_accuracy", number(last.validationAccuracy()));
    all.put("epochs", state.epoch());
    all.put("steps", state.step());
    all.put("ended", ending == Trainer.Ending.EARLY ? "early" : "done");
    all.put("best_epoch", state.bestEpoch() > 0 ? state.bestEpoch() : null);
    all.put("seed", setup.settings().seed());
    all.put("sizes", sizes());
    all.put("settings", setup.about());
    all.put("seconds", state.secondsNow());
    all.put("seconds_in_all", (System.nanoTime() - begun) / 1e9);
    return all;
  }

  private Map<String, Object> sizes() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("training", setup.training().numbers().size());
    all.put("validation", setup.validation().map(v -> v.numbers().size()).orElse(0));
    all.put("test", setup.test().map(t -> t.numbers().size()).orElse(0));
    all.put("learned", setup.learned());
    all.putAll(setup.sizes().all());
    return all;
  }

  private static Double number(double x) {
    return Double.isNaN(x) ? null : x;
  }
}
