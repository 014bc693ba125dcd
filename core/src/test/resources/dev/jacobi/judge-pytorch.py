"""Runs torch.autograd.gradcheck over emitted classes. Argument: a JSON file of cases."""
import inspect
import json
import sys
import warnings

import torch

warnings.simplefilter("ignore")
torch.set_default_dtype(torch.float64)


def tensor(value):
    if value["shape"] is None:
        return int(value["data"][0])
    return torch.tensor(value["data"], dtype=torch.float64).reshape(value["shape"])


def value(values, name):
    return tensor(values[name] if name in values else values[name.rstrip("_")])


def requested(function, arguments):
    """The places of the arguments for which backward returns a gradient."""
    places = [q for q, a in enumerate(arguments) if isinstance(a, torch.Tensor)]
    inputs = [arguments[q].clone().requires_grad_(True) for q in places]
    everything = list(arguments)
    for q, x in zip(places, inputs):
        everything[q] = x
    output = function.apply(*everything)
    outputs = output if isinstance(output, tuple) else (output,)
    total = sum(o.sum() for o in outputs)
    gradients = torch.autograd.grad(total, inputs, allow_unused=True)
    return [q for q, g in zip(places, gradients) if g is not None]


def classes(code):
    space = {}
    exec(code, space)
    return [c for c in space.values()
            if isinstance(c, type) and issubclass(c, torch.autograd.Function)]


def judge(case):
    count = 0
    for c in classes(case["code"]):
        names = list(inspect.signature(c.forward).parameters)[1:]
        arguments = [value(case["values"], n) for n in names]
        places = requested(c, arguments)
        assert places, "no gradient"
        for q in places:
            arguments[q].requires_grad_(True)
        assert torch.autograd.gradcheck(c.apply, arguments, eps=1e-6, atol=1e-5, rtol=1e-4)
        count += 1
    return count


def main():
    with open(sys.argv[1]) as f:
        cases = json.load(f)
    bad = good = 0
    for case in cases:
        try:
            good += judge(case)
        except Exception as e:
            bad += 1
            print("%s: %s: %s\n%s" % (case["id"], type(e).__name__, e, case["code"]))
    print("torch %s: %d classes pass gradcheck at their points, %d cases fail"
          % (torch.__version__, good, bad))
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
