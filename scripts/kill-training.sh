#!/bin/sh
# Kills training at random moments, resumes it until it is done, and compares what it learned with
# an uninterrupted run, bit for bit.
#
#   scripts/kill-training.sh [KILLS [SEED]]        20 kills unless another number is given
set -eu

kills=${1:-20} seed=${2:-1}
root=$(CDPATH='' cd -P -- "${0%/*}/.." && pwd -P)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The shell becomes the JVM: that is what is killed.
train() {
  exec "$root/bin/jacobi" train "$root/examples/digits.jacobi" --data digits --epochs 4 --validate 0.1 \
    --schedule cosine --checkpoint-every 7 "$@" >>"$work/log" 2>&1
}

# What has to be the same: all but the seconds.
same() {
  cmp -s "$work/whole/weights.npz" "$1/weights.npz" &&
    [ "$(cut -d, -f1-7 "$work/whole/metrics.csv")" = "$(cut -d, -f1-7 "$1/metrics.csv")" ]
}

started=$(date +%s%N)
(train --out "$work/whole")
length=$((($(date +%s%N) - started) / 1000000))

done=0 runs=0 random=$seed
while [ "$done" -lt "$kills" ]; do
  run=$work/run$runs
  runs=$((runs + 1))
  # Each run is killed up to five times, at any moment from its start on, and then let go.
  for _ in 1 2 3 4 5; do
    [ "$done" -lt "$kills" ] || break
    random=$(((random * 1103515245 + 12345) % 2147483648))
    wait_ms=$((random / 65536 % length))
    train --out "$run" --resume &
    pid=$!
    sleep "$(printf '%d.%03d' $((wait_ms / 1000)) $((wait_ms % 1000)))"
    if ! kill -9 "$pid" 2>/dev/null; then break; fi # it was done already
    wait "$pid" 2>/dev/null || :
    done=$((done + 1))
  done
  (train --out "$run" --resume)
  if ! same "$run"; then
    echo "run $runs, after $done kills, is another than the uninterrupted one" >&2
    tail -20 "$work/log" >&2
    exit 1
  fi
  rm -rf "$run"
done
echo "$done kills in $runs runs: each resumed to the same bits"
