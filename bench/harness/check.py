"""Times `jacobi check`: one document of five pages, and a class of a thousand of it."""

import pathlib
import random
import statistics
import subprocess
import tempfile
import time

from machine import ROOT

HOMEWORK = ROOT / "examples" / "homework"
PAGES = 5
CLASS = 1000
MISTAKES = [
    ("(z_2 - y) h^\\top", "h (z_2 - y)^\\top"),
    ("W_2^\\top (z_2 - y)", "W_2 (z_2 - y)"),
    ("(1 - h \\odot h)", "(1 + h \\odot h)"),
    ("1 - \\tanh(z_1)^2", "1 - \\tanh(z_1)"),
    ("\\sum_{k=1}^{K} (z_{2,k} - y_k) W_{2,kj}", "(z_{2,k} - y_k) W_{2,kj}"),
    ("(z_{2,k} - y_k) h_j", "(y_k - z_{2,k}) h_j"),
]


def document(seed):
    """Five pages, some 12 kB: our own homework several times over, with two mistakes each time."""
    choose = random.Random(seed)
    once = (HOMEWORK / "right.md").read_text(encoding="utf-8")
    parts = []
    for page in range(PAGES + 2):
        text = once.replace("# Homework 3", f"# Homework {3 + page}")
        for right, wrong in choose.sample(MISTAKES, 2):
            text = text.replace(right, wrong, 1)
        parts.append(text)
    return "\n".join(parts)


def timed(*arguments):
    """Seconds of a whole process; 1 is its answer to what is wrong."""
    start = time.perf_counter()
    done = subprocess.run([ROOT / "bin" / "jacobi", "check", *arguments], capture_output=True, text=True)
    seconds = time.perf_counter() - start
    if done.returncode != 1:
        raise SystemExit(f"check answered {done.returncode}: {done.stdout[-500:]}{done.stderr[-500:]}")
    return seconds, done.stdout


def run(rounds, classes):
    """The section of the report."""
    key = HOMEWORK / "two-layer.jacobi"
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        one = folder / "one.md"
        one.write_text(document(0), encoding="utf-8")
        timed("--key", key, one)
        single = [timed("--key", key, one)[0] for _ in range(rounds)]
        size = one.stat().st_size
        every = folder / "class"
        every.mkdir()
        for n in range(CLASS):
            (every / f"{n:04}.md").write_text(document(n), encoding="utf-8")
        whole = [timed("--class", "--key", key, "--out", folder / f"out{n}", every)[0] for n in range(classes)]
    return report(single, whole, size)


def report(single, whole, size):
    return "\n".join([
        "## Checking",
        "",
        f"A document of {size / 1000:.0f} kB, some five pages, with fourteen mistakes, checked against its key as a whole",
        f"process: {statistics.median(single):.2f} s ({min(single):.2f} to {max(single):.2f}, {len(single)} times); the aim is 1.5 s.",
        "",
        f"{CLASS:,} different submissions of that length by `--class`, on all cores: {statistics.median(whole):.0f} s"
        f" ({', '.join(f'{s:.0f}' for s in whole)}); the aim is 60 s.",
    ]) + "\n"
