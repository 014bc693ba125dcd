"""This machine: where things are, and what it is."""

import os
import pathlib
import platform
import subprocess

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
PYTHON = os.environ.get("PYTHON", "python3")


def call(command, **options):
    return subprocess.run(command, check=True, cwd=ROOT, capture_output=True, text=True, **options)


def java():
    """The JDK that the launcher finds; it must have run once."""
    call([ROOT / "bin" / "jacobi", "--version"])
    return (ROOT / "cli/target/launcher/jdk").read_text().splitlines()[1] + "/bin/java"


def build():
    maven("-Pbench", "-pl", "bench", "-am")


def build_peers(names):
    """All in one go, where something is newer than what was built. Why those that could not be built were not."""
    wanted = [name for name in names if not current(name)]
    if not wanted:
        return {}
    print("building the peers, which may take some minutes at the first time", flush=True)
    modules = ",".join(f"bench/peers/{name}" for name in wanted)
    try:
        maven("-Ppeers", "-fae", "-pl", modules, "-am")
        return {}
    except subprocess.CalledProcessError as e:
        said = (e.stdout + e.stderr).splitlines()
        failed = {name: [line for line in said if f"jacobi-bench-{name}" in line] for name in wanted}
        return {name: "could not be built: " + lines[0] for name, lines in failed.items() if lines}


def current(name):
    peer = ROOT / "bench/peers" / name
    jars = list((peer / "target/lib").glob(f"jacobi-bench-{name}-*.jar"))
    sources = [ROOT / "bench/src/main/java/dev/jacobi/bench/work", peer / "src", peer / "pom.xml", peer.parent / "pom.xml"]
    newest = max(f.stat().st_mtime for s in sources for f in (s.rglob("*") if s.is_dir() else [s]))
    return bool(jars) and min(j.stat().st_mtime for j in jars) > newest


def maven(*arguments):
    call(["mvn", "-q", "-B", *arguments, "-Dmaven.test.skip=true", "-Dmaven.compiler.failOnWarning=false", "package"])


def described(java_command):
    info = {}
    cpuinfo = pathlib.Path("/proc/cpuinfo")
    if cpuinfo.exists():
        for line in cpuinfo.read_text().splitlines():
            key, _, value = line.partition(":")
            info.setdefault(key.strip(), value.strip())
    version = subprocess.run([java_command, "-version"], capture_output=True, text=True).stderr
    family = info.get("model name", platform.processor() or platform.machine())
    number = f" (family {info['cpu family']})" if "cpu family" in info else ""
    flags = [f for f in ("avx2", "avx512f") if f in info.get("flags", "").split()]
    load = f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"
    return (
        f"{os.cpu_count()} cores of {family}{number} {', '.join(flags)}, {platform.system()}, "
        f"JDK {version.split(chr(34))[1]}; load when it began {load}"
    )
