"""The inputs of the benchmarks, as dev.jacobi.bench.work.Data makes them."""

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


def task(text):
    """`kind:n=1,m=2` as its kind and sizes."""
    kind, _, rest = text.partition(":")
    return kind, {k: int(v) for k, v in (pair.split("=") for pair in rest.split(",") if pair)}
