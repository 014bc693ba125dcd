"""Contenders as processes that answer a line with a line of JSON: see dev.jacobi.bench.work.Worker."""

import json
import os
import pathlib
import selectors
import subprocess
import time

HERE = pathlib.Path(__file__).resolve().parent
BENCH = HERE.parent
LIBRARY = BENCH / "target/lib"
JAVA_OPTIONS = ["-Xmx6g", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"]
VECTOR = ["--add-modules", "jdk.incubator.vector"]
EXAMPLES = f"-Djacobi.examples={BENCH.parent / 'examples'}"
PATIENCE = 120

# Peers that run in Java: each the folder of a module in bench/peers, with its class.
PEERS = {
    name.lower(): f"dev.jacobi.bench.peers.{name}"
    for name in ("LibTorch", "TensorFlow", "SameDiff", "Encog", "Hipparchus")
}


class Absent(Exception):
    """Why a contender takes no part."""


class Worker:
    """A process that is spoken to; whatever it says on its error stream is kept for when it dies."""

    def __init__(self, command, environment):
        self.log = (BENCH / "target" / "worker.log").open("a+")
        self.process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self.log,
            env=os.environ | environment,
            cwd=BENCH / "target",
        )
        self.selector = selectors.DefaultSelector()
        self.selector.register(self.process.stdout, selectors.EVENT_READ)
        self.pending = b""

    def greeting(self):
        return self.hear()["about"]

    def ask(self, line):
        self.say(line)
        return self.hear()

    def say(self, line):
        try:
            self.process.stdin.write(line.encode() + b"\n")
            self.process.stdin.flush()
        except OSError as e:
            raise Absent(f"it ended: {e}") from e

    def hear(self):
        end = time.monotonic() + PATIENCE
        while not (line := self._line(end)).startswith(b"{"):
            # A peer's library may talk on the same stream, at its first start on a machine above all.
            self.log.write(line.decode(errors="replace") + "\n")
        answer = json.loads(line)
        if "error" in answer:
            raise Absent(answer["error"])
        return answer

    def _line(self, end):
        while b"\n" not in self.pending:
            if not self.selector.select(max(0, end - time.monotonic())):
                self.close()
                raise Absent(f"no answer in {PATIENCE} seconds")
            some = os.read(self.process.stdout.fileno(), 1 << 16)
            if not some:
                raise Absent(f"it ended with status {self.process.wait()}: see {self.log.name}")
            self.pending += some
        line, _, self.pending = self.pending.partition(b"\n")
        return line

    def close(self):
        """Ends the process, whatever it is at."""
        try:
            self.process.stdin.close()
            self.process.wait(2)
        except (OSError, subprocess.TimeoutExpired):
            self.process.kill()
            self.process.wait()
        self.selector.close()
        self.process.stdout.close()
        self.log.close()


def threads(count):
    names = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BENCH_THREADS")
    waiting = {"OMP_WAIT_POLICY": "PASSIVE", "GOMP_SPINCOUNT": "0"} if count > 1 else {}
    return {name: str(count) for name in names} | waiting


def start(name, java, count=1, options=()):
    """A contender by its name: `ours`, `floor`, `torch`, or the folder of a peer."""
    return Worker(command(name, java, options), threads(count))


def command(name, java, options=()):
    if name == "openblas":
        return command("ours", java, (f"-Djacobi.blas={blas()}",))
    if name == "torch":
        return [torch_python(), HERE / "torch_peer.py"]
    if name in ("ours", "floor"):
        jar = LIBRARY / "jacobi-bench.jar"
        return [java, *JAVA_OPTIONS, *VECTOR, EXAMPLES, *options, "-cp", jar, "dev.jacobi.bench.work.Worker", name]
    library = BENCH / "peers" / name / "target/lib"
    if not library.is_dir():
        raise Absent("not built")
    return [java, *JAVA_OPTIONS, "-cp", f"{library}/*", "dev.jacobi.bench.work.Worker", PEERS[name]]


def blas():
    """The OpenBLAS that ours is lent where it is allowed one."""
    for path in (os.environ.get("BLAS"), "/usr/lib/x86_64-linux-gnu/openblas-pthread/libopenblas.so.0"):
        if path and pathlib.Path(path).exists():
            return path
    raise Absent("no OpenBLAS ($BLAS; Debian: libopenblas0-pthread)")


def torch_python():
    """The first python3 that has PyTorch; Debian's package serves /usr/bin/python3 alone."""
    for python in (os.environ.get("PYTHON"), "/usr/bin/python3", "python3"):
        if python and subprocess.run([python, "-c", "import torch"], capture_output=True).returncode == 0:
            return python
    raise Absent("no python3 with PyTorch (Debian: python3-torch libopenblas0-pthread)")
