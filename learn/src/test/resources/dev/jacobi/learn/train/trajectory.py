# The losses of a training run, by hand: NumPy and nothing else.
# usage: trajectory.py NET OPTIMISER RATE DECAY CLIP EPOCHS PER_EPOCH FILE.npz
import sys
import numpy as np

net, optimiser = sys.argv[1:3]
rate, decay, clip = map(float, sys.argv[3:6])
epochs, per_epoch = map(int, sys.argv[6:8])
f = np.load(sys.argv[8])
X, Y, order, size = f['x'], f['y'], f['order'].astype(int), int(f['size'])
P = {k[2:]: f[k].copy() for k in f.files if k.startswith('p_')}


def sigmoid(u):
    return 1 / (1 + np.exp(-u))


def softmax(u):
    e = np.exp(u - u.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def columns(x, y, hidden, slope, output):
    """Weights out × in; `output` gives the loss of a batch and dC/ds2."""
    s1 = x @ P['W1'].T + P['b1']
    a1 = hidden(s1)
    s2 = a1 @ P['W2'].T + P['b2']
    loss, d2 = output(s2, y)
    d1 = (d2 @ P['W2']) * slope(s1, a1)
    return loss, {'W1': d1.T @ x, 'b1': d1.sum(0), 'W2': d2.T @ a1, 'b2': d2.sum(0)}


def relu3(x, y):
    def output(s, t):
        return ((s - t) ** 2).sum() / len(x), 2 * (s - t) / len(x)
    return columns(x, y, lambda s: 3 * np.maximum(s, 0), lambda s, a: 3.0 * (s > 0), output)


def tanh_squared(x, y):
    def output(s, t):
        p = sigmoid(s)
        return ((p - t) ** 2).sum() / len(x), 2 * (p - t) * p * (1 - p) / len(x)
    return columns(x, y, np.tanh, lambda s, a: 1 - a * a, output)


def tanh_bce(x, y):
    def output(s, t):
        p = sigmoid(s)
        n = t.size
        return -(t * np.log(p) + (1 - t) * np.log(1 - p)).sum() / n, (p - t) / n
    return columns(x, y, np.tanh, lambda s, a: 1 - a * a, output)


def rows(x, y):
    z1 = x @ P['W1'] + P['b1']
    a = np.maximum(z1, 0)
    p = softmax(a @ P['W2'] + P['b2'])
    d2 = p - y
    d1 = (d2 @ P['W2'].T) * (z1 > 0)
    # the cost is a sum; the loss that is told is that of one example
    loss = -(y * np.log(p)).sum() / len(x)
    return loss, {'W1': x.T @ d1, 'b1': d1.sum(0), 'W2': a.T @ d2, 'b2': d2.sum(0)}


def delta(z, t):
    y = sigmoid(z @ P['V'])
    x = softmax(y @ P['W'])
    d = (x - t) / len(z)
    r = (d @ P['W'].T) * y * (1 - y)
    return -(t * np.log(x)).sum() / len(z), {'W': y.T @ d, 'V': z.T @ r}


def step(k, w, g, s, t, lr):
    """The update of one parameter, as PyTorch's pages write it; `s` is what is kept."""
    wd = decay
    if optimiser == 'adamw':
        w -= lr * wd * w
    else:
        g = g + wd * w
    if optimiser == 'sgd':
        w -= lr * g
    elif optimiser in ('momentum', 'nesterov'):
        s['b'] = g.copy() if t == 1 else 0.9 * s['b'] + g
        w -= lr * (g + 0.9 * s['b'] if optimiser == 'nesterov' else s['b'])
    elif optimiser == 'adagrad':
        s['sum'] = s.get('sum', 0) + g * g
        w -= lr * g / (np.sqrt(s['sum']) + 1e-10)
    elif optimiser == 'rmsprop':
        s['v'] = 0.99 * s.get('v', 0) + 0.01 * g * g
        w -= lr * g / (np.sqrt(s['v']) + 1e-8)
    else:
        s['m'] = 0.9 * s.get('m', 0) + 0.1 * g
        s['v'] = 0.999 * s.get('v', 0) + 0.001 * g * g
        m = s['m'] / (1 - 0.9 ** t)
        v = s['v'] / (1 - 0.999 ** t)
        w -= lr * m / (np.sqrt(v) + 1e-8)


gradient = globals()[net]
kept = {k: {} for k in P}
t = 0
for epoch in range(epochs):
    for place in range(per_epoch):
        batch = order[epoch, place * size:(place + 1) * size]
        loss, g = gradient(X[batch], Y[batch])
        print(repr(float(loss)))
        t += 1
        norm = np.sqrt(sum((v ** 2).sum() for v in g.values()))
        c = clip / norm if 0 < clip < norm else 1.0
        for k in P:
            step(k, P[k], g[k] * c, kept[k], t, rate)
