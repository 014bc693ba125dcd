package dev.jacobi.learn.exchange;

import java.util.LinkedHashMap;
import java.util.Map;

/// Models for one example with the input x and the output p; or for many, with X and P.
final class OnnxModels {
  private OnnxModels() {}

  static Map<String, String> all() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put(
        "two layers",
        """
        x in R[n]
        W in R[a,n], b in R[a]
        V in R[K,a], d in R[K]
        s = W x + b
        h1 = 3 relu(s)
        p = V h1 + d
        """);
    all.put(
        "rows",
        """
        X in R[N,n]
        W in R[n,a], b in R[1,a]
        V in R[a,K], d in R[K]
        H = tanh(X W + b)
        P = softmax(H V + d)
        """);
    all.put(
        "softmax",
        """
        x in R[n]
        W in R[K,n]
        p = softmax(W x)
        """);
    all.put(
        "temperature",
        """
        x in R[n]
        beta in R+
        p = softmax(beta x)
        """);
    all.put(
        "log softmax",
        """
        x in R[n]
        W in R[K,n]
        p = log_softmax(W x)
        """);
    all.put(
        "no weights",
        """
        x in R[n]
        p = x .* x + 1/2
        """);
    all.put(
        "a number",
        """
        x in R[n]
        w in R[n], b in R
        p = sigmoid(w' x + b)
        """);
    all.put(
        "a picture",
        """
        x in R[h, c]
        w in R[h, c]
        p = sum[i, j] w[i,j] x[i,j]
        """);
    all.put(
        "quadratic form",
        """
        x in R[n]
        A in R[n,n]
        p = x' A x
        """);
    all.put(
        "bilinear",
        """
        x in R[n]
        A in R[K,n,n]
        p[k] = sum[i,j] A[k,i,j] x[i] x[j]
        """);
    all.put(
        "outer",
        """
        x in R[n]
        w in R[K]
        p = x w'
        """);
    all.put(
        "turned",
        """
        x in R[n]
        w in R[K]
        p = w x'
        """);
    all.put(
        "norm",
        """
        x in R[n]
        p = x / ||x||
        """);
    all.put(
        "layer norm",
        """
        x in R[n]
        g in R[n]
        mu = mean(x)
        s = sqrt(mean((x - mu).^2) + 1/1000)
        p = g .* (x - mu) / s
        """);
    all.put(
        "convolution",
        """
        x in R[c, 2 + h]
        w in R[K, c, 3], b in R[K]
        p[o,i] = sum[q,k] w[o,q,k] x[q,i+k-1] + b[o]
        """);
    all.put(
        "attention",
        """
        X in R[N, h, c]
        W in R[c, a], V in R[c, a]
        Q[e,i,j] = sum[k] X[e,i,k] W[k,j]
        R1[e,i,j] = sum[k] X[e,i,k] V[k,j]
        S[e,i,j] = sum[k] Q[e,i,k] R1[e,j,k] / sqrt(a)
        P[e,i,j] = softmax[j] S[e,i,j]
        """);
    all.put(
        "places",
        """
        x in R[n]
        p = [x[2], x[1] + x[3]]
        """);
    all.put(
        "stacked",
        """
        x in R[n]
        w in R[K]
        p = [x; w]
        """);
    all.put(
        "diagonal",
        """
        x in R[n, n]
        p[i] = x[i,i] + 1
        """);
    all.put(
        "extremes",
        """
        x in R[n]
        m = max(x)
        p = x - m + min(x) .* x
        """);
    all.put(
        "product",
        """
        x in R[n]
        p = prod(x)
        """);
    all.put(
        "determinant",
        """
        x in R[a, a]
        p = det(x)
        """);
    all.put(
        "clip",
        """
        x in R[n]
        p = clip(x, 0, 1) + hardtanh(x) + step(x)
        """);
    all.put(
        "conditions",
        """
        x in R[n]
        p[i] = x[i] + sum[j; j <= i] x[j]
        """);
    all.put(
        "constants",
        """
        x in R[n]
        p = pi x + n + 2^(1/2)
        """);
    all.put(
        "powers",
        """
        x in (0,1)[n]
        gamma in R+
        p = x.^3 + x.^-2 + 1 ./ sqrt(x) + x.^gamma
        """);
    all.put(
        "a part that no example changes",
        """
        x in R[n]
        W in R[n,n]
        M = W W'
        p = M x
        """);
    all.put(
        "scalar input",
        """
        x in R
        w in R[n]
        p = tanh(w x)
        """);
    for (String f :
        "exp log1p expm1 abs sign floor sin cos atan sinh cosh asinh erf sigmoid relu softplus tanh gelu silu mish elu selu leaky_relu softsign"
            .split(" "))
      all.put(f, "x in R[n]\np = " + f + "(x)".replace("x", f.equals("log1p") ? "x.^2" : "x"));
    for (String f : "log asin acos tan atanh".split(" "))
      all.put(f, "x in (0,1)[n]\np = " + f + "(x)");
    all.put(
        "acosh",
        """
        x in R+[n]
        p = acosh(1.5 + x)
        """);
    all.put(
        "max and min",
        """
        x in R[n]
        w in R[n]
        p = max(x, w) + min(x, 2 w)
        """);
    return all;
  }
}
