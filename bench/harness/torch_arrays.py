"""Jacobians, Hessians, attention and normalisation in PyTorch."""

import math

import numpy as np
import torch

import data
from torch_shared import leaves, of, tensor, two_layer_inputs

try:
    from torch.func import grad, hessian, jacrev, jvp
except ImportError:
    from functorch import grad, hessian, jacrev, jvp


@of("softmax-jacobian")
def softmax_jacobian(sizes):
    n = sizes["n"]
    x = tensor("x", n, scale=2)
    eye = torch.eye(n)
    derived = jacrev(lambda v: torch.softmax(v, 0))

    def vectorised():
        return {"J": derived(x)}

    def functional():
        return {"J": torch.autograd.functional.jacobian(lambda v: torch.softmax(v, 0), x, vectorize=True)}

    def batched():
        rows = x.expand(n, n).requires_grad_()
        return {"J": torch.autograd.grad(torch.softmax(rows, 1), rows, eye)[0]}

    @torch.no_grad()
    def hand():
        p = torch.softmax(x, 0)
        return {"J": torch.diag(p).addr_(p, p, alpha=-1)}

    return {"jacrev": vectorised, "jacobian": functional, "hand batched": batched, "hand": hand}


def logistic_inputs(sizes):
    m, n = sizes["m"], sizes["n"]
    t = torch.from_numpy((data.unit("t", m) > 0).astype(np.float32))
    return tensor("X", m, n), tensor("w", n, scale=0.1), t


@of("logistic-hessian")
def logistic_hessian(sizes):
    x, w, t = logistic_inputs(sizes)

    def cost(v):
        return torch.nn.functional.binary_cross_entropy_with_logits(x @ v, t, reduction="sum")

    def softplus(v):
        s = x @ v
        return (torch.nn.functional.softplus(s) - t * s).sum()

    derived = hessian(softplus)
    twice = jacrev(jacrev(softplus))

    def vectorised():
        return {"H": derived(w)}

    def reverse():
        return {"H": twice(w)}

    def functional():
        return {"H": torch.autograd.functional.hessian(cost, w, vectorize=True)}

    @torch.no_grad()
    def hand():
        p = torch.sigmoid(x @ w)
        return {"H": x.t() @ ((p * (1 - p)).unsqueeze(1) * x)}

    return {"hessian": vectorised, "jacrev": reverse, "functional": functional, "hand": hand}


@of("logistic-hvp")
def logistic_hvp(sizes):
    x, w, t = logistic_inputs(sizes)
    v = tensor("v", sizes["n"])
    leaf = w.clone().requires_grad_()

    def cost(u):
        s = x @ u
        return (torch.nn.functional.softplus(s) - t * s).sum()

    slope = grad(cost)

    def forward():
        return {"Hv": jvp(slope, (w,), (v,))[1]}

    def double():
        (g,) = torch.autograd.grad(cost(leaf), leaf, create_graph=True)
        return {"Hv": torch.autograd.grad(g, leaf, v)[0]}

    @torch.no_grad()
    def hand():
        p = torch.sigmoid(x @ w)
        return {"Hv": x.t() @ (p * (1 - p) * (x @ v))}

    return {"jvp of grad": forward, "double backward": double, "hand": hand}


@of("net-hessian")
def net_hessian(sizes):
    x, y, w1, b1, w2, b2 = two_layer_inputs()

    def cost(w):
        s2 = torch.addmv(b2, w2, 3 * torch.relu(torch.addmv(b1, w, x)))
        return ((s2 - y) ** 2).sum()

    forward, reverse = hessian(cost), jacrev(jacrev(cost))

    def functional():
        return {"H": torch.autograd.functional.hessian(cost, w1, vectorize=True)}

    @torch.no_grad()
    def hand():
        m = w2 * (torch.addmv(b1, w1, x) > 0)
        k = 18 * (m.t() @ m)
        return {"H": k[:, None, :, None] * x[None, :, None, None] * x}

    return {
        "hessian": lambda: {"H": forward(w1)},
        "jacrev": lambda: {"H": reverse(w1)},
        "functional": functional,
        "hand": hand,
    }


@of("attention")
def attention(sizes):
    n, d = sizes["n"], sizes["d"]
    g = tensor("G", n, d)
    q, k, v = leaves(tensor("Q", n, d), tensor("K", n, d), tensor("V", n, d))
    scale = 1 / math.sqrt(d)
    ways = {}

    def answer(o):
        dq, dk, dv = torch.autograd.grad(o, (q, k, v), g)
        return {"O": o, "dQ": dq, "dK": dk, "dV": dv}

    ways["autograd"] = lambda: answer(torch.softmax(q @ k.t() * scale, 1) @ v)
    fused = getattr(torch.nn.functional, "scaled_dot_product_attention", None)
    if fused:
        ways["fused"] = lambda: answer(fused(q[None, None], k[None, None], v[None, None])[0, 0])

    @torch.no_grad()
    def hand():
        p = torch.softmax(q @ k.t() * scale, 1)
        o = p @ v
        ds = p * (torch.addmm((g * o).sum(1, keepdim=True).neg_(), g, v.t()))
        return {"O": o, "dQ": (ds @ k).mul_(scale), "dK": (ds.t() @ q).mul_(scale), "dV": p.t() @ g}

    ways["hand"] = hand
    return ways


@of("layer-norm")
def layer_norm(sizes):
    b, n = sizes["b"], sizes["n"]
    g = tensor("G", b, n)
    x, gamma, beta = leaves(tensor("X", b, n), tensor("gamma", n), tensor("beta", n))

    def autograd():
        y = torch.nn.functional.layer_norm(x, (n,), gamma, beta)
        return dict(zip(("dX", "dgamma", "dbeta"), torch.autograd.grad(y, (x, gamma, beta), g)))

    return {"autograd": autograd}
