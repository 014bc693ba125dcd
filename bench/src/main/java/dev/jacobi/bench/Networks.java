package dev.jacobi.bench;

/// The models that are timed, as a user would write them.
final class Networks {
  private Networks() {}

  /// One hidden layer, three times a ReLU, squared distance.
  static final String TWO_LAYERS =
      """
      x in R[n]
      y in R[K]
      W1 in R[a, n],  b1 in R[a]
      W2 in R[K, a],  b2 in R[K]

      s1 = W1 x + b1
      a1 = 3 relu(s1)
      s2 = W2 a1 + b2
      C  = ||s2 - y||^2

      derive C wrt W1, b1, W2, b2
      """;

  /// Scaled dot-product attention under an unknown loss.
  static final String ATTENTION =
      """
      Q in R[r, d],  K in R[s, d],  V in R[s, v]
      S = Q K' / sqrt(d)
      P = softmax(S)
      O = P V
      L(O) in R

      derive L wrt Q, K, V
      """;

  /// So many layers, each of its own width, with tanh between them and a squared error at the end;
  /// all weights and biases are asked for.
  static String deep(int layers) {
    var text = new StringBuilder("x in R[n0]\ny in R[n%d]\n".formatted(layers));
    for (int l = 1; l <= layers; l++)
      text.append("W%d in R[n%d, n%d],  b%d in R[n%d]\n".formatted(l, l, l - 1, l, l));
    for (int l = 1; l <= layers; l++) {
      String input = l == 1 ? "x" : "a" + (l - 1);
      text.append("s%d = W%d %s + b%d\n".formatted(l, l, input, l));
      if (l < layers) text.append("a%d = tanh(s%d)\n".formatted(l, l));
    }
    text.append("C = 1/2 ||s%d - y||^2\n\nderive C wrt W1, b1".formatted(layers));
    for (int l = 2; l <= layers; l++) text.append(", W%d, b%d".formatted(l, l));
    return text.append("\n").toString();
  }
}
