"""Times what goes from text to text, deriving and printing, with SymPy in turn."""

import json
import pathlib
import statistics
import subprocess
import tempfile
import time

from machine import PYTHON, ROOT, call

COMMAND = [ROOT / "bin" / "jacobi", "derive", ROOT / "examples" / "two-layer.jacobi"]

PROCESS, COMPONENTS, MATRIX = "process", "components", "matrix"
NAMES = {
    "twoLayers": ("two layers", 1),
    "twoLayersChecked": ("two layers, with the check", 2),
    "attention": ("attention", 2),
    "attentionChecked": ("attention, with the check", None),
    "deep 10": ("ten layers", 4),
    "deep 50": ("50 layers", None),
    "deep 100": ("100 layers", None),
    "deep 200": ("200 layers", None),
    "deep 400": ("400 layers", None),
}


def process_round(samples):
    for _ in range(3):
        start = time.perf_counter()
        call(COMMAND)
        samples.setdefault(PROCESS, []).append(1e3 * (time.perf_counter() - start))


def jmh_round(java_command, samples):
    """One fork of each benchmark; what counts of each is its median."""
    with tempfile.TemporaryDirectory() as folder:
        out = pathlib.Path(folder) / "jmh.json"
        call([java_command, "-jar", ROOT / "bench/target/lib/jacobi-bench.jar", "-rf", "json", "-rff", out])
        for b in json.loads(out.read_text()):
            name = " ".join([b["benchmark"].split(".")[-1], *b.get("params", {}).values()])
            samples.setdefault(name, []).append(b["primaryMetric"]["scorePercentiles"]["50.0"])


def peer_round(samples):
    """Empty where there is no SymPy."""
    try:
        done = call([PYTHON, ROOT / "bench/harness/sympy_peer.py"])
    except (subprocess.CalledProcessError, FileNotFoundError):
        return {}
    peer = json.loads(done.stdout)
    samples.setdefault(COMPONENTS, []).extend(peer["components"])
    samples.setdefault(MATRIX, []).append(peer["matrix"])
    return peer


def row(samples, key, name, aim):
    values = samples[key]
    spread = f"{min(values):.2f} to {max(values):.2f}"
    return f"| {name} | {statistics.median(values):.2f} | {spread} | {aim or ''} |"


def report(samples, peer, rounds):
    middle = {key: statistics.median(values) for key, values in samples.items()}
    lines = [
        "## Deriving: from text to text, warm",
        "",
        f"Medians of {rounds} rounds, in milliseconds, with the least and the greatest round. One operation reads a",
        "model, derives all its gradients and writes each in matrix and in index notation. Every number is the median",
        "of the sampled times of a JVM of its own, after 25 seconds of warm-up: after eight the compiler is still at",
        "work, and ten layers take twice as long. The deep networks have a tanh between layers, each of its own",
        "width, and are asked for all weights and biases.",
        "",
        "| | ms | rounds | aim |",
        "| --- | --- | --- | --- |",
    ]
    lines += [row(samples, key, *NAMES[key]) for key in NAMES if key in samples]
    lines += ["", "Time per layer: " + per_layer(middle) + ".", "", "### The command", ""]
    lines += [
        "`bin/jacobi derive examples/two-layer.jacobi` as a whole process, after its first use:",
        f"{middle[PROCESS]:.0f} ms ({min(samples[PROCESS]):.0f} to {max(samples[PROCESS]):.0f}); the aim is 250 ms.",
    ]
    lines += peer_lines(middle, samples, peer) if peer else ["", "SymPy was not there to be timed."]
    return "\n".join(lines) + "\n"


def per_layer(middle):
    depths = [k for k in NAMES if k.startswith("deep") and k in middle]
    return ", ".join(f"{1e3 * middle[k] / int(k.split()[1]):.0f} µs of {k.split()[1]}" for k in depths)


def peer_lines(middle, samples, peer):
    ratio = middle[COMPONENTS] / middle["twoLayersChecked"]
    bare = middle[COMPONENTS] / middle["twoLayers"]
    answers = [f"| dC/d{name} | {text} |" for name, text in peer["answers"].items()]
    return [
        "",
        f"### SymPy {peer['version']}",
        "",
        "The gradients of the same two-layer network, derived and printed in a warm process, its cache emptied",
        "before each run since Jacobi keeps nothing either.",
        "",
        f"- By component, with the sizes n = 3, a = 4, K = 2 (26 entries): {middle[COMPONENTS]:.0f} ms, {bare:.0f} times",
        f"  what Jacobi takes for all sizes, {ratio:.0f} times what it takes with the check.",
        f"- In matrix form, by `MatrixSymbol`: {middle[MATRIX]:.0f} ms, with these answers (judged at one point",
        "  against the components):",
        "",
        "| | answer |",
        "| --- | --- |",
        *answers,
    ]


def run(rounds, java):
    """The section of the report."""
    samples, peer = {}, {}
    for n in range(rounds):
        process_round(samples)
        peer = peer_round(samples) or peer
        jmh_round(java, samples)
        print(f"deriving: round {n + 1} of {rounds}", flush=True)
    return report(samples, peer, rounds)
