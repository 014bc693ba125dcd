"""Times the playground: from a key to gradients on the screen, in a real browser."""

import re
import statistics
import subprocess

from machine import ROOT

AIMS = {"two-layer": 60, "five-layer": 150}
LINE = re.compile(r"^(\S+) +median (\d+) ms, 90% below (\d+) ms, of (\d+) keys$", re.MULTILINE)
PAINT = re.compile(r"^first paint +(\d+) ms$", re.MULTILINE)


def run(rounds, where):
    """The section of the report."""
    said = [once() for _ in range(rounds)]
    found = {name: [] for name in AIMS}
    for text in said:
        # The last of each name: before it, all is compiled.
        for name, line in {m[1]: m for m in LINE.finditer(text)}.items():
            found[name].append((int(line[2]), int(line[3]), int(line[4])))
    paints = [int(PAINT.search(text)[1]) for text in said]
    return report(found, paints, where)


def once():
    done = subprocess.run([ROOT / "bench" / "playground", "latency"], capture_output=True, text=True)
    if done.returncode != 0:
        raise RuntimeError(f"bench/playground answered {done.returncode}: {done.stderr[-500:]}")
    return done.stdout


def report(found, paints, where):
    lines = [
        "## The playground",
        "",
        "From a key that is pressed in the editor to the frame that shows the new gradients, in Chromium, the server on",
        f"the same machine; medians of {len(paints)} runs. Machine: {where}.",
        "Load, hostile clients and what else was measured of it stand in [playground.md](playground.md#figures).",
        "",
        "| network | keys | median, ms | 90% below, ms | aim, ms | |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for name, runs in found.items():
        median, most = (statistics.median(r[q] for r in runs) for q in (0, 1))
        met = "met" if median <= AIMS[name] else "**missed**"
        lines.append(f"| {name} | {sum(r[2] for r in runs)} | {median:.0f} | {most:.0f} | {AIMS[name]} | {met} |")
    lines += ["", f"First contentful paint of the page: {statistics.median(paints):.0f} ms."]
    return "\n".join(lines) + "\n"
