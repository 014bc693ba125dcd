#!/usr/bin/env bash
# Holds the PyTorch classes of the examples and identities against torch.autograd.gradcheck, in double.
# Needs a python3 that imports torch (Debian: apt-get install python3-torch). Result: docs/pytorch.md.
set -euo pipefail
cd "$(dirname "$0")/.."

if ! /usr/bin/python3 -c 'import torch' 2>/dev/null && ! python3 -c 'import torch' 2>/dev/null; then
  echo "no python3 here imports torch" >&2
  exit 1
fi
mvn -q -pl core test -Dtest=PyTorchGradcheckTest -Djacobi.pytorch=true -Dsurefire.failIfNoSpecifiedTests=true
