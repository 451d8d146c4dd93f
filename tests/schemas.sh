#!/usr/bin/env bash
# Holds the schemas of `coffeechat pack schema` against a real language server for TOML: tombi.
#
#   bash tests/schemas.sh        from the root of the repository
#
# 1. In the built-in pack, and in a small pack with much of what a file may say, tombi finds nothing wrong.
# 2. Each of a table of mistakes is found, in the right line and in words that help.
# 3. Over a key, tombi shows what our docstring says; it offers the keys and words that can stand at a place.
#
# Needs cargo and python3; the third part is tests/schemas.py. Where tombi is missing, it comes from PyPI into a folder that is deleted at the end.
set -euo pipefail
exec </dev/null

TOMBI_VERSION=1.9.6

fail() { printf '%s\n' "$*" >&2; exit 1; }
[ -f pack.toml ] && [ -f Cargo.toml ] || fail "run this from the root of the repository"
root=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export COFFEECHAT_HOME="$work/home" NO_COLOR=1

# --- the tools ---------------------------------------------------------------------------------------

if ! command -v tombi >/dev/null; then
    echo "tombi is not installed: fetching $TOMBI_VERSION from PyPI"
    python3 -m venv "$work/python" && "$work/python/bin/pip" install -q "tombi==$TOMBI_VERSION" \
        || fail "tombi could not be installed, so the schemas were not tested: pip install tombi==$TOMBI_VERSION"
    PATH="$work/python/bin:$PATH"
fi
command -v tombi >/dev/null || fail "tombi was installed and cannot be found, so the schemas were not tested"
tombi --version

coffeechat() { cargo run -q --locked --manifest-path "$root/Cargo.toml" -- "$@"; }

# Has tombi look at files of a pack; prints what it finds. tombi takes its settings from where it stands.
lint() { (cd "$1" && shift && tombi lint --offline --error-on-warnings "$@" 2>&1); }

# --- 1. what is right is accepted --------------------------------------------------------------------

mkdir "$work/built-in" "$work/small"
cp -r pack.toml scenarios question_banks cases "$work/built-in/"
mkdir "$work/small/scenarios" "$work/small/question_banks" "$work/small/cases"

cat >"$work/small/pack.toml" <<'TOML'
schema = 1
id = "small"
title = "A small pack"
description = "For a test."
version = "1.0.0"
default_scenario = "lena"

[requires]
coffeechat = ">=0.1"

[etiquette.thank_you]
within_hours = 48
reason = "Two days are soon enough."

[etiquette.pays]
who = "each"

[check.gate-without-else]
severity = "off"
reason = "The base has a line for it."

[ext.anything]
list = [1, "two", { three = 3 }]
TOML
cat >"$work/small/scenarios/lena.toml" <<'TOML'
schema = 1
id = "lena"
title = "Night nurse"
difficulty = 2
extends = "professional"
base = false

[interviewee]
name = "Lena Roth"
role = "Nurse"
organisation = "St Anne's"
temperament = { warmth = 1, talkative = 0.5 }

[brief]
facts = []

[time]
minutes = 20
mention_at = 5

[opening]
say = ["Come in, sit down."]

[[topic]]
id = "career-path"

[[topic.answer]]
id = "path-night"
gist = "I came into it through one night"
short = "Through one night."
say = ["I stood in for my aunt one night, and I never went back to the bank."]
hooks = [{ words = ["bank"], to = "path-bank" }]
follow = [
  { on = "why", say = ["It was the quiet."], gain = -1 },
  {
    on = "feel",
    to = "path-bank",
  },
]

[[topic.answer]]
id = "path-bank"
gist = "I left a bank"
gem = true
gate = { after = ["path-night"], rapport = "warm", fact = "thanked" }
say = ["I had a post in a bank, and left it without a word to anybody."]
gain = 20

[[contact]]
id = "tom"
name = "Tom Stone"
role = "Doctor"
reason = "he knows the day"
topics = ["career-path"]
introduce = ["I will ring him."]
name_only = ["There is Tom Stone."]

[[counter]]
id = "and-you"
ask = ["And you, do you sleep well?"]
received = ["Good."]

[[topic]]
id = "night-food"
aloud = "what one eats at night"
ask = ["what do you eat at night", "is there a canteen at night"]

[reactions]
greeting = ["Good evening."]
thanks = []
TOML
cat >"$work/small/question_banks/nights.toml" <<'TOML'
schema = 1
id = "nights"
title = "Nights"
never = []

[[topic]]
id = "long-nights"
title = "Long nights"
aloud = "long nights"
why = "Nights make people talk."

[[topic.question]]
text = "What is a long night like for you?"
stage = "deeper"
TOML
cat >"$work/small/cases/lena.toml" <<'TOML'
schema = 1
scenario = "lena"

[[case]]
id = "One night"
seed = 7

[[case.line]]
say = "How did you get into this work?"
answer = "path-night"
rapport = "up"
says_any = ["aunt"]

[[case]]
id = "no lines yet"
TOML

coffeechat pack check "$work/small" >"$work/said" || fail "the small pack is wrong: $(cat "$work/said")"
for pack in built-in small; do
    coffeechat pack schema "$work/$pack" >"$work/said" || fail "pack schema failed: $(cat "$work/said")"
    found=$(lint "$work/$pack" pack.toml scenarios question_banks cases) \
        || fail "tombi finds something wrong in the $pack pack: $found"
    printf '%-8s pack: %s\n' "$pack" "$found"
    files=$(find "$work/$pack" -name '*.toml' ! -name '*tombi.toml' ! -name '.taplo.toml' | wc -l)
    case $found in
        "$files files linted"*) ;;
        *) fail "the $pack pack has $files files, and not all were looked at" ;;
    esac
done

# --- 2. what is wrong is found -----------------------------------------------------------------------

# The file | the mistake | how sed makes it | the line it is in | words that tombi says
MISTAKES=$(cat <<'TABLE'
pack.toml|a key that is misspelt|s/^default_scenario/default_scenaro/|6|"default_scenaro" is not allowed
pack.toml|a newer format|s/^schema = 1/schema = 2/|1|must be const value "1"
pack.toml|an id with a space|s/^id = .*/id = "small pack"/|2|does not match the pattern
pack.toml|the title is missing|/^title/d|1|"title" is required
pack.toml|more hours than a week has|s/^within_hours = 48/within_hours = 169/|12|must be ≤ 168
pack.toml|no hours at all|s/^within_hours = 48/within_hours = 0/|12|must be ≥ 1
pack.toml|a payer nobody knows|s/"each"/"nobody"/|16|one of ["learner", "interviewee", "each"]
pack.toml|a severity nobody knows|s/"off"/"none"/|19|one of ["error", "warning", "off"]
pack.toml|a rule weighed without a reason|/^reason = "The base/d|18|"reason" is required
pack.toml|words where a table belongs|s/^\[requires\]/requires = "0.1"/|8|type Table, but found String
scenarios/lena.toml|difficulty 6|s/^difficulty = 2/difficulty = 6/|4|must be ≤ 5
scenarios/lena.toml|difficulty in words|s/^difficulty = 2/difficulty = "hard"/|4|type Integer, but found String
scenarios/lena.toml|yes for true|s/^base = false/base = "yes"/|6|type Boolean, but found String
scenarios/lena.toml|more than all warmth|s/warmth = 1,/warmth = 1.5,/|12|must be ≤ 1
scenarios/lena.toml|a talk of three minutes|s/^minutes = 20/minutes = 3/|18|must be ≥ 5
scenarios/lena.toml|one sentence without brackets|s/^say = \["Come in, sit down."\]/say = "Come in."/|22|type Array, but found String
scenarios/lena.toml|an answer without a gist|/^gist = "I left/d|41|"gist" is required
scenarios/lena.toml|an answer with nothing to say|s/^say = \["I had.*/say = []/|46|at least 1 values
scenarios/lena.toml|a gain of 21|s/^gain = 20/gain = 21/|47|must be ≤ 20
scenarios/lena.toml|a cost of 21|s/gain = -1/gain = -21/|34|must be ≥ -20
scenarios/lena.toml|a band nobody knows|s/"warm"/"hot"/|45|one of ["cool", "neutral", "warm", "open"]
scenarios/lena.toml|a fact nobody knows|s/"thanked"/"thanks"/|45|one of ["introduced", "said-purpose"
scenarios/lena.toml|a follow-up nobody knows|s/"feel"/"feeling"/|36|one of ["why", "how", "example"
scenarios/lena.toml|a hook that leads nowhere|s/, to = "path-bank" }\]/ }]/|32|"to" is required
scenarios/lena.toml|an id in capitals|s/^id = "path-bank"/id = "Path-Bank"/|42|does not match the pattern
scenarios/lena.toml|a contact never introduced|s/^introduce = .*/introduce = []/|55|at least 1 values
scenarios/lena.toml|a reaction nobody knows|s/^greeting/greetings/|69|"greetings" is not allowed
question_banks/nights.toml|a stage nobody knows|s/"deeper"/"deep"/|14|one of ["opening", "middle", "deeper", "closing"]
question_banks/nights.toml|a topic without a reason|/^why/d|6|"why" is required
question_banks/nights.toml|a topic without questions|/^\[\[topic.question/,$d|6|"question" is required
question_banks/nights.toml|a number among sentences|s/^never = \[\]/never = ["fine", 3]/|4|type String, but found Integer
cases/lena.toml|a line without words|/^say = /d|8|"say" is required
cases/lena.toml|a way nobody knows|s/"up"/"upwards"/|11|one of ["up", "same", "down"]
cases/lena.toml|a key of another block|s/^seed = 7/gem = true/|6|"gem" is not allowed
cases/lena.toml|a seed below nothing|s/^seed = 7/seed = -7/|6|must be ≥ 0
TABLE
)

wrong=0 count=0
printf '\n%-4s %-27s %-31s %5s  %s\n' "" file mistake line "what tombi says there"
while IFS='|' read -r file mistake change line words; do
    rm -rf "$work/bad" && cp -r "$work/small" "$work/bad"
    sed "$change" "$work/small/$file" >"$work/bad/$file"
    count=$((count + 1)) verdict=ok
    if cmp -s "$work/small/$file" "$work/bad/$file"; then
        verdict=BAD found="the change does not change the file: $change"
    elif found=$(lint "$work/bad" "$file"); then
        verdict=BAD
    fi
    # Each finding is two lines: what is wrong, and `at FILE:LINE:COLUMN`.
    there=$(grep -B 1 -E "^ *at $file:$line:[0-9]+$" <<<"$found" | sed -n 's/^ *Error: //p' || true)
    case $there in
        *"$words"*) ;;
        *) verdict=BAD ;;
    esac
    printf '%-4s %-27s %-31s %5s  %s\n' "$verdict" "$file" "$mistake" "$line" "${there%%$'\n'*}"
    if [ "$verdict" != ok ]; then
        wrong=$((wrong + 1))
        printf '     expected in line %s: %s\n     found:\n%s\n' "$line" "$words" "$found"
    fi
done <<<"$MISTAKES"
[ "$wrong" = 0 ] || fail "$wrong of $count mistakes were not found as they should be"
printf '%s mistakes, and all were found where they are\n\n' "$count"

# --- 3. what an editor shows -------------------------------------------------------------------------

python3 "$root/tests/schemas.py" "$work/small" || fail "an editor would not show what it should"
echo
echo "the schemas are as an editor needs them"
