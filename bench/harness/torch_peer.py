"""PyTorch as a contender: answers the same lines as dev.jacobi.bench.work.Worker.

Each task has the ways in which one would write it well: the fastest counts. `hand` in the name of a way says
that the derivative was written by hand, which is another contender.
"""

import json
import os
import sys
import time

import torch

import data
import torch_arrays  # noqa: F401
import torch_nets  # noqa: F401
import torch_oracles  # noqa: F401
from torch_shared import TABLE

torch.set_num_threads(int(os.environ.get("BENCH_THREADS", "1")))


def timing(work, seconds):
    def batch(count):
        start = time.perf_counter()
        for _ in range(count):
            work()
        return time.perf_counter() - start

    end = time.perf_counter() + seconds
    count = max(1, int(5e-4 / max(1e-9, min(batch(1) for _ in range(3)))))
    times = [batch(count) / count]
    while time.perf_counter() < end:
        times.append(batch(count) / count)
    times.sort()
    return {"us": 1e6 * times[len(times) // 2], "least": 1e6 * times[0], "batches": len(times)}


def serve():
    print(json.dumps({"about": f"PyTorch {torch.__version__}, Python {sys.version.split()[0]}"}), flush=True)
    ways = {}
    for line in sys.stdin:
        command, _, rest = line.strip().partition(" ")
        try:
            if command == "open":
                kind, sizes = data.task(rest)
                ways = TABLE[kind](sizes) if kind in TABLE else {}
                ways = {name.replace(" ", "_"): way for name, way in ways.items()}
                answer = {"ways": list(ways)}
            elif command == "once":
                start = time.perf_counter()
                ways[rest]()
                answer = {"us": 1e6 * (time.perf_counter() - start)}
            elif command in ("warm", "time"):
                way, seconds = rest.split()
                answer = timing(ways[way], float(seconds))
            else:
                left = {name: a.detach().numpy() for name, a in ways[rest]().items()}
                full = command == "values"
                answer = {"arrays": {n: a.ravel().tolist() if full else data.fingerprint(a) for n, a in left.items()}}
        except Exception as e:  # said to the asker, who goes on
            answer = {"error": f"{type(e).__name__}: {e}".splitlines()[0]}
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    serve()
