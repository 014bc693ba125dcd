"""docs/benchmarks.md: each part is a section of its own, so that one can be written anew without the other."""

import re

from engine import rounded

COSTS = ("first", "again", "cached", "derive", "held", "arrays", "peak")

HEAD = """# Benchmarks

Written by `bench/run`, which times everything in turn, round by round, so that what a number is compared with
ran beside it.

| to | run |
| --- | --- |
| time everything, about half an hour | `bench/run` |
| time the engine in three minutes | `bench/run --quick` |
| time some of its tasks | `bench/run --only softmax` |
| time against sizes, depth and threads alone, about six minutes | `bench/run --part scaling` |
| time whole epochs of training, about six minutes | `bench/run --part epoch` |
| time deriving alone | `bench/run --part derive` |
| time the page, from a key to gradients on the screen | `bench/run --part page` (needs Chromium and Node.js) |
| load the page's server, and try it with hostile clients | `bench/playground load`, `bench/playground hostile` ([figures](playground.md#figures)) |

It needs what `bin/jacobi` needs. Peers in Java come through Maven, half a gigabyte at the first time; PyTorch
takes part where a python3 has it (`$PYTHON`; Debian: `python3-torch libopenblas0-pthread`), SymPy likewise. A
peer that is not there is said to be absent. For figures to quote, let nothing else run.
"""


def write(path, part, text):
    """The page with one part replaced."""
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    parts = {name: body.strip("\n") for name, body in re.findall(r"<!-- (\w+) -->\n(.*?)(?=<!-- \w+ -->|\Z)", before, re.S)}
    parts[part] = text.strip("\n")
    order = ("engine", "scaling", "epoch", "derive", "check", "page")
    sections = [f"<!-- {name} -->\n\n{parts[name]}\n" for name in order if name in parts]
    path.write_text("\n".join([HEAD, *sections]), encoding="utf-8")


def engine(rows, extras, plan, where, about, absent):
    lines = [
        "## The engine: values and derivatives, running",
        "",
        f"Microseconds a run, in single precision and with one thread; medians of {plan.rounds} rounds. Every",
        f"contender is a process of its own, warmed for {plan.together if plan.quick else plan.warm} seconds or more"
        f" and then asked in turn for {plan.slice}",
        "seconds of runs, of which it tells the median. A ratio is the median over the rounds of other by ours. The",
        "floor is Java by hand for this very task, in the same layout, and as far as we got with it. All must",
        "find the same numbers first. A peer has several ways where it offers them; the fastest counts. *By hand*",
        "means that a person wrote the derivative out.",
        "",
        *(["This was a quick run: a look, not figures to quote.", ""] if plan.quick else []),
        f"Machine: {where}.",
        "",
        "| work | ours | floor | ours / floor | peers: time (times ours) |",
        "| --- | --- | --- | --- | --- |",
        *(row(r) for r in rows),
        "",
        *allocation(rows),
        "### Aims",
        "",
        *aims(rows),
        "",
        *extras,
        "### Who took part",
        "",
        *(f"- {name}: {text}" for name, text in about.items()),
        *(f"- {name} was absent: {why}" for name, why in absent.items()),
    ]
    lines += [f"- {r['work']}: {note}" for r in rows for note in r["notes"]]
    return "\n".join(lines) + "\n\nRaw figures of every round are in [benchmarks.json](benchmarks.json).\n"


def allocation(rows):
    measured = [r for r in rows if r.get("bytes") is not None]
    some = [f"{r['work']} ({r['bytes']:g} bytes)" for r in measured if r["bytes"]]
    if not measured:
        return []
    return [f"Of {len(measured)} tasks of ours, these allocate in a run: {', '.join(some) or 'none'}.", ""]


def row(r):
    peers = [f"{name} {number(t)}{times(r['ratios'].get(name))}" for name, t in r["peers"].items()]
    floor = r["ratios"].get("floor")
    ratio = f"{1 / floor:.2f}" if floor else ""
    return f"| {r['work']} | {number(r['ours'])} | {number(r['floor'])} | {ratio} | {', '.join(peers)} |"


def times(ratio):
    return f" ({rounded2(ratio)} ×)" if ratio else ""


def rounded2(x):
    return f"{float(f'{x:.2g}'):g}" if x >= 10 else f"{x:.2f}"


def number(x):
    return "absent" if x is None else f"{rounded(float(f'{x:.3g}')):g}"


def aims(rows):
    words = {True: "met", False: "**missed**", None: "not measured"}
    lines = ["| work | aim | ratio | |", "| --- | --- | --- | --- |"]
    for r in rows:
        for aim in r["aims"]:
            ratio = aim["ratio"]
            lines.append(f"| {r['work']} | {aim['aim']} | {'' if ratio is None else rounded2(ratio)} | {words[aim['met']]} |")
    return lines


def oracles(found):
    lines = [
        "### Outside judges",
        "",
        "The greatest difference between Jacobi's gradients of five examples, compiled in double precision, and",
        "those that the judge finds by its own means, relative to the greatest entry.",
        "",
        "| example | " + " | ".join(sorted({j for by in found.values() for j in by})) + " |",
    ]
    judges = sorted({j for by in found.values() for j in by})
    lines.append("| --- |" + " --- |" * len(judges))
    for example, by in found.items():
        cells = [by[j] if isinstance(by.get(j), str) else f"{by[j]:.0e}" if j in by else "absent" for j in judges]
        lines.append(f"| `{example}` | " + " | ".join(cells) + " |")
    return [*lines, ""]


def scaling(tables, picture, where):
    lines = [
        "## The engine: scaling",
        "",
        f"Microseconds a step of descent in single precision, medians of three rounds, by contenders as above. Machine: {where}.",
        "",
        f"![Time against size]({picture})",
        "",
    ]
    for axis, table in tables.items():
        names = list(dict.fromkeys(n for by in table.values() for n in by))
        lines += [f"| {axis} | " + " | ".join(names) + " |", "| --- |" + " --- |" * len(names)]
        for size, by in table.items():
            lines.append(f"| {size} | " + " | ".join(number(by[n]) if n in by else "" for n in names) + " |")
        lines.append("")
    return lines


def compiling(costs):
    lines = [
        "### Compiling a deep net",
        "",
        "Layers of 64 on a batch of 16, with a step of descent by all weights and biases, from text to running code,",
        "in milliseconds: the first time in a JVM, again when warm, and where the engine has the plan's code already;",
        "and reading and deriving alone. Megabytes: what the compiled function holds, the arrays that it works on and",
        "the greatest heap on the way.",
        "",
        "| layers | first | again | again, code kept | derived alone | holds | arrays | greatest heap |",
        "| --- |" + " --- |" * 7,
    ]
    for layers, c in costs.items():
        cells = ["took longer than four minutes"] if c is None else [number(c[k]) for k in COSTS]
        lines.append(f"| {layers} | " + " | ".join(cells) + " |")
    return [*lines, ""]
