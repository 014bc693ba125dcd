package dev.jacobi.learn.network;

import dev.jacobi.learn.LearnException;
import java.util.List;

/// A part of a network: it goes on from the vector that the pen holds, with definitions.
public sealed interface Module {
  void write(Pen pen);

  /// For people: `linear 128`.
  String word();

  static Module linear(int outputs) {
    return new Linear(outputs, true);
  }

  static Module bias() {
    return new Bias();
  }

  /// A function of numbers, by its name in the language: `relu`, `gelu`, `tanh`, …
  static Module activation(String function) {
    return new Activation(function);
  }

  static Module softmax() {
    return new Activation("softmax");
  }

  /// Each entry is kept with this probability.
  static Module dropout(double keep) {
    return new Dropout(keep);
  }

  static Module batchNorm() {
    return new BatchNorm();
  }

  static Module layerNorm() {
    return new LayerNorm();
  }

  /// What goes in is added to what comes out.
  static Module residual(Module... inner) {
    return new Residual(new Sequential(List.of(inner)));
  }

  static Module sequential(Module... inner) {
    return new Sequential(List.of(inner));
  }

  /// Weights are out × in.
  record Linear(int outputs, boolean biased) implements Module {
    @Override
    public void write(Pen p) {
      String w = p.parameter("W", outputs, p.width());
      p.width(outputs);
      String b = biased ? p.parameter("b", outputs) : "";
      String plus = biased ? " + " + b : "";
      if (p.inRows())
        p.entry("s", "sum[j] " + w + "[i,j] " + p.at("n,j") + (biased ? " + " + b + "[i]" : ""));
      else p.whole("s", w + " " + p.now() + plus);
    }

    @Override
    public String word() {
      return "linear " + outputs + (biased ? "" : " without bias");
    }
  }

  record Bias() implements Module {
    @Override
    public void write(Pen p) {
      String b = p.parameter("b", p.width());
      if (p.inRows()) p.entry("s", p.at("n,i") + " + " + b + "[i]");
      else p.whole("s", p.now() + " + " + b);
    }

    @Override
    public String word() {
      return "bias";
    }
  }

  record Activation(String function) implements Module {
    @Override
    public void write(Pen p) {
      p.whole("a", function + "(" + p.now() + ")");
    }

    @Override
    public String word() {
      return function;
    }
  }

  /// Source: Srivastava et al., "Dropout", JMLR 15, 2014; scaled while training, as PyTorch does.
  record Dropout(double keep) implements Module {
    public Dropout {
      if (!(keep > 0 && keep <= 1))
        throw new LearnException("dropout keeps a part above 0 and at most 1, not " + keep);
    }

    @Override
    public void write(Pen p) {
      p.whole("d", p.now() + " .* " + p.mask(keep) + " / " + keep);
    }

    @Override
    public String word() {
      return "dropout " + keep;
    }
  }

  /// Source: Ba, Kiros, Hinton, "Layer Normalization", 2016.
  record LayerNorm() implements Module {
    @Override
    public void write(Pen p) {
      String g = p.parameter("g", p.width());
      String c = p.parameter("c", p.width());
      p.whole("u", "layernorm(" + p.now() + ")");
      if (p.inRows()) p.entry("l", g + "[i] " + p.at("n,i") + " + " + c + "[i]");
      else p.whole("l", g + " .* " + p.now() + " + " + c);
    }

    @Override
    public String word() {
      return "layer norm";
    }
  }

  /// Over the examples of a batch; outside training over running means of those.
  ///
  /// Source: Ioffe, Szegedy, "Batch Normalization", ICML 2015.
  record BatchNorm() implements Module {
    @Override
    public void write(Pen p) {
      String g = p.parameter("g", p.width());
      String c = p.parameter("c", p.width());
      String mean = p.running("mu", 0, "(sum[n] " + p.at("n,i") + ") / N");
      String spread = p.running("v", 1, "(sum[n] (" + p.at("n,i") + " - " + mean + "[i])^2) / N");
      p.entry("u", "(" + p.at("n,i") + " - " + mean + "[i]) / sqrt(" + spread + "[i] + 1e-5)");
      p.entry("l", g + "[i] " + p.at("n,i") + " + " + c + "[i]");
    }

    @Override
    public String word() {
      return "batch norm";
    }
  }

  record Residual(Sequential inner) implements Module {
    @Override
    public void write(Pen p) {
      String before = p.now();
      int width = p.width();
      inner.write(p);
      if (p.width() != width)
        throw new LearnException(
            "a residual goes from " + width + " numbers to as many, not to " + p.width());
      p.whole("r", p.now() + " + " + before);
    }

    @Override
    public String word() {
      return "residual (" + inner.word() + ")";
    }
  }

  record Sequential(List<Module> modules) implements Module {
    public Sequential {
      modules = List.copyOf(modules);
    }

    @Override
    public void write(Pen p) {
      modules.forEach(m -> m.write(p));
    }

    @Override
    public String word() {
      return String.join(", ", modules.stream().map(Module::word).toList());
    }
  }
}
