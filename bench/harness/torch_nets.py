"""Networks in PyTorch: gradients and steps."""

import math

import torch

import data
from torch_shared import leaves, of, tensor, two_layer_inputs


@of("tiny")
def tiny(sizes):
    x, t = tensor("x", 2), tensor("t", 1)
    w = [tensor("W1", 4, 2), tensor("b1", 4), tensor("W2", 1, 4), tensor("b2", 1)]
    copies = [[p.clone() for p in w] for _ in range(3)]

    def backward(p):
        y = torch.sigmoid(torch.addmv(p[3], p[2], torch.sigmoid(torch.addmv(p[1], p[0], x))))
        (0.5 * (y - t) ** 2).sum().backward()

    def autograd():
        p = copies[0]
        backward(p)
        with torch.no_grad():
            for q in p:
                q.sub_(q.grad, alpha=0.01)
                q.grad = None
        return named(p)

    sgd = torch.optim.SGD(leaves(*copies[1]), lr=0.01)
    leaves(*copies[0])

    def optimizer():
        sgd.zero_grad(set_to_none=True)
        backward(copies[1])
        sgd.step()
        return named(copies[1])

    @torch.no_grad()
    def hand():
        w1, b1, w2, b2 = copies[2]
        h = torch.sigmoid(torch.addmv(b1, w1, x))
        y = torch.sigmoid(torch.addmv(b2, w2, h))
        d = (y - t) * y * (1 - y)
        e = (w2.t() @ d) * h * (1 - h)
        w2.addr_(d, h, alpha=-0.01)
        b2.sub_(d, alpha=0.01)
        w1.addr_(e, x, alpha=-0.01)
        b1.sub_(e, alpha=0.01)
        return named(copies[2])

    def named(p):
        return {"W1": p[0], "b1": p[1], "W2": p[2], "b2": p[3]}

    return {"autograd": autograd, "optimizer": optimizer, "hand": hand}


@of("two-layer")
def two_layer(sizes):
    x, y, w1, b1, w2, b2 = two_layer_inputs()
    p = leaves(*(q.clone() for q in (w1, b1, w2, b2)))
    names = ("dW1", "db1", "dW2", "db2")

    def autograd():
        s2 = torch.addmv(p[3], p[2], 3 * torch.relu(torch.addmv(p[1], p[0], x)))
        return dict(zip(names, torch.autograd.grad(((s2 - y) ** 2).sum(), p)))

    @torch.no_grad()
    def hand():
        s1 = torch.addmv(b1, w1, x)
        a1 = 3 * torch.relu(s1)
        d2 = 2 * (torch.addmv(b2, w2, a1) - y)
        d1 = 3 * (w2.t() @ d2) * (s1 > 0)
        return dict(zip(names, (torch.outer(d1, x), d1, torch.outer(d2, a1), d2)))

    return {"autograd": autograd, "hand": hand}


@of("mlp")
def mlp(sizes):
    x = tensor("X", sizes["batch"], sizes["in"])
    t = torch.from_numpy(data.classes("T", sizes["batch"], sizes["out"]))
    autograd, optimizer = steps(sizes["in"], sizes["width"], sizes["layers"], sizes["out"])
    return {"autograd": lambda: autograd(x, t), "optimizer": lambda: optimizer(x, t)}


@of("epoch")
def epoch(sizes):
    """A run is an epoch: batches are taken from all pictures by their numbers in one order."""
    count, batch = sizes["examples"], sizes["batch"]
    x, t = map(torch.from_numpy, data.pictures(count))
    order = torch.from_numpy(data.order(count))

    def through(step):
        def run():
            for some in order.split(batch):
                left = step(x.index_select(0, some), t.index_select(0, some))
            return left

        return run

    autograd, optimizer = steps(x.shape[1], sizes["width"], sizes["layers"], 10)
    return {"autograd": through(autograd), "optimizer": through(optimizer)}


def steps(inputs, width, layers, out):
    """Two ways to step down from a batch, each with parameters of its own: by hand, and by torch.optim."""
    widths = [inputs, *[width] * layers, out]
    p = []
    for i in range(layers + 1):
        scale = math.sqrt(3.0 / widths[i])
        p += [tensor(f"W{i + 1}", widths[i], widths[i + 1], scale=scale), tensor(f"b{i + 1}", widths[i + 1], scale=0.1)]
    copies = [leaves(*(q.clone() for q in p)), leaves(*(q.clone() for q in p))]
    sgd = torch.optim.SGD(copies[1], lr=0.01)

    def backward(p, x, t):
        a = x
        for i in range(0, 2 * layers, 2):
            a = torch.relu(torch.addmm(p[i + 1], a, p[i]))
        torch.nn.functional.cross_entropy(torch.addmm(p[-1], a, p[-2]), t).backward()

    def named(p):
        return {f"{'Wb'[i % 2]}{i // 2 + 1}": q for i, q in enumerate(p)}

    def autograd(x, t):
        backward(copies[0], x, t)
        with torch.no_grad():
            for q in copies[0]:
                q.sub_(q.grad, alpha=0.01)
                q.grad = None
        return named(copies[0])

    def optimizer(x, t):
        sgd.zero_grad(set_to_none=True)
        backward(copies[1], x, t)
        sgd.step()
        return named(copies[1])

    return autograd, optimizer
