"""Runs emitted functions and holds their values against given ones. Argument: a JSON file of cases."""
import json
import sys
import warnings

import numpy as np

warnings.simplefilter("ignore")  # a value that a condition cuts off may be infinite


def arguments(function, values):
    code = function.__code__
    for name in code.co_varnames[: code.co_argcount + code.co_kwonlyargcount]:
        v = values[name] if name in values else values[name.rstrip("_")]
        if v["shape"] is None:
            yield name, int(v["data"][0])
        elif not v["shape"]:
            yield name, v["data"][0]
        else:
            yield name, np.array(v["data"], float).reshape(v["shape"])


def judge(case):
    space = {"np": np}
    exec(case["code"], space)
    function = [f for f in space.values() if hasattr(f, "__code__")][-1]
    got = function(**dict(arguments(function, case["values"])))
    if not case["shape"]:
        assert isinstance(got, float), "not a float: %r" % type(got)
    got = np.asarray(got)
    want = np.array(case["want"], float).reshape(case["shape"])
    assert got.dtype == float, "values of type %s" % got.dtype
    assert got.shape == want.shape, "shape %s for %s" % (got.shape, want.shape)
    scale = max([1.0] + [abs(w) for w in want.flat if np.isfinite(w)])
    assert np.allclose(got, want, rtol=0, atol=1e-9 * scale, equal_nan=True), (
        "values %s for %s" % (got, want))


def main():
    with open(sys.argv[1]) as f:
        cases = json.load(f)
    bad = 0
    for case in cases:
        try:
            judge(case)
        except Exception as e:
            bad += 1
            print("%s: %s: %s\n%s" % (case["id"], type(e).__name__, e, case["code"]))
    print("%d functions at %d points, %d disagree"
          % (len({(c["id"], c["code"]) for c in cases}), len(cases), bad))
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
