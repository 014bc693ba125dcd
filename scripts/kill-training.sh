#!/bin/sh
# Kills training at random moments, resumes it until it is done, and compares all that it leaves
# with an uninterrupted run, bit for bit. Says what the kills hit.
#
#   scripts/kill-training.sh [KILLS [SEED [FILE]]]     20 kills unless another number is given
#
# What was found is also written into FILE, between its marks: docs/train.md has them.
#
# The net is small and a checkpoint is made after every second step, so that a run has 315 of them and
# takes a few seconds.
set -eu

kills=${1:-20} seed=${2:-1} done=0
root=$(CDPATH='' cd -P -- "${0%/*}/.." && pwd -P)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'echo "after $done kills: interrupted" >&2; exit 130' INT TERM

cat >"$work/net.jacobi" <<'NET'
x  in R[64],  y in onehot[10]
W1 in R[8, 64],  b1 in R[8]
W2 in R[10, 8],  b2 in R[10]
z = W2 relu(W1 x + b1) + b2
C = ce_logits(z, y)
derive C wrt W1, b1, W2, b2
NET

# The shell becomes the JVM: that is what is killed.
train() {
  exec "$root/bin/jacobi" train "$work/net.jacobi" --data digits --epochs 30 \
    --batch 64 --validate 0.1 --early-stop 1000 --schedule cosine --clip 1 --threads 1 \
    --checkpoint-every 2 "$@" >>"$work/log" 2>&1
}

# What has to be the same: all but times.
same() {
  cmp -s "$work/whole/weights.npz" "$1/weights.npz" &&
    [ "$(cut -d, -f1-7 "$work/whole/metrics.csv")" = "$(cut -d, -f1-7 "$1/metrics.csv")" ] &&
    [ "$(grep -v '"seconds' "$work/whole/result.json")" = "$(grep -v '"seconds' "$1/result.json")" ]
}

# made FOLDER: sets $made to the name of the last checkpoint in there, without a process.
made() {
  made=''
  for each in "$1"/checkpoints/*.checkpoint; do
    if [ -f "$each" ]; then made=${each##*/}; fi
  done
}

# What a kill hit, by what the process left in the folder $1; $was is the checkpoint it began with.
hit() {
  made "$1"
  if [ -n "$(find "$1/checkpoints" -name '.*.part' -newer "$work/started" 2>/dev/null)" ]; then
    writing=$((writing + 1))
  elif [ "$made" = "$was" ]; then
    before=$((before + 1))
  elif [ "$made" = "$last" ]; then
    after=$((after + 1))
  else
    between=$((between + 1))
  fi
}

# A random number below $1: sets $drawn.
draw() {
  random=$(((random * 1103515245 + 12345) % 2147483648))
  drawn=$((random / 65536 % $1))
}

pause() {
  sleep "$(printf '%d.%03d' $(($1 / 1000)) $(($1 % 1000)))"
}

# Starts in the folder $1; ends when the first checkpoint is made, or the process is over.
start() {
  made "$1"
  was=$made
  : >"$work/started"
  train --out "$1" --resume &
  pid=$!
}

await() {
  while [ "$made" = "$was" ] && kill -0 "$pid" 2>/dev/null; do
    sleep 0.03
    made "$1"
  done
}

now() { echo $(($(date +%s%N) / 1000000)); }

# The uninterrupted run also leaves an archive of classes. With it, and without the optimising
# compiler, the others start in half the time; the bits may rest on neither.
export JACOBI_JAVA_OPTIONS="-XX:ArchiveClassesAtExit=$work/classes.jsa"
begun=$(now)
start "$work/whole"
await "$work/whole"
starting=$(($(now) - begun))
wait "$pid"
made "$work/whole"
last=$made
length=$(sed -n 's/.*"seconds" : \([0-9]*\)\.\([0-9][0-9][0-9]\).*/\1\2/p' "$work/whole/result.json")
length=$(printf '%s' "$length" | sed 's/^0*//')
length=$((${length:-1000} + 8))
export JACOBI_JAVA_OPTIONS="-XX:SharedArchiveFile=$work/classes.jsa -XX:TieredStopAtLevel=1"

runs=0 random=$seed before=0 writing=0 between=0 after=0
while [ "$done" -lt "$kills" ]; do
  run=$work/run$runs
  runs=$((runs + 1))
  # Each run is killed up to ten times, and then let go. One in eight processes is killed while it
  # starts; the others within an eighth of the time that all takes, counted from the first checkpoint
  # of the process, so that the kills are spread over the whole run.
  for _ in 1 2 3 4 5 6 7 8 9 10; do
    [ "$done" -lt "$kills" ] || break
    start "$run"
    draw 8
    if [ "$drawn" -eq 0 ]; then
      draw "$starting"
    else
      await "$run"
      draw $((length / 8))
    fi
    pause "$drawn"
    if ! kill -9 "$pid" 2>/dev/null; then break; fi # it was done already
    wait "$pid" 2>/dev/null || :
    done=$((done + 1))
    hit "$run"
  done
  (train --out "$run" --resume)
  if ! same "$run"; then
    echo "run $runs, after $done kills, is another than the uninterrupted one" >&2
    tail -20 "$work/log" >&2
    exit 1
  fi
  rm -rf "$run"
  [ -z "${VERBOSE:-}" ] || echo "$done: $writing $between $before $after" >&2
done
told="$done kills in $runs runs, $(date +%Y-%m-%d): each resumed to the same bits. Of these $writing hit the
writing of a checkpoint, $between the steps between two, $before the start of a process up to its first checkpoint, and
$after what follows the last checkpoint."
printf '%s\n' "$told"
if [ -n "${3:-}" ]; then
  printf '%s\n' "$told" >"$work/told"
  sed -i -e '/<!-- kills -->/,/<!-- end of kills -->/{/<!-- kills -->/r '"$work/told" \
    -e '/<!-- /!d' -e '}' "$3"
fi
