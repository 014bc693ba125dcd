package dev.jacobi.learn.network;

/// How far the output of a network is from its target: a function of the library, and the set that
/// the targets are in. Over a batch it is the mean of the examples'.
public enum Loss {
  /// The mean of the squares.
  MSE("mse", "R", false),
  /// Binary cross entropy of probabilities, each with its own target.
  BCE("bce", "[0,1]", false),
  /// The same of the inputs of a sigmoid.
  BCE_LOGITS("bce_logits", "[0,1]", false),
  /// Cross entropy of the inputs of a softmax.
  CE_LOGITS("ce_logits", "onehot", false),
  /// Of scores, with targets −1 and 1.
  HINGE("hinge", "{-1,1}", true),
  HUBER("huber", "R", false),
  /// Of probabilities that sum to 1.
  KL("kl", "simplex", true);

  private final String function;
  private final String set;
  private final boolean sums; // over a batch too

  Loss(String function, String set, boolean sums) {
    this.function = function;
    this.set = set;
    this.sums = sums;
  }

  String set() {
    return set;
  }

  String definition(String output, boolean rows) {
    return "C = " + function + "(" + output + ", y)" + (rows && sums ? " / N" : "");
  }
}
