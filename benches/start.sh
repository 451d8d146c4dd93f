#!/usr/bin/env bash
# How long the program takes to the first prompt, and how much memory it uses: bash benches/start.sh
#
# It builds the release binary and starts it many times. What it gave is in docs/figures.md.
# The number of repetitions can be given: bash benches/start.sh 200
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

repeat=${1:-50}
cargo build --release --quiet
program=${CARGO_TARGET_DIR:-target}/release/coffeechat
[ -x "$program" ] || { echo "$program is not there" >&2; exit 2; }

# A data folder of our own, and no colours.
COFFEECHAT_HOME=$(mktemp -d)
export COFFEECHAT_HOME NO_COLOR=1 COLUMNS=80 LC_ALL=C
trap 'rm -rf "$COFFEECHAT_HOME"' EXIT

# Least, median and most of the numbers on standard input, each in microseconds.
spread() {
    sort -n | awk '{ n[NR] = $1 }
        END { printf "least %.1f ms, median %.1f ms, most %.1f ms (of %d)\n",
              n[1] / 1000, (n[int((NR + 1) / 2)] + n[int(NR / 2) + 1]) / 2000, n[NR] / 1000, NR }'
}

# The clock in microseconds.
now() { printf '%s' "${EPOCHREALTIME/./}"; }

# A whole run of a command with nothing to read, in microseconds, again and again.
whole_runs() {
    local start
    for ((i = 0; i < repeat; i++)); do
        start=$(now)
        "$@" </dev/null >/dev/null 2>&1
        echo $(($(now) - start))
    done
}

# From the start to the first words of the interviewee, after which the program waits for a line.
first_words() {
    local person=$1 name=$2 start line out
    mkfifo "$COFFEECHAT_HOME/typed"
    for ((i = 0; i < repeat; i++)); do
        start=$(now)
        exec {out}< <(exec "$program" practice "$person" --seed 1 --new <>"$COFFEECHAT_HOME/typed" 2>/dev/null)
        while IFS= read -r -u "$out" line; do
            case $line in "$name: "*) break ;; esac
        done
        echo $(($(now) - start))
        kill "$!" && wait "$!" 2>/dev/null || true
        exec {out}<&-
    done
    rm "$COFFEECHAT_HOME/typed"
}

# The most memory a command had, in MB: 10^6 bytes.
peak() {
    if [ -x /usr/bin/time ]; then
        /usr/bin/time -f '%M' "$@" 2>&1 >/dev/null | tail -n 1 | awk '{ printf "%.1f MB\n", $1 * 1.024 / 1000 }'
    else
        # Ask the kernel about the program while it waits for a line.
        local id kb
        "$@" < <(sleep 2) >/dev/null 2>&1 &
        id=$!
        sleep 1
        kb=$(awk '/^VmHWM/ { print $2 }' "/proc/$id/status")
        wait "$id"
        awk -v kb="$kb" 'BEGIN { printf "%.1f MB\n", kb * 1.024 / 1000 }'
    fi
}

echo "the binary: $(stat -c %s "$program") bytes"
echo "a process that does nothing (/bin/true): $(whole_runs /bin/true | spread)"
for who in "ines-baptista Ines" "rosa-delgado Rosa"; do
    read -r person name <<<"$who"
    echo "$person, to the first words: $(first_words "$person" "$name" | spread)"
    echo "$person, practice --seed 1 --new </dev/null, whole: $(whole_runs "$program" practice "$person" --seed 1 --new | spread)"
    if command -v hyperfine >/dev/null; then
        hyperfine --shell=none --warmup 3 --runs "$repeat" --input /dev/null \
            "$program practice $person --seed 1 --new" | grep -E 'Time|Range'
    fi
    echo "$person, peak memory with nothing said: $(peak "$program" practice "$person" --seed 1 --new </dev/null)"
done
lines=tests/golden/listening.lines.txt
echo "rosa-delgado, a talk of $(wc -l <"$lines") lines, peak memory: $(peak "$program" practice rosa-delgado --seed 7 --new <"$lines")"
echo "people: $(whole_runs "$program" people | spread)"
