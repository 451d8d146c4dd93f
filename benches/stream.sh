#!/usr/bin/env bash
# How fast `assess --jsonl` takes a long stream, and how much memory it needs: bash benches/stream.sh
#
# The stream is made as it is read, from the questions of the built-in banks again and again, every other
# one after something that somebody said; nothing of it is stored. Its size in MB (10^6 bytes) can be
# given, 1000 unless it is: bash benches/stream.sh 20. Lines are heard by their words alone (--fast); with an
# empty second argument, also by what they mean: bash benches/stream.sh 1 ""
# What it gave is in docs/figures.md.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

megabytes=${1:-1000}
how=${2---fast}
cargo build --release --quiet
program=${CARGO_TARGET_DIR:-target}/release/coffeechat
[ -x "$program" ] || { echo "$program is not there" >&2; exit 2; }

folder=$(mktemp -d)
export COFFEECHAT_HOME=$folder NO_COLOR=1 LC_ALL=C
trap 'rm -rf "$folder"' EXIT

# A quoted value after a key, one a line, still quoted: TOML's plain strings are JSON's.
quoted() { sed -nE "s/^ *($1) = (\"[^\"\\\\]+\")\$/\\2/p" "${@:2}"; }

# Rows until there are enough bytes.
rows() {
    awk -v most="$((megabytes * 1000000))" '
        NR == FNR { said[++told] = $0; next }
        { asked[++questions] = $0 }
        END {
            while (bytes < most) {
                n++
                row = "{\"id\":" n ",\"text\":" asked[n % questions + 1]
                if (n % 2) row = row ",\"prev\":" said[n % told + 1]
                row = row "}"
                bytes += length(row) + 1
                print row
            }
        }' <(quoted short scenarios/*.toml) <(quoted 'text|weak' question_banks/*.toml)
}

# Runs the program on the stream; what it used goes to a file, as seconds of the clock, seconds of all
# cores, and peak kB.
measured() {
    if [ -x /usr/bin/time ]; then
        /usr/bin/time -o "$folder/used" -f '%e %U %S %M' "$program" assess --jsonl ${how:+"$how"}
    else
        # Without it, ask the kernel how much memory there was at the most so far, until the end.
        local start id hwm=0 now
        start=${EPOCHREALTIME/./}
        "$program" assess --jsonl ${how:+"$how"} <&0 &
        id=$!
        while now=$(awk '/^VmHWM/ { print $2 }' "/proc/$id/status" 2>/dev/null) && [ -n "$now" ]; do
            hwm=$now
            sleep 0.2
        done
        wait "$id"
        awk -v t="$((${EPOCHREALTIME/./} - start))" -v kb="$hwm" 'BEGIN { print t / 1000000, "?", "?", kb }' >"$folder/used"
    fi
}

lines=$(rows | measured | wc -l)
read -r clock user system kb <"$folder/used"
awk -v lines="$lines" -v clock="$clock" -v user="$user" -v sys="$system" -v kb="$kb" \
    -v cores="$(nproc)" -v mb="$megabytes" 'BEGIN {
    printf "%d MB, %d lines, %.1f s on %d cores\n", mb, lines, clock, cores
    printf "%.0f lines/s\n", lines / clock
    if (user == "?") printf "%.0f lines/s/core, if all cores were busy\n", lines / clock / cores
    else printf "%.0f lines/s/core (%.1f s of cores used)\n", lines / (user + sys), user + sys
    printf "peak memory: %.1f MB\n", kb * 1.024 / 1000
}'
