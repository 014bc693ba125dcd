"""What the tasks in PyTorch share."""

import torch

from data import uniform

TABLE = {}


def of(kind):
    """Enters what makes the ways of a task: functions that return what they left, by name."""

    def add(make):
        TABLE[kind] = make
        return make

    return add


def tensor(name, *shape, scale=1.0):
    return torch.from_numpy(uniform(name, *shape, scale=scale))


def leaves(*tensors):
    return [t.requires_grad_() for t in tensors]


def two_layer_inputs():
    x, y = tensor("x", 10), tensor("y", 5)
    w1, b1 = tensor("W1", 20, 10, scale=0.5), tensor("b1", 20, scale=0.5)
    w2, b2 = tensor("W2", 5, 20, scale=0.5), tensor("b2", 5, scale=0.5)
    return x, y, w1, b1, w2, b2
