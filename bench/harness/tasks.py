"""What is timed, against whom, and what is aimed at."""

from dataclasses import dataclass

# The name of a contender in the report, by the name of its worker. A way whose name begins with `hand` is
# reported apart: there a person wrote the derivative.
SHOWN = {
    "openblas": "ours with OpenBLAS",
    "torch": "PyTorch",
    "libtorch": "libtorch from Java",
    "tensorflow": "TensorFlow-Java",
    "samediff": "SameDiff",
    "encog": "Encog",
    "hipparchus": "Hipparchus",
}


def shown(worker, way):
    name = SHOWN.get(worker, worker)
    return name + " by hand" if worker in SHOWN and way.startswith("hand") else name


@dataclass(frozen=True)
class Task:
    work: str
    task: str
    peers: tuple = ("torch", "libtorch")
    # Of the floor, how many times its time ours may take; of a peer, how many times ours its must be.
    aims: tuple = ()


@dataclass(frozen=True)
class Aim:
    of: str
    least: float
    by: str = "ours"

    def text(self):
        if self.by != "ours":
            return f"{self.by} ≥ {self.least:g} × {self.of}"
        return f"≤ {1 / self.least:.3g} × floor" if self.of == "floor" else f"≥ {self.least:g} × {self.of}"


def within(times):
    return Aim("floor", 1 / times)


def torch(times):
    return Aim("PyTorch", times)


def by_hand(times):
    return Aim("PyTorch by hand", times)


def net(batch, width, layers, inputs=784):
    return f"mlp:batch={batch},in={inputs},width={width},layers={layers},out=10"


GRAPHS = ("torch", "libtorch", "tensorflow")

TASKS = (
    Task(
        "net 2-4-1, one example, SGD step",
        "tiny",
        (*GRAPHS, "encog"),
        (within(1.3), Aim("Encog", 3), Aim("TensorFlow-Java", 400), torch(1000)),
    ),
    Task("net 10-20-5, one example, all gradients", "two-layer", GRAPHS, (within(1.5),)),
    Task(
        "net 784-128-10, softmax, batch 64, SGD step",
        net(64, 128, 1),
        (*GRAPHS, "samediff"),
        (within(1.1), torch(1.25), Aim("TensorFlow-Java", 1.1)),
    ),
    Task(
        "net 784-1024-1024-10, softmax, batch 256, SGD step",
        net(256, 1024, 2),
        ("openblas", *GRAPHS),
        (torch(0.85), Aim("PyTorch", 0.95, "ours with OpenBLAS")),
    ),
    Task("softmax Jacobian, n = 10", "softmax-jacobian:n=10", aims=(within(1.3), torch(700))),
    Task("softmax Jacobian, n = 100", "softmax-jacobian:n=100", aims=(within(1.3), torch(100))),
    Task("softmax Jacobian, n = 1000", "softmax-jacobian:n=1000", aims=(within(1.3), torch(30))),
    Task(
        "Hessian of logistic regression, 1000 × 100",
        "logistic-hessian:m=1000,n=100",
        aims=(within(1.1), torch(5.5), by_hand(1.3)),
    ),
    Task(
        "Hessian of logistic regression, 1000 × 500",
        "logistic-hessian:m=1000,n=500",
        aims=(within(1.1), torch(4), by_hand(1.5)),
    ),
    Task(
        "Hessian of net 10-20-5 by W1, 200 × 200",
        "net-hessian",
        ("torch", "libtorch", "hipparchus"),
        (within(1.5), torch(150)),
    ),
    Task("Hessian times vector, logistic, 1000 × 500", "logistic-hvp:m=1000,n=500"),
    Task("attention, forward and back, 64 × 64", "attention:n=64,d=64"),
    Task("attention, forward and back, 128 × 64", "attention:n=128,d=64"),
    Task("attention, forward and back, 256 × 64", "attention:n=256,d=64"),
    Task("attention, forward and back, 512 × 64", "attention:n=512,d=64"),
    Task("layer norm, forward and back, 128 × 768", "layer-norm:b=128,n=768"),
)

# Time against one size: the name of the axis, and its tasks by their place on it.
SCALING = {
    "batch (784-128-10)": {n: net(n, 128, 1) for n in (1, 4, 16, 64, 256, 1024)},
    "width (784-width-10, batch 64)": {n: net(64, n, 1) for n in (32, 64, 128, 256, 512, 1024, 2048)},
    "hidden layers (of 128, batch 64)": {n: net(64, 128, n, 128) for n in (1, 2, 4, 8, 16, 32)},
}
THREADED = net(256, 1024, 2)

# Gradients in double that outsiders are asked for too.
ORACLES = {
    "two-layer": "oracle-two-layer",
    "logistic": "oracle-logistic",
    "tanh-softmax-ce": "oracle-tanh-softmax-ce",
    "attention": "oracle-attention",
    "layer-norm": "oracle-layer-norm",
}
