#!/usr/bin/env python3
"""The gradients of the two-layer network in SymPy, as a peer to be timed beside Jacobi.

Prints one JSON object:
  version      SymPy's
  components   milliseconds of each of three runs in which every entry of every gradient is derived and
               printed, for n = 3, a = 4, K = 2; the cache is emptied before each, as Jacobi keeps nothing
  matrix       milliseconds of one such run in matrix form, by MatrixSymbol
  answers      what became of each gradient in matrix form
"""

import json
import random
import time

import sympy
from sympy import Lambda, Matrix, MatrixSymbol, Max, Rational, Symbol, Trace
from sympy.core.cache import clear_cache

SHAPES = {"W1": (4, 3), "b1": (4, 1), "W2": (2, 4), "b2": (2, 1), "x": (3, 1), "y": (2, 1)}
WANTED = ("W1", "b1", "W2", "b2")


def residual(v, relu):
    return v["W2"] * (3 * relu(v["W1"] * v["x"] + v["b1"])) + v["b2"] - v["y"]


def components():
    """Each gradient as the strings of its entries."""
    v = {
        name: Matrix(*shape, lambda i, j: Symbol(f"{name}_{i}{j}", real=True))
        for name, shape in SHAPES.items()
    }
    e = residual(v, lambda s: s.applyfunc(lambda z: Max(z, 0)))
    cost = (e.T * e)[0, 0]
    gradients = {name: v[name].applyfunc(cost.diff) for name in WANTED}
    text = {name: [str(entry) for entry in g] for name, g in gradients.items()}
    return v, gradients, text


def in_matrices():
    """The cost as a trace, which SymPy differentiates best, over matrix symbols."""
    z = Symbol("z", real=True)
    v = {name: MatrixSymbol(name, *shape) for name, shape in SHAPES.items()}
    e = residual(v, lambda s: s.applyfunc(Lambda(z, Max(z, 0))))
    return v, Trace(e.T * e)


def answer(name):
    """What SymPy makes of a gradient in matrix form."""
    v, cost = in_matrices()
    scalars, gradients, _ = components()
    draw = random.Random(1)
    at = {n: Matrix(*s, lambda i, j: Rational(draw.randint(-9, 9), 3)) for n, s in SHAPES.items()}
    try:
        g = cost.diff(v[name])
        str(g)
        value = g.subs({v[n]: at[n] for n in SHAPES}).doit()
        if value.shape != SHAPES[name]:
            return f"an unevaluated expression of shape {value.shape}"
        entries = {scalars[n][i]: at[n][i] for n in SHAPES for i in range(len(at[n]))}
        right = (Matrix(value) - gradients[name].subs(entries)).applyfunc(sympy.simplify)
        return "right" if right.is_zero_matrix else "wrong"
    except Exception as error:  # noqa: BLE001 - what it says is the result
        return f"{type(error).__name__}: {error}".split("\n")[0]


def matrix_run():
    v, cost = in_matrices()
    for name in WANTED:
        try:
            str(cost.diff(v[name]))
        except Exception:  # noqa: BLE001 - told by answer()
            pass


def milliseconds(run):
    clear_cache()
    start = time.perf_counter()
    run()
    return 1e3 * (time.perf_counter() - start)


if __name__ == "__main__":
    components()  # loads what is loaded on first use
    result = {
        "version": sympy.__version__,
        "components": [milliseconds(components) for _ in range(3)],
        "matrix": milliseconds(matrix_run),
        "answers": {name: answer(name) for name in WANTED},
    }
    print(json.dumps(result))
