"""Times whole epochs on Fashion-MNIST: ours as `jacobi train` makes them, and the same in PyTorch and libtorch."""

import contextlib
import statistics
import time

import engine
import page
from tasks import SHOWN, Aim, shown
from workers import Absent

NAMES = ("ours", "openblas", "torch", "libtorch")
WARM = 5  # seconds of epochs before the first that counts
NETS = (
    ("784-128-10", 128, 1, 9, (Aim("PyTorch", 1.2),)),
    ("784-1024-1024-10", 1024, 2, 3, (Aim("PyTorch", 0.85), Aim("PyTorch", 0.95, "ours with OpenBLAS"))),
)


def run(java, absent, rounds, examples, where, alone):
    """The section of docs/benchmarks.md."""
    about, lines, notes = {}, [], []
    for net, width, layers, usual, aims in NETS:
        session = engine.Session(java, engine.Plan(True, 1), absent)
        task = f"epoch:examples={examples},batch=64,width={width},layers={layers}"
        names = NAMES[:2] if alone else NAMES
        samples, more = measured(session, task, names, rounds or usual)
        about |= {SHOWN.get(n, n): text for n, text in session.about.items()}
        notes += [f"{net}: {n}" for n in more]
        lines.append(line(net, samples, aims))
        print(lines[-1], flush=True)
    return "\n".join(section(lines, about, absent, notes, rounds, examples, where))


def measured(session, task, names, rounds):
    """Seconds of an epoch, by contender; of those with several ways, of the one that is fastest."""
    with contextlib.ExitStack() as stack:
        ways, notes, truth = {}, [], None
        for name, worker in session.start(names, stack).items():
            try:
                for way in worker.ask(f"open {task}")["ways"]:
                    arrays = worker.ask(f"results {way}")["arrays"]  # the first epoch, which warms too
                    truth = truth or arrays
                    wrong = engine.differs(truth, arrays)
                    if wrong:
                        notes.append(f"{shown(name, way)} ({way}) differs in {wrong}")
                    else:
                        ways[name, way] = worker
            except Absent as e:
                notes.append(f"{SHOWN.get(name, name)}: {e}")
        for (_, way), worker in ways.items():
            end = time.monotonic() + WARM
            while time.monotonic() < end:
                worker.ask(f"once {way}")
        times = {key: [] for key in ways}
        for _ in range(rounds):
            for (name, way), worker in ways.items():
                times[name, way].append(worker.ask(f"once {way}")["us"] / 1e6)
        best = {}
        for (name, way), all_ in times.items():
            label = shown(name, way)
            if label not in best or statistics.median(all_) < statistics.median(best[label]):
                best[label] = all_
        return best, notes


def line(net, samples, aims):
    ours = samples.get("ours")
    cells = []
    for name in ("ours", *SHOWN.values()):
        if name in samples:
            times = f" ({page.rounded2(engine.ratio(samples, 'ours', name))} ×)" if ours and name != "ours" else ""
            cells.append(f"{name} {statistics.median(samples[name]):.3g} s{times}")
    verdicts = [verdict(engine.verdict(a, samples)) for a in aims]
    return f"| {net} | {', '.join(cells)} | {'<br>'.join(verdicts)} |"


def verdict(v):
    word = {True: "met", False: "**missed**", None: "not measured"}[v["met"]]
    return v["aim"] + (f": {page.rounded2(v['ratio'])}, " if v["ratio"] else ": ") + word


def section(lines, about, absent, notes, rounds, examples, where):
    count = f"medians of {rounds} rounds" if rounds else "medians of nine epochs, and of three of the large net"
    return [
        "## Training: an epoch",
        "",
        f"Seconds of an epoch on {examples:,} pictures of Fashion-MNIST, in batches of 64, softmax and cross entropy, plain",
        "SGD, single precision, one thread. Ours is an epoch of `jacobi train`: an order is drawn, batches are copied",
        "from the pictures in memory, steps are made and their losses added up. The others take batches by their numbers",
        "from one tensor of all pictures and make the same steps; PyTorch the faster of updates by hand and",
        f"`torch.optim.SGD`. All must end the first epoch with the same weights, and are warmed for",
        f"{WARM} seconds or more; then they run in turn, {count}.",
        "A ratio is the median over the rounds of the other's time by ours.",
        "",
        *(["This was a part of an epoch: a look, not figures to quote.", ""] if examples < 60000 else []),
        f"Machine: {where}.",
        "",
        "| net | an epoch (times ours) | aim |",
        "| --- | --- | --- |",
        *lines,
        "",
        *(f"- {name}: {text}" for name, text in about.items()),
        *(f"- {SHOWN.get(name, name)} was absent: {why}" for name, why in absent.items() if name in NAMES),
        *(f"- {n}" for n in notes),
    ]
