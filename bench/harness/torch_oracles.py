"""Gradients of examples in double precision, for comparison with others."""

import math

import numpy as np
import torch

from data import uniform
from torch_shared import TABLE


def oracle(cost, **shapes):
    """The gradient in double, for comparison with others."""

    def make(sizes):
        values = {name: double(name, *shape).requires_grad_() for name, shape in shapes.items()}

        def autograd():
            gradients = torch.autograd.grad(cost(**values), list(values.values()))
            return {f"d{name}": g for name, g in zip(values, gradients)}

        return {"autograd": autograd}

    return make


def double(name, *shape, scale=1.0):
    return torch.from_numpy(uniform(name, *shape, scale=scale, dtype=np.float64))


def of_oracle(example, **shapes):
    def add(cost):
        TABLE[f"oracle-{example}"] = oracle(cost, **shapes)

    return add


@of_oracle("two-layer", W1=(4, 3), b1=(4,), W2=(2, 4), b2=(2,))
def _(W1, b1, W2, b2):
    return ((W2 @ (3 * torch.relu(W1 @ double("x", 3) + b1)) + b2 - double("y", 2)) ** 2).sum()


@of_oracle("logistic", w=(3,))
def _(w):
    t = double("t", 5, scale=0.5) + 0.5
    return torch.nn.functional.binary_cross_entropy(torch.sigmoid(double("X", 5, 3) @ w), t, reduction="sum")


@of_oracle("tanh-softmax-ce", W1=(4, 3), b1=(4,), W2=(2, 4), b2=(2,))
def _(W1, b1, W2, b2):
    t = double("t", 1, scale=0.5) + 0.5
    z = W2 @ torch.tanh(W1 @ double("x", 3) + b1) + b2
    return -(torch.cat((t, 1 - t)) * torch.log_softmax(z, 0)).sum()


@of_oracle("attention", Q=(3, 2), K=(4, 2), V=(4, 3))
def _(Q, K, V):
    return (torch.softmax(Q @ K.t() / math.sqrt(2), 1) @ V * double("G", 3, 3)).sum()


@of_oracle("layer-norm", x=(5,))
def _(x):
    return (torch.nn.functional.layer_norm(x, (5,), eps=0.0) * double("G", 5)).sum()
