"""The inputs of the benchmarks, as dev.jacobi.bench.work.Data makes them."""

import gzip
import pathlib

import numpy as np


def _hash(name, length):
    seed = 0
    for c in name:
        seed = (31 * seed + ord(c)) & 0xFFFFFFFF
    h = np.arange(length, dtype=np.uint32) * np.uint32(0x9E3779B1) + np.uint32(seed)
    h = (h ^ (h >> np.uint32(16))) * np.uint32(0x85EBCA6B)
    h = (h ^ (h >> np.uint32(13))) * np.uint32(0xC2B2AE35)
    return h ^ (h >> np.uint32(16))


def unit(name, length):
    return (_hash(name, length) >> np.uint32(8)) * 2.0**-23 - 1


def uniform(name, *shape, scale=1.0, dtype=np.float32):
    return (scale * unit(name, int(np.prod(shape)))).astype(dtype).reshape(shape)


def classes(name, rows, count):
    return (_hash(name, rows) % np.uint32(count)).astype(np.int64)


def fingerprint(values):
    flat = np.asarray(values, dtype=np.float64).ravel()
    signs = np.where(unit("fingerprint", flat.size) < 0, -1.0, 1.0)
    return [float(flat.size), float(np.abs(flat).sum()), float((signs * flat).sum())]


CLOTHES = pathlib.Path("/usr/share/datasets/fashion-mnist")


def pictures(count):
    """The training part of Fashion-MNIST: pixels between 0 and 1, and classes."""
    pixels = _read("train-images-idx3-ubyte.gz", 16, count * 784).astype(np.float32) / np.float32(255)
    return pixels.reshape(count, 784), _read("train-labels-idx1-ubyte.gz", 8, count).astype(np.int64)


def _read(name, head, count):
    with gzip.open(CLOTHES / name) as file:
        return np.frombuffer(file.read(head + count), dtype=np.uint8, offset=head)


def order(count):
    """The order of the first epoch by seed 0: see dev.jacobi.bench.work.Clothes."""
    mask, golden = (1 << 64) - 1, 0x9E3779B97F4A7C15

    def mix(z):
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9 & mask
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB & mask
        return z ^ (z >> 31)

    state, order = mix(golden) + mix(1) & mask, list(range(count))
    for n in range(count, 1, -1):
        while True:
            state = state + golden & mask
            product = (mix(state) >> 32) * n
            if product & 0xFFFFFFFF >= (-n & 0xFFFFFFFF) % n:
                break
        q = product >> 32
        order[q], order[n - 1] = order[n - 1], order[q]
    return np.array(order, dtype=np.int64)


def task(text):
    """`kind:n=1,m=2` as its kind and sizes."""
    kind, _, rest = text.partition(":")
    return kind, {k: int(v) for k, v in (pair.split("=") for pair in rest.split(",") if pair)}
