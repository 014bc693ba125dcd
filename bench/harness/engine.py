"""Times ours, the floor and the peers in turn, and says whether they agree."""

import contextlib
import json
import statistics
import subprocess
import sys

from tasks import ORACLES, SCALING, SHOWN, THREADED, shown
from workers import Absent, command, start

TOLERANCE = 1e-4


class Plan:
    """How long everything takes, in seconds."""

    def __init__(self, quick, rounds):
        self.quick = quick
        self.rounds = rounds or (3 if quick else 9)
        self.together = 2.5
        self.warm = 0.4 if quick else 5
        self.warm_peer = 0.3 if quick else 2
        self.trial = 0.1 if quick else 0.5
        self.slice = 0.1 if quick else 0.5


class Session:
    """The workers of one task, and what has been said about those that are not there."""

    def __init__(self, java, plan, absent, threads=1):
        self.java, self.plan, self.absent, self.threads = java, plan, absent, threads
        self.about = {}

    def start(self, names, stack):
        """Workers by name. They start together, since most take a second."""
        workers = {}
        for name in names:
            if name in self.absent:
                continue
            with self._or_absent(name):
                workers[name] = start(name, self.java, self.threads)
                stack.callback(workers[name].close)
        for name in list(workers):
            with self._or_absent(name):
                self.about[name] = workers[name].greeting()
                continue
            del workers[name]
        return workers

    @contextlib.contextmanager
    def _or_absent(self, name):
        try:
            yield
        except Absent as e:
            self.absent[name] = str(e)
            say(f"{SHOWN.get(name, name)} takes no part: {e}")

    def run(self, task, names):
        """Samples by the name that is shown, each a list with a time for each round, and notes."""
        with contextlib.ExitStack() as stack:
            workers = self.start(names, stack)
            entries, notes = self._entries(task, workers)
            samples = {name: [] for name in entries}
            least = {}
            for _ in range(self.plan.rounds):
                for name in list(entries):
                    worker, way = entries[name]
                    try:
                        timed = worker.ask(f"time {way} {self.plan.slice}")
                    except Absent as e:
                        notes.append(f"{name} stopped: {e}")
                        del entries[name], samples[name]
                        least.pop(name, None)
                        continue
                    samples[name].append(timed["us"])
                    least[name] = min(timed["least"], least.get(name, timed["least"]))
            bytes_ = self._allocated(entries)
            return {"bytes": bytes_, "samples": samples, "least": least, "ways": {n: w for n, (_, w) in entries.items()}, "notes": notes}

    def _allocated(self, entries):
        """The bytes that a run of ours allocates, where a thousand runs take less than ten seconds or so."""
        if "ours" not in entries:
            return None
        worker, way = entries["ours"]
        with contextlib.suppress(Absent):
            if worker.ask(f"time {way} 0.01")["us"] < 1e4:
                return worker.ask(f"allocated {way}")["bytes"]
        return None

    def _entries(self, task, workers):
        """Of each contender the fastest way, warmed, if its answer is right."""
        entries, notes, truth = {}, [], None
        if self.plan.quick:
            self._warm_together(task, workers)
        for name, worker in workers.items():
            try:
                ways = worker.ask(f"open {task}")["ways"]
                groups = {}
                for way in ways:
                    arrays = worker.ask(f"results {way}")["arrays"]
                    truth = truth or arrays
                    wrong = differs(truth, arrays)
                    if wrong:
                        notes.append(f"{shown(name, way)} ({way}) differs in {wrong}")
                        continue
                    groups.setdefault(shown(name, way), []).append(way)
                for label, same in groups.items():
                    entries[label] = (worker, self._fastest(worker, same, name in ("ours", "floor", "openblas")))
            except Absent as e:
                notes.append(f"{SHOWN.get(name, name)}: {e}")
        return entries, notes

    def _warm_together(self, task, workers):
        """Saves time at the price of warming two at once; what their runs change is made anew when they open again."""
        ours = [workers[name] for name in ("floor", "ours") if name in workers]
        warming = []
        for worker in ours:
            with contextlib.suppress(Absent):
                for way in worker.ask(f"open {task}")["ways"][:1]:
                    worker.say(f"warm {way} {self.plan.together}")
                    warming.append(worker)
        for worker in warming:
            with contextlib.suppress(Absent):
                worker.hear()

    def _fastest(self, worker, ways, thoroughly):
        times = {}
        for way in ways:
            worker.ask(f"warm {way} {self.plan.warm if thoroughly else self.plan.warm_peer}")
            if len(ways) > 1:
                times[way] = worker.ask(f"time {way} {self.plan.trial}")["us"]
        return min(times, key=times.get) if times else ways[0]


def differs(truth, arrays):
    """The name of an array that is not what the first contender found, or None. Some leave more than others."""
    for name in truth.keys() & arrays.keys():
        (length, size, signed), (n, s, g) = truth[name], arrays[name]
        if n != length or None in (s, g) or abs(s - size) > TOLERANCE * size or abs(g - signed) > TOLERANCE * size:
            return name
    return None if truth.keys() & arrays.keys() else "everything"


def row(task, measured):
    """One row of docs/benchmarks.json. A ratio is how many times ours the other's time is, round by round."""
    samples = measured["samples"]
    middle = {name: rounded(statistics.median(times)) for name, times in samples.items()}
    ours = samples.get("ours")
    others = [name for name in samples if name != "ours"]
    ratios = {n: ratio(samples, "ours", n) for n in others} if ours else {}
    return {
        "work": task.work,
        "ours": middle.get("ours"),
        "floor": middle.get("floor"),
        "peers": {name: middle[name] for name in others if name != "floor"},
        "ratios": ratios,
        "aims": [verdict(aim, samples) for aim in task.aims],
        "ways": measured["ways"],
        "least": {name: rounded(t) for name, t in measured["least"].items()},
        "rounds": {name: [rounded(t) for t in times] for name, times in samples.items()},
        "bytes": measured["bytes"],
        "notes": measured["notes"],
    }


def ratio(samples, one, other):
    """How many times the one's time is the other's: the median over the rounds, in each of which both ran."""
    if one not in samples or other not in samples:
        return None
    return rounded(statistics.median(b / a for a, b in zip(samples[one], samples[other])))


def verdict(aim, samples):
    found = ratio(samples, aim.by, aim.of)
    shown_ratio = 1 / found if found and aim.of == "floor" else found
    return {"aim": aim.text(), "ratio": shown_ratio, "met": None if found is None else found >= aim.least}


def oracles(java, absent):
    """Of each example by judge the greatest difference from ours, relative to the greatest entry."""
    session = Session(java, Plan(True, 1), absent)
    with contextlib.ExitStack() as stack:
        workers = session.start(("ours", "torch", "hipparchus"), stack)
        found = {}
        for example, task in ORACLES.items():
            answers = {}
            for name, worker in workers.items():
                try:
                    way = worker.ask(f"open {task}")["ways"][0]
                    answers[name] = worker.ask(f"values {way}")["arrays"]
                except Absent as e:
                    say(f"{example} by {name}: {e}")
            ours = answers.pop("ours", None)
            found[example] = {SHOWN[n]: farthest(ours, a) if ours else "ours failed" for n, a in answers.items()}
        return found


def farthest(ours, theirs):
    worst = 0.0
    for name, values in theirs.items():
        if len(ours.get(name, ())) != len(values):
            return f"d{name} differs in length"
        size = max(map(abs, values)) or 1.0
        worst = max([worst, *(abs(a - b) / size for a, b in zip(ours[name], values))])
    return worst


def brief():
    plan = Plan(False, 3)
    plan.warm, plan.slice, plan.warm_peer = 3, 0.4, 1
    return plan


def medians(java, absent, task, names, threads=1):
    measured = Session(java, brief(), absent, threads).run(task, names)
    for note in measured["notes"]:
        say(f"{task}: {note}")
    return {name: rounded(statistics.median(times)) for name, times in measured["samples"].items()}


def scaling(axis, java, absent, alone):
    names = ("floor", "ours") if alone else ("floor", "ours", "torch")
    table = {}
    for size, task in SCALING[axis].items():
        table[size] = medians(java, absent, task, names)
        say(f"{axis} {size}: {table[size]}")
    return table


def threads(java, absent, alone):
    names = ("ours",) if alone else ("ours", "torch")
    return {n: medians(java, absent, THREADED, names, n) for n in (1, 2)}


def compiling(java):
    """What it takes to compile deep nets, by depth: see dev.jacobi.bench.ours.CompileCost."""
    costs = {}
    for layers in (10, 50, 200):
        line = command("ours", java, ("-Xss256m",))
        line[-2:] = ["dev.jacobi.bench.ours.CompileCost", str(layers)]
        try:
            done = subprocess.run(line, check=True, capture_output=True, text=True, timeout=240)
            costs[layers] = json.loads(done.stdout)
        except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as e:
            costs[layers] = None
            say(f"compiling {layers} layers: {e}")
    return costs


def rounded(x):
    return float(f"{x:.4g}")


def say(text):
    print(text, file=sys.stderr, flush=True)
