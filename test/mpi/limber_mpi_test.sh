#!/bin/sh
# The same file for any number of ranks; a killed rank and a killed run lose nothing.
# Usage: limber_mpi_test.sh PATH/TO/limber-mpi [PATH/TO/mpirun]
set -u
program=$1
mpirun=${2:-mpirun}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
failures=0

check() { # WHAT COMMAND...
  what=$1; shift
  if "$@"; then echo "ok: $what"; else echo "FAILED: $what"; failures=$((failures + 1)); fi
}

options="--oversubscribe"
[ "$(id -u)" = 0 ] && options="$options --allow-run-as-root"
"$mpirun" --version 2>/dev/null | grep -qE "Open MPI|OpenRTE" || options=""
run() { # RANKS FILE ARGS...
  ranks=$1; file=$2; shift 2
  "$mpirun" $options -n "$ranks" "$program" --out "$file" "$@" 2>>"$folder/log"
}
short="--points 48 --chunk 8 --transient 20 --window 4"
long="--points 512 --chunk 16 --transient 300 --window 8"

run 1 "$folder/one.csv" $short
for ranks in 2 3; do
  run $ranks "$folder/more.csv" $short
  check "$ranks ranks write the same bytes as one" cmp -s "$folder/one.csv" "$folder/more.csv"
done
check "every point is in the file" test "$(grep -c done "$folder/one.csv")" = 48
check "a finished run leaves no part file" test ! -e "$folder/one.csv.part"

run 2 "$folder/zero.csv" --points 0
check "no points make a file with a heading only" test "$(wc -l < "$folder/zero.csv")" = 1
check "a wrong argument is a usage error" sh -c "! $mpirun $options -n 1 $program --nonsense 2>/dev/null"
check "a folder that does not exist is an error" \
  sh -c "! $mpirun $options -n 2 $program --out $folder/none/x.csv 2>/dev/null"

# The process of rank $2 started by mpirun $1.
process_of() {
  for pid in $(cat /proc/"$1"/task/*/children 2>/dev/null); do
    if tr '\0' '\n' < /proc/"$pid"/environ 2>/dev/null | grep -qx "OMPI_COMM_WORLD_RANK=$2"; then
      echo "$pid"
    fi
  done
}
# Starts a long run (options of mpirun in $1) and kills rank $2 once something is finished.
kill_rank() {
  rm -f "$folder/killed.csv" "$folder/killed.csv.part"
  "$mpirun" $options $1 -n 2 "$program" --out "$folder/killed.csv" $long 2>>"$folder/log" &
  started=$!
  tries=0
  while [ "$(cat "$folder/killed.csv.part" 2>/dev/null | wc -c)" -lt 1000 ] &&
    [ $tries -lt 600 ]; do
    sleep 0.02; tries=$((tries + 1))
  done
  victim=$(process_of $started "$2")
  [ -n "$victim" ] && kill -KILL "$victim"
  wait $started
}

if [ -n "$options" ] && [ -d /proc ]; then
  run 2 "$folder/whole.csv" $long
  kill_rank --enable-recovery 1
  check "the others finish without a killed rank" test $? = 0
  check "a rank was killed" test -n "$victim"
  check "and nothing is missing" cmp -s "$folder/whole.csv" "$folder/killed.csv"

  kill_rank "" 1
  check "without recovery the run stops" test ! -e "$folder/killed.csv"
  check "a run with other settings is refused" \
    sh -c "! $mpirun $options -n 1 $program --out $folder/killed.csv --points 7 2>/dev/null"
  run 2 "$folder/killed.csv" $long
  check "the next run goes on from there" grep -q "[1-9][0-9]* chunks found finished" "$folder/log"
  check "and its file is the same" cmp -s "$folder/whole.csv" "$folder/killed.csv"
fi

if [ -w /dev/full ]; then
  ln -s /dev/full "$folder/full.csv.part"
  check "a full disk is an error" \
    sh -c "! $mpirun $options -n 1 $program --out $folder/full.csv $short 2>/dev/null"
fi
exit $failures
